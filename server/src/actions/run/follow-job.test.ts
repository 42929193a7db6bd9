import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { confirm, createActionDesk, eventsOf, openCase } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { projectFiles } from '#server/actions/testing/project.ts'
import { openStoreApi } from '#server/actions/testing/store-api.ts'
import { readRun } from './read-run.ts'
import { settleRun } from './settle-run.ts'

const api = await openStoreApi()
afterAll(() => api.close())
const desk = await createActionDesk(await createTestDesk())

await desk.write(
  'store.yaml',
  `
openapi: 3.0.3
info: { title: Store, version: '1' }
security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
paths:
  /orders/{id}/cancel: { post: { operationId: cancel } }
  /jobs/{job_id}:
    get: { operationId: getJob }
    delete: { operationId: dropJob }
`,
)
await desk.write(
  'firstline.yaml',
  `${projectFiles['firstline.yaml']}  store: { kind: http, base_url: ${api.url}/v1, openapi: store.yaml, credential: file:token.txt }\n`,
)

const byLocation = `{ location: true, done: "job.state == 'done'", failed: "job.state == 'failed'", within: 10m }`
const byId = byLocation.replace(
  'location: true',
  'operation: getJob, params: { job_id: answer.job.id }',
)

async function write(poll: string, retry = '') {
  const path = 'actions/job.yaml'
  await desk.write(
    path,
    `
apiVersion: firstline/v1
kind: Action
id: job
title: Cancel an order
version: 1
tier: safe
target: { max_records: 1 }
input:
  type: object
  additionalProperties: false
  required: [id]
  properties: { id: { type: string, x-pick: exports.recent.id } }
read: { order: { source: exports.by_id, with: { id: input.id } } }
limits: { timeout: 20s${retry} }
run:
  openapi: store.yaml#cancel
  connection: store
  params: { id: input.id }
  poll: ${poll}
verify: { source: exports.by_id, cel: "order.status == 'cancelled'", within: 30s, give_up: 2h }
undo: { none: "a test that needs none" }
`,
  )
  const problems = desk.sources.project.problems().filter((p) => p.file === path)
  return problems.map(({ reason }) => reason).join('; ')
}

async function begin(headers: Record<string, string> = {}, body = '{}', status = 202) {
  const on = await openCase(desk)
  api.answer(`POST /v1/orders/${on.exportId}/cancel`, status, body, headers)
  const input = { id: on.exportId }
  const shown = await previewAction(desk, someAgent, {
    ticketId: on.ticketId,
    action: 'job',
    input,
  })
  const { id } = await confirm(desk, on, shown)
  return { on, id }
}

async function settled(id: string) {
  await settleRun(desk, { run: id })
  return readRun(desk, id)
}

const cancel = (on: Case) =>
  desk.shop.query("update shop.export set status = 'cancelled' where id = $1", [on.exportId])
const polled = () => api.seen.filter(({ method }) => method === 'GET').map(({ url }) => url)
const job = (state: string, path = '/v1/jobs/7') =>
  api.answer(`GET ${path}`, 200, `{"state":"${state}"}`)

beforeEach(() => {
  desk.clock.set(new Date('2026-03-02T09:00:00Z'))
  api.seen.length = 0
})

describe('a job that a target has accepted', () => {
  it.each([
    ['by its address', byLocation, { location: '/v1/jobs/7?full=1' }, '{}', '/v1/jobs/7?full=1'],
    ['by an address beside the call', byLocation, { location: '../../jobs/7' }, '{}', '/v1/jobs/7'],
    ['by its whole address', byLocation, { location: `${api.url}/v1/jobs/7` }, '{}', '/v1/jobs/7'],
    ['by its id', byId, {}, '{"job":{"id":1909198862420847982}}', '/v1/jobs/1909198862420847982'],
  ])('is asked for %s until what it does is seen', async (_how, poll, headers, body, path) => {
    expect(await write(poll)).toBe('')
    job('running', path.split('?')[0])
    const { on, id } = await begin(headers, body)
    expect((await settled(id)).state).toBe('verifying')
    expect(polled()).toEqual([path])
    expect(api.seen.at(-1)?.headers.authorization).toMatch(/^Bearer /)
    // longer than the verification may take, but the job has not ended
    desk.clock.advance(5 * 60_000)
    expect((await settled(id)).state).toBe('verifying')
    job('done', path.split('?')[0])
    await cancel(on)
    expect((await settled(id)).state).toBe('verified')
  })

  it('that has failed, and of which nothing is seen, has surely not been done', async () => {
    await write(byLocation)
    job('failed')
    const { on, id } = await begin({ location: '/v1/jobs/7' })
    expect(await settled(id)).toMatchObject({
      state: 'failed',
      error: { reason: 'target.job-failed', detail: expect.stringContaining('has failed') },
    })
    expect(await eventsOf(desk, on)).toEqual([
      'action.intended',
      'action.accepted',
      'action.failed',
    ])
  })

  it('that says it has failed and whose effect is seen is verified', async () => {
    await write(byLocation)
    job('failed')
    const { on, id } = await begin({ location: '/v1/jobs/7' })
    await cancel(on)
    expect((await settled(id)).state).toBe('verified')
  })

  it('that does not end in time is unknown, is asked for in growing pauses, and may still end', async () => {
    await write(byLocation)
    job('running')
    const { on, id } = await begin({ location: '/v1/jobs/7' })
    desk.clock.advance(10 * 60_000)
    expect(await settled(id)).toMatchObject({
      state: 'unknown',
      error: {
        detail: expect.stringMatching(/not seen within 10 min.*The job of the target has not/),
      },
    })
    const { rows } = await desk.shop.query(
      'select extract(epoch from run_at - $2::timestamptz)::int as pause from graphile_worker.jobs where key = $1',
      [`action-run:${id}`, desk.clock.now()],
    )
    expect(rows).toEqual([{ pause: 60 }])
    desk.clock.advance(20 * 60_000)
    job('failed')
    expect((await settled(id)).state).toBe('failed')
    expect((await eventsOf(desk, on)).at(-1)).toBe('action.failed')
  })

  it.each([
    ['an error', 500, '{}'],
    ['nothing', 404, ''],
    ['what is no JSON', 200, '<html>'],
    ['both ends at once', 200, '{"state":"done","also":"failed"}'],
  ])('that answers %s is taken to run', async (_what, status, body) => {
    await write(byLocation.replace(`"job.state == 'failed'"`, `"job.also == 'failed'"`))
    api.answer('GET /v1/jobs/7', status, body)
    const { id } = await begin({ location: '/v1/jobs/7' })
    expect((await settled(id)).state).toBe('verifying')
  })

  it.each([
    ['elsewhere', { location: 'http://127.0.0.1:9/v1/jobs/7' }],
    ['beside the declared address', { location: '/v10/jobs/7' }],
    ['above it', { location: '/admin/secrets' }],
    ['nowhere', { location: 'http://' }],
    ['not at all', {}],
  ])('whose address is %s is not asked for; the verification decides', async (_where, headers) => {
    await write(byLocation)
    const { on, id } = await begin(headers)
    expect((await settled(id)).state).toBe('verifying')
    expect(polled()).toEqual([])
    await cancel(on)
    expect((await settled(id)).state).toBe('verified')
  })

  it('is one of several where several attempts were made: its failure proves nothing', async () => {
    await write(byLocation)
    job('failed')
    const { id } = await begin({ location: '/v1/jobs/7' })
    await desk.db.updateTable('action_run').set({ attempts: 2 }).where('id', '=', id).execute()
    expect((await settled(id)).state).toBe('verifying')
  })
})

describe('a poll is refused by check', () => {
  it.each([
    ['without an end', '{ location: true, within: 10m }', 'done'],
    ['of what changes something', byId.replace('getJob', 'dropJob'), 'is no GET'],
    ['of what is not there', byId.replace('getJob', 'getJobs'), 'no operation “getJobs”'],
    ['without a parameter', byId.replace('params: { job_id: answer.job.id }, ', ''), 'job_id'],
    [
      'of a name nobody knows',
      byLocation.replace("job.state == 'done'", "jbo.state == 'done'"),
      'jbo',
    ],
  ])('%s', async (_what, poll, reason) => {
    expect(await write(poll)).toContain(reason)
  })
})
