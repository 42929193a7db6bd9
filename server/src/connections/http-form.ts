import { httpAddress, secretRef, text } from '#server/project/forms.ts'

/** An HTTP API in `firstline.yaml`, JSON Schema 2020-12. */
export const httpForm = {
  required: ['base_url'],
  additionalProperties: false,
  properties: {
    kind: { const: 'http' },
    base_url: httpAddress,
    openapi: text,
    credential: secretRef,
    credentials: { type: 'object', additionalProperties: secretRef },
    oauth: {
      type: 'object',
      required: ['client_id', 'client_secret'],
      additionalProperties: false,
      properties: {
        client_id: text,
        client_secret: secretRef,
        client_auth: { enum: ['basic', 'body'] },
        token_url: httpAddress,
        scopes: { type: 'array', items: text },
        audience: text,
      },
    },
    headers: {
      type: 'object',
      propertyNames: {
        pattern:
          '^(?!(?:[Hh]ost|[Cc]onnection|[Cc]ontent-.*|[Tt]ransfer-.*|[Ii]dempotency-.*|[Cc]ookie)$)[A-Za-z0-9-]+$',
      },
      additionalProperties: {
        type: 'string',
        pattern: '^[\\t\\x20-\\x7e]+$',
        description: 'must be a text of one line, env:NAME or file:/path',
      },
    },
    tls: {
      type: 'object',
      additionalProperties: false,
      properties: { ca: secretRef, cert: secretRef, key: secretRef },
      dependentRequired: { cert: ['key'], key: ['cert'] },
    },
  },
}
