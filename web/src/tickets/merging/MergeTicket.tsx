import type { Ticket, TicketSummary } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { Ticket as TicketSign } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '@firstline/contract/client'
import { apiQuery, callRoute } from '#web/api.ts'
import { CommandPalette } from '#web/ui/CommandPalette.tsx'
import type { Command, CommandGroup } from '#web/ui/CommandPalette.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { useMayChange } from '../useMayChange.ts'
import { MergeDialog } from './MergeDialog.tsx'
import type { Side } from './useMerge.ts'

type MergeTicketProps = {
  ticket: Ticket
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** M chooses another ticket of the same customer; then a preview says what merging does. */
export function MergeTicket({ ticket, isOpen, onOpenChange }: MergeTicketProps) {
  const { t } = useTranslation('conversation')
  const mayMerge = useMayChange(ticket) && ticket.state !== 'void'
  const [other, setOther] = useState<Side | null>(null)
  const groups = useChoices(ticket, isOpen, setOther)
  useHotkeys([
    {
      keys: 'm',
      label: t('merge.open'),
      group: t('ticket'),
      isDisabled: !mayMerge,
      run: () => onOpenChange(true),
    },
  ])
  return (
    <>
      <CommandPalette
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        groups={groups}
        placeholder={t('merge.placeholder', { number: ticket.number })}
      />
      <MergeDialog ticket={ticket} other={other} onClose={() => setOther(null)} />
    </>
  )
}

function useChoices(ticket: Ticket, isOpen: boolean, choose: (other: Side) => void) {
  const { t } = useTranslation('conversation')
  const { t: tickets } = useTranslation('tickets')
  const params = { ticketId: ticket.id }
  const { data } = useQuery({ ...apiQuery('listMergeChoices', { params }), enabled: isOpen })
  return useMemo((): CommandGroup[] => {
    const commandOf = (one: TicketSummary): Command => ({
      id: one.id,
      label: `#${one.number} ${one.subject}`,
      detail: [one.contact?.name ?? one.contact?.email, tickets(`standing.${one.state}`)]
        .filter(Boolean)
        .join(' · '),
      icon: TicketSign,
      run: () => choose(one),
    })
    const recent = (data?.items ?? []).map(commandOf)
    return [
      { id: 'recent', title: t('merge.recent'), commands: recent },
      {
        id: 'found',
        title: t('merge.found'),
        async search(q, signal) {
          const { items } = await callRoute(
            'listMergeChoices',
            { params, query: { q } },
            { signal },
          )
          const known = new Set(recent.map(({ id }) => id))
          if (items.length === 0) return otherNumber(q, signal)
          return items.filter(({ id }) => !known.has(id)).map(commandOf)
        },
      },
    ]

    /** One that is no choice is named all the same: the preview says why, and what to do. */
    async function otherNumber(q: string, signal: AbortSignal): Promise<Command[]> {
      const number = Number(/^#?([1-9]\d{0,8})$/.exec(q)?.[1])
      if (!number || number === ticket.number) return []
      const found = await findNumber(number, signal)
      if (!found) return []
      const label = t('merge.number', { number })
      return [{ id: found.id, label, icon: TicketSign, run: () => choose({ ...found, number }) }]
    }
    // oxlint-disable-next-line react/exhaustive-deps -- what is chosen is the same, whoever asks
  }, [data, ticket.id, ticket.number, t, tickets])
}

async function findNumber(number: number, signal: AbortSignal) {
  try {
    return await callRoute('findTicketByNumber', { params: { number } }, { signal })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.reason === 'ticket.not-found') return null
    throw error
  }
}
