import { roles } from '@firstline/contract/permissions'
import type { Team } from '@firstline/contract/team'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import { useMe } from './useMe.ts'
import { useTeamChange } from './useTeamChange.ts'

type Member = Team['people'][number]

export function PeopleTable({ people }: { people: readonly Member[] }) {
  const { t } = useTranslation('team')
  return (
    <Table
      label={t('people')}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', title: t('name'), cell: nameCell },
        { id: 'role', title: t('role'), cell: roleCell },
        { id: 'line', title: t('line'), isSecondary: true, cell: ({ line }) => line },
        { id: 'access', title: t('access'), align: 'end', cell: accessCell },
      ]}
    />
  )
}

function nameCell({ name, email }: Member) {
  return (
    <span className="flex min-w-0 flex-col py-1">
      <span>{name}</span>
      <span className="text-sm wrap-anywhere text-muted">{email}</span>
    </span>
  )
}

function roleCell(member: Member) {
  return <RoleChoice member={member} />
}

function accessCell(member: Member) {
  return <Access member={member} />
}

/** One's own standing is for somebody else to change. */
function RoleChoice({ member: { id, role, line } }: { member: Member }) {
  const { t } = useTranslation('team')
  const me = useMe()
  const change = useTeamChange('changeRole')
  return (
    <div className="w-32">
      <Select
        label={t('role')}
        isLabelHidden
        isDisabled={id === me.id || change.isPending}
        options={roles.map((each) => ({ id: each, label: t(`roles.${each}`) }))}
        value={role}
        onChange={(next) => {
          if (next !== role) change.mutate({ params: { personId: id }, body: { role: next, line } })
        }}
      />
    </div>
  )
}

function Access({ member: { id, disabledAt } }: { member: Member }) {
  const { t } = useTranslation('team')
  const me = useMe()
  const disable = useTeamChange('disablePerson')
  const enable = useTeamChange('enablePerson')
  const input = { params: { personId: id } }
  if (id === me.id) return <span className="text-muted">{t('you')}</span>
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {disabledAt ? (
        <>
          <Status meaning="neutral">{t('disabled')}</Status>
          <Button size="small" isPending={enable.isPending} onPress={() => enable.mutate(input)}>
            {t('enable')}
          </Button>
        </>
      ) : (
        <Button size="small" isPending={disable.isPending} onPress={() => disable.mutate(input)}>
          {t('disable')}
        </Button>
      )}
    </span>
  )
}
