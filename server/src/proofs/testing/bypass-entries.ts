import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { ActionPreview } from '@firstline/contract/actions'
import type { ActionApproval } from '@firstline/contract/approvals'
import type { Case } from '#server/actions/testing/factory.ts'
import { run } from '#server/actions/testing/factory.ts'
import { readRun } from '#server/actions/run/read-run.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { refusalOf, use } from '#server/mcp/testing/factory.ts'
import { given, refusalIn } from './bypass-world.ts'
import type { World } from './bypass-world.ts'

type Wish = { on: Case; action: string }
type Meanwhile = () => Promise<void>

/** One way in. Both answer `done`, or the name of the refusal as it was told. */
export type Entry = {
  /** Sees what would happen, then confirms it; in between the world may change. */
  confirm(world: World, wish: Wish, meanwhile: Meanwhile): Promise<string>
  /** Asks for approval. @returns the id of the request */
  ask(world: World, wish: Wish): Promise<string>
  isUndo?: true
  /** What is confirmed is a request that waits for a second person. */
  isApproval?: true
}

const reason = 'The customer asked for it'
const wishOf = ({ on, action }: Wish) => ({ action, input: { export_id: on.exportId } })

/** Whoever talks to the API by themselves: with a session, or with a key. */
function byHttp(
  headersOf: (world: World) => Record<string, string>,
  before: (world: World, on: Case) => Promise<object> = async () => ({}),
): Entry {
  const see = async (world: World, wish: Wish) => {
    const path = `/api/tickets/${wish.on.ticketId}/action-previews`
    const shown = await world.ask(headersOf(world), 'POST', path, wishOf(wish))
    return { token: given<ActionPreview>(shown).token, reason }
  }
  return {
    async confirm(world, wish, meanwhile) {
      const more = await before(world, wish.on)
      const body = { ...(await see(world, wish)), ...more }
      await meanwhile()
      const path = `/api/tickets/${wish.on.ticketId}/action-runs`
      return refusalIn(await world.ask(headersOf(world), 'POST', path, body))
    },
    async ask(world, wish) {
      const body = { ...(await see(world, wish)), ...(await before(world, wish.on)) }
      const path = `/api/tickets/${wish.on.ticketId}/action-approvals`
      return given<ActionApproval>(await world.ask(headersOf(world), 'POST', path, body)).id
    },
  }
}

const adas = ({ sessionOf }: World) => sessionOf.ada

async function followRunbook(world: World, { ticketId }: Case): Promise<object> {
  const path = `/api/tickets/${ticketId}/runbook-runs`
  const body = { runbook: 'export-missing' }
  const followed = given<{ id: string }>(await world.ask(adas(world), 'POST', path, body))
  return { runbookRunId: followed.id }
}

const program = fileURLToPath(new URL('../../../../cli/src/main.ts', import.meta.url))

/** A process of its own, which says in words why it was refused. */
async function command({ address, key }: World, { on, action }: Wish) {
  const args = ['action', 'run', action, '--ticket', on.ticketId, '--yes', '--wait', '0']
  const more = ['--input', `export_id=${on.exportId}`, '--reason', reason]
  const env = { ...process.env, FIRSTLINE_URL: address, FIRSTLINE_KEY: key.key }
  const child = spawn(process.execPath, [program, ...args, ...more], { env })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { stdout, stderr }
}

const cli: Entry = {
  async confirm(world, wish, meanwhile) {
    // the target is asked for a dry run between the guards of the preview and its answer
    world.company.target.meanwhile(wish.on.exportId, meanwhile)
    const { stdout, stderr } = await command(world, wish)
    return /Accepted by the target/.test(stdout) ? 'done' : stderr || stdout
  },
  async ask(world, wish) {
    const { stdout } = await command(world, wish)
    return /^Request (\S+)$/m.exec(stdout)![1]!
  },
}

const mcp: Entry = {
  async confirm({ ai }, wish, meanwhile) {
    const { ticketId } = wish.on
    const shown = await use<ActionPreview>(ai.client, 'preview_action', {
      ticketId,
      ...wishOf(wish),
    })
    await meanwhile()
    const order = { ticketId, token: shown.token, reason }
    return refusalOf(ai.client, 'run_action', order).catch((error: Error) =>
      error.message.includes('was not refused') ? 'done' : error.message,
    )
  },
  async ask({ ai }, wish) {
    const { ticketId } = wish.on
    const shown = await use<ActionPreview>(ai.client, 'preview_action', {
      ticketId,
      ...wishOf(wish),
    })
    const order = { ticketId, token: shown.token, reason }
    return (await use<ActionApproval>(ai.client, 'request_approval', order)).id
  },
}

/** The second attempt of a call whose first one the target did not manage. */
const retry: Entry = {
  ...byHttp(adas),
  async confirm(world, wish, meanwhile) {
    const { target } = world.company
    const answer = await byHttp(adas).confirm(world, wish, async () => {
      target.fail(wish.on.exportId, 'error')
      target.meanwhile(wish.on.exportId, meanwhile)
    })
    const [row] = await world.company.db
      .selectFrom('action_run')
      .select('error_reason')
      .where('action_id', '=', wish.action)
      .execute()
    return row?.error_reason ?? answer
  },
}

/** Something to take back: done, and verified. */
async function doFirst({ company, ada }: World, { on, action }: Wish): Promise<string> {
  const { id } = await run(company, on, `base.${action}`, ada)
  await settleRun(company, { run: id })
  const { state } = await readRun(company, id)
  if (state !== 'verified') throw new Error(`What was to be taken back is ${state}`)
  return id
}

const undo: Entry = {
  isUndo: true,
  async confirm(world, wish, meanwhile) {
    const id = await doFirst(world, wish)
    await meanwhile()
    return refusalIn(
      await world.ask(adas(world), 'POST', `/api/action-runs/${id}/undo`, { reason }),
    )
  },
  async ask(world, wish) {
    const path = `/api/action-runs/${await doFirst(world, wish)}/undo-approvals`
    return given<ActionApproval>(await world.ask(adas(world), 'POST', path, { reason })).id
  },
}

/** Lena approves what Ada asked for. */
function approved(by: Entry): Entry {
  return {
    ...by,
    isApproval: true,
    async confirm(world, wish, meanwhile) {
      const id = await by.ask(world, wish)
      await meanwhile()
      return refusalIn(await approve(world, world.sessionOf.lena, id))
    },
  }
}

export function approve(world: World, headers: Record<string, string>, id: string) {
  return world.ask(headers, 'POST', `/api/action-approvals/${id}/approval`, {})
}

export const entries = {
  button: byHttp(adas),
  'runbook-step': byHttp(adas, followRunbook),
  'rest-key': byHttp(({ key }) => key.headers),
  cli,
  mcp,
  retry,
  undo,
  approval: approved(byHttp(adas)),
  'approval-of-undo': approved(undo),
} satisfies Record<string, Entry>

export type EntryName = keyof typeof entries
