import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

/** What docs/operate.md says that the desk reads. */
const known = new Set(
  [...read('docs/operate.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name),
)
known.add('NODE_ENV')

type Service = { environment?: Record<string, string>; volumes?: string[]; image?: string }
const compose = parse(read('deploy/compose.yaml')) as {
  services: Record<'database' | 'desk' | 'proxy', Service>
  volumes: Record<string, null>
}

test('what the deployed files set is what the desk reads', () => {
  const container = [...read('deploy/Containerfile').matchAll(/^ENV (.*)$/gm)]
  const inImage = container
    .flatMap(([, all = '']) => all.split(' '))
    .map((one) => one.split('=')[0])
  const unit = [...read('deploy/firstline@.service').matchAll(/^Environment=(.*)$/gm)]
  const inUnit = unit.flatMap(([, all = '']) => all.split(' ')).map((one) => one.split('=')[0])
  const names = [...inImage, ...inUnit, ...Object.keys(compose.services.desk.environment ?? {})]
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !known.has(name ?? ''))).toEqual([])
})

test('what the services of Compose keep is declared, and lies outside of the containers', () => {
  const kept = Object.values(compose.services)
    .flatMap(({ volumes = [] }) => volumes)
    .map((volume) => volume.split(':')[0]!)
    .filter((place) => /^\w+$/.test(place))
  expect(kept.toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
})

test('the proxy of Compose sends to the port that the image listens on', () => {
  const port = /PORT=(\d+)/.exec(read('deploy/Containerfile'))?.[1]
  expect(compose.services.proxy.environment?.DESK_NODES).toBe(`desk:${port}`)
  const [mail] = /SMTP_IN_PORT=(\d+)/.exec(read('deploy/Containerfile'))?.slice(1) ?? []
  expect(read('deploy/compose.yaml')).toContain(`25:${mail}`)
})
