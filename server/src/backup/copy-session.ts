import type pg from 'pg'

/** How rows are written as text: read anywhere as they were, by a server of another version too. */
export async function speakPlainly(client: pg.Client): Promise<void> {
  await client.query(`
    select set_config('datestyle', 'ISO, YMD', false), set_config('intervalstyle', 'postgres', false),
      set_config('timezone', 'UTC', false), set_config('extra_float_digits', '1', false),
      set_config('bytea_output', 'hex', false), set_config('statement_timeout', '0', false),
      set_config('idle_in_transaction_session_timeout', '0', false),
      set_config('search_path', 'public', false)`)
}
