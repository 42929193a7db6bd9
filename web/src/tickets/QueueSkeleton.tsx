import { useTranslation } from 'react-i18next'

export function QueueSkeleton() {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('loading')} className="late-appear flex-1 overflow-hidden">
      {Array.from({ length: 8 }, (_, row) => (
        <div
          key={row}
          className="flex h-20 flex-col justify-center gap-2.5 border-b border-line px-4"
        >
          <div className="h-3 w-4/5 rounded-sm bg-line" />
          <div className="h-2.5 w-3/5 rounded-sm bg-line" />
          <div className="h-2.5 w-2/5 rounded-sm bg-line" />
        </div>
      ))}
    </div>
  )
}
