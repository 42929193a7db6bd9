import type { ActorRef } from '@firstline/contract/common'

/** An entry of the timeline that is not a message. */
export type TimelineEvent = {
  id: string
  at: string
  name: string
  actor: ActorRef
  data: Record<string, unknown>
}
