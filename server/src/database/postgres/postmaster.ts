import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Of the server that works in this folder, or worked there when it was killed. */
export function postmasterOf(folder: string): number | null {
  const lines = linesOf(folder)
  return lines && Number(lines[0])
}

/** Whether this very server takes connections: it says so in the last line of its lock file. */
export function isReady(folder: string, pid: number | undefined): boolean {
  const lines = linesOf(folder)
  return lines !== null && Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

function linesOf(folder: string): string[] | null {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A process that took over the number of a dead server. */
export function isSomebodyElses(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false // dead, or a system without /proc
  }
}

/** What a killed server of this folder has left: its processes stand in the folder. */
export function endOrphans(folder: string): void {
  const postmaster = postmasterOf(folder)
  if (postmaster !== null && isRunning(postmaster) && !isSomebodyElses(postmaster)) return
  for (const pid of process.platform === 'linux' ? readdirSync('/proc').map(Number) : []) {
    if (pid > 0) endOrphan(pid, folder)
  }
}

function endOrphan(pid: number, folder: string): void {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres:')) process.kill(pid)
  } catch {
    // gone, or somebody else's
  }
}
