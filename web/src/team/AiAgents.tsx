import type { AiAgent } from '@firstline/contract/ai-agents'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { AiAgentTable } from './AiAgentTable.tsx'
import { ChangeAiAgentDialog } from './ChangeAiAgentDialog.tsx'
import { CreateAiAgentDialog } from './CreateAiAgentDialog.tsx'

/** AI agents: let one in, change how far, end it. */
type AiAgentsProps = {
  onHandOver: (agent: AiAgent) => void
}

export function AiAgents({ onHandOver }: AiAgentsProps) {
  const { t } = useTranslation('team')
  const failureOf = useFailure()
  const agents = useQuery(apiQuery('listAiAgents'))
  const types = useQuery(apiQuery('listTicketTypes'))
  const [isCreating, setCreating] = useState(false)
  const [changed, setChanged] = useState<AiAgent | null>(null)
  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('aiAgents')}</h2>
        <Button size="small" icon={Plus} onPress={() => setCreating(true)}>
          {t('createAiAgent')}
        </Button>
      </div>
      {agents.isPending && <Skeleton lines={2} />}
      {agents.error && (
        <ErrorState failure={failureOf(agents.error)} onRetry={() => void agents.refetch()} />
      )}
      {agents.data && (
        <AiAgentTable agents={agents.data.items} onChange={setChanged} onHandOver={onHandOver} />
      )}
      <CreateAiAgentDialog
        isOpen={isCreating}
        onOpenChange={setCreating}
        types={types.data?.items ?? []}
      />
      <ChangeAiAgentDialog
        agent={changed}
        types={types.data?.items ?? []}
        onClose={() => setChanged(null)}
      />
    </section>
  )
}
