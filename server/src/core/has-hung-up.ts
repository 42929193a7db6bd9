import type { FastifyReply } from 'fastify'

/** Whoever asked is not there any more: what failed by that is no fault of ours. */
export function hasHungUp({ raw }: FastifyReply): boolean {
  return !raw.writableFinished && (raw.socket?.destroyed ?? true)
}
