import { described } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'

/** Teams by line. */
type Lines = { l1: string[]; l2: string[]; l3: string[] }

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    lines: Lines
  }
}

const teams = (words: string) => z.array(text).meta({ words }).exactOptional()
/** The section `lines`. */
export const linesForm = described(
  z.strictObject({
    l1: teams('Teams of the first line.'),
    l2: teams('Teams behind it.'),
    l3: teams('Teams behind those.'),
  }),
  'Teams by line; the first is resolved by, the others are escalated to.',
)

export function compileLines(said: z.infer<typeof linesForm> = {}): Lines {
  return { l1: [], l2: [], l3: [], ...said }
}
