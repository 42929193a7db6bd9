import { z } from 'zod'
import { formPage, page } from './portal.ts'
import type { RouteTable } from './route.ts'

/** Why an attempt of a customer became a ticket. */
export const PassedOnBecause = z.enum([
  'not-solved',
  'no-cause',
  'not-shown',
  'not-read',
  'not-asked',
])
export type PassedOnBecause = z.infer<typeof PassedOnBecause>

const Attempt = z.object({ id: z.string().max(40) })
const whose = 'protected by the session of a contact, who sees their own attempts and no others'

/** Pages of the portal too: what a customer tries before they write a ticket. */
export const selfServiceRoutes = {
  getPortalAttempt: {
    method: 'GET',
    path: '/help/attempts/{id}',
    summary: `What was found before a ticket was written: the next question, or the cause; ${whose}`,
    permission: 'public',
    params: Attempt,
    response: z.unknown(),
    raw: page,
  },
  answerPortalAttempt: {
    method: 'POST',
    path: '/help/attempts/{id}/answers',
    summary: `Answer the question of an attempt, and have what hangs on it checked; ${whose}`,
    permission: 'public',
    repeated: { is: 'anew', because: 'a question that was answered is asked no more' },
    params: Attempt,
    response: z.unknown(),
    raw: formPage,
  },
  endPortalAttempt: {
    method: 'POST',
    path: '/help/attempts/{id}',
    summary: `Say that what was shown solved it, or that it did not: then it becomes a ticket; ${whose}`,
    permission: 'public',
    repeated: { is: 'anew', because: 'an attempt that has ended leads where it ended' },
    params: Attempt,
    response: z.unknown(),
    raw: formPage,
  },
} as const satisfies RouteTable
