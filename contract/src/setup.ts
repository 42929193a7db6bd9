import { z } from 'zod'
import { InvitePerson } from './team.ts'
import type { RouteTable } from './route.ts'
import { Nothing } from './common.ts'
import { passwordErrors } from './sign-in.ts'

export const CreateFirstAdmin = InvitePerson.pick({ email: true, name: true }).extend({
  /** As the start has printed it; signs between its letters, and capitals, do not matter. */
  code: z.string().min(1).max(100),
  password: z.string().max(128),
})

export const setupRoutes = {
  createFirstAdmin: {
    method: 'POST',
    path: '/api/setup/first-admin',
    summary:
      'The first person of a new desk, by the code that its start has printed; nothing once somebody is there',
    permission: 'public',
    triesAMinute: 10,
    repeated: { is: 'anew', because: 'the code is used once' },
    body: CreateFirstAdmin,
    response: Nothing,
    errors: [
      'setup.done',
      'setup.code-wrong',
      'sign-in.slowed',
      'person.email-taken',
      'password.off',
      ...passwordErrors,
    ],
  },
} as const satisfies RouteTable
