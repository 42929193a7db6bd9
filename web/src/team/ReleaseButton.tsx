import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { DoneNote } from './DoneNote.tsx'
import { useTeamChange } from './useTeamChange.ts'

type ReleaseButtonProps = {
  member: { id: string; name: string; email: string }
  provider: string
}

/** For who has another account at the identity provider now. */
export function ReleaseButton({ member, provider }: ReleaseButtonProps) {
  const { t } = useTranslation('team')
  const [isOpen, setOpen] = useState(false)
  const release = useTeamChange('releaseIdentity')
  const { id, name, email } = member
  const title = t('releaseOf', { name, provider })
  return (
    <>
      <Button size="small" aria-label={title} onPress={() => setOpen(true)}>
        {t('release')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        {release.isSuccess ? (
          <DoneNote text={t('released', { name })} onClose={() => setOpen(false)} />
        ) : (
          <div className="flex flex-col gap-4">
            <p>{t('releaseLead', { email })}</p>
            <div className="flex justify-end gap-2">
              <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
              <Button
                variant="primary"
                isPending={release.isPending}
                onPress={() => release.mutate({ params: { personId: id } })}
              >
                {t('release')}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
    </>
  )
}
