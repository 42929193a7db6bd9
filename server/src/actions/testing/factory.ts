import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ActionPreview, ActionRun } from '@firstline/contract/actions'
import type pg from 'pg'
import { afterAll } from 'vitest'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import type { Actor, AiActor } from '#server/core/actor.ts'
import { createPool } from '#server/database/database.ts'
import { callOut } from '#server/outbound/call-out.ts'
import type { OutboundRequest } from '#server/outbound/call-out.ts'
import { someAgent } from '#server/testing/desk.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { confirmAction } from '#server/actions/run/confirm-action.ts'
import type { WithActions } from '../desk.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { createActionStore } from '#server/actions/compile/store.ts'
import { projectFiles } from './project.ts'
import { createTarget, shopTables } from './target.ts'
import type { Target } from './target.ts'

/** For tests: a desk connected to a small company with a real database and a real admin API. */
export type ActionTestDesk = TestDesk &
  WithActions & {
    target: Target
    shop: pg.Pool
    /** What another process needs to be a desk of the same company. */
    place: { url: string; folder: string; env: NodeJS.ProcessEnv; secret: string }
    /** The same desk, with a target somewhere else. */
    withTarget(url: string): ActionTestDesk
    /** Writes a file of the project folder and has it read. */
    write(path: string, text: string): Promise<void>
  }

/** What the target's credential is: must be seen by nobody but the target. */
export const credentialCanary = 'tok_canary_5f1d'

export async function createActionDesk(desk: TestDesk): Promise<ActionTestDesk> {
  const shop = createPool(desk.ownerUrl, desk.log, { max: 4 })
  await shop.query(shopTables)
  const target = await createTarget(shop)
  const folder = await mkdtemp(join(tmpdir(), 'firstline-actions-'))
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(projectFiles)) await write(path, text)
  await write('token.txt', credentialCanary)
  const project = await openProject(folder, desk.log)
  const env = { SHOP_URL: desk.ownerUrl, ADMIN_URL: target.url }
  const sources = createSources(desk, project, {}, env)
  afterAll(async () => {
    project.stop()
    await sources.connections.stop()
    await target.close()
    await shop.end()
    await rm(folder, { recursive: true })
  })
  const secret = 'a secret of the test, long enough to sign with'
  const acting: ActionTestDesk = {
    ...desk,
    target,
    shop,
    secret,
    place: { url: desk.url, folder, env, secret },
    sources,
    actions: createActionStore(project),
    withTarget(url) {
      const http = () => ({
        call: (request: OutboundRequest) => callOut(url, request),
        below: () => null,
        secrets: () => [],
      })
      const connections = { ...sources.connections, http }
      return { ...acting, sources: { ...sources, connections } }
    },
    async write(path, text) {
      await write(path, text)
      await project.reload()
    },
  }
  return acting
}

export type Case = {
  ticketId: string
  accountId: string
  account: string
  exportId: string
  /** Of the person who asked for the export: masked everywhere. */
  email: string
}

let cases = 0

/** A ticket of an account of its own, with one export that failed. */
export async function openCase(
  desk: ActionTestDesk,
  fields: { status?: string; attempts?: number | null; sizeMb?: number } = {},
): Promise<Case> {
  const n = String(++cases).padStart(8, '0')
  const found = {
    account: `acc_${n}`,
    exportId: `exp_${n}`,
    email: `canary-person-${n}@shop.example`,
  }
  const account = await desk.db
    .insertInto('account')
    .values({ external_id: found.account, name: `Customer ${cases}`, domain: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const now = desk.clock.now()
  const ticket = await desk.db
    .insertInto('ticket')
    .values({
      subject: 'Where is my export?',
      channel: 'email',
      account_id: account.id,
      address_token: `token-${n}`,
      opened_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { status = 'failed', attempts = 1, sizeMb = 3 } = fields
  await desk.shop.query('insert into shop.export values ($1, $2, $3, $4, $5, $6)', [
    found.exportId,
    found.account,
    status,
    attempts,
    sizeMb,
    found.email,
  ])
  return { ...found, ticketId: ticket.id, accountId: account.id }
}

export function preview(
  desk: ActionTestDesk,
  { ticketId, exportId }: Pick<Case, 'ticketId' | 'exportId'>,
  action = 'export.requeue',
  actor: Actor = someAgent,
): Promise<ActionPreview> {
  return previewAction(desk, actor, { ticketId, action, input: { export_id: exportId } })
}

/** @throws when the preview gave no token */
export function confirm(
  desk: ActionTestDesk,
  { ticketId }: Pick<Case, 'ticketId'>,
  shown: ActionPreview,
  actor: Actor = someAgent,
): Promise<ActionRun> {
  if (!shown.token) {
    const against = shown.guards.filter((guard) => !guard.isPassed).map((guard) => guard.id)
    throw new Error(`The preview is not runnable: ${against.join(', ')}`)
  }
  return confirmAction(desk, actor, {
    ticketId,
    token: shown.token,
    reason: 'The customer asked for it',
  })
}

export async function run(
  desk: ActionTestDesk,
  on: Case,
  action?: string,
  actor?: Actor,
): Promise<ActionRun> {
  return confirm(desk, on, await preview(desk, on, action, actor), actor)
}

/** Names of the events of a ticket, in order: what was done; who looked is told elsewhere. */
export async function eventsOf(
  desk: ActionTestDesk,
  { ticketId }: Pick<Case, 'ticketId'>,
): Promise<string[]> {
  const events = await desk.db
    .selectFrom('event')
    .select('name')
    .where('ticket_id', '=', ticketId)
    .where('name', '<>', 'account.viewed')
    .orderBy('id')
    .execute()
  return events.map((event) => event.name)
}

/** An AI agent that may do so many actions an hour by itself. */
export function someAiAgent(limits: Partial<AiActor['limits']>): AiActor {
  const usual = { tools: null, lines: null, types: null, isWaiting: false, callsPerMinute: 1 }
  return {
    kind: 'ai_agent',
    id: '00000000-0000-7000-8000-0000000000a1',
    name: 'Robo',
    limits: { ...usual, actionsPerHour: 1, ...limits },
  }
}
