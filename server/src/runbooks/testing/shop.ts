import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Ticket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll } from 'vitest'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import type { ProjectStore } from '#server/project/project.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import type { Actor } from '#server/core/actor.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { setTicketAccount } from '#server/tickets/set-ticket-account.ts'
import { declareRunbooks, followRunbookFiles } from '#server/runbooks/publish/load-runbooks.ts'

/** For tests: a desk connected to a small shop with real tables, sources, actions and a runbook. */
export type RunbookDesk = TestDesk & {
  sources: Sources & { project: ProjectStore }
  secret: string
  folder: string
  /** SQL in the shop's own tables. */
  shop(sql: string, values?: unknown[]): Promise<void>
}

export async function runbookDesk(
  desk: TestDesk,
  files: Record<string, string> = {},
): Promise<RunbookDesk> {
  await runShop(desk.ownerUrl, shopTables)
  const folder = await writeFolder({ ...projectFiles, ...files })
  const project = await openProject(folder, desk.log)
  declareRunbooks(project)
  const sources = createSources(desk, project, {}, { SHOP_URL: desk.ownerUrl })
  const stop = await followRunbookFiles({ ...desk, sources })
  afterAll(async () => {
    stop()
    project.stop()
    await sources.connections.stop()
  })
  const shop = (sql: string, values: unknown[] = []) => runShop(desk.ownerUrl, sql, values)
  const secret = 'a secret of thirty-two characters or more'
  return { ...desk, sources, secret, folder, shop }
}

async function runShop(url: string, sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await (values.length > 0 ? client.query(sql, values) : client.query(sql))
  await client.end()
}

async function writeFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-project-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

/** Races need connections that are open already, or the first is done before the second begins. */
export async function openConnections(desk: TestDesk): Promise<void> {
  const busy = Array.from({ length: 6 }, () => sql`select pg_sleep(0.05)`.execute(desk.db))
  await Promise.all(busy)
}

let customers = 0

/** An account of its own with one ticket. */
export async function ticketOf(
  desk: RunbookDesk,
  actor: Actor,
  { subject = 'Parcel never came', text = 'Hello, my parcel never came. Where is it?' } = {},
): Promise<{ ticket: Ticket; account: string; email: string }> {
  const account = `acc_${(++customers).toString().padStart(4, '0')}`
  const email = `customer${customers}@shop.example`
  await desk.shop('insert into shop_customer values ($1, $2, $3)', [
    account,
    `Customer ${customers}`,
    email,
  ])
  const { id: ticketId } = await createTicket(desk, actor, { subject, text, contactEmail: email })
  const ticket = await setTicketAccount(desk, actor, { ticketId, externalId: account })
  return { ticket, account, email }
}

export async function orderOf(
  desk: RunbookDesk,
  account: string,
  order: { state?: string; carrier?: string | null; ageS?: number; email?: string } = {},
): Promise<string> {
  const { state = 'sent', carrier = 'none', ageS = 3600, email = 'someone@shop.example' } = order
  const id = `ord_${crypto.randomUUID().slice(0, 8)}`
  const values = [id, account, state, carrier, ageS, email]
  await desk.shop('insert into shop_order values ($1, $2, $3, $4, $5, $6)', values)
  return id
}

const shopTables = `
  create table if not exists shop_customer (account_id text, name text, email text);
  create table if not exists shop_order
    (id text, account_id text, state text, carrier text, age_s int, email text);
  create table if not exists shop_slowness (seconds float);
`

export const parcelRunbook = `---
apiVersion: firstline/v1
kind: Runbook
id: parcel-not-received
title: Parcel not received
type: parcels.missing
owner: team-parcels
symptom:
  - my parcel never came
  - parcel not received
pick: { order_id: orders.recent.id }
checks:
  order: { source: orders.by_id, with: { id: pick.order_id } }
  delay: { source: shop.delay }
  neighbour: { ask: "Did a neighbour take it?", type: boolean, when: "order.state == 'delivered'" }
causes:
  packing: { when: "order.state == 'packing'", action: order.hurry }
  on-its-way: { when: "order.state == 'sent' && order.carrier != 'lost'", reply: wait }
  lost: { when: "order.state == 'sent' && order.carrier == 'lost'", escalate: lost-parcel }
  found: { when: "order.state == 'delivered' && neighbour", reply: found }
  stolen: { when: "order.state == 'delivered' && !neighbour", escalate: lost-parcel }
escalate:
  lost-parcel: { to: parcels-team, send: [order.id, order.carrier], because: "sent, and no carrier knows it" }
fixtures:
  - { given: { order: { state: packing, carrier: none } }, expect: packing }
  - { given: { order: { state: sent, carrier: none } }, expect: on-its-way }
  - { given: { order: { state: sent, carrier: lost } }, expect: lost }
  - { given: { order: { state: delivered, carrier: none }, neighbour: true }, expect: found }
  - { given: { order: { state: delivered, carrier: none }, neighbour: false }, expect: stolen }
---
Take the order the customer means.

## packing
It has not left yet.

### Say
Your order {{order.id}} leaves today.

## on-its-way
It is with the carrier.

### Say
Your order {{order.id}} is on its way.

## lost
The carrier does not know it.

## found
A neighbour has it.

### Say
Good that it was found.

## stolen
It was delivered and is gone.
`

/** All that an action says beside its id, its title and its input. */
function actionWith(input: string): string {
  return `version: 1
tier: safe
target: { max_records: 1 }
input: ${input}
read: { order: { source: orders.by_id, with: { id: input.order_id } } }
guards: [{ id: packing, cel: "order.state == 'packing'", say: "Only an order that is being packed" }]
limits:
  lock: account
  cooldown: { key: [input.order_id], max: 1, window: 10m }
  rate: [{ per: agent, max: 20, window: 1h }, { per: all, max: 200, window: 1h }]
  timeout: 3s
  retry: { max: 0, on: [] }
  breaker: { failures: 3, window: 15m }
run:
  connection: shop
  sql: update shop_order set state = 'sent' where id = :id and account_id = :account_id returning account_id
  account_column: account_id
  params: { id: input.order_id }
verify: { source: orders.by_id, cel: "order.state == 'sent'", within: 60s }
undo: { none: "It is on its way" }
audit: { require: [reason] }
`
}

export const projectFiles: Record<string, string> = {
  'firstline.yaml': `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop Help, signature: Shop }
connections:
  shop: { kind: postgres, url: env:SHOP_URL }
directory:
  connection: shop
  by_email: |
    select account_id, name as account_name, 'shop.example' as domain, name as contact_name,
           email as contact_email
    from shop_customer where lower(email) = lower(:email)
  by_id: |
    select account_id, name as account_name, 'shop.example' as domain
    from shop_customer where account_id = :account_id
types:
  - { id: parcels.missing, title: Parcel missing }
  - { id: how-to, title: How do I … }
lines: { l1: [First line], l2: [Parcels team] }
`,
  'sources/orders.recent.yaml': `
apiVersion: firstline/v1
kind: Source
id: orders.recent
title: Orders
connection: shop
sql: select id, account_id, state, email from shop_order where account_id = :account_id order by age_s
account_column: account_id
mask: { email: email }
`,
  'sources/orders.by_id.yaml': `
apiVersion: firstline/v1
kind: Source
id: orders.by_id
title: One order
connection: shop
single: true
params: { id: { type: string, pattern: "^ord_[a-z0-9]{8}$" } }
sql: select * from shop_order where account_id = :account_id and id = :id
account_column: account_id
mask: { email: email }
values: { state: [packing, sent, delivered] }
`,
  'sources/shop.delay.yaml': `
apiVersion: firstline/v1
kind: Source
id: shop.delay
title: A source that may be slow
connection: shop
single: true
sql: |
  select account_id, pg_sleep(coalesce((select max(seconds) from shop_slowness), 0))::text as slept
  from shop_customer where account_id = :account_id
account_column: account_id
timeout: 5s
`,
  'actions/order.hurry.yaml': `
apiVersion: firstline/v1
kind: Action
id: order.hurry
title: Hurry an order
${actionWith('{ type: object, additionalProperties: false, properties: { order_id: { type: string, x-pick: orders.recent.id } } }')}`,
  'actions/order.correct.yaml': `
apiVersion: firstline/v1
kind: Action
id: order.correct
title: Correct an address
${actionWith(`
  type: object
  additionalProperties: false
  required: [order_id, street, city]
  properties:
    order_id: { type: string, x-pick: orders.recent.id }
    street: { type: string }
    city: { type: string }
    to: { type: object }`)}`,
  'runbooks/parcel-not-received.md': parcelRunbook,
}
