import type { Ticket } from '@firstline/contract/tickets'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { useFigures } from '#web/useFigures.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'
import { HeaderButton } from './HeaderButton.tsx'
import { useTitles } from './useTitles.ts'
import { useMayChange } from '../useMayChange.ts'

/** A guess below this share distracts more than it helps. */
const leastShare = 0.05

export function TypeMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['conversation', 'tickets'])
  const failureOf = useFailure()
  const titles = useTitles()
  const figures = useFigures()
  const mayChange = useMayChange(ticket)
  const { data } = useQuery({ ...apiQuery('listTicketTypes'), staleTime: 600_000 })
  const matches = useQuery(apiQuery('listRunbookMatches', { params: { ticketId: ticket.id } })).data
  const change = useChange('setTicketType', { ticketId: ticket.id })
  const title = ticket.type ? titles.type(ticket.type) : t('tickets:noType')
  // the words of the ticket that spoke for a type stand beside it: a guess to be judged, not followed
  const learned = (matches?.types ?? [])
    .filter((one) => one.type !== ticket.type && one.probability >= leastShare)
    .slice(0, 3)
  const guesses = learned.map((one) => ({
    id: one.type,
    label: titles.type(one.type),
    detail: t('typeBecause', {
      share: figures.wholePercent(one.probability),
      words: one.words.slice(0, 3).join(', '),
    }),
    onAction: () => choose(one.type),
  }))
  const others = (data?.items ?? []).filter(({ id }) => learned.every(({ type }) => type !== id))
  if (!mayChange) return <span>{title}</span>
  return (
    <Menu
      label={t('type')}
      trigger={<HeaderButton label={t('typeIs', { type: title })}>{title}</HeaderButton>}
      groups={[
        ...(guesses.length > 0
          ? [{ id: 'learned', title: t('typeLearned'), entries: guesses }]
          : []),
        {
          id: 'types',
          ...(guesses.length > 0 && { title: t('typeOthers') }),
          entries: others.map((type) => ({
            id: type.id,
            label: type.title,
            isChosen: type.id === ticket.type,
            onAction: () => choose(type.id),
          })),
        },
      ]}
    />
  )

  function choose(type: string) {
    change.mutate(
      { params: { ticketId: ticket.id }, body: { type } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
  }
}
