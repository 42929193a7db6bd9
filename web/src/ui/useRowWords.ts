import { useTranslation } from 'react-i18next'
import { ageOf } from './age.ts'
import { isSeconds, isTime, tellingFields, textOf } from './record-fields.ts'
import { useFieldWords } from './useFieldWords.ts'

type Titled = { field: string; title: string }
const noTitles: readonly Titled[] = []

/** A record in one line, for a choice: "failed · warehouse_timeout · attempts 1 · age 2 min". */
export function useRowWords(): (
  row: Record<string, unknown>,
  without?: readonly string[],
  /** What its fields are called, where somebody has said it. */
  titles?: readonly Titled[],
) => string {
  const { t } = useTranslation('ui')
  const fieldWords = useFieldWords()
  return (row, without = [], titles = noTitles) =>
    tellingFields(row, without)
      .filter(([, value]) => !isTime(value))
      .slice(0, 6)
      .map(([name, value]) => {
        const called = titles.find(({ field }) => field === name)?.title ?? fieldWords(name, value)
        if (isSeconds(name, value)) {
          const { unit, count } = ageOf(value)
          return `${called} ${t(`age.${unit}`, { count })}`
        }
        if (typeof value === 'boolean') return value ? called : `${called} ${t('no')}`
        return typeof value === 'string' ? value : `${called} ${textOf(value)}`
      })
      .join(' · ')
}
