import * as oidc from 'openid-client'
import { seconds } from '#server/core/clock.ts'
import { deriveSecret } from '#server/core/derive-secret.ts'
import { messageOf } from '#server/core/errors.ts'
import { sealText, unsealText } from '#server/core/secret-box.ts'
import type { WithSecret } from '#server/core/settings.ts'
import { within } from '#server/core/within.ts'
import { connectProvider } from './connect-provider.ts'
import type { ProviderDesk } from './start-provider-sign-in.ts'

/** Who signs out does not wait longer for a provider that is away. */
const longestAsked = 3 * seconds

/** What the provider is told when the session ends: which of its sign-ins it was. */
export async function keepProviderSession(
  { db, secret }: ProviderDesk & WithSecret,
  { sessionId, provider, idToken }: { sessionId: string; provider: string; idToken: string },
): Promise<void> {
  const sealed = sealText(keyOf(secret), idToken)
  await db
    .insertInto('provider_session')
    .values({ session_id: sessionId, provider, id_token: sealed })
    .execute()
}

/**
 * Where a browser goes to sign out at the provider as well (OpenID Connect RP-Initiated Logout); null
 * where the session is none of a provider, or it has no such address, or is away: here one is out anyway.
 */
export async function leaveAddress(
  desk: ProviderDesk & WithSecret,
  sessionId: string,
): Promise<string | null> {
  const kept = await desk.db
    .selectFrom('provider_session')
    .select(['provider', 'id_token'])
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  const { providers } = desk.sources.project.current().signIn
  const provider = kept && providers.find(({ id }) => id === kept.provider)
  if (!provider) return null
  try {
    const config = await within(longestAsked, connectProvider(desk, provider))
    if (!config.serverMetadata().end_session_endpoint) return null
    const idToken = unsealText(keyOf(desk.secret), kept.id_token)
    return oidc.buildEndSessionUrl(config, {
      post_logout_redirect_uri: new URL('/sign-in', desk.config.publicUrl).href,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    }).href
  } catch (error) {
    desk.log.warn(
      { provider: provider.id, err: messageOf(error) },
      'a provider is not told of a sign-out',
    )
    return null
  }
}

function keyOf(secret: string): Buffer {
  return deriveSecret(secret, 'identity provider')
}
