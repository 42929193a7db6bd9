import { z } from 'zod'

/** What somebody wrote, or what names a person or a customer: the catalogue marks it. */
const writtenByPeople = z.registry<{ isWritten: true }>()

export function written<Schema extends z.ZodType>(schema: Schema): Schema {
  writtenByPeople.add(schema, { isWritten: true })
  return schema
}

export function isWritten(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional) return isWritten(schema.unwrap())
  return writtenByPeople.has(schema)
}
