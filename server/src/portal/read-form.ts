import type { z } from 'zod'
import type { Fault, Faults } from './pages/page.ts'

type Read<Fields> = { fields: Fields; faults: null } | { fields: null; faults: Faults }

const named: ReadonlySet<string> = new Set<Fault>(['email', 'subject', 'text', 'value', 'comment'])

/** What a form says, or which of its fields are wrong: `form` where it is none that a person filled in. */
export function readForm<Form extends z.ZodObject>(
  form: ReadonlyMap<string, string>,
  schema: Form,
): Read<z.output<Form>> {
  const given = Object.keys(schema.shape).map((name) => [name, form.get(name)] as const)
  const { success, data, error } = schema.safeParse(Object.fromEntries(given))
  if (success) return { fields: data, faults: null }
  return { fields: null, faults: new Set(error.issues.map(({ path }) => faultOf(path[0]))) }
}

function faultOf(field: PropertyKey | undefined): Fault {
  return isFault(field) ? field : 'form'
}

function isFault(field: PropertyKey | undefined): field is Fault {
  return typeof field === 'string' && named.has(field)
}
