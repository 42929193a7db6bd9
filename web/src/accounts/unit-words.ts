import type { MetricUnit } from '@firstline/contract/accounts'
import { numberFormat } from '#web/ui/intl.ts'
import { bytesWords } from './PanelValue.tsx'

type Words = (key: 'metric.perSecond' | 'metric.perMinute', values: { value: string }) => string

/** A value with its unit, in three digits, as the reader's language writes it. */
export function unitWords(value: number, unit: MetricUnit, language: string, t: Words): string {
  const number = numberFormat(language, {
    maximumSignificantDigits: 3,
    notation: Math.abs(value) >= 1_000_000 ? 'compact' : 'standard',
  }).format(value)
  switch (unit) {
    case 'percent':
      return percent(value / 100, language)
    case 'ratio':
      return percent(value, language)
    case 'seconds':
      return duration(value, language)
    case 'milliseconds':
      return duration(value / 1_000, language)
    case 'bytes':
      return bytesWords(value, language)
    case 'count':
      return number
    case 'per_second':
      return t('metric.perSecond', { value: number })
    case 'per_minute':
      return t('metric.perMinute', { value: number })
  }
}

function percent(share: number, language: string): string {
  const format = { style: 'percent', maximumSignificantDigits: 3 } as const
  return numberFormat(language, format).format(share)
}

function duration(seconds: number, language: string): string {
  const size = Math.abs(seconds)
  const [unit, value] =
    size < 1 && size > 0
      ? (['millisecond', seconds * 1_000] as const)
      : size < 120
        ? (['second', seconds] as const)
        : size < 7_200
          ? (['minute', seconds / 60] as const)
          : (['hour', seconds / 3_600] as const)
  const format = { style: 'unit', unit, maximumSignificantDigits: 3 } as const
  return numberFormat(language, format).format(value)
}
