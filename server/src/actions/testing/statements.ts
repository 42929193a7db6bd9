import type { ActionTestDesk } from './factory.ts'

type Make = 'postgres' | 'mysql'

/** For tests: a connection `db` with a table of accounts, and what changes it. */
export const ledgerTables = (make: Make) => [
  `create table shop.ledger (id varchar(20) primary key, account_id varchar(20) not null,
     state varchar(20) not null, amount decimal(20,2) not null default 12.5,
     is_open boolean not null default true, noted_at timestamp(3) not null default current_timestamp(3))`,
  make === 'postgres'
    ? `create function shop.close_all(p_account text, p_id text) returns setof shop.ledger
       language sql as $$ update shop.ledger set state = 'closed' where id like p_id returning * $$`
    : `create procedure shop.close_all(p_account text, p_id text)
       begin
         update shop.ledger set state = 'closed' where id like p_id;
         select * from shop.ledger where id like p_id and state = 'closed';
       end`,
]

const entrySource = (id: string, more: string) => `
apiVersion: firstline/v1
kind: Source
id: ${id}
title: Ledger
connection: db
sql: |
  select id, account_id, state, amount, is_open, noted_at from shop.ledger
  where account_id = :account_id ${more}
account_column: account_id
`

/** @param run of the action, in one line */
export const ledgerAction = (id: string, run: string, more = 'timeout: 2s', records = 1) => `
apiVersion: firstline/v1
kind: Action
id: ${id}
title: Close an entry
version: 1
tier: safe
target: { max_records: ${records} }
input:
  type: object
  additionalProperties: false
  required: [entry]
  properties: { entry: { type: string } }
read: { entry: { source: ledger.by_id, with: { id: input.entry } } }
limits: { ${more} }
run:
  connection: db
  account_column: account_id
  ${run}
verify: { source: ledger.by_id, cel: "entry.state == 'closed'", within: 60s }
undo: { none: "Entries are opened again by the customer" }
`

export async function connectLedger(desk: ActionTestDesk, make: Make): Promise<void> {
  const project = `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  shop: { kind: postgres, url: env:SHOP_URL }
  shop-admin: { kind: http, base_url: env:ADMIN_URL, openapi: admin.yaml }
  db: { kind: ${make}, url: file:db-url.txt }
`
  await desk.write('firstline.yaml', project)
  await desk.write('sources/ledger.yaml', entrySource('ledger', 'order by id desc'))
  await desk.write(
    'sources/ledger.by_id.yaml',
    `${entrySource('ledger.by_id', 'and id = :id')}single: true\nparams: { id: { type: string } }\n`,
  )
}
