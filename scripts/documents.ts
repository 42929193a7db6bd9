// What others read of us: OpenAPI, the JSON Schemas of files and the schema dump, written into a folder.
// `node scripts/documents.ts FOLDER` before and after a move, then `diff -r`: nothing may differ.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '../contract/src/routes.ts'
import { anonymous } from '../server/src/core/actor.ts'
import { createHttp } from '../server/src/core/http.ts'
import { createLog } from '../server/src/core/log.ts'
import { publishedSchemas } from '../server/src/schemas/published-schemas.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Say the folder to write into')

const silent = async () => null
const handlers = Object.fromEntries(
  Object.entries(routes).map(([name, { permission }]) => [name, { permission, handle: silent }]),
)
const http = await createHttp({
  log: createLog('error'),
  routes,
  handlers,
  authenticate: async () => anonymous,
  origins: [],
  version: '0.0.0',
})
const { statusCode, body } = await http.inject('/openapi.json')
if (statusCode !== 200) throw new Error(`OpenAPI was answered with ${statusCode}`)

mkdirSync(folder, { recursive: true })
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
write('openapi.json', body)
for (const [name, schema] of Object.entries(publishedSchemas)) {
  write(name, JSON.stringify(schema, null, 2))
}
write(
  'schema.sql',
  readFileSync(new URL('../server/migrations/schema.sql', import.meta.url), 'utf8'),
)
await http.close()
