import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { approveAction } from '#server/actions/approvals/approve-action.ts'
import { confirmAction } from '#server/actions/run/confirm-action.ts'
import { readRun, readRunsOfTicket } from '#server/actions/run/read-run.ts'
import { settleJob } from '#server/actions/run/settle-job.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { undoActionRun } from '#server/actions/run/undo-action-run.ts'
import { verifyActionRun } from '#server/actions/run/verify-action-run.ts'
import { minutes } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { fetchMailboxes } from '#server/channels/imap/fetch-mailboxes.ts'
import { imapServer } from '#server/channels/testing/imap-server.ts'
import type { ImapServer } from '#server/channels/testing/imap-server.ts'
import { mailOf, mailsOf } from '#server/channels/testing/mailboxes.ts'
import { createIncidentUpdate } from '#server/tickets/incidents/create-incident-update.ts'
import { linkTickets } from '#server/tickets/incidents/link-tickets.ts'
import { sendIncidentUpdate } from '#server/tickets/incidents/send-incident-update.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { someIncident } from '#server/tickets/testing/factory.ts'
import { beginChain, createCrashDesk, prepare } from './testing/crash-deeds.ts'
import type { Prepared } from './testing/crash-deeds.ts'
import { coverage, reasons } from './testing/crash-coverage.ts'
import { crashes, points } from './testing/crash-points.ts'
import type { Deed, Doom, Kind, Point } from './testing/crash-points.ts'
import { noteOnce } from './testing/note-once.ts'
import { until } from '#server/testing/eventually.ts'

/** A few points once each; `npm run fuzz crash` sets it, and looks at all of them that often. */
const rounds = Number(process.env.PROOF_ROUNDS ?? 0)

const desk = await createCrashDesk()
const script = fileURLToPath(new URL('testing/doomed.ts', import.meta.url))

/** Another process does it and is killed. */
async function die({ on, deed }: Pick<Prepared, 'on' | 'deed'>, point: Point): Promise<void> {
  const doom: Doom = {
    place: desk.place,
    now: desk.clock.now().toISOString(),
    deed,
    end: points[point],
  }
  const child = spawn(process.execPath, [script, JSON.stringify(doom)], { stdio: 'inherit' })
  const exit = once(child, 'exit')
  const kill = async () => void child.kill('SIGKILL')
  const { target } = desk
  if (point === 'being called') target.meanwhile(on.exportId, kill)
  if (point === 'between two attempts') {
    target.fail(on.exportId, 'error after doing it', 'error')
    target.meanwhile(on.exportId, async () => target.meanwhile(on.exportId, kill))
  }
  expect(await exit).toEqual([null, 'SIGKILL'])
  // a commit it had sent may still be under way
  await until(async () => !(await hasTransaction()))
}

async function hasTransaction(): Promise<boolean> {
  const { rows } = await desk.shop.query(
    `select 1 from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend' and state <> 'idle'`,
  )
  return rows.length > 0
}

/** What the next process makes of it: the job at the deadline, later a person. */
async function settle(run: string): Promise<string> {
  desk.clock.advance(120_000)
  await settleRun(desk, { run })
  await settleRun(desk, { run })
  desk.clock.advance(120_000)
  const state = await stateOf(run)
  return state === 'unknown' ? (await verifyActionRun(desk, desk.ada, { runId: run })).state : state
}

async function stateOf(run: string): Promise<string> {
  const rows = desk.db.selectFrom('action_run').select('state').where('id', '=', run)
  return (await rows.executeTakeFirstOrThrow()).state
}

/** Whoever did not see what became of it does the same once more. */
async function repeat(deed: Deed): Promise<unknown> {
  const reason = 'Did it work?'
  if ('token' in deed) return confirmAction(desk, deed.by, { ...deed, reason })
  if ('undoes' in deed) return undoActionRun(desk, deed.by, { runId: deed.undoes, reason })
  if ('approvalId' in deed) return approveAction(desk, deed.by, deed)
  if ('note' in deed) return noteOnce(desk, deed)
  if ('update' in deed) return sendIncidentUpdate(desk, deed)
  return settleRun(desk, { run: deed.settles })
}

/** Somebody will look at it: the job was enqueued with the intent. */
async function hasJob(run: string): Promise<boolean> {
  const { rows } = await desk.shop.query('select 1 from graphile_worker.jobs where key = $1', [
    settleJob(run, desk.clock.now()).key,
  ])
  return rows.length === 1
}

/** Nothing reached the target that the record does not have. */
async function expectOnRecord({ on }: Prepared): Promise<void> {
  const keys = new Set(desk.target.calls(on.exportId).map(({ key }) => key))
  const intents = await desk.db
    .selectFrom('event')
    .select('data')
    .where('ticket_id', '=', on.ticketId)
    .where('name', '=', 'action.intended')
    .execute()
  const recorded = JSON.stringify(intents)
  const runs = (await readRunsOfTicket(desk, on.ticketId)).map(({ id }) => id)
  for (const key of keys) {
    expect(runs).toContain(key)
    expect(recorded).toContain(key)
  }
}

const counts = { killed: 0, sound: 0, neverBegun: 0, verified: 0, failed: 0 }

async function crash(kind: Kind, point: Point): Promise<void> {
  desk.clock.advance(11 * minutes) // cooldowns and rates are not what is tested here
  const prepared = await prepare[kind](desk)
  const { on, deed, effects, approvalId } = prepared
  const before = new Set((await readRunsOfTicket(desk, on.ticketId)).map(({ id }) => id))
  if ('settles' in deed) before.delete(deed.settles)
  await die(prepared, point)
  counts.killed++
  const begun = (await readRunsOfTicket(desk, on.ticketId)).filter(({ id }) => !before.has(id))
  expect(begun.length).toBeLessThanOrEqual(1)
  const run = begun[0]
  if (approvalId) {
    const approvals = desk.db.selectFrom('action_approval').select('state')
    const { state } = await approvals.where('id', '=', approvalId).executeTakeFirstOrThrow()
    expect(state).toBe(run ? 'approved' : 'waiting')
  }
  if (!run) {
    expect(await effects()).toBe(0)
    counts.neverBegun++
    await repeat(deed)
    expect(await effects()).toBe(1)
    return expectOnRecord(prepared)
  }
  const isOpen = ['intended', 'verifying', 'unknown'].includes(run.state)
  if (isOpen) {
    expect(await hasJob(run.id)).toBe(true)
    if (!('settles' in deed)) await expect(repeat(deed)).rejects.toBeInstanceOf(Refusal)
  }
  // the request may still be at work when the process is gone
  if (point === 'being called') await until(async () => (await effects()) === 1)
  const done = await effects()
  const state = await settle(run.id)
  expect({ point, done, state }).toEqual({ point, done, state: done === 1 ? 'verified' : 'failed' })
  expect(await effects()).toBe(done)
  counts[done === 1 ? 'verified' : 'failed']++
  await expectOnRecord(prepared)
}

test('whatever changes something is killed here, or has a reason why that is not tried', () => {
  const all = Object.values(coverage)
  const killed = new Set<string>(all.flatMap((each) => (typeof each === 'string' ? [] : each)))
  const reasoned = new Set<string>(all.filter((each) => typeof each === 'string'))
  expect(killed).toEqual(new Set(Object.keys(crashes)))
  expect(reasoned).toEqual(new Set(Object.keys(reasons)))
})

for (const kind of Object.keys(crashes) as Kind[]) {
  describe(`killed in ${kind}`, () => {
    const chosen: readonly Point[] = crashes[kind][rounds > 0 ? 'all' : 'few']
    test.each(chosen)(
      '%s: done at most once, and what was done is on record',
      { timeout: Math.max(5, rounds) * 60_000 },
      async (point) => {
        for (let round = 0; round < Math.max(1, rounds); round++) {
          await crash(kind, point)
          counts.sound++
        }
        if (rounds > 0) process.stdout.write(`  ${kind}, ${point}: ${rounds} times\n`)
        expect(counts.sound).toBeGreaterThan(0)
      },
    )
  })
}

const keyed = {
  'before the intent': ['done now'],
  'intent not committed': ['done now'],
  'intent being committed': ['done now', 'answered before'],
  recorded: ['answered before'],
} satisfies Partial<Record<Point, string[]>>

describe('killed in a write with a key', () => {
  test.each(Object.entries(keyed))('%s: asked again, it is there once', async (point, outcomes) => {
    const { on } = await prepare.run(desk)
    const deed = { by: desk.ada, ticketId: on.ticketId, note: 'Looked at it', key: point }
    await die({ on, deed }, point as Point)
    expect(outcomes).toContain(await repeat(deed))
    const { rows } = await desk.shop.query(
      `select text from message where ticket_id = $1 and kind = 'note'`,
      [on.ticketId],
    )
    expect(rows).toEqual([{ text: 'Looked at it' }])
  })
})

describe('killed in an update of an incident', () => {
  test.each([
    'before the intent',
    'intent not committed',
    'intent being committed',
    'second part not committed',
    'second part being committed',
    'all written, not let go',
    'all being let go',
    'settled',
  ] as const)('%s: each ticket is answered once, and each reply leaves once', async (point) => {
    const { on } = await prepare.run(desk)
    const incidentId = await someIncident(desk)
    const ticketIds = await Promise.all(
      ['Dana', 'Carl', 'Nora'].map(async (contactName) => {
        const contactEmail = `${crypto.randomUUID()}@shop.example`
        const wish = { subject: 'Late', text: 'Where is it?', contactEmail, contactName }
        return (await createTicket(desk, desk.ada, wish)).id
      }),
    )
    await linkTickets(desk, desk.ada, { incidentId, ticketIds })
    const seen = '999999999999'
    const wish = { incidentId, text: 'It works again, {first_name}' }
    const tickets = ticketIds.map((ticketId) => ({ ticketId, seen }))
    const { id: update } = await createIncidentUpdate(desk, desk.ada, { ...wish, tickets })
    await die({ on, deed: { update } }, point)
    await repeat({ update })
    await repeat({ update })
    const { rows } = await desk.shop.query(
      `select message.text, message.leaves_at is not null as held,
         (select count(*)::int from graphile_worker.jobs where key = 'send_reply:' || message.id) as jobs
       from message where kind = 'reply' and ticket_id = any($1::uuid[]) order by text`,
      [ticketIds],
    )
    const answer = (name: string) => ({ text: `It works again, ${name}`, held: true, jobs: 1 })
    expect(rows).toEqual(['Carl', 'Dana', 'Nora'].map(answer))
  })
})

describe('killed while mail is fetched', () => {
  const subjects = ['One', 'Two', 'Three']

  test.each([
    'intent not committed',
    'second part not committed',
    'second part being committed',
    'being moved',
    'moved',
  ] as const)('%s: each mail is stored once, moved, and read once', async (point) => {
    const server = await imapServer()
    const user = crypto.randomUUID()
    desk.place.env.MAIL_PASSWORD = server.state.password
    const declared = `mailboxes:
  - name: Support
    address: support@acme.example
    imap: { host: localhost, port: ${server.port}, ca: file:${server.ca}, user: ${user}, password: env:MAIL_PASSWORD }
`
    const file = join(desk.place.folder, 'firstline.yaml')
    const before = await readFile(file, 'utf8')
    await desk.write('firstline.yaml', `${before}\n${declared}`)
    for (const subject of subjects) server.deliver(mailOf(subject))
    await dieFetching(server, point)
    // nobody waits here until the dead one has been silent for long enough
    await desk.shop.query('update mailbox set held_until = clock_timestamp()')
    const running = fetchMailboxes(desk, { env: desk.place.env })
    await until(() => server.inFolder('INBOX').length === 0)
    await running.stop()
    await desk.write('firstline.yaml', before)
    server.stop()
    const stored = await mailsOf(desk, user)
    const found = stored.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw.toString())?.[1])
    expect(found).toEqual(subjects)
    expect(server.inFolder('Firstline')).toHaveLength(3)
    const { rows } = await desk.shop.query(
      'select count(*)::int as jobs from graphile_worker.jobs where key = any($1)',
      [stored.map(({ id }) => `read_mail:${id}`)],
    )
    expect(rows).toEqual([{ jobs: 3 }])
  })

  /** In the desk's transactions, or when the mail server is told to move what is stored. */
  async function dieFetching(server: ImapServer, point: Point | 'being moved' | 'moved') {
    const isAtServer = point === 'being moved' || point === 'moved'
    const end = isAtServer ? null : points[point]
    const now = desk.clock.now().toISOString()
    const doom: Doom = { place: desk.place, now, deed: { fetches: 'mailboxes' }, end }
    const child = spawn(process.execPath, [script, JSON.stringify(doom)], { stdio: 'inherit' })
    const exit = once(child, 'exit')
    server.state.before = (command) => {
      if (!isAtServer || !command.startsWith('UID MOVE')) return null
      child.kill('SIGKILL')
      return point === 'moved' ? null : 'silence'
    }
    expect(await exit).toEqual([null, 'SIGKILL'])
    server.state.before = () => null
    await until(async () => !(await hasTransaction()))
  }
})

/** What every worker does from now on, and a person where nothing else is left. */
async function settleChain({ ticketId }: Prepared['on'], runId: string): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    for (let again = 0; again < 6; again++) {
      const runs = await readRunsOfTicket(desk, ticketId)
      for (const { id } of runs) await settleRun(desk, { run: id })
    }
    const state = await stateOf(runId)
    if (state === 'verified' || state === 'failed') return
    desk.clock.advance(61_000)
    const open = (await readRunsOfTicket(desk, ticketId)).filter((run) => run.state === 'unknown')
    const called = open.filter(({ isGoingBack }) => !isGoingBack)
    for (const { id } of called) await verifyActionRun(desk, desk.ada, { runId: id })
    // half of it is done, and its way back was cut off: it is taken up again by hand
    const isHalfDone = called.length === 0 && open.some(({ id }) => id === runId)
    if (isHalfDone) await undoActionRun(desk, desk.ada, { runId, reason: 'Go on' })
  }
}

async function exportsOf(ids: readonly string[]): Promise<string[]> {
  const { rows } = await desk.shop.query(
    `select status || ' after ' || attempts - 1 as said from shop.export where id = any($1) order by id`,
    [ids],
  )
  return rows.map(({ said }) => said as string)
}

describe('killed in a chain', () => {
  const chosen = rounds > 0 ? crashes.run.all : crashes.run.few

  async function crashChain(point: Point, isRefused: boolean): Promise<void> {
    desk.clock.advance(11 * minutes)
    const prepared = await beginChain(desk, { isRefused })
    const { on, runId, ids } = prepared
    await die(prepared, point)
    counts.killed++
    if (point === 'being called') await until(async () => (await prepared.effects()) === 1)
    await settleChain(on, runId)
    const state = await stateOf(runId)
    const [first = '', ...later] = await exportsOf(ids)
    if (state === 'verified') {
      expect([first, ...later]).toEqual(ids.map(() => 'queued after 1'))
      counts.verified++
    } else {
      // nothing of it is left, and nothing was done or taken back twice
      expect({ point, state, first }).toEqual({
        point,
        state: 'failed',
        first: 'cancelled after 2',
      })
      for (const said of later) expect(['failed after 0', 'cancelled after 2']).toContain(said)
      counts.failed++
    }
    const steps = (await readRun(desk, runId)).steps ?? []
    const runs = await readRunsOfTicket(desk, on.ticketId)
    const keys = [...runs.map(({ id }) => id), ...steps.map((_, i) => `${runId}-${i + 1}`)]
    for (const id of ids) for (const { key } of desk.target.calls(id)) expect(keys).toContain(key)
    counts.sound++
  }

  test.each(chosen)(
    'going on, %s: each step is done at most once, and all of them or none are left',
    { timeout: Math.max(5, rounds) * 60_000 },
    async (point) => {
      for (let round = 0; round < Math.max(1, rounds); round++) await crashChain(point, false)
      expect(counts.sound).toBeGreaterThan(0)
    },
  )

  test.each(chosen)(
    'going back, %s: each step is taken back at most once',
    { timeout: Math.max(5, rounds) * 60_000 },
    async (point) => {
      for (let round = 0; round < Math.max(1, rounds); round++) await crashChain(point, true)
      expect(counts.sound).toBeGreaterThan(0)
    },
  )
})

afterAll(() => {
  const { killed, sound, neverBegun, verified, failed } = counts
  process.stdout.write(
    `Crash: of ${killed} processes killed, ${sound} left nothing done twice, lost or without a record: ${neverBegun} before anything was on record, ${verified} that had done it (verified), ${failed} that had not (failed)\n`,
  )
})
