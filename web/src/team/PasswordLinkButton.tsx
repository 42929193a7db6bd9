import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { NewKey } from './NewKey.tsx'
import { DoneNote } from './DoneNote.tsx'
import { useLanguage } from './useLanguage.ts'
import { useTeamChange } from './useTeamChange.ts'

type Member = { id: string; name: string; email: string }

/** For who has forgotten their password or lost their device. */
export function PasswordLinkButton({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const [isOpen, setOpen] = useState(false)
  const title = t('sendLinkTo', { name: member.name })
  return (
    <>
      <Button size="small" aria-label={title} onPress={() => setOpen(true)}>
        {t('sendLink')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <LinkForm member={member} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function LinkForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('team')
  const language = useLanguage()
  const [isSecondFactorRemoved, setRemoved] = useState(false)
  const make = useTeamChange('makePasswordLink')
  if (make.data) {
    const { link } = make.data
    return link ? (
      <NewKey value={link} text={t('linkShown', { name: member.name })} onClose={onClose} />
    ) : (
      <DoneNote text={t('linkMailed', { email: member.email })} onClose={onClose} />
    )
  }
  const input = { params: { personId: member.id }, body: { language, isSecondFactorRemoved } }
  return (
    <div className="flex flex-col gap-4">
      <p>{t('sendLinkLead')}</p>
      <Checkbox isSelected={isSecondFactorRemoved} onChange={setRemoved}>
        {t('removeFactor')}
      </Checkbox>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button variant="primary" isPending={make.isPending} onPress={() => make.mutate(input)}>
          {t('send')}
        </Button>
      </div>
    </div>
  )
}
