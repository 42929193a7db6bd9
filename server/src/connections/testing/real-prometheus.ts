import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { endsWith } from '#server/testing/end-process.ts'
import { until } from '#server/testing/eventually.ts'
import { openMetrics } from './metric-samples.ts'
import type { KeptSeries } from './metric-samples.ts'
import { freePort } from '#server/testing/free-port.ts'

const server = '/usr/bin/prometheus'
const tool = '/usr/bin/promtool'

/** Whether Debian's package is here. */
export const isPrometheusHere = existsSync(server) && existsSync(tool)

/** Who may ask: `user:password`. */
export const prometheusLogin = 'desk:of the test'
const hashed = '$2b$04$w4b.6BWYa9v58bH4VOC1/.JHMkBqCOFsdqVyqJsv6y3Lzb9.DehU2'

/** @returns what it says @throws what it says, where it is not content */
export async function promtool(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(tool, args)
  return stdout
}

/** A Prometheus of its own that keeps these series, and asks for a password. */
export async function startPrometheus(
  kept: readonly KeptSeries[],
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-prometheus-'))
  const place = (name: string) => join(folder, name)
  await writeFile(place('samples.txt'), openMetrics(kept))
  await writeFile(place('config.yml'), 'global: { scrape_interval: 1h }\n')
  await writeFile(place('web.yml'), `basic_auth_users: { desk: '${hashed}' }\n`)
  const load = ['tsdb', 'create-blocks-from', 'openmetrics', '-q']
  await promtool(...load, place('samples.txt'), place('data'))
  const authorization = `Basic ${Buffer.from(prometheusLogin).toString('base64')}`
  const years = ['--storage.tsdb.retention.time=100y']
  return runPrometheus(folder, [`--web.config.file=${place('web.yml')}`, ...years], authorization)
}

/** @param folder has `config.yml`, and is removed by stop() */
export async function runPrometheus(
  folder: string,
  options: readonly string[] = [],
  authorization = '',
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const running = spawn(
    server,
    [
      `--config.file=${join(folder, 'config.yml')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      ...options,
    ],
    { stdio: 'ignore' },
  )
  const stop = endsWith(folder, running)
  const url = `http://127.0.0.1:${port}`
  await until(async () => {
    const answer = await fetch(`${url}/-/ready`, { headers: { authorization } }).catch(() => null)
    return answer?.status === 200
  })
  return { url, stop }
}
