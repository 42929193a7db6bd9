// npm run fuzz [suite …]: the long form of what the tests do short; each file of fuzz/ is a suite.
import { readdirSync } from 'node:fs'

const folder = new URL('fuzz/', import.meta.url)
const known = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
const chosen = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const unknown = chosen.filter((name) => !known.includes(name))

if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}: ${known.join(', ')}`)
  process.exitCode = 2
} else {
  for (const name of chosen.length > 0 ? chosen : known) await runSuite(name)
}

async function runSuite(name: string): Promise<void> {
  const began = Date.now()
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as {
    run(): Promise<{ findings: number }>
  }
  const { findings } = await run()
  console.log(`${name}: ${findings} findings, ${((Date.now() - began) / 1000).toFixed(0)} s`)
  if (findings > 0) process.exitCode = 1
}
