import type { AiAgent } from '@firstline/contract/ai-agents'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Table } from '#web/ui/Table.tsx'
import { KeyStanding } from './KeyStanding.tsx'
import { useTeamChange } from './useTeamChange.ts'

interface AiAgentTableProps {
  agents: readonly AiAgent[]
  onChange: (agent: AiAgent) => void
  onHandOver: (agent: AiAgent) => void
}

/** AI agents with what each may do at most. */
export function AiAgentTable({ agents, onChange, onHandOver }: AiAgentTableProps) {
  const { t } = useTranslation('team')
  return (
    <Table
      label={t('aiAgents')}
      rows={agents}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact text={t('noAiAgents')} />}
      columns={[
        { id: 'name', title: t('name'), cell: ({ name }) => name },
        { id: 'limits', title: t('limits'), cell: limitsCell },
        {
          id: 'standing',
          title: t('keyStanding'),
          cell: standingCell,
        },
        {
          id: 'access',
          title: t('access'),
          align: 'end',
          cell: accessCell(onChange, onHandOver),
        },
      ]}
    />
  )
}

function limitsCell(agent: AiAgent) {
  return <Limits of={agent} />
}

function standingCell({ lastCallAt, ...agent }: AiAgent) {
  return <KeyStanding of={{ ...agent, lastAt: lastCallAt }} />
}

type Act = (agent: AiAgent) => void

function accessCell(onChange: Act, onHandOver: Act) {
  return (agent: AiAgent) => (
    <Access of={agent} onChange={() => onChange(agent)} onHandOver={() => onHandOver(agent)} />
  )
}

function Limits({ of: agent }: { of: AiAgent }) {
  const { t } = useTranslation('team')
  const { types, lines, tools, waitsForPerson, actionsPerHour } = agent
  const limits = [
    types ? types.join(', ') : t('allTypes'),
    ...(lines ? [lines.join(', ')] : []),
    ...(tools ? [t('toolsChosen', { count: tools.length })] : []),
    waitsForPerson ? t('waitsForPerson') : t('actsAlone', { count: actionsPerHour }),
  ]
  return <span className="text-sm text-muted">{limits.join(' · ')}</span>
}

interface AccessProps {
  of: AiAgent
  onChange: () => void
  onHandOver: () => void
}

function Access({ of: { id, name, state }, onChange, onHandOver }: AccessProps) {
  const { t } = useTranslation('team')
  const revoke = useTeamChange('revokeAiAgent')
  if (state === 'revoked' || state === 'expired') return null
  const handOver = t(state === 'asleep' ? 'wake' : 'handOver')
  return (
    <span className="inline-flex flex-col items-stretch gap-1 sm:flex-row">
      <Button size="small" aria-label={`${t('change')}: ${name}`} onPress={onChange}>
        {t('change')}
      </Button>
      <Button size="small" aria-label={`${handOver}: ${name}`} onPress={onHandOver}>
        {handOver}
      </Button>
      <Button
        size="small"
        aria-label={`${t('revoke')}: ${name}`}
        isPending={revoke.isPending}
        onPress={() => revoke.mutate({ params: { aiAgentId: id } })}
      >
        {t('revoke')}
      </Button>
    </span>
  )
}
