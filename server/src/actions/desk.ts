import type { WithSources } from '#server/accounts/read-source.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { Desk } from '#server/core/verb.ts'
import type { ActionStore } from './compile/store.ts'

/** What actions stand on beside the desk. */
export type WithActions = WithSources &
  WithSecret & {
    actions: ActionStore
    /** Tests stop the executor here, as a crash would. */
    at?: (point: 'intended' | 'called') => Promise<void>
  }
export type ActionDesk = Desk & WithActions
