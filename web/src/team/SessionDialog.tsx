import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#web/ui/Dialog.tsx'
import { resumeSession, useSessionHasEnded } from './session.ts'
import { SignInForm } from './SignInForm.tsx'

/**
 * A session that ends in the middle of work asks on top of the page, so nothing written is lost; and
 * hides it, as whoever sits there may be somebody who was let out.
 */
export function SessionDialog() {
  const { t } = useTranslation('app')
  const queryClient = useQueryClient()
  return (
    <Dialog
      title={t('session.ended')}
      isOpen={useSessionHasEnded()}
      onOpenChange={resumeSession}
      isOpaque
    >
      <p className="mb-4 text-muted">{t('session.nothingLost')}</p>
      <SignInForm
        onSignedIn={() => {
          resumeSession()
          void queryClient.invalidateQueries()
        }}
      />
    </Dialog>
  )
}
