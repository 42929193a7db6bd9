import type { Permission } from '@firstline/contract/permissions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NewKey } from './NewKey.tsx'
import { useTeamChange } from './useTeamChange.ts'

/** What machines are given keys for. */
const offered = [
  'telemetry:write',
  'change:write',
  'mail:receive',
  'metrics:read',
] as const satisfies Permission[]
type Offered = (typeof offered)[number]

interface CreateKeyDialogProps {
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
  const create = useTeamChange('createApiKey')
  const isReady = name.trim() !== '' && chosen.length > 0
  if (create.data) return <NewKey value={create.data.key} onClose={onClose} />
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) create.mutate({ body: { name: name.trim(), permissions: [...chosen] } })
      }}
    >
      <TextField label={t('name')} autoFocus value={name} onChange={setName} maxLength={120} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('may')}</legend>
        {offered.map((permission) => (
          <Checkbox
            key={permission}
            isSelected={chosen.includes(permission)}
            onChange={(isChosen) =>
              setChosen(
                isChosen ? [...chosen, permission] : chosen.filter((other) => other !== permission),
              )
            }
          >
            {t(`offered.${permission}`)} <code className="text-sm text-muted">{permission}</code>
          </Checkbox>
        ))}
      </fieldset>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={create.isPending} isDisabled={!isReady}>
          {t('createKey')}
        </Button>
      </div>
    </form>
  )
}
