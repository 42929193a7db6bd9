import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const tries = 5
const pieces = 32
const leastMeasured = 10_000

/** What `growthOf` gives for work that grows with its length at most: halfway between 1 and 32. */
export const linear = Math.sqrt(pieces)

/**
 * How many times the processor time of `work(size)` is that of the same length in 32 pieces: about
 * 1 when it is linear, 32 when it is quadratic, 1/32 when it does not look at all of it. Time of
 * this thread alone, the least of some tries, so that a busy machine does not show in it; and as
 * much is left for the collector by the pieces as by the whole, so that its work does not either.
 * Choose `size` such that the whole takes some tens of milliseconds.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  const piece = Math.ceil(size / pieces)
  await work(piece) // compiled before it is measured
  // what others have left behind is not collected while this is measured
  collect()
  const inPieces = await leastOf(async () => {
    for (let i = 0; i < pieces; i++) await work(piece)
  })
  const whole = await leastOf(() => work(size))
  // below some milliseconds the clock and the collector are what is measured
  return whole / Math.max(inPieces, leastMeasured)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (how?: { type: 'minor' }) => void

async function leastOf(work: () => unknown): Promise<number> {
  let least = Infinity
  for (let i = 0; i < tries; i++) {
    // all of it each time would take many times as long as the work; an old try leaves little behind
    collect({ type: 'minor' })
    const before = spent()
    await work()
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
