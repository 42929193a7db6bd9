import { useTranslation } from 'react-i18next'
import { ageOf } from './age.ts'
import { isSeconds, isTime, tellingFields, textOf } from './record-fields.ts'

/** A record in one line, for a choice: "failed · warehouse_timeout · attempts 1 · age 2 min". */
export function useRowWords(): (
  row: Record<string, unknown>,
  without?: readonly string[],
) => string {
  const { t } = useTranslation('ui')
  return (row, without = []) =>
    tellingFields(row, without)
      .filter(([, value]) => !isTime(value))
      .slice(0, 6)
      .map(([name, value]) => {
        if (isSeconds(name, value)) {
          const { unit, count } = ageOf(value)
          return `${name.slice(0, -2)} ${t(`age.${unit}`, { count })}`
        }
        if (typeof value === 'boolean') return value ? name : `${name} ${t('no')}`
        return typeof value === 'string' ? value : `${name} ${textOf(value)}`
      })
      .join(' · ')
}
