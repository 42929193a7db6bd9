import { createHash } from 'node:crypto'
import { actionForm } from '@firstline/contract/formats/action'
import type { ActionFile, StepFile } from '@firstline/contract/formats/action'
import { present } from '@firstline/contract/present'
import { sentence } from '#server/core/sentence.ts'
import { readSource } from '#server/accounts/load-sources.ts'
import { sourceFields } from '#server/accounts/source-fields.ts'
import { checkMapping, checkPath } from '#server/connections/check-mapping.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import { parseDuration } from '#server/project/duration.ts'
import type { CelProgram } from '#server/conditions/cel.ts'
import { canBeTrue } from '#server/conditions/cel-states.ts'
import { formReader } from '#server/project/form-reader.ts'
import type { Path } from '#server/project/places.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import type { Action, Limits, Read } from './action.ts'
import { addAll, compileAt, createProblems, findFile, knownTo } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'
import { compileChain } from './compile-chain.ts'
import { compileInput } from './compile-input.ts'
import { compileStep } from './compile-step.ts'
import type { Call } from './compile-step.ts'

export const readAction = formReader(actionForm)

/** Names the fields of a source's rows can have; null where nobody knows. */
export type FieldsOf = (source: LoadedFile) => ReadonlySet<string> | null

/**
 * Reads an action, checks everything it names and compiles it.
 * @param fieldsOf as far as the files of the sources tell, unless the sources were asked
 */
export function compileAction(
  file: LoadedFile,
  files: Files,
  fieldsOf: FieldsOf = declaredFields,
): { action: Action } | { problems: FileProblem[] } {
  const wrong = createProblems(file)
  const read = readAction(file)
  if ('problems' in read) return read
  const given = read.says
  const reads = Object.entries(given.read).map(([name, read]) =>
    compileRead(name, read, given, files, wrong),
  )
  const rows = rowsOf(reads, files, fieldsOf)
  const records = reads.filter(({ isMeasured }) => !isMeasured).map(({ name }) => name)
  const known = knownTo(given, new Map([...rows].filter(([name]) => records.includes(name))))
  const readable = knownTo(given, rows)
  const condition = (text: string, path: Path, declared = readable) =>
    compileAt(text, declared, path, wrong)
  const input = compileInput(given, files, wrong)
  const names = { reads, rows, known, readable }
  const steps = given.steps ? compileChain(given, names, files, wrong) : []
  const call = given.steps ? steps[0] : compileStep(single(given), names, files, wrong)
  const action: Omit<Action, 'input' | keyof Call> = {
    id: file.id,
    title: given.title,
    version: given.version,
    tier: given.tier,
    definition: definitionHash(file, given, files),
    reads,
    guards: (given.guards ?? []).flatMap(({ id, cel, say, holds = null }, i) => {
      const program = condition(cel, ['guards', i, 'cel'], new Map([...readable, ...ofTicket]))
      return program ? [{ id, program, say, holds }] : []
    }),
    limits: compileLimits(given, known, wrong),
    approval: compileApproval(given, condition),
    steps,
    needsReason: given.audit?.require?.includes('reason') ?? false,
    redact: compileRedact(given, known, wrong),
  }
  refuseImpossible(action, wrong)
  if (wrong.found.length > 0 || !call || !input) return { problems: wrong.found }
  const { run, proofs, preview, poll, verify, undo } = call
  return { action: { ...action, run, proofs, preview, poll, verify, undo, input } }
}

/** The form of the file has seen to it that what is no chain says all three. */
function single({ run, verify, undo, ...given }: ActionFile): StepFile {
  return { ...given, run: present(run), verify: present(verify), undo: present(undo) }
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
    wrong.add(path, sentence`“${name}” has a meaning of its own and cannot name a read`)
  }
  const mapping = given.with ?? {}
  addAll(checkMapping(mapping, knownTo(action, new Map()), [...path, 'with']), wrong)
  const source = findFile('Source', given.source, [...path, 'source'], files, wrong)
  const isMeasured = source?.definition.promql !== undefined
  if (source && source.definition.single !== true && !isMeasured) {
    wrong.add(
      [...path, 'source'],
      sentence`“${given.source}” answers a list; a read needs a source with “single: true”`,
    )
  }
  return {
    name,
    source: given.source,
    title: String(source?.definition.title ?? given.source),
    with: mapping,
    isMeasured,
  }
}

const ofTicket: Known = new Map([
  ['ticket', { properties: { sender_verified: { type: 'boolean' } } }],
])

/** As far as the file of the source tells. */
export function declaredFields(source: LoadedFile): ReadonlySet<string> | null {
  const read = readSource(source)
  return 'says' in read ? sourceFields(read.says) : null
}

/** What a row of each read holds, by the name of the read; null: anything. */
function rowsOf(reads: readonly Read[], files: Files, fieldsOf: FieldsOf): Known {
  return new Map(
    reads.map(({ name, source }) => {
      const file = files('Source').find(({ id }) => id === source)
      const fields = file ? fieldsOf(file) : null
      const properties = [...(fields ?? [])].map((field) => [field, {}] as const)
      return [name, fields && { properties: Object.fromEntries(properties) }] as const
    }),
  )
}

function compileLimits(given: ActionFile, known: Known, wrong: Problems): Limits {
  const { lock = 'account', cooldown, rate = [], timeout, retry, breaker } = given.limits
  cooldown?.key.forEach((part, i) =>
    addAll(checkPath(part, known, ['limits', 'cooldown', 'key', i]), wrong),
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
  if (!given.approval && given.tier !== 'two_person') return null
  const { when, role = 'engineer', ttl = '1h' } = given.approval ?? {}
  const program = when === undefined ? null : condition(when, ['approval', 'when'])
  return {
    when: given.tier === 'two_person' ? null : program,
    role,
    ttlMs: parseDuration(ttl),
  }
}

function compileRedact(given: ActionFile, known: Known, wrong: Problems): Set<string> {
  const redact = given.audit?.redact ?? []
  redact.forEach((field, i) => addAll(checkPath(field, known, ['audit', 'redact', i]), wrong))
  return new Set(redact)
}

/** A guard that nothing can make true, or that reads nothing, is a mistake. */
function refuseImpossible(action: Pick<Action, 'guards'>, wrong: Problems): void {
  action.guards.forEach((guard, i) => {
    if (guard.program.names.length > 0) {
      if (canBeTrue(guard.program)) return
      const reason = sentence`The guard “${guard.id}” can never be true: nothing it reads could make it so`
      wrong.add(['guards', i, 'cel'], reason)
      return
    }
    const always = guard.program.evaluate({})
    wrong.add(
      ['guards', i, 'cel'],
      'value' in always && always.value === true
        ? sentence`The guard “${guard.id}” is always true: it reads nothing`
        : sentence`The guard “${guard.id}” is never true: it reads nothing`,
    )
  })
}

function definitionHash(file: LoadedFile, given: ActionFile, files: Files): string {
  const runs = given.steps?.map(({ run }) => run) ?? (given.run ? [given.run] : [])
  const called = runs.map((run) => ('openapi' in run ? run.openapi : undefined))
  const described = [...called, given.preview?.openapi].map((name) => name?.split('#')[0])
  const named = [
    file,
    ...files('OpenAPI').filter((api) => described.includes(api.id)),
    ...files('Project'),
  ]
  return createHash('sha256')
    .update(named.map(({ hash }) => hash).join(' '))
    .digest('hex')
}
