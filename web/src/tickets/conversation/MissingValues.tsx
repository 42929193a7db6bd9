import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { MissingValue } from './missing-values.ts'

type MissingValuesProps = {
  missing: readonly MissingValue[]
  onChoose: (value: MissingValue) => void
}

/** What is still to be written into a text, each with the way to its place. */
export function MissingValues({ missing, onChoose }: MissingValuesProps) {
  const { t } = useTranslation('conversation')
  if (missing.length === 0) return null
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Status meaning="pending">{t('saved.missing', { count: missing.length })}</Status>
      {missing.map((value) => (
        <Button key={value.from} size="small" variant="quiet" onPress={() => onChoose(value)}>
          {value.name}
        </Button>
      ))}
    </div>
  )
}
