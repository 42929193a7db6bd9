import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test, vi } from 'vitest'
import { sentence, textOf } from '#server/core/sentence.ts'
import { problem } from './project-document.ts'
import { openProjectFiles } from './project-files.ts'
import type { ProjectFiles } from './project-files.ts'

const silent = pino({ level: 'silent' })
const good = 'apiVersion: firstline/v1\nkind: Source\nid: good\ncolour: blue\n'

test('a YAML file is read with its kind, id and a hash of its text', async () => {
  const { files } = await open({ 'sources/good.yaml': good })
  const [file] = files.files('Source')
  expect(file).toMatchObject({ path: 'sources/good.yaml', kind: 'Source', id: 'good', body: null })
  expect(file?.definition.colour).toBe('blue')
  expect(file?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(files.problems()).toEqual([])
})

test('a Markdown file has a head and a body, and lines count through both', async () => {
  const text =
    '---\napiVersion: firstline/v1\nkind: Runbook\nid: late\nsymptom: [a]\n---\n## one\ntext\n'
  const { files } = await open({ 'runbooks/late.md': text, 'README.md': '# About this folder\n' })
  const [file] = files.files('Runbook')
  expect(file?.body).toEqual({ text: '## one\ntext\n', line: 7 })
  expect(file?.lineOf(['symptom', 0])).toBe(5)
  expect(files.problems()).toEqual([])
})

test('a line is that of the value, or of the nearest thing around one that is missing', async () => {
  const { files } = await open({ 'sources/good.yaml': `${good}list:\n  - a: 1\n  - b: 2\n` })
  const [file] = files.files('Source')
  expect(file?.lineOf(['colour'])).toBe(4)
  expect(file?.lineOf(['list', 1, 'b'])).toBe(7)
  expect(file?.lineOf(['list', 0, 'missing'])).toBe(6)
  expect(file?.lineOf(['nothing'])).toBe(1)
})

test.each([
  ['no YAML', 'a: [1', 1, /flow|sequence|expected/i, null],
  ['the same key twice', `${good}colour: red\n`, 5, /unique/i, null],
  ['a list', '- a\n', 1, /not a YAML mapping/, null],
  [
    'another version',
    good.replace('v1', 'v2'),
    1,
    /apiVersion must be/,
    'apiVersion: firstline/v1',
  ],
  ['a misspelt kind', good.replace('Source', 'Suorce'), 2, /kind must be one of/, 'Source'],
  ['no id', good.replace('id: good', 'id: Not Good'), 3, /id must be/, null],
  [
    'a project elsewhere',
    'apiVersion: firstline/v1\nkind: Project\n',
    1,
    /firstline.yaml only/,
    null,
  ],
])('%s is a problem with its line', async (_, text, line, reason, suggestion) => {
  const { files } = await open({ 'sources/bad.yaml': text })
  const [found, ...more] = files.problems()
  expect(more).toEqual([])
  const { said, ...rest } = found!
  expect(rest).toEqual({
    file: 'sources/bad.yaml',
    line,
    reason: expect.stringMatching(reason),
    suggestion,
  })
  // what another language says of it is the same
  expect(said && textOf(said)).toBe(rest.reason)
  expect(files.files()).toEqual([])
})

test('an alias bomb and a file that is too large are refused, the others load', async () => {
  const bomb = `${good}a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n`
  const { files } = await open({
    'sources/bomb.yaml': bomb.replace('id: good', 'id: bomb'),
    'sources/huge.yaml': `${good}# ${'x'.repeat(600_000)}`,
    'sources/good.yaml': good,
  })
  expect(files.problems().map(({ file }) => file)).toEqual([
    'sources/bomb.yaml',
    'sources/huge.yaml',
  ])
  expect(files.files().map(({ id }) => id)).toEqual(['good'])
})

test('Markdown without a head below a folder is a problem, not silently passed over', async () => {
  const { files } = await open({ 'runbooks/forgot.md': '# No head\n' })
  expect(files.problems()).toMatchObject([{ file: 'runbooks/forgot.md', line: 1 }])
})

test('an id is declared once', async () => {
  const { files } = await open({ 'sources/a.yaml': good, 'sources/b.yaml': good })
  files.declareKind('Source', () => [])
  expect(files.problems()).toMatchObject([{ file: 'sources/b.yaml', line: 3 }])
  expect(files.files('Source').map(({ path }) => path)).toEqual(['sources/a.yaml'])
})

test('a file that stops loading keeps its last good version; mended, it counts again', async () => {
  const { files, write } = await open({ 'sources/good.yaml': good })
  files.declareKind('Source', (file) =>
    file.definition.colour === 'red' ? [problem(file.lineOf(['colour']), sentence`no red`)] : [],
  )
  const changed = vi.fn()
  files.onChange(changed)

  write('sources/good.yaml', good.replace('blue', 'red'))
  await files.reload()
  expect(files.problems()).toEqual([
    {
      file: 'sources/good.yaml',
      line: 4,
      reason: 'no red',
      said: sentence`no red`,
      suggestion: null,
    },
  ])
  expect(files.files('Source')[0]?.definition.colour).toBe('blue')

  write('sources/good.yaml', 'colour: [')
  await files.reload()
  expect(files.files('Source')[0]?.definition.colour).toBe('blue')

  write('sources/good.yaml', good.replace('blue', 'green'))
  await files.reload()
  expect(files.problems()).toEqual([])
  expect(files.files('Source')[0]?.definition.colour).toBe('green')
  expect(changed).toHaveBeenCalledTimes(3)
})

test('a file that is bad from the beginning has no good version, also for a kind declared later', async () => {
  const { files } = await open({ 'sources/good.yaml': good })
  files.declareKind('Source', () => [problem(1, sentence`never`)])
  expect(files.files('Source')).toEqual([])
})

test('a file is read and checked once, whichever kinds are declared later and whatever else changes', async () => {
  const { files, write } = await open({ 'sources/good.yaml': good })
  const check = vi.fn(() => [])
  files.declareKind('Source', check)
  files.declareKind('Action', () => [])
  files.declareKind('Runbook', () => [])
  expect(check).toHaveBeenCalledOnce()
  const [before] = files.files('Source')
  write('sources/other.yaml', good.replace('id: good', 'id: other'))
  await files.reload()
  expect(files.files('Source').map(({ id }) => id)).toEqual(['good', 'other'])
  expect(files.files('Source')[0]).toBe(before)
})

test('a kind that is declared again is checked anew', async () => {
  const { files } = await open({ 'sources/good.yaml': good })
  files.declareKind('Source', () => [])
  files.declareKind('Source', () => [problem(1, sentence`no longer`)])
  expect(files.problems()).toMatchObject([{ file: 'sources/good.yaml', reason: 'no longer' }])
})

test('a removed file is gone, and nothing changed is not told', async () => {
  const { files, remove } = await open({ 'sources/good.yaml': good })
  const changed = vi.fn()
  files.onChange(changed)
  await files.reload()
  expect(changed).not.toHaveBeenCalled()
  remove('sources/good.yaml')
  await files.reload()
  expect(files.files()).toEqual([])
  expect(changed).toHaveBeenCalledOnce()
})

test('a check that breaks refuses its file and no other', async () => {
  const { files } = await open({
    'sources/bad.yaml': good.replace('id: good', 'id: bad'),
    'sources/good.yaml': good,
  })
  files.declareKind('Source', (file) => {
    if (file.id === 'bad') throw new TypeError('broken check')
    return []
  })
  expect(files.problems()).toMatchObject([
    { file: 'sources/bad.yaml', reason: expect.stringContaining('broken check') },
  ])
  expect(files.files('Source').map(({ id }) => id)).toEqual(['good'])
})

test('a saved file is noticed', async () => {
  const { files, write } = await open({ 'sources/good.yaml': good })
  const changed = new Promise<void>((done) => files.onChange(done))
  write('sources/new.yaml', good.replace('id: good', 'id: new'))
  await changed
  expect(files.files('Source').map(({ id }) => id)).toEqual(['good', 'new'])
})

test('without a folder there are no files and no problems', async () => {
  const files = await openProjectFiles(null, silent)
  await files.reload()
  expect(files.files()).toEqual([])
  expect(files.problems()).toEqual([])
})

async function open(texts: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-files-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(texts)) write(path, text)
  const files: ProjectFiles = await openProjectFiles(folder, silent)
  afterAll(() => {
    files.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { files, write, remove: (path: string) => rmSync(join(folder, path)) }
}
