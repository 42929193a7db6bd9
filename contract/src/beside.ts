import { z } from 'zod'
import { BesideDeskName } from './beside-kinds.ts'
import { Id, Time } from './common.ts'
import type { RouteTable } from './route.ts'

/**
 * waiting: not looked at yet; reading: there is more to be read; following: all there was is here; failing:
 * see its fault.
 */
export const BesideState = z.enum(['waiting', 'reading', 'following', 'failing'])
export type BesideState = z.infer<typeof BesideState>

/** A desk that is mirrored, and how that goes. */
export const BesideDesk = z
  .object({
    desk: BesideDeskName,
    /** Where it is; null where that is kept in a secret. */
    address: z.string().nullable(),
    projects: z.array(z.string()),
    state: BesideState,
    /** `reason` is stable, `detail` says what to do. */
    fault: z.object({ reason: z.string(), detail: z.string(), since: Time }).nullable(),
    /** When all there was had been read. */
    caughtUpAt: Time.nullable(),
    triedAt: Time.nullable(),
    /** It has asked to be left alone so long. */
    heldUntil: Time.nullable(),
    /** Of the last change that was read. */
    readUntil: Time.nullable(),
    tickets: z.int(),
    /** What is still to be told there. */
    waiting: z.int(),
    unreadable: z.int(),
  })
  .meta({ id: 'BesideDesk' })
export type BesideDesk = z.infer<typeof BesideDesk>

export const FindBesideTicket = z.object({
  desk: BesideDeskName,
  externalId: z.string().regex(/^[1-9][0-9]{0,17}$/, 'Must be the number that the desk has for it'),
})

export const besideRoutes = {
  listBesideDesks: {
    method: 'GET',
    path: '/api/beside',
    summary: 'The desks whose tickets are mirrored here, and how each of them goes',
    permission: 'ticket:read',
    changedBy: ['beside'],
    response: z.object({ items: z.array(BesideDesk) }),
  },
  findBesideTicket: {
    method: 'GET',
    path: '/api/beside/{desk}/tickets/{externalId}',
    summary: 'The ticket here that mirrors one of another desk',
    permission: 'ticket:read',
    changedBy: ['tickets'],
    params: FindBesideTicket,
    errors: ['beside.not-mirrored', 'beside.not-declared'],
    response: z.object({ id: Id }),
  },
  mirrorBesideTicket: {
    method: 'POST',
    path: '/api/beside/{desk}/tickets/{externalId}',
    summary: 'Mirror a ticket of another desk now, not with its next change',
    permission: 'ticket:write',
    repeated: { is: 'anew', because: 'a ticket is mirrored once, however often it is asked for' },
    params: FindBesideTicket,
    errors: [
      'beside.not-declared',
      'beside.unknown',
      'beside.not-in-scope',
      'beside.not-reachable',
      'beside.limited',
      'beside.key-refused',
      'beside.project-unknown',
      'beside.not-understood',
      'outbound.forbidden',
      'secret.missing',
    ],
    response: z.object({ id: Id }),
  },
} as const satisfies RouteTable
