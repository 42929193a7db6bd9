import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { init } from 'es-module-lexer'
import { compileModule } from './compile-module.ts'
import type { WorkspacePackage } from './compile-module.ts'

type Manifest = Omit<WorkspacePackage, 'folder'> & {
  version: string
  license: string
  dependencies: Record<string, string>
}

const folders = ['contract', 'server', 'cli', 'examples/acme']
/** What is read where the code runs, beside the code itself. */
const beside = [
  'server/migrations',
  'cli/starter',
  'examples/acme/firstline',
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
]
/** Tests, what only they use, and what is for readers of the code. */
const leftOut = [/\.test\.ts$/, /\/testing\//, /\.md$/]

/**
 * The program as npm publishes it: JavaScript that any Node 24 runs, the built web app, migrations,
 * the starter folder and the example, with the packages that run it and none that build or test it.
 * Called in the folder of the workspace.
 * @param into a folder that is made anew
 * @throws Error where the web app does not build, or a module imports what is not there
 */
export async function buildPackage(into: string): Promise<{ version: string }> {
  await init
  rmSync(into, { recursive: true, force: true })
  const manifests = folders.map((folder) => ({ folder, ...readManifest(folder) }))
  buildWeb(join(into, 'web/dist'))
  for (const folder of folders) writeModules(folder, into, manifests)
  for (const path of beside) cpSync(path, join(into, path), { recursive: true })
  for (const { folder, version } of manifests) {
    write(join(into, folder, 'package.json'), json({ type: 'module', version }))
  }
  writeDoor(into)
  write(join(into, 'README.md'), readFileSync('scripts/package/README.md', 'utf8'))
  write(join(into, 'THIRD-PARTY-NOTICES.txt'), run(process.execPath, 'scripts/notices.ts'))
  const { version, license } = manifests[2]!
  write(
    join(into, 'package.json'),
    json({
      name: 'firstline',
      version,
      description: 'The support desk whose first line resolves instead of forwarding',
      license,
      type: 'module',
      bin: { firstline: 'door/firstline.js', 'firstline-node': 'door/node.js' },
      engines: { node: '>=24' },
      dependencies: dependenciesOf(manifests),
    }),
  )
  return { version }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function buildWeb(into: string): void {
  run('npm', 'run', 'build', '--workspace', 'web', '--', '--outDir', resolve(into), '--emptyOutDir')
  if (!existsSync(join(into, 'index.html'))) throw new Error('The web app was not built')
  for (const map of globSync(join(into, '**/*.map'))) rmSync(map) // which no desk serves
}

function writeModules(folder: string, into: string, packages: readonly WorkspacePackage[]): void {
  const files = globSync(`${folder}/src/**/*`, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) {
    if (leftOut.some((pattern) => pattern.test(file))) continue
    if (!file.endsWith('.ts')) write(join(into, file), readFileSync(file))
    else write(join(into, file.replace(/\.ts$/, '.js')), compileModule(file, packages))
  }
}

/** CommonJS without types, which an old Node reads too. */
function writeDoor(into: string): void {
  for (const file of globSync('door/*.ts')) {
    const code = readFileSync(file, 'utf8').replaceAll(/('\.{1,2}\/[^']+)\.ts'/g, "$1.js'")
    const made = join(into, 'door', `${basename(file, '.ts')}.js`)
    write(made, code)
    chmodSync(made, 0o755)
  }
  cpSync('door/package.json', join(into, 'door/package.json'))
}

/** Each in one version, as everything was tested together. */
function dependenciesOf(manifests: readonly Manifest[]): Record<string, string> {
  const versions = new Map<string, string>()
  for (const [name, version] of manifests.flatMap((each) => Object.entries(each.dependencies))) {
    if (name.startsWith('@firstline/')) continue
    const other = versions.get(name)
    if (other !== undefined && other !== version) {
      throw new Error(`${name} is asked for in ${other} and in ${version}`)
    }
    versions.set(name, version)
  }
  return Object.fromEntries([...versions].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${stdout}${stderr}`)
  return stdout
}

/** @returns the tarball, as `npm publish` would send it */
export function packPackage(folder: string, into: string): string {
  mkdirSync(into, { recursive: true })
  const name = run('npm', 'pack', '--silent', '--pack-destination', into, resolve(folder)).trim()
  return join(into, name)
}
