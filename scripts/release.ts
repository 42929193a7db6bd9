// npm run release -- 0.2.0: the version and its section of the changelog, to be looked at and committed.
// npm run release: what is published of the version that is checked out, in dist/release, each file with its
// checksum, and these signed where RELEASE_KEY names an SSH key. docs/release.md has the rest.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildPackage, packPackage } from './package/build-package.ts'
import { raiseVersion, readVersion, sectionOf, startSection } from './package/version.ts'

const into = 'dist/release'
const [wanted] = process.argv.slice(2)

try {
  refuseUncommitted()
  if (wanted === undefined) await build()
  else prepare(wanted)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function prepare(version: string): void {
  const changelog = startSection(readFileSync('CHANGELOG.md', 'utf8'), version, today())
  raiseVersion(version)
  writeFileSync('CHANGELOG.md', changelog)
  console.log(`This is ${version} now. Read CHANGELOG.md as somebody who runs the version before: what must they do?
  .ci/run
  git commit -am "${version}" && git tag -s v${version} -m "Firstline ${version}"
  npm run release`)
}

async function build(): Promise<void> {
  const version = readVersion()
  const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version)
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  await buildPackage('dist/package')
  const files = [
    basename(packPackage('dist/package', into)),
    written(`firstline-${version}.cdx.json`, run(process.execPath, 'scripts/sbom.ts')),
    written(`firstline-${version}.notes.md`, notes),
  ]
  copyFileSync('dist/package/THIRD-PARTY-NOTICES.txt', join(into, 'THIRD-PARTY-NOTICES.txt'))
  files.push('THIRD-PARTY-NOTICES.txt')
  written('SHA256SUMS', files.map((file) => `${sumOf(file)}  ${file}\n`).join(''))
  const key = process.env.RELEASE_KEY
  if (key)
    run('ssh-keygen', '-q', '-Y', 'sign', '-n', 'firstline', '-f', key, join(into, 'SHA256SUMS'))
  console.log(`${into}: ${[...files, 'SHA256SUMS', ...(key ? ['SHA256SUMS.sig'] : [])].join(', ')}`)
  if (!key) console.log('Not signed: RELEASE_KEY names no SSH key')
}

function written(name: string, text: string): string {
  writeFileSync(join(into, name), text)
  return name
}

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(into, name)))
    .digest('hex')
}

/** What is published is what is committed. */
function refuseUncommitted(): void {
  if (run('git', 'status', '--porcelain') !== '')
    throw new Error('There are changes that are not committed: commit them, or put them aside')
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
}
