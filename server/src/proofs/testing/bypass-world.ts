import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { z } from 'zod'
import { approveAction } from '#server/actions/approvals/approve-action.ts'
import { requestActionApproval } from '#server/actions/approvals/request-action-approval.ts'
import { confirm, preview } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { system } from '#server/core/actor.ts'
import type { PersonActor } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import { createAiAgent } from '#server/mcp/create-ai-agent.ts'
import { afterAll } from 'vitest'
import { startFakePrometheus } from '#server/connections/testing/fake-prometheus.ts'
import type { FakePrometheus } from '#server/connections/testing/fake-prometheus.ts'
import { createAiDesk } from '#server/mcp/testing/factory.ts'
import type { AiDesk } from '#server/mcp/testing/factory.ts'
import { createApiKey } from '#server/team/create-api-key.ts'
import { addPerson } from '#server/team/add-person.ts'
import { createPerson } from '#server/testing/people.ts'

type Headers = Record<string, string>
type Answer = { status: number; body: unknown }

/** A desk that listens, with everybody who may come in, each by their own door. */
export type World = AiDesk & {
  /** Asks; a lead, so that their role would let them approve. */
  ada: PersonActor
  /** A second person, who may approve. */
  lena: PersonActor
  /** A third, whom Ada has let in. */
  nora: PersonActor
  sessionOf: { ada: Headers; lena: Headers; nora: Headers }
  /** Of a key that Ada made. */
  key: { id: string; key: string; headers: Headers }
  /** Of a key that Lena made. */
  lenasKey: string
  /** Of an AI agent that Ada let in. */
  ai: { id: string; client: Client }
  /** In which little waits of every account that a case is of. */
  metrics: FakePrometheus
  /** From now on so much waits of this account; of whom else the system says it, where it is wrong. */
  measure(account: string, waiting: number, says?: string): void
  signIn(person: PersonActor): Promise<Headers>
  ask(headers: Headers, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>
  /** Somebody else does it, the whole way, also where that takes two. */
  doOtherwise(on: Case, action: string): Promise<void>
}

const origin = 'http://localhost:3999'
export const keyPermissions = ['ticket:read', 'action:read', 'action:run', 'runbook:run'] as const

export async function createWorld(): Promise<World> {
  const desk = await createAiDesk()
  const { app, company } = desk
  const [ada, lena] = [await invite(desk, 'Ada'), await invite(desk, 'Lena')]
  const nora = await invite(desk, 'Nora')
  const metrics = await startFakePrometheus()
  afterAll(() => metrics.stop())
  await letIn(app, ada, nora)
  const bo = await createPerson(company, { name: 'Bo' })
  const kim = await createPerson(company, { role: 'engineer', name: 'Kim' })
  const made = await createApiKey(app, ada, { name: 'script', permissions: [...keyPermissions] })
  const lenas = await createApiKey(app, lena, { name: 'other', permissions: ['ticket:read'] })
  const robo = { name: 'Robo', callsPerMinute: 6_000, actionsPerHour: 1_000 }
  const ai = await createAiAgent(app, ada, robo)
  return {
    ...desk,
    ada,
    lena,
    nora,
    sessionOf: {
      ada: await signIn(desk, ada),
      lena: await signIn(desk, lena),
      nora: await signIn(desk, nora),
    },
    key: { ...made, headers: { authorization: `Bearer ${made.key}` } },
    lenasKey: lenas.id,
    ai: { id: ai.agent.id, client: await desk.connect(ai.key) },
    metrics,
    measure: (account, waiting, says) => measure(metrics, account, waiting, says),
    signIn: (person) => signIn(desk, person),
    ask: (headers, method, path, body) => ask(desk.address, headers, method, path, body),
    async doOtherwise(on, action) {
      const shown = await preview(company, on, action, bo)
      if (!shown.approval) return void (await confirm(company, on, shown, bo))
      const wish = { ticketId: on.ticketId, token: shown.token!, reason: 'As agreed' }
      const { id } = await requestActionApproval(company, bo, wish)
      await approveAction(company, kim, { approvalId: id })
    },
  }
}

/** As the system answers it; `says` whose its answer claims to be. */
function measure(metrics: FakePrometheus, account: string, always: number, says?: string): void {
  if (says !== undefined) {
    const result = [{ metric: { account_id: says }, values: [[0, String(always)]] }]
    const data = { resultType: 'matrix', result }
    metrics.answerWith({ status: 200, body: JSON.stringify({ status: 'success', data }) })
    return
  }
  metrics.answerWith(null)
  const labels = { __name__: 'queue_length', account_id: account }
  metrics.keep([{ labels, samples: [], always }])
}

const password = 'correct-horse-12'
const emailOf = (name: string) => `${name.toLowerCase()}@desk.example`

async function invite({ app }: AiDesk, name: string): Promise<PersonActor> {
  const wish = { name, email: emailOf(name), password, role: 'lead', line: 'L2' } as const
  const { id } = await addPerson(app, system('test'), wish)
  return { kind: 'person', id, name, role: 'lead', line: 'L2' }
}

/** On record as somebody who let another in: by a link that they have seen. */
const letIn = defineVerb({
  permission: 'person:manage',
  input: z.custom<PersonActor>(),
  run: async (_context, { id: person }: PersonActor) => ({
    result: null,
    events: [{ name: 'person.password_link_shown', data: { person, purpose: 'first' } }],
  }),
})

async function signIn({ address }: AiDesk, { name }: PersonActor): Promise<Headers> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(name), password }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { cookie, origin }
}

async function ask(
  address: string,
  headers: Headers,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(address + path, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: await answer.json() }
}

/** What was answered. @throws when it was refused, naming the refusal */
export function given<Data>({ status, body }: Answer): Data {
  if (status < 300) return body as Data
  throw new Error(refusalIn({ status, body }))
}

/** `done`, or the name of the refusal. */
export function refusalIn({ status, body }: Answer): string {
  return status < 300 ? 'done' : (body as { reason: string }).reason
}
