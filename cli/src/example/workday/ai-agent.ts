import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { DeskPerson, Fetch } from './desk-people.ts'

/** Lets an AI agent in that may look and try, not act; it looks at a ticket and starts its runbook. */
export async function letAiAgentIn(
  { deskUrl }: { deskUrl: string },
  fetch: Fetch,
  { desk }: DeskPerson,
  ticketId: string,
): Promise<void> {
  const { key } = await desk.createAiAgent({
    body: {
      name: 'Triage (example)',
      tools: ['search_tickets', 'get_ticket', 'read_account', 'match_runbooks', 'start_runbook'],
      expiresInDays: 30,
    },
  })
  const client = new Client({ name: 'triage', version: '1' })
  const requestInit = { headers: { authorization: `Bearer ${key}` } }
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', deskUrl), {
    requestInit,
    fetch,
  })
  await client.connect(transport)
  try {
    const ask = { ticketId }
    await client.callTool({ name: 'get_ticket', arguments: ask })
    await client.callTool({ name: 'match_runbooks', arguments: ask })
    await client.callTool({
      name: 'start_runbook',
      arguments: { ...ask, runbook: 'export-email-not-received' },
    })
  } finally {
    await client.close()
  }
}
