import type { Sentence } from '@firstline/contract/sentence'
import { Kind, OperationTypeNode, parse } from 'graphql/language'
import type { OperationDefinitionNode } from 'graphql/language'
import { ownProperty } from '@firstline/contract/own-property'
import { sentence } from '#server/core/sentence.ts'
import { leafOf } from '#server/connections/mapping.ts'
import type { Operation } from '#server/connections/openapi.ts'
import { seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import { nearest } from '#server/core/spelling.ts'
import { parseDuration } from '#server/project/duration.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { pageInBody } from './search-body.ts'
import type { OperationAsk } from './search-body.ts'

const ofSearches = ['read_only', 'body', 'graphql', 'variables'] as const
const longestSearch = 30 * seconds

/** What only a POST that reads has. */
export function searchKeysOf(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  without: (key: string) => Sentence,
): FileProblem[] {
  return ofSearches
    .filter((key) => source[key] !== undefined)
    .map((key) => problem(file.lineOf([key]), without(key)))
}

/** A source reads: by a GET, or by a POST of which the file says so and somebody answers for it. */
export function checkMethod(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  operation: Operation,
): FileProblem[] {
  const { id, method } = operation
  if (method === 'GET') return searchKeysOf(file, source, (key) => sentence`A GET has no ${key}`)
  const line = file.lineOf(['operation'])
  if (method !== 'POST')
    return [problem(line, sentence`“${id}” is ${method}: a source only reads (GET)`)]
  return [
    ...(source.graphql === undefined
      ? checkSearch(file, source, operation)
      : checkQuery(file, source, source.graphql, operation)),
    ...checkBounds(file, source),
  ]
}

function checkSearch(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  operation: Operation,
): FileProblem[] {
  const { id } = operation
  const { read_only: word, variables } = source
  if (!word) {
    const reason = sentence`“${id}” is POST: a source only reads. Where this one only searches, somebody makes sure of it and the file says so: read_only: { reviewed: ${id}, by: … }`
    return [problem(file.lineOf(['operation']), reason)]
  }
  const needless =
    variables === undefined
      ? []
      : [
          problem(
            file.lineOf(['variables']),
            sentence`Only a query of GraphQL has variables`,
            'body',
          ),
        ]
  if (word.reviewed !== id) {
    const reason = sentence`read_only: “${word.reviewed}” was reviewed and “${id}” is called: whether that changes nothing has to be made sure of`
    return [...needless, problem(file.lineOf(['read_only', 'reviewed']), reason)]
  }
  return [...needless, ...checkAnswers(file, operation)]
}

/** One that answers “created” or “accepted” and nothing else has done something. */
function checkAnswers(
  file: Pick<LoadedFile, 'lineOf'>,
  { id, written, api }: Operation,
): FileProblem[] {
  const described = Object.keys(api.resolve(written.responses))
  const good = described.filter((status) => status.startsWith('2'))
  if (good.length === 0 || good.some((status) => /^2(?:00|XX)$/i.test(status))) return []
  const reason = sentence`“${id}” answers ${good.join(', ')}: what only reads answers 200`
  return [problem(file.lineOf(['operation']), reason)]
}

function checkBounds(
  file: Pick<LoadedFile, 'lineOf'>,
  { timeout, pages }: OperationAsk,
): FileProblem[] {
  const tooLong =
    timeout !== undefined && parseDuration(timeout) > longestSearch
      ? [problem(file.lineOf(['timeout']), sentence`timeout: a POST that reads has at most 30s`)]
      : []
  if (pages?.by !== 'link') return tooLong
  const reason = sentence`pages: a Link leads to a GET, and this is a POST`
  return [...tooLong, problem(file.lineOf(['pages']), reason)]
}

/** That it changes nothing is its form: one `query`, which is no `mutation` and no `subscription`. */
function checkQuery(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  text: string,
  operation: Operation,
): FileProblem[] {
  const needless = (['read_only', 'body'] as const)
    .filter((key) => source[key] !== undefined)
    .map((key) => problem(file.lineOf([key]), sentence`A query of GraphQL has no ${key}`))
  const found = onlyQuery(text)
  if ('reason' in found) return [...needless, problem(file.lineOf(['graphql']), found.reason)]
  return [...needless, ...checkVariables(file, source, found.query, operation)]
}

function onlyQuery(text: string): { query: OperationDefinitionNode } | { reason: Sentence } {
  try {
    const { definitions } = parse(text, { noLocation: true })
    const [query, ...others] = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    const isForeign = definitions.some(
      ({ kind }) => kind !== Kind.OPERATION_DEFINITION && kind !== Kind.FRAGMENT_DEFINITION,
    )
    if (!query || others.length > 0 || isForeign)
      return { reason: sentence`graphql: it must be one query, with its fragments` }
    if (query.operation === OperationTypeNode.QUERY) return { query }
    return { reason: sentence`graphql: a source only reads, and this is a ${query.operation}` }
  } catch (error) {
    return { reason: sentence`graphql: ${messageOf(error)}` }
  }
}

function checkVariables(
  file: Pick<LoadedFile, 'lineOf'>,
  source: OperationAsk,
  { variableDefinitions = [] }: OperationDefinitionNode,
  operation: Operation,
): FileProblem[] {
  const { variables = {} } = source
  const declared = variableDefinitions.map(({ variable }) => variable.name.value)
  const paged = pageInBody(source, operation)
  const line = file.lineOf(['variables'])
  const unknown = Object.keys(variables)
    .filter((name) => !declared.includes(name))
    .map((name) =>
      problem(
        file.lineOf(['variables', name]),
        sentence`variables: the query declares no “$${name}”`,
        nearest(name, declared),
      ),
    )
  const missing = variableDefinitions
    .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    .map(({ variable }) => variable.name.value)
    .filter((name) => !isGiven(variables, name))
    .map((name) => problem(line, sentence`variables: the query needs “$${name}”`, `${name}: …`))
  if (paged === null || declared.includes(paged)) return [...unknown, ...missing]
  const reason = sentence`pages: the query declares no “$${paged}”`
  return [...unknown, ...missing, problem(file.lineOf(['pages']), reason, nearest(paged, declared))]
}

function isGiven(variables: Record<string, unknown>, name: string): boolean {
  const value = ownProperty(variables, name)
  if (value === undefined) return false
  const leaf = leafOf(value)
  return !leaf || !('path' in leaf) || !leaf.mayBeMissing
}
