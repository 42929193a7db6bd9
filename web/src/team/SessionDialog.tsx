import { useQueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { readAgain } from '#web/read-again.ts'
import { resumeSession, useSessionHasEnded } from './session.ts'
import { SignInForm } from './SignInForm.tsx'

type FormProps = { onSignedIn: () => void }

/**
 * A session that ends in the middle of work asks on top of the page, so nothing written is lost; and
 * hides it, as whoever sits there may be somebody who was let out.
 */
export function SessionDialog({ Form = SignInForm }: { Form?: ComponentType<FormProps> }) {
  const { t } = useTranslation('app')
  const queryClient = useQueryClient()
  const me = apiQuery('getMe')
  /** The page stays hidden until it is known that it is still the same person's. */
  async function goOn() {
    const before = queryClient.getQueryData(me.queryKey)?.id
    const now = await queryClient.fetchQuery({ ...me, staleTime: 0 }).catch(() => null)
    // nobody can say who it is: all is read anew, and what was written is kept
    if (!now) return location.reload()
    // another one is led to a page of their own
    if (now.id !== before) return
    resumeSession()
    void readAgain(queryClient)
  }
  return (
    <Dialog
      title={t('session.ended')}
      isOpen={useSessionHasEnded()}
      onOpenChange={resumeSession}
      isOpaque
    >
      <p className="mb-4 text-muted">{t('session.nothingLost')}</p>
      <Form onSignedIn={() => void goOn()} />
    </Dialog>
  )
}
