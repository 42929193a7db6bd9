const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const

export type Age = {
  unit: (typeof steps)[number]['unit']
  count: number
}

/** The largest whole unit: 135 s is 2 minutes. */
export function ageOf(seconds: number): Age {
  const whole = Math.max(0, Math.floor(seconds))
  const step = steps.find((candidate) => whole >= candidate.seconds) ?? steps[3]
  return { unit: step.unit, count: Math.floor(whole / step.seconds) }
}
