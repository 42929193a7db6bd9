import type { StepFile } from '@firstline/contract/formats/action'
import type { Known } from '#server/connections/check-mapping.ts'
import type { Files, Problems } from './action-problems.ts'
import { compileRun } from './compile-operation.ts'
import type { OperationCall } from './compile-operation.ts'
import { compileStatement } from './compile-statement.ts'
import type { StatementCall } from './compile-statement.ts'

/** What an action does to its target, without values: another kind is a line here and one below. */
export type CompiledCall = OperationCall | StatementCall

export function compileCall(
  given: StepFile,
  known: Known,
  files: Files,
  wrong: Problems,
): CompiledCall | null {
  const { run } = given
  if ('openapi' in run) return compileRun(given, run, known, files, wrong)
  return compileStatement(given, run, known, files, wrong)
}
