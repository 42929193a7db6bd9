import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { readConfig } from '#server/core/config.ts'
import { createApp } from '#server/create-app.ts'
import { createHttpOf } from '#server/serve.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { clientSecret, startIdentityProvider } from './identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { browserAtProvider } from './sign-in-at.ts'

const publicUrl = 'http://localhost:3999'

export type Declared = {
  id: string
  domains: readonly string[]
  /** Further lines of firstline.yaml about it. */
  more?: readonly string[]
  isTokenFull?: boolean
  says?: Readonly<Record<string, string>>
}

/** A desk with real providers, as its project declares them. */
export async function createProviderDesk(
  declared: readonly Declared[],
  settings: readonly string[] = [],
) {
  const desk = await createTestDesk()
  const folder = mkdtempSync(join(tmpdir(), 'firstline-providers-'))
  const providers = new Map<string, IdentityProvider>()
  for (const { id, isTokenFull = false, says } of declared) {
    const callbacks = [`${publicUrl}/api/auth/callback/${id}`]
    const afterSignOut = `${publicUrl}/sign-in`
    providers.set(id, await startIdentityProvider({ callbacks, afterSignOut, isTokenFull, says }))
  }
  const write = (lines: readonly string[]) =>
    writeFileSync(join(folder, 'firstline.yaml'), lines.map((line) => `${line}\n`).join(''))
  writeFileSync(join(folder, 'client-secret'), clientSecret)
  write(projectOf(declared, providers, settings))
  const app = await createApp(
    readConfig({
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'silent',
      FIRSTLINE_HOME: '/nowhere',
      FIRSTLINE_PROJECT: folder,
    }),
    desk.url,
  )
  const world = { ...app, clock: desk.clock }
  const http = await createHttpOf(world)
  afterAll(async () => {
    await http.close()
    await app.close()
    for (const provider of providers.values()) await provider.stop()
    rmSync(folder, { recursive: true })
  })
  return { app: world, desk, http, providers, newBrowser: () => browserOf(http) }
}

function projectOf(
  declared: readonly Declared[],
  providers: ReadonlyMap<string, IdentityProvider>,
  settings: readonly string[],
): string[] {
  const each = declared.flatMap(({ id, domains, more = [] }) => {
    const { issuer = '', clientId = '' } = providers.get(id) ?? {}
    return [
      `    - id: ${id}`,
      `      name: Account of ${id}`,
      `      issuer: ${issuer}`,
      `      client_id: ${clientId}`,
      '      client_secret: file:client-secret',
      '      scopes: [openid, email, profile, groups]',
      `      domains: [${domains.join(', ')}]`,
      ...more.map((line) => `      ${line}`),
    ]
  })
  return [
    'apiVersion: firstline/v1',
    'kind: Project',
    'name: Acme',
    'support: { address: support@acme.example, name: Acme Support }',
    'sign_in:',
    ...settings.map((line) => `  ${line}`),
    '  providers:',
    ...each,
  ]
}

type Http = Awaited<ReturnType<typeof createHttpOf>>

let browsers = 0

/** A browser at the desk and at the providers: it keeps the cookies of each. It has an address of its own. */
function browserOf(http: Http) {
  browsers += 1
  const remoteAddress = `10.3.${Math.floor(browsers / 250)}.${browsers % 250}`
  const jar = new Map<string, string>()
  const atProvider = browserAtProvider()
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await http.inject({
      method,
      url,
      remoteAddress,
      headers: { origin: publicUrl, ...(cookie ? { cookie } : {}) },
      ...(method === 'POST' ? { payload: payload ?? {} } : {}),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const begin = async (provider: string, returnTo?: string): Promise<string> => {
    const answer = await send('POST', '/api/auth/sign-in/provider', { provider, returnTo })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json<{ url: string }>().url
  }
  /** Opens what the provider sent it to. @returns where the desk leads it */
  const comeBack = async (address: string): Promise<string> => {
    const url = new URL(address)
    const answer = await send('GET', `${url.pathname}${url.search}`)
    return String(answer.headers.location).replace(publicUrl, '')
  }
  return {
    jar,
    send,
    begin,
    comeBack,
    giveUp: atProvider.giveUp,
    atProvider: atProvider.signIn,
    /** The whole way, as somebody of the provider’s directory. */
    async signIn(provider: string, login: string, returnTo?: string): Promise<string> {
      return comeBack(await atProvider.signIn(await begin(provider, returnTo), login))
    },
    async me() {
      const answer = await send('GET', '/api/me')
      return answer.statusCode === 200
        ? answer.json<{ id: string; email: string; role: string; name: string; line: string }>()
        : null
    },
  }
}

/** Why the sign-in page says that it did not work. */
export function refusedIn(location: string): string | null {
  const url = new URL(location, publicUrl)
  return url.pathname === '/sign-in' ? url.searchParams.get('refused') : null
}
