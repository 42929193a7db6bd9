import { z } from 'zod'
import type { RouteTable } from './route.ts'

/** JSON Schemas (2020-12) of the files people write. */
export const schemaFiles = [
  'firstline.json',
  'source.json',
  'action.json',
  'runbook.json',
  'rule.json',
  'history.json',
] as const
export const GetSchema = z.object({ file: z.enum(schemaFiles) })

export const schemaRoutes = {
  getSchema: {
    method: 'GET',
    path: '/schemas/{file}',
    summary: 'The JSON Schema of a kind of file, for editors; the same for every desk of a version',
    permission: 'public',
    params: GetSchema,
    response: z.record(z.string(), z.unknown()),
  },
} as const satisfies RouteTable
