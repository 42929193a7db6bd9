import type { RunbookLint, RunbookTest } from '@firstline/contract/runbooks'
import { Invalid, Limited } from '#server/core/errors.ts'
import { ThreadsBusy, TookTooMuch, createThreadPool } from '#server/core/thread-pool.ts'
import { tooManyEntries } from '#server/core/too-many-entries.ts'
import type { RunbookAnswer, RunbookQuestion, RunbookReading } from './check-thread.ts'
import type { Named } from './named.ts'

const processorSeconds = 10

const pool = createThreadPool<RunbookQuestion, RunbookAnswer>(
  new URL('./check-thread.ts', import.meta.url),
  { threads: 2, waiting: 40, processorMs: processorSeconds * 1_000, memoryMb: 512 },
)

/**
 * A runbook's text comes from whoever may write one, and reading it can take long: it is read, linted
 * and tested in a thread of its own.
 * @throws Invalid `runbook.too-large` naming the bound, Limited `runbook.busy`
 */
export async function lintInThread(source: string, named: Named): Promise<RunbookLint> {
  const answer = await ask({ about: 'problems', source, named })
  if ('lint' in answer) return answer.lint
  throw new Error('The thread answered another question')
}

/** @throws as `lintInThread` */
export async function readInThread(source: string): Promise<RunbookReading> {
  const answer = await ask({ about: 'form', source })
  if ('reading' in answer) return answer.reading
  throw new Error('The thread answered another question')
}

/** @throws as `lintInThread` */
export async function testInThread(source: string): Promise<RunbookTest> {
  const answer = await ask({ about: 'fixtures', source })
  if ('test' in answer) return answer.test
  throw new Error('The thread answered another question')
}

async function ask(question: RunbookQuestion): Promise<RunbookAnswer> {
  const excess = tooManyEntries(question.source)
  if (excess !== null) throw new Invalid('runbook.too-large', excess)
  try {
    return await pool.ask(question)
  } catch (error) {
    throw refusalOf(error)
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof TookTooMuch) {
    const reason = `The text cannot be checked within ${processorSeconds} seconds: write fewer or shorter conditions`
    return new Invalid('runbook.too-large', reason)
  }
  if (error instanceof ThreadsBusy) {
    return new Limited('runbook.busy', 'Many texts are being checked; try again in a moment', 5)
  }
  return error
}
