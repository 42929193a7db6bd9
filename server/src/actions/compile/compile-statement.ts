import type { Sentence } from '@firstline/contract/sentence'
import type { StepFile, StatementRun } from '@firstline/contract/formats/action'
import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { sentence } from '#server/core/sentence.ts'
import { checkMapping } from '#server/connections/check-mapping.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import { connectionsOf, dialectOf } from '#server/accounts/load-sources.ts'
import { isDatabase } from '#server/connections/kinds.ts'
import { leafOf } from '#server/connections/mapping.ts'
import type { Mapping } from '#server/connections/mapping.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import type { Dialect, ParameterizedSql } from '#server/connections/named-parameters.ts'
import { nearest } from '#server/core/spelling.ts'
import { addAll } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'

/** One statement on the account's own rows, in a transaction that is kept or taken back whole. */
export type StatementCall = {
  kind: 'sql'
  connection: string
  sql: ParameterizedSql
  touches: ParameterizedSql | null
  params: Mapping
  accountColumn: string
  maxRecords: number
}

/** A change of the account's own rows in a database: one statement, or one function. */
export function compileStatement(
  given: StepFile,
  run: StatementRun,
  known: Known,
  files: Files,
  wrong: Problems,
): StatementCall {
  const connections = connectionsOf(files)
  const isOne = (id: string) => isDatabase(ownProperty(connections, id))
  if (!isOne(run.connection)) {
    const reason = sentence`“${run.connection}” is no connection to a database`
    const meant = nearest(run.connection, Object.keys(connections).filter(isOne))
    wrong.add(['run', 'connection'], reason, meant)
  }
  if (given.preview) {
    wrong.add(
      ['preview'],
      sentence`A statement has no dry run: the guards and the exact statement are shown`,
    )
  }
  const params = run.params ?? {}
  addAll(checkMapping(params, known, ['run', 'params']), wrong)
  for (const [name, value] of Object.entries(params)) {
    const leaf = leafOf(value)
    if (!leaf || !('path' in leaf) || !leaf.mayBeMissing) continue
    wrong.add(
      ['run', 'params', name],
      sentence`A statement needs all its values: none can be left out`,
    )
  }
  const dialect = dialectOf(run, files)
  const isFunction = run.function !== undefined
  const sql = isFunction
    ? callOf(present(run.function), params, dialect, wrong)
    : statementOf(run, params, dialect, wrong)
  return {
    kind: 'sql',
    connection: run.connection,
    sql,
    touches: run.touches ? lockingOf(run, run.touches, params, dialect, wrong) : null,
    params,
    accountColumn: run.account_column,
    maxRecords: given.target.max_records,
  }
}

function statementOf(
  run: StatementRun,
  params: Mapping,
  dialect: Dialect,
  wrong: Problems,
): ParameterizedSql {
  const path = ['run', 'sql']
  const { words, ...sql } = parameterize(present(run.sql), dialect)
  const refuse = (reason: Sentence, suggestion?: string) => wrong.add(path, reason, suggestion)
  const verb = words[0] ?? ''
  checkNames(sql, params, path, wrong)
  if (words.slice(0, -1).includes(';')) refuse(sentence`One statement, no more`)
  if (!['insert', 'update', 'delete'].includes(verb)) {
    refuse(sentence`“${verb}” changes no row: one insert, update or delete, or “function”`)
  }
  if (setsColumn(words, run.account_column)) {
    refuse(
      sentence`It must not give “${run.account_column}” another value: rows do not change owner`,
    )
  }
  const isAnswering = words.includes('returning')
  const answered = isAnswering ? words.slice(words.lastIndexOf('returning') + 1) : []
  if (!isColumnItself(answered, run.account_column)) refuse(notItself(run.account_column))
  if (!isAnswering && !run.touches && dialect.mustAnswer === 'any change') {
    refuse(sentence`It must answer the rows it changed`, `returning ${run.account_column}`)
  }
  if (!isAnswering && dialect.mustAnswer === 'an insert' && verb === 'insert') {
    refuse(sentence`An insert must answer its rows (MariaDB), else use a procedure`, 'returning')
  }
  if (!isAnswering && dialect.mustAnswer === 'an insert' && verb !== 'insert' && !run.touches) {
    const touches = `touches: select ${run.account_column} from … where … and ${run.account_column} = :account_id`
    wrong.add(
      path,
      sentence`It cannot answer its rows: say with “touches” which it is about`,
      touches,
    )
  }
  return sql
}

/**
 * `set owner = …` or `set (owner, …) = …`, also after `on conflict do update`; a comparison behind
 * `where` or in a query among the values is none, and such a query does not end them.
 */
function setsColumn(words: readonly string[], column: string): boolean {
  let depth = 0
  let settingAt: number | null = null
  let queryAt: number | null = null
  return words.some((word, i) => {
    if (word === '(') depth++
    if (word === ')') depth--
    if (word === 'set' || (word === 'update' && words[i - 1] === 'key')) settingAt = depth
    if (['where', 'from', 'returning'].includes(word) && depth === settingAt) settingAt = null
    if (queryAt !== null && depth < queryAt) queryAt = null
    if (word === 'select' && settingAt !== null && depth > settingAt) queryAt ??= depth
    if (settingAt === null || queryAt !== null || !isNamed(word, column)) return false
    return words[i + 1] === '=' || words[words.indexOf(')', i) + 1] === '='
  })
}

/** What is answered as the account must be the column itself, and no value that is called so. */
function isColumnItself(answered: readonly string[], column: string): boolean {
  const before = [undefined, ',', '.', 'distinct']
  return answered.every((word, i) => !isNamed(word, column) || before.includes(answered[i - 1]))
}

function isNamed(word: string, column: string): boolean {
  return [column.toLowerCase(), `"${column.toLowerCase()}"`].includes(word)
}

const notItself = (column: string) =>
  sentence`“${column}” must be the column itself, or nobody knows whose rows they are`

function lockingOf(
  run: StatementRun,
  touches: string,
  params: Mapping,
  dialect: Dialect,
  wrong: Problems,
): ParameterizedSql {
  const path = ['run', 'touches']
  const { words, ...sql } = parameterize(touches, dialect)
  checkNames(sql, params, path, wrong)
  if (words[0] !== 'select' || words.slice(0, -1).includes(';')) {
    wrong.add(path, sentence`touches must be one select of the rows that will be changed`)
  }
  const answered = words.slice(1, words.indexOf('from'))
  if (!isColumnItself(answered, run.account_column)) wrong.add(path, notItself(run.account_column))
  const isLocking = words.slice(-2).join(' ') === 'for update'
  return isLocking ? sql : { ...sql, text: `${sql.text} for update` }
}

/** `:account_id` is the ticket's account and must be asked for; the others stand under params. */
function checkNames(
  { names }: ParameterizedSql,
  params: Mapping,
  path: readonly string[],
  wrong: Problems,
): void {
  const known = ['account_id', ...Object.keys(params)]
  for (const name of names.filter((used) => !known.includes(used))) {
    wrong.add([...path], sentence`“:${name}” is not declared in params`, nearest(name, known))
  }
  if (Object.hasOwn(params, 'account_id')) {
    wrong.add(
      ['run', 'params', 'account_id'],
      sentence`“account_id” is the ticket’s own and cannot be given`,
    )
  }
  if (!names.includes('account_id')) {
    wrong.add([...path], sentence`It never asks for the account`, 'where account_id = :account_id')
  }
}

const nameForm = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?$/i

/** A function, or procedure, that answers the rows it changed. */
function callOf(
  name: string,
  params: Mapping,
  dialect: Dialect,
  wrong: Problems,
): ParameterizedSql {
  if (!nameForm.test(name)) {
    wrong.add(
      ['run', 'function'],
      sentence`“${name}” is no name of a function, such as billing.clear_cache`,
    )
  }
  if (!Object.values(params).includes('scope.account_id')) {
    const reason = sentence`The function is not told whose account it is for`
    wrong.add(['run'], reason, 'params: { p_account: scope.account_id }')
  }
  const names = Object.keys(params)
  return { text: dialect.call(name, names), names }
}
