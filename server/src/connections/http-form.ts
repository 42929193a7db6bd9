import { httpAddress, secretRef, text } from '#server/project/forms.ts'

const client = {
  client_id: text,
  client_secret: secretRef,
  client_auth: { enum: ['basic', 'body'] },
  token_url: httpAddress,
  scopes: { type: 'array', items: text },
  audience: text,
}

const headers = {
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
}

const tls = {
  type: 'object',
  additionalProperties: false,
  properties: { ca: secretRef, cert: secretRef, key: secretRef },
  dependentRequired: { cert: ['key'], key: ['cert'] },
}

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
      properties: client,
    },
    headers,
    tls,
  },
}

/** Prometheus, or what speaks its HTTP API: signed as it is told here, as no description says it. */
export const prometheusForm = {
  required: ['base_url'],
  additionalProperties: false,
  dependentRequired: { auth: ['credential'] },
  properties: {
    kind: { const: 'prometheus' },
    base_url: httpAddress,
    credential: secretRef,
    auth: {
      type: 'object',
      required: ['scheme'],
      additionalProperties: false,
      properties: {
        scheme: { enum: ['bearer', 'basic', 'key'] },
        in: { enum: ['header', 'query', 'cookie'] },
        name: { type: 'string', pattern: '^[A-Za-z0-9_.-]+$' },
      },
      dependentRequired: { in: ['name'], name: ['in'] },
    },
    oauth: {
      type: 'object',
      required: ['client_id', 'client_secret', 'token_url'],
      additionalProperties: false,
      properties: client,
    },
    tenant: { type: 'string', pattern: '^[\\x21-\\x7e]+$' },
    headers,
    tls,
  },
}
