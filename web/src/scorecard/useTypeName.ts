import { useTranslation } from 'react-i18next'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'

/** A type as people call it; also those tickets that have none. */
export function useTypeName(): (type: string | null) => string {
  const { t } = useTranslation('scorecard')
  const titles = useTitles()
  return (type) => (type ? titles.type(type) : t('noType'))
}
