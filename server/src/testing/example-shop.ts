import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { emptyDatabase } from './desk.ts'

const placeOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** What the second example company wrote for its desk. */
export const shopFolder = placeOf('examples/shop/firstline')

/** Of the shop's two customers, the one who must never be seen beside the other's ticket. */
export const shopCanary = /tobias|quandt|canary quay/i

export type ExampleShop = {
  url: string
  databaseUrl: string
  /** What a desk has to know of it. */
  env: Record<'SHOP_REPLICA_URL' | 'SHOP_ADMIN_URL' | 'SHOP_ADMIN_LOGIN', string>
  /** The storefront: somebody buys. */
  buy(order: object): Promise<Response>
  /** Its admin API, as its own people call it. */
  admin(path: string, login?: string): Promise<Response>
}

/** The second example company, a process of its own with a database of its own, ended with the test. */
export async function startExampleShop(more: Record<string, string> = {}): Promise<ExampleShop> {
  const databaseUrl = await emptyDatabase()
  const shop = spawn(process.execPath, [placeOf('examples/shop/src/main.ts')], {
    env: {
      ...process.env,
      SHOP_DATABASE_URL: databaseUrl,
      SHOP_PORT: '0',
      SHOP_JOB_MS: '50',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(shop, 'exit')
  afterAll(async () => {
    shop.kill('SIGTERM')
    await ended
  })
  const said = new Map<string, string>()
  for await (const line of createInterface(shop.stdout)) {
    const at = line.indexOf('=')
    said.set(line.slice(0, at), line.slice(at + 1))
    if (said.has('SHOP_ADMIN_LOGIN')) break
  }
  const sayOf = (name: string) => {
    const value = said.get(name)
    if (value === undefined) throw new Error(`The shop did not start: it said no ${name}`)
    return value
  }
  const env = {
    SHOP_REPLICA_URL: sayOf('SHOP_REPLICA_URL'),
    SHOP_ADMIN_URL: sayOf('SHOP_ADMIN_URL'),
    SHOP_ADMIN_LOGIN: sayOf('SHOP_ADMIN_LOGIN'),
  }
  const url = env.SHOP_ADMIN_URL
  return {
    url,
    databaseUrl,
    env,
    buy: (order) => fetch(`${url}/store/orders`, { method: 'POST', body: JSON.stringify(order) }),
    admin: (path, login = env.SHOP_ADMIN_LOGIN) =>
      fetch(`${url}/admin${path}`, {
        headers: { authorization: `Basic ${Buffer.from(login).toString('base64')}` },
      }),
  }
}
