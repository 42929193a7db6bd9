import { CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLiveEvents } from './useLiveEvents.ts'

/** Nothing while all is well; otherwise one line that says what one sees. */
export function LiveStatus() {
  const { t } = useTranslation('app')
  const state = useLiveEvents()
  return (
    <div role="status">
      {state !== 'live' && (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-pending-soft px-4 py-1 text-sm text-pending">
          <CloudOff aria-hidden size={14} />
          {t(`live.${state}`)}
        </p>
      )}
    </div>
  )
}
