import { createHmac } from 'node:crypto'
import { changeRoutes } from '@firstline/contract/changes'
import type { HookAnswer } from '@firstline/contract/changes'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import {
  createFolder,
  createScope,
  createTestSources,
  createTicket,
  projectFile,
} from '#server/accounts/testing/factory.ts'
import { changesSource } from '#server/changes/changes-source.ts'
import { recordDeploy } from '#server/changes/record-deploy.ts'
import type { Actor } from '#server/core/actor.ts'
import { anonymous } from '#server/core/actor.ts'
import { createHttp } from '#server/core/http.ts'
import { listChanges } from '#server/runbooks/list-changes.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { receiveHook } from './receive-hook.ts'

const testDesk = await createTestDesk()
const secret = 'the-secret-of-this-hook'
vi.stubEnv('HOOK_SECRET', secret)
vi.stubEnv('HOOK_SECRET_BEFORE', 'the-one-before')
vi.stubEnv(
  'HOOK_SIGNING',
  `whsec_${Buffer.from('thirty-two bytes of a real key!!').toString('base64')}`,
)
const folder = createFolder({
  'firstline.yaml': `${projectFile}
hooks:
  github:
    secret: [env:HOOK_SECRET, env:HOOK_SECRET_BEFORE]
    services: { brightcup/exporter: exports }
    environments: { prod-eu: production }
    runs: [Deploy, release.yml]
  gitlab: { secret: [env:HOOK_SECRET, env:HOOK_SIGNING], runs: [main] }
  bitbucket: { secret: env:HOOK_SECRET, runs: [deploy-production] }
  argocd: { secret: env:HOOK_SECRET }
  cdevents: { secret: env:HOOK_SECRET }
  launchdarkly: { secret: env:HOOK_SECRET, services: { new-checkout: shop } }
  unleash: { secret: env:HOOK_SECRET }
  alertmanager: { secret: env:HOOK_SECRET }
  pagerduty: { secret: env:HOOK_SECRET, services: { Exporter: exports } }
  opsgenie: { secret: env:HOOK_SECRET }
  octopus:
    kind: generic
    secret: env:HOOK_SECRET
    map:
      service: release.project
      version: release.number
      environment: { $text: production }
      at: finished
      url: links.0.href
      id: task
    only_when: { state: [Success, Live] }
  settings:
    kind: generic
    secret: env:HOOK_SECRET
    map: { kind: { $text: config }, service: app, name: key, version: value, at: at }
  unset: { kind: generic, secret: env:HOOK_SECRET_NOBODY_SET, map: { service: a, version: b, id: c } }
`,
})
const desk = { ...testDesk, sources: await createTestSources(testDesk, folder, {}) }
const { receiveHook: route } = changeRoutes
const http = await createHttp({
  log: desk.log,
  routes: { receiveHook: route },
  handlers: {
    receiveHook: {
      permission: 'public',
      handle: (_actor, { hook }: { hook: string }, incoming) => receiveHook(desk, hook, incoming),
    },
  },
  authenticate: async (): Promise<Actor> => anonymous,
  origins: [],
  version: '0',
})
afterAll(() => http.close())

beforeEach(async () => {
  desk.clock.set('2026-11-28T12:00:00Z')
  await desk.db.deleteFrom('deploy').execute()
  await desk.db.deleteFrom('incident').execute()
})

type Sent = { headers?: Record<string, string>; type?: string; answer?: number }

const signing: Record<string, (body: string) => Record<string, string>> = {
  github: (body) => ({ 'x-hub-signature-256': `sha256=${sum(body)}` }),
  bitbucket: (body) => ({ 'x-hub-signature': `sha256=${sum(body)}` }),
  launchdarkly: (body) => ({ 'x-ld-signature': sum(body) }),
  gitlab: () => ({ 'x-gitlab-token': secret }),
  pagerduty: (body) => ({ 'x-pagerduty-signature': `v1=${sum(body)}` }),
  unleash: () => ({ authorization: secret }),
}
const bearer = (): Record<string, string> => ({ authorization: `Bearer ${secret}` })

async function tell(hook: string, message: unknown, { headers, type, answer }: Sent = {}) {
  const payload = typeof message === 'string' ? message : JSON.stringify(message)
  const reply = await http.inject({
    method: 'POST',
    url: `/v1/hooks/${hook}`,
    payload,
    headers: {
      'content-type': type ?? 'application/json',
      ...(signing[hook] ?? bearer)(payload),
      ...headers,
    },
  })
  if (answer !== undefined) expect(reply.statusCode, reply.body).toBe(answer)
  return reply.json<HookAnswer & { reason?: string }>()
}

function sum(body: string, key = secret): string {
  return createHmac('sha256', key).update(body).digest('hex')
}

function kept() {
  return desk.db
    .selectFrom('deploy')
    .select(['kind', 'name', 'service', 'version', 'environment', 'at', 'outcome', 'author', 'url'])
    .orderBy('at')
    .orderBy('environment')
    .execute()
}

const deployment = (state: string, at: string, more: object = {}) => ({
  action: 'created',
  deployment_status: { id: 9, state, created_at: at, environment: 'prod-eu', ...more },
  deployment: {
    id: 42,
    sha: 'a10867b14bb761a232cd80139fbd4c0d33264240',
    ref: 'main',
    creator: { login: 'ravi' },
  },
  repository: {
    full_name: 'brightcup/exporter',
    html_url: 'https://github.com/brightcup/exporter',
  },
})
const asEvent = (event: string, delivery: string = crypto.randomUUID()) => ({
  headers: { 'x-github-event': event, 'x-github-delivery': delivery },
})

test('a deployment status of GitHub without anything beside it is the deploy it tells', async () => {
  const answer = await tell(
    'github',
    {
      deployment_status: {
        state: 'success',
        created_at: '2026-11-28T06:50:00Z',
        environment: 'production',
      },
      deployment: { sha: 'abc', ref: 'main', creator: { login: 'ravi' } },
      repository: { full_name: 'brightcup/shop' },
    },
    { answer: 200 },
  )
  expect(answer).toEqual({ taken: [{ id: expect.any(String), isNew: true }], ignored: [] })
  expect(await kept()).toEqual([
    {
      kind: 'deploy',
      name: '',
      service: 'shop',
      version: 'abc',
      environment: 'production',
      at: new Date('2026-11-28T06:50:00Z'),
      outcome: 'live',
      author: 'ravi',
      url: null,
    },
  ])
})

test('what is under way, or was replaced, is no deploy and is answered with why', async () => {
  for (const state of ['queued', 'pending', 'in_progress', 'waiting', 'inactive', 'constructor']) {
    const message = deployment(state, '2026-11-28T06:50:00Z')
    const { ignored } = await tell('github', message, {
      ...asEvent('deployment_status'),
      answer: 202,
    })
    expect(ignored).toEqual([expect.stringContaining(`“${state}”`)])
  }
  for (const event of ['ping', 'push', 'check_run', '__proto__']) {
    const { ignored } = await tell('github', { zen: 'x' }, { ...asEvent(event), answer: 202 })
    expect(ignored).toEqual([expect.stringContaining(event)])
  }
  expect(await kept()).toEqual([])
})

const [success, failure] = ['2026-11-28T06:50:00Z', '2026-11-28T06:58:00Z']
test.each([
  ['success, then failure', ['success', 'failure']],
  ['failure first, as it was delivered again', ['failure', 'success']],
  ['each twice', ['success', 'failure', 'success', 'failure', 'failure', 'success']],
])('a deployment that went live and failed then is one change, failed: %s', async (_, states) => {
  for (const state of states) {
    const at = state === 'success' ? success : failure
    await tell('github', deployment(state, at), { ...asEvent('deployment_status'), answer: 200 })
  }
  expect(await kept()).toMatchObject([
    { service: 'exports', environment: 'production', outcome: 'failed', at: new Date(success) },
  ])
  const events = await desk.db
    .selectFrom('event')
    .select('name')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(events.map(({ name }) => name)).toEqual(['deploy.outcome_changed', 'deploy.recorded'])
})

test('one that failed and was tried again with success is live, in either order', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    await desk.db.deleteFrom('deploy').execute()
    const told = [deployment('failure', success), deployment('success', failure)]
    for (const index of order) await tell('github', told[index], asEvent('deployment_status'))
    expect(await kept()).toMatchObject([{ outcome: 'live', at: new Date(failure) }])
  }
})

test('told again, at once and many times, it is one change with one event', async () => {
  const before = await countEvents()
  const delivery = crypto.randomUUID()
  const message = deployment('success', success)
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => tell('github', message, asEvent('deployment_status', delivery))),
  )
  expect(answers.flatMap(({ taken }) => taken).filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(new Set(answers.flatMap(({ taken }) => taken.map(({ id }) => id))).size).toBe(1)
  // the same delivery, whatever it says now
  const other = { ...message, deployment: { ...message.deployment, id: 43 } }
  const again = await tell('github', other, asEvent('deployment_status', delivery))
  expect(again.taken).toMatchObject([{ isNew: false }])
  expect(await kept()).toHaveLength(1)
  expect(await countEvents()).toBe(before + 1)
})

test('going back to a version is a deploy of its own', async () => {
  const told = [1, 2, 3].map((id) => {
    const message = deployment('success', `2026-11-28T0${id}:00:00Z`)
    return { ...message, deployment: { ...message.deployment, id, sha: id === 2 ? 'bad' : 'good' } }
  })
  for (const message of told) await tell('github', message, asEvent('deployment_status'))
  expect((await kept()).map(({ version }) => version)).toEqual(['good', 'bad', 'good'])
})

test('a workflow of GitHub is a deploy where the hook names it', async () => {
  const run = (
    name: string,
    conclusion: string | null,
    path = `.github/workflows/${name}.yml`,
  ) => ({
    workflow_run: {
      id: 77,
      name,
      path,
      conclusion,
      head_sha: 'f00',
      updated_at: success,
      html_url: 'https://github.com/brightcup/shop/actions/runs/77',
      actor: { login: 'kim' },
    },
    repository: { full_name: 'brightcup/shop' },
  })
  for (const message of [
    run('Tests', 'success'),
    run('Deploy', null),
    run('Deploy', 'cancelled'),
  ]) {
    await tell('github', message, { ...asEvent('workflow_run'), answer: 202 })
  }
  await tell('github', run('Deploy', 'success'), { ...asEvent('workflow_run'), answer: 200 })
  await tell('github', run('Ship it', 'success', '.github/workflows/release.yml'), {
    ...asEvent('workflow_run'),
    answer: 200,
  })
  expect(await kept()).toMatchObject([{ service: 'shop', version: 'f00', author: 'kim' }])
})

test('a form, as GitHub sends it unless told otherwise, is signed as it came', async () => {
  const form = `payload=${encodeURIComponent(JSON.stringify(deployment('success', success)))}`
  const type = 'application/x-www-form-urlencoded'
  await tell('github', form, { ...asEvent('deployment_status'), type, answer: 200 })
  expect(await kept()).toHaveLength(1)
})

test('a deployment and a pipeline of GitLab are deploys, with its own way to write a time', async () => {
  const project = {
    path_with_namespace: 'brightcup/shop',
    web_url: 'https://gitlab.example/brightcup/shop',
  }
  const told = {
    object_kind: 'deployment',
    status: 'success',
    status_changed_at: '2026-11-28 08:50:00 +0200',
    deployment_id: 15,
    environment: 'production',
    project,
    short_sha: '279484c0',
    user: { name: 'Kim', username: 'kim' },
    commit_url: `${project.web_url}/-/commit/279484c09fbe69ededfced8c1bb6e6d24616b468`,
  }
  await tell('gitlab', { ...told, status: 'running' }, { answer: 202 })
  await tell('gitlab', told, { answer: 200 })
  await tell('gitlab', told, { answer: 200 })
  const pipeline = {
    object_kind: 'pipeline',
    object_attributes: {
      id: 31,
      ref: 'main',
      status: 'success',
      sha: 'bcbb5ec396a2c0f828686f14fac9b80b780504f2',
      finished_at: '2026-11-28 07:26:29 UTC',
    },
    project,
    builds: [
      { environment: { name: 'production', action: 'start' } },
      { environment: { name: 'staging', action: 'start' } },
      { environment: { name: 'review', action: 'stop' } },
      { environment: null },
    ],
  }
  await tell('gitlab', pipeline, { answer: 200 })
  const branch = { ...pipeline.object_attributes, ref: 'feature' }
  await tell('gitlab', { ...pipeline, object_attributes: branch }, { answer: 202 })
  expect(await kept()).toMatchObject([
    { service: 'shop', version: '279484c09fbe69ededfced8c1bb6e6d24616b468', at: new Date(success) },
    { environment: 'production', at: new Date('2026-11-28T07:26:29Z') },
    { environment: 'staging' },
  ])
})

test('the newer signature of GitLab is checked instead of the token, and grows old', async () => {
  const body = JSON.stringify({ object_kind: 'push' })
  const signed = (at: Date, key = 'thirty-two bytes of a real key!!') => {
    const seconds = String(at.getTime() / 1_000)
    const text = `msg_1.${seconds}.${body}`
    const signature = createHmac('sha256', key).update(text).digest('base64')
    return {
      'webhook-id': 'msg_1',
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,AAAA v1,${signature}`,
    }
  }
  const now = desk.clock.now()
  const [old, other] = [signed(new Date(now.getTime() - 301_000)), signed(now, 'another key')]
  await tell('gitlab', body, { headers: signed(now), answer: 202 })
  // the token beside it is right, and does not count
  for (const headers of [old, other]) {
    const refused = await tell('gitlab', body, { headers, answer: 401 })
    expect(refused.reason).toBe('hook.signature-wrong')
  }
})

test('a build status of Bitbucket is a deploy where the hook names it', async () => {
  const status = (key: string, state: string) => ({
    actor: { display_name: 'Kim' },
    repository: { full_name: 'brightcup/shop' },
    commit_status: {
      key,
      state,
      updated_on: success,
      url: 'https://bitbucket.org/brightcup/shop/pipelines/1',
      links: { commit: { href: 'https://api.bitbucket.org/2.0/repositories/x/y/commit/9fec847' } },
    },
  })
  const headers = { 'x-event-key': 'repo:commit_status_updated', 'x-request-uuid': 'one' }
  await tell('bitbucket', status('unit-tests', 'SUCCESSFUL'), { headers, answer: 202 })
  await tell('bitbucket', status('deploy-production', 'INPROGRESS'), { headers, answer: 202 })
  const done = status('deploy-production', 'SUCCESSFUL')
  await tell('bitbucket', done, { headers: { 'x-event-key': 'repo:push' }, answer: 202 })
  await tell('bitbucket', done, { headers, answer: 200 })
  expect(await kept()).toMatchObject([{ service: 'shop', version: '9fec847', author: 'Kim' }])
})

test('an application of Argo CD is live when its sync succeeded', async () => {
  const app = (phase: string) => ({
    app: {
      metadata: { name: 'shop', namespace: 'argocd', labels: { environment: 'production' } },
      spec: { project: 'web' },
      status: {
        operationState: {
          phase,
          startedAt: '2026-11-28T06:49:00Z',
          finishedAt: success,
          syncResult: { revision: 'bcbb5ec' },
          operation: { initiatedBy: { automated: true } },
        },
      },
    },
    url: 'https://argocd.example/applications/shop',
  })
  await tell('argocd', app('Running'), { answer: 202 })
  await tell('argocd', app('Succeeded'), { answer: 200 })
  await tell('argocd', app('Succeeded'), { answer: 200 })
  expect(await kept()).toMatchObject([
    { service: 'shop', version: 'bcbb5ec', environment: 'production', author: 'Argo CD' },
  ])
})

test('a CDEvent is understood around, within and packed into its CloudEvent', async () => {
  const event = (id: string, type = 'dev.cdevents.service.deployed.0.2.0') => ({
    context: { version: '0.4.0', id, source: '/tekton', type, timestamp: success },
    subject: {
      id: 'service/shop',
      type: 'service',
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/shop@sha256%3A0b31b1c0?tag=4.2-${id}`,
      },
    },
  })
  const around = {
    specversion: '1.0',
    type: 'dev.cdevents.service.deployed.0.2.0',
    source: '/tekton',
  }
  const headers = { 'ce-id': '1', 'ce-type': around.type, 'ce-specversion': '1.0' }
  await tell('cdevents', event('1'), { headers, answer: 200 })
  const type = 'application/cloudevents+json'
  await tell('cdevents', { ...around, id: '2', data: event('2') }, { type, answer: 200 })
  const packed = Buffer.from(JSON.stringify(event('3'))).toString('base64')
  await tell('cdevents', { ...around, id: '3', data_base64: packed }, { type, answer: 200 })
  const back = event('4', 'dev.cdevents.service.rolledback.0.2.0')
  await tell('cdevents', [event('1'), back, event('5', 'dev.cdevents.build.started.0.1.0')], {
    type: 'application/cloudevents-batch+json',
    answer: 200,
  })
  expect((await kept()).map(({ version }) => version).toSorted()).toEqual(
    ['1', '2', '3', '4'].map((id) => `4.2-${id}`),
  )
})

test('a flag that LaunchDarkly or Unleash turns is a change of its own kind', async () => {
  const entry = {
    _id: '57c0a8e29969090743529965',
    date: new Date(success).getTime(),
    kind: 'flag',
    accesses: [{ action: 'updateOn', resource: 'proj/web:env/production:flag/new-checkout;beta' }],
    member: { email: 'kim@brightcup.example' },
    titleVerb: 'turned on the flag',
    title: 'Kim turned on the flag New checkout in Production',
    _links: { site: { href: '/web/production/features/new-checkout' } },
  }
  await tell('launchdarkly', entry, { answer: 200 })
  await tell('launchdarkly', entry, { answer: 200 })
  await tell('launchdarkly', { _id: '2', kind: 'member', accesses: [] }, { answer: 202 })
  const turned = {
    id: 7,
    type: 'feature-environment-disabled',
    createdAt: failure,
    createdBy: 'kim',
    featureName: 'fast-export',
    project: 'exports',
    environment: 'production',
  }
  await tell('unleash', turned, { answer: 200 })
  await tell('unleash', { ...turned, id: 8, type: 'feature-tagged' }, { answer: 202 })
  expect(await kept()).toMatchObject([
    {
      kind: 'flag',
      name: 'new-checkout',
      service: 'shop',
      version: 'on',
      url: 'https://app.launchdarkly.com/web/production/features/new-checkout',
    },
    { kind: 'flag', name: 'fast-export', service: 'exports', version: 'off' },
  ])
  const ticketId = await createTicket(desk, 'acc_a', { problemStartedAt: desk.clock.now() })
  const { items } = await listChanges(desk, someAgent, { ticketId })
  expect(items).toMatchObject([
    { kind: 'flag', name: 'fast-export', isBeforeProblem: true },
    { kind: 'flag', name: 'new-checkout', isBeforeProblem: true },
  ])
})

const alerts = (
  status: string,
  times: { startsAt: string; endsAt: string },
  summary = 'Exports fail',
) => ({
  version: '4',
  groupKey: '{}:{alertname="ExportsFail"}',
  status,
  externalURL: 'https://alerts.example',
  commonLabels: { alertname: 'ExportsFail', severity: 'critical' },
  commonAnnotations: { summary },
  alerts: [
    { status, labels: { service: 'exports' }, ...times },
    { status, labels: { service: 'outbox' }, ...times },
  ],
})
const running = { startsAt: success, endsAt: '0001-01-01T00:00:00Z' }
const over = { startsAt: success, endsAt: failure }

const incidents = () =>
  desk.db
    .selectFrom('incident')
    .select(['title', 'impact', 'services', 'opened_at', 'ended_at'])
    .orderBy('opened_at')
    .execute()

test('a group of alerts is one incident, until it is resolved and in whatever order it is told', async () => {
  const told = [
    alerts('firing', running),
    alerts('resolved', over),
    alerts('firing', running),
    alerts('resolved', over),
  ]
  for (const order of [[0], [0, 2], [0, 1], [1, 0], [0, 1, 2, 3], [1, 3, 0, 2]]) {
    await desk.db.deleteFrom('incident').execute()
    for (const index of order) await tell('alertmanager', told[index], { answer: 200 })
    const isOver = order.some((index) => index % 2 === 1)
    expect(await incidents(), String(order)).toEqual([
      {
        title: 'Exports fail',
        impact: 'critical',
        services: ['exports', 'outbox'],
        opened_at: new Date(success),
        ended_at: isOver ? new Date(failure) : null,
      },
    ])
  }
  // hours later the same alert fires again
  const again = { ...running, startsAt: '2026-11-28T11:00:00Z' }
  await tell('alertmanager', alerts('firing', again), { answer: 200 })
  await tell('alertmanager', told[1], { answer: 200 })
  expect((await incidents()).map(({ ended_at }) => ended_at)).toEqual([new Date(failure), null])
  await tell('alertmanager', alerts('firing', again, 'All exports fail'), { answer: 200 })
  expect((await incidents()).map(({ title }) => title)).toEqual([
    'Exports fail',
    'All exports fail',
  ])
})

test('told at once, it is opened once', async () => {
  const before = await countEvents()
  await Promise.all([1, 2, 3, 4].map(() => tell('alertmanager', alerts('firing', running))))
  expect(await incidents()).toHaveLength(1)
  expect(await countEvents()).toBe(before + 1)
})

test('an incident of PagerDuty opens, changes, ends and opens again', async () => {
  const event = (type: string, status: string, at: string, priority = 'P2') => ({
    event: {
      id: crypto.randomUUID(),
      event_type: `incident.${type}`,
      occurred_at: at,
      data: {
        id: 'PGR0VU2',
        title: 'Exports are slow',
        status,
        created_at: success,
        html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        service: { id: 'PF9KMXH', summary: 'Exporter' },
        priority: { summary: priority },
      },
    },
  })
  await tell('pagerduty', event('annotated', 'triggered', success), { answer: 202 })
  await tell('pagerduty', event('triggered', 'triggered', success), { answer: 200 })
  await tell('pagerduty', event('priority_updated', 'triggered', '2026-11-28T06:52:00Z', 'P1'))
  expect(await incidents()).toMatchObject([{ impact: 'P1', services: ['exports'], ended_at: null }])
  await tell('pagerduty', event('resolved', 'resolved', failure), { answer: 200 })
  await tell('pagerduty', event('acknowledged', 'acknowledged', '2026-11-28T06:53:00Z'))
  expect(await incidents()).toMatchObject([{ ended_at: new Date(failure) }])
  await tell('pagerduty', event('reopened', 'triggered', '2026-11-28T07:30:00Z'), { answer: 200 })
  expect(await incidents()).toMatchObject([{ ended_at: null, opened_at: new Date(success) }])
})

test('an alert of Opsgenie is open until it is closed', async () => {
  const action = (name: string) => ({
    action: name,
    alert: {
      alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
      message: 'Outbox grows',
      entity: 'outbox',
      priority: 'P2',
      createdAt: new Date(success).getTime(),
    },
  })
  await tell('opsgenie', action('AddNote'), { answer: 202 })
  for (const name of ['Create', 'Acknowledge'])
    await tell('opsgenie', action(name), { answer: 200 })
  expect(await incidents()).toMatchObject([{ services: ['outbox'], ended_at: null }])
  await tell('opsgenie', action('Close'), { answer: 200 })
  await tell('opsgenie', action('Create'), { answer: 200 })
  expect(await incidents()).toMatchObject([{ ended_at: desk.clock.now() }])
})

test('an open incident is told on a ticket whose runbook looks at what it touches, and on no other', async () => {
  await tell('alertmanager', alerts('firing', running))
  const ticketId = await createTicket(desk, 'acc_a')
  const other = await createTicket(desk, 'acc_a')
  await desk.db
    .insertInto('runbook')
    .values({ id: 'export-missing', created_at: desk.clock.now() })
    .execute()
  await desk.db
    .insertInto('runbook_version')
    .values({
      runbook_id: 'export-missing',
      version: 1,
      state: 'published',
      origin: 'browser',
      title: 'Export missing',
      type: 'exports.missing',
      owner: 'exports',
      source: '',
      sha256: '',
      author: JSON.stringify({ kind: 'system', id: 'test', name: 'Test' }),
      created_at: desk.clock.now(),
      verified_against: JSON.stringify({ sources: {}, actions: {}, services: ['outbox'] }),
    })
    .execute()
  await desk.db
    .updateTable('ticket')
    .set({ type: 'exports.missing' })
    .where('id', '=', ticketId)
    .execute()
  const shown = await listChanges(desk, someAgent, { ticketId })
  expect(shown.incidents).toMatchObject([
    { title: 'Exports fail', services: ['exports', 'outbox'] },
  ])
  expect((await listChanges(desk, someAgent, { ticketId: other })).incidents).toEqual([])
  await tell('alertmanager', alerts('resolved', over))
  expect((await listChanges(desk, someAgent, { ticketId })).incidents).toEqual([])
})

test('a message of one’s own is read by the mapping, and only where it says so', async () => {
  const told = {
    state: 'Success',
    finished: success,
    task: 1909198862420847982n.toString(),
    release: { project: 'shop', number: 4.2 },
    links: [{ href: 'javascript:alert(1)' }],
  }
  await tell('octopus', { ...told, state: 'Queued' }, { answer: 202 })
  for (const missing of ['release', 'state']) {
    await tell('octopus', { ...told, [missing]: undefined }, { answer: 202 })
  }
  await tell('octopus', { ...told, finished: 'yesterday' }, { answer: 202 })
  await tell('octopus', { ...told, finished: '2026-11-28T12:06:00Z' }, { answer: 202 })
  await tell('octopus', told, { answer: 200 })
  await tell('octopus', { ...told, finished: '2026-11-28T06:51:00Z' }, { answer: 200 })
  await tell(
    'settings',
    { app: 'shop', key: 'max_retries', value: 5, at: failure },
    { answer: 200 },
  )
  expect(await kept()).toMatchObject([
    { kind: 'deploy', service: 'shop', version: '4.2', environment: 'production', url: null },
    { kind: 'config', service: 'shop', name: 'max_retries', version: '5' },
  ])
})

test('what one call has beyond the bound is said to be left out', async () => {
  const settings = Array.from({ length: 103 }, (_, index) => ({
    app: 'shop',
    key: `setting_${index}`,
    value: index,
    at: 'yesterday',
  }))
  const { ignored } = await tell('settings', settings, { answer: 202 })
  expect(ignored).toHaveLength(101)
  expect(ignored[99]).toBe('its time is not understood')
  expect(ignored[100]).toBe('3 more messages in one call: at most 100 are taken')
})

test('a source of changes answers what is live, and flags and settings when asked for them', async () => {
  const scope = await createScope(desk, 'acc_s')
  await tell('github', deployment('failure', success), asEvent('deployment_status'))
  await tell('settings', { app: 'shop', key: 'max_retries', value: 5, at: failure })
  const read = changesSource(desk)
  const signal = new AbortController().signal
  expect((await read(scope, {}, signal)).rows).toMatchObject([{ count: 0, latest: null }])
  const { rows } = await read(scope, { kinds: ['config', 'flag'] }, signal)
  expect(rows).toMatchObject([{ count: 1, latest: { kind: 'config', name: 'max_retries' } }])
})

test.each([
  'github',
  'gitlab',
  'bitbucket',
  'argocd',
  'cdevents',
  'launchdarkly',
  'unleash',
  'alertmanager',
  'pagerduty',
  'opsgenie',
  'octopus',
])(
  '%s: a wrong signature, none, or one of another body is refused, and nothing is stored',
  async (hook) => {
    const before = await countEvents()
    const body = JSON.stringify(deployment('success', success))
    const right = (signing[hook] ?? bearer)(body)
    const isOfBody = Object.values(right).some((value) => value.includes(sum(body)))
    const wrong: (Record<string, string> | null)[] = [
      null,
      ...Object.keys(right).flatMap((name) => [
        { [name]: '' },
        { [name]: 'sha256=' },
        { [name]: `sha256=${sum(body, 'another')}` },
        { [name]: `${right[name]}x` },
        { [name]: String(right[name]).slice(0, -1) },
        { [name]: 'Bearer ' },
      ]),
    ]
    for (const headers of wrong) {
      const answer = await http.inject({
        method: 'POST',
        url: `/v1/hooks/${hook}`,
        payload: body,
        headers: { 'content-type': 'application/json', 'x-github-event': 'push', ...headers },
      })
      expect(answer.statusCode, JSON.stringify(headers)).toBe(401)
      expect(answer.json()).toMatchObject({ reason: 'hook.signature-wrong' })
      expect(answer.body).not.toContain(secret)
    }
    if (isOfBody) await tell(hook, `${body} `, { headers: right, answer: 401 })
    expect(await kept()).toEqual([])
    expect(await countEvents()).toBe(before)
  },
)

test('the secret that is being replaced still counts; one that is not set refuses all', async () => {
  const body = JSON.stringify({ zen: 'x' })
  const headers = {
    'x-github-event': 'ping',
    'x-hub-signature-256': `sha256=${sum(body, 'the-one-before')}`,
  }
  await tell('github', body, { headers, answer: 202 })
  expect(await tell('unset', { a: 1, b: 2, c: 3 }, { answer: 503 })).toMatchObject({
    reason: 'secret.missing',
  })
  expect(await tell('nobody', {}, { answer: 404 })).toMatchObject({ reason: 'hook.not-found' })
  expect(await tell('constructor', {}, { answer: 404 })).toMatchObject({ reason: 'hook.not-found' })
})

const hostile = [
  '{',
  '',
  '<xml/>',
  'null',
  '1',
  '"text"',
  '[]',
  '[null,1,[[]]]',
  '{"groupKey":"k","status":"firing","alerts":[null,{"labels":7}],"commonLabels":{"alertname":"\\u0000x\\ud800"}}',
  '{"event":{"event_type":"incident.triggered","data":{"id":"1","title":"\\u0000x","service":[]}}}',
  '{"__proto__":{"state":"success"}}',
  '{"deployment_status":"success","deployment":[],"repository":null}',
  JSON.stringify({
    ...deployment('success', success),
    repository: { full_name: 'a\u0000b\ud800/c\u0000' },
  }),
  JSON.stringify({
    ...deployment('success', success),
    repository: { full_name: 'x'.repeat(5_000) },
  }),
  JSON.stringify(deployment('success', '9999-99-99T99:99:99Z')),
  JSON.stringify(deployment('success', success, { log_url: `https://x/${'y'.repeat(9_000)}` })),
  '['.repeat(20_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
]
test.each([
  'github',
  'gitlab',
  'bitbucket',
  'argocd',
  'cdevents',
  'launchdarkly',
  'unleash',
  'alertmanager',
  'pagerduty',
  'opsgenie',
  'octopus',
])(
  '%s: whatever stands in a signed message, it is taken, ignored or refused, never an error',
  async (hook) => {
    for (const message of hostile) {
      for (const event of ['deployment_status', 'workflow_run', 'constructor']) {
        const payload = Buffer.from(message)
        const answer = await http.inject({
          method: 'POST',
          url: `/v1/hooks/${hook}`,
          payload,
          headers: {
            'content-type': 'application/json',
            'x-github-event': event,
            'x-event-key': 'repo:commit_status_created',
            'ce-type': 'dev.cdevents.service.deployed.0.2.0',
            ...(signing[hook] ?? bearer)(message),
          },
        })
        expect([200, 202, 400], `${message.slice(0, 80)} ${answer.body}`).toContain(
          answer.statusCode,
        )
      }
    }
  },
)

test('a message that is too large is not read', async () => {
  const answer = await http.inject({
    method: 'POST',
    url: '/v1/hooks/github',
    payload: Buffer.alloc(5 * 1024 * 1024 + 1, 32),
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.statusCode).toBe(413)
})

test('a key of the desk tells flags and settings as it tells deploys', async () => {
  const ci: Actor = { kind: 'integration', id: 'ci', name: 'CI', permissions: ['change:write'] }
  const setting = {
    kind: 'config' as const,
    name: 'limits',
    service: 'shop',
    version: '2',
    at: success,
  }
  const first = await recordDeploy(desk, ci, setting)
  expect(await recordDeploy(desk, ci, setting)).toEqual({ id: first.id, isNew: false })
  const other = await recordDeploy(desk, ci, { ...setting, name: 'quota' })
  expect(other.isNew).toBe(true)
  expect(await kept()).toMatchObject([
    { kind: 'config', name: 'limits' },
    { kind: 'config', name: 'quota' },
  ])
})

test.each([
  ['hooks: { octopus: { secret: env:A } }', /“kind” is missing/],
  ['hooks: { github: { secret: hunter2 } }', /must say where the secret is/],
  ['hooks: { github: { secret: [env:A, hunter2] } }', /must say where the secret is/],
  ['hooks: { GitHub: { secret: env:A } }', /small letters/],
  ['hooks: { generic: { secret: env:A } }', /“map.service” is missing/],
  [
    'hooks: { generic: { secret: env:A, map: { service: a, version: b } } }',
    /“map.at” or “map.id”/,
  ],
  ['hooks: { github: { secret: env:A, map: { service: "a b" } } }', /must be a path/],
  ['hooks: { github: { secret: env:A, map: { servise: a } } }', /“servise” is not known/],
  ['hooks: { github: { secret: env:A, only_when: { "a..b": 1 } } }', /must be a path/],
])('%s is said by the check', async (text, reason) => {
  const { project } = await createTestSources(
    testDesk,
    createFolder({ 'firstline.yaml': `${projectFile}${text}\n` }),
    {},
  )
  expect(
    project
      .problems()
      .map((problem) => problem.reason)
      .join('\n'),
  ).toMatch(reason)
})

async function countEvents(): Promise<number> {
  const { rows } = await testDesk.pool.query('select count(*)::int as n from event')
  return rows[0].n
}
