import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { emptyDatabase } from '#server/testing/desk.ts'
import { randomOf } from './testing/customers-calls.ts'
import { sendMails, workOnTickets } from './testing/outage-clients.ts'
import { faults, faultsOf } from './testing/outage-faults.ts'
import type { Breakable, Fault } from './testing/outage-faults.ts'
import { judge } from './testing/outage-judge.ts'
import type { Counts } from './testing/outage-judge.ts'
import type { DeskNode } from './testing/outage-nodes.ts'
import { createLedger } from './testing/outage-ledger.ts'
import { createOutageWorld } from './testing/outage-world.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import type { OutageWorld } from './testing/outage-world.ts'

/**
 * Each fault once, at one node of each role, with a few operations between; `npm run fuzz outages` sets
 * it, and goes on with two of each for that many.
 */
const operations = Number(process.env.PROOF_OPERATIONS ?? 0)
const seed = Number(process.env.PROOF_SEED ?? 1)
const isLong = operations > 0
const betweenFaults = 15
const mostWaiting = 100

test(
  'whatever dies, what was acknowledged is there once, and the desk goes on by itself',
  { timeout: isLong ? 12 * 3600_000 : 900_000 },
  async () => {
    const world = await createOutageWorld(await emptyDatabase(), isLong ? 2 : 1)
    try {
      const { findings, happened, counts } = await live(world)
      say(happened, counts)
      expect(findings.slice(0, 30)).toEqual([])
      expect(counts.acknowledged.mail).toBeGreaterThan(0)
    } finally {
      await world.stop()
    }
  },
)

async function live(world: OutageWorld) {
  const { webs, workers, company } = world
  const random = randomOf(seed)
  const ledger = createLedger()
  let isOver = false
  const nodes = [...webs, ...workers]
  const queue = watchQueue(world)
  const surroundings = { webs, company, ledger, random, isOver: () => isOver, isBusy: queue.isBusy }
  await eventually(() => areUp(nodes))
  const headers = [...(await world.signIn()), world.key]
  const clients = [
    ...['one', 'two', 'three'].map((name) => sendMails(surroundings, name)),
    ...headers.flatMap((each) => [each, each]).map((each) => workOnTickets(surroundings, each)),
  ]
  const breakable: Breakable = {
    ...world,
    random: randomOf(seed + 1),
    findings: ledger.findings,
    ...(isLong ? {} : { lastsMs: 1_500 }),
  }
  const happened = await (isLong ? breakOften : breakEachOnce)(breakable, () =>
    ledger.acknowledged(),
  )
  isOver = true
  queue.stop()
  await Promise.all(clients)
  const judged = await judge({ ...world, nodes, ledger, headers: world.key })
  return { ...judged, happened, counts: { ...judged.counts, refused: ledger.refused } }
}

/** Asked past the network that fails; while the database is away, as it was last. */
function watchQueue({ database }: OutageWorld): { isBusy(): boolean; stop(): void } {
  let waiting = 0
  const look = async () => {
    const { rows } = await database.query<{ count: number }>(
      'select count(*)::int as count from graphile_worker._private_jobs where run_at <= now()',
    )
    waiting = rows[0]!.count
  }
  const timer = setInterval(() => void look().catch(() => undefined), 500)
  return { isBusy: () => waiting > mostWaiting, stop: () => clearInterval(timer) }
}

async function areUp(nodes: readonly DeskNode[]): Promise<void> {
  for (const { url } of nodes) {
    const statuses = ['healthz', 'readyz', 'metrics'].map(async (path) => {
      const { status } = await fetch(`${url}/${path}`)
      return status
    })
    // nobody has shown a key to the figures
    expect(await Promise.all(statuses)).toEqual([200, 200, 401])
  }
}

type Happened = Map<Fault, number>

/** Every 5 to 40 seconds something else, each as often as any other, until enough was done. */
async function breakOften(world: Breakable, acknowledged: () => number): Promise<Happened> {
  const happened: Happened = new Map()
  let left: Fault[] = []
  while (acknowledged() < operations) {
    await wait(5_000 + world.random.below(35_000))
    if (left.length === 0) left = faultsOf(world)
    const fault = world.random.pick(left)
    left = left.filter((each) => each !== fault)
    const at = new Date().toISOString().slice(11, 19)
    process.stdout.write(`  ${at} ${fault}; ${acknowledged()} operations acknowledged\n`)
    await faults[fault](world)
    happened.set(fault, (happened.get(fault) ?? 0) + 1)
  }
  return happened
}

async function breakEachOnce(world: Breakable, acknowledged: () => number): Promise<Happened> {
  const happened: Happened = new Map()
  for (const fault of faultsOf(world)) {
    const before = acknowledged()
    await until(() => acknowledged() >= before + betweenFaults)
    await faults[fault](world)
    happened.set(fault, 1)
  }
  return happened
}

function say(
  happened: Happened,
  { refused, ...counts }: Counts & { refused: Map<string, number> },
): void {
  const lines = [
    `Outages, seed ${seed}: ${JSON.stringify(Object.fromEntries(happened))}`,
    `  ${JSON.stringify(counts)}`,
    `  refused: ${JSON.stringify(Object.fromEntries(refused))}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
