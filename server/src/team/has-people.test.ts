import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { hasPeople } from './has-people.ts'

const desk = await createTestDesk()

test('a desk is new until its first person is there', async () => {
  expect(await hasPeople(desk)).toBe(false)
  await createPerson(desk)
  expect(await hasPeople(desk)).toBe(true)
})
