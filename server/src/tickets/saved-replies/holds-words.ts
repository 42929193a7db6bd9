import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'

/** Each word stands in the title, the folder or the text, as part of whatever word. */
export function holdsWords(q: string): RawBuilder<SqlBool> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return sql<SqlBool>`not exists (select from unnest(${words}::text[]) word
    where strpos(lower(saved_reply.title || ' ' || saved_reply.folder || ' ' || saved_reply.text), word) = 0)`
}
