import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import { HotkeyLayer } from './Hotkeys.tsx'
import { IconButton } from './IconButton.tsx'

export type DialogProps = {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
  /** Buttons; the primary one last. */
  footer?: ReactNode
  /** Nothing of the page is to be seen, and there is no way back to it but what the dialog asks for. */
  isOpaque?: boolean
}

/** A short question in the middle of the page. */
export function Dialog(props: DialogProps) {
  return (
    <Overlay
      {...props}
      place="items-start justify-center p-4 pt-[12vh]"
      shape="floating max-h-[76vh] w-full max-w-lg"
    />
  )
}

/** Work beside the page: at the right, on a phone from below. */
export function Sheet({ size = 'normal', ...props }: DialogProps & { size?: 'normal' | 'wide' }) {
  return (
    <Overlay
      {...props}
      place="items-end justify-end sm:items-stretch"
      shape={cx(
        'max-h-[92dvh] w-full bg-raised shadow-float outline-none max-sm:rounded-t-md sm:max-h-none',
        size === 'wide' ? 'sm:max-w-3xl' : 'sm:max-w-md',
      )}
    />
  )
}

function Overlay(props: DialogProps & { place: string; shape: string }) {
  const { title, isOpen, onOpenChange, children, footer, isOpaque = false, place, shape } = props
  const { t } = useTranslation('ui')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isOpaque}
      isKeyboardDismissDisabled={isOpaque}
      className={cx('fade fixed inset-0 z-40 flex', isOpaque ? 'bg-canvas' : 'bg-scrim', place)}
    >
      <Modal className={cx('flex flex-col', shape)}>
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <HotkeyLayer>
            <header className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-4">
              <Heading slot="title" className="min-w-0 text-md font-semibold">
                {title}
              </Heading>
              {!isOpaque && (
                <IconButton icon={X} label={t('close')} onPress={() => onOpenChange(false)} />
              )}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
                {footer}
              </footer>
            )}
          </HotkeyLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
