import type { Actor } from '#server/core/actor.ts'

/** Whom a limit counts by. */
export function actorKey(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? ''}`
}
