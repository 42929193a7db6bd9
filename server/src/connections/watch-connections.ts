import type { Connections } from './connections.ts'
import { ownProperty } from '@firstline/contract/own-property'
import type { ParameterizedSql } from './named-parameters.ts'
import type { HttpConnection } from './open-http.ts'
import type { LokiConnection } from './open-loki.ts'
import { shownCall } from './shown-call.ts'
import type { ShownCall } from './shown-call.ts'
import { messageOf } from '#server/core/errors.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'

/** One call to a connected system, and what came of it. */
export type WatchedCall = {
  call: ShownCall
  isAnswered: boolean
  /** `HTTP 200, 1204 bytes`, `4 rows`, or why there is no answer. */
  answer: string
  /** The beginning of an answer that refuses, without what the call was signed with. */
  said: string | null
  durationMs: number
}

const mostSaid = 400

/** The same connections, and every call through them told as it was sent and answered. */
export function watchConnections(
  connections: Connections,
  onCall: (call: WatchedCall) => void,
): Connections {
  return {
    ...connections,
    database(id) {
      const database = connections.database(id)
      return {
        ...database,
        read: (sql, values, limits) =>
          watched(statement(id, sql, values), database.read(sql, values, limits), (rows) => ({
            answer: counted(rows.length, 'row'),
          })),
        change(change) {
          const call = statement(id, change.sql, change.values)
          return watched(call, database.change(change), ({ affected }) => ({
            answer: `${counted(affected, 'row')} changed`,
          }))
        },
      }
    },
    sql(id) {
      const reader = connections.sql(id)
      return {
        ...reader,
        read: (sql, values, limits) =>
          watched(statement(id, sql, values), reader.read(sql, values, limits), (rows) => ({
            answer: counted(rows.length, 'row'),
          })),
      }
    },
    http: (id) => watchHttp(id, connections.http(id)),
    prometheus(id) {
      const system = connections.prometheus(id)
      const asked = (query: string, body: object) => shownQuery('PromQL', id, { query, ...body })
      return {
        range: (query, { from, to, stepSeconds }, timeoutMs) =>
          watched(
            asked(query, { from, to, step: `${stepSeconds}s` }),
            system.range(query, { from, to, stepSeconds }, timeoutMs),
            ({ series }) => ({ answer: `${series.length} series` }),
          ),
        instant: (query, timeoutMs) =>
          watched(asked(query, {}), system.instant(query, timeoutMs), ({ series }) => ({
            answer: `${series.length} series`,
          })),
      }
    },
    clickhouse(id) {
      const system = connections.clickhouse(id)
      return {
        query: (sql, values, limits) =>
          watched(
            shownQuery('SQL', id, { statement: sql, values }),
            system.query(sql, values, limits),
            (rows) => ({
              answer: counted(rows.length, 'row'),
            }),
          ),
      }
    },
    redis(id) {
      const store = connections.redis(id)
      return {
        ...store,
        read: (read, limits) =>
          watched(shownQuery('Redis', id, read), store.read(read, limits), (rows) => ({
            answer: counted(rows.length, 'row'),
          })),
      }
    },
    system(id, kind) {
      const system = connections.system(id, kind)
      const told = ({ status, body }: OutboundAnswer) => ({
        answer: `HTTP ${status}, ${Buffer.byteLength(body)} bytes`,
      })
      const shown = (method: string, path: string, body: object) =>
        shownQuery(method, `${id}${path}`, body)
      return {
        get: (path, limits) => watched(shown('GET', path, {}), system.get(path, limits), told),
        post: (path, body, limits) =>
          watched(shown('POST', path, { body }), system.post(path, body, limits), told),
        search: (path, body, limits) =>
          watched(shown('POST', path, body), system.search(path, body, limits), told),
        operate: (target, body, limits) =>
          watched(shown('POST', `/${target}`, body), system.operate(target, body, limits), told),
      }
    },
    loki(id) {
      const system = connections.loki(id)
      const watch =
        (ask: LokiConnection['newest']): LokiConnection['newest'] =>
        (query, { from, to, limit }, timeoutMs) => {
          const range = { start: String(from), end: String(to), limit }
          return watched(
            shownQuery('LogQL', id, { query, ...range }),
            ask(query, { from, to, limit }, timeoutMs),
            (lines) => ({ answer: counted(lines.length, 'line') }),
          )
        }
      return { newest: watch(system.newest), oldest: watch(system.oldest) }
    },
  }

  function watchHttp(id: string, system: HttpConnection): HttpConnection {
    return {
      ...system,
      call({ signatures, ...request }) {
        const { method = 'GET', path = '/', headers = {}, body = null } = request
        const call = shownCall(id, { method, path, headers, body, signatures })
        return watched(call, system.call({ ...request, signatures }), (answered) => {
          const isRefusal = answered.status >= 400
          return {
            answer: `HTTP ${answered.status}, ${Buffer.byteLength(answered.body)} bytes`,
            said: isRefusal ? withoutSecrets(answered.body, system.secrets(signatures)) : null,
          }
        })
      },
    }
  }

  async function watched<T>(
    call: ShownCall,
    answering: Promise<T>,
    tell: (answered: T) => { answer: string; said?: string | null },
  ): Promise<T> {
    const began = performance.now()
    const took = () => Math.round((performance.now() - began) * 10) / 10
    try {
      const answered = await answering
      onCall({ call, isAnswered: true, said: null, ...tell(answered), durationMs: took() })
      return answered
    } catch (error) {
      const answer = messageOf(error)
      onCall({ call, isAnswered: false, answer, said: null, durationMs: took() })
      throw error
    }
  }
}

function shownQuery(method: string, url: string, body: object): ShownCall {
  return { method, url, headers: {}, body }
}

/** Values in the order of their places in the statement. */
function statement(
  connection: string,
  { text, names }: ParameterizedSql,
  given: Record<string, unknown>,
): ShownCall {
  const values = Object.fromEntries(names.map((name) => [name, ownProperty(given, name)]))
  return { method: 'SQL', url: connection, headers: {}, body: { statement: text, values } }
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const told = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text)
  return told.length > mostSaid ? `${told.slice(0, mostSaid)} …` : told
}
