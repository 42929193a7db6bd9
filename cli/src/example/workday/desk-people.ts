import { createClient } from '@firstline/contract/client'
import type { Client } from '@firstline/contract/client'

/** One that ends what is under way when the desk stops. */
export type Fetch = typeof globalThis.fetch
export type SignIn = { role: string; email: string; password: string }

/** Somebody of the desk, as their browser would ask. */
export type DeskPerson = { id: string; name: string; desk: Client }

/** @throws Error when the desk does not let them in */
export async function signIn(
  { deskUrl, publicUrl, fetch }: { deskUrl: string; publicUrl: string; fetch: Fetch },
  { email, password }: SignIn,
): Promise<DeskPerson> {
  const answer = await fetch(`${deskUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`${email} was not let in: ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const desk = createClient({
    baseUrl: deskUrl,
    fetch,
    headers: () => ({ cookie, origin: publicUrl }),
  })
  const { id, name } = await desk.getMe()
  return { id, name, desk }
}
