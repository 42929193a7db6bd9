import type { AiAgent } from '@firstline/contract/ai-agents'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useTeamChange } from './useTeamChange.ts'

interface AiAgentTableProps {
  agents: readonly AiAgent[]
  onChange: (agent: AiAgent) => void
}

/** AI agents with what each may do at most. */
export function AiAgentTable({ agents, onChange }: AiAgentTableProps) {
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
          id: 'lastCall',
          title: t('lastCall'),
          isSecondary: true,
          cell: lastCallCell,
        },
        {
          id: 'access',
          title: t('access'),
          align: 'end',
          cell: accessCell(onChange),
        },
      ]}
    />
  )
}

function limitsCell(agent: AiAgent) {
  return <Limits of={agent} />
}

function lastCallCell({ lastCallAt }: AiAgent) {
  return <LastCall at={lastCallAt} />
}

function accessCell(onChange: AiAgentTableProps['onChange']) {
  return (agent: AiAgent) => <Access of={agent} onChange={() => onChange(agent)} />
}

function LastCall({ at }: { at: string | null }) {
  const { t } = useTranslation('team')
  return at ? <RelativeTime at={at} /> : t('never')
}

function Limits({ of: agent }: { of: AiAgent }) {
  const { t } = useTranslation('team')
  const { types, lines, tools, waitsForPerson, actionsPerHour, state, expiresAt } = agent
  const limits = [
    types ? types.join(', ') : t('allTypes'),
    ...(lines ? [lines.join(', ')] : []),
    ...(tools ? [t('toolsChosen', { count: tools.length })] : []),
    waitsForPerson ? t('waitsForPerson') : t('actsAlone', { count: actionsPerHour }),
  ]
  return (
    <span className="text-sm text-muted">
      {limits.join(' · ')}
      {state === 'active' && (
        <>
          {' · '}
          {t('until')} <RelativeTime at={expiresAt} />
        </>
      )}
    </span>
  )
}

function Access({ of: { id, name, state }, onChange }: { of: AiAgent; onChange: () => void }) {
  const { t } = useTranslation('team')
  const revoke = useTeamChange('revokeAiAgent')
  if (state !== 'active') return <Status meaning="neutral">{t(state)}</Status>
  return (
    <span className="inline-flex flex-col items-stretch gap-1 sm:flex-row">
      <Button size="small" aria-label={`${t('change')}: ${name}`} onPress={onChange}>
        {t('change')}
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
