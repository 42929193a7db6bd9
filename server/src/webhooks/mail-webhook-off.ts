import { failingDays } from '@firstline/contract/webhooks'
import type { PayloadOf } from '@firstline/contract/tasks'
import type { Sources } from '#server/accounts/read-source.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'

type Needs = Desk & WithMailer & { sources: Pick<Sources, 'project'> }

/** To whoever made it; nothing where it was switched on again, or nobody is there. */
export async function mailWebhookOff(
  { db, sources, mailer, config }: Needs,
  { webhook }: PayloadOf<'mail_webhook_off'>,
): Promise<void> {
  const off = await db
    .selectFrom('webhook')
    .innerJoin('person', 'person.id', 'webhook.created_by')
    .select(['webhook.address', 'off_because as because', 'person.name', 'person.email'])
    .where('webhook.id', '=', webhook)
    .where('off_because', 'in', ['gone', 'failing'])
    .where('deleted_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!off) return
  const { name: desk, support } = sources.project.current()
  await mailer.send({
    from: support,
    to: { name: off.name, address: off.email },
    subject: `${desk}: a webhook was switched off / ein Webhook wurde abgeschaltet`,
    text: textOf({
      ...off,
      host: new URL(off.address).host,
      url: new URL('/webhooks', config.publicUrl).href,
    }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Told = { name: string; because: string | null; host: string; url: string }

/** Nobody has said in which language they read mail of the desk. */
function textOf({ name, because, host, url }: Told): string {
  const isGone = because === 'gone'
  return `Hello ${name},

the webhook to ${host} was switched off: ${isGone ? 'it answered 410, so it is gone for good' : `nothing has arrived there for ${failingDays} days`}.
Nothing more is sent there. When it takes deliveries again, switch it on and send again what failed: ${url}

Hallo ${name},

der Webhook zu ${host} wurde abgeschaltet: ${isGone ? 'Er hat mit 410 geantwortet, es gibt ihn nicht mehr' : `Seit ${failingDays} Tagen kommt dort nichts an`}.
Dorthin wird nichts mehr gesendet. Nimmt er wieder etwas an, schalten Sie ihn ein und senden Sie, was fehlschlug, noch einmal: ${url}
`
}
