import { readFileSync } from 'node:fs'
import { seconds } from './clock.ts'

/**
 * Ten seconds is what those who started us wait, before they kill; the last two of them are for the way
 * of the signal to us and of our end to them, which is long on a busy machine.
 */
const longestStopMs = 8 * seconds
const lookEveryMs = 500
const mostStarters = 4

/**
 * Resolves when this process is to stop: at the first SIGINT or SIGTERM, or when npm, which started
 * it, is gone without having passed on a signal. A second signal does not wait for anything, and
 * nothing waits longer than ten seconds. npm and `timeout` pass on a signal that the terminal has
 * sent already: what comes within a second is still the first.
 */
export function untilStopped(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const stop = () => {
      if (first === undefined) {
        first = performance.now()
        setTimeout(() => process.exit(1), longestStopMs).unref()
        resolve()
      } else if (performance.now() - first > seconds) process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    if (env.npm_lifecycle_event) watchStarters(stop)
  })
}

/**
 * npm, and what stands between it and us: a shell, or an older Node that passes on to this one. When
 * one of them is gone the others do not tell.
 */
function watchStarters(stop: () => void): void {
  const parent = process.ppid
  const chain = startersFrom(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && chain.every(({ pid, by }) => parentOf(pid) === by)) return
    clearInterval(timer)
    stop()
  }, lookEveryMs)
  timer.unref()
}

/** Each with its own parent, below npm; none where npm is not found. */
function startersFrom(parent: number): { pid: number; by: number }[] {
  const chain: { pid: number; by: number }[] = []
  for (let pid = parent; chain.length < mostStarters;) {
    if (/npm/.test(readOf(pid, 'cmdline') ?? '')) return chain
    const by = parentOf(pid)
    if (by === null || by <= 1) return []
    chain.push({ pid, by })
    pid = by
  }
  return []
}

/** @returns null where there is no /proc, or no such process */
function parentOf(pid: number): number | null {
  const parent = /^PPid:\s*(\d+)$/m.exec(readOf(pid, 'status') ?? '')?.[1]
  return parent === undefined ? null : Number(parent)
}

function readOf(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}
