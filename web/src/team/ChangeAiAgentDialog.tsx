import type { AiAgent } from '@firstline/contract/ai-agents'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { limitsOf, readLimits } from './ai-limits.ts'
import { AiLimitFields } from './AiLimitFields.tsx'
import { useTeamChange } from './useTeamChange.ts'

type ChangeAiAgentDialogProps = {
  /** Null: closed. */
  agent: AiAgent | null
  types: readonly { id: string; title: string }[]
  onClose: () => void
}

export function ChangeAiAgentDialog({ agent, types, onClose }: ChangeAiAgentDialogProps) {
  const { t } = useTranslation('team')
  return (
    <Dialog
      title={t('changeAiAgent', { name: agent?.name ?? '' })}
      isOpen={agent !== null}
      onOpenChange={onClose}
    >
      {agent && <LimitsForm agent={agent} types={types} onClose={onClose} />}
    </Dialog>
  )
}

type LimitsFormProps = ChangeAiAgentDialogProps & { agent: AiAgent }

function LimitsForm({ agent, types, onClose }: LimitsFormProps) {
  const { t } = useTranslation('team')
  const [limits, setLimits] = useState(() => limitsOf(agent))
  const change = useTeamChange('changeAiAgent', onClose)
  const body = readLimits(limits)
  return (
    <Form
      onSubmit={() => {
        if (body) change.mutate({ params: { aiAgentId: agent.id }, body })
      }}
    >
      <AiLimitFields limits={limits} onChange={setLimits} types={types} />
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton isPending={change.isPending}>{t('saveLimits')}</SubmitButton>
      </div>
    </Form>
  )
}
