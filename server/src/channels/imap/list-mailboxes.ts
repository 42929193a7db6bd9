import { MailboxFaultCode } from '@firstline/contract/channels'
import type { ImapMailbox, MailboxState } from '@firstline/contract/channels'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sources } from '#server/accounts/read-source.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'

type NeedsMailboxes = { sources: Pick<Sources, 'project'> }

/** The mailboxes that the project declares, in its order, and how each of them goes. */
export const listMailboxes = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ db, sources }: QueryContext & NeedsMailboxes): Promise<{ items: ImapMailbox[] }> {
    const declared = sources.project.current().mailboxes
    const known = await readMailboxes(
      db,
      declared.map(({ key }) => key),
    )
    return {
      items: declared.map(({ name, address, host, folder, movedTo, key }) => ({
        name,
        address,
        host,
        folder,
        movedTo,
        ...shownOf(known.get(key)),
      })),
    }
  },
})

type Row = Awaited<ReturnType<typeof readRows>>[number]

/** By key; those that no worker has taken yet are not there. */
export async function readMailboxes(db: QueryContext['db'], keys: readonly string[]) {
  const rows = keys.length === 0 ? [] : await readRows(db, keys)
  return new Map(rows.map((row) => [row.key, row]))
}

function readRows(db: QueryContext['db'], keys: readonly string[]) {
  return db
    .selectFrom('mailbox')
    .select([
      'key',
      'state',
      'fault',
      'detail',
      'state_since as since',
      'next_try_at as nextTryAt',
      'last_mail_at as lastMailAt',
      'waiting',
      'too_large as tooLarge',
      'unreadable',
      sql<boolean>`coalesce(held_until > clock_timestamp(), false)`.as('isHeld'),
    ])
    .where('key', 'in', keys)
    .execute()
}

/** What it last was says nothing of a mailbox that nobody looks after. */
export function stateOf(row: Row | undefined): MailboxState {
  if (!row?.isHeld) return 'off'
  if (row.state === null) return 'waiting'
  if (row.state === 'failing') return 'failing'
  return row.waiting > 0 ? 'fetching' : 'listening'
}

function shownOf(row: Row | undefined) {
  const state = stateOf(row)
  const code = MailboxFaultCode.safeParse(row?.fault)
  const isFailing = state === 'failing' && row !== undefined
  return {
    state,
    since: row?.since.toISOString() ?? null,
    fault: isFailing
      ? { code: code.success ? code.data : ('other' as const), detail: row.detail ?? '' }
      : null,
    nextTryAt: isFailing ? (row.nextTryAt?.toISOString() ?? null) : null,
    lastMailAt: row?.lastMailAt?.toISOString() ?? null,
    waiting: row?.waiting ?? 0,
    tooLarge: row?.tooLarge ?? 0,
    unreadable: row?.unreadable ?? 0,
  }
}
