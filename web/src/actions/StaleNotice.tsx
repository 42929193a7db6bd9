import type { ActionPreview } from '@firstline/contract/actions'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useColumnsOf } from '#web/accounts/useSourceColumns.ts'
import { changesBetween } from './preview-changes.ts'

type StaleNoticeProps = {
  /** The confirmation was refused because the customer's system had changed. */
  isStale: boolean
  before: ActionPreview | null
  now: ActionPreview
  isReading: boolean
}

/** After a second reading: what is different from the first. */
export function StaleNotice({ isStale, before, now, isReading }: StaleNoticeProps) {
  const { t } = useTranslation('actions')
  const columnsOf = useColumnsOf()
  if (!before || isReading || before === now) return null
  const changes = changesBetween(before, now, columnsOf)
  if (!isStale && changes.length === 0) return null
  return (
    <div role="alert" className="rounded-md bg-pending-soft px-3 py-2 text-sm">
      <p className="flex items-center gap-1.5 font-medium text-pending">
        <History aria-hidden size={14} />
        {t('changedSince')}
      </p>
      <p className="text-muted">{t('nothingDone')}</p>
      {changes.length > 0 && (
        <ul className="mt-1">
          {changes.map(({ what, before: old, now: value }) => (
            <li key={what}>
              {what} <span className="text-muted">{old}</span> →{' '}
              <span className="font-medium">{value}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
