import type { ActorRef, Line } from '@firstline/contract/common'
import {
  aiAgentPermissions,
  confinedPermissions,
  permissionsOf,
  personPermissions,
} from '@firstline/contract/permissions'
import type { Permission, Role } from '@firstline/contract/permissions'
import { Forbidden } from './errors.ts'

/** Who does something. Permissions come from the role, the key or the signed link, never from input. */
export type Actor =
  | {
      kind: 'person'
      id: string
      name: string
      role: Role
      line: Line
      /** By which they are signed in. */
      sessionId?: string
      /** Why only their own sign-in is open to them. */
      confined?: 'set-up' | 'use-passkey'
    }
  | { kind: 'integration'; id: string; name: string; permissions: readonly Permission[] }
  | { kind: 'ai_agent'; id: string; name: string; limits: AiLimits }
  | { kind: 'customer'; id: string; name: string }
  | { kind: 'system'; id: string; name: string }
  | { kind: 'anonymous'; id: null; name: string }

export type PersonActor = Extract<Actor, { kind: 'person' }>
export type AiActor = Extract<Actor, { kind: 'ai_agent' }>

/** What a lead lets an AI agent do, within what any AI agent may; null: all of them. */
type AiLimits = {
  tools: readonly string[] | null
  lines: readonly Line[] | null
  types: readonly string[] | null
  /** Every action waits for a person. */
  isWaiting: boolean
  callsPerMinute: number
  actionsPerHour: number
}

export const anonymous: Actor = { kind: 'anonymous', id: null, name: 'Not signed in' }

/**
 * The product itself, at work on an event or a schedule: `system('email')`; or one of what people let it do,
 * by kind and id: `system('rule:vip')`.
 */
export function system(part: string): Actor {
  const [kind = '', ...id] = part.split(':')
  const name =
    id.length > 0
      ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${id.join(':')}`
      : `Firstline ${part}`
  return { kind: 'system', id: part, name }
}

export function can(actor: Actor, permission: Permission | 'public'): boolean {
  if (permission === 'public' || actor.kind === 'system') return true
  if (actor.kind === 'person' && actor.confined) return confinedPermissions.has(permission)
  if (actor.kind === 'person') return permissionsOf[actor.role].has(permission)
  if (actor.kind === 'ai_agent') return aiAgentPermissions.has(permission)
  if (actor.kind === 'integration') {
    return actor.permissions.includes(permission) && !personPermissions.has(permission)
  }
  return false
}

export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind === 'person') return actor
  throw new Forbidden('permission.person-only', 'Only a signed-in person can do this')
}

/** People and AI agents handle tickets; whatever they do carries their name. */
export function requireHandler(actor: Actor): PersonActor | AiActor {
  if (actor.kind === 'person' || actor.kind === 'ai_agent') return actor
  throw new Forbidden('permission.person-only', 'Only a signed-in person can do this')
}

/** For columns that name a person of the team. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null
}

/** The actor as the event record stores it. */
export function actorColumns(actor: Actor): { actor_kind: string; actor_id: string | null } {
  if (actor.kind === 'anonymous') return { actor_kind: 'customer', actor_id: null }
  return { actor_kind: actor.kind, actor_id: actor.id }
}

export function actorRef(actor: Actor): ActorRef {
  const kind = actor.kind === 'anonymous' ? 'customer' : actor.kind
  return { kind, id: actor.id, name: actor.name }
}
