import { loadavg } from 'node:os'

/**
 * How long each piece of work took, in milliseconds, with so many under way at once.
 * @param work called with 0, 1, 2 …
 */
export async function timeEach(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const began = performance.now()
      await work(next++)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return times
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** The value that this share of them does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const perSecond = (count: number, seconds: number) =>
  `${Math.round(count / seconds).toLocaleString('en')}/s`
export const times = (ratio: number) => `${ratio.toFixed(1)} ×`

/** A small table; the machine's load beside it, because other programs slow everything down. */
export function print(title: string, header: readonly string[], rows: readonly string[][]): void {
  const all = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
  console.log(`${title} (load average ${load})`)
  for (const row of all) console.log(`  ${line(row)}`)
}

/** Of the command: 100k, 1m … tickets. */
export function sizesAsked(): number[] {
  const asked = process.argv.slice(2)
  return (asked.length > 0 ? asked : ['100k']).map((word) => {
    const [, number, unit] = /^([\d.]+)([km]?)$/.exec(word) ?? []
    if (number === undefined)
      throw new Error(`“${word}” is no number of tickets: say 100k, 1m or 10m`)
    return Number(number) * { '': 1, k: 1_000, m: 1_000_000 }[unit as '' | 'k' | 'm']
  })
}
