import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { refuseInTransaction } from './refuse-in-transaction.ts'

/** What a process is asked. */
export type Asked<Question> = { question: Question; processorMs: number }
/** What a process says to a question. Before the first it says anything at all: that it is there. */
export type Said<Answer> = { answer: Answer } | { error: string }

export type ProcessPool<Question, Answer> = {
  /** @throws ProcessesBusy, TookTooMuch, Error with the words of what the process threw */
  ask(question: Question): Promise<Answer>
}

type Limits = {
  processes: number
  /** Questions that wait for a process; one more is refused. */
  waiting: number
  /** Of the processor, for one question: a busy machine makes no text too large. */
  processorMs: number
  memoryMb: number
}

/** As many questions as may wait are waiting. */
export class ProcessesBusy extends Error {}
/** Ended at its limit of the processor's time, or out of memory. */
export class TookTooMuch extends Error {}

/** A process that was not asked for so long gives its memory back. */
const idleMs = 60_000
/** Even a question that waits, and uses no processor, has an end; a busy machine needs longer. */
const longestMs = (processorMs: number) => Math.max(5 * 60_000, 6 * processorMs)

/**
 * Work that a request brings and that may take long, or much memory, beside the desk's own process,
 * which goes on answering. A thread would not do: one that runs out of memory can end the process it
 * belongs to, whatever its limits say. Processes are started when needed and kept for a while.
 * @param module runs `answerInProcess`
 */
export function createProcessPool<Question, Answer>(
  module: URL,
  limits: Limits,
): ProcessPool<Question, Answer> {
  const idle: OneProcess<Question, Answer>[] = []
  const waiting: (() => void)[] = []
  let free = limits.processes

  async function ask(question: Question): Promise<Answer> {
    refuseInTransaction('A process')
    await turn()
    try {
      const one = takeIdle() ?? (await startProcess<Question, Answer>(module, limits))
      const answer = await one.ask(question)
      one.rest()
      idle.push(one)
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
    if (waiting.length >= limits.waiting) throw new ProcessesBusy('Too much is being checked')
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push(resolve)
    await promise
  }

  /** One that ended while nobody asked it is forgotten. */
  function takeIdle(): OneProcess<Question, Answer> | undefined {
    let one = idle.pop()
    while (one?.hasEnded()) one = idle.pop()
    return one
  }

  return { ask }
}

type OneProcess<Question, Answer> = {
  /** Ended when it did not answer, or failed: nobody knows what it holds. */
  ask(question: Question): Promise<Answer>
  /** It does not keep the desk from ending, and ends when nobody asks it for a while. */
  rest(): void
  hasEnded(): boolean
}

async function startProcess<Question, Answer>(
  module: URL,
  { memoryMb, processorMs }: Limits,
): Promise<OneProcess<Question, Answer>> {
  const child = fork(fileURLToPath(module), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => (complaint = `${complaint}${text}`.slice(-2_000)))
  let resting: NodeJS.Timeout | undefined

  async function hear<Message>(): Promise<Message> {
    const { promise, resolve, reject } = Promise.withResolvers<Message>()
    const onExit = (code: number | null) =>
      reject(
        code === null
          ? new TookTooMuch('It took too long, or too much memory')
          : new Error(`The process ended by itself (${code}): ${complaint}`),
      )
    const late = setTimeout(
      () => reject(new TookTooMuch('It took too long')),
      longestMs(processorMs),
    )
    child.once('message', resolve).once('exit', onExit).once('error', reject)
    try {
      return await promise
    } finally {
      clearTimeout(late)
      child.off('message', resolve).off('exit', onExit).off('error', reject)
    }
  }

  async function ask(question: Question): Promise<Answer> {
    clearTimeout(resting)
    hold(child, true)
    try {
      const heard = hear<Said<Answer>>()
      child.send({ question, processorMs } satisfies Asked<Question>)
      const said = await heard
      if ('error' in said) throw new Error(said.error)
      return said.answer
    } catch (error) {
      child.kill('SIGKILL')
      throw error
    }
  }

  await hear()
  return {
    ask,
    rest() {
      resting = setTimeout(() => child.kill('SIGKILL'), idleMs).unref()
      hold(child, false)
    },
    hasEnded: () => child.exitCode !== null || child.killed || !child.connected,
  }
}

/** What the desk knows of passwords and keys is no part of it. */
function environment(): NodeJS.ProcessEnv {
  const { TZ, LANG } = process.env
  return { ...(TZ !== undefined && { TZ }), ...(LANG !== undefined && { LANG }) }
}

/** Whether the desk waits for it before it ends. */
function hold(child: ChildProcess, isHeld: boolean): void {
  const way = isHeld ? 'ref' : 'unref'
  child[way]()
  child.channel?.[way]()
  const stderr = child.stderr as (ChildProcess['stderr'] & { ref(): void; unref(): void }) | null
  stderr?.[way]()
}
