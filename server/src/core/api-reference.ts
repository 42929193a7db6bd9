import fastifySwagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod'

/** The reference page shows the API: no offers, and nothing asked from outside. */
const quietReference = {
  url: '/openapi.json',
  telemetry: false,
  withDefaultFonts: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
  defaultOpenFirstTag: false,
}

/** OpenAPI 3.1 of the routes registered after it at /openapi.json, and a page to read it at /docs. */
export async function documentApi(http: FastifyInstance, version: string): Promise<void> {
  await http.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Firstline',
        version,
        description:
          'Errors are problem details (RFC 9457) with a stable `reason`. Every write takes an `Idempotency-Key`: ' +
          'the same request under the same key is done once and answered again as it was the first time, ' +
          'marked `Idempotency-Replayed: true`, for 24 hours.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'firstline.session_token' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: (about) => withHeaders(createJsonSchemaTransform({})(about)),
    transformObject: createJsonSchemaTransformObject({}),
  })
  http.get('/openapi.json', { schema: { hide: true } as never }, async () => http.swagger())
  await http.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
      )
    })
    await docs.register(scalar, {
      routePrefix: '/docs',
      configuration: quietReference as never,
    })
  })
}

/** What the schema of a route says of requests that come again: `answered`, `refused` or `anew`. */
export const repeatedField = 'x-repeated'
export const looksBackField = 'x-looks-back'

const headerFields = {
  'idempotency-key': {
    type: 'string',
    maxLength: 202,
    description:
      'The same request under the same key is done once (best a UUID; kept for 24 hours)',
  },
  'seen-event': {
    type: 'string',
    pattern: '^\\d{1,18}$',
    description:
      'The last event of the ticket, or of the saved reply, that was seen, as it says it itself: when ' +
      'something newer matters to this change, it is refused with `ticket.changed-meanwhile` ' +
      '(`saved-reply.changed-meanwhile`) and what is newer',
  },
}

/** The headers are read by the layer below, so the route's schema does not name them. */
function withHeaders<Described extends { schema: unknown }>(described: Described): Described {
  const schema = described.schema as Record<string, unknown>
  const properties = {
    ...(['answered', 'refused'].includes(String(schema[repeatedField]))
      ? { 'idempotency-key': headerFields['idempotency-key'] }
      : {}),
    ...(schema[looksBackField] ? { 'seen-event': headerFields['seen-event'] } : {}),
  }
  if (Object.keys(properties).length === 0) return described
  return { ...described, schema: { ...schema, headers: { type: 'object', properties } } }
}
