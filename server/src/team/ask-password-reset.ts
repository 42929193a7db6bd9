import { signInRoutes } from '@firstline/contract/sign-in'
import type { Actor } from '#server/core/actor.ts'
import { Unavailable } from '#server/core/errors.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { Desk } from '#server/core/verb.ts'
import type { z } from 'zod'
import { countTry } from './slow-down.ts'

/**
 * The same answer, after the same work, whoever is or is not there: what follows is a job, which
 * alone looks for the person.
 */
async function ask(
  desk: Desk & { mailer: { isConnected: boolean } },
  _actor: Actor,
  input: z.input<typeof signInRoutes.askPasswordReset.body>,
): Promise<Record<string, never>> {
  if (!desk.mailer.isConnected) {
    throw new Unavailable('mail.not-connected', 'This desk sends no mail: ask an administrator')
  }
  const { email, language } = signInRoutes.askPasswordReset.body.parse(input)
  await countTry(desk, `reset:${email}`)
  const payload = { email: email.toLowerCase(), language }
  await desk.db.transaction().execute((tx) => enqueue(tx, [{ task: 'answer_reset', payload }]))
  return {}
}

/** Nothing is changed by it that could be on record: a mail that goes out is. */
export const askPasswordReset = Object.assign(ask, { permission: 'public' as const })
