import { globSync, readFileSync, writeFileSync } from 'node:fs'

type Manifest = {
  name?: string
  version?: string
  workspaces?: string[]
  dependencies?: Record<string, string>
}

export function readVersion(): string {
  const { version } = readJson<Manifest>('package.json')
  if (version === undefined) throw new Error('package.json has no version')
  return version
}

/**
 * Writes it wherever the version of now stands: the workspace, its packages, what they want of each other,
 * and the lock. A package with a version of its own keeps it.
 * @throws where it is no version, or not a later one
 */
export function raiseVersion(version: string): void {
  const before = readVersion()
  if (!isLater(version, before)) throw new Error(`${version} is no later version than ${before}`)
  const raised = <T extends Manifest>(manifest: T): T => ({
    ...manifest,
    ...(manifest.version === before ? { version } : {}),
    ...(manifest.dependencies
      ? { dependencies: withOwn(manifest.dependencies, before, version) }
      : {}),
  })
  const folders = globSync(readJson<Manifest>('package.json').workspaces ?? [])
  for (const path of ['package.json', ...folders.map((folder) => `${folder}/package.json`)])
    writeJson(path, raised(readJson<Manifest>(path)))
  type Lock = { version: string; packages: Record<string, Manifest> }
  const lock = readJson<Lock>('package-lock.json')
  const packages = Object.entries(lock.packages).map(([path, entry]) => [
    path,
    path === '' || folders.includes(path) ? raised(entry) : entry,
  ])
  writeJson('package-lock.json', { ...lock, version, packages: Object.fromEntries(packages) })
}

function withOwn(dependencies: Record<string, string>, before: string, version: string) {
  const entries = Object.entries(dependencies).map(([name, wanted]) => [
    name,
    name.startsWith('@firstline/') && wanted === before ? version : wanted,
  ])
  return Object.fromEntries(entries) as Record<string, string>
}

/** @returns the changelog, in which all that was unreleased is this version's @throws where nothing was */
export function startSection(changelog: string, version: string, date: string): string {
  if (sectionOf(changelog, 'Unreleased').trim() === '')
    throw new Error('CHANGELOG.md has nothing under “Unreleased”: what has changed for whom?')
  return changelog.replace('## Unreleased\n', `## Unreleased\n\n## ${version} — ${date}\n`)
}

/** @throws where it has no such section */
export function sectionOf(changelog: string, version: string): string {
  const section = changelog
    .split(/^## /m)
    .slice(1)
    .find((part) => part.split(/\s/, 1)[0] === version)
  if (section === undefined) throw new Error(`CHANGELOG.md has no section “${version}”`)
  return section.slice(section.indexOf('\n') + 1)
}

function isLater(version: string, than: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(than)]
  for (const [place, number] of one.entries()) {
    const before = other[place] ?? 0
    if (number !== before) return number > before
  }
  return false
}

function numbersOf(version: string): number[] {
  const [, ...numbers] = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version) ?? []
  if (numbers.length !== 3) throw new Error(`“${version}” is no version such as 1.4.0`)
  return numbers.map(Number)
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
