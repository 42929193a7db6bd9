import { aiTools } from '@firstline/contract/ai-agents'
import { expect, test } from 'vitest'
import { openCase } from '#server/actions/testing/factory.ts'
import { createAiDesk, refusalOf, use } from './testing/factory.ts'

const desk = await createAiDesk()
const { company } = desk

test('an AI agent sees, knows, acts and hands over, as the same verbs let anybody', async () => {
  const found = await openCase(company)
  const { ticketId } = found
  const client = await desk.connect((await desk.letIn()).key)

  const listed = await client.listTools()
  console.log(
    JSON.stringify(listed).length,
    JSON.stringify(listed.tools.map(({ outputSchema, ...rest }) => rest)).length,
  )
  expect(listed.tools.map(({ name }) => name)).toEqual([...aiTools])

  const { items } = await use<{ items: { id: string }[] }>(client, 'search_tickets', {
    view: 'open',
  })
  expect(items.map(({ id }) => id)).toContain(ticketId)
  const picture = await use<{ panels: { rows: object[] }[] }>(client, 'read_account', { ticketId })
  expect(picture.panels[0]!.rows).toHaveLength(1)
  console.log(
    JSON.stringify(await use(client, 'get_ticket', { ticketId })),
    JSON.stringify(picture),
  )
  await use(client, 'search_logs', { ticketId })
  await use(client, 'list_changes', { ticketId })
  await use(client, 'match_runbooks', { ticketId })
  console.log(
    JSON.stringify(await use(client, 'start_runbook', { ticketId, runbook: 'export-missing' })),
  )
  console.log(JSON.stringify(await use(client, 'list_actions', { ticketId })).slice(0, 300))
  const p = await use<{ token: string }>(client, 'preview_action', {
    ticketId,
    action: 'export.requeue',
    input: { export_id: found.exportId },
  })
  console.log(JSON.stringify(p))
  console.log(
    JSON.stringify(
      await use(client, 'run_action', { ticketId, token: p.token, reason: 'because' }),
    ),
  )
  console.log(
    JSON.stringify(
      await use(client, 'escalate', {
        ticketId,
        to: 'exports',
        because: 'slow export',
        note: 'please',
        identifiers: { 'exp.id': 'x' },
      }),
    ),
  )
  console.log(await refusalOf(client, 'get_ticket', { ticketId, account_id: 'acc_1' }))
}, 60000)
