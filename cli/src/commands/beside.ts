import { readConfig } from '@firstline/server/core/config'
import { packageBeside } from '@firstline/server/package-beside'
import { parseCommand } from '../command-line.ts'
import { Usage, toExitCode } from '../exit-code.ts'
import { folderHelp, folderOf } from '../project-folder.ts'

const help = `firstline beside package redmine [FOLDER] [--out DIR]

Writes what the desk beside takes in to show the panel there: a plugin of Redmine 5, into DIR
(firstline_panel unless given), with the address in PUBLIC_URL and the projects of the section "beside".
What it wrote there before is written over. ${folderHelp}

Exit code: 0 written, 1 refused, 2 wrong usage.
`

const options = {
  out: { type: 'string', default: 'firstline_panel' },
  help: { type: 'boolean', default: false },
} as const

/** @returns the exit code */
export function besideCommand(args: readonly string[]): Promise<number> {
  return toExitCode('beside', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    const [step, desk, folder, ...more] = positionals
    if (step !== 'package') throw new Usage('Say package')
    if (desk !== 'redmine') throw new Usage('Say redmine: no other desk has a package')
    if (more.length > 0) throw new Usage(`Not known here: ${more.join(' ')}`)
    const { publicUrl } = readConfig(process.env)
    const written = await packageBeside(folderOf(folder), { publicUrl, into: values.out })
    for (const file of written) process.stdout.write(`${file}\n`)
    process.stdout.write(`\nIts panel is at ${publicUrl}: build it anew when that changes.\n`)
  })
}
