import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parseDuration } from '#server/accounts/duration.ts'
import { connectionsOf } from '#server/accounts/load-sources.ts'
import { CelError, compileCel } from '#server/core/cel.ts'
import type { CelProgram } from '#server/core/cel.ts'
import { messageOf } from '#server/core/errors.ts'
import { problem } from '#server/core/project-document.ts'
import type { FileProblem, LoadedFile, Path } from '#server/core/project-document.ts'
import { nearest } from '#server/core/spelling.ts'
import { isPath } from './action.ts'
import type {
  Action,
  ActionInput,
  InputField,
  Limits,
  Mapping,
  OperationCall,
  Read,
} from './action.ts'
import type { ActionFile } from './action-file.ts'
import { describeOperation } from './operation.ts'

export type Files = (kind: string) => readonly LoadedFile[]

/**
 * Checks everything an action names and compiles it.
 * @param file of the right form already (action-schema.ts)
 */
export function compileAction(
  file: LoadedFile,
  files: Files,
): { action: Action } | { problems: FileProblem[] } {
  const wrong = createProblems(file)
  const given = file.definition as unknown as ActionFile
  const reads = Object.entries(given.read).map(([name, read]) =>
    compileRead(name, read, given, files, wrong),
  )
  const names = ['input', 'scope', ...reads.map((read) => read.name)]
  const condition = (text: string, path: Path, known = names) => compileAt(text, known, path, wrong)
  const input = compileInput(given, files, wrong)
  const run = compileRun(given, names, files, wrong)
  const action: Omit<Action, 'run' | 'input'> = {
    id: file.id,
    title: given.title,
    version: given.version,
    tier: given.tier,
    definition: definitionHash(file, given, files),
    reads,
    guards: (given.guards ?? []).flatMap(({ id, cel, say }, i) => {
      const program = condition(cel, ['guards', i, 'cel'])
      return program ? [{ id, program, say }] : []
    }),
    limits: compileLimits(given, names, wrong),
    approval: compileApproval(given, condition),
    preview: run && compilePreview(given, run, files, wrong),
    verify: compileVerify(given, reads, names, wrong),
    undo: compileUndo(given, files, wrong),
    needsReason: given.audit?.require?.includes('reason') ?? false,
    redact: compileRedact(given, names, wrong),
  }
  refuseImpossible(action, wrong)
  if (wrong.found.length > 0 || !run || !input) return { problems: wrong.found }
  return { action: { ...action, run, input } }
}

type Problems = {
  found: FileProblem[]
  add(path: Path, reason: string, suggestion?: string | null): void
}

function createProblems(file: LoadedFile): Problems {
  const found: FileProblem[] = []
  return {
    found,
    add: (path, reason, suggestion = null) =>
      found.push(problem(file.lineOf(path), reason, suggestion)),
  }
}

function compileRead(
  name: string,
  given: ActionFile['read'][string],
  action: ActionFile,
  files: Files,
  wrong: Problems,
): Read {
  const path = ['read', name]
  if (name === 'input' || name === 'scope' || name === 'before') {
    wrong.add(path, `“${name}” has a meaning of its own and cannot name a read`)
  }
  const mapping = given.with ?? {}
  checkMapping(mapping, ['input', 'scope'], action, [...path, 'with'], wrong)
  const source = findFile('Source', given.source, [...path, 'source'], files, wrong)
  if (source && source.definition.single !== true) {
    wrong.add(
      [...path, 'source'],
      `“${given.source}” answers a list; a read needs a source with “single: true”`,
    )
  }
  return {
    name,
    source: given.source,
    title: String(source?.definition.title ?? given.source),
    with: mapping,
  }
}

function findFile(
  kind: string,
  id: string,
  path: Path,
  files: Files,
  wrong: Problems,
): LoadedFile | undefined {
  const all = files(kind)
  const found = all.find((file) => file.id === id)
  if (!found) {
    const known = all.map((file) => file.id)
    wrong.add(path, `There is no ${kind.toLowerCase()} “${id}”`, nearest(id, known))
  }
  return found
}

/** Paths must begin with a known name, and those into the input must name one of its properties. */
function checkMapping(
  mapping: Mapping,
  names: readonly string[],
  action: ActionFile,
  path: Path,
  wrong: Problems,
): void {
  for (const [key, value] of Object.entries(mapping)) {
    if (isPath(value)) checkPath(value, names, action, [...path, key], wrong)
  }
}

function checkPath(
  text: string,
  names: readonly string[],
  action: ActionFile,
  path: Path,
  wrong: Problems,
): void {
  const [root = '', field = ''] = text.split('.')
  if (!names.includes(root)) {
    wrong.add(
      path,
      `“${root}” is not declared (declared: ${names.join(', ')})`,
      nearest(root, names),
    )
    return
  }
  const fields =
    root === 'input'
      ? Object.keys(action.input.properties)
      : root === 'scope'
        ? ['account_id']
        : null
  if (fields && !fields.includes(field)) {
    wrong.add(path, `“${text}” names nothing`, nearest(field, fields))
  }
}

function compileAt(
  text: string,
  names: readonly string[],
  path: Path,
  wrong: Problems,
): CelProgram | null {
  try {
    return compileCel(text, names)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    wrong.add(path, error.message)
    return null
  }
}

function compileInput(given: ActionFile, files: Files, wrong: Problems): ActionInput | null {
  const { properties, required = [] } = given.input
  for (const name of required) {
    if (!Object.hasOwn(properties, name)) {
      wrong.add(
        ['input', 'required'],
        `“${name}” is required but not a property`,
        nearest(name, Object.keys(properties)),
      )
    }
  }
  const fields = Object.entries(properties).map(([name, property]): InputField => ({
    name,
    title: property.title ?? name,
    isRequired: required.includes(name),
    pick: compilePick(name, property['x-pick'], files, wrong),
  }))
  try {
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    addFormats.default(ajv)
    const validate = ajv.compile(given.input)
    return {
      schema: given.input,
      fields,
      validate: (input) => (validate(input) ? [] : (validate.errors ?? []).map(inputProblem)),
    }
  } catch (error) {
    wrong.add(['input'], `The input is not a JSON Schema: ${messageOf(error)}`)
    return null
  }
}

function compilePick(
  name: string,
  pick: string | undefined,
  files: Files,
  wrong: Problems,
): InputField['pick'] {
  if (pick === undefined) return null
  const path = ['input', 'properties', name, 'x-pick']
  const at = pick.lastIndexOf('.')
  const [source, column] = [pick.slice(0, at), pick.slice(at + 1)]
  findFile('Source', source, path, files, wrong)
  return { source, column }
}

function inputProblem(error: ErrorObject): { path: string; message: string } {
  const params = error.params as { additionalProperty?: string; missingProperty?: string }
  const own = params.additionalProperty ?? params.missingProperty
  const path = [...error.instancePath.split('/').slice(1), ...(own ? [own] : [])].join('.')
  return { path, message: error.message ?? 'is not valid' }
}

function compileRun(
  given: ActionFile,
  names: readonly string[],
  files: Files,
  wrong: Problems,
): OperationCall | null {
  const { run } = given
  const connections = connectionsOf(files)
  if (connections[run.connection]?.kind !== 'http') {
    const known = Object.keys(connections).filter((name) => connections[name]?.kind === 'http')
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
  const call = {
    connection,
    credential,
    params: mappings.params,
    query: mappings.query,
    body: run.body ?? null,
  }
  return compileOperation(run.openapi, ['run'], call, files, wrong)
}

/** The dry run: the same values, plus its own query, which the operation must know about. */
function compilePreview(
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

function compileLimits(given: ActionFile, names: readonly string[], wrong: Problems): Limits {
  const { lock = 'account', cooldown, rate = [], timeout, retry, breaker } = given.limits
  cooldown?.key.forEach((part, i) =>
    checkPath(part, names, given, ['limits', 'cooldown', 'key', i], wrong),
  )
  return {
    isLocking: lock === 'account',
    cooldown: cooldown
      ? { key: cooldown.key, max: cooldown.max, windowMs: parseDuration(cooldown.window) }
      : null,
    rates: rate.map(({ per, max, window }) => ({ per, max, windowMs: parseDuration(window) })),
    timeoutMs: parseDuration(timeout),
    retry: {
      max: retry?.max ?? 0,
      onTimeout: retry?.on.includes('timeout') ?? false,
      on5xx: retry?.on.includes('5xx') ?? false,
    },
    breaker: breaker
      ? { failures: breaker.failures, windowMs: parseDuration(breaker.window) }
      : null,
  }
}

function compileApproval(
  given: ActionFile,
  condition: (text: string, path: Path) => CelProgram | null,
): Action['approval'] {
  if (!given.approval) return given.tier === 'two_person' ? { when: null, role: 'engineer' } : null
  const { when, role } = given.approval
  const isAlways = when === undefined || given.tier === 'two_person'
  return { when: isAlways ? null : condition(when, ['approval', 'when']), role }
}

function compileVerify(
  given: ActionFile,
  reads: readonly Read[],
  names: readonly string[],
  wrong: Problems,
): Action['verify'] {
  const { source, cel, within } = given.verify
  const read = reads.find((candidate) => candidate.source === source)
  if (!read) {
    const known = reads.map((candidate) => candidate.source)
    wrong.add(
      ['verify', 'source'],
      `verify must read again what is under “read”`,
      nearest(source, known),
    )
  }
  compileAt(cel, verifyNames(read?.name, names), ['verify', 'cel'], wrong)
  return { read: read ?? reads[0]!, cel, withinMs: parseDuration(within) }
}

/** Verification reads one source anew; what the others said is in `before`. */
export function verifyNames(read: string | undefined, names: readonly string[] = []): string[] {
  return ['input', 'scope', 'before', ...(read === undefined ? names : [read])]
}

function compileUndo(given: ActionFile, files: Files, wrong: Problems): Action['undo'] {
  const { undo } = given
  if (!('action' in undo)) return { none: undo.none }
  const file = findFile('Action', undo.action, ['undo', 'action'], files, wrong)
  const back = file?.definition as Partial<ActionFile> | undefined
  const missing = (back?.input?.required ?? []).filter(
    (name) => !Object.hasOwn(given.input.properties, name),
  )
  if (missing.length > 0) {
    wrong.add(
      ['undo', 'action'],
      `“${undo.action}” needs ${missing.join(', ')}, which this action's input has not`,
    )
  }
  return {
    action: undo.action,
    title: back?.title ?? undo.action,
    withinMs: parseDuration(undo.within),
  }
}

function compileRedact(given: ActionFile, names: readonly string[], wrong: Problems): Set<string> {
  const redact = given.audit?.redact ?? []
  redact.forEach((field, i) => checkPath(field, names, given, ['audit', 'redact', i], wrong))
  return new Set(redact)
}

/** A guard that reads nothing is always or never true: a mistake either way. */
function refuseImpossible(action: Pick<Action, 'guards'>, wrong: Problems): void {
  action.guards.forEach((guard, i) => {
    if (guard.program.names.length > 0) return
    const always = guard.program.evaluate({})
    const verdict = 'value' in always && always.value === true ? 'always' : 'never'
    wrong.add(['guards', i, 'cel'], `The guard “${guard.id}” is ${verdict} true: it reads nothing`)
  })
}

function definitionHash(file: LoadedFile, given: ActionFile, files: Files): string {
  const api = given.run.openapi.split('#')[0]
  const named = [file, ...files('OpenAPI').filter((f) => f.id === api), ...files('Project')]
  return createHash('sha256')
    .update(named.map((f) => f.hash).join(' '))
    .digest('hex')
}
