import { createHash, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Acme } from '#acme/acme.ts'
import { operations } from '#acme/admin/operations.ts'
import { runOperation } from '#acme/admin/run-operation.ts'
import { getExport } from '#acme/exports/queries.ts'
import { faultNames, faultKinds } from '#acme/faults/kinds.ts'
import type { Fault } from '#acme/faults/kinds.ts'
import { makeFault } from '#acme/faults/make-fault.ts'
import { listCases } from '#acme/faults/queries.ts'
import { metricRoutes } from '#acme/metrics/routes.ts'
import { Refused } from '#acme/refused.ts'
import { recordRelease } from '#acme/releases/record-release.ts'
import type { NewRelease } from '#acme/releases/record-release.ts'
import { readStatus } from '#acme/status/queries.ts'
import { setStatus } from '#acme/status/set-status.ts'
import type { ComponentStatus } from '#acme/status/set-status.ts'

const accountPath = '/admin/accounts/:account_id'
const openApi = new URL('../../firstline/admin.yaml', import.meta.url)

export async function adminRoutes(app: FastifyInstance, acme: Acme): Promise<void> {
  app.get('/admin/openapi.yaml', async (_request, reply) =>
    reply.type('application/yaml').send(await readFile(openApi)),
  )
  await app.register(async (guarded) => {
    guarded.addHook('onRequest', async (request) => requireToken(request, acme.config.adminToken))
    accountRoutes(guarded, acme)
    companyRoutes(guarded, acme)
    metricRoutes(guarded, acme)
  })
}

type AccountPath = { account_id: string; id: string }

function accountRoutes(app: FastifyInstance, acme: Acme): void {
  app.get<{ Params: AccountPath }>(`${accountPath}/exports/:id`, ({ params }) =>
    getExport(acme.pool, { accountId: params.account_id, id: params.id }),
  )
  for (const operation of operations) {
    app.post<{ Params: AccountPath }>(accountPath + operation.path, async (request, reply) => {
      const { account_id, id } = request.params
      const answer = await runOperation(acme.pool, {
        request: `POST ${request.url.split('?')[0]} ${JSON.stringify(request.body ?? null)}`,
        isDryRun: readDryRun(request),
        idempotencyKey: readIdempotencyKey(request),
        run: (tx) => operation.run(tx, { accountId: account_id, id }),
      })
      acme.nudge()
      if (answer.replayed) reply.header('idempotency-replayed', 'true')
      return answer.body
    })
  }
}

function companyRoutes(app: FastifyInstance, acme: Acme): void {
  app.get('/admin/faults', async () => ({
    faults: faultNames.map((fault) => ({ fault, title: faultKinds[fault].title })),
    cases: await listCases(acme.pool),
  }))
  app.post<{ Body: { fault: Fault; account_id?: string } }>(
    '/admin/faults',
    { schema: { body: faultBody } },
    async ({ body }, reply) =>
      reply.code(201).send(await makeFault(acme, body.fault, body.account_id)),
  )
  app.post<{ Body: { component: string; status: ComponentStatus; note?: string } }>(
    '/admin/status',
    { schema: { body: statusBody } },
    async ({ body }) => {
      await setStatus(acme.pool, body)
      return readStatus(acme.pool)
    },
  )
  app.post<{ Body: NewRelease }>(
    '/admin/releases',
    { schema: { body: releaseBody } },
    async ({ body }, reply) => {
      const release = await recordRelease(acme.pool, body)
      acme.nudge()
      return reply.code(201).send(release)
    },
  )
}

const componentNames = ['exports', 'mail', 'webhooks', 'web', 'api']
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength })

const faultBody = {
  type: 'object',
  additionalProperties: false,
  required: ['fault'],
  properties: { fault: { enum: faultNames }, account_id: { type: 'string' } },
}

const statusBody = {
  type: 'object',
  additionalProperties: false,
  required: ['component', 'status'],
  properties: {
    component: { enum: componentNames },
    status: { enum: ['operational', 'degraded', 'outage'] },
    note: { type: 'string', maxLength: 500 },
  },
}

const releaseBody = {
  type: 'object',
  additionalProperties: false,
  required: ['service', 'version', 'author', 'summary'],
  properties: {
    service: { enum: componentNames },
    version: text(40),
    author: text(100),
    summary: text(500),
  },
}

/** Compared as digests: equally long, so the comparison tells nothing about the token. */
function requireToken(request: FastifyRequest, token: string): void {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const digest = (value: string) => createHash('sha256').update(value).digest()
  if (!timingSafeEqual(digest(given), digest(token))) {
    throw new Refused(401, 'Not signed in', 'A bearer token of the admin API is needed')
  }
}

function readDryRun(request: FastifyRequest): boolean {
  const value = (request.query as { dry_run?: string }).dry_run ?? 'false'
  if (value !== 'true' && value !== 'false') {
    // Anything else must not be taken for "do it".
    throw new Refused(400, 'Not understood', 'dry_run is either true or false')
  }
  return value === 'true'
}

function readIdempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
    throw new Refused(400, 'Not understood', 'An Idempotency-Key has 1 to 200 characters')
  }
  return key
}
