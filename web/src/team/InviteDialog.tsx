import { Line } from '@firstline/contract/common'
import { roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
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
  const { data: setup } = useQuery(apiQuery('getSetup'))
  const isByProvider = setup !== undefined && setup.passwords !== 'everybody'
  const invite = useTeamChange('invitePerson')
  if (invite.data) {
    const { link, expiresAt, name, email } = invite.data
    if (expiresAt === null) {
      return <DoneNote text={t('invitedToProvider', { name, email })} onClose={onClose} />
    }
    return link ? (
      <NewKey value={link} text={t('invited', { name, email })} onClose={onClose} />
    ) : (
      <DoneNote text={t('invitedByMail', { name, email })} onClose={onClose} />
    )
  }
  return (
    <Form
      onSubmit={() => {
        invite.mutate({ body: { name: name.trim(), email: email.trim(), role, line, language } })
      }}
    >
      <TextField
        label={t('name')}
        autoFocus
        isRequired
        value={name}
        onChange={setName}
        maxLength={120}
      />
      <TextField label={t('email')} type="email" isRequired value={email} onChange={setEmail} />
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
      <p className="text-sm text-muted">{t(isByProvider ? 'inviteWhyProvider' : 'inviteWhy')}</p>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={invite.isPending}>{t('invite')}</SubmitButton>
      </div>
    </Form>
  )
}
