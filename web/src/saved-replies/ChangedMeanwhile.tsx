import type { Problem } from '@firstline/contract/problem'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

type ChangedMeanwhileProps = {
  newer: NonNullable<Problem['newer']>
  isPending: boolean
  onAnyway: () => void
}

/** What somebody else wrote since one began, before it is written over. */
export function ChangedMeanwhile({ newer, isPending, onAnyway }: ChangedMeanwhileProps) {
  const { t } = useTranslation('replies')
  return (
    <section
      role="alert"
      aria-label={t('meanwhile.title')}
      className="flex flex-col gap-2 rounded-md border border-line bg-pending-soft p-3"
    >
      <p className="flex items-center gap-2 font-medium">
        <History aria-hidden size={16} className="shrink-0 text-pending" />
        {t('meanwhile.title')}
      </p>
      <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto">
        {newer.map(({ id, at, by, text }) => (
          <li key={id}>
            <p className="text-sm">
              {by.name}{' '}
              <span className="text-muted">
                <RelativeTime at={at} />
              </span>
            </p>
            {text !== null && (
              <p dir="auto" className="border-l-2 border-line pl-2 break-words whitespace-pre-wrap">
                {text}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('meanwhile.safe')}</p>
      <div className="flex justify-end">
        <Button onPress={onAnyway} isPending={isPending}>
          {t('meanwhile.anyway')}
        </Button>
      </div>
    </section>
  )
}
