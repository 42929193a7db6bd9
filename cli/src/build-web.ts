import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, 'web/dist/index.html')
const sources = ['web/src', 'web/index.html', 'web/public', 'web/vite.config.ts', 'contract/src']

/** Builds the web app when it was never built or its sources are newer. @returns whether it did */
export async function buildWebIfStale(): Promise<boolean> {
  if (existsSync(built) && newest(sources) < statSync(built).mtimeMs) return false
  const build = spawn('npm', ['run', 'build', '--workspace', 'web'], { cwd: root, stdio: 'pipe' })
  let output = ''
  build.stdout.on('data', (part: Buffer) => (output += part.toString()))
  build.stderr.on('data', (part: Buffer) => (output += part.toString()))
  const [code] = (await once(build, 'close')) as [number]
  if (code !== 0) throw new Error(`The web app does not build:\n${output}`)
  return true
}

function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.map((path) => newestIn(join(root, path))))
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
