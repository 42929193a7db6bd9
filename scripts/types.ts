// Types of the whole workspace, within a memory that a small machine has. Each program is built after
// the other by one checker: several would keep a copy each of the same types (6.8 GB instead of 1.2).
import { spawnSync } from 'node:child_process'

const mostMegabytes = 1500
const args = ['-b', '--checkers', '1', '--builders', '1', '--extendedDiagnostics']
const { status, stdout } = spawnSync('tsc', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const errors = stdout.split('\n').filter((line) => !/^[\w ]+:\s+[\d.]+[Ks]?$/.test(line.trim()))
console.log(errors.join('\n').trim())

const megabytes = [...stdout.matchAll(/^Memory used:\s+(\d+)K$/gm)].map(
  (used) => Number(used[1]) / 1000,
)
const most = Math.max(...megabytes)
if (megabytes.length === 0) throw new Error(`tsc did not say what it used:\n${stdout}`)
if (most > mostMegabytes) {
  console.error(
    `A program took ${most.toFixed(0)} MB of types, more than ${mostMegabytes}: which type grew?`,
  )
}
process.exitCode = status === 0 && most <= mostMegabytes ? 0 : 1
