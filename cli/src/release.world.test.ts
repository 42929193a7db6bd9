import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdtempSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { copyCheckout } from './testing/fresh-machine.ts'

const workspace = fileURLToPath(new URL('../../', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'firstline-release-'))
const copy = join(scratch, 'copy')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=Release', '-c', 'user.email=release@example.com', ...args],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  )

// a history of its own; its packages are those of this one
copyCheckout(copy)
for (const folder of ['.', 'server', 'web', 'cli', 'contract', 'examples/acme']) {
  const packages = join(workspace, folder, 'node_modules')
  if (existsSync(packages)) symlinkSync(packages, join(copy, folder, 'node_modules'))
}
git('init', '-q')
// a link is no folder, which is what .gitignore names
writeFileSync(join(copy, '.git/info/exclude'), 'node_modules\n')
git('add', '-A')
git('commit', '-q', '-m', 'As it is here')

const read = (path: string) => readFileSync(join(copy, path), 'utf8')

function release(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/release.ts', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, said: `${stdout}${stderr}` }
}

const before = (JSON.parse(read('package.json')) as { version: string }).version

test.each([
  ['1.0', 'is no version such as 1.4.0'],
  ['v2.0.0', 'is no version such as 1.4.0'],
  [before, 'is no later version'],
  ['0.0.9', 'is no later version'],
])('%s is refused, and nothing is written', (version, why) => {
  const { status, said } = release([version])
  expect([status, said]).toEqual([1, expect.stringContaining(why)])
  expect(git('status', '--porcelain')).toBe('')
})

test('a version is raised everywhere at once, and its section has what was unreleased', () => {
  const unreleased = read('CHANGELOG.md').split(/^## /m)[1] ?? ''
  expect(release(['7.8.9'])).toMatchObject({ status: 0 })
  for (const folder of ['', 'cli/', 'contract/', 'server/', 'web/'])
    expect(JSON.parse(read(`${folder}package.json`))).toMatchObject({ version: '7.8.9' })
  expect(read('cli/package.json')).toContain('"@firstline/server": "7.8.9"')
  // the company of the example has versions of its own
  expect(git('diff', '--name-only')).not.toContain('examples')
  expect(read('package-lock.json')).not.toContain(`"@firstline/contract": "${before}"`)
  expect(
    execFileSync('npm', ['ci', '--dry-run', '--ignore-scripts', '--offline'], {
      cwd: copy,
      encoding: 'utf8',
    }),
  ).not.toContain('Missing')
  const [, empty, section] = read('CHANGELOG.md').split(/^## /m)
  expect(empty?.trim()).toBe('Unreleased')
  expect(section).toMatch(/^7\.8\.9 — \d{4}-\d\d-\d\d\n/)
  expect(section?.split('\n').slice(1).join('\n')).toBe(unreleased.split('\n').slice(1).join('\n'))

  expect(release([])).toMatchObject({ status: 1, said: expect.stringContaining('not committed') })
  git('commit', '-qam', '7.8.9')
  // nothing is new since
  expect(release(['7.9.0'])).toMatchObject({
    status: 1,
    said: expect.stringContaining('nothing under'),
  })
})

test('what is published has checksums, and a signature that anybody can check', () => {
  const key = join(scratch, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'release', '-f', key])
  const { status, said } = release([], { RELEASE_KEY: key })
  expect([status, said]).toEqual([0, expect.stringContaining('SHA256SUMS.sig')])
  const published = join(copy, 'dist/release')
  expect(readdirSync(published).toSorted()).toEqual([
    'SHA256SUMS',
    'SHA256SUMS.sig',
    'THIRD-PARTY-NOTICES.txt',
    'firstline-7.8.9.cdx.json',
    'firstline-7.8.9.notes.md',
    'firstline-7.8.9.tgz',
  ])
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: published })
  const bill = JSON.parse(
    readFileSync(join(published, 'firstline-7.8.9.cdx.json'), 'utf8'),
  ) as object
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX' })

  writeFileSync(join(scratch, 'signers'), `release ${readFileSync(`${key}.pub`, 'utf8')}`)
  const check = () =>
    spawnSync(
      'ssh-keygen',
      [
        '-Y',
        'verify',
        '-f',
        join(scratch, 'signers'),
        '-I',
        'release',
        '-n',
        'firstline',
        '-s',
        join(published, 'SHA256SUMS.sig'),
      ],
      { input: readFileSync(join(published, 'SHA256SUMS')) },
    ).status
  expect(check()).toBe(0)
  writeFileSync(
    join(published, 'SHA256SUMS'),
    `${readFileSync(join(published, 'SHA256SUMS'), 'utf8')} `,
  )
  expect(check()).not.toBe(0)
})
