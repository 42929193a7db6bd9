import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMe } from '#web/team/useMe.ts'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { closeToast, toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { HeaderButton } from './HeaderButton.tsx'
import { useAssignees } from './useAssignees.ts'
import { useMayChange } from '../useMayChange.ts'

/** Whose ticket it is; A takes it. */
export function AssigneeMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('conversation')
  const me = useMe()
  const mayChange = useMayChange(ticket)
  const assign = useAssign(ticket)
  const groups = useAssignees({
    current: ticket.assignee?.id ?? null,
    keyOfMine: 'a',
    onChoose: ({ id }) => assign(id),
  })
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
  return (
    <Menu
      label={t('assign')}
      trigger={<HeaderButton label={t('assigneeIs', { name })}>{name}</HeaderButton>}
      groups={groups}
    />
  )
}

function useAssign(ticket: Ticket) {
  const failureOf = useFailure()
  const params = { ticketId: ticket.id }
  const about = `assignee of ${ticket.id}`
  const change = useChange('assignTicket', {
    ticketId: ticket.id,
    onDone: () => closeToast(about),
  })
  return (personId: string | null, said?: string) => {
    const before = ticket.assignee?.id ?? null
    change.mutate(
      { params, body: { personId } },
      {
        onSuccess: () => {
          if (!said) return
          toast({
            text: said,
            about,
            undo: () => change.mutate({ params, body: { personId: before } }),
          })
        },
        onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
      },
    )
  }
}
