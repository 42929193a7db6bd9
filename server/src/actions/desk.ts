import type { Sources } from '#server/accounts/read-source.ts'
import type { Desk } from '#server/core/verb.ts'
import type { ActionStore } from './compile/store.ts'

/** What actions stand on beside the desk. */
export type ActionNeeds = {
  sources: Sources
  actions: ActionStore
  /** Signs previews. */
  secret: string
  /** Tests stop the executor here, as a crash would. */
  at?: (point: 'intended' | 'called') => Promise<void>
}
export type ActionDesk = Desk & ActionNeeds
