import type {
  AnswerFacts,
  ApiFacts,
  FieldFacts,
  OperationFacts,
} from '@firstline/server/connections/describe-api'
import type { Proposal, ShownColumn } from './propose-tables.ts'
import {
  accountNoun,
  accountWeight,
  beginningRank,
  isIdentifier,
  isLeftOut,
  isState,
  maskOf,
  namesAccount,
  slugOf,
  titleOf,
  topicWeight,
  wordsOf,
} from './words.ts'
import type { Mask } from './words.ts'

/** @returns what could be read of an account by the API, the likeliest first */
export function proposeOperations({ operations }: ApiFacts): Proposal[] {
  return operations
    .flatMap((operation) => proposalOf(operation))
    .toSorted((a, b) => b.weight - a.weight || a.of.localeCompare(b.of))
}

/** Reads that would do, but for one thing; for who looks for an operation in vain. */
export function countUnfit({ operations }: ApiFacts): { other: number; rowsOfNobody: number } {
  const asked = operations.filter(
    (operation) => operation.method === 'GET' && accountParameter(operation) !== null,
  )
  const rowsOfNobody = asked.filter((operation) => ownedAnswer(operation) === null).length
  const other = operations.filter(({ method }) => method === 'GET').length - asked.length
  return { other, rowsOfNobody }
}

function proposalOf(operation: OperationFacts): Proposal[] {
  if (operation.method !== 'GET' || operation.needsBody) return []
  const parameter = accountParameter(operation)
  const found = ownedAnswer(operation)
  if (parameter === null || !found || !isComplete(operation, parameter)) return []
  const { answer, account } = found
  const fields = answer.fields.filter(({ name }) => !name.includes('.'))
  const shown = chosen(fields, account)
  if (shown.length < 2) return []
  const subject = subjectOf(operation.path)
  const state = shown.find(({ name }) => isState(name))
  const weight =
    topicWeight(subject) +
    (answer.isList ? 8 : 0) +
    (state ? 6 : 0) +
    (parameter.in === 'path' ? 3 : 0) -
    operation.path.split('/').length
  return [
    {
      id: slugOf(subject) + (answer.isList ? '.recent' : '.profile'),
      title: titleOf(subject),
      of: operation.id,
      reasons: [
        `${parameter.name} in the ${parameter.in} is the account`,
        `${account.name} of what it answers says whose it is`,
      ],
      doubts: [],
      weight,
      isLikely: true,
      accountColumn: account.name,
      reading: {
        operation: operation.id,
        bind: { [parameter.name]: 'scope.account_id' },
        rows: answer.rows,
      },
      columns: shown.map(shownAs),
      mask: maskedFields(fields, account),
      values: Object.fromEntries(
        shown.flatMap(({ name, values }) => (values.length > 0 ? [[name, values]] : [])),
      ),
      leftOut: [],
      single: null,
    },
  ]
}

type Parameter = OperationFacts['parameters'][number]

/** Whose id it takes: a `noun` that the rows of its answer must name as well. */
type AccountParameter = Parameter & { noun: string; isBare: boolean }

/** Named like an account, or the `{id}` behind `/customers`. */
function accountParameter({ path, parameters }: OperationFacts): AccountParameter | null {
  const able = parameters.filter(({ in: place }) => place === 'path' || place === 'query')
  const named = able.find(({ name }) => namesAccount(name))
  if (named) {
    const isBare = wordsOf(named.name).length === 1
    return { ...named, noun: accountNoun(named.name) ?? '', isBare }
  }
  const behind = /\/([^/{}]+)\/\{([^{}]+)\}/g
  for (const [, segment = '', name = ''] of path.matchAll(behind)) {
    if (accountWeight(segment) === 0 || !isIdentifier(name)) continue
    const found = able.find((each) => each.in === 'path' && each.name === name)
    if (found) return { ...found, noun: accountNoun(segment) ?? '', isBare: false }
  }
  return null
}

/** Whether it can be called with nothing but the account. */
function isComplete({ parameters }: OperationFacts, account: Parameter): boolean {
  return parameters.every(
    (each) =>
      each.name === account.name || !each.isRequired || (each.hasDefault && each.in !== 'path'),
  )
}

type Owned = { answer: AnswerFacts; account: FieldFacts }

/** Every row must say whose it is: one that cannot be checked is not shown. */
function ownedAnswer(operation: OperationFacts): Owned | null {
  const parameter = accountParameter(operation)
  if (!parameter) return null
  const isOfOne = parameter.in === 'path' && operation.path.endsWith(`{${parameter.name}}`)
  for (const answer of operation.answers) {
    const account = accountField(answer, parameter, isOfOne && !answer.isList)
    if (account) return { answer, account }
  }
  return null
}

function accountField(
  { fields }: AnswerFacts,
  { noun, isBare }: AccountParameter,
  isAccountItself: boolean,
): FieldFacts | null {
  const usable = fields.filter(({ kind }) => kind === 'text' || kind === 'number')
  const own = isAccountItself ? usable.find(({ name }) => name.toLowerCase() === 'id') : undefined
  if (own && !isBare) return own
  const named = usable.filter(({ name }) => {
    const [object = '', field] = name.split('.')
    if (accountNoun(object) !== noun) return false
    if (field !== undefined) return accountWeight(object) > 0 && field.toLowerCase() === 'id'
    // `org` is a name where `organization_id` is a number
    return namesAccount(name) && (!isBare || wordsOf(name).length === 1)
  })
  return named.find(({ name }) => !name.includes('.')) ?? named[0] ?? null
}

function chosen(fields: readonly FieldFacts[], account: FieldFacts): FieldFacts[] {
  const readable = fields.filter(
    ({ name, kind }) => kind !== 'other' && name !== account.name && !isLeftOut(name),
  )
  const rank = ({ name, kind }: FieldFacts): number => {
    if (isIdentifier(name)) return 0
    if (isState(name)) return 1
    if (kind === 'time') return 5 + beginningRank(name)
    return /\b(?:number|reference|name|title|type|email|total|amount|currency)\b/.test(
      wordsOf(name).join(' '),
    )
      ? 2
      : 4
  }
  const ranked = readable.map((field, at) => ({ field, at, rank: rank(field) }))
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, 8)
    .map(({ field }) => field)
}

function shownAs({ name, kind }: FieldFacts): ShownColumn {
  const as = (): ShownColumn['as'] => {
    if (isIdentifier(name)) return 'code'
    if (isState(name)) return 'badge'
    if (kind === 'time') return beginningRank(name) === 0 ? 'ago' : 'time'
    return kind === 'number' || kind === 'boolean' ? kind : null
  }
  return { field: name, title: titleOf(name), as: as() }
}

/** All of an answer is read, so what is not shown is hidden where it may tell of a person. */
function maskedFields(fields: readonly FieldFacts[], account: FieldFacts): Proposal['mask'] {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, Mask | 'hidden'][] => {
      if (name === account.name) return []
      if (isLeftOut(name) || kind === 'other') return [[name, 'hidden']]
      const mask = kind === 'text' ? maskOf(name) : null
      return mask === null ? [] : [[name, mask]]
    }),
  )
}

/** `/v1/customers/{id}/orders` is about orders. */
function subjectOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.includes('{'))
  return (segments.at(-1) ?? 'records').replace(/\.json$/, '')
}

/** A write that might become the first action: named, never written. */
export type ActionIdea = { id: string; call: string; reason: string }

const mild =
  /\b(?:resend|retry|requeue|resync|sync|refresh|reactivate|unlock|unblock|remind|reissue|reprocess|rerun|restart|replay|confirm|verify|extend|resume)\b/

export function actionIdeas({ operations }: ApiFacts): ActionIdea[] {
  return operations
    .filter(({ method, id, path }) => {
      const words = wordsOf(`${id} ${path.replaceAll(/\{[^{}]*\}/g, '')}`).join(' ')
      return method !== 'GET' && method !== 'DELETE' && mild.test(words)
    })
    .map((operation) => {
      const has = (pattern: RegExp) => operation.parameters.some(({ name }) => pattern.test(name))
      const reasons = [
        ...(has(/^idempotency-?key$/i) ? ['takes an Idempotency-Key'] : []),
        ...(has(/^dry_?-?run$/i) ? ['declares a dry run'] : []),
        ...(accountParameter(operation) ? ['names the account'] : []),
      ]
      const { id, method, path } = operation
      return { id, call: `${method} ${path}`, reason: reasons.join(', '), weight: reasons.length }
    })
    .toSorted((a, b) => b.weight - a.weight || a.id.localeCompare(b.id))
    .slice(0, 3)
    .map(({ id, call, reason }) => ({ id, call, reason }))
}
