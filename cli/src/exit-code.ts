import { ProblemError } from '@firstline/contract/client'
import { Refusal } from '@firstline/server/errors'
import { clearProgress } from './progress.ts'

/** What went wrong → what a script can tell from the exit code. */
const exitCodes = { done: 0, refused: 1, usage: 2, unavailable: 3 } as const

/** A command line that cannot be understood; the message says what is wrong with it. */
export class Usage extends Error {}

/**
 * Runs a command to its exit code; an expected refusal is a message, not a stack.
 * @param run may end with a code of its own, told in the command's help
 */
export async function toExitCode(name: string, run: () => Promise<number | void>): Promise<number> {
  try {
    return (await run()) ?? exitCodes.done
  } catch (error) {
    clearProgress()
    if (error instanceof Usage) {
      process.stderr.write(`${error.message}\nSee: firstline ${name} --help\n`)
      return exitCodes.usage
    }
    if (!(error instanceof Error)) throw error
    process.stderr.write(wordsOf(error))
    return isUnavailable(error) ? exitCodes.unavailable : exitCodes.refused
  }
}

function wordsOf(error: Error): string {
  const isExpected = error instanceof Refusal || error instanceof ProblemError
  if (!isExpected) return `${error.stack ?? String(error)}\n`
  const errors = error instanceof Refusal ? error.extra.errors : error.problem.errors
  const faults = errors?.map(({ path, message: why }) => `  ${path}: ${why}\n`) ?? []
  return [`${error.message}\n`, ...faults].join('')
}

/** The desk or its database went away, or was never there: SQLSTATE class 08 and 57P, or no connection. */
function isUnavailable(error: Error & { code?: unknown }): boolean {
  if (error instanceof Refusal) return error.kind === 'unavailable'
  if (error instanceof ProblemError)
    return error.problem.status === 0 || error.problem.status >= 500
  return typeof error.code === 'string' && /^(?:08|57P|ECONN|ENOENT$)/.test(error.code)
}
