import { matching } from '@firstline/contract/formats/form'
import { httpAddress, secretRef, text } from '@firstline/contract/formats/values'
import { z } from 'zod'

const client = {
  client_id: text.meta({
    words: 'As the server knows us.',
    examples: ['firstline', 'env:CLIENT_ID'],
  }),
  client_secret: secretRef.meta({ words: 'Where its secret is.', examples: ['env:CLIENT_SECRET'] }),
  client_auth: z
    .enum(['basic', 'body'])
    .meta({ words: 'How the client says who it is: basic, unless told, or body.' })
    .exactOptional(),
}
const tokenUrl = httpAddress.meta({
  words: 'Where tokens are had, when it is not as the OpenAPI file says.',
})
const wished = {
  scopes: z
    .array(text)
    .meta({
      words: 'What is asked for; what the operation asks for, unless told.',
      examples: [['orders:read']],
    })
    .exactOptional(),
  audience: text.meta({ words: 'Sent with it, for servers that want one.' }).exactOptional(),
}
const oauthWords =
  'A client of an OAuth2 server (client credentials), where the API asks for that. The token is kept until it expires and got anew once on a 401.'
const oauth = z.strictObject({ ...client, token_url: tokenUrl.exactOptional(), ...wished })

const base_url = httpAddress.meta({ words: 'Where the API is.', examples: ['env:ADMIN_URL'] })
const credential = secretRef.meta({
  words: 'Where the secret of the API is; sent as its security scheme says.',
  examples: ['env:ADMIN_TOKEN', 'file:/run/secrets/admin'],
})

const headers = z
  .record(
    z.string(),
    matching('^[\\t\\x20-\\x7e]+$', 'must be a text of one line, env:NAME or file:/path'),
  )
  .meta({
    propertyNames: {
      pattern:
        '^(?!(?:[Hh]ost|[Cc]onnection|[Cc]ontent-.*|[Tt]ransfer-.*|[Ii]dempotency-.*|[Cc]ookie)$)[A-Za-z0-9-]+$',
    },
    words: 'Sent with every call: a text, env:NAME or file:/path.',
    examples: [{ 'X-Tenant': 'acme', 'X-Shop-Token': 'env:SHOP_TOKEN' }],
  })

const tls = z
  .strictObject({
    ca: secretRef
      .meta({
        words: 'Who signed the API’s certificate (PEM), in place of the public ones.',
        examples: ['file:ca.pem'],
      })
      .exactOptional(),
    cert: secretRef
      .meta({
        words: 'Our own certificate (PEM), for APIs that ask for one.',
        examples: ['file:client.pem'],
      })
      .exactOptional(),
    key: secretRef
      .meta({
        words: 'The key of that certificate (PEM).',
        examples: ['file:client-key.pem'],
      })
      .exactOptional(),
  })
  .meta({
    dependentRequired: { cert: ['key'], key: ['cert'] },
    words: 'Certificates of this connection.',
  })

// What an editor shows at `kind` is the same for every kind, and names all of them.

/** A database: every secret is `env:NAME` or `file:PATH`. */
export const databaseForm = <Kind extends string>(kind: Kind, words: string) =>
  z.strictObject({
    kind: z.literal(kind).meta({ words }),
    url: secretRef.meta({
      words: 'Where the address of the database is. Sources need a role that may only read.',
      examples: ['env:REPLICA_URL'],
    }),
  })

/** An HTTP API. */
export const httpForm = (words: string) =>
  z.strictObject({
    kind: z.literal('http').meta({ words }),
    base_url,
    openapi: text
      .meta({
        words: 'The OpenAPI 3.0 or 3.1 file of the API, in this folder.',
        examples: ['openapi.yaml'],
      })
      .exactOptional(),
    credential: credential.exactOptional(),
    credentials: z
      .record(z.string(), secretRef)
      .meta({
        words: 'By the name of the security scheme, where an operation asks for several at once.',
        examples: [{ api_key: 'env:ADMIN_KEY', app: 'env:ADMIN_APP' }],
      })
      .exactOptional(),
    oauth: oauth.meta({ words: oauthWords }).exactOptional(),
    headers: headers.exactOptional(),
    tls: tls.exactOptional(),
  })

/** Prometheus, or what speaks its HTTP API: signed as it is told here, as no description says it. */
export const prometheusForm = (words: string) =>
  z
    .strictObject({
      kind: z.literal('prometheus').meta({ words }),
      base_url,
      credential: credential.exactOptional(),
      auth: z
        .strictObject({
          scheme: z.enum(['bearer', 'basic', 'key']).meta({
            words: 'bearer: a token. basic: user:password. key: as it is, where in and name say.',
          }),
          in: z
            .enum(['header', 'query', 'cookie'])
            .meta({ words: 'Where a key goes.' })
            .exactOptional(),
          name: matching('^[A-Za-z0-9_.-]+$')
            .meta({ words: 'What a key is called there.', examples: ['X-Api-Key'] })
            .exactOptional(),
        })
        .meta({
          dependentRequired: { in: ['name'], name: ['in'] },
          words:
            'How the credential of a prometheus connection is sent; as a bearer token unless told.',
        })
        .exactOptional(),
      oauth: z
        .strictObject({ ...client, token_url: tokenUrl, ...wished })
        .meta({ words: oauthWords })
        .exactOptional(),
      tenant: matching('^[\\x21-\\x7e]+$')
        .meta({
          words: 'Sent as X-Scope-OrgID, to Mimir and others that keep several companies apart.',
          examples: ['acme'],
        })
        .exactOptional(),
      headers: headers.exactOptional(),
      tls: tls.exactOptional(),
    })
    .meta({
      dependentRequired: { auth: ['credential'] },
      order: ['required', 'additionalProperties', 'dependentRequired', 'properties'],
    })

export type HttpDefinition = z.infer<ReturnType<typeof httpForm>>
/** No description says how it is signed. */
export type PrometheusDefinition = z.infer<ReturnType<typeof prometheusForm>>
