import type { StepFile, OperationRun } from '@firstline/contract/formats/action'
import { sentence } from '#server/core/sentence.ts'
import type { HttpDefinition } from '#server/connections/connection-form.ts'
import { ownProperty } from '@firstline/contract/own-property'
import { checkCall } from '#server/connections/check-call.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import { connectionsOf, readSource } from '#server/accounts/load-sources.ts'
import { whatIsSaid } from '#server/project/form-reader.ts'
import type { Mapping } from '#server/connections/mapping.ts'
import { findOperation } from '#server/connections/openapi.ts'
import type { Operation } from '#server/connections/openapi.ts'
import { signaturesOf } from '#server/connections/sign-call.ts'
import type { Signature } from '#server/connections/sign-call.ts'
import type { Path } from '#server/project/places.ts'
import { nearest } from '#server/core/spelling.ts'
import { addAll, findFile } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'

/** A call of an HTTP API. */
export type OperationCall = {
  kind: 'http'
  operation: Operation
  connection: string
  /** By what the target knows who calls. */
  signatures: readonly Signature[]
  params: Mapping
  query: Mapping
  headers: Mapping
  /** An object or a list; null: none. */
  body: unknown
}

export function compileRun(
  given: StepFile,
  run: OperationRun,
  known: Known,
  files: Files,
  wrong: Problems,
): OperationCall | null {
  const connections = connectionsOf(files)
  const declared = ownProperty(connections, run.connection)
  if (declared?.kind !== 'http') {
    const http = Object.keys(connections).filter(
      (name) => ownProperty(connections, name)?.kind === 'http',
    )
    const path = ['run', 'connection']
    wrong.add(
      path,
      sentence`“${run.connection}” is no connection of kind http`,
      nearest(run.connection, http),
    )
  }
  const { params = {}, query = {}, headers = {}, body } = run
  const { connection, credential = null } = run
  if (given.target.max_records !== 1) {
    const reason = sentence`A call of an API is about one record; more only a statement can be held to`
    wrong.add(['target', 'max_records'], reason, '1')
  }
  const call = {
    kind: 'http' as const,
    connection,
    params,
    query,
    headers,
    body: body ?? null,
  }
  refuseSearch(run, files, wrong)
  const signed = { connection: declared?.kind === 'http' ? declared : null, credential }
  const wished = { reference: run.openapi, path: ['run'], call, signed }
  return compileOperation(wished, known, files, wrong)
}

/** What an action does is no search: of a source that reads by the same call, one is wrong. */
function refuseSearch({ connection, openapi }: OperationRun, files: Files, wrong: Problems): void {
  const [, id = ''] = openapi.split('#')
  const source = files('Source').find((file) => {
    const { connection: read, operation, read_only: word } = whatIsSaid(readSource(file))
    return word !== undefined && read === connection && operation === id
  })
  if (!source) return
  const reason = sentence`The source “${source.id}” reads by “${id}” and says that it changes nothing (read_only): what only reads is no action`
  wrong.add(['run', 'openapi'], reason)
}

/** The dry run: the same values, plus its own query, which the operation must know about. */
export function compilePreview(
  given: StepFile,
  run: OperationCall,
  known: Known,
  files: Files,
  wrong: Problems,
): OperationCall | null {
  if (!given.preview) return null
  const query = { ...run.query, ...given.preview.query }
  const declared = ownProperty(connectionsOf(files), run.connection)
  const { credential = null } = given.run as OperationRun
  const signed = { connection: declared?.kind === 'http' ? declared : null, credential }
  const call = { ...run, query }
  const wished = { reference: given.preview.openapi, path: ['preview'], call, signed }
  const compiled = compileOperation(wished, known, files, wrong)
  // a target that does not know “dry_run” would do it
  if (
    compiled &&
    compiled.operation.method !== 'GET' &&
    Object.keys(given.preview.query ?? {}).length === 0
  ) {
    wrong.add(
      ['preview'],
      sentence`A preview that is no GET needs a query that makes it a dry run`,
      'query: { dry_run: true }',
    )
  }
  return compiled
}

/** What asks for a job, by what was answered when it was accepted. */
export function compileJobCall(
  written: OperationRun,
  run: OperationCall,
  known: Known,
  files: Files,
  wrong: Problems,
): OperationCall | null {
  const { openapi, credential = null, poll } = written
  const declared = ownProperty(connectionsOf(files), run.connection)
  const signed = { connection: declared?.kind === 'http' ? declared : null, credential }
  const { params = {}, query = {}, operation = '' } = poll ?? {}
  const call = { ...run, params, query, headers: {}, body: null }
  const reference = `${openapi.split('#')[0]}#${operation}`
  const wished = { reference, path: ['run', 'poll'], call, signed }
  return compileOperation(wished, new Map([...known, ['answer', null]]), files, wrong)
}

type Wished = {
  reference: string
  path: Path
  call: Omit<OperationCall, 'operation' | 'signatures'>
  signed: { connection: HttpDefinition | null; credential: string | null }
}

function compileOperation(
  { reference, path, call, signed }: Wished,
  known: Known,
  files: Files,
  wrong: Problems,
): OperationCall | null {
  const [file = '', id = ''] = reference.split('#')
  const document = findFile('OpenAPI', file, [...path, 'openapi'], files, wrong)
  if (!document) return null
  const found = findOperation(document, id)
  if ('nearest' in found) {
    wrong.add([...path, 'openapi'], sentence`${file} has no operation “${id}”`, found.nearest)
    return null
  }
  const { operation } = found
  const parts = [
    {
      path: [...path, 'params'],
      values: call.params,
      places: ['path', 'header', 'cookie'] as const,
    },
    { path: [...path, 'query'], values: call.query, places: ['query'] as const },
    { path: [...path, 'headers'], values: call.headers, places: ['header'] as const },
  ]
  const body = call.body === null ? null : { path: [...path, 'body'], value: call.body }
  addAll(checkCall(operation, { parts, body, path }, known), wrong)
  const by = signed.connection
    ? signaturesOf(operation, signed.connection, signed.credential)
    : { signatures: [] }
  if ('reason' in by) wrong.add([...path, 'openapi'], by.reason)
  return { ...call, operation, signatures: 'reason' in by ? [] : by.signatures }
}
