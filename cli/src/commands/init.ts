import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@firstline/server/errors'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { writeSchemas } from './schemas.ts'

const help = `firstline init [DIR]

Writes a commented starter folder into DIR (firstline unless given): a project with an HTTP API and a
PostgreSQL replica, two sources, an action, a runbook with its fixtures, and JSON Schemas for your
editor. It passes firstline check and firstline test as it is. Nothing that exists is overwritten.

Exit code: 0 written, 1 refused, 2 wrong usage.
`

const options = { help: { type: 'boolean' } } as const
const starter = fileURLToPath(new URL('../../starter', import.meta.url))

/** @returns the exit code */
export function initCommand(args: readonly string[]): Promise<number> {
  return toExitCode('init', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [folder = 'firstline', ...more] = positionals
    if (more.length > 0) throw new Usage(`One folder at a time: ${positionals.join(' ')}`)
    await requireFree(folder)
    const files = await copyStarter(folder)
    await writeSchemas(join(folder, '.schemas'))
    process.stdout.write(`${written(folder, files)}\n`)
  })
}

/** Somebody's own files are worth more than ours. */
async function requireFree(folder: string): Promise<void> {
  const there = await readdir(folder).catch(unlessMissing)
  if (there.length === 0) return
  throw new Refusal(
    'conflict',
    'init.not-empty',
    `${folder} is not empty. Nothing was written; name a folder that is not there yet.`,
  )
}

function unlessMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  if (error.code !== 'ENOTDIR') throw error
  throw new Refusal(
    'conflict',
    'init.not-empty',
    'There is a file of that name. Nothing was written.',
  )
}

async function copyStarter(folder: string): Promise<string[]> {
  const entries = await readdir(starter, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(starter.length + 1))
    .toSorted()
  const targets = await Promise.all(paths.map((path) => copyTo(folder, path)))
  return targets
}

async function copyTo(folder: string, path: string): Promise<string> {
  // npm leaves a file named .gitignore out of a package
  const target = join(folder, path === 'gitignore' ? '.gitignore' : path)
  await mkdir(dirname(target), { recursive: true })
  await copyFile(join(starter, path), target)
  return target
}

function written(folder: string, files: readonly string[]): string {
  return [
    ...files.map((file) => `  ${file}`),
    `  ${join(folder, '.schemas')}/`,
    '',
    `Next: firstline check ${folder}, then firstline test ${folder}; ${join(folder, 'README.md')} tells more.`,
  ].join('\n')
}
