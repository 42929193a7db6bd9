import { checkFolder } from '@firstline/server/check-folder'
import type { FolderReport } from '@firstline/server/check-folder'
import type { FolderProblem } from '@firstline/server/runbooks/lint/lint-problem'
import { parseCommand } from '../command-line.ts'
import { toExitCode } from '../exit-code.ts'
import { folderHelp, folderOf } from '../project-folder.ts'

const help = `firstline check [FOLDER] [--live] [--strict] [--json]

Reads a project folder as a desk would, and says what is wrong with it: file, line, column, reason
and what would be right. ${folderHelp}

  --live     asks the declared systems too: plans every SQL source and query of the directory (no row
             is read), compares the fields they answer with those that are named, and calls every HTTP
             API once, as a source would for an account that nobody has: 401 and 403 are failures; signs in
             to every mailbox and looks into its folder, where nothing is changed. A role of a database
             that may write where no action does is a warning
  --strict   a warning counts as an error
  --json     for programs; fields may be added, none is renamed or removed

Exit code: 0 nothing wrong, 1 something is, 2 wrong usage.
`

const options = {
  live: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function checkCommand(args: readonly string[]): Promise<number> {
  return toExitCode('check', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const report = await checkFolder(folderOf(positionals[0]), {
      live: values.live,
      env: process.env,
    })
    const isFine = judge(report, values.strict)
    if (values.json) {
      process.stdout.write(
        `${JSON.stringify({ shape: 'firstline.check/1', isFine, ...report }, null, 2)}\n`,
      )
    } else process.stdout.write(textOf(report))
    return isFine ? 0 : 1
  })
}

function judge({ problems, live }: FolderReport, isStrict: boolean): boolean {
  const counted = problems.filter(({ severity }) => isStrict || severity === 'error')
  return counted.length === 0 && (live ?? []).every(({ isReachable }) => isReachable)
}

function textOf({ files, problems, searches, live }: FolderReport): string {
  const asked = (live ?? []).map(
    ({ name, isReachable, answer, durationMs }) =>
      `${isReachable ? 'ok    ' : 'failed'} ${name}: ${answer} (${durationMs} ms)`,
  )
  const count = (severity: string) => problems.filter((each) => each.severity === severity).length
  const kinds = Object.entries(files).map(([kind, number]) => counted(number, kind))
  const summary = `${kinds.join(', ') || 'Nothing'} in force; ${count('error')} errors, ${count('warning')} warnings`
  const reads = searches.map(
    ({ file, line, operation, by }) =>
      `${file}:${line}: reads by POST ${operation}; that it changes nothing: ${by}`,
  )
  return `${[...problems.map(problemText), ...reads, ...asked, summary].join('\n')}\n`
}

/** "1 OpenAPI document", "18 sources". */
function counted(number: number, kind: string): string {
  const word = kind === 'OpenAPI' ? 'OpenAPI document' : kind.toLowerCase()
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

/** As compilers write it, so that editors and CI find the place. */
export function problemText(problem: FolderProblem): string {
  const { file, line, column, severity, reason, suggestion } = problem
  const place = [file, line ?? 1, ...(column === null ? [] : [column])].join(':')
  const meant = suggestion === null ? '' : ` (did you mean “${suggestion}”?)`
  return `${place}: ${severity}: ${reason}${meant}`
}
