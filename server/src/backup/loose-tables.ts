import type pg from 'pg'

/**
 * Rows come in an order that no foreign key allows, and exactly as they were: no trigger may add to
 * them. What the tables' owner can take off is taken off, and put on again, which proves it of every row.
 * @returns puts it on again
 */
export async function loosen(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ off: string; on: string }>(ask)
  for (const { off } of rows) await client.query(off)
  return async () => {
    for (const { on } of rows.toReversed()) await client.query(on)
  }
}

/** Foreign keys, triggers of the desk, and indexes that are made faster over all rows at once. */
const ask = `
  with ours as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth', 'graphile_worker') and c.relkind = 'r'
      and not c.relispartition
  )
  select off, "on" from (
    select 1 as step, format('alter table %s drop constraint %I', name, k.conname) as off,
      format('alter table %s add constraint %I %s', name, k.conname, pg_get_constraintdef(k.oid)) as "on"
    from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
    union all
    select 2, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from ours join pg_index i on i.indrelid = ours.oid
    where not i.indisprimary and not i.indisreplident
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    union all
    select distinct 3, format('alter table %s disable trigger user', name),
      format('alter table %s enable trigger user', name)
    from ours join pg_trigger t on t.tgrelid = ours.oid and not t.tgisinternal
  ) as step
  order by step, off`
