// What the compiler is told and cannot check. A `!` has a comment beside it, on its line or the one above, that
// says why it holds: mostly a type knows it, or `present` (contract/src/present.ts) asks. Casts are counted: there may
// be fewer, never more, and who takes some away writes the lower number here. Tests and proofs may tell the compiler
// what they like.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const mostCasts = 323
const [cast, nonNull] = [
  'typescript(consistent-type-assertions)',
  'typescript(no-non-null-assertion)',
]

type Finding = { code: string; filename: string; labels: { span: { line: number } }[] }

const root = fileURLToPath(new URL('..', import.meta.url))
const findings = findIn([
  'contract/src',
  'server/src',
  'web/src',
  'cli/src',
  'examples/acme/src',
  'examples/shop/src',
]).filter(({ filename }) => !/\.test\.tsx?$|\/(?:testing|proofs)\/|db-types\.ts$/.test(filename))

const bare = findings.filter((finding) => finding.code === nonNull && !hasReason(finding))
for (const finding of bare) {
  process.exitCode = 1
  console.log(
    `${placeOf(finding)}: say beside this ! why it holds, or let a type or present say it`,
  )
}

const casts = findings.filter(({ code }) => code === cast)
if (casts.length > mostCasts) {
  process.exitCode = 1
  console.log(casts.map(placeOf).join('\n'))
}
if (casts.length !== mostCasts) {
  console.log(`${casts.length} casts: scripts/bare-claims.ts says at most ${mostCasts}`)
}

/** The linter knows the syntax; its own settings let these two pass. */
function findIn(folders: readonly string[]): Finding[] {
  const scratch = mkdtempSync(join(tmpdir(), 'firstline-claims-'))
  try {
    const config = join(scratch, 'oxlint.json')
    const rules = {
      'typescript/no-non-null-assertion': 'warn',
      'typescript/consistent-type-assertions': ['warn', { assertionStyle: 'never' }],
    }
    const settings = { plugins: ['typescript'], categories: { correctness: 'off' }, rules }
    writeFileSync(config, JSON.stringify(settings))
    const args = ['--config', config, '--format', 'json', ...folders]
    const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
    const { stdout } = spawnSync('oxlint', args, options)
    const { diagnostics, number_of_files: files } = JSON.parse(stdout) as {
      diagnostics: Finding[]
      number_of_files: number
    }
    if (files < 1000) throw new Error(`Only ${files} files were seen`)
    return diagnostics
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function hasReason(finding: Finding): boolean {
  const lines = readFileSync(join(root, finding.filename), 'utf8').split('\n')
  const line = lineOf(finding)
  return / \/\/ /.test(lines[line - 1] ?? '') || /^\s*\/\/ /.test(lines[line - 2] ?? '')
}

function lineOf({ labels }: Finding): number {
  return labels[0]?.span.line ?? 0
}

function placeOf(finding: Finding): string {
  return `${finding.filename}:${lineOf(finding)}`
}
