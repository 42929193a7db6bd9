import { expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { invitePerson } from './invite-person.ts'
import { withSignIn } from './testing/with-sign-in.ts'

const desk = await createTestDesk()
const mailer = createMailer({ smtpUrl: undefined, dkim: undefined })

test('of several who invite the same address at once one does; the others are told', async () => {
  const person = { name: 'Kim', role: 'agent', line: 'L1' } as const
  const invitations = ['kim@desk.example', 'Kim@desk.example', 'kim@desk.example'].map((email) =>
    invitePerson({ ...desk, ...withSignIn(), mailer }, system('test'), { ...person, email }),
  )
  const outcomes = await Promise.allSettled(invitations)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.map(({ reason }) => (reason as { reason?: string }).reason)).toEqual([
    'person.email-taken',
    'person.email-taken',
  ])
  const people = await desk.db.selectFrom('person').select('email').execute()
  expect(people).toEqual([{ email: 'kim@desk.example' }])
})
