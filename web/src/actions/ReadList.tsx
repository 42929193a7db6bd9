import type { ActionRead } from '@firstline/contract/actions'
import { useTranslation } from 'react-i18next'
import { SourceRecord } from '#web/accounts/SourceRecord.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** The records a decision stands on, each with its age. */
export function ReadList({ reads }: { reads: readonly ActionRead[] }) {
  const { t } = useTranslation('actions')
  return (
    <ul className="flex flex-col gap-1.5">
      {reads.map((read) => (
        <li key={read.name}>
          <span className="flex items-baseline gap-2">
            <span className="font-medium">{read.title}</span>
            <span className="text-xs text-faint">
              <RelativeTime at={read.fetchedAt} />
            </span>
          </span>
          <span className="block text-sm">
            {read.row ? (
              <SourceRecord
                source={read.source}
                value={read.row}
                fields={6}
                without={['account_id']}
              />
            ) : (
              <span className="text-muted">{t('noRecord')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
