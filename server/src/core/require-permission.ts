import type { Permission } from '@firstline/contract/permissions'
import { can } from './actor.ts'
import type { Actor } from './actor.ts'
import { Forbidden } from './errors.ts'
import { sentence } from './sentence.ts'

/**
 * Asked where a verb, deed or query begins and where a request comes in, and nowhere else: what is
 * needed is declared, so that it can be read (`.dependency-cruiser.mjs` holds it).
 * @throws Forbidden
 */
export function requirePermission(actor: Actor, permission: Permission | 'public'): void {
  if (can(actor, permission)) return
  if (actor.kind === 'person' && actor.confined) {
    throw new Forbidden('second-factor.missing', 'Your role needs a second factor to sign in')
  }
  throw new Forbidden('permission.missing', sentence`This needs the permission “${permission}”`)
}
