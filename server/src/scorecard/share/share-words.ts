import type { Proportion, Scorecard, Trend } from '@firstline/contract/scorecard'
import type { ScorecardChange } from '@firstline/contract/scorecard-insights'
import type { MailLanguage } from '@firstline/contract/scorecard-share'
import { wordsIn } from './share-language.ts'
import type { MailWords } from './share-language.ts'

/** The numbers of a mail in words. */

export type Numbers = { card: Scorecard; change: ScorecardChange }
type Speech = { words: MailWords; figures: Figures }
type Figures = ReturnType<typeof figuresAs>

export type Said = {
  subject: string
  sentence: string
  period: string
  figures: [name: string, value: string][]
  changes: string[]
}

/** The whole mail, said in one language. */
export function say(
  { card, change }: Numbers,
  { from, to }: Record<'from' | 'to', string>,
  language: MailLanguage,
): Said {
  const speech = { words: wordsIn[language], figures: figuresAs(language) }
  return {
    subject: subjectOf(card.trend, speech),
    sentence: sentenceOf(card.trend, speech),
    period: speech.words.period(from, to, card.timeZone),
    figures: figuresOf({ card, change }, speech),
    changes: changesOf(change, speech),
  }
}

function subjectOf({ l1, reopen }: Scorecard['trend'], { words }: Speech): string {
  if (!reopen) return words.early
  const told = words.subjectReopen[reopen.direction]
  return l1 ? `${words.subjectL1[l1.direction]}, ${told}` : told
}

/** One sentence, only as sure as the numbers are. */
function sentenceOf({ l1, reopen, verdict }: Scorecard['trend'], speech: Speech): string {
  const { words } = speech
  if (!reopen) return words.tooLittle
  const moved = (trend: Trend) => movement(trend, speech)
  if (!l1 || verdict === 'too_early') {
    return `${words.reopenAlone[reopen.direction]}, ${moved(reopen)}.`
  }
  return (
    `${words.l1[l1.direction]}, ${moved(l1)}; ` +
    `${words.reopen[reopen.direction]}, ${moved(reopen)}: ${words.verdict[verdict]}.`
  )
}

function movement({ change, low, high, weeks }: Trend, { words, figures }: Speech): string {
  const { points } = figures
  return words.movement(points(change), weeks, points(low), points(high))
}

/** A rate never stands alone: its interval and counts are with it. */
function rate(value: Proportion | null, { words, figures }: Speech): string {
  if (value === null) return words.notKnown
  if (value.rate === null) return words.noneYet
  const { percent, count } = figures
  const interval = `${percent(value.low ?? 0)}–${percent(value.high ?? 1)}`
  const counts = words.counts(count(value.count), count(value.of), value.of < 20, interval)
  return `${percent(value.rate)} ${counts}`
}

function hours(value: number | null, { words, figures }: Speech): string {
  if (value === null) return words.notYetKnown
  if (value < 1) return words.minutes(figures.count(Math.round(value * 60)))
  return value < 72 ? words.hours(figures.one(value)) : words.days(figures.one(value / 24))
}

/** The figures of the mail, each with its value. */
function figuresOf({ card, change }: Numbers, speech: Speech): Said['figures'] {
  const { words, figures } = speech
  const { timeToResolution: time, csat } = card
  const told = ({ medianHours, p90Hours }: NonNullable<typeof time.business>) =>
    words.durations(hours(medianHours, speech), hours(p90Hours, speech))
  const response = csat.response?.rate ?? null
  return [
    [words.rates.l1, rate(card.l1, speech)],
    [words.rates.reopen, rate(card.reopen, speech)],
    [words.rates.held, rate(card.heldL1, speech)],
    [
      words.time,
      [told(time), ...(time.business ? [words.business(told(time.business))] : [])].join('; '),
    ],
    [
      words.satisfaction,
      rate(csat.up, speech) +
        (response === null ? '' : `; ${words.answered(figures.percent(response))}`),
    ],
    [words.rates.lastWeek(change.after.isoWeek), rate(change.after.l1, speech)],
  ]
}

/** What moved the last whole week, and what went live meanwhile. */
function changesOf(told: ScorecardChange, { words, figures }: Speech): string[] {
  const { before, after, types, happenings } = told
  if (told.change === null) return []
  const { points, percent } = figures
  const moved = types
    .slice(0, 3)
    .filter(({ mix, within }) => points(mix + within) !== points(0))
    .map(
      ({ type, mix, within }) => `${type ?? words.noType}: ${words.points(points(mix + within))}`,
    )
  const whole = words.change({
    before: percent(before.l1.rate ?? 0),
    beforeWeek: before.isoWeek,
    after: percent(after.l1.rate ?? 0),
    afterWeek: after.isoWeek,
    points: points(told.change),
    low: points(told.low ?? -1),
    high: points(told.high ?? 1),
    mix: points(told.mix ?? 0),
    within: points(told.within ?? 0),
  })
  const live = happenings
    .slice(0, 5)
    .map(({ kind, title, version, at }) =>
      words.live(at.slice(0, 10), `${words.kind[kind]} ${title} ${version}`.trim()),
    )
  return [whole, ...moved, ...live]
}

function figuresAs(language: MailLanguage) {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const percent = new Intl.NumberFormat(language, { style: 'percent', ...one })
  const decimal = new Intl.NumberFormat(language, one)
  const signed = new Intl.NumberFormat(language, { ...one, signDisplay: 'exceptZero' })
  const whole = new Intl.NumberFormat(language)
  return {
    percent: percent.format,
    one: decimal.format,
    count: whole.format,
    /** `+4.1`, with a real minus. */
    points: (difference: number) => signed.format(difference * 100).replace('-', '−'),
  }
}
