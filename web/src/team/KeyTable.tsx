import type { Team } from '@firstline/contract/team'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Table } from '#web/ui/Table.tsx'
import { phone, useMedia } from '#web/ui/useMedia.ts'
import { KeyButtons } from './KeyButtons.tsx'
import { KeyStanding } from './KeyStanding.tsx'
import { useTeamChange } from './useTeamChange.ts'

type Key = Team['keys'][number]

type KeyTableProps = {
  keys: readonly Key[]
  onHandOver: (key: Key) => void
}

/** Keys of machines; the keys themselves are kept nowhere. */
export function KeyTable({ keys, onHandOver }: KeyTableProps) {
  const { t } = useTranslation('team')
  const access = accessCell(onHandOver)
  const isPhone = useMedia(phone)
  return (
    <Table
      label={t('keys')}
      rows={keys}
      rowKey={({ id }) => id}
      empty={<EmptyState isCompact text={t('noKeys')} />}
      columns={[
        { id: 'name', title: t('name'), cell: nameCell },
        { id: 'permissions', title: t('may'), isSecondary: true, cell: permissionsCell },
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

function nameCell({ name }: Key) {
  return <span className="block min-w-24 wrap-anywhere">{name}</span>
}

function permissionsCell({ permissions }: Key) {
  return <code className="text-sm text-muted">{permissions.join(' ')}</code>
}

function accessCell(onHandOver: KeyTableProps['onHandOver']) {
  return (key: Key) => <Access of={key} onHandOver={() => onHandOver(key)} />
}

/** On a phone what can be done stands below. */
function standingCell(access?: (key: Key) => ReactNode) {
  return (key: Key) => (
    <KeyStanding of={{ ...key, lastAt: key.lastUsedAt }}>{access?.(key)}</KeyStanding>
  )
}

function Access({ of, onHandOver }: { of: Key; onHandOver: () => void }) {
  const revoke = useTeamChange('revokeApiKey')
  return (
    <KeyButtons
      of={of}
      onHandOver={onHandOver}
      isRevoking={revoke.isPending}
      onRevoke={() => revoke.mutate({ params: { keyId: of.id } })}
    />
  )
}
