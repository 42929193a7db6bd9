/** Time as a dependency, so that no test sleeps. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export const seconds = 1_000
export const minutes = 60 * seconds
export const hours = 60 * minutes
export const days = 24 * hours

export function later(from: Date, milliseconds: number): Date {
  return new Date(from.getTime() + milliseconds)
}
