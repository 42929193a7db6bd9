import type { PreciseTime } from './store.ts'

/** Nanoseconds since 1970. */
export function nanosOf(at: Date): bigint {
  return BigInt(at.getTime()) * 1_000_000n
}

export function preciseTime(at: bigint): PreciseTime {
  const micros = String(at / 1_000n).padStart(7, '0')
  const whole = new Date(Number(at / 1_000_000n)).toISOString()
  return `${whole.slice(0, -1)}${micros.slice(-3)}Z`
}

/** RFC 3339 in UTC with all nine digits. */
export function nanoTime(at: bigint): string {
  const whole = new Date(Number(at / 1_000_000n)).toISOString()
  return `${whole.slice(0, 19)}.${String(at % 1_000_000_000n).padStart(9, '0')}Z`
}

/** What a time of RFC 3339 is in nanoseconds since 1970; null where it is none. */
export function nanosIn(text: unknown): bigint | null {
  if (typeof text !== 'string') return null
  const match = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\d*(Z|[+-]\d\d:?\d\d)$/.exec(
    text,
  )
  if (!match) return null
  const [, second = '', fraction = '', zone = ''] = match
  const ms = Date.parse(`${second.replace(' ', 'T')}${zone}`)
  return Number.isNaN(ms) ? null : BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0'))
}
