import { createProcessPool } from '#server/core/process-pool.ts'
import { refusalOfText, textLimits } from '#server/runbooks/lint/check-in-process.ts'
import type { DecideQuestion, Decided } from './decide-process.ts'

const pool = createProcessPool<DecideQuestion, Decided>(
  new URL('./decide-process.ts', import.meta.url),
  textLimits,
)

/**
 * What a text that was never published makes of what was found: its conditions may be slow, so they are
 * tried in a process of their own.
 * @throws as `lintInProcess`
 */
export async function decideInProcess(question: DecideQuestion): Promise<Decided> {
  try {
    return await pool.ask(question)
  } catch (error) {
    throw refusalOfText(error)
  }
}
