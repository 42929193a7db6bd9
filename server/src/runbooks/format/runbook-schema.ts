/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
const text = {
  type: 'string',
  maxLength: 2_000,
  // also keeps out what is only spaces
  pattern: '\\S',
  description: 'must not be empty',
}
const short = { ...text, maxLength: 300 }
const name = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
  description: 'must be a name of letters, digits, “-” and “_”',
}
const values = { type: 'object', additionalProperties: true }
const fieldPath = {
  type: 'string',
  pattern: '^[\\w-]+(\\.[\\w-]+)+$',
  description: 'must be written as name.field',
}

function closed(properties: Record<string, unknown>, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, properties, required }
}

const question = closed(
  {
    ask: text,
    type: { enum: ['boolean', 'enum', 'text'] },
    options: { type: 'array', items: short, minItems: 2, maxItems: 20, uniqueItems: true },
    when: text,
  },
  ['ask', 'type'],
)
const machineCheck = closed({ source: short, with: values }, ['source'])
const actionUse = {
  if: { type: 'object' },
  then: closed(
    { id: short, with: values, open: { type: 'array', items: name, uniqueItems: true } },
    ['id'],
  ),
  else: short,
}

/** The head of a runbook file (JSON Schema 2020-12). What names what is checked by lint-runbook.ts. */
export const runbookSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Runbook',
  ...closed(
    {
      apiVersion: { const: 'firstline/v1' },
      kind: { const: 'Runbook' },
      id: { type: 'string', minLength: 2, maxLength: 80 },
      title: { ...short, maxLength: 200 },
      type: { ...short, maxLength: 120 },
      owner: { ...short, maxLength: 120 },
      symptom: { type: 'array', items: short, minItems: 1, maxItems: 50 },
      pick: { type: 'object', propertyNames: name, additionalProperties: fieldPath },
      checks: {
        type: 'object',
        maxProperties: 30,
        // conditions use these names, so CEL must be able to read them
        propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
        additionalProperties: { if: { required: ['ask'] }, then: question, else: machineCheck },
      },
      causes: {
        type: 'object',
        minProperties: 1,
        maxProperties: 60,
        propertyNames: name,
        additionalProperties: closed(
          {
            when: text,
            reply: short,
            action: {
              if: { type: 'array' },
              then: { type: 'array', items: actionUse, minItems: 1, maxItems: 5 },
              else: actionUse,
            },
            escalate: name,
          },
          ['when'],
        ),
      },
      escalate: {
        type: 'object',
        propertyNames: name,
        additionalProperties: closed(
          {
            to: { ...short, maxLength: 120 },
            send: { type: 'array', items: fieldPath, maxItems: 50, uniqueItems: true },
            because: text,
          },
          ['to', 'send', 'because'],
        ),
      },
      fixtures: {
        type: 'array',
        maxItems: 500,
        items: closed({ given: values, expect: name }, ['given', 'expect']),
      },
    },
    ['apiVersion', 'kind', 'id', 'type', 'owner', 'symptom', 'checks', 'causes'],
  ),
} as const

type Values = Record<string, unknown>
type ActionUse = string | { id: string; with?: Values; open?: string[] }

/** A head that fits the schema. */
export type RunbookHead = {
  id: string
  title?: string
  type: string
  owner: string
  symptom: string[]
  pick?: Record<string, string>
  checks: Record<
    string,
    | { source: string; with?: Values }
    | { ask: string; type: 'boolean' | 'enum' | 'text'; options?: string[]; when?: string }
  >
  causes: Record<
    string,
    { when: string; reply?: string; action?: ActionUse | ActionUse[]; escalate?: string }
  >
  escalate?: Record<string, { to: string; send: string[]; because: string }>
  fixtures?: { given: Values; expect: string }[]
}
