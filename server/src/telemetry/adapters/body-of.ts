import { QueryRefused } from '#server/connections/read-series.ts'
import type { OutboundAnswer } from '#server/outbound/call-out.ts'

/** @throws QueryRefused with what the system says of a query, and Error for whatever else is no answer */
export function bodyOf({ status, body }: OutboundAnswer): string {
  if (status === 200) return body
  throw status === 400 || status === 422
    ? new QueryRefused(body.slice(0, 400))
    : new Error(`HTTP ${status}`)
}
