import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'

/** Asks before changes would be lost, by another page or by closing the window. */
export function LeaveGuard({ isChanged }: { isChanged: boolean }) {
  const { t } = useTranslation('runbooks')
  const blocker = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  })
  return (
    <Dialog
      title={t('leaveTitle')}
      isOpen={blocker.status === 'blocked'}
      onOpenChange={() => blocker.reset?.()}
      footer={
        <>
          <Button onPress={() => blocker.proceed?.()}>{t('leave')}</Button>
          <Button variant="primary" onPress={() => blocker.reset?.()}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('leaveText')}</p>
    </Dialog>
  )
}
