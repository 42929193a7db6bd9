import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { askingFileOf } from './asking-file.ts'
import { sometimesLate } from './late-answers.ts'
import { countStatement, recordRequests } from './record-requests.ts'
import { reverseUnordered } from './reverse-unordered.ts'

/** What the product asked in a test: a text, and the values it had the first time. */
export type RecordedStatement = { text: string; values: unknown[]; file: string }

/**
 * Each statement that the product sends in a test file is written down. When all files have run, their
 * plans on a large desk are looked at (judge-statements.ts).
 */
const seen = new Map<string, RecordedStatement | null>()
const send = unwatched(pg.Client.prototype.query)
const readable = /^\s*(?:select|insert|update|delete|with|merge|values)\b/i

function watched(this: pg.Client, ...args: unknown[]) {
  const [text, values] = textOf(args)
  // a test may have asked the same before the product did
  if (text !== null && !seen.get(text)) seen.set(text, recordOf(text, values))
  if (text !== null) countStatement(this, text)
  const answer = Reflect.apply(send, this, args)
  if (text === null || !(answer instanceof Promise)) return answer
  reverseUnordered(text, answer)
  return sometimesLate(answer)
}
pg.Client.prototype.query = Object.assign(watched, { send })

/** Test files share the library, and this file is read again for each of them. */
function unwatched(query: typeof pg.Client.prototype.query): typeof query {
  return 'send' in query ? (query.send as typeof query) : query
}

recordRequests()
afterAll(() => {
  const lines = [...seen.values()].filter((one) => one !== null).map((one) => json(one))
  if (lines.length === 0) return
  appendFileSync(join(inject('statements'), `${process.pid}.jsonl`), `${lines.join('\n')}\n`)
})

function textOf([first, second]: readonly unknown[]): [string | null, unknown[]] {
  if (typeof first === 'string') return [first, Array.isArray(second) ? second : []]
  if (typeof first !== 'object' || first === null || !('text' in first)) return [null, []]
  const values = 'values' in first ? first.values : second
  return [String(first.text), Array.isArray(values) ? values : []]
}

/** @returns null for what a test itself, or a library, asks */
function recordOf(text: string, values: unknown[]): RecordedStatement | null {
  if (!readable.test(text)) return null
  const { stackTraceLimit, prepareStackTrace } = Error
  Error.stackTraceLimit = 80
  // files are all that is looked at, thousands of times: no line is sought in a source map
  Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName()).join('\n')
  const file = askingFileOf(new Error('asked here').stack ?? '')
  Object.assign(Error, { stackTraceLimit, prepareStackTrace })
  return file === null ? null : { text, values, file }
}

function json(statement: RecordedStatement): string {
  return JSON.stringify(statement, function encode(this: Record<string, unknown>, key, value) {
    const given = this[key]
    if (given instanceof Date) return dateOf(given)
    if (Buffer.isBuffer(given)) return `\\x${given.toString('hex')}`
    return typeof given === 'bigint' ? String(given) : (value as unknown)
  })
}

/** As PostgreSQL reads years before the first and after the 9999th. */
function dateOf(at: Date): string {
  const year = at.getUTCFullYear()
  const iso = at
    .toISOString()
    .replace(/^[+-]?\d+/, String(year > 0 ? year : 1 - year).padStart(4, '0'))
  return year > 0 ? iso : `${iso} BC`
}
