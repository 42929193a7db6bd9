import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { readLimits, usualLimits } from './ai-limits.ts'
import { AiLimitFields } from './AiLimitFields.tsx'
import { LifetimeSelect } from './LifetimeSelect.tsx'
import type { Lifetime } from './lifetimes.ts'
import { NewKey } from './NewKey.tsx'
import { useTeamChange } from './useTeamChange.ts'

type CreateAiAgentDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  types: readonly { id: string; title: string }[]
}

export function CreateAiAgentDialog({ isOpen, onOpenChange, types }: CreateAiAgentDialogProps) {
  const { t } = useTranslation('team')
  return (
    <Dialog title={t('createAiAgent')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <AiAgentForm types={types} onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

type AiAgentFormProps = Pick<CreateAiAgentDialogProps, 'types'> & { onClose: () => void }

function AiAgentForm({ types, onClose }: AiAgentFormProps) {
  const { t } = useTranslation('team')
  const [name, setName] = useState('')
  const [days, setDays] = useState<Lifetime>('90')
  const [limits, setLimits] = useState(usualLimits)
  const create = useTeamChange('createAiAgent')
  if (create.data) {
    return <NewKey value={create.data.key} text={t('shownOnce')} onClose={onClose} />
  }
  const read = readLimits(limits)
  return (
    <Form
      onSubmit={() => {
        if (!read) return
        create.mutate({ body: { name: name.trim(), expiresInDays: Number(days), ...read } })
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
      <AiLimitFields limits={limits} onChange={setLimits} types={types} />
      <LifetimeSelect value={days} onChange={setDays} />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={create.isPending}>{t('createAiAgent')}</SubmitButton>
      </div>
    </Form>
  )
}
