import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { providerRefusals } from '@firstline/contract/sign-in'
import { z } from 'zod'
import { callRoute } from '#web/api.ts'

/** better-auth's own endpoints; they are not part of the contract's route table. */
export type SignInOutcome =
  | { kind: 'signed-in' }
  /** The password was right; a code is asked for. */
  | { kind: 'code' }
  | { kind: 'refused' }
  | { kind: 'disabled' }
  /** The password was right, but a provider alone lets them in. */
  | { kind: 'passwordOff' }
  | { kind: 'limited'; retryAfterSeconds: number }
  | { kind: 'unreachable' }
  | { kind: 'failed'; status: number }

export function signIn(email: string, password: string): Promise<SignInOutcome> {
  return outcomeOf(post('/api/auth/sign-in/email', { email, password }))
}

export function giveCode(code: string, { isBackup }: { isBackup: boolean }) {
  const path = isBackup ? 'verify-backup-code' : 'verify-totp'
  return outcomeOf(post(`/api/auth/two-factor/${path}`, { code }))
}

/** @returns null where the person or the browser called it off */
export async function signInByPasskey(): Promise<SignInOutcome | null> {
  try {
    const { options } = await callRoute('startPasskeySignIn')
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const answer = await startAuthentication({ optionsJSON: asOptions(options) })
    return await outcomeOf(post('/api/auth/sign-in/passkey', { answer }))
  } catch {
    return null
  }
}

/** The server's library made them, for the browser's. */
function asOptions(options: object): PublicKeyCredentialRequestOptionsJSON {
  return options as PublicKeyCredentialRequestOptionsJSON
}

async function outcomeOf(asked: Promise<Response | null>): Promise<SignInOutcome> {
  const response = await asked
  if (!response) return { kind: 'unreachable' }
  if (response.ok) return { kind: (await isCodeAsked(response)) ? 'code' : 'signed-in' }
  if (response.status === 429) return { kind: 'limited', retryAfterSeconds: waitOf(response) }
  if (response.status === 403) {
    return { kind: (await codeIn(response)) === 'PASSWORD_OFF' ? 'passwordOff' : 'disabled' }
  }
  if (response.status === 400 || response.status === 401) return { kind: 'refused' }
  return { kind: 'failed', status: response.status }
}

async function isCodeAsked(response: Response): Promise<boolean> {
  const body = (await response.json()) as { twoFactorRedirect?: boolean }
  return body.twoFactorRedirect === true
}

export type CodesOutcome<Made> =
  | { kind: 'done'; made: Made }
  | { kind: 'refused' | 'slowed' | 'failed' }
type Path = 'enable' | 'disable' | 'generate-backup-codes' | 'verify-totp'

async function codeIn(response: Response): Promise<string | undefined> {
  return z.object({ code: z.string() }).safeParse(await response.json()).data?.code
}

/** Changes of the codes of an authenticator app, for who is signed in. */
export async function changeCodes<Made>(path: Path, body: object): Promise<CodesOutcome<Made>> {
  const response = await post(`/api/auth/two-factor/${path}`, body)
  if (response?.ok) return { kind: 'done', made: (await response.json()) as Made }
  if (response?.status === 429) return { kind: 'slowed' }
  return { kind: response && response.status < 500 ? 'refused' : 'failed' }
}

/**
 * @returns where one signs out at the identity provider too; null where there is nothing to do there
 * @throws when the server did not end the session.
 */
export async function signOut(): Promise<string | null> {
  const response = await post('/api/auth/sign-out', {})
  if (!response?.ok) throw new Error('sign-out failed')
  return Leaving.parse(await response.json()).leaving ?? null
}

const Leaving = z.object({ leaving: z.string().optional() })
const Started = z.union([
  z.object({ url: z.string() }),
  z.object({ refusal: z.enum(providerRefusals) }),
])

/** @returns where the provider asks who one is, or why it cannot be asked */
export async function startAtProvider(
  provider: string,
  returnTo: string,
): Promise<z.infer<typeof Started> | { refusal: 'slowed' }> {
  const response = await post('/api/auth/sign-in/provider', { provider, returnTo })
  if (response?.status === 429) return { refusal: 'slowed' }
  const read = response && Started.safeParse(await response.json())
  return read?.data ?? { refusal: 'failed' }
}

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return null // the network is away
  }
}

function waitOf({ headers }: Response): number {
  return Number(headers.get('x-retry-after') ?? headers.get('retry-after')) || 60
}
