import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
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
 * then exchanged, so that a desk that runs and a second start at once do not meet a half of it. Where
 * the code may not be written to, it is built into `home`.
 * @returns the folder it is in
 */
export async function buildWebIfStale(home: string): Promise<string> {
  const own = join(root, 'web/dist')
  if (!existsSync(join(root, 'web/src'))) return own // published as it was built
  const folder = isWritable(dirname(own)) ? own : join(home, 'web')
  const fresh = [own, folder].find(isFresh)
  if (fresh) return fresh
  const draft = join(dirname(folder), `.dist-${process.pid}`)
  try {
    await build(draft)
    rmSync(folder, { recursive: true, force: true })
    exchange(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isFresh(folder: string): boolean {
  const index = join(folder, 'index.html')
  return existsSync(index) && newest(sources) < statSync(index).mtimeMs
}

function exchange(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error // else another start was faster
  }
}

async function build(folder: string): Promise<void> {
  const web = join(root, 'web')
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  )
  // `native`: otherwise it writes beside the code to read its own settings
  const args = [vite, 'build', '--configLoader', 'native', '--outDir', folder, '--emptyOutDir']
  const child = spawn(process.execPath, args, { cwd: web, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (output += part.toString()))
  }
  const [code] = (await once(child, 'close')) as [number | null]
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
