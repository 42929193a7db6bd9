import type { ToldKind } from '@firstline/contract/changes'
import type { Hook } from './hooks-section.ts'
import type { HookMessage } from './check-signature.ts'

/** A change as a sender's message has it, in the sender's words. */
export type Draft = {
  kind?: ToldKind
  /** Of a flag or a setting. */
  name?: string | undefined
  /** What the sender calls the service, the most exact first; the last is its plain name. */
  services: readonly (string | undefined)[]
  version?: string | undefined
  environment?: string | undefined
  at?: unknown
  outcome?: 'live' | 'failed'
  author?: string | undefined
  summary?: string | undefined
  url?: string | undefined
  /** What the sender calls this one change, however often and with whatever outcome it tells it. */
  id?: string | undefined
}

/** An incident as a sender's message has it. */
export type IncidentDraft = {
  /** What the sender calls it, in each of its messages. */
  id: string
  title: string | undefined
  impact: string | undefined
  services: readonly string[]
  url: string | undefined
  isOpen: boolean
  openedAt: unknown
  /** When it was as the message says; undefined: now. */
  at: unknown
}

/** Or why nothing is taken from it, for whoever looks at the sender's log of deliveries. */
export type Reading =
  | readonly Draft[]
  | { incidents: readonly IncidentDraft[] }
  | { ignored: string }

/** What a sender's message says; it throws for no message that is JSON. */
export type ReadMessage = (body: unknown, headers: HookMessage['headers'], hook: Hook) => Reading
