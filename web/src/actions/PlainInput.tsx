import type { AvailableAction } from '@firstline/contract/actions'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { textOf } from '#web/ui/record-fields.ts'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'

export type PlainField = {
  name: string
  title: string
  description: string | null
  type: 'text' | 'number' | 'boolean'
  options: string[] | null
}

/** The inputs that are not picked from a source, as their JSON Schema tells them. */
export function plainFieldsOf(action: AvailableAction): {
  fields: PlainField[]
  required: string[]
} {
  const { properties, required } = action.input as {
    properties?: Record<string, SchemaOfField>
    required?: string[]
  }
  const picked = new Set(action.picks.map(({ field }) => field))
  const fields = Object.entries(properties ?? {})
    .filter(([name]) => !picked.has(name))
    .map(([name, schema]) => fieldOf(name, schema))
  const names = new Set(fields.map(({ name }) => name))
  return { fields, required: (required ?? []).filter((name) => names.has(name)) }
}

type SchemaOfField = {
  type?: string
  title?: string
  description?: string
  enum?: unknown[]
}

function fieldOf(name: string, schema: SchemaOfField): PlainField {
  const isNumber = schema.type === 'number' || schema.type === 'integer'
  return {
    name,
    title: schema.title ?? name,
    description: schema.description ?? null,
    type: schema.type === 'boolean' ? 'boolean' : isNumber ? 'number' : 'text',
    options: schema.enum?.map(String) ?? null,
  }
}

type PlainInputProps = {
  field: PlainField
  isRequired: boolean
  value: unknown
  onChange: (value: unknown) => void
}

export function PlainInput({ field, isRequired, value, onChange }: PlainInputProps) {
  const description = field.description ?? undefined
  if (field.options) {
    return (
      <Select
        label={field.title}
        isRequired={isRequired}
        description={description}
        options={field.options.map((id) => ({ id, label: id }))}
        value={value === undefined ? null : textOf(value)}
        onChange={onChange}
      />
    )
  }
  if (field.type === 'boolean') {
    return (
      <Checkbox isSelected={value === true} onChange={onChange}>
        {field.title}
      </Checkbox>
    )
  }
  return (
    <TextField
      label={field.title}
      isRequired={isRequired}
      description={description}
      {...(field.type === 'number' && { inputMode: 'decimal' as const })}
      value={value === undefined ? '' : textOf(value)}
      onChange={(text) => onChange(field.type === 'number' && text !== '' ? numberOf(text) : text)}
    />
  )
}

/** What is not a number is left as text: the server says so where it belongs. */
function numberOf(text: string): number | string {
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}
