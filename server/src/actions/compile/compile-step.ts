import type { StepFile } from '@firstline/contract/formats/action'
import type { Known } from '#server/connections/check-mapping.ts'
import type { Action, Read } from './action.ts'
import type { Files, Problems } from './action-problems.ts'
import { beforeOf } from './action-problems.ts'
import { compileCall } from './compile-call.ts'
import { compilePreview } from './compile-operation.ts'
import { compilePoll } from './compile-poll.ts'
import { compileProofs } from './compile-proofs.ts'
import { compileUndo } from './compile-undo.ts'
import { compileVerify } from './compile-verify.ts'

/** One call, how it is seen to have worked, and how it is taken back. */
export type Call = Pick<Action, 'run' | 'proofs' | 'preview' | 'poll' | 'verify' | 'undo'>

/** What may be named where. */
export type Names = {
  reads: readonly Read[]
  /** What a row of each read holds. */
  rows: Known
  /** By what is sent. */
  known: Known
  /** By conditions. */
  readable: Known
  /** The steps of a chain up to this one, with what came of them. */
  steps?: Known
}

export function compileStep(
  given: StepFile,
  { reads, rows, known, readable, steps = new Map() }: Names,
  files: Files,
  wrong: Problems,
): Call | null {
  const run = compileCall(given, known, files, wrong)
  const preview = run?.kind === 'http' ? compilePreview(given, run, known, files, wrong) : null
  const proofs = [
    ...(run?.kind === 'http' ? compileProofs(run, { given, path: ['run'] }, files, wrong) : []),
    ...(preview ? compileProofs(preview, { given, path: ['preview'] }, files, wrong) : []),
  ]
  const poll = run?.kind === 'http' ? compilePoll(given, run, known, files, wrong) : null
  const seen = new Map([...readable, ['before', beforeOf(rows)] as const, ...steps])
  const verify = compileVerify(given, reads, { readable: seen, steps: [...steps.keys()] }, wrong)
  const undo = compileUndo(given, rows, { files, steps }, wrong)
  return run && { run, proofs, preview, poll, verify, undo }
}
