import type { Sources } from '#server/accounts/read-source.ts'
import { refuseForeign } from '#server/accounts/refuse-foreign.ts'
import { requireMinted } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import { Refusal } from '#server/core/errors.ts'
import type { WholeTracesPlace } from '../logs-section.ts'
import type { TraceReader } from '../store.ts'
import { inOrder, sumTraces, tooManySpans } from '../sum-traces.ts'
import { entryOf, ownerOfTrace, spansOf } from '../whole-trace.ts'
import type { ReadSpan } from '../whole-trace.ts'
import { jaegerTraces } from './jaeger.ts'
import { tempoTraces } from './tempo.ts'

const kinds = { tempo: tempoTraces, jaeger: jaegerTraces }

/**
 * Traces of a system that answers them whole: whose a span is, is looked at here. A trace that was found
 * for the account and does not name it at all is a foreign row; the others' spans of one that does are left out.
 */
export function createWholeTraces(sources: Sources, place: WholeTracesPlace): TraceReader {
  const open = (scope: AccountScope) => {
    requireMinted(scope)
    if (scope.externalId === '') throw new Error('An account without an id has no traces')
    return kinds[place.kind](sources.connections, place)
  }
  return {
    async listTraces(scope, search) {
      const found = await withinRoom(open(scope).search(scope.externalId, search))
      await refuseForeign(
        sources,
        scope,
        { id: 'traces', title: 'Traces', accountColumn: place.accountFields.join(', ') },
        found.map((spans) => ownerOfTrace(scope.externalId, spans)),
      )
      const own = found.flatMap((spans) => spansOf(scope.externalId, spans))
      return sumTraces(own.map(entryOf))
        .filter(({ errorCount }) => !search.isFailed || errorCount > 0)
        .slice(0, search.limit)
    },
    async readSpans(scope, traceId, limit) {
      const spans = await open(scope).trace(traceId)
      const own = spansOf(scope.externalId, ofTrace(spans, traceId))
      return inOrder(own.map(entryOf)).slice(0, limit)
    },
  }
}

/** Another trace than the one that was asked for is no answer. */
function ofTrace(spans: readonly ReadSpan[], traceId: string): readonly ReadSpan[] {
  if (spans.every((span) => span.traceId === traceId)) return spans
  throw new Error('the answer holds another trace')
}

async function withinRoom<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'outbound.too-large') throw tooManySpans()
    throw error
  }
}
