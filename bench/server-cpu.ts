import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { postmasterOf } from '../server/src/database/postgres/postmaster.ts'
import type { Scratch } from './scratch.ts'

/** Processor time of PostgreSQL: of its first process, of all that it has begun, and of those that have ended since. */
export function cpuMsOfServer({ folder }: Scratch): number {
  const pid = postmasterOf(join(folder, 'postgres'))
  if (pid === null) throw new Error('PostgreSQL does not run')
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const begun = processes.map(Number).filter((each) => parentOf(each) === pid)
  return sum([pid, ...begun].flatMap((each) => timesOf(each)))
}

/** Time in user and system mode, own and of ended children, which Linux counts in hundredths of a second. */
function timesOf(pid: number): number[] {
  return statOf(pid)
    .slice(11, 15)
    .map((hundredths) => Number(hundredths) * 10)
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1])
}

/** From the state on: its name before it may have spaces. Nothing of one that has ended. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  } catch {
    return []
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
