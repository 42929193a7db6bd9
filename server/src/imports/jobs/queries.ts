import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { GetImport } from '@firstline/contract/imports'
import { present } from '@firstline/contract/present'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { NotFound } from '#server/core/errors.ts'
import type { Incoming } from '#server/core/http.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { readImport, readImports } from './import-job.ts'
import { readers } from '#server/imports/vendors/readers.ts'
import { importFolder } from './upload-history.ts'

export const listImports = defineQuery({
  permission: 'history:import',
  input: z.object({}),
  run: async ({ db }) => ({ items: await readImports(db) }),
})

export const getImport = defineQuery({
  permission: 'history:import',
  input: GetImport,
  run: ({ db }, { importId }) => readImport(db, importId),
})

export const listImportVendors = defineQuery({
  permission: 'history:import',
  input: z.object({}),
  run: async () => ({
    items: readers.flatMap(({ name, title, readApi }) => (readApi ? [{ name, title }] : [])),
  }),
})

export function rejectsPath(desk: Pick<Desk, 'config'>, importId: string): string {
  return join(importFolder(desk), `${importId}.rejects.csv`)
}

export async function downloadRejects(
  desk: Desk,
  { request, reply }: Incoming,
  actor: Actor,
): Promise<void> {
  const { importId } = request.params as { importId: string }
  const { id, origin } = await getImport(desk, actor, { importId })
  const path = rejectsPath(desk, present(id))
  if (!existsSync(path)) throw new NotFound('import.not-found', 'No row of it was refused')
  await reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${origin.replace(':', '-')}-rejects.csv"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(createReadStream(path))
}
