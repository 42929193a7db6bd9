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
