import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const tries = 5
const micro = 1_000

/**
 * How many times the processor time of `work(size)` grows when `size` becomes eight times as large:
 * about 1 when it does not look at all of it, 8 when it is linear, 64 when it is quadratic. Time of
 * this thread alone, the least of some tries, so that a busy machine does not show in it. Choose
 * `size` such that the work takes some milliseconds.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size) // compiled before it is measured
  // what others have left behind is not collected while this is measured
  collect()
  const small = await leastOf(work, size)
  const large = await leastOf(work, size * 8)
  // below a millisecond the clock is what is measured
  return large / Math.max(small, micro)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (how?: { type: 'minor' }) => void

async function leastOf(work: (size: number) => unknown, size: number): Promise<number> {
  let least = Infinity
  for (let i = 0; i < tries; i++) {
    // all of it each time would take many times as long as the work; an old try leaves little behind
    collect({ type: 'minor' })
    const before = spent()
    await work(size)
    least = Math.min(least, spent() - before)
  }
  return least
}

/** @returns microseconds of this thread */
function spent(): number {
  // Linux brings a thread's own figure up to date at its ticks only, some milliseconds apart, and
  // whenever the whole process is asked for
  process.cpuUsage()
  const { user, system } = process.threadCpuUsage()
  return user + system
}
