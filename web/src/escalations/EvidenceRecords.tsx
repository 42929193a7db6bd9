import { useTranslation } from 'react-i18next'
import { RecordDetails } from '#web/ui/RecordValue.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Disclosure } from './Disclosure.tsx'

type Item = Record<string, unknown>

type EvidenceRecordsProps = {
  items: readonly Item[]
  /** Why they could not be read; null when they were. */
  error: string | null
  none: string
  lead: (item: Item) => string
  title: (item: Item) => string
}

export function EvidenceRecords({ items, error, none, lead, title }: EvidenceRecordsProps) {
  const { t } = useTranslation('escalations')
  if (error) return <Status meaning="pending">{t('evidence.unread', { error })}</Status>
  if (items.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul>
      {items.map((item, index) => (
        // A frozen list: its order is all the identity it has.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="border-b border-line last:border-b-0">
          <Disclosure
            label={t('evidence.all')}
            head={
              <>
                <span className="min-w-0 flex-1 text-sm wrap-anywhere">
                  <span className="font-medium">{lead(item)}</span> {title(item)}
                </span>
                {typeof item.at === 'string' && (
                  <span className="shrink-0 text-xs text-faint">
                    <RelativeTime at={item.at} />
                  </span>
                )}
              </>
            }
          >
            <RecordDetails value={item} />
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}
