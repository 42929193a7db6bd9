import type { PayloadOf } from '@firstline/contract/tasks'
import type { Desk } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import type { WithSignIn } from './sign-in-section.ts'

/** To whoever answers for it now; nothing where it was revoked, or sleeps, meanwhile. */
export async function mailKeyEnding(
  { db, clock, sources, mailer, config }: Desk & WithMailer & WithSignIn,
  { table, id }: PayloadOf<'mail_key_ending'>,
): Promise<void> {
  const key = await db
    .selectFrom(table)
    .innerJoin('person', 'person.id', `${table}.owner_id`)
    .select([`${table}.name`, `${table}.expires_at as endsAt`])
    .select(['person.name as ownerName', 'person.email'])
    .where(`${table}.id`, '=', id)
    .where(`${table}.revoked_at`, 'is', null)
    .where(`${table}.asleep_at`, 'is', null)
    .where(`${table}.expires_at`, '>', clock.now())
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!key) return
  const { name: desk, support } = sources.project.current()
  await mailer.send({
    from: support,
    to: { name: key.ownerName, address: key.email },
    subject: `${desk}: ${key.name} ends soon / endet bald`,
    text: textOf({ ...key, url: new URL('/team', config.publicUrl).href }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Told = { name: string; ownerName: string; endsAt: Date; url: string }

/** Nobody has said in which language they read mail of the desk. */
function textOf({ name, ownerName, endsAt, url }: Told): string {
  const until = (language: string) =>
    `${new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(endsAt)} UTC`
  return `Hello ${ownerName},

the key “${name}”, which you answer for, ends on ${until('en')}. What uses it is refused from then on.
If it is still needed, make a new one before and exchange it: ${url}

Hallo ${ownerName},

der Schlüssel „${name}“, für den Sie einstehen, endet am ${until('de')}. Was ihn benutzt, wird dann abgewiesen.
Wird er noch gebraucht, legen Sie vorher einen neuen an und tauschen Sie ihn aus: ${url}
`
}
