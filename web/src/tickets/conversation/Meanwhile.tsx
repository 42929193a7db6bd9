import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { useMeanwhileWords } from './useMeanwhileWords.ts'
import type { Newer } from './useSeen.ts'

type MeanwhileProps = {
  newer: Newer
  /** What goes out all the same. */
  anyway: string
  isPending: boolean
  onAnyway: () => void
  onKeep: () => void
}

/** What has happened while somebody wrote, before what they wrote goes out. */
export function Meanwhile({ newer, anyway, isPending, onAnyway, onKeep }: MeanwhileProps) {
  const { t } = useTranslation('conversation')
  const words = useMeanwhileWords()
  return (
    <section
      role="alert"
      aria-label={t('meanwhile.title')}
      className="mt-2 flex flex-col gap-2 rounded-md border border-line bg-pending-soft p-3"
    >
      <p className="flex items-center gap-2 font-medium">
        <History aria-hidden size={16} className="shrink-0 text-pending" />
        {t('meanwhile.title')}
      </p>
      <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto">
        {newer.map((one) => (
          <li key={one.id}>
            <p className="text-sm">
              {words(one)}{' '}
              <span className="text-muted">
                <RelativeTime at={one.at} />
              </span>
            </p>
            {one.text !== null && (
              <p dir="auto" className="border-l-2 border-line pl-2 break-words whitespace-pre-wrap">
                {one.text}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('meanwhile.safe')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onAnyway} isPending={isPending}>
          {anyway}
        </Button>
        <Button variant="primary" autoFocus onPress={onKeep}>
          {t('meanwhile.keep')}
        </Button>
      </div>
    </section>
  )
}
