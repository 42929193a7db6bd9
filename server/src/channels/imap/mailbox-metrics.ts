import type { Kysely } from 'kysely'
import type { Sources } from '#server/accounts/read-source.ts'
import { addFigures, secondsOf } from '#server/core/metrics.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import { readMailboxes, stateOf } from './list-mailboxes.ts'

type Observed = { metrics: Pick<Metrics, 'add'>; db: Kysely<DB>; project: Sources['project'] }

/** Whether each mailbox is fetched, and what waits in it. Nobody's readiness hangs on another's server. */
export function observeMailboxes({ metrics, db, project }: Observed): void {
  const read = async () => {
    const declared = project.current().mailboxes
    const keys = declared.map(({ key }) => key)
    const rows = await readMailboxes(db, keys)
    return declared.map(({ key, name }) => ({ labels: { mailbox: name }, of: rows.get(key) }))
  }
  addFigures(metrics, ['mailbox'], read, [
    [
      'firstline_mailbox_connected',
      'Whether a mailbox is fetched by IMAP now',
      (row) => (['listening', 'fetching'].includes(stateOf(row)) ? 1 : 0),
    ],
    [
      'firstline_mailbox_waiting',
      'Mails in a mailbox that are not fetched yet',
      (row) => row?.waiting ?? 0,
    ],
    [
      'firstline_mailbox_last_mail_timestamp_seconds',
      'When a mailbox last gave a mail',
      (row) => secondsOf(row?.lastMailAt),
    ],
  ])
}
