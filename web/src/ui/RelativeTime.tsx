import { useTranslation } from 'react-i18next'
import { dateFormat } from './intl.ts'
import { ageOf } from './age.ts'
import { useReadOfNow } from './useNow.ts'

type RelativeTimeProps = {
  at: string | Date
  /** ago: "14 min ago"; short: "14 min". */
  form?: 'ago' | 'short'
}

const weekSeconds = 7 * 86_400

/** Relative, with the absolute time in the reader's own time zone on hover. */
export function RelativeTime({ at, form = 'ago' }: RelativeTimeProps) {
  const { t, i18n } = useTranslation('ui')
  const date = new Date(at)
  const words = useReadOfNow(1_000, wordsAt)
  return (
    <time
      dateTime={date.toISOString()}
      title={absolute(date, i18n.language)}
      className="whitespace-nowrap tabular-nums"
    >
      {words}
    </time>
  )

  function wordsAt(now: number): string {
    const seconds = (now - date.getTime()) / 1_000
    if (Math.abs(seconds) > weekSeconds) return shortDate(date, i18n.language, now)
    const { unit, count } = ageOf(Math.abs(seconds))
    const age = t(`age.${unit}`, { count })
    if (form === 'short') return age
    return seconds < 0 ? t('age.in', { age }) : t('age.ago', { age })
  }
}

function absolute(date: Date, language: string): string {
  return dateFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(date)
}

function shortDate(date: Date, language: string, now: number): string {
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  const year = isThisYear ? {} : { year: 'numeric' as const }
  return dateFormat(language, { day: 'numeric', month: 'short', ...year }).format(date)
}
