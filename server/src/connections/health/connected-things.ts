import type { ConnectedThing } from '@firstline/contract/connections'
import type { QueryContext } from '#server/core/verb.ts'

/** What of the project asks a connection: sources, metrics, the directory, actions. */
export type ThingOfConnection = Omit<ConnectedThing, 'health'> & { connection: string }

/** Each domain knows its own; the desk's parts are put together above all of them. */
export type WithConnectedThings = {
  connectedThings(reading: Pick<QueryContext, 'db' | 'clock'>): Promise<ThingOfConnection[]>
}
