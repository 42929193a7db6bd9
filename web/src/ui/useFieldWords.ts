import { useTranslation } from 'react-i18next'
import { nameWords } from './record-fields.ts'

const own = ['age', 'count', 'degraded', 'stale'] as const

/** What a field is called that nobody gave a title: Firstline's own in the reader's language, others as they are. */
export function useFieldWords(): (name: string, value: unknown) => string {
  const { t } = useTranslation('ui')
  return (name, value) => {
    const words = nameWords(name, value)
    const known = own.find((word) => word === words)
    return known ? t(`field.${known}`) : words
  }
}
