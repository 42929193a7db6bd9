import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { afterAll, inject } from 'vitest'

/** What the answer to one request took of PostgreSQL. */
export type RecordedRequest = {
  method: string
  /** The route as it is registered: `/api/tickets/:ticketId`. */
  url: string
  /** One after another or at once, without the beginnings and ends of transactions. */
  statements: number
  commits: number
}

/**
 * Of each request that a test file makes by HTTP it is counted what was sent to PostgreSQL until it was
 * answered. When all files have run, each route's most is held to what is agreed (judge-requests.ts).
 */
const asked = new AsyncLocalStorage<RecordedRequest>()
const most = new Map<string, RecordedRequest>()
const open = new WeakSet<object>()

/** @param client whose statement it is: it may be in a transaction */
export function countStatement(client: object, text: string): void {
  const request = asked.getStore()
  if (!request || setsLimits.test(text)) return
  const isBegin = begins.test(text)
  const isEnd = ends.test(text)
  if (!isBegin && !isEnd) request.statements++
  if (isBegin) open.add(client)
  if (isEnd ? commits.test(text) : writes.test(text) && !open.has(client)) request.commits++
  if (isEnd) open.delete(client)
}

/** What a new connection is told, whoever comes to need it. */
const setsLimits = /^\s*select pg_backend_pid\(\) as pid,/
const begins = /^\s*(?:begin|start transaction)\b/i
const ends = /^\s*(?:commit|rollback(?! to))\b/i
const commits = /^\s*commit\b/i
const writes = /^\s*(?:insert|update|delete|merge|with\b.*\b(?:insert into|update|delete from))\b/is

function watch(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance }
  const counts = new WeakMap<FastifyRequest, RecordedRequest>()
  fastify.addHook('onRequest', (request, _reply, done) => {
    const url = request.routeOptions.url ?? ''
    const counted = { method: request.method, url, statements: 0, commits: 0 }
    counts.set(request, counted)
    asked.run(counted, done)
  })
  // a body comes in events of its connection, which know of no request
  fastify.addHook('preValidation', (request, _reply, done) => {
    asked.run(counts.get(request)!, done)
  })
  // what goes on after the answer is not waited for
  fastify.addHook('onResponse', (request, _reply, done) => {
    keepMost(counts.get(request)!)
    done()
  })
}

function keepMost(counted: RecordedRequest): void {
  if (counted.statements + counted.commits === 0) return
  const key = `${counted.method} ${counted.url}`
  const before = most.get(key) ?? counted
  most.set(key, {
    ...counted,
    statements: Math.max(before.statements, counted.statements),
    commits: Math.max(before.commits, counted.commits),
  })
}

/** Of one test file, with the servers that it starts. */
export function recordRequests(): void {
  subscribe('fastify.initialization', watch)
  afterAll(() => {
    unsubscribe('fastify.initialization', watch)
    const lines = [...most.values()].map((one) => JSON.stringify(one))
    most.clear()
    if (lines.length === 0) return
    appendFileSync(join(inject('requests'), `${process.pid}.jsonl`), `${lines.join('\n')}\n`)
  })
}
