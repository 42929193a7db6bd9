import type { SourceFile } from '@firstline/contract/formats/source'
import { ownProperty } from '@firstline/contract/own-property'
import { leafOf } from '#server/connections/mapping.ts'
import type { Mapping } from '#server/connections/mapping.ts'
import type { Operation } from '#server/connections/openapi.ts'

/** A part of a file that asks an operation: of a source, or of the directory. */
export type OperationAsk = Pick<
  SourceFile,
  'operation' | 'read_only' | 'bind' | 'body' | 'graphql' | 'variables' | 'pages' | 'single'
> & { timeout?: string }

type Searching = Pick<SourceFile, 'graphql' | 'variables' | 'body' | 'pages'>

/** What the body of a search is filled with, beside the account and the parameters. */
export const pageName = 'next_page'
const page = { $from: `${pageName}.value`, $missing: 'omit' }

/** Where in the body the page stands; null where the query of the address pages, or nothing does. */
export function pageInBody(
  { pages }: Pick<SourceFile, 'pages'>,
  operation: Operation,
): string | null {
  const param = pages?.param
  if (param === undefined || operation.method !== 'POST') return null
  const isInQuery = operation.parameters.some(
    (parameter) => parameter.in === 'query' && parameter.name === param,
  )
  return isInQuery ? null : param
}

/**
 * What a POST sends, as a mapping: the body of the file, or its query of GraphQL with the variables;
 * with the place of the page in it. null: nothing.
 */
export function searchBody(source: Searching, operation: Operation): unknown {
  const { graphql, variables = {}, body = null } = source
  const at = pageInBody(source, operation)
  if (graphql === undefined) return at === null ? body : withPage(body, at.split('.'))
  const given = at === null ? variables : { ...variables, [at]: page }
  return { query: { $text: graphql }, variables: given }
}

/** Whether the file says something else already where the page goes. */
export function isTaken({ graphql, variables = {}, body = {} }: Searching, at: string): boolean {
  let inner: unknown = graphql === undefined ? body : variables
  for (const step of graphql === undefined ? at.split('.') : [at]) {
    if (!isObject(inner) || leafOf(inner)) return true
    if (!Object.hasOwn(inner, step)) return false
    inner = ownProperty(inner, step)
  }
  return true
}

function withPage(body: unknown, [step = '', ...rest]: readonly string[]): unknown {
  const own = isObject(body) ? body : {}
  const inner = rest.length === 0 ? page : withPage(ownProperty(own, step) ?? {}, rest)
  return { ...own, [step]: inner }
}

function isObject(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
