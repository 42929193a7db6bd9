import type { Permission } from '@firstline/contract/permissions'
import { randomBytes } from 'node:crypto'
import { openCase } from '#server/actions/testing/factory.ts'
import type { Case } from '#server/actions/testing/factory.ts'
import { stopAction } from '#server/actions/limits/stop-action.ts'
import { withdrawActionApproval } from '#server/actions/approvals/refuse-action-approval.ts'
import { aiTools } from '@firstline/contract/ai-agents'
import type { Role } from '@firstline/contract/permissions'
import { changeAiAgent } from '#server/mcp/change-ai-agent.ts'
import type { Limit } from './bypass-actions.ts'
import type { EntryName } from './bypass-entries.ts'
import { keyPermissions } from './bypass-world.ts'
import type { World } from './bypass-world.ts'

export type Cell = { world: World; entry: EntryName; action: string; on: Case; isUndo: boolean }
type Restore = () => Promise<unknown>

/** One thing that may refuse, how it comes to, and how that is told. */
export type Guard = {
  limits?: readonly Limit[]
  /** What has to be there for nothing to be in the way. */
  prepare?(world: World, on: Case): void
  /** Happens after everything was seen and nothing was in the way. */
  violate(cell: Cell): Promise<Restore | void>
  /** By its name, and in the words of the command line. */
  refusal: RegExp
  /** Where approving is refused by another name. */
  ofApproval?: RegExp
}

const change = ({ world, on }: Cell, sets: string) =>
  world.company.shop.query(`update shop.export set ${sets} where id = $1`, [on.exportId])

async function takePermission({ world, entry }: Cell): Promise<Restore> {
  const { db } = world.company
  if (entry === 'mcp') {
    const tools = (these: string[] | null) =>
      changeAiAgent(world.app, world.lena, { aiAgentId: world.ai.id, tools: these as never })
    await tools(aiTools.filter((name) => name !== 'run_action'))
    return () => tools(null)
  }
  if (entry === 'cli' || entry === 'rest-key') {
    const permit = (permissions: Permission[]) =>
      db.updateTable('api_key').set({ permissions }).where('id', '=', world.key.id).execute()
    await permit(['ticket:read', 'action:read'])
    return () => permit([...keyPermissions])
  }
  const role = (now: Role) =>
    db.updateTable('person').set({ role: now }).where('id', '=', world.ada.id).execute()
  await role('auditor')
  return () => role('lead')
}

async function moveToOtherAccount(cell: Cell): Promise<void> {
  const other = await openCase(cell.world.company, { status: 'completed' })
  await cell.world.company.db
    .updateTable('ticket')
    .set({ account_id: other.accountId })
    .where('id', '=', cell.on.ticketId)
    .execute()
  await change(cell, `account_id = '${other.account}'`)
}

/** An attempt of somebody else at the same, which the target refuses. */
async function failElsewhere({ world, action, isUndo }: Cell) {
  const place = await openCase(world.company, { status: isUndo ? 'queued' : 'failed' })
  world.company.target.fail(place.exportId, 'refuse')
  await world.doOtherwise(place, action)
}

/** It was done once, by somebody else, and nothing of what was read has changed by it. */
async function doOnce({ world, action, isUndo, on }: Cell, at: 'here' | 'elsewhere') {
  const status = isUndo ? 'queued' : 'failed'
  const place = at === 'here' ? on : await openCase(world.company, { status })
  world.company.target.fail(place.exportId, 'say yes and do nothing')
  await world.doOtherwise(place, action)
  const { db, clock } = world.company
  await db
    .updateTable('action_run')
    .set({ state: 'verified', finished_at: clock.now() })
    .where('ticket_id', '=', place.ticketId)
    .where('action_id', '=', action)
    .where('state', '=', 'verifying')
    .execute()
}

async function occupyAccount({ world, isUndo, on }: Cell): Promise<void> {
  world.company.target.fail(on.exportId, 'say yes and do nothing')
  await world.doOtherwise(on, isUndo ? 'export.cancel' : 'export.requeue')
}

async function leaveUnknown({ world, action, on }: Cell): Promise<void> {
  world.company.target.fail(on.exportId, 'redirect')
  await world.doOtherwise(on, action)
}

/** A mail that anybody may have sent. */
async function hearUnproven({ world, on }: Cell): Promise<void> {
  const { db, clock } = world.company
  const raw = Buffer.from('Subject: Please')
  const mail = { raw, sha256: randomBytes(32), size_bytes: raw.length, received_at: clock.now() }
  const { id } = await db
    .insertInto('inbound_mail')
    .values(mail)
    .returning('id')
    .executeTakeFirstOrThrow()
  const said = { kind: 'customer' as const, text: 'Please', mail_id: id, sender_verified: false }
  await db
    .insertInto('message')
    .values({ ...said, ticket_id: on.ticketId, at: clock.now() })
    .execute()
}

type WayIn = 'person' | 'key' | 'ai'

function wayInOf(entry: EntryName): WayIn {
  if (entry === 'mcp') return 'ai'
  return entry === 'cli' || entry === 'rest-key' ? 'key' : 'person'
}

/** Out: who comes in, or who answers for what comes in, may not any more. */
async function shutOut({ world, entry }: Cell): Promise<Restore> {
  const { shop } = world.company
  const which = wayInOf(entry)
  const [column, table, id] = {
    person: ['disabled_at', 'person', world.ada.id],
    key: ['asleep_at', 'api_key', world.key.id],
    ai: ['asleep_at', 'ai_agent', world.ai.id],
  }[which]
  const set = (value: string) =>
    shop.query(`update ${table} set ${column} = ${value} where id = $1`, [id])
  await set('now()')
  return () => set('null')
}

/** The time of a session, a key or an AI agent is over. */
async function runOut({ world, entry }: Cell): Promise<Restore> {
  const way = wayInOf(entry)
  if (way === 'person') return endSession(world)
  const [table, id] = way === 'ai' ? ['ai_agent', world.ai.id] : ['api_key', world.key.id]
  const move = (by: '+' | '-') =>
    world.company.shop.query(
      `update ${table} set expires_at = expires_at ${by} interval '1 year' where id = $1`,
      [id],
    )
  await move('-')
  return () => move('+')
}

/** One whose time is over is deleted when it is used. */
async function endSession(world: World): Promise<Restore> {
  await world.company.shop.query(
    `update auth.session set "expiresAt" = now() - interval '1 second' from person
     where person.user_id = auth.session."userId" and person.id = $1`,
    [world.ada.id],
  )
  return async () => void (world.sessionOf.ada = await world.signIn(world.ada))
}

async function demoteOwner({ world }: Cell): Promise<Restore> {
  const { db } = world.company
  const role = (now: Role) =>
    db.updateTable('person').set({ role: now }).where('id', '=', world.ada.id).execute()
  await role('auditor')
  return () => role('lead')
}

/** A retry writes no event; it asks whether somebody has stopped the action. */
async function loseRecord({ world, entry }: Cell): Promise<Restore> {
  const table = entry === 'retry' ? 'action_stop' : 'event'
  const { shop } = world.company
  await shop.query(`alter table ${table} rename to ${table}_away`)
  return () => shop.query(`alter table ${table}_away rename to ${table}`)
}

async function withdraw({ world, entry, action }: Cell): Promise<void> {
  if (!entry.startsWith('approval')) return
  const { id } = await world.company.db
    .selectFrom('action_approval')
    .select('id')
    .where('action_id', '=', action)
    .executeTakeFirstOrThrow()
  await withdrawActionApproval(world.company, world.ada, { approvalId: id })
}

/** What a search by POST answers is not what it was. */
async function findOtherwise({ world, on }: Cell, said: object): Promise<void> {
  world.company.target.say(on.exportId, said)
}

const idle = (world: World, { account }: Case) => world.measure(account, 1)

/** The record is another customer's by now; the ticket is still of this one. */
async function giveRecordAway(cell: Cell): Promise<void> {
  const other = await openCase(cell.world.company, { status: 'completed' })
  await change(cell, `account_id = '${other.account}'`)
}

export const guards = {
  'record-foreign': {
    limits: ['by-id'],
    violate: giveRecordAway,
    refusal: /action\.value-not-offered|not among what this account has now/,
  },
  search: {
    limits: ['search'],
    violate: (cell) => findOtherwise(cell, { held_s: 600 }),
    refusal: /action\.guard-refused|It is held back/,
  },
  'search-foreign': {
    limits: ['search'],
    violate: (cell) => findOtherwise(cell, { account_id: 'acc_elsewhere' }),
    refusal: /source\.foreign-row|answered with data of another account/,
  },
  metric: {
    limits: ['metric'],
    prepare: idle,
    violate: async ({ world, on }) => world.measure(on.account, 9),
    refusal: /action\.guard-refused|Too much waits/,
  },
  'metric-foreign': {
    limits: ['metric'],
    prepare: idle,
    violate: async ({ world, on }) => world.measure(on.account, 1, 'acc_elsewhere'),
    refusal: /source\.foreign-row|answered with data of another account/,
  },
  'metric-away': {
    limits: ['metric'],
    prepare: idle,
    async violate({ world }) {
      world.metrics.answerWith({ status: 503, body: 'out of order' })
    },
    refusal: /source\.unavailable|cannot be read now/,
  },
  permission: {
    violate: takePermission,
    refusal: /permission\.missing|needs the permission|tool\.not-given|run_action not found/,
  },
  scope: {
    violate: moveToOtherAccount,
    refusal: /ticket\.account-changed|belongs to another account now/,
  },
  input: {
    violate: async (cell) => void (await change(cell, "account_id = 'acc_elsewhere'")),
    refusal: /action\.value-not-offered|not among what this account has now/,
  },
  guard: {
    violate: async (cell) => void (await change(cell, 'attempts = 9')),
    refusal: /action\.guard-refused|Requeued 5 times already/,
  },
  'stale-preview': {
    violate: async (cell) => void (await change(cell, "requested_by = 'somebody@else.example'")),
    refusal: /action\.preview-stale|preview no longer holds/,
    ofApproval: /action-approval\.stale/,
  },
  cooldown: {
    limits: ['cooldown'],
    violate: (cell) => doOnce(cell, 'here'),
    refusal: /action\.cooling-down|was done once in the last/,
  },
  rate: {
    limits: ['rate'],
    violate: (cell) => doOnce(cell, 'elsewhere'),
    refusal: /action\.rate-limited|At most 1 by all in 1 h: reached/,
  },
  breaker: {
    limits: ['breaker'],
    violate: failElsewhere,
    refusal: /action\.breaker-open|last 1 runs of this action did not work/,
  },
  lock: { violate: occupyAccount, refusal: /action\.locked|is still running on this account/ },
  'unknown-outcome': {
    violate: leaveUnknown,
    refusal: /action\.outcome-unknown|Whether an earlier run of this action happened is unknown/,
  },
  approval: {
    limits: ['two-person'],
    violate: withdraw,
    refusal: /action\.needs-approval|Waits for the approval of a second person/,
    ofApproval: /action-approval\.not-waiting/,
  },
  'kill-switch': {
    async violate({ world, action }) {
      await stopAction(world.app, world.lena, { action, reason: 'Not now' })
    },
    refusal: /action\.stopped|Stopped by Lena: “Not now”/,
  },
  'sender-unproven': {
    limits: ['sender'],
    violate: hearUnproven,
    refusal: /action\.guard-refused|Nobody knows who wrote this/,
  },
  'shut-out': {
    violate: shutOut,
    refusal: /session\.missing|key\.asleep|key sleeps/,
    ofApproval: /action-approval\.requester-gone/,
  },
  'time-over': { violate: runOut, refusal: /session\.missing|key\.expired|key ended/ },
  'owner-demoted': {
    violate: demoteOwner,
    refusal: /permission\.missing|needs the permission|key\.asleep|key sleeps/,
  },
  'record-away': {
    violate: loseRecord,
    refusal: /server\.unexpected|The error is in the log/,
  },
} satisfies Record<string, Guard>

/** Why somebody is no second person for what another asked for. */
export type NoSecond = {
  /** Who approves. */
  by: 'ada' | 'lena' | 'nora'
  /** Happens after it was asked for. */
  violate?(cell: Cell): Promise<Restore>
  refusal: string
}

/** Of a key or an AI agent, who made it: nobody knows, or a key. */
const madeBy =
  (key: (world: World) => string | null) =>
  async ({ world, entry }: Cell): Promise<Restore> => {
    const [table, id] = entry === 'mcp' ? ['ai_agent', world.ai.id] : ['api_key', world.key.id]
    const set = (person: string | null, by: string | null) =>
      world.company.shop.query(
        `update ${table} set created_by = $2, created_by_key = $3 where id = $1`,
        [id, person, by],
      )
    await set(null, key(world))
    return () => set(world.ada.id, null)
  }

export const noSeconds = {
  'self-approval': { by: 'ada', refusal: 'action-approval.own' },
  'let-in-by-asker': { by: 'nora', refusal: 'action-approval.way-in' },
  'maker-unknown': {
    by: 'lena',
    violate: madeBy(() => null),
    refusal: 'action-approval.asker-unknown',
  },
  'chain-of-keys': {
    by: 'lena',
    violate: madeBy(({ lenasKey }) => lenasKey),
    refusal: 'action-approval.own',
  },
} satisfies Record<string, NoSecond>

export type GuardName = keyof typeof guards | keyof typeof noSeconds

const noKey = 'it is the person themselves who comes in: see permission'
const knownMaker = 'a person is known by themselves: nobody made them, as keys are made'
const ofPeople = {
  'owner-demoted': noKey,
  'maker-unknown': knownMaker,
  'chain-of-keys': knownMaker,
}
const waitsAlone = 'a request waits by itself: who asked need not be signed in'

/** Cells that cannot be, and why. */
const decidedBefore =
  'it was asked when the intent was written; an attempt repeats that same call with the same key'
const never: Partial<Record<EntryName, Partial<Record<GuardName, string>>>> = {
  retry: {
    permission: decidedBefore,
    scope: decidedBefore,
    'record-foreign': decidedBefore,
    search: decidedBefore,
    'search-foreign': decidedBefore,
    metric: decidedBefore,
    'metric-foreign': decidedBefore,
    'metric-away': decidedBefore,
    input: decidedBefore,
    guard: decidedBefore,
    'stale-preview': decidedBefore,
    cooldown: decidedBefore,
    rate: decidedBefore,
    breaker: decidedBefore,
    'unknown-outcome': 'the run holds the lock of its account: nobody can begin another beside it',
    lock: 'it is the run that holds the lock',
    approval: decidedBefore,
    'self-approval': decidedBefore,
    'let-in-by-asker': decidedBefore,
    'sender-unproven': decidedBefore,
    'shut-out': decidedBefore,
    'time-over': decidedBefore,
    ...ofPeople,
  },
  undo: {
    'stale-preview': 'nothing is previewed: it is decided on what is read at that moment',
    ...ofPeople,
  },
  button: ofPeople,
  'runbook-step': ofPeople,
  approval: { 'time-over': waitsAlone, ...ofPeople },
  'approval-of-undo': { 'time-over': waitsAlone, ...ofPeople },
}

export function impossible(entry: EntryName, guard: GuardName): string | undefined {
  return never[entry]?.[guard]
}
