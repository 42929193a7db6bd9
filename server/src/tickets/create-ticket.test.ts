import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { someTicket, ticketDesk } from './testing/factory.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)

test.each([
  ['subject', 'Export\r\nBcc: victim@elsewhere.example'],
  ['contactName', 'Dana\nBcc: victim@elsewhere.example'],
  ['subject', 'Export\0'],
])('a %s of several lines or with control characters is refused', async (field, value) => {
  await expect(someTicket(desk, agent, { [field]: value })).rejects.toMatchObject({
    kind: 'invalid',
    extra: { errors: [{ path: field, message: 'Must be one line without control characters' }] },
  })
})
