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
export const typesForm = z
  .array(
    z.strictObject({
      id: text.meta({
        words: 'Its id, also named by runbooks.',
        examples: ['exports.email-missing'],
      }),
      title: text.meta({ words: 'As people read it.' }),
      l1: z
        .boolean()
        .meta({
          words: 'Whether the first line could resolve it, given access, an action and a runbook.',
        })
        .exactOptional(),
    }),
  )
  .meta({ words: 'What tickets can be about.' })

export const readTypes = sectionReader('types', typesForm)

export function compileTypes(said: z.infer<typeof typesForm> = []): TicketType[] {
  return said.map((type) => ({ ...type, l1: type.l1 ?? true }))
}
