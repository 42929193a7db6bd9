import type { CompiledCall } from './compile-call.ts'

/** All that a call is filled with. */
export function sent(call: CompiledCall): unknown[] {
  if (call.kind === 'sql') return [call.params]
  const { params, query, headers, body } = call
  return [params, query, headers, body]
}
