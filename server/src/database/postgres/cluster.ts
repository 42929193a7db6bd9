import { createHash } from 'node:crypto'
import { accessSync, constants, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { accountFor } from './account.ts'
import type { Account } from './account.ts'
import { findBinaries } from './binaries.ts'
import { placeDataFolder } from './data-folder.ts'

/** Where a cluster lives and what runs it. */
export type Cluster = {
  folder: string
  socket: string
  bin: string
  account: Account
  flags: string
}

/** @param say told before what takes a while */
export async function describeCluster(
  asked: string,
  flags: string,
  say: (line: string) => void = () => undefined,
): Promise<Cluster> {
  const folder = oneName(await placeDataFolder(resolve(asked), say))
  const account = accountFor(folder)
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const bin = join(await findBinaries(account, say), 'bin')
  return { folder, socket: join(socketsFolder(), `firstline-${hash}`), bin, account, flags }
}

/** Who comes by another link to the same folder meets the same socket. */
function oneName(folder: string): string {
  return join(realpathSync(dirname(folder)), basename(folder))
}

/** The same for everybody, whatever TMPDIR says; and short: a socket's path may have 107 characters. */
function socketsFolder(): string {
  try {
    accessSync('/tmp', constants.W_OK)
    return '/tmp'
  } catch {
    return tmpdir()
  }
}
