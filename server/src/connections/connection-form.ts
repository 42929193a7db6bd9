import { described, matching, maybe } from '@firstline/contract/formats/form'
import { httpAddress, secretRef, text } from '@firstline/contract/formats/values'
import { z } from 'zod'

const client = {
  client_id: described(text, 'As the server knows us.', 'firstline', 'env:CLIENT_ID'),
  client_secret: described(secretRef, 'Where its secret is.', 'env:CLIENT_SECRET'),
  client_auth: maybe(
    z.enum(['basic', 'body']),
    'How the client says who it is: basic, unless told, or body.',
  ),
}
const tokenUrl = described(
  httpAddress,
  'Where tokens are had, when it is not as the OpenAPI file says.',
)
const wished = {
  scopes: maybe(z.array(text), 'What is asked for; what the operation asks for, unless told.', [
    'orders:read',
  ]),
  audience: maybe(text, 'Sent with it, for servers that want one.'),
}
const oauthWords =
  'A client of an OAuth2 server (client credentials), where the API asks for that. The token is kept until it expires and got anew once on a 401.'
const oauth = z.strictObject({ ...client, token_url: tokenUrl.exactOptional(), ...wished })

const base_url = described(httpAddress, 'Where the API is.', 'env:ADMIN_URL')
const credential = described(
  secretRef,
  'Where the secret of the API is; sent as its security scheme says.',
  'env:ADMIN_TOKEN',
  'file:/run/secrets/admin',
)

const headers = described(
  z
    .record(
      z.string(),
      matching('^[\\t\\x20-\\x7e]+$', 'must be a text of one line, env:NAME or file:/path'),
    )
    .meta({
      propertyNames: {
        pattern:
          '^(?!(?:[Hh]ost|[Cc]onnection|[Cc]ontent-.*|[Tt]ransfer-.*|[Ii]dempotency-.*|[Cc]ookie)$)[A-Za-z0-9-]+$',
      },
    }),
  'Sent with every call: a text, env:NAME or file:/path.',
  { 'X-Tenant': 'acme', 'X-Shop-Token': 'env:SHOP_TOKEN' },
)

const tls = described(
  z
    .strictObject({
      ca: maybe(
        secretRef,
        'Who signed the API’s certificate (PEM), in place of the public ones.',
        'file:ca.pem',
      ),
      cert: maybe(
        secretRef,
        'Our own certificate (PEM), for APIs that ask for one.',
        'file:client.pem',
      ),
      key: maybe(secretRef, 'The key of that certificate (PEM).', 'file:client-key.pem'),
    })
    .meta({ dependentRequired: { cert: ['key'], key: ['cert'] } }),
  'Certificates of this connection.',
)

const identifier = maybe(
  matching('^[a-z][a-z0-9_]*$', 'must be a name under directory.identifiers'),
  'By which of its ids this system knows an account: a name under directory.identifiers. account_id, unless told.',
  'stripe',
)

// What an editor shows at `kind` is the same for every kind, and names all of them.

/** A database: every secret is `env:NAME` or `file:PATH`. */
export const databaseForm = <Kind extends string>(kind: Kind, words: string) =>
  z.strictObject({
    kind: z.literal(kind).meta({ words }),
    url: described(
      secretRef,
      'Where the address of the database is. Sources need a role that may only read.',
      'env:REPLICA_URL',
    ),
    identifier,
  })

/** A server of keys and values: only what it is reached by; its keys stand in the sources. */
export const storeForm = <Kind extends string>(kind: Kind, words: string) =>
  z.strictObject({
    kind: z.literal(kind).meta({ words }),
    url: described(
      secretRef,
      'Where the address of the server is: rediss://user:password@host:6379/0. Give it a user who may only read.',
      'env:CACHE_URL',
    ),
    tls: tls.exactOptional(),
    identifier,
  })

/** An HTTP API. */
export const httpForm = (words: string) =>
  z.strictObject({
    kind: z.literal('http').meta({ words }),
    base_url,
    openapi: maybe(
      text,
      'The OpenAPI 3.0 or 3.1 file of the API, in this folder: YAML or JSON, 20 MB at most.',
      'openapi.yaml',
    ),
    credential: credential.exactOptional(),
    credentials: maybe(
      z.record(z.string(), secretRef),
      'By the name of the security scheme, where an operation asks for several at once.',
      { api_key: 'env:ADMIN_KEY', app: 'env:ADMIN_APP' },
    ),
    oauth: maybe(oauth, oauthWords),
    headers: headers.exactOptional(),
    tls: tls.exactOptional(),
    identifier,
  })

/** A system that no description tells of: how it is signed is told here. */
export const systemForm = <Kind extends string>(kind: Kind, words: string) =>
  z
    .strictObject({
      kind: z.literal(kind).meta({ words }),
      base_url,
      credential: credential.exactOptional(),
      auth: maybe(
        z
          .strictObject({
            scheme: described(
              z.enum(['bearer', 'basic', 'key']),
              'bearer: a token. basic: user:password. key: as it is, where in and name say.',
            ),
            in: maybe(z.enum(['header', 'query', 'cookie']), 'Where a key goes.'),
            name: maybe(matching('^[A-Za-z0-9_.-]+$'), 'What a key is called there.', 'X-Api-Key'),
          })
          .meta({ dependentRequired: { in: ['name'], name: ['in'] } }),
        'How the credential is sent where no OpenAPI file says it; as a bearer token unless told.',
      ),
      oauth: maybe(z.strictObject({ ...client, token_url: tokenUrl, ...wished }), oauthWords),
      tenant: maybe(
        matching('^[\\x21-\\x7e]+$'),
        'Sent as X-Scope-OrgID, to Loki, Mimir and others that keep several companies apart.',
        'acme',
      ),
      region: maybe(
        matching('^[a-z]{2}(?:-[a-z]+){1,2}-[0-9]$'),
        'Of cloudwatch: the region of AWS, where base_url does not name it.',
        'eu-central-1',
      ),
      headers: headers.exactOptional(),
      tls: tls.exactOptional(),
      identifier,
    })
    .meta({
      dependentRequired: { auth: ['credential'] },
      order: ['required', 'additionalProperties', 'dependentRequired', 'properties'],
    })

export type HttpDefinition = z.infer<ReturnType<typeof httpForm>>
/** No description says how it is signed. */
export type SystemDefinition = z.infer<ReturnType<typeof systemForm>>
