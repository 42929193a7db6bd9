import { useTranslation } from 'react-i18next'
import { ageOf } from '#web/ui/age.ts'

/** The time between a change and a problem: "4 min". */
export function useGapWords(): (seconds: number) => string {
  const { t } = useTranslation('ui')
  return (seconds) => {
    const { unit, count } = ageOf(Math.abs(seconds))
    return t(`age.${unit}`, { count })
  }
}
