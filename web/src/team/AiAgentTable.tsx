import type { AiAgent } from '@firstline/contract/ai-agents'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useTeamChange } from './useTeamChange.ts'

/** AI agents with what each may do at most. */
export function AiAgentTable({ agents }: { agents: readonly AiAgent[] }) {
  const { t } = useTranslation('team')
  return (
    <Table
      label={t('aiAgents')}
      rows={agents}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact text={t('noAiAgents')} />}
      columns={[
        { id: 'name', title: t('name'), cell: ({ name }) => name },
        { id: 'limits', title: t('limits'), cell: (agent) => <Limits of={agent} /> },
        {
          id: 'lastCall',
          title: t('lastCall'),
          isSecondary: true,
          cell: ({ lastCallAt }) => (lastCallAt ? <RelativeTime at={lastCallAt} /> : t('never')),
        },
        { id: 'access', title: t('access'), align: 'end', cell: (agent) => <End of={agent} /> },
      ]}
    />
  )
}

function Limits({ of: { types, waitsForPerson, actionsPerHour } }: { of: AiAgent }) {
  const { t } = useTranslation('team')
  const acts = waitsForPerson ? t('waitsForPerson') : t('actsAlone', { count: actionsPerHour })
  return (
    <span className="text-sm text-muted">
      {types ? types.join(', ') : t('allTypes')} · {acts}
    </span>
  )
}

function End({ of: { id, state } }: { of: AiAgent }) {
  const { t } = useTranslation('team')
  const revoke = useTeamChange('revokeAiAgent')
  if (state !== 'active') {
    return <Status meaning="neutral">{t(state)}</Status>
  }
  return (
    <Button
      size="small"
      isPending={revoke.isPending}
      onPress={() => revoke.mutate({ params: { aiAgentId: id } })}
    >
      {t('revoke')}
    </Button>
  )
}
