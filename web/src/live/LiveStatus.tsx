import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveEvents } from './useLiveEvents.ts'

/** Nothing while all is well; otherwise one line that says what one sees. */
export function LiveStatus() {
  const { t } = useTranslation('app')
  const live = useLiveEvents()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  // the browser knows at once that there is no network; the stream only after a while
  const state = isOnline ? live : 'offline'
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

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
