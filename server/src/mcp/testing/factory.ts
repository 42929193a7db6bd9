import type { CreateAiAgent } from '@firstline/contract/ai-agents'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll } from 'vitest'
import type { z } from 'zod'
import { createActionDesk } from '#server/actions/testing/factory.ts'
import type { ActionTestDesk } from '#server/actions/testing/factory.ts'
import { requeueAs } from '#server/actions/testing/project.ts'
import type { App } from '#server/app.ts'
import { readConfig } from '#server/core/config.ts'
import { createApp } from '#server/create-app.ts'
import { createHttpOf } from '#server/serve.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createAiAgent } from '../create-ai-agent.ts'

/** For tests: a listening desk with a small company, its runbook and its real target. */
export type AiDesk = {
  app: App
  address: string
  /** The company: its tables, its target, and cases to open. */
  company: ActionTestDesk
  letIn(limits?: Partial<z.input<typeof CreateAiAgent>>): Promise<{ id: string; key: string }>
  /** The SDK's own client, by HTTP. */
  connect(key: string, ticket?: string): Promise<Client>
}

const runbook = `---
apiVersion: firstline/v1
kind: Runbook
id: export-missing
title: Export missing
type: exports.missing
owner: exports
symptom: [the export never arrived, where is my export]
pick: { export_id: exports.recent.id }
checks:
  exp: { source: exports.by_id, with: { id: pick.export_id } }
  told: { ask: "Was the customer told that it takes a day?", type: boolean }
causes:
  failed: { when: "exp.status == 'failed'", action: export.requeue }
  running: { when: "exp.status != 'failed' && told", reply: running }
  untold: { when: "exp.status != 'failed' && !told", escalate: slow }
escalate:
  slow: { to: exports, send: [exp.id], because: "nobody told the customer" }
fixtures:
  - { given: { exp: { status: failed }, told: true }, expect: failed }
  - { given: { exp: { status: queued }, told: true }, expect: running }
  - { given: { exp: { status: queued }, told: false }, expect: untold }
---
## failed
It failed; start it again.

## running
It is under way.

### Say
Your export is under way.

## untold
Nobody said so.
`

const projectFile = `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  shop: { kind: postgres, url: env:SHOP_URL }
  shop-admin: { kind: http, base_url: env:ADMIN_URL, openapi: admin.yaml }
account_picture: [exports.recent]
types:
  - { id: exports.missing, title: Export missing }
  - { id: billing.question, title: Question about a bill }
lines: { l1: [First], l2: [Exports] }
`

export async function createAiDesk(): Promise<AiDesk> {
  const company = await createActionDesk(await createTestDesk())
  await company.write('firstline.yaml', projectFile)
  await company.write('runbooks/export-missing.md', runbook)
  // a busy machine is not what is tested here
  const patient = requeueAs('export.requeue', ['timeout: 3s', 'timeout: 10s'])
  await company.write('actions/export.requeue.yaml', patient)
  Object.assign(process.env, company.place.env)
  const config = readConfig({
    FIRSTLINE_PROJECT: company.place.folder,
    FIRSTLINE_HOME: company.place.folder,
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://localhost:3999',
  })
  const app = await createApp(config, company.url)
  const http = await createHttpOf(app)
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const clients: Client[] = []
  const lead = await createPerson(company, { role: 'lead', name: 'Lena' })
  afterAll(async () => {
    for (const client of clients) await client.close()
    await http.close()
    await app.close()
  })
  return {
    app,
    address,
    company,
    async letIn(limits = {}) {
      const made = await createAiAgent(app, lead, { name: 'Robo', ...limits })
      return { id: made.agent.id, key: made.key }
    },
    async connect(key, ticket) {
      const client = new Client({ name: 'test', version: '1' })
      const url = new URL(`/mcp${ticket ? `?ticket=${ticket}` : ''}`, address)
      const requestInit = { headers: { authorization: `Bearer ${key}` } }
      await client.connect(new StreamableHTTPClientTransport(url, { requestInit }))
      clients.push(client)
      return client
    },
  }
}

/** The data of an answer. @throws with the refusal */
export async function use<Data>(
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
): Promise<Data> {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult
  if (result.isError) throw new Error(textOf(result))
  return (result.structuredContent as { data: Data }).data
}

/** Why a call was refused, as the AI agent reads it. */
export async function refusalOf(
  client: Client,
  name: string,
  args: Record<string, unknown> = {},
): Promise<string> {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult
  if (!result.isError) throw new Error(`${name} was not refused`)
  return textOf(result)
}

export function textOf(result: CallToolResult): string {
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
}
