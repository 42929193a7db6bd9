export type SnoozeTime = { id: 'hours' | 'tomorrow' | 'monday'; at: Date }

const morning = 9

/** In the time zone of whoever looks; on the eve of a Monday tomorrow is Monday. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const tomorrow = tomorrowMorning(now)
  const monday = morningIn(now, (8 - now.getDay()) % 7 || 7)
  return [
    { id: 'hours', at: new Date(now.getTime() + 3 * 3_600_000) },
    { id: 'tomorrow', at: tomorrow },
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ id: 'monday' as const, at: monday }]),
  ]
}

export function tomorrowMorning(now: Date): Date {
  return morningIn(now, 1)
}

/** By the calendar: a day on which the clock is changed is not 24 hours long. */
function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning)
}
