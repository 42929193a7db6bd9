import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { postmasterOf } from '#server/database/postgres/postmaster.ts'
import type { Random } from './customers-calls.ts'
import type { SmallDisk } from './outage-disk.ts'
import type { DeskNode } from './outage-nodes.ts'
import type { FaultyNetwork } from '#server/testing/faulty-network.ts'

export type Breakable = {
  /** Of the cluster, whose postmaster is killed; who uses it starts it again. */
  dataFolder: string
  network: FaultyNetwork
  disk: SmallDisk | null
  webs: readonly DeskNode[]
  workers: readonly DeskNode[]
  random: Random
  findings: string[]
  /** How long what goes on for a while goes on: 5 to 20 seconds, or as long as this. */
  lastsMs?: number
}

/** Each ends with everything whole again; what the desk makes of it is another matter. */
export const faults = {
  async 'PostgreSQL told to end at once'(world) {
    await killPostmaster(world, 'SIGQUIT')
  },
  async 'PostgreSQL killed'(world) {
    await killPostmaster(world, 'SIGKILL')
  },
  async 'connections cut'({ network }) {
    network.cut()
  },
  async 'connections hang'(world) {
    world.network.hang()
    await forAWhile(world)
    world.network.resume()
  },
  async 'connections forgotten'({ network }) {
    network.forget()
  },
  async 'disk full'(world) {
    if (!world.disk) return
    world.disk.fill()
    await forAWhile(world)
    await saysSo(world)
    world.disk.free()
  },
  async 'web node killed'({ webs, random }) {
    random.pick(webs).kill()
  },
  async 'worker node killed'({ workers, random }) {
    random.pick(workers).kill()
  },
  // the last of the short form: what is killed after it would be whole again by that
  async 'job library hangs'({ workers, random, findings }) {
    const worker = random.pick(workers)
    await untilReady(worker)
    const before = goingsOn(worker)
    worker.hang()
    for (let tries = 0; goingsOn(worker) === before; tries++) {
      if (tries === 600) return void findings.push(`${worker.name} did not see that it hangs`)
      await wait(200)
    }
  },
} satisfies Record<string, (world: Breakable) => Promise<void>>

export type Fault = keyof typeof faults

export function faultsOf({ disk }: Breakable): Fault[] {
  const all = Object.keys(faults) as Fault[]
  return all.filter((fault) => fault !== 'disk full' || disk !== null)
}

/** How often it, or one before it, began to run jobs again. */
function goingsOn({ log }: DeskNode): number {
  return readFileSync(log, 'utf8').split('jobs are run again').length
}

async function untilReady({ url, name }: DeskNode): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await wait(200)
  }
  throw new Error(`${name} does not become ready`)
}

/** It is away for a while, unless it comes back at once. */
async function killPostmaster(world: Breakable, signal: NodeJS.Signals): Promise<void> {
  const { dataFolder, network, random } = world
  const isLong = random.below(2) === 0
  if (isLong) await network.shut()
  const pid = postmasterOf(dataFolder)
  if (pid !== null) process.kill(pid, signal)
  if (isLong) await forAWhile(world)
  await network.open()
}

/** No node that answers calls itself ready on a full disk; one that was killed is not there to say it. */
async function saysSo({ webs, workers, findings }: Breakable): Promise<void> {
  for (const { name, url } of [...webs, ...workers]) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) findings.push(`${name} says it is ready while the disk is full`)
  }
}

async function forAWhile({ random, lastsMs }: Breakable): Promise<void> {
  await wait(lastsMs ?? 5_000 + random.below(15_000))
}
