import { MailTest } from '@firstline/contract/setup'
import { z } from 'zod'
import { oneLine } from '#server/channels/clean-text.ts'
import { requirePerson } from '#server/core/actor.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { keepSetting } from '#server/core/settings.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import type { WithProject } from '#server/project/project.ts'
import { countTry } from '#server/team/slow-down.ts'
import { keys } from './kept.ts'

/** To whoever asks, so that it is nobody else's mailbox; what the server says is said on, good or bad. */
export const sendTestMail = defineDeed({
  permission: 'admin:manage',
  input: z.object({}),
  async run(context: DeedContext & WithMailer & WithProject) {
    const { actor, db, clock, mailer, sources, config, promised } = context
    const { id, name } = requirePerson(actor)
    if (!mailer.isConnected) {
      throw new Unavailable(
        'mail.not-connected',
        'This desk sends no mail: set SMTP_URL, start it anew, then try again',
      )
    }
    const { email: to } = await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await countTry(context, `test-mail:${id}`)
    const { name: desk, support } = sources.project.current()
    const outcome = await mailer
      .send({
        from: { name: support.name, address: support.address },
        to: { name, address: to },
        subject: `${desk}: test / Test`,
        text: textOf(desk, config.publicUrl),
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .then(
        (answer) => ({ isTaken: true, answer: typeof answer === 'string' ? answer : null }),
        (error: unknown) => ({ isTaken: false, answer: messageOf(error) }),
      )
    const answer = outcome.answer && (oneLine(outcome.answer, 500) || null)
    const test = { at: clock.now().toISOString(), to, isTaken: outcome.isTaken, answer }
    return noteTest(context, actor, test, promised)
  },
})

const noteTest = defineVerb({
  permission: 'admin:manage',
  input: MailTest,
  async run({ tx }, test) {
    await keepSetting(tx, keys.mailTest, test)
    const { isTaken: is_taken } = test
    return { result: test, events: [{ name: 'setup.mail_tested', data: { is_taken } }] }
  },
})

/** Nobody has said in which language they read mail of the desk. */
function textOf(desk: string, url: string): string {
  return `This is the test you asked for: ${desk} can send mail.
${url}

Das ist der Test, um den Sie gebeten haben: ${desk} kann Mail versenden.
${url}
`
}
