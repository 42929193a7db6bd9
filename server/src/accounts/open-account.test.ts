import { expect, test } from 'vitest'
import { minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import {
  createCustomerSystem,
  createFolder,
  createTestSources,
  projectFile,
  sourceFile,
} from './testing/factory.ts'
import { getAccountOpening, openAccount, readOpenedPanel } from './open-account.ts'

const testDesk = await createTestDesk()
const customer = await createCustomerSystem(`
  create table person (account_id text, email text);
  insert into person values ('acc_a', 'dana@northwind.example'), ('acc_b', 'canary@b.example')`)
const folder = createFolder({
  'firstline.yaml': `${projectFile}account_picture: [people]
directory:
  connection: replica
  by_id: select account_id, account_id as account_name from person where account_id = :account_id
`,
  'sources/people.yaml': sourceFile(
    'people',
    `connection: replica\naccount_column: account_id\nmask: { email: email }
sql: select * from person where account_id = :account_id`,
  ),
})
const desk = {
  ...testDesk,
  sources: await createTestSources(testDesk, folder, { REPLICA_URL: customer.url }),
}
const lead = await createPerson(testDesk, { role: 'lead' })
const otherLead = await createPerson(testDesk, { role: 'lead' })
const agent = await createPerson(testDesk)
const reason = 'The customer called the chief executive'

test('a lead opens an account for a reason, reads it masked, and both are on record', async () => {
  const { id, account } = await openAccount(desk, lead, { externalId: 'acc_a', reason })
  const opened = await getAccountOpening(desk, lead, { openingId: id })
  expect(opened.panels).toMatchObject([{ source: 'people' }])
  const { rows } = await readOpenedPanel(desk, lead, { openingId: id, source: 'people' })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('dana@')
  const events = await desk.db.selectFrom('event').selectAll().execute()
  expect(events).toMatchObject([
    { name: 'account.opened', actor_id: lead.id, account_id: account.id, data: { reason } },
  ])
})

test('it is theirs alone and ends after half an hour', async () => {
  const { id } = await openAccount(desk, lead, { externalId: 'acc_a', reason })
  const panel = { openingId: id, source: 'people' }
  await expect(readOpenedPanel(desk, otherLead, panel)).rejects.toMatchObject({
    reason: 'opening.not-found',
  })
  desk.clock.advance(31 * minutes)
  await expect(readOpenedPanel(desk, lead, panel)).rejects.toMatchObject({
    reason: 'opening.expired',
  })
})

test('an agent opens nothing; an account the directory does not know is not opened', async () => {
  const wish = { externalId: 'acc_a', reason }
  await expect(openAccount(desk, agent, wish)).rejects.toMatchObject({ kind: 'forbidden' })
  const unknown = openAccount(desk, lead, { ...wish, externalId: 'acc_z' })
  await expect(unknown).rejects.toMatchObject({ reason: 'account.not-found' })
})
