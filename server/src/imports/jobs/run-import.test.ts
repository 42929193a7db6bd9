import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { previewImport } from './preview-import.ts'
import { getImport, listImports, rejectsPath } from './queries.ts'
import {
  recountHistory,
  setAsideHistory,
  takeBackHistory,
} from '#server/imports/record/set-aside-history.ts'
import { lockOrigin } from '#server/imports/record/import-run.ts'
import { withClient } from '#server/database/open-client.ts'
import { forgetUploads, runImport } from './run-import.ts'
import { seal, unseal } from './secret-box.ts'
import { importFolder } from './upload-history.ts'
import { resumeImport, startImport, stopImport } from './start-import.ts'
import { eventLog } from '#server/imports/testing/factory.ts'
import { desks } from '#server/imports/vendors/testing/desks.ts'
import { startStandIn } from '#server/imports/vendors/testing/stand-in.ts'
import { addPerson } from '#server/team/add-person.ts'
import { createApp } from '#server/create-app.ts'
import { readConfig } from '#server/core/config.ts'
import { textOf } from '#server/core/sentence.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const home = mkdtempSync(join(tmpdir(), 'firstline-import-'))
const { url } = await createTestDesk()
const zendesk = desks.find(({ reader }) => reader.name === 'zendesk')!
const standIn = await startStandIn(
  zendesk.authorization,
  zendesk.route(() => ''),
)
const app = await createApp(
  readConfig({
    LOG_LEVEL: 'silent',
    FIRSTLINE_HOME: home,
    FIRSTLINE_SECRET: 's'.repeat(40),
    IMPORT_FROM: standIn.url,
  }),
  url,
)
afterAll(async () => {
  await app.close()
  await standIn.stop()
  rmSync(home, { recursive: true, force: true })
})
const { id } = await addPerson(app, system('test'), {
  name: 'Lena',
  email: 'lena@desk.example',
  password: 'correct-horse-12',
  role: 'lead',
  line: 'L1',
})
const lead: Actor = { kind: 'person', id, name: 'Lena', role: 'lead', line: 'L1' }
let files = 0

async function someUpload(content: string): Promise<string> {
  const path = join(home, `upload-${++files}`)
  writeFileSync(path, content)
  const row = { file_name: 'log.csv', bytes: content.length, path, uploaded_by: id }
  const uploaded = await app.db
    .insertInto('import_upload')
    .values({ ...row, uploaded_at: app.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return uploaded.id
}

const someCases = (mark: string) => [
  `${mark}-1,2026-02-01 10:00,New,Desk,a`,
  `${mark}-1,2026-02-01 11:00,Resolved,Desk,a`,
  `${mark}-2,2026-02-01 10:00,New,Desk,a`,
  `${mark}-2,2026-02-01 11:00,Resolved,Platform,a`,
]

async function factsOf(origin: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ticket_fact where origin = ${origin}`.execute(app.db)
  return rows[0]!.count
}

describe('an import that the desk runs', () => {
  test('goes from the file to the figures, keeps what was refused, and no copy of the file', async () => {
    const upload = await someUpload(eventLog(...someCases('a'), '=3,never,New,Desk,a'))
    const { id: job, origin } = await startImport(app, lead, { name: 'a', uploads: [upload] })
    await runImport(app, { import: job! })
    const done = await getImport(app, lead, { importId: job! })
    expect(done).toMatchObject({
      state: 'done',
      source: 'log.csv',
      hasRejects: true,
      report: {
        cases: 2,
        rows: { read: 5, refused: 1 },
        from: expect.stringContaining('2026-02-01'),
      },
    })
    expect(await factsOf(origin)).toBe(2)
    expect(readFileSync(rejectsPath(app, job!), 'utf8')).toContain(`"'=3,never,New,Desk,a"`)
    expect(readdirSync(home).filter((name) => name.startsWith('upload'))).toEqual([])
    await runImport(app, { import: job! }) // the worker may bring it twice
    expect(await factsOf(origin)).toBe(2)
  })

  test('what cannot be understood fails with its reason, and waits', async () => {
    const upload = await someUpload('ticket,time,status\n1,2026-02-01,Resolved\n')
    const { id: job } = await startImport(app, lead, { name: 'b', uploads: [upload] })
    await runImport(app, { import: job! })
    const failed = await getImport(app, lead, { importId: job! })
    expect(failed).toMatchObject({ state: 'failed', failure: { reason: 'import.lines-unknown' } })
    const again = await resumeImport(app, lead, { importId: job! })
    expect(again).toMatchObject({ state: 'waiting', failure: null })
  })

  test('one that is stopped before it begins does nothing, and goes on when asked', async () => {
    const upload = await someUpload(eventLog(...someCases('c')))
    const { id: job, origin } = await startImport(app, lead, { name: 'c', uploads: [upload] })
    await expect(startImport(app, lead, { name: 'c', uploads: [upload] })).rejects.toMatchObject({
      reason: 'import.running',
    })
    await stopImport(app, lead, { importId: job! })
    await runImport(app, { import: job! })
    expect(await getImport(app, lead, { importId: job! })).toMatchObject({ state: 'stopped' })
    await resumeImport(app, lead, { importId: job! })
    await runImport(app, { import: job! })
    expect(await factsOf(origin)).toBe(2)
  })

  test('a database that is away for its connection is no fault of the history, which goes on', async () => {
    const upload = await someUpload(eventLog(...someCases('e')))
    const { id: job, origin } = await startImport(app, lead, { name: 'e', uploads: [upload] })
    const away = { ...app, url: 'postgresql://nobody@localhost/none?host=/nowhere' }
    await expect(runImport(away, { import: job! })).rejects.toThrow('The database cannot be used')
    expect(await getImport(app, lead, { importId: job! })).toMatchObject({ state: 'running' })
    await runImport(app, { import: job! })
    expect(await factsOf(origin)).toBe(2)
  })

  test('one that was cut off waits for what PostgreSQL still holds for it; a new one is refused', async () => {
    const upload = await someUpload(eventLog(...someCases('f')))
    const { id: job, origin } = await startImport(app, lead, { name: 'f', uploads: [upload] })
    await withClient(url, 'firstline test', async (client) => {
      await lockOrigin(client, origin)
      await sql`update import_job set state = 'running' where id = ${job}`.execute(app.db)
      await expect(runImport(app, { import: job! })).rejects.toMatchObject({
        reason: 'import.running',
      })
      await sql`update import_job set state = 'waiting' where id = ${job}`.execute(app.db)
      await runImport(app, { import: job! })
    })
    const refused = await getImport(app, lead, { importId: job! })
    expect(refused).toMatchObject({ state: 'failed', failure: { reason: 'import.running' } })
    await resumeImport(app, lead, { importId: job! })
    await runImport(app, { import: job! })
    expect(await factsOf(origin)).toBe(2)
  })

  test('set aside it counts no more, though its events stay; taken back it counts again', async () => {
    const origin = 'import:a'
    await setAsideHistory(app, lead, { origin, reason: 'the wrong team list' })
    await recountHistory(app, { origin })
    expect(await factsOf(origin)).toBe(0)
    const { rows } = await sql`select from event where origin = ${origin}`.execute(app.db)
    expect(rows.length).toBeGreaterThan(3)
    const { items } = await listImports(app, lead, {})
    expect(items.find((item) => item.origin === origin)?.setAside?.reason).toBe(
      'the wrong team list',
    )
    await expect(setAsideHistory(app, lead, { origin, reason: 'x' })).rejects.toMatchObject({
      reason: 'import.set-aside',
    })
    await takeBackHistory(app, lead, { origin })
    await recountHistory(app, { origin })
    expect(await factsOf(origin)).toBe(2)
  })

  test('a file that nobody imported is gone after a week', async () => {
    await someUpload('left')
    await sql`update import_upload set uploaded_at = now() - interval '8 days'
      where bytes = 4`.execute(app.db)
    await forgetUploads(app)
    expect(readdirSync(home)).not.toContain(`upload-${files}`)
  })

  test('what was killed between a file and its row is gone an hour later, and nothing else', async () => {
    const folder = importFolder(app)
    mkdirSync(folder, { recursive: true })
    const now = app.clock.now().getTime()
    const left = (name: string, agoMs: number) => {
      writeFileSync(join(folder, name), 'left')
      utimesSync(join(folder, name), (now - agoMs) / 1000, (now - agoMs) / 1000)
    }
    left('upload-stray', 3_700_000)
    left('upload-arriving', 60_000)
    left('upload-known', 3_700_000)
    left('import-a.parts', 3_700_000)
    const known = { file_name: 'k.csv', bytes: 4, path: join(folder, 'upload-known') }
    await app.db
      .insertInto('import_upload')
      .values({ ...known, uploaded_by: id, uploaded_at: app.clock.now() })
      .execute()
    await forgetUploads(app)
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['import-a.parts', 'upload-arriving', 'upload-known']),
    )
    expect(readdirSync(folder)).not.toContain('upload-stray')
  })

  test('a file whose import was done when its process was killed is gone with its row', async () => {
    const upload = await someUpload(eventLog(...someCases('d')))
    const path = join(home, `upload-${files}`)
    const { id: job } = await startImport(app, lead, { name: 'd', uploads: [upload] })
    await forgetUploads(app)
    expect(readdirSync(home)).toContain(`upload-${files}`)
    await sql`update import_job set state = 'done', finished_at = now() where id = ${job}`.execute(
      app.db,
    )
    await forgetUploads(app)
    expect(existsSync(path)).toBe(false)
  })
})

describe('the interface of another desk', () => {
  test.each([
    'http://desk.example.com',
    'https://localhost',
    'https://10.0.0.1',
    'https://db.internal',
  ])('is not called at %s from the browser', async (address) => {
    const api = { vendor: 'zendesk', url: address, key: 'k' }
    await expect(startImport(app, lead, { name: 'd', api })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('is fetched, seen by a person, and then brought in as that person says', async () => {
    const api = { vendor: 'zendesk', url: standIn.url, key: zendesk.key, since: '2026-03-01' }
    const wrong = await startImport(app, lead, { name: 'zendesk', api: { ...api, key: 'a:b' } })
    await runImport(app, { import: wrong.id! })
    expect(await getImport(app, lead, { importId: wrong.id! })).toMatchObject({
      state: 'failed',
      canChoose: false,
      failure: { reason: 'vendor.key-refused' },
    })
    const { id: job } = await startImport(app, lead, { name: 'zendesk', api })
    await runImport(app, { import: job! })
    const fetched = await getImport(app, lead, { importId: job! })
    expect(fetched).toMatchObject({ state: 'stopped', canChoose: true, report: null })
    const { items } = await listImports(app, lead, {})
    expect(items.map(({ id }) => id)).not.toContain(wrong.id) // asked again, it was given up
    const keys = await sql`select from import_job where api ? 'sealedKey' and id = ${job}`.execute(
      app.db,
    )
    expect(keys.rows).toEqual([])
    const { understood } = await previewImport(app, lead, { importId: job! })
    const [team] = understood!.teams
    const choice = { l1: [team!.name] }
    await resumeImport(app, lead, { importId: job!, choice })
    await runImport(app, { import: job! })
    const done = await getImport(app, lead, { importId: job! })
    expect(done).toMatchObject({ state: 'done', canChoose: false, choice })
    await expect(resumeImport(app, lead, { importId: job!, choice })).rejects.toMatchObject({
      reason: 'import.begun',
    })

    // what is new since needs no second look: it is read as before
    const { id: again } = await startImport(app, lead, { name: 'zendesk', api })
    await runImport(app, { import: again! })
    expect(await getImport(app, lead, { importId: again! })).toMatchObject({
      state: 'done',
      choice,
    })
  })

  test('has its key kept so that the database alone does not tell it', async () => {
    const api = { vendor: 'zendesk', url: 'https://acme.zendesk.com', key: 'very-secret' }
    const { id: job } = await startImport(app, lead, { name: 'e', api })
    const { rows } = await sql<{ api: object }>`
      select api from import_job where id = ${job}`.execute(app.db)
    expect(JSON.stringify(rows)).not.toContain('very-secret')
    expect(JSON.stringify(await getImport(app, lead, { importId: job! }))).not.toContain('sealed')
    expect(unseal('s', seal('s', 'very-secret'))).toBe('very-secret')
    expect(() => unseal('other', seal('s', 'very-secret'))).toThrow('enter the key again')
  })
})

describe('a preview', () => {
  test('shows columns with values, teams, statuses and the tickets as they will be', async () => {
    const upload = await someUpload(eventLog(...someCases('p')))
    const { understood, columns, problem } = await previewImport(app, lead, {
      uploads: [upload],
      choice: { l1: ['Desk'] },
    })
    expect(problem).toBeNull()
    // each assumption once more with its values apart, for a page in another language
    expect(understood?.said?.map(textOf)).toEqual(understood?.assumed)
    expect(columns[3]).toEqual({ name: 'team', samples: ['Desk', 'Platform'] })
    expect(understood).toMatchObject({
      columns: { case: 1, time: 2, status: 3, team: 4, type: 5 },
      lines: 'listed',
      teams: [
        { name: 'Desk', isFirstLine: true },
        { name: 'Platform', isFirstLine: false },
      ],
      statuses: [
        { name: 'New', meaning: 'open' },
        { name: 'Resolved', meaning: 'resolved' },
      ],
      tickets: [
        { key: 'p-1', state: 'solved', escalated: false },
        { key: 'p-2', state: 'solved', escalated: true },
      ],
    })
    expect(JSON.stringify(understood)).not.toContain('--')
  })

  test('of what is not understood shows the columns to choose from, and no path', async () => {
    const upload = await someUpload('a,b\n1,2\n')
    const { problem, columns } = await previewImport(app, lead, { uploads: [upload] })
    expect(problem?.message).toBe('No column is known for case, time, status')
    const words = expect.stringMatching(/^No column is known for \{0\}: name what is missing/)
    expect(problem?.said?.values[0]).toMatchObject({ words })
    expect(JSON.stringify(problem)).not.toContain(app.config.home)
    expect(columns).toEqual([
      { name: 'a', samples: ['1'] },
      { name: 'b', samples: ['2'] },
    ])
  })
})
