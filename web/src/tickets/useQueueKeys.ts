import type { TicketSummary } from '@firstline/contract/tickets'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { matchesKeys } from '#web/ui/keys.ts'
import type { Selection } from './bulk/useSelection.ts'

/**
 * J and K. With a ticket open they open its neighbour; in the bare list they move the focus, and
 * Enter opens. Each key goes on from the one before, whether or not its ticket is on the page yet.
 * With Shift they choose all rows they pass; V and Space choose the row where one is.
 */
export function useQueueKeys(
  tickets: readonly TicketSummary[],
  reveal: (index: number) => void,
  selection: Selection | null,
) {
  const { t } = useTranslation('tickets')
  const { ticketId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [markedId, setMarkedId] = useState(ticketId)
  const place = usePlace(tickets, ticketId)
  useHotkeys([
    { keys: 'j', label: t('next'), group: t('queue'), run: () => step(1) },
    { keys: 'k', label: t('previous'), group: t('queue'), run: () => step(-1) },
  ])
  const found = tickets.findIndex(({ id }) => id === (markedId ?? ticketId))
  const marked = Math.max(0, found)
  const choosing = { group: t('queue'), isDisabled: selection === null }
  useHotkeys([
    { ...choosing, keys: 'v', label: t('bulk.toggle'), run: toggleMarked },
    { ...choosing, keys: 'shift+j', label: t('bulk.extendNext'), run: () => extend(1) },
    { ...choosing, keys: 'shift+k', label: t('bulk.extendPrevious'), run: () => extend(-1) },
    { ...choosing, keys: 'shift+v', label: t('bulk.all'), run: () => selection?.all() },
  ])
  return { marked, onKeyDown, onFocus, onToggle }

  function toggleMarked() {
    const ticket = tickets[marked]
    if (!ticket) return
    selection?.toggle(ticket.id)
    focusRow(ticket.id)
  }

  function onToggle(id: string, isRange: boolean) {
    const here = tickets[marked]
    if (isRange && here) selection?.extend(here.id, id)
    else selection?.toggle(id)
    setMarkedId(id)
    place.go(id, indexOf(tickets, id))
    focusRow(id)
  }

  /** From where one is, which is chosen too. */
  function extend(by: 1 | -1) {
    const here = tickets[marked]
    if (!here || !selection) return
    selection.extend(here.id, step(by, false)?.id ?? here.id)
  }

  function step(by: 1 | -1, isOpening = ticketId !== undefined) {
    const next = place.neighbour(by)
    const ticket = tickets[next]
    if (!ticket) return undefined
    place.go(ticket.id, next)
    setMarkedId(ticket.id)
    reveal(next)
    if (!isOpening || isFocusInQueue()) focusRow(ticket.id)
    if (!isOpening) return ticket
    void navigate({
      to: '/tickets/$ticketId',
      params: { ticketId: ticket.id },
      search: (search) => search,
      replace: true, // Back leads out of the queue, not through every ticket looked at
    })
    return ticket
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, shiftKey } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const by = key === 'ArrowDown' ? 1 : -1
      if (shiftKey && selection) extend(by)
      else step(by, false)
    } else if (selection && key === ' ' && isRow(event.target)) {
      event.preventDefault()
      toggleMarked()
    } else if (selection && isKeyOfAll(event)) {
      event.preventDefault()
      selection.all()
    }
  }

  function onFocus(id: string) {
    setMarkedId(id)
    if (ticketId === undefined) place.go(id, indexOf(tickets, id))
  }
}

/**
 * Where one is in the list, known at once. A ticket that has left it, as by being resolved, has left
 * its place to its neighbour.
 */
function usePlace(tickets: readonly TicketSummary[], ticketId: string | undefined) {
  const place = useRef({ id: ticketId, index: indexOf(tickets, ticketId) })
  const onTheWay = useRef(new Set<string>())
  useEffect(() => {
    if (ticketId === undefined) return
    // a page that comes after further keys is behind them
    if (place.current.id === ticketId) return onTheWay.current.clear()
    if (onTheWay.current.has(ticketId)) return
    place.current = { id: ticketId, index: indexOf(tickets, ticketId) }
    // oxlint-disable-next-line react/exhaustive-deps -- the list moving is not somebody going elsewhere
  }, [ticketId])
  useEffect(() => {
    const index = indexOf(tickets, place.current.id)
    if (index >= 0) place.current.index = index
  }, [tickets])
  return { neighbour, go }

  function neighbour(by: 1 | -1): number {
    const { id, index } = place.current
    const here = indexOf(tickets, id)
    if (here >= 0) return here + by
    if (index < 0) return 0
    return by === 1 ? Math.min(index, tickets.length - 1) : index - 1
  }

  function go(id: string, index: number) {
    place.current = { id, index }
    onTheWay.current.add(id)
  }
}

function indexOf(tickets: readonly TicketSummary[], id: string | undefined): number {
  return id === undefined ? -1 : tickets.findIndex((ticket) => ticket.id === id)
}

/** Also where nothing has the focus: then the list is where one is. */
function isFocusInQueue(): boolean {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.closest('[data-queue]') !== null
}

function isRow(target: EventTarget): boolean {
  return target instanceof Element && target.matches('[data-ticket]')
}

/** Only in the list: elsewhere it chooses text. */
function isKeyOfAll({ nativeEvent }: KeyboardEvent): boolean {
  return matchesKeys(nativeEvent, 'mod+a')
}

function focusRow(id: string) {
  // The row may only now come into the document.
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)?.focus()
  })
}
