import type { KeyPermission } from '@firstline/contract/permissions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { CheckboxList } from '#web/ui/CheckboxList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { LifetimeSelect } from './LifetimeSelect.tsx'
import type { Lifetime } from './lifetimes.ts'
import { NewKey } from './NewKey.tsx'
import { useTeamChange } from './useTeamChange.ts'

/** What machines are given keys for, and what they may then do. */
const offered = {
  telemetry: ['telemetry:write'],
  deploys: ['change:write'],
  mail: ['mail:receive'],
  metrics: ['metrics:read'],
  runbooks: ['runbook:read', 'runbook:edit', 'runbook:publish'],
  actions: ['ticket:read', 'action:read', 'action:run'],
} as const satisfies Record<string, readonly KeyPermission[]>
type Offered = keyof typeof offered
const purposes = Object.keys(offered) as Offered[]

type CreateKeyDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function CreateKeyDialog({ isOpen, onOpenChange }: CreateKeyDialogProps) {
  const { t } = useTranslation('team')
  return (
    <Dialog title={t('createKey')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <KeyForm onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

function KeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('team')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Offered[]>([])
  const [days, setDays] = useState<Lifetime>('90')
  const create = useTeamChange('createApiKey')
  if (create.data) {
    return <NewKey value={create.data.key} text={t('shownOnce')} onClose={onClose} />
  }
  return (
    <Form
      onSubmit={() => {
        const permissions = chosen.flatMap((purpose): readonly KeyPermission[] => offered[purpose])
        const body = { name: name.trim(), permissions, expiresInDays: Number(days) }
        create.mutate({ body })
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
      <CheckboxList
        label={t('may')}
        isRequired
        options={purposes.map((id) => ({ id, label: <Offer purpose={id} /> }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <LifetimeSelect value={days} onChange={setDays} />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={create.isPending}>{t('createKey')}</SubmitButton>
      </div>
    </Form>
  )
}

function Offer({ purpose }: { purpose: Offered }) {
  const { t } = useTranslation('team')
  return (
    <>
      {t(`offered.${purpose}`)}{' '}
      <code className="text-sm text-muted">{offered[purpose].join(' ')}</code>
    </>
  )
}
