import { testFolder } from '@firstline/server/check-folder'
import type { FolderTest } from '@firstline/server/check-folder'
import { parseCommand } from '../command-line.ts'
import { toExitCode } from '../exit-code.ts'
import { folderHelp, folderOf } from '../project-folder.ts'
import { problemText } from './check.ts'

const help = `firstline test [FOLDER] [--json]

Decides the cause of every fixture of every runbook, as a run would, and compares it with what the
fixture expects. ${folderHelp}

  --json     for programs; fields may be added, none is renamed or removed

Exit code: 0 all as expected, 1 something is not, 2 wrong usage.
`

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function testCommand(args: readonly string[]): Promise<number> {
  return toExitCode('test', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const runbooks = await testFolder(folderOf(positionals[0]))
    const isPassed = runbooks.every(isFine)
    if (values.json) {
      const report = { shape: 'firstline.test/1', isPassed, runbooks }
      process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    } else process.stdout.write(textOf(runbooks))
    return isPassed ? 0 : 1
  })
}

function isFine({ results, problems, uncovered }: FolderTest): boolean {
  return (
    problems.length === 0 && uncovered.length === 0 && results.every(({ isPassed }) => isPassed)
  )
}

function textOf(runbooks: readonly FolderTest[]): string {
  const lines = runbooks.flatMap(({ file, results, problems, uncovered }) => [
    ...problems.map((problem) => problemText({ ...problem, file })),
    ...results.flatMap(({ line, reason }) =>
      reason === null ? [] : [`${file}:${line}: failed: ${reason}`],
    ),
    ...uncovered.map((cause) => `${file}: no fixture expects “${cause}”`),
  ])
  const all = runbooks.flatMap(({ results }) => results)
  const passed = all.filter(({ isPassed }) => isPassed).length
  const of = `${runbooks.length} ${runbooks.length === 1 ? 'runbook' : 'runbooks'}`
  const summary = `${passed} of ${all.length} fixtures of ${of} as expected`
  return `${[...lines, summary].join('\n')}\n`
}
