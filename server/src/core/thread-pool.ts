import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What a thread says to a question. Before the first it says anything at all: that it is there. */
export type Said<Answer> = { answer: Answer } | { error: string }

export type ThreadPool<Question, Answer> = {
  /** @throws ThreadsBusy, TookTooMuch, Error with the words of what the thread threw */
  ask(question: Question): Promise<Answer>
}

type Limits = {
  threads: number
  /** Questions that wait for a thread; one more is refused. */
  waiting: number
  /** Of the processor, for one question: a busy machine makes no text too large. */
  processorMs: number
  memoryMb: number
}

/** As many questions as may wait are waiting. */
export class ThreadsBusy extends Error {}
/** Ended after its deadline, or out of memory. */
export class TookTooMuch extends Error {}

/**
 * Work that a request brings and that may take long, beside the process's own thread, which goes on
 * answering. Threads are started when needed, kept, and replaced when one had to be ended.
 * @param module runs `answerInThread`
 */
export function createThreadPool<Question, Answer>(
  module: URL,
  limits: Limits,
): ThreadPool<Question, Answer> {
  const idle: Worker[] = []
  const waiting: (() => void)[] = []
  let free = limits.threads

  async function ask(question: Question): Promise<Answer> {
    await turn()
    try {
      const thread = idle.pop() ?? (await startThread(module, limits))
      const answer = await askThread<Answer>(thread, question, limits)
      idle.push(thread)
      return answer
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }

  async function turn(): Promise<void> {
    if (free > 0) {
      free--
      return
    }
    if (waiting.length >= limits.waiting) throw new ThreadsBusy('Too much is being checked')
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push(resolve)
    await promise
  }

  return { ask }
}

async function startThread(module: URL, { memoryMb }: Limits): Promise<Worker> {
  const thread = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  await once(thread, 'message')
  return thread
}

/** A thread that did not answer, or failed, is ended: nobody knows what it holds. */
async function askThread<Answer>(
  thread: Worker,
  question: unknown,
  limits: Limits,
): Promise<Answer> {
  thread.ref()
  const deadline = watch(thread, limits)
  try {
    const heard = once(thread, 'message') as Promise<[Said<Answer>]>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(question)
    const [said] = await Promise.race([heard, deadline.passed])
    if ('error' in said) throw new Error(said.error)
    thread.unref()
    return said.answer
  } catch (error) {
    await thread.terminate()
    throw isOutOfMemory(error) ? new TookTooMuch('It took too much memory') : error
  } finally {
    deadline.stop()
  }
}

const looksEveryMs = 100
/** Even one that waits, and uses no processor, has an end. */
const longestMs = 5 * 60_000

/** Looks again and again how much of the processor a thread has used since. */
function watch(thread: Worker, { processorMs }: Limits): { passed: Promise<never>; stop(): void } {
  const { promise, reject } = Promise.withResolvers<never>()
  const began = thread.cpuUsage()
  const look = async () => {
    const [{ user, system }, before] = await Promise.all([thread.cpuUsage(), began])
    if ((user + system - before.user - before.system) / 1_000 > processorMs) tooLong()
  }
  const tooLong = () => reject(new TookTooMuch('It took too long'))
  // a thread that has ended just now has nothing to tell
  const looking = setInterval(() => void look().catch(() => undefined), looksEveryMs)
  const end = setTimeout(tooLong, longestMs)
  promise.catch(() => undefined)
  return {
    passed: promise,
    stop() {
      clearInterval(looking)
      clearTimeout(end)
    },
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
