import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** For tests: a file of this content, gone after the test. */
export function someFile(content: string | Buffer, name = 'history.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Lines of CSV with the header the event-log guess knows. */
export function eventLog(...rows: string[]): string {
  return ['ticket,time,status,team,type', ...rows, ''].join('\n')
}
