import { z } from 'zod'
import { hours } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { objectOf } from '../otlp-values.ts'
import { nobody } from '../probe.ts'
import type { Probe } from '../probe.ts'
import { roomForSpans } from '../sum-traces.ts'
import type { OpenTraces } from '../whole-trace.ts'
import { bodyOf } from './body-of.ts'
import { inTurns, timeLeft } from './in-turns.ts'
import { spansIn } from './otlp-json.ts'
import { traceqlFor } from './traceql.ts'

const maxBytes = 16 * 1024 * 1024
const atOnce = 6
const foundForm = z.object({
  traces: z.array(z.object({ traceID: z.string().regex(/^[0-9a-fA-F]{1,32}$/) })).nullish(),
})

/** Tempo by its HTTP API: a search by TraceQL, and then each trace that it found. */
export const tempoTraces: OpenTraces = (connections, { connection, accountFields, timeoutMs }) => {
  const system = connections.system(connection, 'tempo')
  const left = timeLeft(timeoutMs)
  const read = (path: string) => system.get(path, { timeoutMs: left(), maxBytes })
  const trace = async (id: string) => {
    const answer = await read(`/api/traces/${id}`)
    if (answer.status === 404) return []
    const said = objectOf(parseExactJson(bodyOf(answer)))
    // by the version of Tempo, and of the path
    return spansIn(
      said.batches ?? said.resourceSpans ?? objectOf(said.trace).resourceSpans,
      accountFields,
    )
  }
  return {
    async search(account, { from, to, isFailed, limit }) {
      const query = new URLSearchParams({
        q: traceqlFor(accountFields, account, { isFailed }),
        start: String(Math.floor(from.getTime() / 1_000)),
        end: String(Math.floor(to.getTime() / 1_000) + 1),
        limit: String(limit),
        spss: '1',
      })
      const answer = await read(`/api/search?${query}`)
      const { traces } = foundForm.parse(parseExactJson(bodyOf(answer)))
      const ids = (traces ?? []).map(({ traceID }) => traceID.toLowerCase().padStart(32, '0'))
      const room = roomForSpans()
      const found = await inTurns([...new Set(ids)], atOnce, async (id) => room(await trace(id)))
      // one that was dropped since
      return found.filter((spans) => spans.length > 0)
    },
    trace,
  }
}

/** The search is run for an account that nobody has. */
export const probeTempo: Probe = async (connections, id, { traces }, timeoutMs) => {
  const isUsed = traces?.kind === 'tempo' && traces.connection === id
  const accountFields = isUsed ? traces.accountFields : ['account.id']
  const services = null
  const place = { kind: 'tempo' as const, connection: id, accountFields, services, timeoutMs }
  const now = new Date()
  const search = { from: new Date(now.getTime() - hours), to: now, isFailed: false, limit: 1 }
  try {
    const found = await tempoTraces(connections, place).search(nobody, search)
    return `${found.length} traces of “${nobody}”`
  } catch (error) {
    if (messageOf(error) !== 'HTTP 404') throw error
    const why = 'HTTP 404: base_url is not the address of Tempo’s query frontend'
    throw new Error(why, { cause: error })
  }
}
