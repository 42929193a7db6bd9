import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { startForeignShop } from '../testing/foreign-shop.ts'
import { largeApi } from '../testing/large-api.ts'
import { say } from '../testing/say.ts'
import { checkCommand } from './check.ts'
import { initCommand } from './init.ts'
import { tryCommand } from './try.ts'

const home = mkdtempSync(join(tmpdir(), 'firstline-init-'))
chmodSync(home, 0o755)
const shop = await startForeignShop(join(home, 'postgres'))
const json = { 'content-type': 'application/json' }
const series = (name: string, value: string) => ({
  metric: { __name__: name },
  value: [1_790_000_000, value],
})
/** What stands for the API, where nobody has such an account, and for a Prometheus with two metrics of accounts. */
const api = createServer(({ url = '', headers }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://api')
  if (pathname !== '/api/v1/query') return response.writeHead(404, json).end('{}')
  if (headers.authorization !== 'Bearer m3trics') return response.writeHead(401, json).end('{}')
  const isAsked = (searchParams.get('query') ?? '').includes('tenant_id!=""')
  const result = isAsked
    ? [series('queue_bytes', '3'), series('http_requests_total', '40'), series('x_bucket', '9')]
    : []
  const data = { resultType: 'vector', result }
  return response.writeHead(200, json).end(JSON.stringify({ status: 'success', data }))
})
await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
const { port } = api.address() as AddressInfo
vi.stubEnv('FOREIGN_DB', shop.readerUrl)
vi.stubEnv('OWNER_DB', shop.url)
vi.stubEnv('API_URL', `http://127.0.0.1:${port}`)
vi.stubEnv('API_TOKEN', 'not-to-be-told')
afterAll(async () => {
  vi.unstubAllEnvs()
  api.closeAllConnections()
  api.close()
  await shop.stop()
  rmSync(home, { recursive: true, force: true })
})

let folders = 0
const newFolder = () => join(home, `project-${++folders}`)
const init = (...args: string[]) => say(initCommand, ...args)
/** A folder that is not there, and what came of it. */
async function initNew(...args: string[]) {
  const folder = newFolder()
  return { folder, ...(await init(folder, ...args)) }
}
const textOf = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const allTexts = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')

describe('of a database that nobody made for us', () => {
  test('writes a folder that check --live accepts, and the first panel is there', async () => {
    const { folder, ...made } = await initNew('--database', 'env:FOREIGN_DB')
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toMatch('accounts   shp_client (its name')
    expect(made.stdout).toMatch(
      'purchase.recent from shp_purchase: client_no refers to shp_client.client_no; placed_on says when; stage says how it is',
    )
    expect(await say(checkCommand, folder, '--live', '--strict')).toMatchObject({ status: 0 })
    const whose = await say(tryCommand, 'address', 'kim@harbour.example', folder)
    expect(whose.stdout).toMatch('Kim Weber of Harbour Ltd (9007199254740993), found by email')
    const account = ['--account', '9007199254740993']
    const panel = await say(tryCommand, 'source', 'purchase.recent', ...account, folder)
    expect(panel).toMatchObject({ status: 0 })
    expect(panel.stdout).toMatch(/P-1 +paid +12\.5/)
    expect(panel.stdout).toMatch('k•••@harbour.example')
    const one = await say(
      tryCommand,
      'source',
      'parcel.by_id',
      ...account,
      '--param',
      'id=7',
      folder,
    )
    expect(one.stdout).toMatch('on its way')
  })

  test('reads no column that looks like a secret or an address, and says which', async () => {
    const { folder, stdout } = await initNew('--database', 'env:FOREIGN_DB')
    const purchases = textOf(folder, 'sources/purchase.recent.yaml')
    expect(purchases).toMatch('# Not read: shipping_address, card_number, raw.')
    expect(purchases.replaceAll(/^#.*$/gm, '')).not.toMatch(/card_number|shipping_address|raw/)
    expect(textOf(folder, 'sources/parcel.recent.yaml')).not.toMatch(/^[^#]*trackingToken/m)
    expect(textOf(folder, 'firstline.yaml')).not.toMatch(/password_hash|tax_id/)
    expect(stdout).toMatch('not read: iban')
    expect(stdout).not.toMatch('shp_sessions.')
  })

  test('knows all that an enumeration can be, quotes as the database does, and keeps types', async () => {
    const { folder } = await initNew('--database', 'env:FOREIGN_DB')
    const purchases = textOf(folder, 'sources/purchase.by_id.yaml')
    expect(purchases).toMatch("stage: [basket, paid, packed, it's lost]")
    expect(purchases).toMatch('params: { id: { type: string } }')
    const parcels = textOf(folder, 'sources/parcel.by_id.yaml')
    expect(parcels).toMatch('from "shp_Parcel"\n')
    expect(parcels).toMatch('params: { id: { type: integer } }')
  })

  test('an address with a password is written and said nowhere', async () => {
    const { folder, ...made } = await initNew('--database', shop.readerUrl)
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toMatch('export REPLICA_URL=…')
    expect(textOf(folder, 'firstline.yaml')).toMatch('url: env:REPLICA_URL')
    for (const text of [made.stdout, made.stderr, allTexts(folder)]) {
      expect(text).not.toMatch(shop.password)
    }
    const wrong = shop.readerUrl
      .replace(shop.password, 'wr0ng-pass')
      .replace(/\/foreign\?/, '/nowhere?')
    const refused = await initNew('--database', wrong)
    expect(refused).toMatchObject({ status: 3 })
    expect(refused.stderr).toMatch('The database (env:REPLICA_URL) cannot be read')
    expect(refused.stderr).not.toMatch('wr0ng-pass')
    expect(existsSync(refused.folder)).toBe(false)
  })

  test('a role that may write is said with its tables, one that may not is not', async () => {
    const owner = await initNew('--database', 'env:OWNER_DB', '--dry-run')
    expect(owner.stdout).toMatch(
      /the role of this address may write to shp_\w+, .* take one that may only select/,
    )
    const reader = await initNew('--database', 'env:FOREIGN_DB', '--dry-run')
    expect(reader.stdout).not.toMatch('may write')
    const { folder } = await initNew('--database', 'env:OWNER_DB')
    expect(await say(checkCommand, folder, '--live')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^firstline\.yaml:\d+:\d+: warning: connections\.replica: its role may write to shp_/m,
      ),
    })
  })

  test('takes the tables that are named instead of the likeliest', async () => {
    const database = ['--database', 'env:FOREIGN_DB']
    const { folder, status } = await initNew(...database, '--source', 'shp_bill')
    expect(status).toBe(0)
    expect(readdirSync(join(folder, 'sources')).toSorted()).toEqual([
      'bill.by_id.yaml',
      'bill.recent.yaml',
    ])
    const contacts = await initNew(...database, '--accounts', 'shp_client_contact')
    expect(textOf(contacts.folder, 'firstline.yaml')).toMatch('from shp_client_contact a')
    for (const [flag, value] of [
      ['--source', 'shp_bil'],
      ['--accounts', 'shp_article'],
      ['--schema', 'elsewhere'],
    ] as const) {
      const refused = await initNew(...database, flag, value)
      expect(refused.status).not.toBe(0)
      expect(refused.stderr).toMatch(value)
      expect(refused.stderr).toMatch('Nothing was written.')
      expect(existsSync(refused.folder)).toBe(false)
    }
  })
})

describe('of an API with 300 operations', () => {
  const file = join(home, 'large.json')
  writeFileSync(file, JSON.stringify(largeApi(300)))

  test('finds the reads whose rows say whose they are, and names the first action without writing one', async () => {
    const { folder, ...made } = await initNew('--openapi', file)
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toMatch('300 operations')
    expect(made.stdout).toMatch('orders.recent from listCustomerOrders')
    expect(made.stdout).toMatch(
      'resendConfirmation (POST /customers/{customer_id}/orders/{id}/confirmation; takes an Idempotency-Key',
    )
    expect(existsSync(join(folder, 'actions'))).toBe(false)
    expect(await say(checkCommand, folder, '--live', '--strict')).toMatchObject({ status: 0 })
    const orders = textOf(folder, 'sources/orders.recent.yaml')
    expect(orders).toMatch('bind: { customer_id: scope.account_id }')
    expect(orders).toMatch('rows: data.items')
    expect(orders).toMatch('account_column: customer.id')
    // all of an answer is read: what is not shown is masked
    expect(orders).toMatch('customer: hidden')
    expect(orders).toMatch('access_token: hidden')
    expect(orders).toMatch('email: email')
  })

  test('a read that does not say whose its rows are is counted, never proposed', async () => {
    const { stdout } = await initNew('--openapi', file, '--dry-run')
    expect(stdout).toMatch(/not +\d+ reads? of an account whose answer/)
    expect(stdout).not.toMatch('listNotes')
    const named = await initNew('--openapi', file, '--source', 'listNotes')
    expect(named).toMatchObject({ status: 1 })
  })

  test('what is no OpenAPI 3 is said, and leaves nothing behind', async () => {
    for (const [text, reason] of [
      ['{"swagger": "2.0"}', 'It is Swagger "2.0": OpenAPI 3.0 or 3.1 is needed'],
      ['[1]', 'no OpenAPI description'],
      ['{"openapi": ', 'cannot be read'],
      ['a: [', 'cannot be read'],
    ] as const) {
      const wrong = join(home, 'wrong.yaml')
      writeFileSync(wrong, text)
      const refused = await initNew('--openapi', wrong)
      expect(refused).toMatchObject({ status: 3, stdout: '' })
      expect(refused.stderr).toMatch(reason)
      expect(existsSync(refused.folder)).toBe(false)
    }
  })
})

describe('of a Prometheus', () => {
  const given = ['--prometheus', 'env:API_URL', '--prometheus-credential', 'env:METRICS_TOKEN']

  test('proposes a metric that has a label of an account, as a rate where it only counts up', async () => {
    vi.stubEnv('METRICS_TOKEN', 'm3trics')
    const { folder, ...made } = await initNew(...given)
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toMatch('2 metrics with a label that names an account')
    const metric = textOf(folder, 'sources/metrics.http_requests.yaml')
    expect(metric).toMatch('promql: sum(rate(http_requests_total[5m]))')
    expect(metric).toMatch('account_label: tenant_id')
    expect(metric).toMatch('unit: per_second')
    expect(await say(checkCommand, folder, '--live', '--strict')).toMatchObject({ status: 0 })
    expect(allTexts(folder)).not.toMatch('m3trics')
  })

  test('that lets nobody in is said, and leaves nothing behind', async () => {
    vi.stubEnv('METRICS_TOKEN', 'wr0ng')
    const refused = await initNew(...given)
    expect(refused).toMatchObject({ status: 3, stderr: expect.stringMatching('HTTP 401') })
    expect(refused.stderr).not.toMatch('wr0ng')
    expect(existsSync(refused.folder)).toBe(false)
  })
})

describe('the folder', () => {
  test('is never written over, and a system is not even asked', async () => {
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    const refused = await init(folder, '--database', 'env:FOREIGN_DB')
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching('is not empty') })
    expect(readdirSync(folder)).toEqual(['mine.txt'])
  })

  test('nothing of a draft is left beside it, whether it was written or refused', () => {
    expect(readdirSync(home).filter((name) => name.includes('draft'))).toEqual([])
  })

  test('is shown and not written by --dry-run, and is one object for programs', async () => {
    const { folder, stdout } = await initNew('--database', 'env:FOREIGN_DB', '--dry-run', '--json')
    expect(existsSync(folder)).toBe(false)
    const shown = JSON.parse(stdout) as { files: Record<string, string> }
    expect(shown).toMatchObject({ shape: 'firstline.init/1', isWritten: false })
    expect(Object.keys(shown.files)).toContain('sources/purchase.recent.yaml')
    expect(shown.files['.gitignore']).toMatch('.env')
  })

  test('has the status page, which the desk reads itself', async () => {
    const { folder, status } = await initNew(
      '--status',
      'https://status.example/api/v2/summary.json',
    )
    expect(status).toBe(0)
    expect(textOf(folder, 'firstline.yaml')).toMatch(
      'status: { url: https://status.example/api/v2/summary.json, every: 30s }',
    )
    expect(await say(checkCommand, folder)).toMatchObject({ status: 0 })
  })
})

test.each([
  [['--accounts', 'x'], '--accounts says nothing without --database'],
  [['--api-url', 'env:X'], '--api-url says nothing without --openapi'],
  [['--dry-run'], 'Say what you have'],
  [['--starter', '--status', 'env:X'], '--starter looks at no system'],
  [['--status', 'https://u:p@status.example/'], 'stands in the environment'],
  [['--prometheus', 'ftp://x'], 'no http address'],
  [['--openapi', 'x.yaml', '--api-credential', 'hunter2'], 'a secret is never written'],
])('%j is wrong usage: %s', async (args, stderr) => {
  const refused = await initNew(...args)
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringMatching(stderr) })
  expect(refused.stderr).not.toMatch(/hunter2|u:p/)
  expect(existsSync(refused.folder)).toBe(false)
})
