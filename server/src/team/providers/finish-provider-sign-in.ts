import * as oidc from 'openid-client'
import { system } from '#server/core/actor.ts'
import { connectProvider } from './connect-provider.ts'
import { admitPerson } from './admit-person.ts'
import type { Provider } from './provider-section.ts'
import { SignInRefused } from './sign-in-refused.ts'
import { callbackOf } from './start-provider-sign-in.ts'
import type { ProviderDesk } from './start-provider-sign-in.ts'
import { takeStarted } from './started-sign-in.ts'
import { lacks, vouchedBy } from './vouched.ts'
import type { Vouched } from './vouched.ts'

/** What came back from the provider: its query, and the cookie it began with. */
export type Returned = { search: string; browser: string | null }

export type Admitted = {
  userId: string
  personId: string
  idToken: string
  returnTo: string
}

/**
 * The answer of a provider, checked: state of this browser, once; issuer, signature, audience, nonce and
 * age of the token (by the library, against this machine's clock); then who it is here.
 * @throws SignInRefused, and what `refusalOf` has a name for
 */
export async function finishProviderSignIn(
  desk: ProviderDesk,
  provider: Provider,
  { search, browser }: Returned,
): Promise<Admitted> {
  const state = new URLSearchParams(search).get('state')
  const started =
    state !== null && browser !== null
      ? await takeStarted(desk, { state, browser }, provider.id)
      : null
  if (state === null || !started) throw new SignInRefused('expired')
  const config = await connectProvider(desk, provider)
  const current = new URL(`${callbackOf(desk, provider)}${search}`)
  const tokens = await oidc.authorizationCodeGrant(config, current, {
    expectedState: state,
    expectedNonce: started.nonce,
    pkceCodeVerifier: started.codeVerifier,
    idTokenExpected: true,
  })
  const vouched = await readVouched(config, provider, tokens)
  const { userId, personId } = await admitPerson(desk, system('sign-in'), { provider, vouched })
  return { userId, personId, idToken: tokens.id_token ?? '', returnTo: started.returnTo }
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

/** What the signed token says comes before what else the provider says of the same person. */
async function readVouched(
  config: oidc.Configuration,
  provider: Provider,
  tokens: Tokens,
): Promise<Vouched> {
  const claims = tokens.claims()
  if (!claims) throw new SignInRefused('untrusted')
  const isAsked = lacks(claims, provider) && config.serverMetadata().userinfo_endpoint
  const more = isAsked ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : {}
  return vouchedBy(claims.sub, { ...more, ...claims }, provider)
}
