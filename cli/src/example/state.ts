import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the example keeps between two starts; readable by its owner only, as it holds keys. */
export type ExampleState = {
  apiKey?: string
  reportKey?: string
  adminToken?: string
  workday?: { state: 'begun' } | { state: 'played'; failures: string[] }
}

export function readState(home: string): ExampleState {
  try {
    return JSON.parse(readFileSync(fileIn(home), 'utf8')) as ExampleState
  } catch {
    return {} // a first start, or a file cut off by a crash: both begin anew
  }
}

export function writeState(home: string, state: ExampleState): void {
  mkdirSync(home, { recursive: true })
  writeFileSync(fileIn(home), JSON.stringify(state, null, 2), { mode: 0o600 })
}

function fileIn(home: string): string {
  return join(home, 'example.json')
}
