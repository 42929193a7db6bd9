import { described, maybe } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'

type PortalSettings = {
  /** What its pages are called. */
  title: string | null
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** Null: there is none. */
    portal: PortalSettings | null
  }
}

/** The section `portal`. */
export const portalForm = described(
  z.strictObject({
    enabled: described(z.boolean(), 'Whether customers find it at /help.'),
    title: maybe(
      text.max(80),
      'What its pages are called; the name of the project unless told.',
      'Acme Help',
    ),
  }),
  'The pages where customers read, write and rate their tickets.',
)

export function compilePortal(said: z.infer<typeof portalForm> | undefined): PortalSettings | null {
  return said?.enabled ? { title: said.title ?? null } : null
}
