import { roles } from '@firstline/contract/permissions'
import { connectionSchema } from '#server/connections/kinds.ts'
import { secretRef, text } from '#server/project/forms.ts'
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
