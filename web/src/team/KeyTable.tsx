import type { Team } from '@firstline/contract/team'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useTeamChange } from './useTeamChange.ts'

type Key = Team['keys'][number]

/** Keys of machines; the keys themselves are kept nowhere. */
export function KeyTable({ keys }: { keys: readonly Key[] }) {
  const { t } = useTranslation('team')
  return (
    <Table
      label={t('keys')}
      rows={keys}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact text={t('noKeys')} />}
      columns={[
        { id: 'name', title: t('name'), cell: ({ name }) => name },
        { id: 'permissions', title: t('may'), cell: permissionsCell },
        { id: 'created', title: t('created'), isSecondary: true, cell: createdCell },
        { id: 'access', title: t('access'), align: 'end', cell: accessCell },
      ]}
    />
  )
}

function permissionsCell({ permissions }: Key) {
  return <code className="text-sm text-muted">{permissions.join(' ')}</code>
}

function createdCell({ createdAt }: Key) {
  return <RelativeTime at={createdAt} />
}

function accessCell(key: Key) {
  return <Revoke of={key} />
}

function Revoke({ of: { id, name, revokedAt } }: { of: Key }) {
  const { t } = useTranslation('team')
  const revoke = useTeamChange('revokeApiKey')
  if (revokedAt) return <Status meaning="neutral">{t('revoked')}</Status>
  return (
    <Button
      size="small"
      aria-label={`${t('revoke')}: ${name}`}
      isPending={revoke.isPending}
      onPress={() => revoke.mutate({ params: { keyId: id } })}
    >
      {t('revoke')}
    </Button>
  )
}
