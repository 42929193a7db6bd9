// The law of imports (.dependency-cruiser.mjs). A run that saw hardly any module has checked nothing.
import { execFileSync } from 'node:child_process'

const folders = [
  'contract/src',
  'server/src',
  'web/src',
  'cli/src',
  'examples/acme/src',
  'examples/shop/src',
]
const fewestModules = 200

type Report = {
  summary: {
    totalCruised: number
    violations: { rule: { name: string }; from: string; to: string }[]
  }
}

const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders]
const { summary } = JSON.parse(cruise()) as Report
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
if (summary.totalCruised < fewestModules) {
  console.error(`Only ${summary.totalCruised} modules were read, fewer than ${fewestModules}`)
  process.exitCode = 1
}
if (summary.violations.length > 0) process.exitCode = 1
console.log(`${summary.totalCruised} modules, ${summary.violations.length} violations`)

function cruise(): string {
  try {
    return execFileSync('depcruise', args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    if (stdout.startsWith('{')) return stdout // violations: the report is there all the same
    throw new Error(`dependency-cruiser did not run: ${stderr}`, { cause: error })
  }
}
