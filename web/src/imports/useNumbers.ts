import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'

/** Counts and times left, as the reader's language writes them. */
export function useNumbers() {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const number = numberFormat(i18n.language, { maximumFractionDigits: 0 })
    const unit = (name: 'second' | 'minute' | 'hour') =>
      numberFormat(i18n.language, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: 0,
      })
    return {
      count: (value: number) => number.format(value),
      duration(seconds: number) {
        if (seconds < 90) return unit('second').format(Math.ceil(seconds))
        if (seconds < 5_400) return unit('minute').format(seconds / 60)
        return unit('hour').format(seconds / 3_600)
      },
    }
  }, [i18n.language])
}
