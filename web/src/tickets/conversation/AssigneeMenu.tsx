import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useMay, useMe } from '#web/team/useMe.ts'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import type { MenuEntry } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { HeaderButton } from './HeaderButton.tsx'

/** Whose ticket it is; A takes it. */
export function AssigneeMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const mayChange = useMay('ticket:write')
  const { data: people } = useQuery({ ...apiQuery('listPeople'), staleTime: 600_000 })
  const assign = useAssign(ticket)
  const isMine = ticket.assignee?.id === me.id
  useHotkeys([
    {
      keys: 'a',
      label: t('assignToMe'),
      group: t('ticket'),
      isDisabled: isMine || !mayChange,
      run: () => assign(me.id, t('assignedToMe')),
    },
  ])
  const name = ticket.assignee?.name ?? t('nobody')
  if (!mayChange) return <span>{name}</span>
  const mine: MenuEntry = {
    id: me.id,
    label: t('me', { name: me.name }),
    shortcut: 'a',
    isChosen: isMine,
    onAction: () => assign(me.id),
  }
  const others = (people?.items ?? [])
    .filter(({ id }) => id !== me.id)
    .map((person) => ({
      id: person.id,
      label: person.name,
      isChosen: person.id === ticket.assignee?.id,
      onAction: () => assign(person.id),
    }))
  const nobody: MenuEntry = {
    id: 'nobody',
    label: t('nobody'),
    isChosen: !ticket.assignee,
    onAction: () => assign(null),
  }
  return (
    <Menu
      label={t('assign')}
      trigger={<HeaderButton label={t('assigneeIs', { name })}>{name}</HeaderButton>}
      groups={[
        { id: 'me', entries: [mine, nobody] },
        { id: 'people', title: t('people'), entries: others },
      ]}
    />
  )
}

function useAssign(ticket: Ticket) {
  const failureOf = useFailure()
  const params = { ticketId: ticket.id }
  const change = useChange('assignTicket', { ticketId: ticket.id })
  return (personId: string | null, said?: string) => {
    const before = ticket.assignee?.id ?? null
    change.mutate(
      { params, body: { personId } },
      {
        onSuccess: () => {
          if (!said) return
          toast({
            text: said,
            undo: () => change.mutate({ params, body: { personId: before } }),
          })
        },
        onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
      },
    )
  }
}
