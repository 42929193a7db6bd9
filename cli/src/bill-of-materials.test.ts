import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

async function said(script: string): Promise<string> {
  const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 }
  return (await promisify(execFile)(process.execPath, [`scripts/${script}`], options)).stdout
}

function neededBy(workspace: string): string[] {
  const path = new URL(`../../${workspace}/package.json`, import.meta.url)
  const { dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
    dependencies?: Record<string, string>
  }
  return Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)
}

const toRun = ['contract', 'server', 'cli', 'web', 'examples/acme'].flatMap((workspace) =>
  neededBy(workspace),
)

test('the bill of materials has all that runs, also what another workspace only builds with', async () => {
  type Bill = { bomFormat: string; components: { 'bom-ref': string; purl?: string }[] }
  const { bomFormat, components } = JSON.parse(await said('sbom.ts')) as Bill
  expect(bomFormat).toBe('CycloneDX')
  const there = new Set(components.map((component) => component['bom-ref']))
  expect(toRun.length).toBeGreaterThan(60)
  expect(toRun.filter((needed) => !there.has(needed))).toEqual([])
  expect(components.filter(({ purl }) => !purl?.startsWith('pkg:npm/'))).toEqual([])
  expect([...there].filter((ref) => /^(?:knip|oxlint|dependency-cruiser)@/.test(ref))).toEqual([])
})

test('the notices have a licence for all that runs', async () => {
  const notices = await said('notices.ts')
  const missing = toRun
    .filter((needed) => !needed.startsWith('@firstline/'))
    .filter((needed) => !notices.includes(`\n${needed.replace(/@(?=[^@]+$)/, ' ')} — `))
  expect(missing).toEqual([])
})
