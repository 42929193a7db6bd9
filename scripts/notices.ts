// npm run notices: the licences of all that is installed with Firstline (not of what only builds or tests
// it), to standard output. Fails where a package brings neither a text nor the name of a licence.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

type Locked = {
  dev?: boolean
  link?: boolean
  optional?: boolean
  version?: string
  license?: string
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>
}
const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

const shipped = Object.entries(lock.packages).filter(
  // packages of other systems are in the lock and not on this disk
  ([path, { dev, link, optional }]) =>
    path.includes('node_modules/') && !dev && !link && (!optional || existsSync(path)),
)
const nameless = shipped.filter(
  ([path, { license }]) => license === undefined && texts(path).length === 0,
)
for (const [path] of nameless) console.error(`${path}: no licence is named and none lies there`)
if (nameless.length > 0 || shipped.length < 50) process.exitCode = 1

const sections = shipped
  .map(([path, { version, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return [`${name} ${version} — ${license ?? 'see below'}`, ...texts(path)].join('\n\n')
  })
  .toSorted()
console.log(
  [`Third-party notices: ${shipped.length} packages`, ...new Set(sections)].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  ),
)

function texts(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name }) => readFileSync(join(path, name), 'utf8').trim())
}
