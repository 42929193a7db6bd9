import { Line } from '@firstline/contract/common'
import { permissionsOf, roles } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Me, Team } from '@firstline/contract/team'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import { PasswordLinkButton } from './PasswordLinkButton.tsx'
import { ReleaseButton } from './ReleaseButton.tsx'
import { toast } from '#web/ui/Toast.tsx'
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
        { id: 'standing', title: t('standing'), cell: standingCell },
        { id: 'access', title: t('access'), align: 'end', isSecondary: true, cell: accessCell },
      ]}
    />
  )
}

function nameCell(member: Member) {
  return (
    <span className="flex min-w-40 flex-col py-1">
      <span>{member.name}</span>
      <span className="text-sm wrap-anywhere text-muted">{member.email}</span>
      <WaysIn of={member.signIn} />
    </span>
  )
}

function WaysIn({ of: { provider, hasPassword, hasCodes, hasPasskey } }: { of: Member['signIn'] }) {
  const { t } = useTranslation('team')
  const ways = [
    ...(hasPassword ? [t('signInWays.password')] : []),
    ...(hasCodes ? [t('signInWays.codes')] : []),
    ...(hasPasskey ? [t('signInWays.passkey')] : []),
  ]
  return (
    <span className="text-sm wrap-anywhere text-muted">
      {provider !== null
        ? t('signInWays.provider', { provider })
        : ways.length > 0
          ? t('signInWays.ways', { ways: ways.join(', ') })
          : t('signInWays.nothing')}
    </span>
  )
}

/** On a phone the way out stands below. */
function standingCell(member: Member) {
  return (
    <div className="flex flex-col items-start gap-2 py-1">
      <Standing member={member} />
      <span className="sm:hidden">
        <Access member={member} />
      </span>
    </div>
  )
}

function accessCell(member: Member) {
  return <Access member={member} />
}

/** Nobody gives more than they have, nor takes it from who has more. */
function mayManage(me: Me, role: Role): boolean {
  return [...permissionsOf[role]].every((each) => me.permissions.includes(each))
}

/** One's own standing is for somebody else to change. */
function Standing({ member: { id, name, role, line } }: { member: Member }) {
  const { t } = useTranslation('team')
  const { t: app } = useTranslation('app')
  const me = useMe()
  const { mutate, isPending } = useTeamChange('changeRole')
  const isFixed = id === me.id || isPending || !mayManage(me, role)
  const shared = { isLabelHidden: true, isDisabled: isFixed }
  const change = (next: Partial<Pick<Member, 'role' | 'line'>>) => {
    if ((next.role ?? role) === role && (next.line ?? line) === line) return
    mutate({ params: { personId: id }, body: { role, line, ...next } })
  }
  return (
    <div className="flex flex-wrap gap-2">
      <div className="w-32">
        <Select
          {...shared}
          label={t('roleOf', { name })}
          options={roles
            .filter((each) => each === role || mayManage(me, each))
            .map((each) => ({ id: each, label: app(`role.${each}`) }))}
          value={role}
          onChange={(next) => change({ role: next })}
        />
      </div>
      <div className="w-20">
        <Select
          {...shared}
          label={t('lineOf', { name })}
          options={Line.options.map((each) => ({ id: each, label: each }))}
          value={line}
          onChange={(next) => change({ line: next })}
        />
      </div>
    </div>
  )
}

function Access({ member }: { member: Member }) {
  const { id, name, email, role, disabledAt, signIn } = member
  const { t } = useTranslation('team')
  const me = useMe()
  const disable = useTeamChange('disablePerson', ({ keys, aiAgents }) => {
    const names = [...keys, ...aiAgents].map((each) => each.name)
    if (names.length > 0) toast({ text: t('nowAsleep', { names: names.join(', ') }) })
  })
  const enable = useTeamChange('enablePerson')
  const input = { params: { personId: id } }
  if (id === me.id) return <span className="text-muted">{t('you')}</span>
  if (!mayManage(me, role)) return disabledAt && <Status meaning="neutral">{t('disabled')}</Status>
  return (
    <span className="inline-flex flex-wrap items-center gap-2 sm:justify-end">
      {disabledAt ? (
        <>
          <Status meaning="neutral">{t('disabled')}</Status>
          <Button
            size="small"
            aria-label={`${t('enable')}: ${name}`}
            isPending={enable.isPending}
            onPress={() => enable.mutate(input)}
          >
            {t('enable')}
          </Button>
        </>
      ) : (
        <>
          {signIn.provider === null ? (
            <PasswordLinkButton member={{ id, name, email }} />
          ) : (
            <ReleaseButton member={{ id, name, email }} provider={signIn.provider} />
          )}
          <Button
            size="small"
            aria-label={`${t('disable')}: ${name}`}
            isPending={disable.isPending}
            onPress={() => disable.mutate(input)}
          >
            {t('disable')}
          </Button>
        </>
      )}
    </span>
  )
}
