import type { DescribedApi, Schema } from './document-schemas.ts'
import { schemaOf } from './openapi.ts'
import type { Operation } from './openapi.ts'
import { fieldsOf, schemasOfItem } from './schema-fields.ts'

/**
 * Names of the fields that an operation's rows have as it is described; null where the description does not
 * say, or says that there may be others. Of a large description nothing of the answers is kept.
 * @param rows where in the answer the rows are
 */
export function describedRows(
  { written, api }: Operation,
  rows: readonly string[],
): ReadonlySet<string> | null {
  const answer = answerOf(api, written)
  const schemas = rows.reduce((at, step) => stepInto(api, at, step), [answer])
  if (schemas.length === 0) return null
  const items = schemas.flatMap((schema) => schemasOfItem(api, schema))
  const all = (items.length > 0 ? items : schemas).map((schema) => fieldsOf(api, schema))
  if (all.some(({ isOpen }) => isOpen)) return null
  return new Set(all.flatMap(({ fields }) => [...fields.keys()]))
}

function stepInto(api: DescribedApi, schemas: readonly Schema[], step: string): Schema[] {
  return schemas.flatMap((schema) => fieldsOf(api, schema).fields.get(step) ?? [])
}

/** What it answers where all went well, as JSON. */
function answerOf(api: DescribedApi, written: Schema): Schema {
  const responses = Object.entries(api.resolve(written.responses))
  const [, good] =
    responses.find(([code]) => /^2(?:\d\d|XX)$/i.test(code)) ??
    responses.find(([code]) => code === 'default') ??
    []
  const contents = Object.entries(api.resolve(api.resolve(good).content))
  const [, json] =
    contents.find(([type]) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) ?? []
  return schemaOf(api.resolve(json).schema)
}
