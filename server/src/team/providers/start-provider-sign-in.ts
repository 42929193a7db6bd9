import { randomBytes } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Desk } from '#server/core/verb.ts'
import type { WithSignIn } from '../sign-in-section.ts'
import { connectProvider } from './connect-provider.ts'
import type { WithFolder } from './connect-provider.ts'
import type { Provider } from './provider-section.ts'
import { returnAddress } from './return-address.ts'
import { keepStarted } from './started-sign-in.ts'

export type ProviderDesk = Desk & WithSignIn & WithFolder

type Wish = {
  returnTo: unknown
  /** What the cookie of an earlier try says: several tabs may be on their way. */
  browser: string | null
}

/** Where the browser is sent, and what it must come back with. */
export async function startProviderSignIn(
  desk: ProviderDesk,
  provider: Provider,
  { returnTo, browser: known }: Wish,
): Promise<{ url: string; browser: string }> {
  const config = await connectProvider(desk, provider)
  const browser = known ?? randomBytes(32).toString('base64url')
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const codeVerifier = oidc.randomPKCECodeVerifier()
  await keepStarted(
    desk,
    { state, browser },
    {
      provider: provider.id,
      nonce,
      codeVerifier,
      returnTo: returnAddress(desk.config.publicUrl, returnTo),
    },
  )
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callbackOf(desk, provider),
    scope: provider.scopes.join(' '),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, browser }
}

/** One for each provider: an answer of one is never taken for another’s. */
export function callbackOf({ config }: Pick<Desk, 'config'>, { id }: Provider): string {
  return new URL(`/api/auth/callback/${id}`, config.publicUrl).href
}
