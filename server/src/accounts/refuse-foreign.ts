import { Forbidden, Unavailable, messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { sentence } from '#server/core/sentence.ts'
import type { AccountScope } from './scope.ts'

export type ForeignRow = { source: string; scope: AccountScope; rows: number; foreign: number }
type Watch = { log: Logger; onForeignRow(found: ForeignRow): Promise<void> }
/** What was read, as people know it, and where its rows say whose they are. */
type Asked = { id: string; title: string; accountColumn: string }

/**
 * One foreign row spoils the whole answer: a filter that failed once is not a filter.
 * @param accounts whose each row says it is; undefined where it does not
 * @param own whose it must be: the account's, or what was proven to be
 * @throws Forbidden `source.foreign-row`, Unavailable `source.no-account`
 */
export async function refuseForeign(
  watch: Watch,
  scope: AccountScope,
  asked: Asked,
  accounts: readonly unknown[],
  own: string = scope.externalId,
): Promise<void> {
  const foreign = accounts.filter(
    (account) => account !== undefined && (account === null || String(account) !== own),
  )
  if (foreign.length === 0 && accounts.includes(undefined)) throw noAccount(watch, asked)
  if (foreign.length === 0) return
  const found = {
    source: asked.id,
    scope,
    rows: accounts.length,
    foreign: foreign.length,
  }
  watch.log.error(
    {
      source: asked.id,
      account: scope.accountId,
      ticket: scope.ticketId,
      rows: found.rows,
      foreign: found.foreign,
    },
    'a source answered with rows of another account; the answer was refused',
  )
  await watch.onForeignRow(found).catch((error: unknown) => {
    watch.log.error(
      { err: messageOf(error), source: asked.id },
      'the security event could not be written',
    )
  })
  throw new Forbidden(
    'source.foreign-row',
    sentence`“${asked.title}” answered with data of another account. Nothing of it was shown; it is recorded as a security event.`,
  )
}

/** A row that does not say whose it is says nothing of another customer: a fault of the definition. */
function noAccount({ log }: Watch, { id, title, accountColumn }: Asked): Unavailable {
  log.warn(
    { source: id, column: accountColumn },
    'a source answered rows without its account column',
  )
  return new Unavailable(
    'source.no-account',
    sentence`“${title}” cannot be shown: its rows have no “${accountColumn}”, which should say whose they are`,
  )
}
