import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { projectFiles, requeueAs } from '#server/actions/testing/project.ts'
import { createTarget, shopTables } from '#server/actions/testing/target.ts'
import type { Target } from '#server/actions/testing/target.ts'

/** The company whose desk it is: its own database and admin API, which stay as they are. */
export type Company = {
  project: string
  env: NodeJS.ProcessEnv
  target: Target
  shop: pg.Pool
  /** An export of this account that failed: its `attempts` are 1 until somebody requeues it. */
  failExport(account: string): Promise<string>
  close(): Promise<void>
}

export const supportAddress = 'help@shop.example'
export const requeue = 'outage.requeue'
const mostAccounts = 500

/** @param url a database of its own */
export async function createCompany(url: string, folder: string): Promise<Company> {
  const shop = new pg.Pool({ connectionString: url, max: 4 })
  shop.on('error', () => undefined) // the query under way fails with it
  await shop.query(shopTables)
  await shop.query(
    `create table shop.customer as
    select 'acc_' || lpad(n::text, 8, '0') as id, 'customer' || n || '.example' as domain
    from generate_series(0, $1::int - 1) as n`,
    [mostAccounts],
  )
  const target = await createTarget(shop)
  const project = join(folder, 'project')
  for (const [path, text] of Object.entries(files())) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  let exports = 0
  return {
    project,
    env: { SHOP_URL: url, ADMIN_URL: target.url },
    target,
    shop,
    async failExport(account) {
      const id = `exp_${(++exports).toString(36).padStart(8, '0')}`
      await shop.query(`insert into shop.export values ($1, $2, 'failed', 1, 3, 'a@b.example')`, [
        id,
        account,
      ])
      return id
    },
    async close() {
      await target.close()
      await shop.end()
    },
  }
}

/** Of the customer with this number. */
export function addressOf(customer: number, person: string): string {
  return `${person}@customer${customer % mostAccounts}.example`
}

function files(): Record<string, string> {
  return {
    ...projectFiles,
    'token.txt': 'a credential of the test',
    'firstline.yaml': `${projectFiles['firstline.yaml']}
directory:
  connection: shop
  by_domain: "select id as account_id, id as account_name, domain from shop.customer where domain = lower(:domain)"
`,
    'actions/outage.requeue.yaml': requeueAs(
      requeue,
      [
        '{ per: agent, max: 20, window: 1h }, { per: all, max: 1000, window: 1h }',
        '{ per: all, max: 100000, window: 1h }',
      ],
      ['timeout: 3s', 'timeout: 5s'],
      ['undo: { action: export.cancel, within: 10m }', 'undo: { none: "Not in this proof" }'],
    ),
  }
}
