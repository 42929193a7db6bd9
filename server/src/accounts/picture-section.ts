import { described } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import { problem } from '#server/project/project-document.ts'
import type { LoadedFile, ProjectProblem } from '#server/project/project-document.ts'

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** Ids of sources that are there. */
    accountPicture: string[]
  }
}

/** The section `account_picture`. */
export const pictureForm = described(
  z
    .array(text)
    .max(30)
    .meta({ uniqueItems: true, order: ['type', 'items', 'uniqueItems', 'maxItems'] }),
  'Ids of sources, shown beside every ticket in this order.',
)

/** A panel that names no source is left out of the picture; the rest of the project stands. */
export function pictureProblems(
  file: LoadedFile,
  said: readonly string[] = [],
  known: readonly string[],
): ProjectProblem[] {
  return said.flatMap((id, index) => {
    if (known.includes(id)) return []
    const line = file.lineOf(['account_picture', index])
    const reason = sentence`account_picture: no source is called “${id}”`
    return [{ file: file.path, ...problem(line, reason, nearest(id, known)) }]
  })
}
