import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedSchemas } from '@firstline/server/schemas/published-schemas'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'

const help = `firstline schemas [--out DIR]

Writes the JSON Schemas (2020-12) of the project's files into DIR (.schemas unless given), for
editors that complete and check. A desk serves the same under /schemas/. First line of a YAML file:

  # yaml-language-server: $schema=../.schemas/source.json

Exit code: 0 written, 1 cannot be written there, 2 wrong usage.
`

const options = { out: { type: 'string', default: '.schemas' }, help: { type: 'boolean' } } as const

/** @returns the exit code */
export function schemasCommand(args: readonly string[]): Promise<number> {
  return toExitCode('schemas', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    if (positionals.length > 0) throw new Usage(`Not known here: ${positionals.join(' ')}`)
    for (const file of await writeSchemas(values.out)) process.stdout.write(`${file}\n`)
  })
}

/** @returns the files written */
export async function writeSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const written = Object.entries(publishedSchemas).map(async ([name, schema]) => {
    const file = join(folder, name)
    await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`)
    return file
  })
  return Promise.all(written)
}
