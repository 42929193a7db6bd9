import { Line } from '@firstline/contract/common'
import { roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NewKey } from './NewKey.tsx'
import { DoneNote } from './DoneNote.tsx'
import { useLanguage } from './useLanguage.ts'
import { useTeamChange } from './useTeamChange.ts'

type InviteDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function InviteDialog({ isOpen, onOpenChange }: InviteDialogProps) {
  const { t } = useTranslation('team')
  return (
    <Dialog title={t('invite')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <InviteForm onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: app } = useTranslation('app')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [line, setLine] = useState<Line>('L1')
  const language = useLanguage()
  const invite = useTeamChange('invitePerson')
  if (invite.data) {
    const { link, name, email } = invite.data
    return link ? (
      <NewKey value={link} text={t('invited', { name, email })} onClose={onClose} />
    ) : (
      <DoneNote text={t('invitedByMail', { name, email })} onClose={onClose} />
    )
  }
  const isReady = name.trim() !== '' && email.includes('@')
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        invite.mutate({ body: { name: name.trim(), email: email.trim(), role, line, language } })
      }}
    >
      <TextField label={t('name')} autoFocus value={name} onChange={setName} maxLength={120} />
      <TextField label={t('email')} type="email" value={email} onChange={setEmail} />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('role')}
          options={roles.map((id) => ({ id, label: app(`role.${id}`) }))}
          value={role}
          onChange={setRole}
        />
        <Select
          label={t('line')}
          options={Line.options.map((id) => ({ id, label: id }))}
          value={line}
          onChange={setLine}
        />
      </div>
      <p className="text-sm text-muted">{t('inviteWhy')}</p>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={invite.isPending} isDisabled={!isReady}>
          {t('invite')}
        </Button>
      </div>
    </form>
  )
}
