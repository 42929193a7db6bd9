import type { Team } from '@firstline/contract/team'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Table } from '#web/ui/Table.tsx'
import { KeyStanding } from './KeyStanding.tsx'
import { useTeamChange } from './useTeamChange.ts'

type Key = Team['keys'][number]

interface KeyTableProps {
  keys: readonly Key[]
  onHandOver: (key: Key) => void
}

/** Keys of machines; the keys themselves are kept nowhere. */
export function KeyTable({ keys, onHandOver }: KeyTableProps) {
  const { t } = useTranslation('team')
  return (
    <Table
      label={t('keys')}
      rows={keys}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact text={t('noKeys')} />}
      columns={[
        { id: 'name', title: t('name'), cell: nameCell },
        { id: 'permissions', title: t('may'), isSecondary: true, cell: permissionsCell },
        { id: 'standing', title: t('keyStanding'), cell: standingCell },
        { id: 'access', title: t('access'), align: 'end', cell: accessCell(onHandOver) },
      ]}
    />
  )
}

function nameCell({ name }: Key) {
  return <span className="wrap-anywhere">{name}</span>
}

function permissionsCell({ permissions }: Key) {
  return <code className="text-sm text-muted">{permissions.join(' ')}</code>
}

function standingCell({ lastUsedAt, ...key }: Key) {
  return <KeyStanding of={{ ...key, lastAt: lastUsedAt }} />
}

function accessCell(onHandOver: KeyTableProps['onHandOver']) {
  return (key: Key) => <Access of={key} onHandOver={() => onHandOver(key)} />
}

function Access({ of: { id, name, state }, onHandOver }: { of: Key; onHandOver: () => void }) {
  const { t } = useTranslation('team')
  const revoke = useTeamChange('revokeApiKey')
  if (state === 'revoked' || state === 'expired') return null
  const handOver = t(state === 'asleep' ? 'wake' : 'handOver')
  return (
    <span className="inline-flex flex-col items-stretch gap-1 sm:flex-row">
      <Button size="small" aria-label={`${handOver}: ${name}`} onPress={onHandOver}>
        {handOver}
      </Button>
      <Button
        size="small"
        aria-label={`${t('revoke')}: ${name}`}
        isPending={revoke.isPending}
        onPress={() => revoke.mutate({ params: { keyId: id } })}
      >
        {t('revoke')}
      </Button>
    </span>
  )
}
