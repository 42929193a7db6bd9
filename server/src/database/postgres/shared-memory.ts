import { spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import type { Account } from './account.ts'

/** What queries in parallel need at times; a container's 64 MB are not enough. */
const enoughBytes = 128 * 1024 * 1024

/** Where /dev/shm is missing, closed or small, files in the data folder are what processes share. */
export function sharedMemory(account: Account): string[] {
  if (process.platform !== 'linux' || isEnough('/dev/shm', account)) return []
  return ['dynamic_shared_memory_type=mmap']
}

function isEnough(folder: string, account: Account): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= enoughBytes && spawnSync('test', ['-w', folder], account).status === 0
  } catch {
    return false
  }
}
