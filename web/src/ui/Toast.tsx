import { Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { Status } from './Status.tsx'
import type { Meaning } from './Status.tsx'

/** What can be undone says what it is: whatever else happens to that takes the offer away. */
type ToastMessage = { text: string; meaning?: Meaning } & (
  | { about?: string; undo?: never }
  | { about: string; undo: () => void }
)

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
const keysByAbout = new Map<string, string>()

/**
 * Says that something was done, for a while; with `undo` longer, so that one can. What was said before
 * about the same is gone then: its undo would be of what is no longer so.
 */
export function toast(message: ToastMessage): void {
  const { about, undo } = message
  if (about !== undefined) closeToast(about)
  const key = queue.add(message, { timeout: undo ? 10_000 : 5_000 })
  if (about !== undefined) keysByAbout.set(about, key)
}

/** What was said about it is so no more. */
export function closeToast(about: string): void {
  const key = keysByAbout.get(about)
  keysByAbout.delete(about)
  if (key !== undefined) queue.close(key)
}

/** What was said to one person is not for the next: when a session ends, and between two tests. */
export function clearToasts(): void {
  keysByAbout.clear()
  queue.clear()
}

/** Place once, at the root of the app. */
export function ToastRegion() {
  const { t } = useTranslation('ui')
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t('notices')}
      className="fixed right-4 bottom-4 left-4 z-50 flex flex-col items-end gap-2 outline-none"
    >
      {({ toast: shown }) => (
        <AriaToast
          toast={shown}
          className="floating flex max-w-md items-center gap-3 py-1.5 pr-1.5 pl-3"
        >
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title">
              <Status meaning={shown.content.meaning ?? 'neutral'}>{shown.content.text}</Status>
            </Text>
          </ToastContent>
          {shown.content.undo && (
            <Button
              variant="ghost"
              size="small"
              icon={Undo2}
              onPress={() => {
                shown.content.undo?.()
                queue.close(shown.key)
              }}
            >
              {t('undo')}
            </Button>
          )}
          <IconButton icon={X} label={t('close')} slot="close" />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
