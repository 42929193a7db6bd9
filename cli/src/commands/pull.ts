import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import { readRunbookFiles } from '@firstline/server/check-folder'
import type { DeskRunbooks } from '@firstline/server/runbooks-of-desk'
import { parseCommand } from '../command-line.ts'
import { deskRunbooksHelp, withDeskRunbooks } from '../desk-runbooks.ts'
import { toExitCode } from '../exit-code.ts'
import { folderHelp, folderOf } from '../project-folder.ts'
import { readPulled, sha256, writePulled, writeText } from '../pulled-versions.ts'

const help = `firstline pull [FOLDER] [--force]

Writes the published runbooks of a desk into the folder's runbooks/, and notes in
runbooks/.versions.json which versions they are: commit both. A file that was changed since it was
pulled is left as it is, and named. ${folderHelp}

  --force    overwrites changed files too

${deskRunbooksHelp}

Exit code: 0 all there, 1 some left as they were, 2 wrong usage, 3 no desk.
`

const options = {
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function pullCommand(args: readonly string[]): Promise<number> {
  return toExitCode('pull', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const folder = folderOf(positionals[0])
    const left = await withDeskRunbooks(folder, (desk) => pull(desk, folder, values.force))
    return left === 0 ? 0 : 1
  })
}

/** @returns how many files were left as they were */
async function pull(desk: DeskRunbooks, folder: string, isForced: boolean): Promise<number> {
  const files = new Map((await readRunbookFiles(folder)).map((file) => [file.id, file]))
  const pulled = readPulled(folder)
  let left = 0
  for (const { id, publishedVersion } of await desk.list()) {
    if (publishedVersion === null) continue
    const { source, latestVersion } = await desk.read(id)
    const there = files.get(id)
    const isChanged =
      there && there.source !== source && ownProperty(pulled, id)?.sha256 !== sha256(there.source)
    if (isChanged && !isForced) {
      left += 1
      say(`${there.file}: left as it is: it was changed here; push it, or pull with --force`)
      continue
    }
    if (there?.source !== source) writeText(folder, there?.file ?? `runbooks/${id}.md`, source)
    setOwnProperty(pulled, id, { version: latestVersion, sha256: sha256(source) })
    const draft =
      latestVersion > publishedVersion ? `; version ${latestVersion} waits as a draft` : ''
    say(`${there?.file ?? `runbooks/${id}.md`}: version ${publishedVersion}${draft}`)
  }
  writePulled(folder, pulled)
  return left
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
