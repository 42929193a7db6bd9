import { expect, test } from 'vitest'
import { CommitUnknown } from '#server/connections/database.ts'
import { openPostgres } from '#server/connections/postgres.ts'
import { createPool } from '#server/database/database.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { describeStatements } from '#server/actions/testing/statement-conformance.ts'

describeStatements('postgres')

test('a server that ends the connection during the commit is not taken for an answer', async () => {
  const desk = await createTestDesk()
  const owner = createPool(desk.ownerUrl, desk.log, { max: 1 })
  await owner.query(`
    create table entry (id int);
    create function die() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger dies after insert on entry deferrable initially deferred
      for each row execute function die()`)
  await owner.end()
  const database = openPostgres(desk.ownerUrl, () => undefined)
  const sql = { text: 'insert into entry values (1) returning id', names: [] }
  const change = { sql, touches: null, values: {}, timeoutMs: 2_000, judge: () => undefined }
  await expect(database.change(change)).rejects.toBeInstanceOf(CommitUnknown)
  await database.stop()
})
