import type pg from 'pg'

/**
 * The schema as text, the same for the same schema: for review and for the check that it is current.
 * Not for restoring: use pg_dump for that.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`
    with ours as (
      select oid, nspname from pg_namespace where nspname in ('public', 'auth')
    ), relation as (
      select c.oid, c.relname, c.relkind, n.nspname from pg_class c
      join ours n on n.oid = c.relnamespace
    ), line (section, name, item, line) as (
      select 1, nspname || '.' || relname, lpad('', 1) || a.attname,
        format('%s.%s: column %s %s%s%s', nspname, relname, a.attname,
          format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then ' not null' else '' end,
          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') ||
          case when a.attidentity <> '' then ' generated always as identity' else '' end)
      from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
      where r.relkind in ('r', 'p', 'v', 'm')
      union all
      select 1, nspname || '.' || relname, '~' || conname,
        format('%s.%s: constraint %s %s', nspname, relname, conname, pg_get_constraintdef(k.oid))
      from relation r join pg_constraint k on k.conrelid = r.oid and k.contype <> 'n'
      union all
      select 2, r.nspname || '.' || r.relname, '', pg_get_indexdef(r.oid)
      from relation r where r.relkind in ('i', 'I')
      union all
      select 3, r.nspname || '.' || r.relname, '', format('view %s.%s: %s', r.nspname, r.relname, pg_get_viewdef(r.oid))
      from relation r where r.relkind in ('v', 'm')
      union all
      select 4, p.proname, '', pg_get_functiondef(p.oid)
      from pg_proc p join ours n on n.oid = p.pronamespace where p.prokind in ('f', 'p')
      union all
      select 5, r.nspname || '.' || r.relname, t.tgname, pg_get_triggerdef(t.oid)
      from relation r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
    )
    select line from line order by section, name collate "C", item collate "C"`)
  return rows.map((row) => row.line).join('\n') + '\n'
}
