import { createHash } from 'node:crypto'
import { z } from 'zod'
import { seconds } from '#server/core/clock.ts'
import { saidOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { readNamed, vaultAccess } from './vault-access.ts'
import type { VaultAccess } from './vault-access.ts'
import { VaultFault } from './vault-fault.ts'

/** HashiCorp Vault or what speaks as it does: key/value secrets of version 2, by its HTTP API. */
export type Vault = {
  /** The fields of a secret, as they are now. @throws VaultFault */
  read(path: string): Promise<Record<string, unknown>>
}

/** Half of the token's life is behind it at `renewAt`. */
type Session = { token: string; renewAt: number; isRenewable: boolean }

type OwnLogin = Exclude<VaultAccess['login'], { kind: 'token-file' }>

const timeoutMs = 5 * seconds

/** @param now milliseconds of whichever beginning */
export function openVault(
  env: NodeJS.ProcessEnv,
  now: () => number = () => performance.now(),
): Vault {
  let session: Session | null = null
  let underWay: Promise<Session> | null = null

  return {
    async read(path) {
      const access = vaultAccess(env)
      const { answer, token } = await readOnce(access, path)
      if (answer.status !== 403 || access.login.kind !== 'role') return fieldsOf(path, answer)
      // a token that has ended is refused like one that may not; ids to sign in with may be few
      if (await isAlive(access, token)) return fieldsOf(path, answer)
      if (session?.token === token) session = null
      return fieldsOf(path, (await readOnce(access, path)).answer)
    },
  }

  async function readOnce(access: VaultAccess, path: string) {
    const token = await tokenNow(access)
    return { token, answer: await ask(access, { path: `/v1/${path}`, token }) }
  }

  async function tokenNow(access: VaultAccess): Promise<string> {
    const { login } = access
    // whoever writes the file keeps it alive
    if (login.kind === 'token-file') return readNamed('VAULT_TOKEN_FILE', login.path)
    if (session && now() < session.renewAt) return session.token
    // one signs in or renews; the others wait for it
    underWay ??= begin(access, login, session).finally(() => (underWay = null))
    session = await underWay
    return session.token
  }

  async function begin(access: VaultAccess, login: OwnLogin, before: Session | null) {
    const renewed = before?.isRenewable ? await renew(access, before) : null
    if (renewed) return renewed
    return login.kind === 'role' ? signIn(access, login) : look(access, login.token)
  }

  async function signIn(
    access: VaultAccess,
    { path, roleId, secretId }: Extract<OwnLogin, { kind: 'role' }>,
  ): Promise<Session> {
    const body = { role_id: roleId, secret_id: secretId }
    const answer = await ask(access, { path: `/v1/auth/${path}/login`, body })
    const told = answer.status === 200 ? Given.safeParse(parsed(answer.body)) : null
    if (told?.success) return sessionOf(told.data.auth, now())
    if (answer.status === 200) throw notUnderstood()
    throw answer.status === 400 || answer.status === 403
      ? new VaultFault(sentence`Vault does not know VAULT_ROLE_ID with this secret id`)
      : unavailable(answer.status)
  }

  /** How long a token that was given lives; one that may not ask is used until it is refused. */
  async function look(access: VaultAccess, token: string): Promise<Session> {
    const answer = await ask(access, { path: '/v1/auth/token/lookup-self', token })
    const told = Looked.safeParse(parsed(answer.body))
    if (answer.status !== 200 || !told.success) return { token, ...endless }
    const { ttl, renewable } = told.data.data
    return sessionOf({ client_token: token, lease_duration: ttl, renewable }, now())
  }

  async function isAlive(access: VaultAccess, token: string): Promise<boolean> {
    const { status } = await ask(access, { path: '/v1/auth/token/lookup-self', token })
    return status === 200
  }

  async function renew(access: VaultAccess, { token }: Session): Promise<Session | null> {
    const answer = await ask(access, { path: '/v1/auth/token/renew-self', token, body: {} })
    const told = Given.safeParse(parsed(answer.body))
    return answer.status === 200 && told.success ? sessionOf(told.data.auth, now()) : null
  }
}

const Given = z.object({
  auth: z.object({
    client_token: z.string().min(1),
    lease_duration: z.number().default(0),
    renewable: z.boolean().default(false),
  }),
})
const Looked = z.object({
  data: z.object({ ttl: z.number().default(0), renewable: z.boolean().default(false) }),
})
const Secret = z.object({ data: z.object({ data: z.record(z.string(), z.unknown()) }) })

const endless = { renewAt: Infinity, isRenewable: false }

function sessionOf(given: z.infer<typeof Given>['auth'], from: number): Session {
  const { client_token: token, lease_duration: life, renewable: isRenewable } = given
  // a life of 0 has no end
  if (life <= 0) return { token, ...endless }
  return { token, renewAt: from + (life * seconds) / 2, isRenewable }
}

type Asked = { path: string; token?: string; body?: object }

async function ask(access: VaultAccess, { path, token, body }: Asked): Promise<OutboundAnswer> {
  const { address, namespace, ca } = access
  try {
    return await callOut(address, {
      path,
      method: body ? 'POST' : 'GET',
      headers: {
        // agents of Vault refuse a request without it
        'x-vault-request': 'true',
        ...(token ? { 'x-vault-token': token } : {}),
        ...(namespace === null ? {} : { 'x-vault-namespace': namespace }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(ca === null ? {} : { tls: { id: createHash('sha256').update(ca).digest('hex'), ca } }),
      timeoutMs,
    })
  } catch (error) {
    throw new VaultFault(sentence`Vault does not answer: ${saidOf(error)}`)
  }
}

function fieldsOf(path: string, { status, body }: OutboundAnswer): Record<string, unknown> {
  if (status === 404) {
    throw new VaultFault(
      sentence`Vault has nothing at ${path}, or what was there is deleted (HTTP 404)`,
      { isGone: true },
    )
  }
  if (status === 403) {
    throw new VaultFault(sentence`Vault does not let us read ${path} (HTTP 403)`)
  }
  if (status !== 200) throw unavailable(status)
  const read = Secret.safeParse(parsed(body))
  if (!read.success) throw notUnderstood()
  return read.data.data.data
}

function unavailable(status: number): VaultFault {
  return status === 503
    ? new VaultFault(sentence`Vault is sealed or cannot answer (HTTP 503)`)
    : new VaultFault(sentence`Vault answered HTTP ${status}`)
}

function notUnderstood(): VaultFault {
  return new VaultFault(
    sentence`What Vault answered is not understood: key/value secrets of version 2 are`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
