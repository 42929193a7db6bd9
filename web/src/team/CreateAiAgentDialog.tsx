import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { NewKey } from './NewKey.tsx'
import { useTeamChange } from './useTeamChange.ts'

interface CreateAiAgentDialogProps {
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
  const [waitsForPerson, setWaiting] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const create = useTeamChange('createAiAgent')
  if (create.data) return <NewKey value={create.data.key} onClose={onClose} />
  const body = {
    name: name.trim(),
    waitsForPerson,
    types: chosen.length > 0 ? [...chosen] : null,
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (body.name !== '') create.mutate({ body })
      }}
    >
      <TextField label={t('name')} autoFocus value={name} onChange={setName} maxLength={120} />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('onlyTypes')}</legend>
        {types.map(({ id, title }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isChosen) =>
              setChosen(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          >
            {title}
          </Checkbox>
        ))}
      </fieldset>
      <Checkbox isSelected={waitsForPerson} onChange={setWaiting}>
        {t('letWait')}
      </Checkbox>
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          isPending={create.isPending}
          isDisabled={body.name === ''}
        >
          {t('createAiAgent')}
        </Button>
      </div>
    </form>
  )
}
