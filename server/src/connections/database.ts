import type { CatalogueQuery } from './catalogue-query.ts'
import type { Dialect, ParameterizedSql } from './named-parameters.ts'
import type { Row } from './row-types.ts'

/** How long beyond its own timeout a database may take to say that it timed out. */
const graceMs = 500

/** The database did not answer in time, or not even to the request for a connection. */
export class QueryTimeout extends Error {}

/** What the connection signs in with is not accepted. */
export class SignInRefused extends Error {
  constructor() {
    super('The sign-in is not accepted')
  }
}

/** More came, or would have come, than is read. */
export class AnswerTooLarge extends Error {
  constructor() {
    super('The answer is too large')
  }
}

/** The connection broke while a change was being committed: it may be there, or not. */
export class CommitUnknown extends Error {}

export type ReadLimits = { timeoutMs: number; /** rows */ limit: number }

export type Changed = { rows: Row[]; affected: number }

/** One statement that changes something, and what it must have been for the change to stay. */
export type Change = {
  sql: ParameterizedSql
  /** Which rows it will be about, read and locked first, where the statement cannot answer them. */
  touches: ParameterizedSql | null
  values: Record<string, unknown>
  timeoutMs: number
  /** Whatever it throws takes everything back. */
  judge(changed: Changed): void
}

/** A system's own database, whatever its make. */
export type Database = {
  /**
   * One statement in a read-only transaction of its own with a time limit; at most `limit` rows.
   * @throws QueryTimeout, and whatever the database says
   */
  read(sql: ParameterizedSql, values: Record<string, unknown>, limits: ReadLimits): Promise<Row[]>
  /**
   * One statement in a transaction of its own with a time limit, kept only if `judge` lets it.
   * @throws CommitUnknown; after anything else that is thrown nothing was changed
   */
  change(change: Change): Promise<Changed>
  stop(): Promise<void>
}

/** All that differs between kinds of databases. */
export type DatabaseKind = {
  dialect: Dialect
  /** What an address of it begins with, before the colon. */
  schemes: readonly string[]
  catalogue: CatalogueQuery
  /** @param onLost told of a connection that broke while nobody used it */
  open(url: string, onLost: (error: Error) => void): Database
}

/** What the makes have in common: one borrowed connection, used for one transaction. */
export type Session = {
  begin(timeoutMs: number, mode: 'read only' | 'read write', limit?: number): Promise<void>
  run(sql: ParameterizedSql, values: Record<string, unknown>): Promise<Changed>
  commit(): Promise<void>
  rollback(): Promise<void>
  /** Gives it back; a broken one is thrown away. */
  release(isBroken: boolean): void
  /** Ends a connection that does not answer any more. */
  cut(): void
  /** Whether the database itself said so, on a connection that still stands. */
  isAnswer(error: unknown): boolean
}

/** Answers before the transaction has ended: it changed nothing, so nobody has to wait for that. */
export function readWith(
  session: Session,
  sql: ParameterizedSql,
  values: Record<string, unknown>,
  { timeoutMs, limit }: ReadLimits,
): Promise<Row[]> {
  const answer = Promise.withResolvers<Row[]>()
  withinTime(session, timeoutMs, async () => {
    await session.begin(timeoutMs, 'read only', limit)
    const { rows } = await session.run(sql, values)
    answer.resolve(rows.slice(0, limit))
    await session.rollback()
  }).catch(answer.reject)
  return answer.promise
}

export async function changeWith(session: Session, change: Change): Promise<Changed> {
  let isCommitting = false
  try {
    return await withinTime(session, change.timeoutMs, async () => {
      await session.begin(change.timeoutMs, 'read write')
      const changed = await changeRows(session, change)
      isCommitting = true
      await session.commit()
      return changed
    })
  } catch (error) {
    if (isCommitting && !session.isAnswer(error)) throw new CommitUnknown()
    throw error
  }
}

async function changeRows(session: Session, { sql, touches, values, judge }: Change) {
  const touched = touches && (await session.run(touches, values))
  if (touched) judge({ rows: touched.rows, affected: touched.rows.length })
  const own = await session.run(sql, values)
  const changed = touched ? { rows: touched.rows, affected: own.affected } : own
  judge(changed)
  return changed
}

/** A database that does not even answer with its timeout has its connection cut. */
async function withinTime<Result>(
  session: Session,
  timeoutMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const over = new AbortController()
  const cut = setTimeout(() => {
    over.abort()
    session.cut()
  }, timeoutMs + graceMs)
  try {
    const result = await work()
    if (!over.signal.aborted) session.release(false)
    return result
  } catch (error) {
    if (over.signal.aborted) throw new QueryTimeout()
    const isLost = await isBroken(session)
    // it may have been cut while it rolled back
    if (!over.signal.aborted) session.release(isLost)
    throw error
  } finally {
    clearTimeout(cut)
  }
}

/** A connection on which not even the rollback works is thrown away. */
async function isBroken(session: Session): Promise<boolean> {
  return session.rollback().then(
    () => false,
    () => true,
  )
}
