import type { Pool, PoolClient } from 'pg'
import { seededChance } from '#acme/chance.ts'
import type { Chance } from '#acme/chance.ts'
import { inTransaction, row } from '#acme/database/connect.ts'
import { recordRelease } from '#acme/releases/record-release.ts'
import { insertAll } from '#acme/seed/insert-all.ts'
import {
  inventAccounts,
  inventCache,
  inventSessions,
  inventUsers,
} from '#acme/seed/invent-accounts.ts'
import type { User } from '#acme/seed/invent-accounts.ts'
import {
  inventBounce,
  inventDeliveries,
  inventEndpoints,
  inventExportEmail,
  inventExports,
} from '#acme/seed/invent-use.ts'
import { pastReleases } from '#acme/seed/past-releases.ts'

/** Fills an empty database, all or nothing: the same seed makes the same company. */
export async function seedCompany(pool: Pool, seed: number, now = new Date()): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await tx.query('lock table account in share row exclusive mode') // two starts at once: one seeds
    if (await row(tx, 'select id from account limit 1')) return
    const chance = seededChance(seed)
    await seedStatus(tx)
    const users = await seedAccounts(tx, chance, now)
    await seedUse(tx, chance, users, now)
    for (const release of pastReleases(now)) await recordRelease(tx, release)
  })
}

async function seedStatus(tx: PoolClient): Promise<void> {
  const titles = {
    exports: 'Exports',
    mail: 'Mail',
    webhooks: 'Webhooks',
    web: 'Web app',
    api: 'API',
  }
  for (const [position, [name, title]] of Object.entries(titles).entries()) {
    await tx.query(
      `insert into status_component (name, title, position, since) values ($1, $2, $3, now() - interval '21 days')`,
      [name, title, position],
    )
  }
}

/** Users by account, the owner first. */
async function seedAccounts(tx: PoolClient, chance: Chance, now: Date): Promise<User[][]> {
  const accounts = inventAccounts(chance, now)
  const users = accounts.map((account) => inventUsers(chance, account, now))
  const endpoints = accounts.flatMap((account) => inventEndpoints(chance, account))
  await insertAll(tx, 'account', accounts)
  await insertAll(tx, 'app_user', users.flat())
  await insertAll(tx, 'user_session', inventSessions(chance, users.flat(), now))
  await insertAll(
    tx,
    'cache_entry',
    accounts.flatMap((account) => inventCache(chance, account, now)),
  )
  await insertAll(tx, 'webhook_endpoint', endpoints)
  await insertAll(
    tx,
    'webhook_delivery',
    endpoints.flatMap((endpoint) => inventDeliveries(chance, endpoint, now)),
  )
  return users
}

async function seedUse(tx: PoolClient, chance: Chance, users: User[][], now: Date): Promise<void> {
  // Owners stay reachable: they are who writes to support.
  const bounces = users
    .flat()
    .filter((user) => user.role !== 'owner' && chance.hits(0.015))
    .map((user) => inventBounce(chance, user, now))
  const suppressed = new Set(bounces.map((bounce) => bounce.suppression.address))
  const exports = users.flatMap((ofAccount) => inventExports(chance, ofAccount, now))
  const emails = exports
    .filter((job) => job.status === 'completed')
    .map((job) => inventExportEmail(chance, job, suppressed))
  await insertAll(
    tx,
    'email_suppression',
    bounces.map((bounce) => bounce.suppression),
  )
  await insertAll(tx, 'export_job', exports)
  await insertAll(tx, 'email_delivery', emails)
  await insertAll(
    tx,
    'email_delivery',
    bounces.map((bounce) => bounce.email),
  )
}
