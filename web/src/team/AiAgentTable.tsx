import type { AiAgent } from '@firstline/contract/ai-agents'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Table } from '#web/ui/Table.tsx'
import { phone, useMedia } from '#web/ui/useMedia.ts'
import { KeyButtons } from './KeyButtons.tsx'
import { KeyStanding } from './KeyStanding.tsx'
import { useTeamChange } from './useTeamChange.ts'

type AiAgentTableProps = {
  agents: readonly AiAgent[]
  onChange: (agent: AiAgent) => void
  onHandOver: (agent: AiAgent) => void
}

/** AI agents with what each may do at most. */
export function AiAgentTable({ agents, onChange, onHandOver }: AiAgentTableProps) {
  const { t } = useTranslation('team')
  const access = accessCell(onChange, onHandOver)
  const isPhone = useMedia(phone)
  return (
    <Table
      label={t('aiAgents')}
      rows={agents}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact text={t('noAiAgents')} />}
      columns={[
        { id: 'name', title: t('name'), cell: nameCell },
        ...(isPhone ? [] : [{ id: 'limits', title: t('limits'), cell: limitsCell }]),
        {
          id: 'standing',
          title: t('keyStanding'),
          cell: isPhone ? standingCell(access) : standingCell(),
        },
        ...(isPhone
          ? []
          : [{ id: 'access', title: t('access'), align: 'end' as const, cell: access }]),
      ]}
    />
  )
}

function nameCell({ name }: AiAgent) {
  return <span className="block min-w-24 wrap-anywhere">{name}</span>
}

function limitsCell(agent: AiAgent) {
  return <Limits of={agent} />
}

/** On a phone limits, and what can be done, stand below. */
function standingCell(access?: (agent: AiAgent) => ReactNode) {
  return (agent: AiAgent) => (
    <KeyStanding of={{ ...agent, lastAt: agent.lastCallAt }}>
      {access && <Limits of={agent} />}
      {access?.(agent)}
    </KeyStanding>
  )
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

type AccessProps = {
  of: AiAgent
  onChange: () => void
  onHandOver: () => void
}

function Access({ of, onChange, onHandOver }: AccessProps) {
  const { t } = useTranslation('team')
  const revoke = useTeamChange('revokeAiAgent')
  return (
    <KeyButtons
      of={of}
      onHandOver={onHandOver}
      isRevoking={revoke.isPending}
      onRevoke={() => revoke.mutate({ params: { aiAgentId: of.id } })}
    >
      <Button size="small" aria-label={`${t('change')}: ${of.name}`} onPress={onChange}>
        {t('change')}
      </Button>
    </KeyButtons>
  )
}
