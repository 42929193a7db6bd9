import { catalogueRowOf } from '@firstline/contract/events'
import { lists } from '@firstline/contract/lists'
import type { List } from '@firstline/contract/lists'
import type { LiveEvent } from '@firstline/contract/live'
import { ownProperty } from '@firstline/contract/own-property'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { askedBy } from './asked-by.ts'
import { isToldByCounts, isToldByRows } from './place-rows.ts'

/** Whether what a query shows may differ after an event: both sides say so in the contract. */
export function isAffected(queryKey: readonly unknown[], event: LiveEvent): boolean {
  if (event.rowFollows && isToldByRows(queryKey)) return false
  if (event.countsFollow && isToldByCounts(queryKey)) return false
  const shown = shownBy(queryKey[0])
  const changed = changedBy(event)
  if (!shown.some((list) => changed.includes(list))) return false
  const ticketId = askedBy(queryKey[1]).params?.ticketId
  return !ticketId || !event.ticketId || ticketId === event.ticketId
}

function shownBy(name: unknown): readonly List[] {
  if (typeof name !== 'string') return []
  return ownProperty<Route>(routes, name)?.changedBy ?? []
}

/** A newer server may tell of what this page does not know: then anything may be another. */
function changedBy({ name, ticketId }: LiveEvent): readonly List[] {
  const changes = catalogueRowOf(name)?.changes ?? anything
  return ticketId ? [...changes, 'ticket'] : changes
}

const anything = lists.filter((list) => list !== 'customer_systems')
