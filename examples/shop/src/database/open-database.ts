import { readFile } from 'node:fs/promises'
import pg from 'pg'

const steps = ['0001_shop.sql', '0002_first_customers.sql']

/** The shop's own database; an empty one gets its tables and first customers. */
export async function openDatabase(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, max: 5 })
  // an idle connection that breaks must not end the process: the next query gets a new one
  pool.on('error', ({ message }) => process.stderr.write(`database: ${message}\n`))
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ made: boolean }>(
      `select to_regclass('sales_order') is not null as made`,
    )
    if (!rows[0]?.made) {
      const texts = await Promise.all(
        steps.map((name) => readFile(new URL(name, import.meta.url), 'utf8')),
      )
      await client.query(`begin; ${texts.join('\n')}; commit`)
    }
  } catch (error) {
    client.release(true)
    await pool.end()
    throw error
  }
  client.release()
  return pool
}
