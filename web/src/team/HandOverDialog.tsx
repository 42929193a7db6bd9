import type { AiAgent } from '@firstline/contract/ai-agents'
import type { Team } from '@firstline/contract/team'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Select } from '#web/ui/Select.tsx'
import { useMe } from './useMe.ts'
import { useTeamChange } from './useTeamChange.ts'

/** A key of a machine or of an AI agent that somebody else is to answer for. */
export type HandedOver = Pick<AiAgent, 'id' | 'name' | 'state' | 'owner'> & {
  kind: 'key' | 'aiAgent'
}

type HandOverDialogProps = {
  of: HandedOver | null
  people: Team['people']
  onClose: () => void
}

export function HandOverDialog({ of, people, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('team')
  const title = of
    ? t(of.state === 'asleep' ? 'wakeTitle' : 'handOverTitle', { name: of.name })
    : ''
  return (
    <Dialog title={title} isOpen={of !== null} onOpenChange={(isOpen) => isOpen || onClose()}>
      {of && <HandOverForm of={of} people={people} onClose={onClose} />}
    </Dialog>
  )
}

function HandOverForm({ of, people, onClose }: HandOverDialogProps & { of: HandedOver }) {
  const { t } = useTranslation('team')
  const me = useMe()
  const [personId, setPersonId] = useState(me.id)
  const key = useTeamChange('handOverApiKey', onClose)
  const aiAgent = useTeamChange('handOverAiAgent', onClose)
  const able = people.filter(({ disabledAt }) => disabledAt === null)
  const hand = () =>
    of.kind === 'key'
      ? key.mutate({ params: { keyId: of.id }, body: { personId } })
      : aiAgent.mutate({ params: { aiAgentId: of.id }, body: { personId } })
  return (
    <Form onSubmit={() => hand()}>
      <p className="text-pretty">{t('handOverWhy')}</p>
      <Select
        label={t('answers')}
        options={able.map(({ id, name }) => ({ id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      {of.owner && of.owner.id !== personId && (
        <p className="text-sm text-pretty text-muted">
          {t('handOverKnown', { name: of.owner.name })}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={key.isPending || aiAgent.isPending}>
          {t(of.state === 'asleep' ? 'wake' : 'handOver')}
        </SubmitButton>
      </div>
    </Form>
  )
}
