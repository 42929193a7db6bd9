import { z } from 'zod'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import { errorIn, QueryRefused } from './read-series.ts'

/** A line as Loki keeps it: when, the labels of its stream and what the query took out of it, and its text. */
export type LogLine = {
  /** Nanoseconds since 1970. */
  at: bigint
  labels: ReadonlyMap<string, string>
  text: string
}

const value = z.tuple([z.string().regex(/^\d{1,19}$/), z.string()]).rest(z.unknown())
const streams = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('streams'),
    result: z.array(z.object({ stream: z.record(z.string(), z.string()), values: z.array(value) })),
  }),
})

/**
 * What the HTTP API of Loki, version 1, answers to a query for lines.
 * @throws QueryRefused, and Error for whatever else is no answer
 */
export function readLines({ status, body }: OutboundAnswer): LogLine[] {
  if (status === 400 || status === 422) throw new QueryRefused(errorIn(body) ?? body.slice(0, 300))
  if (status !== 200) throw new Error(`HTTP ${status}`)
  const { data } = streams.parse(JSON.parse(body))
  return data.result.flatMap(({ stream, values }) => {
    const labels = new Map(Object.entries(stream))
    return values.map(([at, text]) => ({ at: BigInt(at), labels, text }))
  })
}
