import type { CatalogueQuery } from './catalogue-query.ts'

const numbers = /^(?:int[248]|numeric|float[48]|money|oid)$/
const texts = /^(?:text|varchar|bpchar|char|name|citext|uuid|enum)$/
const times = /^(?:date|timestamp|timestamptz)$/

/** `column_type` is the type's own name, `enum` where its values are listed. */
export const postgresCatalogue: CatalogueQuery = {
  sql: `
    select n.nspname::text as table_schema, c.relname::text as table_name,
      case when pg_table_is_visible(c.oid) then quote_ident(c.relname)
        else quote_ident(n.nspname) || '.' || quote_ident(c.relname) end as table_sql,
      case when c.reltuples >= 0 then c.reltuples::bigint end as table_rows,
      not pg_is_in_recovery()
        and has_table_privilege(c.oid, 'insert, update, delete, truncate') as may_write,
      a.attname::text as column_name, quote_ident(a.attname) as column_sql,
      case when t.typtype = 'e' then 'enum' else t.typname::text end as column_type,
      (select string_agg(quote_literal(enumlabel), ',' order by enumsortorder)
        from pg_enum where enumtypid = t.oid) as column_values,
      coalesce(a.attnum = any (p.indkey) and p.indnkeyatts = 1, false) as is_primary,
      exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum
        and i.indpred is null) as is_indexed,
      t.typname = 'citext' as is_caseless,
      rn.nspname::text as referenced_schema, rc.relname::text as referenced_table,
      ra.attname::text as referenced_column
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type own on own.oid = a.atttypid
    join pg_type t on t.oid = case when own.typtype = 'd' then own.typbasetype else own.oid end
    left join pg_index p on p.indrelid = c.oid and p.indisprimary
    left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
    left join pg_class rc on rc.oid = f.confrelid
    left join pg_namespace rn on rn.oid = rc.relnamespace
    left join pg_attribute ra on ra.attrelid = f.confrelid and ra.attnum = f.confkey[1]
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
      and has_schema_privilege(n.oid, 'usage')
      and has_column_privilege(c.oid, a.attnum, 'select')
    order by n.nspname, c.relname, a.attnum`,
  kindOf(type) {
    if (numbers.test(type)) return 'number'
    if (texts.test(type)) return 'text'
    if (times.test(type)) return 'time'
    return type === 'bool' ? 'boolean' : 'other'
  },
}
