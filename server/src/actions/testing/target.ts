import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'

export const shopTables = `
  create schema shop;
  create table shop.export (
    id text primary key,
    account_id text not null,
    status text not null,
    attempts int,
    size_mb double precision not null,
    requested_by text not null
  )`

/** What goes wrong with one attempt, in the order the attempts come. */
type Fault =
  | 'hang'
  | 'hang after doing it'
  | 'error'
  | 'error after doing it'
  | 'break off after doing it'
  | 'refuse'
  | 'redirect'
  | 'say yes and do nothing'
  | 'repeat secrets'

type Seen = { method: string; url: string; key: string | null; authorization: string | null }

/** For tests: an admin API that changes real rows, honours idempotency keys and can go wrong. */
export type Target = {
  url: string
  fail(exportId: string, ...faults: Fault[]): void
  /** Done while the next request about this export waits for its answer. */
  meanwhile(exportId: string, work: () => Promise<void>): void
  /** Calls that were no dry run, for one export. */
  calls(exportId: string): Seen[]
  dryRuns(exportId: string): Seen[]
  /** Every request there was, in order, but for searches. */
  seen: readonly Seen[]
  /** For which accounts was searched, in order. */
  searched: readonly string[]
  /** What a search says of this export besides what it is; null: no more than that. */
  say(exportId: string, said: object | null): void
  close(): Promise<void>
}

/** `account` is absent where the address names the record only: the target asks nobody whose it is. */
type Params = { account?: string; id: string; verb: 'requeue' | 'cancel' }

/** `everybody`: whoever made this search has forgotten its filter. */
type Search = { account: string; id?: string; everybody?: boolean }

const moves = {
  requeue: { from: ['failed'], to: 'queued' },
  cancel: { from: ['queued', 'running'], to: 'cancelled' },
} as const

export async function createTarget(shop: pg.Pool): Promise<Target> {
  const seen: Seen[] = []
  const faults = new Map<string, Fault[]>()
  const works = new Map<string, () => Promise<void>>()
  const done = new Set<string>()
  const searched: string[] = []
  const said = new Map<string, object>()
  const http = Fastify({ forceCloseConnections: true })

  async function change({ account, id, verb }: Params, key: string | null): Promise<boolean> {
    if (key !== null && done.has(key)) return true
    const { from, to } = moves[verb]
    const { rowCount } = await shop.query(
      'update shop.export set status = $1, attempts = attempts + 1 where id = $2 and account_id = coalesce($3, account_id) and status = any($4)',
      [to, id, account ?? null, from],
    )
    if (rowCount === 1 && key !== null) done.add(key)
    return rowCount === 1
  }

  const answer = async (
    request: FastifyRequest<{ Params: Params; Querystring: { dry_run?: string } }>,
    reply: FastifyReply,
  ) => {
    const { params, query, headers } = request
    const key = (headers['idempotency-key'] as string | undefined) ?? null
    const authorization = headers.authorization ?? null
    seen.push({ method: request.method, url: request.url, key, authorization })
    const work = works.get(params.id)
    works.delete(params.id)
    await work?.()
    if (query.dry_run === 'true') return { would: params.verb, export: params.id }
    const fault = faults.get(params.id)?.shift()
    if (fault === 'repeat secrets') return repeatSecrets(shop, params, authorization)
    if (fault === 'say yes and do nothing') return { changed: true }
    const isDone =
      fault === undefined || fault.endsWith('doing it') ? await change(params, key) : false
    if (fault) return goWrong(fault, reply)
    return isDone ? { changed: true } : reply.code(409).send({ detail: 'Not in a state for it' })
  }
  http.post<{ Body: Search }>('/admin/exports/search', async ({ body }) => {
    const { account, id = null, everybody = false } = body
    searched.push(account)
    const { rows } = await shop.query<{ id: string }>(
      'select * from shop.export where ($1 or account_id = $2) and id = coalesce($3, id) order by id',
      [everybody, account, id],
    )
    return { found: rows.map((row) => ({ held_s: 0, ...row, ...said.get(row.id) })) }
  })
  http.post('/admin/accounts/:account/exports/:id/:verb', answer)
  http.post('/admin/exports/:id/:verb', answer)

  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  const about = (id: string) => seen.filter((call) => call.url.includes(`/${id}/`))
  return {
    url: `http://127.0.0.1:${port}`,
    fail: (id, ...list) => void faults.set(id, list),
    meanwhile: (id, work) => void works.set(id, work),
    calls: (id) => about(id).filter((call) => !call.url.includes('dry_run')),
    dryRuns: (id) => about(id).filter((call) => call.url.includes('dry_run')),
    seen,
    searched,
    say: (id, more) => void (more === null ? said.delete(id) : said.set(id, more)),
    close: () => http.close(),
  }
}

async function repeatSecrets(shop: pg.Pool, { id }: Params, authorization: string | null) {
  const { rows } = await shop.query(
    "update shop.export set status = 'queued' where id = $1 returning *",
    [id],
  )
  const colleague = { requested_by: 'canary-colleague@shop.example' }
  return {
    you: authorization,
    colleague,
    row: rows[0],
    note: `for ${rows[0].requested_by} by ${authorization}`,
  }
}

function goWrong(fault: Fault, reply: FastifyReply) {
  if (fault.startsWith('hang')) return new Promise(() => undefined)
  if (fault === 'refuse') return reply.code(422).send({ detail: 'We do not do this' })
  if (fault === 'redirect') return reply.redirect('http://127.0.0.1:1/elsewhere')
  if (fault.startsWith('break off')) return reply.raw.destroy()
  return reply.code(503).send({ detail: 'Out of order' })
}
