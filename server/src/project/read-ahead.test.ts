import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openProjectFiles } from './project-files.ts'

const many = Array.from({ length: 4_000 }, (_, index) => `  key${index}: ${index}\n`).join('')
const large = `apiVersion: firstline/v1\nkind: Source\nid: large\nkeys:\n${many}`
/** Read in this process, the whole text is one turn, and those around it are a few dozen. */
const turnsOfDesk = 400

async function turnsDuring(work: Promise<unknown>): Promise<number> {
  const over = work.then(() => 'over' as const)
  let turns = 0
  while ((await Promise.race([over, nextTurn('turn' as const)])) !== 'over') turns++
  return turns
}

test('a desk goes on while a file with many keys is read, at the start and when it changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-project-'))
  const write = (text: string) => writeFileSync(join(folder, 'large.yaml'), text)
  write(large)
  const opening = openProjectFiles(folder, pino({ level: 'silent' }))
  expect(await turnsDuring(opening)).toBeGreaterThan(turnsOfDesk)
  const files = await opening
  files.declareKind('Source', () => [])
  const read = () => files.files('Source')[0]
  expect(read()?.lineOf(['keys', 'key3999'])).toBe(4_004)
  expect(read()?.rangeOf(['keys', 'key3999'])).toEqual({ line: 4_004, column: 12, endColumn: 16 })
  expect(read()?.rangeOf(['keys', 'key3999', 'inside'])).toMatchObject({ line: 4_004, column: 3 })

  write(large.replace('key7: 7', 'key7: 8'))
  expect(await turnsDuring(files.reload())).toBeGreaterThan(turnsOfDesk)
  expect(read()?.definition).toMatchObject({ keys: { key7: 8 } })

  write(large.replace('key7: 7', 'key6: 8'))
  await files.reload()
  expect(files.problems()).toEqual([
    expect.objectContaining({ file: 'large.yaml', line: 12, reason: 'Map keys must be unique' }),
  ])
  expect(read()?.definition).toMatchObject({ keys: { key7: 8 } })
  files.stop()
})
