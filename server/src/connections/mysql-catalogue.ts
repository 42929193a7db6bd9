import type { CatalogueQuery } from './catalogue-query.ts'

const numbers = /^(?:(?:tiny|small|medium|big)?int|decimal|float|double)$/
const texts = /^(?:char|varchar|(?:tiny|medium|long)?text|enum|uuid)$/
const times = /^(?:date|datetime|timestamp)$/

/** `column_type` is the type without its length; `tinyint(1)` is a boolean there. */
export const mysqlCatalogue: CatalogueQuery = {
  sql: `
    select c.table_schema as table_schema, c.table_name as table_name,
      concat('\`', replace(c.table_name, '\`', '\`\`'), '\`') as table_sql,
      t.table_rows as table_rows,
      c.privileges regexp 'insert|update' as may_write,
      c.column_name as column_name,
      concat('\`', replace(c.column_name, '\`', '\`\`'), '\`') as column_sql,
      case when c.column_type = 'tinyint(1)' then 'boolean' else c.data_type end as column_type,
      case when c.data_type = 'enum' then c.column_type end as column_values,
      c.column_key = 'PRI' and coalesce(keys_of.size, 0) = 1 as is_primary,
      c.column_key in ('PRI', 'UNI', 'MUL') as is_indexed,
      coalesce(c.collation_name like '%\\_ci', 0) as is_caseless,
      f.referenced_table_schema as referenced_schema, f.referenced_table_name as referenced_table,
      f.referenced_column_name as referenced_column
    from information_schema.columns c
    join information_schema.tables t
      on t.table_schema = c.table_schema and t.table_name = c.table_name
    left join (
      select table_name as keyed_table, count(*) as size
      from information_schema.key_column_usage
      where table_schema = database() and constraint_name = 'PRIMARY'
      group by table_name
    ) keys_of on keys_of.keyed_table = c.table_name
    left join information_schema.key_column_usage f
      on f.table_schema = c.table_schema and f.table_name = c.table_name
        and f.column_name = c.column_name and f.referenced_table_name is not null
        and not exists (
          select 1 from information_schema.key_column_usage other
          where other.table_schema = f.table_schema and other.table_name = f.table_name
            and other.constraint_name = f.constraint_name and other.ordinal_position > 1
        )
    where c.table_schema = database() and c.privileges like '%select%'
    order by c.table_name, c.ordinal_position`,
  kindOf(type) {
    if (numbers.test(type)) return 'number'
    if (texts.test(type)) return 'text'
    if (times.test(type)) return 'time'
    return type === 'boolean' ? 'boolean' : 'other'
  },
}
