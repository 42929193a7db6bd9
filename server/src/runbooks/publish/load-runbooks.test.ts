import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase, createPool } from '#server/database/database.ts'
import { openProject } from '#server/open-project.ts'
import { createCommitDoor } from '#server/testing/commit-door.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import { parcelRunbook, runbookDesk } from '#server/runbooks/testing/shop.ts'
import { declareRunbooks, followRunbookFiles } from './load-runbooks.ts'

const desk = await runbookDesk(await createTestDesk())
const { project } = desk.sources

const count = (length: number, of: (index: number) => string) =>
  Array.from({ length }, (_, i) => of(i))

/** Linting it takes seconds. */
function slowRunbook(id: string): string {
  const checks = count(30, (i) => `  c${i}: { ask: a, type: text }\n`)
  const causes = count(60, (i) => {
    const clauses = count(18, (k) => {
      const [one, other] = [(i * 7 + k * 3) % 30, (i * 5 + k * 11) % 30]
      return `(c${one} == 'v${(i * k) % 50}' || c${other} == 'w${i}')`
    })
    return `  a${i}: { when: "${clauses.join(' && ')}", reply: r }\n`
  })
  const head = `apiVersion: firstline/v1\nkind: Runbook\nid: ${id}\ntype: late\nowner: shop\nsymptom: [late]`
  return `---\n${head}\nchecks:\n${checks.join('')}causes:\n${causes.join('')}---\n`
}

test('the desk goes on while a file that takes seconds to lint is read again', async () => {
  await writeFile(join(desk.folder, 'runbooks/slow.md'), slowRunbook('slow'))
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  await project.reload()
  clearInterval(counting)
  // in the desk's own process there would be one between any two files
  expect(turns).toBeGreaterThan(100)
  const found = project.problems().filter(({ file }) => file === 'runbooks/slow.md')
  expect(found.length).toBeGreaterThan(100)
  expect(found[0]).toMatchObject({
    reason: 'There is no type “late”: choose one of parcels.missing, how-to',
  })
  expect(project.files('Runbook').map(({ id }) => id)).not.toContain('slow')
})

test('a long file that is sound is accepted, and one that is not says the same as a short one', async () => {
  const prose = `\n${'Words that say what is meant. '.repeat(400)}\n`
  const long = parcelRunbook.replace('id: parcel-not-received', 'id: long-one') + prose
  const file = join(desk.folder, 'runbooks/long-one.md')
  await writeFile(file, long)
  await project.reload()
  expect(project.files('Runbook').map(({ id }) => id)).toContain('long-one')
  await writeFile(file, long.replace('order.hurry', 'order.hury'))
  await project.reload()
  const [problem] = project.problems().filter(({ file: at }) => at === 'runbooks/long-one.md')
  expect(problem).toMatchObject({
    reason: 'There is no action “order.hury”',
    suggestion: 'order.hurry',
  })
})

test('a file that changes while the database is away is published when it is back', async () => {
  const door = await createCommitDoor(desk.url)
  const db = createDatabase(createPool(door.url, desk.log, { max: 2 }))
  // another folder: this one is read past the door as well
  const folder = await mkdtemp(join(tmpdir(), 'firstline-project-'))
  await cp(desk.folder, folder, { recursive: true })
  const followed = await openProject(folder, desk.log)
  declareRunbooks(followed)
  const sources = { ...desk.sources, project: followed }
  const stop = await followRunbookFiles({ ...desk, db, sources })
  door.shut()
  const text = parcelRunbook.replace('id: parcel-not-received', 'id: while-away')
  await writeFile(join(folder, 'runbooks/while-away.md'), text)
  await followed.reload()
  // it was the last of them that was asked for in vain
  await until(() => door.refused() >= followed.files('Runbook').length)
  door.open()
  const query = desk.db.selectFrom('runbook_version').select('state')
  await eventually(async () =>
    expect(await query.where('runbook_id', '=', 'while-away').execute()).toEqual([
      { state: 'published' },
    ]),
  )
  stop()
  followed.stop()
  await db.destroy()
  await door.remove()
  await rm(folder, { recursive: true })
})

test('of two changes at once the folder is read as it is after both', async () => {
  const write = (title: string) =>
    writeFile(
      join(desk.folder, 'runbooks/twice.md'),
      parcelRunbook
        .replace('id: parcel-not-received', 'id: twice')
        .replace(/title: .*/, `title: ${title}`),
    )
  await write('First')
  const first = project.reload()
  await write('Second')
  await Promise.all([first, project.reload()])
  const twice = project.files('Runbook').find(({ id }) => id === 'twice')
  expect(twice?.definition.title).toBe('Second')
})
