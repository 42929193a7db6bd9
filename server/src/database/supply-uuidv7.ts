import type pg from 'pg'

const bornIn = 180_000

/**
 * PostgreSQL has `uuidv7()` since 18: where the server is older, the desk's database gets one of its
 * own, before the tables whose keys it makes. As in 18 the keys of one session rise, within a
 * millisecond too (RFC 9562 §6.2, method 3: twelve more bits of the clock, one further where it stands).
 */
export async function supplyUuidV7(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if (rows.some(({ version }) => version < bornIn)) await client.query(uuidV7)
}

const uuidV7 = `
create or replace function public.uuidv7() returns uuid
language plpgsql volatile parallel unsafe set search_path = pg_catalog as $$
declare
  micros bigint := extract(epoch from clock_timestamp()) * 1000000;
  -- one step is a 4,096th of a millisecond
  step bigint := (micros / 1000) * 4096 + (micros % 1000) * 4096 / 1000;
  last bigint := coalesce(nullif(current_setting('firstline.last_uuid_step', true), '')::bigint, 0);
begin
  -- a clock that is set back by more than a second is believed
  if step <= last and step > last - 4096000 then step := last + 1; end if;
  perform set_config('firstline.last_uuid_step', step::text, false);
  return (lpad(to_hex(step / 4096), 12, '0') || '7' || lpad(to_hex(step % 4096), 3, '0')
    || substr(replace(gen_random_uuid()::text, '-', ''), 17))::uuid;
end $$`
