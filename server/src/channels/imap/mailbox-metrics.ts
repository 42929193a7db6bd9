import type { Kysely } from 'kysely'
import { Gauge } from 'prom-client'
import type { Sources } from '#server/accounts/read-source.ts'
import type { Metrics } from '#server/core/metrics.ts'
import type { DB } from '#server/database/db-types.ts'
import { readMailboxes, stateOf } from './list-mailboxes.ts'

type Observed = { metrics: Metrics; db: Kysely<DB>; project: Sources['project'] }

/** Whether each mailbox is fetched, and what waits in it. Nobody's readiness hangs on another's server. */
export function observeMailboxes({ metrics, db, project }: Observed): void {
  const figure = (name: string, help: string, valueOf: (row: Row) => number | null) =>
    metrics.add(
      new Gauge({
        name,
        help,
        labelNames: ['mailbox'],
        registers: [],
        async collect() {
          this.reset()
          const declared = project.current().mailboxes
          const keys = declared.map(({ key }) => key)
          const rows = await readMailboxes(db, keys)
          for (const { key, name: mailbox } of declared) {
            const value = valueOf(rows.get(key))
            if (value !== null) this.set({ mailbox }, value)
          }
        },
      }),
    )
  figure('firstline_mailbox_connected', 'Whether a mailbox is fetched by IMAP now', (row) =>
    ['listening', 'fetching'].includes(stateOf(row)) ? 1 : 0,
  )
  figure(
    'firstline_mailbox_waiting',
    'Mails in a mailbox that are not fetched yet',
    (row) => row?.waiting ?? 0,
  )
  figure(
    'firstline_mailbox_last_mail_timestamp_seconds',
    'When a mailbox last gave a mail',
    (row) => (row?.lastMailAt ? row.lastMailAt.getTime() / 1_000 : null),
  )
}

type Row = Parameters<typeof stateOf>[0]
