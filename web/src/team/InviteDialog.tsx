import { Line } from '@firstline/contract/common'
import { type Role, roles } from '@firstline/contract/permissions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NewKey } from './NewKey.tsx'
import { useTeamChange } from './useTeamChange.ts'

interface InviteDialogProps {
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
  const [password, setPassword] = useState(newPassword)
  const [role, setRole] = useState<Role>('agent')
  const [line, setLine] = useState<Line>('L1')
  const invite = useTeamChange('invitePerson')
  if (invite.data) {
    const text = t('invited', { name: invite.data.name, email: invite.data.email })
    return <NewKey value={password} text={text} onClose={onClose} />
  }
  const isReady = name.trim() !== '' && email.includes('@') && password.length >= 12
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        invite.mutate({ body: { name: name.trim(), email: email.trim(), role, line, password } })
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
      <TextField
        label={t('firstPassword')}
        description={t('passwordWhy')}
        isMono
        autoComplete="off"
        value={password}
        onChange={setPassword}
        maxLength={128}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={invite.isPending} isDisabled={!isReady}>
          {t('invite')}
        </Button>
      </div>
    </form>
  )
}

/** 96 bits, to be read out or copied. */
function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.match(/.{6}/g)!.join('-')
}
