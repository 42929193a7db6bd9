import { useTranslation } from 'react-i18next'
import { dateFormat } from '#web/ui/intl.ts'

/** A time to come, with its day, as one says it here. */
export function useTimeWords(): (at: Date) => string {
  const { i18n } = useTranslation()
  const format = dateFormat(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  })
  return (at) => format.format(at)
}
