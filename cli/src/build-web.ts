import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, 'web/dist')
const index = join(built, 'index.html')
const sources = [
  'web/src',
  'web/index.html',
  'web/public',
  'web/vite.config.ts',
  'web/precompress.ts',
  'contract/src',
]

/**
 * Builds the web app when it was never built or its sources are newer; beside the built one, which is
 * then exchanged, so that a desk that runs and a second start at once do not meet a half of it.
 * @returns whether it did
 */
export async function buildWebIfStale(): Promise<boolean> {
  if (existsSync(index) && newest(sources) < statSync(index).mtimeMs) return false
  const draft = join(root, `web/.dist-${process.pid}`)
  try {
    await build(draft)
    rmSync(built, { recursive: true, force: true })
    renameSync(draft, built)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return true
}

async function build(folder: string): Promise<void> {
  const args = ['run', 'build', '--workspace', 'web', '--', '--outDir', folder]
  const npm = spawn('npm', args, { cwd: root, stdio: 'pipe' })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (part: Buffer) => (output += part.toString()))
  }
  const [code] = (await once(npm, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The web app does not build:\n${output}`)
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
