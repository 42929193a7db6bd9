import type { ActionRequest } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import { CommitUnknown, QueryTimeout } from '#server/connections/database.ts'
import type { Changed } from '#server/connections/database.ts'
import { fill } from '#server/connections/mapping.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import type { StatementCall } from '#server/actions/compile/compile-statement.ts'
import { Refusal, messageOf, saidOf } from '#server/core/errors.ts'
import { sentence, textOf } from '#server/core/sentence.ts'
import type { Attempt } from './call-outcome.ts'
import type { Target, TargetCall } from './target.ts'

/** A statement with its values; the account is not among them: it comes from the scope. */
export type StatementRequest = Omit<StatementCall, 'params'> & { values: Record<string, unknown> }

/** A statement on a database. */
export const statementTarget: Target<StatementCall, StatementRequest> = {
  build({ params, ...statement }, bindings) {
    return { ...statement, values: fill(params, bindings) }
  },
  draft: ({ params, ...statement }, bindings) =>
    shown({ ...statement, values: fill(params, bindings) }),
  cannotBeMade: (why) => sentence`The statement cannot be made: ${why}`,
  shown,
  said,
  secrets: () => [],
  attempt,
}

function shown({ connection, sql, touches, values }: StatementRequest): ActionRequest {
  const body = {
    statement: sql.text,
    ...(touches ? { touches: touches.text } : {}),
    values: { ...values, ...(sql.names.includes('account_id') ? { account_id: '[account]' } : {}) },
  }
  return { method: 'SQL', url: connection, headers: {}, body }
}

function said({ connection, sql, maxRecords }: StatementCall): Sentence {
  const text = sql.text.replaceAll(/\s+/g, ' ')
  return maxRecords === 1
    ? sentence`${connection} changes one row of this account: ${text}. Otherwise all of it is taken back.`
    : sentence`${connection} changes at most ${maxRecords} rows of this account: ${text}. Otherwise all of it is taken back.`
}

/**
 * One statement in a transaction that is kept only if it changed rows of this account, and no more
 * than allowed. Only a connection that breaks while committing leaves it uncertain.
 */
async function attempt(sources: Sources, call: TargetCall<StatementRequest>): Promise<Attempt> {
  const { request, scope, limits } = call
  try {
    const database = sources.connections.database(request.connection)
    const { affected } = await database.change({
      sql: request.sql,
      touches: request.touches,
      values: { ...request.values, account_id: scope.externalId },
      timeoutMs: limits.timeoutMs,
      judge: (changed) => judge(changed, call),
    })
    const answer = { status: null, body: { rows: affected } }
    return { kind: 'accepted', answer, error: null, mayRetry: false }
  } catch (error) {
    if (error instanceof ForeignRows) await tellForeign(sources, call, error)
    return judgeFailure(error, limits)
  }
}

/** The database is made to take back all of it. */
class TakenBack extends Error {
  readonly reason: string
  readonly said: Sentence
  constructor(reason: string, detail: Sentence) {
    const said = sentence`${detail}: all of it was taken back`
    super(textOf(said))
    this.reason = reason
    this.said = said
  }
}

class ForeignRows extends TakenBack {
  readonly rows: number
  readonly foreign: number
  constructor(rows: number, foreign: number) {
    super('target.foreign-row', sentence`It would have changed data of another account`)
    this.rows = rows
    this.foreign = foreign
  }
}

function judge(
  { rows, affected }: Changed,
  { request, scope }: TargetCall<StatementRequest>,
): void {
  const { accountColumn, maxRecords } = request
  const foreign = rows.filter(
    (row) => String(ownProperty(row, accountColumn) ?? '') !== scope.externalId,
  )
  if (foreign.length > 0) throw new ForeignRows(rows.length, foreign.length)
  const count = Math.max(affected, rows.length)
  if (count === 0 || rows.length === 0) {
    throw new TakenBack('target.nothing-changed', sentence`It changed no row of this account`)
  }
  if (affected > rows.length) {
    const detail = sentence`It would have changed ${affected} rows, and answered for ${rows.length}`
    throw new TakenBack('target.too-many-rows', detail)
  }
  if (count <= maxRecords) return
  const detail = sentence`It would have changed ${count} rows, at most ${maxRecords} may be`
  throw new TakenBack('target.too-many-rows', detail)
}

function judgeFailure(
  error: unknown,
  { retry, timeoutMs }: TargetCall<StatementRequest>['limits'],
): Attempt {
  const failed = (kind: Attempt['kind'], reason: string, detail: Sentence, mayRetry = false) => ({
    kind,
    answer: null,
    error: { reason, detail },
    mayRetry,
  })
  if (error instanceof TakenBack) return failed('refused', error.reason, error.said)
  if (error instanceof CommitUnknown) {
    const detail = sentence`The connection broke off while the change was being kept`
    return failed('uncertain', 'target.broken-off', detail)
  }
  if (error instanceof QueryTimeout) {
    const detail = sentence`It took longer than ${timeoutMs} ms: all of it was taken back`
    return failed('refused', 'target.timeout', detail, retry.onTimeout)
  }
  if (error instanceof Refusal) return failed('refused', 'target.not-configured', saidOf(error))
  if (wasNeverReached(error)) {
    return failed('refused', 'target.unreachable', sentence`The database cannot be reached`, true)
  }
  // its words may repeat an address, so only what it says about the statement is kept
  return failed(
    'refused',
    'target.refused',
    sentence`The database refuses it: ${messageOf(error).slice(0, 300)}`,
  )
}

const never = /^(?:ECONN|ENOTFOUND|EHOSTUNREACH|EAI_|ENOENT|28|08001|57P03|ER_ACCESS_DENIED)/

function wasNeverReached(error: unknown): boolean {
  return never.test((error as { code?: string }).code ?? '')
}

async function tellForeign(
  sources: Sources,
  { scope, action }: TargetCall<StatementRequest>,
  { rows, foreign }: ForeignRows,
): Promise<void> {
  sources.log.error(
    { action, account: scope.accountId, ticket: scope.ticketId, rows, foreign },
    'an action would have changed rows of another account; all of it was taken back',
  )
  await sources.onForeignRow({ source: action, scope, rows, foreign }).catch((error: unknown) => {
    sources.log.error({ err: messageOf(error), action }, 'the security event could not be written')
  })
}
