import type { RunbookLint, RunbookProblem, RunbookTest } from '@firstline/contract/runbooks'
import { Invalid, Limited } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { ProcessesBusy, TookTooMuch, createProcessPool } from '#server/core/process-pool.ts'
import { tooManyEntries } from '#server/project/too-many-entries.ts'
import type { RunbookAnswer, RunbookQuestion, RunbookReading } from './check-process.ts'
import type { Named } from '#server/runbooks/format/named.ts'

const processorSeconds = 10

/** Of whatever a text that somebody wrote is asked. */
export const textLimits = {
  processes: 2,
  waiting: 40,
  processorMs: processorSeconds * 1_000,
  memoryMb: 512,
}

const pool = createProcessPool<RunbookQuestion, RunbookAnswer>(
  new URL('./check-process.ts', import.meta.url),
  textLimits,
)

/**
 * A runbook's text comes from whoever may write one, and reading it can take long: it is read, linted
 * and tested in a process of its own.
 * @throws Invalid `runbook.too-large` naming the bound, Limited `runbook.busy`
 */
export async function lintInProcess(source: string, named: Named): Promise<RunbookLint> {
  const answer = await ask({ about: 'problems', source, named })
  if ('lint' in answer) return answer.lint
  throw new Error('The process answered another question')
}

/** Of files nobody waits for, one after another: they are never too many at once. */
const filePool = createProcessPool<RunbookQuestion, RunbookAnswer>(
  new URL('./check-process.ts', import.meta.url),
  { ...textLimits, processes: 1, waiting: 1 },
)

/**
 * The same for a file of the project folder.
 * @throws Invalid `runbook.too-large`
 */
export async function lintFileInProcess(source: string, named: Named): Promise<RunbookProblem[]> {
  const answer = await ask({ about: 'problems', source, named }, filePool)
  return 'lint' in answer ? answer.lint.problems : []
}

/** @throws as `lintInProcess` */
export async function readInProcess(source: string): Promise<RunbookReading> {
  const answer = await ask({ about: 'form', source })
  if ('reading' in answer) return answer.reading
  throw new Error('The process answered another question')
}

/** @throws as `lintInProcess` */
export async function testInProcess(source: string): Promise<RunbookTest> {
  const answer = await ask({ about: 'fixtures', source })
  if ('test' in answer) return answer.test
  throw new Error('The process answered another question')
}

async function ask(question: RunbookQuestion, by = pool): Promise<RunbookAnswer> {
  const excess = tooManyEntries(question.source)
  if (excess !== null) throw new Invalid('runbook.too-large', excess)
  try {
    return await by.ask(question)
  } catch (error) {
    throw refusalOfText(error)
  }
}

/** Of what a process of these limits threw. */
export function refusalOfText(error: unknown): unknown {
  if (error instanceof TookTooMuch) {
    const reason = sentence`The text cannot be checked within ${processorSeconds} seconds: write fewer or shorter conditions`
    return new Invalid('runbook.too-large', reason)
  }
  if (error instanceof ProcessesBusy) {
    return new Limited('runbook.busy', 'Many texts are being checked; try again in a moment', 5)
  }
  return error
}
