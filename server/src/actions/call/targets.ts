import { statementTarget } from './call-database.ts'
import { operationTarget } from './call-operation.ts'
import type { Target } from './target.ts'

/** By the kind of a call: another kind is a line here. */
const kinds = { http: operationTarget, sql: statementTarget }

type Kinds = typeof kinds
type Kind = keyof Kinds
type Calls = { [K in Kind]: Parameters<Kinds[K]['build']>[0] }
type Requests = { [K in Kind]: ReturnType<Kinds[K]['build']> }

const targets: { [K in Kind]: Target<Calls[K], Requests[K]> } = kinds

export type TargetRequest = Requests[Kind]

/** What a call, or the request made of it, goes to. */
export function targetOf<K extends Kind>({ kind }: { kind: K }): Target<Calls[K], Requests[K]> {
  return targets[kind]
}
