import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { databaseAccount } from './account.ts'
import type { Account } from './account.ts'
import { findBinaries } from './binaries.ts'

/** Where a cluster lives and what runs it. */
export type Cluster = {
  folder: string
  socket: string
  bin: string
  account: Account
  flags: string
}

export function describeCluster(folder: string, flags: string): Cluster {
  const absolute = resolve(folder)
  const account = databaseAccount()
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 12)
  const bin = join(findBinaries(account), 'bin')
  return { folder: absolute, socket: join(tmpdir(), `firstline-${hash}`), bin, account, flags }
}
