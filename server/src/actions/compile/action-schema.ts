import { secretRef } from '#server/project/forms.ts'

const text = { type: 'string', minLength: 1, maxLength: 2_000 }
const name = {
  type: 'string',
  pattern: '^[a-z][a-z0-9_]*$',
  description: 'must be lower-case words joined by “_”',
}
const id = { type: 'string', minLength: 1, maxLength: 80 }
const duration = {
  type: 'string',
  pattern: '^[1-9][0-9]{0,5}(?:ms|s|m|h)$',
  description: 'must be a duration such as 10s, 5m or 1h',
}
const count = { type: 'integer', minimum: 1, maximum: 100_000 }
const operation = {
  type: 'string',
  pattern: '^[^#]+#[A-Za-z0-9_.-]+$',
  description: 'must be FILE#operationId',
}
const values = { type: 'object', additionalProperties: true }

function closed(properties: Record<string, unknown>, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, properties, required }
}

/** A call of an HTTP API … */
const operationRun = closed(
  {
    openapi: operation,
    connection: id,
    credential: secretRef,
    params: values,
    query: values,
    headers: values,
    body: { type: ['object', 'array'] },
    poll: {
      ...closed(
        {
          operation: id,
          params: values,
          query: values,
          location: { const: true },
          done: text,
          failed: text,
          within: duration,
        },
        ['done', 'within'],
      ),
      oneOf: [{ required: ['operation'] }, { required: ['location'] }],
      dependentRequired: { params: ['operation'], query: ['operation'] },
    },
    record: {
      type: 'string',
      pattern: '^(?:params|query|headers|body)(?:\\.[A-Za-z_][A-Za-z0-9_]*)+$',
      description: 'must be a place in the call, such as body.order_id',
    },
  },
  ['openapi', 'connection'],
)

/** … or a statement on the rows of a database, which must be able to say whose they are. */
const statementRun = {
  ...closed(
    {
      connection: id,
      sql: { ...text, maxLength: 10_000 },
      function: id,
      touches: { ...text, maxLength: 10_000 },
      account_column: id,
      params: { ...values, propertyNames: name },
    },
    ['connection', 'account_column'],
  ),
  oneOf: [{ required: ['sql'] }, { required: ['function'] }],
}

/** The form of an action file (JSON Schema 2020-12). What names what is checked by compile-action.ts. */
export const actionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Action',
  ...closed(
    {
      apiVersion: { const: 'firstline/v1' },
      kind: { const: 'Action' },
      id,
      title: text,
      version: { type: 'integer', minimum: 1 },
      tier: { enum: ['safe', 'two_person'] },
      target: closed({ max_records: { type: 'integer', minimum: 1, maximum: 1_000 } }, [
        'max_records',
      ]),
      input: {
        type: 'object',
        properties: {
          type: { const: 'object' },
          additionalProperties: { const: false },
          required: { type: 'array', items: { type: 'string' } },
          properties: { type: 'object', propertyNames: name },
        },
        required: ['type', 'additionalProperties', 'properties'],
      },
      read: {
        type: 'object',
        propertyNames: name,
        minProperties: 1,
        additionalProperties: closed({ source: id, with: values }, ['source']),
      },
      guards: { type: 'array', items: closed({ id, cel: text, say: text }, ['id', 'cel', 'say']) },
      limits: closed(
        {
          lock: { enum: ['account', 'none'] },
          cooldown: closed(
            {
              key: { type: 'array', items: { type: 'string' }, minItems: 1 },
              max: count,
              window: duration,
            },
            ['key', 'max', 'window'],
          ),
          rate: {
            type: 'array',
            items: closed({ per: { enum: ['agent', 'all'] }, max: count, window: duration }, [
              'per',
              'max',
              'window',
            ]),
          },
          timeout: duration,
          retry: closed(
            {
              max: { type: 'integer', minimum: 0, maximum: 5 },
              on: { type: 'array', items: { enum: ['timeout', '5xx'] } },
            },
            ['max', 'on'],
          ),
          breaker: closed({ failures: count, window: duration }, ['failures', 'window']),
        },
        ['timeout'],
      ),
      approval: closed(
        {
          when: text,
          role: { enum: ['engineer', 'lead', 'admin'] },
          self: { const: false },
          ttl: duration,
        },
        ['role'],
      ),
      preview: closed({ openapi: operation, query: values }, ['openapi']),
      run: {
        type: 'object',
        properties: { connection: id },
        required: ['connection'],
        if: { required: ['openapi'] },
        // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
        then: operationRun,
        else: statementRun,
      },
      verify: closed({ source: id, cel: text, within: duration, give_up: duration }, [
        'source',
        'cel',
        'within',
      ]),
      undo: {
        type: 'object',
        additionalProperties: false,
        properties: {
          action: id,
          with: values,
          within: duration,
          none: { ...text, minLength: 10 },
        },
        oneOf: [{ required: ['action', 'within'] }, { required: ['none'] }],
        dependentRequired: { with: ['action'] },
      },
      audit: closed(
        {
          require: { type: 'array', items: { enum: ['reason'] } },
          redact: { type: 'array', items: { type: 'string' } },
        },
        [],
      ),
    },
    'apiVersion kind id title version tier target input read limits run verify undo'.split(' '),
  ),
}
