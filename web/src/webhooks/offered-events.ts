import { isPublicEvent, kindOfEvent, publicEventNames } from '@firstline/contract/events'
import type { EventKind, PublicEventName } from '@firstline/contract/events'

export const isOffered: (name: string) => name is PublicEventName = isPublicEvent

/** What an endpoint can be told of, by what it is about. */
export const offeredByKind: readonly (readonly [EventKind, PublicEventName[]])[] = [
  ...Map.groupBy(publicEventNames, kindOfEvent),
]
