import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CommitUnknown } from '#server/connections/database.ts'
import type { Database } from '#server/connections/database.ts'
import { openMysql } from '#server/connections/mysql.ts'
import { openPostgres } from '#server/connections/postgres.ts'
import { readSource } from '#server/accounts/read-source.ts'
import { system } from '#server/core/actor.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { startMariaDb } from '#server/testing/mariadb.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { confirm, createActionDesk, openCase } from './factory.ts'
import type { ActionTestDesk, Case } from './factory.ts'
import { connectLedger, ledgerAction, ledgerTables } from './statements.ts'

const byId = 'where id like :id and account_id = :account_id'

/** The same action for both makes, told from one another by what their SQL can do. */
const makes = {
  postgres: {
    close: `sql: "update shop.ledger set state = 'closed' ${byId} returning account_id"`,
    careless: `sql: "update shop.ledger set state = 'closed' where id like :id and :account_id <> '' returning account_id"`,
    slow: `sql: "update shop.ledger set state = 'closed' ${byId} and pg_sleep(5) is not null returning account_id"`,
  },
  mysql: {
    close: `sql: "update shop.ledger set state = 'closed' ${byId}"\n  touches: select account_id from shop.ledger ${byId}`,
    careless: `sql: "update shop.ledger set state = 'closed' where id like :id and :account_id <> ''"\n  touches: "select account_id from shop.ledger where id like :id and :account_id <> ''"`,
    slow: `sql: "update shop.ledger set state = 'closed' ${byId} and sleep(5) = 0"\n  touches: select account_id from shop.ledger ${byId}`,
  },
}

type World = { query(sql: string): Promise<void>; url: string; stop(): Promise<void> }

async function openWorld(make: keyof typeof makes, desk: ActionTestDesk): Promise<World> {
  if (make === 'postgres') {
    return {
      query: (sql) => desk.shop.query(sql).then(() => undefined),
      url: desk.ownerUrl,
      stop: async () => undefined,
    }
  }
  const mariadb = await startMariaDb()
  return { ...mariadb, query: (sql) => mariadb.run(sql) }
}

/** What a statement of an action must do on every make of database. Call it at the top of a test file. */
export function describeStatements(make: keyof typeof makes): void {
  describe(`a statement on ${make}`, async () => {
    const desk = await createActionDesk(await createTestDesk())
    const world = await openWorld(make, desk)
    const { close, careless, slow } = makes[make]
    const params = 'params: { id: input.entry }'
    const actions = {
      close: ledgerAction('close', `${close}\n  ${params}`),
      'close-two': ledgerAction('close-two', `${close}\n  ${params}`, 'timeout: 2s', 2),
      careless: ledgerAction('careless', `${careless}\n  ${params}`, 'timeout: 2s', 5),
      slow: ledgerAction('slow', `${slow}\n  ${params}`, 'timeout: 200ms'),
      'by-function': ledgerAction(
        'by-function',
        'function: shop.close_all\n  params: { p_account: scope.account_id, p_id: input.entry }',
      ),
    }

    beforeAll(async () => {
      for (const sql of ledgerTables(make)) await world.query(sql)
      await desk.write('db-url.txt', world.url)
      await connectLedger(desk, make)
      for (const [id, text] of Object.entries(actions)) await desk.write(`actions/${id}.yaml`, text)
    })
    afterAll(async () => {
      await desk.sources.connections.stop()
      await world.stop()
    })

    /** An account with entries of its own, all beginning alike. */
    async function someEntries(count: number): Promise<Case & { entry: string }> {
      const on = await openCase(desk)
      const entry = randomUUID().slice(0, 8)
      const rows = Array.from(
        { length: count },
        (_, i) => `('${entry}${i || ''}', '${on.account}', 'open')`,
      )
      await world.query(`insert into shop.ledger (id, account_id, state) values ${rows.join(', ')}`)
      return { ...on, entry }
    }

    async function run(on: Case, action: keyof typeof actions, entry: string, by = desk) {
      const shown = await previewAction(by, someAgent, {
        ticketId: on.ticketId,
        action,
        input: { entry },
      })
      return confirm(by, on, shown)
    }

    async function statesOf(on: Case): Promise<unknown[]> {
      const scope = await lookAtAccount(desk, system('test'), on.ticketId)
      const { rows } = await readSource(desk.sources, scope, 'ledger', {}, { isFresh: true })
      return rows.map((row) => row.state)
    }

    test('loads: every file of it says how its rows are told apart', () => {
      expect(desk.sources.project.problems()).toEqual([])
    })

    test('changes the one row of the account, and is verified by reading', async () => {
      const on = await someEntries(1)
      const done = await run(on, 'close', on.entry)
      expect(done).toMatchObject({
        state: 'verifying',
        answer: { status: null, body: { rows: 1 } },
      })
      expect(done.request).toMatchObject({ method: 'SQL', url: 'db' })
      await settleRun(desk, { run: done.id })
      expect(await statesOf(on)).toEqual(['closed'])
    })

    test('a row reads like one of any other system: numbers, booleans, times in UTC', async () => {
      const on = await someEntries(2)
      const scope = await lookAtAccount(desk, system('test'), on.ticketId)
      const { rows } = await readSource(desk.sources, scope, 'ledger')
      expect(rows).toHaveLength(2)
      expect(rows[1]).toMatchObject({
        id: on.entry,
        amount: 12.5,
        is_open: true,
        noted_at: expect.stringMatching(/^\d{4}-[\d-]+T[\d:]+\.\d{3}Z$/),
      })
      expect(Math.abs(Date.parse(String(rows[0]!.noted_at)) - Date.now())).toBeLessThan(60_000)
    })

    test.each(['close', 'close-two', 'by-function'] as const)(
      'more rows than allowed (%s): all of it is taken back',
      async (action) => {
        const on = await someEntries(3)
        const failed = await run(on, action, `${on.entry}%`)
        expect(failed).toMatchObject({
          state: 'failed',
          error: { reason: 'target.too-many-rows' },
        })
        expect(await statesOf(on)).toEqual(['open', 'open', 'open'])
      },
    )

    test.each(['careless', 'by-function'] as const)(
      'a row of another account (%s): all of it is taken back, and it is on record',
      async (action) => {
        const [on, other] = [await someEntries(1), await someEntries(1)]
        await world.query(
          `update shop.ledger set id = concat('${on.entry}', 'x') where id = '${other.entry}'`,
        )
        const failed = await run(on, action, `${on.entry}%`)
        expect(failed).toMatchObject({ state: 'failed', error: { reason: 'target.foreign-row' } })
        expect([await statesOf(on), await statesOf(other)]).toEqual([['open'], ['open']])
        const told = await desk.db
          .selectFrom('event')
          .select('data')
          .where('name', '=', 'security.foreign_row')
          .where('ticket_id', '=', on.ticketId)
          .executeTakeFirstOrThrow()
        expect(told.data).toMatchObject({ source: action, foreign: 1 })
      },
    )

    test('longer than its time: all of it is taken back', async () => {
      const on = await someEntries(1)
      const failed = await run(on, 'slow', on.entry)
      expect(failed).toMatchObject({ state: 'failed', error: { reason: 'target.timeout' } })
      expect(await statesOf(on)).toEqual(['open'])
    })

    test('no row of this account: it failed, and says so', async () => {
      const [on, other] = [await someEntries(1), await someEntries(1)]
      const failed = await run(on, 'close', other.entry)
      expect(failed).toMatchObject({
        state: 'failed',
        error: { reason: 'target.nothing-changed' },
      })
    })

    test('values are values: what looks like SQL changes nothing', async () => {
      const on = await someEntries(1)
      const failed = await run(on, 'close', `${on.entry}'; delete from shop.ledger; -- `)
      expect(failed.error?.reason).toBe('target.nothing-changed')
      expect(await statesOf(on)).toEqual(['open'])
    })

    test('two statements are refused by the connection itself', async () => {
      const sql = { text: 'delete from shop.ledger; delete from shop.ledger', names: [] }
      const change = { sql, touches: null, values: {}, timeoutMs: 1_000, judge: () => undefined }
      await expect(desk.sources.connections.database('db').change(change)).rejects.toThrow(
        /syntax|multiple commands/i,
      )
    })

    test('a read cannot change anything', async () => {
      const on = await someEntries(1)
      const text = 'delete from shop.ledger'
      const database = desk.sources.connections.database('db')
      const reading = database.read({ text, names: [] }, {}, { timeoutMs: 1_000, limit: 10 })
      await expect(reading).rejects.toThrow(/syntax|read only|READ ONLY/)
      expect(await statesOf(on)).toEqual(['open'])
    })

    test('a database that cannot be reached was surely not changed', async () => {
      const open = make === 'postgres' ? openPostgres : openMysql
      const away = open(`${make}://nobody@127.0.0.1:1/x`, () => undefined)
      const on = await someEntries(1)
      const failed = await run(on, 'close', on.entry, changingBy(away.change))
      await away.stop()
      expect(failed).toMatchObject({ state: 'failed', error: { reason: 'target.unreachable' } })
    })

    test('a connection that breaks while committing leaves it unknown', async () => {
      const on = await someEntries(1)
      const { change } = desk.sources.connections.database('db')
      const broken = await run(
        on,
        'close',
        on.entry,
        changingBy(async (wanted) => {
          await change(wanted)
          throw new CommitUnknown()
        }),
      )
      expect(broken).toMatchObject({ state: 'unknown', error: { reason: 'target.broken-off' } })
      await settleRun(desk, { run: broken.id })
      expect(await statesOf(on)).toEqual(['closed'])
    })

    /** The same desk, whose changes go another way. */
    function changingBy(change: Database['change']): ActionTestDesk {
      const { sources } = desk
      const database = (id: string) => ({ ...sources.connections.database(id), change })
      const connections = { ...sources.connections, database }
      return { ...desk, sources: { ...sources, connections } }
    }
  })
}
