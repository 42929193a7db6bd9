// npm run sbom: what is installed with Firstline (npm ci --omit=dev) as a CycloneDX bill of materials, to
// standard output. npm’s own `--omit dev` leaves out what some workspace needs for development only, although
// another one needs it to run; so all of it is asked for, and what the lock says is chosen.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

type Locked = { name?: string; version?: string; dev?: boolean; link?: boolean }
type Bill = {
  metadata: { component: { name: string } }
  components: { 'bom-ref': string }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  name: string
  packages: Record<string, Locked>
}
const args = ['sbom', '--silent', '--sbom-format', 'cyclonedx', '--package-lock-only']
const all = JSON.parse(
  execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }),
) as Bill

const development = new Set(refsOf(({ dev }) => dev === true))
for (const ref of refsOf(({ dev }) => dev !== true)) development.delete(ref)
const isShipped = (ref: string) => !development.has(ref)

const bill: Bill = {
  ...all,
  metadata: { ...all.metadata, component: { ...all.metadata.component, name: lock.name } },
  components: all.components.filter((component) => isShipped(component['bom-ref'])),
  dependencies: all.dependencies
    .filter(({ ref }) => isShipped(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isShipped) })),
}
console.log(JSON.stringify(bill, null, 2))

/** A package that lies in several places with one version is one. */
function refsOf(isMeant: (locked: Locked) => boolean): string[] {
  return Object.entries(lock.packages).flatMap(([path, locked]) => {
    if (locked.link || !path.includes('node_modules/') || !isMeant(locked)) return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return [`${locked.name ?? name}@${locked.version}`]
  })
}
