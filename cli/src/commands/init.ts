import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { askForSystems, chooseByAsking } from '../init/ask.ts'
import { chooseByFlags } from '../init/choose.ts'
import type { Chooser } from '../init/choose.ts'
import { foundText, nextText } from '../init/found-text.ts'
import { lookAround } from '../init/look-around.ts'
import { planOf, requireKnown, writeProject } from '../init/make-project.ts'
import { requireFree } from '../init/place-folder.ts'
import { projectFiles } from '../init/project-text.ts'
import { initOptions, isAboutSystems, soughtBy } from '../init/sought.ts'
import type { InitValues } from '../init/sought.ts'
import { writeSchemas } from './schemas.ts'

const help = `firstline init [DIR] [--database ADDRESS] [--openapi FILE] [--prometheus ADDRESS] [--status ADDRESS] …

Writes a project folder into DIR (firstline unless given) from what your systems say of themselves: it
looks at tables and descriptions, reads no row, and changes nothing. What it found is shown with a reason,
the likeliest is taken, and "firstline check --live" accepts the folder. On a terminal it asks you; the
flags say the same without one. Nothing that exists is overwritten, and what fails leaves nothing behind.

  --database ADDRESS      a database of yours: env:NAME, or the address itself, which is written nowhere
  --schema NAME           only its tables
  --accounts TABLE        the table of your customers, unless the likeliest
  --openapi FILE          the OpenAPI description of an API of yours: a file or an http address
  --api-url ADDRESS       where that API is (env:API_URL unless given)
  --api-credential PLACE  where its secret is (env:API_TOKEN unless given, where it describes one)
  --prometheus ADDRESS    a Prometheus, or what speaks its API
  --prometheus-credential PLACE
  --status ADDRESS        the JSON of your status page
  --source NAME           a table, operation or metric to read, or the id of a source; may be repeated.
                          Without it the three likeliest tables, two operations and one metric
  --name NAME             of your product
  --support ADDRESS       the address that customers write to
  --dry-run               shows the files and writes nothing
  --json                  for programs; fields may be added, none is renamed or removed
  --starter               none of this: a commented starter folder with two sources, an action, a runbook
                          and its fixtures (so it is too without a terminal and without flags)

Exit code: 0 written, 1 refused, 2 wrong usage, 3 a system does not answer.
`

/** @returns the exit code */
export function initCommand(args: readonly string[]): Promise<number> {
  return toExitCode('init', async () => {
    const { values, positionals } = parseCommand(args, initOptions)
    if (values.help) return void process.stdout.write(help)
    const [folder = 'firstline', ...more] = positionals
    if (more.length > 0) throw new Usage(`One folder at a time: ${positionals.join(' ')}`)
    if (isAboutSystems(values)) {
      if (values.starter) throw new Usage('--starter looks at no system: leave the other flags out')
      const named = { accounts: values.accounts ?? null, sources: values.source }
      return writeFound(folder, values, chooseByFlags(named))
    }
    return values.starter || !isTerminal() ? writeStarter(folder) : askAndWrite(folder, values)
  })
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY
}

async function askAndWrite(folder: string, values: InitValues): Promise<void> {
  await requireFree(folder)
  const terminal = { input: process.stdin, output: process.stdout }
  const answers = await askForSystems(terminal)
  if (answers === null) return writeStarter(folder)
  return writeFound(folder, { ...values, ...answers }, chooseByAsking(terminal))
}

async function writeFound(folder: string, values: InitValues, chooser: Chooser): Promise<void> {
  if (!values['dry-run']) await requireFree(folder)
  const { sought, wishes, known } = soughtBy(values)
  const found = await lookAround(sought)
  const plan = await planOf(found, wishes, chooser)
  requireKnown(values.source, found, plan)
  if (values['dry-run']) return show(folder, values, { plan, lines: foundText(found, plan) })
  const written = await writeProject(folder, plan, known)
  const notes = [
    ...foundText(found, written.plan),
    ...written.dropped.map((problem) => `left out: ${problem}`),
    ...(written.report.live ?? []).map(
      ({ name, isReachable, answer }) => `${isReachable ? 'ok    ' : 'failed'} ${name}: ${answer}`,
    ),
    '',
  ]
  show(folder, values, { plan: written.plan, lines: notes })
}

type Shown = { plan: Parameters<typeof projectFiles>[0]; lines: string[] }

function show(
  folder: string,
  { json, 'dry-run': isDry }: InitValues,
  { plan, lines }: Shown,
): void {
  const files = projectFiles(plan)
  if (json) {
    const answer = {
      shape: 'firstline.init/1',
      folder,
      isWritten: !isDry,
      found: lines.filter((line) => line !== ''),
      files: Object.fromEntries(files),
    }
    return void process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  }
  const own = [...files].filter(([path]) => path !== plan.api?.file)
  const shown = isDry
    ? own.flatMap(([path, content]) => [`--- ${path}`, content])
    : [...written(folder, [...files.keys()]), '', ...nextText(folder, plan)]
  process.stdout.write(`${[...lines, ...shown].join('\n')}\n`)
}

const starter = fileURLToPath(new URL('../../starter', import.meta.url))

async function writeStarter(folder: string): Promise<void> {
  await requireFree(folder)
  const files = await copyStarter(folder)
  await writeSchemas(join(folder, '.schemas'))
  const next = `Next: firstline check ${folder}, then firstline test ${folder}; ${join(folder, 'README.md')} tells more.`
  process.stdout.write(`${[...written(folder, files), '', next].join('\n')}\n`)
}

async function copyStarter(folder: string): Promise<string[]> {
  const entries = await readdir(starter, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(starter.length + 1))
    .toSorted()
  return Promise.all(paths.map((path) => copyTo(folder, path)))
}

/** @returns the path below the folder */
async function copyTo(folder: string, path: string): Promise<string> {
  // npm leaves a file named .gitignore out of a package
  const target = path === 'gitignore' ? '.gitignore' : path
  await mkdir(dirname(join(folder, target)), { recursive: true })
  await copyFile(join(starter, path), join(folder, target))
  return target
}

function written(folder: string, files: readonly string[]): string[] {
  return [...files.map((file) => `  ${join(folder, file)}`), `  ${join(folder, '.schemas')}/`]
}
