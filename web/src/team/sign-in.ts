/** better-auth's own endpoints; they are not part of the contract's route table. */
export type SignInOutcome =
  | { kind: 'signed-in' }
  | { kind: 'refused' }
  | { kind: 'limited'; retryAfterSeconds: number }
  | { kind: 'unreachable' }
  | { kind: 'failed'; status: number }

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const response = await post('/api/auth/sign-in/email', { email, password })
  if (!response) return { kind: 'unreachable' }
  if (response.ok) return { kind: 'signed-in' }
  if (response.status === 429) return { kind: 'limited', retryAfterSeconds: waitOf(response) }
  if (response.status === 400 || response.status === 401) return { kind: 'refused' }
  return { kind: 'failed', status: response.status }
}

/** @throws when the server did not end the session. */
export async function signOut(): Promise<void> {
  const response = await post('/api/auth/sign-out', {})
  if (!response?.ok) throw new Error('sign-out failed')
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
