import type { ActionFile, StepFile } from '@firstline/contract/formats/action'
import { sentence } from '#server/core/sentence.ts'
import { pathsIn } from '#server/connections/mapping.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import type { Step } from './action.ts'
import { CelError, compileCel } from '#server/conditions/cel.ts'
import { fieldsRead } from '#server/conditions/fields-read.ts'
import { beforeOf, knownTo, readAgain } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'
import { compileStep } from './compile-step.ts'
import type { Call, Names } from './compile-step.ts'
import { refuseMasked } from './refuse-masked.ts'
import { sent } from './sent.ts'

type StepOfFile = NonNullable<ActionFile['steps']>[number]

/**
 * The steps of a chain. What a later one sends is what was read when the run began (`before`), an input, or
 * what came of an earlier step: its answer, or what its verification saw. A masked value is none of it,
 * as none is kept.
 */
export function compileChain(
  given: ActionFile,
  names: Omit<Names, 'steps'>,
  files: Files,
  wrong: Problems,
): (Step & Call)[] {
  const steps = given.steps ?? []
  const records = new Map([...names.rows].filter(([name]) => names.known.has(name)))
  const outcome = (step: StepOfFile) => {
    const row = names.rows.get(readAgain(given, step.verify.source) ?? '') ?? null
    return [step.id, { properties: { answer: null, seen: row } }] as const
  }
  const compiled = steps.map((step, i) => {
    const at = inStep(wrong, i)
    refuseName(step, given, i, wrong)
    const earlier: Known = new Map(steps.slice(0, i).map(outcome))
    const own: Known = new Map(steps.slice(0, i + 1).map(outcome))
    const { run, verify, undo } = step
    const file: StepFile = { ...given, run, verify, undo }
    const known = new Map([
      ...knownTo(given, new Map()),
      ['before', beforeOf(records)] as const,
      ...earlier,
    ])
    const call = compileStep(file, { ...names, known, steps: own }, files, at)
    if (call) refuseMasked(sent(call.run), ['run'], given, files, at)
    return call && { ...call, id: step.id, title: step.title }
  })
  return compiled.flatMap((step) => (step ? [{ ...step, kept: keptOf(step.id, given) }] : []))
}

/** Its own problems are said where they stand in the file. */
function inStep(wrong: Problems, i: number): Problems {
  const own = new Set<unknown>(['run', 'verify', 'undo'])
  return {
    found: wrong.found,
    add: (path, ...said) => wrong.add(own.has(path[0]) ? ['steps', i, ...path] : path, ...said),
  }
}

const reserved = ['input', 'scope', 'before', 'ticket', 'job', 'answer']

function refuseName(step: StepOfFile, given: ActionFile, i: number, wrong: Problems): void {
  const others = given.steps?.slice(0, i).map(({ id }) => id) ?? []
  if (![...reserved, ...Object.keys(given.read), ...others].includes(step.id)) return
  wrong.add(['steps', i, 'id'], sentence`“${step.id}” has a meaning already and cannot name a step`)
}

/** The paths in its answer that anything of the chain names. */
function keptOf(id: string, { read, steps = [] }: ActionFile): string[] {
  const names = [...reserved, ...Object.keys(read), ...steps.map((step) => step.id)]
  const inMappings = pathsIn(steps.map(({ run, undo }) => [run, 'with' in undo ? undo.with : null]))
  const inConditions = steps.flatMap(({ verify }) => fieldsOf(verify.cel, names))
  const root = `${id}.answer.`
  const named = [...inMappings, ...inConditions].filter((path) => path.startsWith(root))
  return [...new Set(named.map((path) => path.slice(root.length)))]
}

/** One that does not compile is said where it stands. */
function fieldsOf(condition: string, names: readonly string[]): string[] {
  try {
    return fieldsRead(compileCel(condition, [...names]).expr)
  } catch (error) {
    if (error instanceof CelError) return []
    throw error
  }
}
