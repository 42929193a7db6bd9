import { ownProperty } from '@firstline/contract/own-property'
import { connectionsOf } from '#server/accounts/load-sources.ts'
import type { Path } from '#server/project/project-document.ts'
import { nearest } from '#server/core/spelling.ts'
import type { OperationCall } from './action.ts'
import type { ActionFile, OperationRun } from './action-file.ts'
import { checkMapping, findFile } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'
import { describeOperation } from './operation.ts'

export function compileRun(
  given: ActionFile,
  run: OperationRun,
  names: readonly string[],
  files: Files,
  wrong: Problems,
): OperationCall | null {
  const connections = connectionsOf(files)
  if (ownProperty(connections, run.connection)?.kind !== 'http') {
    const known = Object.keys(connections).filter(
      (name) => ownProperty(connections, name)?.kind === 'http',
    )
    const path = ['run', 'connection']
    wrong.add(
      path,
      `“${run.connection}” is no connection of kind http`,
      nearest(run.connection, known),
    )
  }
  const mappings = { params: run.params ?? {}, query: run.query ?? {}, body: run.body ?? {} }
  for (const [part, mapping] of Object.entries(mappings)) {
    checkMapping(mapping, names, given, ['run', part], wrong)
  }
  const values = Object.values(mappings).flatMap((mapping) => Object.values(mapping))
  if (!values.includes('scope.account_id')) {
    wrong.add(
      ['run'],
      'The call does not say whose account it is for',
      'params: { account_id: scope.account_id }',
    )
  }
  const { connection, credential = null } = run
  if (given.target.max_records !== 1) {
    const reason = 'A call of an API is about one record; more only a statement can be held to'
    wrong.add(['target', 'max_records'], reason, '1')
  }
  const call = {
    kind: 'http' as const,
    connection,
    credential,
    params: mappings.params,
    query: mappings.query,
    body: run.body ?? null,
  }
  return compileOperation(run.openapi, ['run'], call, files, wrong)
}

/** The dry run: the same values, plus its own query, which the operation must know about. */
export function compilePreview(
  given: ActionFile,
  run: OperationCall,
  files: Files,
  wrong: Problems,
): OperationCall | null {
  if (!given.preview) return null
  const query = { ...run.query, ...given.preview.query }
  const call = compileOperation(given.preview.openapi, ['preview'], { ...run, query }, files, wrong)
  // a target that does not know “dry_run” would do it
  if (
    call &&
    call.operation.method !== 'GET' &&
    Object.keys(given.preview.query ?? {}).length === 0
  ) {
    wrong.add(
      ['preview'],
      'A preview that is no GET needs a query that makes it a dry run',
      'query: { dry_run: true }',
    )
  }
  return call
}

function compileOperation(
  reference: string,
  path: Path,
  call: Omit<OperationCall, 'operation'>,
  files: Files,
  wrong: Problems,
): OperationCall | null {
  const [file = '', id = ''] = reference.split('#')
  const document = findFile('OpenAPI', file, [...path, 'openapi'], files, wrong)
  if (!document) return null
  const found = describeOperation(document, id)
  if ('nearest' in found) {
    wrong.add([...path, 'openapi'], `${file} has no operation “${id}”`, found.nearest)
    return null
  }
  const { operation } = found
  for (const parameter of operation.parameters) {
    const isGiven = Object.hasOwn(
      parameter.in === 'query' ? call.query : call.params,
      parameter.name,
    )
    const isOurs = parameter.in === 'header' && /^idempotency-key$/i.test(parameter.name)
    if (parameter.isRequired && !isGiven && !isOurs) {
      wrong.add(path, `${id} needs the ${parameter.in} parameter “${parameter.name}”`)
    }
  }
  const declared = (where: 'query' | 'params') =>
    operation.parameters
      .filter((p) => (p.in === 'query') === (where === 'query'))
      .map((p) => p.name)
  for (const where of ['query', 'params'] as const) {
    for (const name of Object.keys(call[where])) {
      if (declared(where).includes(name)) continue
      wrong.add(
        [...path, where, name],
        `${id} knows no parameter “${name}”`,
        nearest(name, declared(where)),
      )
    }
  }
  return { ...call, operation }
}
