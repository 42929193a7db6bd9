import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createActionDesk } from '#server/actions/testing/factory.ts'
import { connectLedger, ledgerAction } from '#server/actions/testing/statements.ts'

const own = 'where id = :id and account_id = :account_id'
const params = 'params: { id: input.entry }'
const update = `update shop.ledger set state = 'closed' ${own}`

for (const make of ['postgres', 'mysql'] as const) {
  describe(`a statement on ${make}`, async () => {
    const desk = await createActionDesk(await createTestDesk())
    const answering = make === 'postgres' ? `${update} returning account_id` : update
    const touches = `touches: select account_id from shop.ledger ${own}`
    const more = make === 'postgres' ? params : `${params}\n  ${touches}`
    let files = 0

    beforeAll(async () => {
      await desk.write('db-url.txt', desk.ownerUrl)
      await connectLedger(desk, make)
    })

    /** What is wrong with an action that runs this. */
    async function problemsOf(run: string, change: (text: string) => string = (text) => text) {
      const file = 'actions/statement.yaml'
      const id = `statement-${++files}`
      await desk.write(file, change(ledgerAction(id, run)))
      const problems = desk.sources.project.problems().filter((problem) => problem.file === file)
      expect(desk.actions.current().has(id)).toBe(problems.length === 0)
      return problems.map(({ reason }) => reason).join('\n')
    }
    const sqlProblems = (sql: string) => problemsOf(`sql: |-\n    ${sql}\n  ${more}`)

    test('loads when it is one, about the account, and answers its rows', async () => {
      expect(await sqlProblems(answering)).toBe('')
      expect(await sqlProblems(`${answering};`)).toBe('')
    })

    test('locks the rows it touches, once', async () => {
      const textOf = async (select: string) => {
        const run = `sql: |-\n    ${answering}\n  ${params}\n  touches: ${select}`
        expect(await problemsOf(run)).toBe('')
        const { run: call } = desk.actions.get(`statement-${files}`)
        return call.kind === 'sql' ? call.touches?.text : undefined
      }
      const select = `select account_id from shop.ledger ${own}`
      const locking = expect.stringMatching(/^select account_id from .*[^e] for update$/)
      expect(await textOf(select)).toEqual(locking)
      expect(await textOf(`${select} for update`)).toEqual(locking)
    })

    test('may ask for its account in a query among its values, and set none behind it', async () => {
      const query = `(select max(state) from shop.ledger where account_id = :account_id)`
      const sets = (what: string) => sqlProblems(answering.replace("state = 'closed'", what))
      expect(await sets(`state = ${query}`)).toBe('')
      expect(await sets(`state = coalesce(${query}, 'none')`)).toBe('')
      expect(await sets(`state = ${query}, account_id = :id`)).toContain('change owner')
      expect(await sets(`state = coalesce(${query}, 'x'), account_id = :id`)).toContain(
        'change owner',
      )
      expect(await sets(`(account_id, state) = (select :id, 'x' from shop.ledger)`)).toContain(
        'change owner',
      )
    })

    test('may answer its account by its table’s name and among others', async () => {
      if (make !== 'postgres') return
      for (const answer of [
        'ledger.account_id',
        'id, account_id',
        'distinct account_id',
        '"account_id"',
      ]) {
        const select = `select ${answer} from shop.ledger ${own}`
        expect(
          await problemsOf(`sql: |-\n    ${answering}\n  ${params}\n  touches: ${select}`),
        ).toBe('')
      }
    })

    test('that adds rows answers them', async () => {
      const insert = 'insert into shop.ledger (id, account_id, state) values (:id, :account_id, 1)'
      const reason = make === 'postgres' ? 'must answer the rows' : 'An insert must answer its rows'
      expect(await problemsOf(`sql: ${insert}\n  ${params}`)).toContain(reason)
      expect(await problemsOf(`sql: ${insert} returning account_id\n  ${params}`)).toBe('')
      const again =
        make === 'postgres'
          ? `${insert} on conflict (id) do update set account_id = :account_id returning account_id`
          : `${insert} on duplicate key update account_id = :account_id returning account_id`
      expect(await problemsOf(`sql: ${again}\n  ${params}`)).toContain('change owner')
    })

    test('needs all its values', async () => {
      const run = `sql: |-\n    ${answering}\n  ${more.replace('id: input.entry', 'id: { $from: input.entry, $missing: omit }')}`
      expect(await problemsOf(run)).toContain('none can be left out')
    })

    test.each([
      ['two of them', `${answering}; delete from shop.ledger`, 'One statement'],
      ['a query', `select account_id from shop.ledger ${own}`, 'changes no row'],
      ['a change behind “with”', `with x as (${answering}) select * from x`, 'changes no row'],
      ['a change of the tables', 'drop table shop.ledger', 'changes no row'],
      ['no account', answering.replaceAll(' and account_id = :account_id', ''), 'never asks'],
      ['a name nobody declared', answering.replace(':id', ':entry'), '“:entry” is not declared'],
      ['another owner', answering.replace("state = 'closed'", 'account_id = :id'), 'change owner'],
      [
        'another owner among more',
        answering.replace("state = 'closed'", "state = 'x', Account_ID=:account_id"),
        'change owner',
      ],
      [
        'another owner, in quotes',
        answering.replace(
          "state = 'closed'",
          make === 'postgres' ? '"account_id" = :account_id' : '`account_id` = :account_id',
        ),
        'change owner',
      ],
      [
        'another owner, in a list',
        answering.replace("state = 'closed'", '(state, account_id) = (:id, :account_id)'),
        'change owner',
      ],
      [
        'another owner, behind a query',
        answering.replace(
          "state = 'closed'",
          "state = (select 'x' from shop.ledger where id = :id), account_id = :account_id",
        ),
        'change owner',
      ],
      [
        'a value that is called as the account',
        `${answering.replace(' returning account_id', '')} returning :account_id as account_id`,
        'must be the column itself',
      ],
      [
        'the account in a comment',
        `${answering.replaceAll(':account_id', "'a'")} -- :account_id`,
        'never asks',
      ],
    ])('is refused: %s', async (_what, sql, reason) => {
      expect(await sqlProblems(sql)).toContain(reason)
    })

    test('is refused where it would not answer its rows', async () => {
      const reason = make === 'postgres' ? 'must answer the rows' : 'cannot answer its rows'
      expect(await problemsOf(`sql: ${update}\n  ${params}`)).toContain(reason)
    })

    test.each([
      ['a change', `update shop.ledger set state = 'x' ${own}`, 'must be one select'],
      [
        'two statements',
        `select account_id from shop.ledger ${own}; select 1`,
        'must be one select',
      ],
      ['no account', 'select account_id from shop.ledger where id = :id', 'never asks'],
      [
        'a value that is called as the account',
        `select :account_id account_id from shop.ledger where id = :id`,
        'must be the column itself',
      ],
    ])('is refused where what it touches is %s', async (_what, select, reason) => {
      const run = `sql: |-\n    ${answering}\n  ${params}\n  touches: ${select}`
      expect(await problemsOf(run)).toContain(reason)
    })

    test('is refused when the account is an input of it', async () => {
      const run = `sql: |-\n    ${answering}\n  ${more.replace('{ id: input.entry }', '{ id: input.entry, account_id: input.entry }')}`
      expect(await problemsOf(run)).toContain('cannot be given')
    })

    test('is refused with a dry run, on another connection, or without its column', async () => {
      const run = `sql: |-\n    ${answering}\n  ${more}`
      const dry = (text: string) => `${text}preview: { openapi: admin.yaml#requeueExport }\n`
      expect(await problemsOf(run, dry)).toContain('no dry run')
      const elsewhere = (text: string) => text.replace('connection: db', 'connection: shop-admin')
      expect(await problemsOf(run, elsewhere)).toContain('no connection to a database')
      const ownerless = (text: string) => text.replace('  account_column: account_id\n', '')
      expect(await problemsOf(run, ownerless)).toContain('account_column')
    })

    test('a function is refused without an account, and by a name that is more than a name', async () => {
      const call = (name: string, account: string) =>
        problemsOf(`function: ${name}\n  params: { p_account: ${account}, p_id: input.entry }`)
      expect(await call('shop.close_all', 'scope.account_id')).toBe('')
      expect(await call('shop.close_all', 'input.entry')).toContain('not told whose account')
      expect(await call('"x(1); drop table y"', 'scope.account_id')).toContain(
        'no name of a function',
      )
    })
  })
}
