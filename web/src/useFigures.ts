import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dateFormat, numberFormat } from '#web/ui/intl.ts'

export type Figures = ReturnType<typeof figuresIn>

/** Numbers, rates and days as the reader's language writes them. */
export function useFigures(): Figures {
  const { i18n } = useTranslation()
  return useMemo(() => figuresIn(i18n.language), [i18n.language])
}

function figuresIn(language: string) {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const percent = numberFormat(language, { style: 'percent', ...one })
  const whole = numberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const decimal = numberFormat(language, one)
  const signed = numberFormat(language, { ...one, signDisplay: 'exceptZero' })
  const number = numberFormat(language)
  const utc = { timeZone: 'UTC' } as const
  const day = dateFormat(language, { day: 'numeric', month: 'short', ...utc })
  return {
    percent: (rate: number) => percent.format(rate),
    wholePercent: (rate: number) => whole.format(rate),
    /** "47.1–50.3 %" without the sign twice. */
    interval: (low: number, high: number) =>
      `${decimal.format(low * 100)}–${decimal.format(high * 100)}`,
    /** With a real minus, as wide as the plus. */
    points: (difference: number) => signed.format(difference * 100).replace('-', '−'),
    count: (value: number) => number.format(value),
    decimal: (value: number) => decimal.format(value),
    /** A Monday, `2026-02-23`, as "23 Feb". */
    day: (date: string) => day.format(new Date(date)),
    week: (monday: string) => day.formatRange(new Date(monday), weekEnd(monday)),
    period(from: string, to: string, timeZone: string) {
      const format = dateFormat(language, { dateStyle: 'medium', timeZone })
      // The end is not part of the period: one that ends at midnight ends the day before.
      return format.formatRange(new Date(from), new Date(Date.parse(to) - 1))
    },
  }
}

function weekEnd(monday: string): Date {
  return new Date(Date.parse(monday) + 6 * 86_400_000)
}
