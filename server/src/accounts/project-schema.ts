import { MetricUnit } from '@firstline/contract/accounts'
import { roles } from '@firstline/contract/permissions'
import { connectionSchema } from '#server/connections/kinds.ts'
import { duration, secretRef, text } from '#server/project/forms.ts'
import { hooksSchema } from './hook-settings.ts'
import { statusSchema } from './status-settings.ts'

const openTimes = {
  type: 'array',
  items: {
    type: 'string',
    pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
    description: 'must be a time span such as 09:00-17:30',
  },
}

const scorecardSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    window_days: { type: 'integer', minimum: 1, maximum: 365 },
    time_zone: text,
    business_hours: {
      type: 'object',
      required: ['week'],
      additionalProperties: false,
      properties: {
        week: {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(
            ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, openTimes]),
          ),
        },
        holidays: {
          type: 'array',
          items: {
            type: 'string',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            description: 'must be a day such as 2026-12-25, in quotes',
          },
        },
      },
    },
    utilisation_line: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
  },
}

/** `firstline.yaml`, JSON Schema 2020-12. */
export const projectSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Firstline project',
  type: 'object',
  required: ['apiVersion', 'kind', 'name', 'support'],
  additionalProperties: false,
  properties: {
    apiVersion: { const: 'firstline/v1' },
    kind: { const: 'Project' },
    name: text,
    support: {
      type: 'object',
      required: ['address', 'name'],
      additionalProperties: false,
      properties: {
        address: {
          type: 'string',
          pattern: '^[^@\\s]+@[^@\\s]+$',
          description: 'must be a mail address',
        },
        name: text,
        signature: { type: 'string' },
        trusted_relay: {
          type: 'object',
          required: ['name'],
          additionalProperties: false,
          properties: { name: text, addresses: { type: 'array', items: text } },
        },
        number_in_subject: { type: 'boolean' },
      },
    },
    connections: { type: 'object', additionalProperties: connectionSchema },
    directory: {
      type: 'object',
      required: ['connection'],
      additionalProperties: false,
      properties: {
        connection: text,
        by_email: text,
        by_domain: text,
        search: text,
        by_id: text,
      },
    },
    status: statusSchema,
    hooks: hooksSchema,
    account_picture: { type: 'array', items: text, uniqueItems: true, maxItems: 30 },
    sign_in: {
      type: 'object',
      additionalProperties: false,
      properties: {
        second_factor: { type: 'array', items: { enum: roles }, uniqueItems: true },
        help: { type: 'string', minLength: 1, maxLength: 300 },
      },
    },
    scorecard: scorecardSchema,
    types: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'title'],
        additionalProperties: false,
        properties: { id: text, title: text, l1: { type: 'boolean' } },
      },
    },
    lines: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        ['l1', 'l2', 'l3'].map((line) => [line, { type: 'array', items: text }]),
      ),
    },
    learning: {
      type: 'object',
      additionalProperties: false,
      properties: {
        weekly_hours: {
          type: 'object',
          additionalProperties: false,
          description: 'Shift hours of one person a week, by line; 40 where nothing is said',
          properties: Object.fromEntries(
            ['l1', 'l2', 'l3'].map((line) => [
              line,
              { type: 'number', exclusiveMinimum: 0, maximum: 80 },
            ]),
          ),
        },
        chat_webhook: {
          ...secretRef,
          description: 'Where named wins are told (Slack-compatible): env:NAME or file:/path',
        },
      },
    },
  },
} as const

const params = {
  type: 'object',
  propertyNames: { pattern: '^[a-z][a-z0-9_]*$' },
  additionalProperties: { type: 'object' },
}

/** A source file, JSON Schema 2020-12. */
export const sourceSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Firstline source',
  type: 'object',
  required: ['apiVersion', 'kind', 'id', 'title'],
  additionalProperties: false,
  properties: {
    apiVersion: { const: 'firstline/v1' },
    kind: { const: 'Source' },
    id: text,
    title: text,
    connection: text,
    sql: text,
    operation: text,
    bind: { type: 'object', additionalProperties: true },
    rows: text,
    pages: {
      type: 'object',
      required: ['by'],
      additionalProperties: false,
      properties: {
        by: { enum: ['cursor', 'page', 'offset', 'link'] },
        param: text,
        next: text,
        from: { type: 'integer', minimum: 0, maximum: 1 },
        max: { type: 'integer', minimum: 1, maximum: 50 },
      },
    },
    builtin: { enum: ['status', 'changes', 'logs'] },
    promql: text,
    account_label: {
      type: 'string',
      pattern: '^(?!__)[A-Za-z_][A-Za-z0-9_]*$',
      description: 'must be the name of a label such as account_id',
    },
    unit: { enum: MetricUnit.options },
    before: duration,
    params,
    single: { type: 'boolean' },
    account_column: text,
    mask: {
      type: 'object',
      additionalProperties: { enum: ['email', 'phone', 'name', 'hidden'] },
    },
    // all a field can be: conditions are checked against it
    values: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        minItems: 1,
        maxItems: 200,
        items: { type: ['string', 'number', 'boolean'] },
      },
    },
    columns: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field'],
        additionalProperties: false,
        properties: {
          field: text,
          title: text,
          as: { enum: ['text', 'code', 'badge', 'ago', 'time', 'bytes', 'number', 'boolean'] },
        },
      },
    },
    empty: { type: 'string' },
    timeout: duration,
    max_rows: { type: 'integer', minimum: 1, maximum: 1000 },
  },
} as const
