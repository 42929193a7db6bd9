import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import { readRunbookFiles } from '@firstline/server/check-folder'
import type { DeskRunbooks } from '@firstline/server/runbooks-of-desk'
import { createTwoFilesPatch } from 'diff'
import { parseCommand } from '../command-line.ts'
import { deskRunbooksHelp, meanwhileOf, reasonOf, withDeskRunbooks } from '../desk-runbooks.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { folderHelp, folderOf } from '../project-folder.ts'
import { readPulled, sha256, writePulled } from '../pulled-versions.ts'
import type { PulledVersions } from '../pulled-versions.ts'

const help = `firstline push [FOLDER] [--publish --note TEXT] [--only ID]…

Saves the runbooks of a folder that differ from the desk's as drafts, each on top of the version it
was pulled at (runbooks/.versions.json). If somebody saved another since, nothing is overwritten:
the difference is shown, and the exit code is 1. ${folderHelp}

  --publish      publishes them too; what has problems stays a draft
  --note TEXT    what changed, for those who read the versions; needed to publish
  --only ID      this runbook only; may be repeated

${deskRunbooksHelp}

Exit code: 0 all there, 1 some refused, 2 wrong usage, 3 no desk.
`

const options = {
  publish: { type: 'boolean', default: false },
  note: { type: 'string' },
  only: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const

type Pushing = { folder: string; note: string | null; pulled: PulledVersions }

/** @returns the exit code */
export function pushCommand(args: readonly string[]): Promise<number> {
  return toExitCode('push', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    if (values.publish && !values.note) throw new Usage('--publish needs --note: what changed')
    const folder = folderOf(positionals[0])
    const note = values.publish ? (values.note ?? null) : null
    const isDone = await withDeskRunbooks(folder, (desk) =>
      pushAll(desk, { folder, note, pulled: readPulled(folder) }, values.only),
    )
    return isDone ? 0 : 1
  })
}

async function pushAll(desk: DeskRunbooks, pushing: Pushing, only: string[] | undefined) {
  const files = await readRunbookFiles(pushing.folder)
  const known = files.map(({ id }) => id)
  const stranger = only?.find((id) => !known.includes(id))
  if (stranger !== undefined)
    throw new Usage(`No file of ${pushing.folder} has the id “${stranger}”`)
  let isDone = true
  for (const { file, id, source } of files) {
    if (id === null) {
      say(`${file}: refused: its head has no id`)
      isDone = false
    } else if (!only || only.includes(id)) {
      isDone = (await pushOne(desk, pushing, { file, id, source })) && isDone
    }
  }
  return isDone
}

type Text = { file: string; id: string; source: string }

async function pushOne(desk: DeskRunbooks, pushing: Pushing, text: Text): Promise<boolean> {
  const { file, id, source } = text
  const { folder, note, pulled } = pushing
  const there = await readIfThere(desk, id)
  const keep = (version: number) => {
    setOwnProperty(pulled, id, { version, sha256: sha256(source) })
    writePulled(folder, pulled)
  }
  try {
    let version = there?.publishedVersion ?? 0
    if (there?.source !== source) {
      const draft = { id, source, baseVersion: ownProperty(pulled, id)?.version ?? 0 }
      const saved = await desk.save(draft)
      version = saved.latestVersion
      keep(version)
      say(`${file}: saved as version ${version}`)
    } else if (there.shown.state === 'published') {
      keep(there.latestVersion)
      say(`${file}: is version ${version} already`)
      return true
    } else version = there.shown.version
    if (note === null) return true
    await desk.publish({ id, version, note })
    say(`${file}: published as version ${version}`)
    return true
  } catch (error) {
    if (reasonOf(error) === null) throw error
    say(`${file}: refused: ${(error as Error).message}`)
    sayFaults(error)
    showMeanwhile(error, text)
    return false
  }
}

async function readIfThere(desk: DeskRunbooks, id: string) {
  try {
    return await desk.read(id)
  } catch (error) {
    if (reasonOf(error) === 'runbook.not-found') return null
    throw error
  }
}

function sayFaults(error: unknown): void {
  const { problem, extra } = error as {
    problem?: { errors?: Fault[] }
    extra?: { errors?: Fault[] }
  }
  for (const { path, message } of (problem ?? extra)?.errors ?? []) say(`  ${path}: ${message}`)
}
type Fault = { path: string; message: string }

function showMeanwhile(error: unknown, { file, source }: Text): void {
  const meanwhile = meanwhileOf(error)
  if (!meanwhile) return
  const theirs = `version ${meanwhile.version} by ${meanwhile.by}, ${meanwhile.at}`
  say(createTwoFilesPatch(theirs, file, meanwhile.source, source).trimEnd())
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
