/** What is asked of a route. */
export type Call = { id: string; query: URLSearchParams; body: unknown }

/** `body` is JSON as it shall be sent: PostgreSQL writes it, so that numbers keep their digits. */
export type Answer = { status: number; body?: string; headers?: Record<string, string> }
