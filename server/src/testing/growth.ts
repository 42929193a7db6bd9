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
  const small = await leastOf(work, size)
  const large = await leastOf(work, size * 8)
  // below a millisecond the clock is what is measured
  return large / Math.max(small, micro)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

async function leastOf(work: (size: number) => unknown, size: number): Promise<number> {
  let least = Infinity
  for (let i = 0; i < tries; i++) {
    // what others have left behind is not collected while this is measured
    collect()
    const before = process.threadCpuUsage()
    await work(size)
    const { user, system } = process.threadCpuUsage(before)
    least = Math.min(least, user + system)
  }
  return least
}
