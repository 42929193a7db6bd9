import { compileCel } from './cel.ts'
import type { CelProgram } from './cel.ts'

/** Far more than the conditions of a project; what is compiled again after it loses nothing but time. */
const mostKept = 2_000
const kept = new Map<string, CelProgram>()

/**
 * What `compileCel` returns, compiled once: for conditions that are at hand as text only, because
 * they come out of the database.
 * @throws CelError
 */
export function recallCel(text: string, names: readonly string[]): CelProgram {
  const key = JSON.stringify([text, names])
  const known = kept.get(key)
  if (known) return known
  const program = compileCel(text, names)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, program)
  return program
}
