import { createHash } from 'node:crypto'
import { later, minutes } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'

const lifetimeMs = 10 * minutes

/** A sign-in that was begun, as the browser and the provider are to bring it back. */
export type StartedSignIn = {
  provider: string
  nonce: string
  codeVerifier: string
  /** Where the person wanted to go, on this desk. */
  returnTo: string
}

type Keeping = Pick<Desk, 'db' | 'clock'>
/** What goes to the provider and comes back, and what stays in the browser. */
type Proofs = { state: string; browser: string }

export async function keepStarted(
  { db, clock }: Keeping,
  { state, browser }: Proofs,
  started: StartedSignIn,
): Promise<void> {
  const now = clock.now()
  await db.deleteFrom('provider_sign_in').where('expires_at', '<', now).execute()
  await db
    .insertInto('provider_sign_in')
    .values({
      state: hashOf(state),
      browser: hashOf(browser),
      provider: started.provider,
      nonce: started.nonce,
      code_verifier: started.codeVerifier,
      return_to: started.returnTo,
      expires_at: later(now, lifetimeMs),
    })
    .execute()
}

/** Once, whatever follows. @returns null where this browser has begun no such sign-in of late */
export async function takeStarted(
  { db, clock }: Keeping,
  { state, browser }: Proofs,
  provider: string,
): Promise<StartedSignIn | null> {
  const row = await db
    .deleteFrom('provider_sign_in')
    .where('state', '=', hashOf(state))
    .where('browser', '=', hashOf(browser))
    .where('provider', '=', provider)
    .where('expires_at', '>', clock.now())
    .returning(['provider', 'nonce', 'code_verifier', 'return_to'])
    .executeTakeFirst()
  if (!row) return null
  const { nonce, code_verifier: codeVerifier, return_to: returnTo } = row
  return { provider, nonce, codeVerifier, returnTo }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
