import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { isPrometheusHere, promtool, runPrometheus } from './connections/testing/real-prometheus.ts'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './create-app.ts'
import { serve } from './serve.ts'
import { createApiKey } from './team/create-api-key.ts'
import { createTestDesk } from './testing/desk.ts'
import { until } from './testing/eventually.ts'
import { freePort } from './testing/free-port.ts'

const folderOf = (name: string) => fileURLToPath(new URL(`../../deploy/${name}`, import.meta.url))
const rules = join(folderOf('prometheus'), 'firstline.rules.yml')

test.skipIf(!isPrometheusHere)(
  'promtool takes the alerts, and each fires when it should',
  async () => {
    expect(await promtool('check', 'rules', rules)).toContain('SUCCESS')
    expect(await promtool('test', 'rules', rules.replace('.yml', '.test.yml'))).toContain('SUCCESS')
  },
)

test.skipIf(!isPrometheusHere)(
  'a Prometheus set up as the docs say reads a desk, and can answer every question of the dashboard',
  async () => {
    const { url, key } = await startNode()
    const folder = await mkdtemp(join(tmpdir(), 'firstline-watch-'))
    await cp(folderOf('prometheus'), folder, { recursive: true })
    await writeFile(join(folder, 'firstline.key'), `${key}\n`)
    const config = await readFile(join(folder, 'prometheus.yml'), 'utf8')
    const ours = config
      .replace('127.0.0.1:3000', new URL(url).host)
      .replaceAll(/_interval: \S+/g, '_interval: 1s')
    await writeFile(join(folder, 'config.yml'), ours)
    await promtool('check', 'config', join(folder, 'config.yml'))
    const prometheus = await runPrometheus(folder)
    try {
      const ask = askOf(prometheus.url)
      await until(async () => (await ask('up{job="firstline"} == 1')).length === 1)
      // twice at least: rates need two
      await until(async () => (await ask('changes(process_cpu_seconds_total[1m]) > 0')).length > 0)
      expect(await ask('firstline_jobs{state="waiting"}')).toHaveLength(1)
      for (const question of await questionsOfDashboard()) await ask(question)
      const groups = await groupsOf(prometheus.url)
      expect(groups.map(({ health, lastError = '' }) => [health, lastError])).toEqual(
        groups.map(() => ['ok', '']),
      )
      expect(groups.length).toBeGreaterThan(15)
      const firing = await ask('ALERTS{alertstate="firing"}')
      expect(firing).toEqual([])
    } finally {
      await prometheus.stop()
    }
  },
)

async function startNode(): Promise<{ url: string; key: string }> {
  const desk = await createTestDesk()
  const home = await mkdtemp(join(tmpdir(), 'firstline-watched-'))
  const port = await freePort()
  const env = { PORT: String(port), SMTP_IN_PORT: '0', LOG_LEVEL: 'silent', FIRSTLINE_HOME: home }
  const app = await createApp(readConfig(env), desk.url)
  const node = await serve(app, 'web')
  afterAll(async () => {
    await node.stop()
    await app.close()
    await rm(home, { recursive: true })
  })
  const wanted = { name: 'Prometheus', permissions: ['metrics:read' as const] }
  const { key } = await createApiKey(app, system('test'), wanted)
  return { url: `http://127.0.0.1:${port}`, key }
}

/** @returns the series that it finds @throws where Prometheus does not understand the question */
function askOf(url: string) {
  return async (query: string): Promise<unknown[]> => {
    const answer = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query }).toString()}`)
    const said = (await answer.json()) as { status: string; error?: string; data: { result: [] } }
    if (said.status !== 'success') throw new Error(`${query}: ${said.error ?? answer.status}`)
    return said.data.result
  }
}

async function questionsOfDashboard(): Promise<string[]> {
  const file = await readFile(join(folderOf('grafana'), 'firstline.json'), 'utf8')
  const { panels } = JSON.parse(file) as { panels: { targets?: { expr: string }[] }[] }
  return panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
}

type Rule = { health: string; lastError?: string }

/** As they are after each was asked once. */
async function groupsOf(url: string): Promise<Rule[]> {
  const read = async () => {
    const answer = await fetch(`${url}/api/v1/rules`)
    const { data } = (await answer.json()) as { data: { groups: { rules: Rule[] }[] } }
    return data.groups.flatMap(({ rules: of }) => of)
  }
  await until(async () => (await read()).every(({ health }) => health !== 'unknown'))
  return read()
}
