import type { FastifyInstance } from 'fastify'

/** The framework refuses names that lead to what all objects share, and calls the body no JSON for it. */
export function readJsonBodies(http: FastifyInstance): void {
  const read = http.getDefaultJsonParser('error', 'error')
  http.removeContentTypeParser('application/json')
  http.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      const answer = (error: Error | null, value?: unknown) =>
        done(error && isJson(body) ? new SharedName() : error, value)
      void read(request, body, answer)
    },
  )
}

class SharedName extends Error {
  readonly statusCode = 400
  constructor() {
    super(
      'The body has “__proto__” or “constructor.prototype” as a name: nothing here may be called so',
    )
  }
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}
