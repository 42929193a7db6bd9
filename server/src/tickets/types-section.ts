import { described, maybe } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { sectionReader } from '#server/project/form-reader.ts'

type TicketType = { id: string; title: string; l1: boolean }

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    types: TicketType[]
  }
}

/** The section `types`. */
export const typesForm = described(
  z.array(
    z.strictObject({
      id: described(text, 'Its id, also named by runbooks.', 'exports.email-missing'),
      title: described(text, 'As people read it.'),
      l1: maybe(
        z.boolean(),
        'Whether the first line could resolve it, given access, an action and a runbook.',
      ),
    }),
  ),
  'What tickets can be about.',
)

export const readTypes = sectionReader('types', typesForm)

export function compileTypes(said: z.infer<typeof typesForm> = []): TicketType[] {
  return said.map((type) => ({ ...type, l1: type.l1 ?? true }))
}
