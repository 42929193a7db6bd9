import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startEmbedded } from '@firstline/server/database/postgres/embedded'
import pg from 'pg'

/** For tests: the product the starter folder is about, with a real database and a real API. */
export type Shop = {
  env: { REPLICA_URL: string; API_URL: string; API_TOKEN: string }
  /** Calls that were no dry run. */
  calls: string[]
  /** What the API does next time instead of what it is asked to. */
  fail(how: 'refuse' | 'drop' | null): void
  sql(text: string): Promise<void>
  stop(): Promise<void>
}

const tables = `
  create table customer (id text primary key, name text not null, domain text);
  create table person (email text primary key, name text, customer_id text not null);
  create table customer_order (
    id text primary key, customer_id text not null, state text not null, confirmation text not null,
    confirmations_sent int not null default 0, ordered_by text not null,
    created_at timestamptz not null default now());
  insert into customer values ('cus_1', 'Harbour Ltd', 'harbour.example');
  insert into person values ('kim@harbour.example', 'Kim', 'cus_1');
  insert into customer_order (id, customer_id, state, confirmation, confirmations_sent, ordered_by) values
    ('ord_1', 'cus_1', 'paid', 'sent', 1, 'kim@harbour.example'),
    ('ord_2', 'cus_1', 'paid', 'sent', 1, 'kim@harbour.example'),
    ('ord_3', 'cus_1', 'paid', 'sent', 1, 'kim@harbour.example'),
    ('ord_4', 'cus_1', 'unpaid', 'none', 0, 'kim@harbour.example')`

const json = { 'content-type': 'application/json' }

export async function startShop(folder: string): Promise<Shop> {
  const cluster = await startEmbedded(folder, { flags: '-c fsync=off' })
  const pool = new pg.Pool({ connectionString: await cluster.database('shop') })
  pool.on('error', () => undefined) // the query under way fails with it
  await pool.query(tables)
  const calls: string[] = []
  let failure: 'refuse' | 'drop' | null = null
  const api = createServer((request, response) => {
    void answer(request).then(
      (status) => (status ? response.writeHead(status, json).end('{}') : response.destroy()),
      () => response.writeHead(500, json).end('{}'),
    )
  })

  /** @returns the status; null: the line breaks */
  async function answer({ url: address, headers }: IncomingMessage): Promise<number | null> {
    const url = new URL(address!, 'http://shop')
    const order = /^\/customers\/(\w+)\/orders\/(\w+)\/confirmation$/.exec(url.pathname)
    if (!order) return 404
    if (url.searchParams.get('dry_run') === 'true') return 200
    calls.push(`${headers.authorization} ${url.pathname}`)
    if (failure === 'drop') return null
    if (failure === 'refuse') return 409
    const sent = 'update customer_order set confirmations_sent = confirmations_sent + 1'
    await pool.query(`${sent} where customer_id = $1 and id = $2`, order.slice(1))
    return 200
  }

  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  return {
    env: {
      REPLICA_URL: cluster.urlOf('shop'),
      API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
      API_TOKEN: 'shop-token',
    },
    calls,
    fail: (how) => void (failure = how),
    sql: async (text) => void (await pool.query(text)),
    async stop() {
      api.closeAllConnections()
      api.close()
      await pool.end()
      await cluster.leave()
    },
  }
}
