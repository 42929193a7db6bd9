import type { Proportion, Scorecard, Trend, Verdict } from '@firstline/contract/scorecard'
import type { Happening, ScorecardChange } from '@firstline/contract/scorecard-insights'

/** The numbers of a mail in words. It is written in English, as the mail to customers is. */

/** What resolution and reopens mean together. */
const meanings: Record<Exclude<Verdict, 'too_early'>, string> = {
  building: 'you are building the real thing',
  climbing: 'whether it holds is not certain yet',
  hollow: 'some of what is resolved does not stay resolved',
  holding_better: 'what is resolved stays resolved more often',
  steady: 'both hold',
  unclear: 'nothing moved that chance could not explain',
  coming_back: 'look first at what comes back',
  careful: 'less is resolved here, and it holds better',
  handing_on: 'more is being handed on',
  worsening: 'both numbers go the wrong way',
}

/** One sentence, only as sure as the numbers are. */
export function sentenceOf({ l1, reopen, verdict }: Scorecard['trend']): string {
  if (!reopen) {
    return 'There is too little judged history for a trend: it takes four weeks and 40 tickets.'
  }
  if (!l1 || verdict === 'too_early') return `Reopens ${courseOfMany(reopen)}.`
  return `First-line resolution ${course(l1)}; reopens ${courseOfMany(reopen)}: ${meanings[verdict]}.`
}

const courses = {
  rising: ['is climbing', 'are rising'],
  falling: ['is falling', 'are falling'],
  flat: ['is flat', 'are flat'],
  unclear: ['shows no clear change', 'show no clear change'],
} as const

const course = (trend: Trend) => `${courses[trend.direction][0]}, ${movement(trend)}`
const courseOfMany = (trend: Trend) => `${courses[trend.direction][1]}, ${movement(trend)}`

function movement({ change, low, high, weeks }: Trend): string {
  return `${points(change)} points in ${weeks} weeks (95%: ${points(low)} to ${points(high)})`
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)}%`
}

/** `+4.1`, with a real minus. */
function points(difference: number): string {
  const value = (Math.abs(difference) * 100).toFixed(1)
  if (value === '0.0') return value
  return `${difference < 0 ? '−' : '+'}${value}`
}

/** A rate never stands alone: its interval and counts are with it. */
function rate(value: Proportion | null): string {
  if (value === null) return 'not known'
  if (value.rate === null) return 'none yet'
  const interval = `95%: ${percent(value.low ?? 0)}–${percent(value.high ?? 1)}`
  const few = value.of < 20 ? ', few' : ''
  return `${percent(value.rate)} (${value.count} of ${value.of}${few}; ${interval})`
}

function hours(value: number | null): string {
  if (value === null) return 'not yet known'
  if (value < 1) return `${Math.round(value * 60)} min`
  return value < 72 ? `${value.toFixed(1)} h` : `${(value / 24).toFixed(1)} days`
}

/** The figures of the mail, each with its value. */
export function figuresOf({ card, change }: Numbers): [name: string, value: string][] {
  const { timeToResolution: time, csat } = card
  const business = time.business
    ? `; business hours: median ${hours(time.business.medianHours)}, 90% within ${hours(time.business.p90Hours)}`
    : ''
  const response = csat.response?.rate == null ? '' : `; ${percent(csat.response.rate)} answered`
  return [
    ['L1 resolution rate', rate(card.l1)],
    ['Reopen rate', rate(card.reopen)],
    ['Held L1 rate', rate(card.heldL1)],
    [
      'True time to resolution',
      `median ${hours(time.medianHours)}, 90% within ${hours(time.p90Hours)}${business}`,
    ],
    ['Satisfaction', `${rate(csat.up)}${response}`],
    [`L1 rate of last week (${change.after.isoWeek})`, rate(change.after.l1)],
  ]
}

export type Numbers = { card: Scorecard; change: ScorecardChange }

/** What moved the last whole week, and what went live meanwhile. */
export function changesOf({ before, after, types, happenings, ...change }: ScorecardChange) {
  if (change.change === null) return []
  const moved = types.slice(0, 3).flatMap(({ type, mix, within }) => {
    const all = points(mix + within)
    return all === '0.0' ? [] : [`${type ?? 'no type'}: ${all} points`]
  })
  return [
    `L1 rate ${percent(before.l1.rate ?? 0)} in ${before.isoWeek}, ${percent(after.l1.rate ?? 0)} in ` +
      `${after.isoWeek}: ${points(change.change)} points (95%: ${points(change.low ?? -1)} to ` +
      `${points(change.high ?? 1)}). ${points(change.mix ?? 0)} by other types coming in, ` +
      `${points(change.within ?? 0)} by the same types going otherwise.`,
    ...moved,
    ...happenings.slice(0, 5).map(wentLive),
  ]
}

function wentLive({ kind, title, version, at }: Happening): string {
  return `Went live ${at.slice(0, 10)}: ${kind} ${title} ${version}`.trim()
}
