#!/usr/bin/env node
import { freezePrototypes } from '@firstline/contract/freeze-prototypes'
import { ownProperty } from '@firstline/contract/own-property'
import { keepMemoryFlat } from './keep-memory-flat.ts'
import { version } from './version.ts'

type Command = { summary: string; load(): Promise<(args: readonly string[]) => Promise<number>> }

const commands: Record<string, Command> = {
  start: {
    summary:
      'run the desk here, with the example company unless there is a project or --no-example',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  scorecard: {
    summary: 'the two numbers of any history: a file in, a report out',
    load: async () => {
      keepMemoryFlat()
      return (await import('./commands/scorecard.ts')).scorecardCommand
    },
  },
  import: {
    summary: "bring a history into the desk's scorecard",
    load: async () => {
      keepMemoryFlat()
      return (await import('./commands/import.ts')).importCommand
    },
  },
  export: {
    summary: "write the desk's history in an open format",
    load: async () => {
      keepMemoryFlat()
      return (await import('./commands/export.ts')).exportCommand
    },
  },
  audit: {
    summary: 'verify, export and prove the sealed record',
    load: async () => (await import('./commands/audit.ts')).auditCommand,
  },
  privacy: {
    summary: 'what is known of a customer: export it, erase it',
    load: async () => (await import('./commands/privacy.ts')).privacyCommand,
  },
  init: {
    summary: 'write a commented starter folder for your own product',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  schemas: {
    summary: "write the JSON Schemas of the project's files, for editors",
    load: async () => (await import('./commands/schemas.ts')).schemasCommand,
  },
  action: {
    summary: "preview or run an action on a ticket's account, on a running desk",
    load: async () => (await import('./commands/action.ts')).actionCommand,
  },
  rules: {
    summary: 'try a rule on the newest 100 tickets of a running desk',
    load: async () => (await import('./commands/rules.ts')).rulesCommand,
  },
  beside: {
    summary: 'what the desk you have takes in, to show the panel beside its tickets',
    load: async () => (await import('./commands/beside.ts')).besideCommand,
  },
  mcp: {
    summary: 'let an AI agent in: the Model Context Protocol on standard input and output',
    load: async () => (await import('./commands/mcp.ts')).mcpCommand,
  },
  check: {
    summary: 'what is wrong with a project folder: sources, actions, runbooks',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  try: {
    summary:
      'read a source, prepare an action or run a runbook for one account, as it would be sent',
    load: async () => (await import('./commands/try.ts')).tryCommand,
  },
  test: {
    summary: 'run the fixtures of the runbooks of a project folder',
    load: async () => (await import('./commands/test.ts')).testCommand,
  },
  pull: {
    summary: "write the desk's published runbooks into a project folder",
    load: async () => (await import('./commands/pull.ts')).pullCommand,
  },
  push: {
    summary: 'bring the runbooks of a project folder to the desk',
    load: async () => (await import('./commands/push.ts')).pushCommand,
  },
  migrate: {
    summary: 'bring the database to this version, as its owner, and end',
    load: async () => (await import('./commands/migrate.ts')).migrateCommand,
  },
  doctor: {
    summary: "what to set in this desk's PostgreSQL",
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  backup: {
    summary: 'all of the desk as one encrypted file, while it works on; or verify one',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  restore: {
    summary: 'a backup into an empty database; what may have left before is held',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  invite: {
    summary: 'add a person who can sign in',
    load: async () => (await import('./commands/invite.ts')).inviteCommand,
  },
  'password-link': {
    summary: 'a new password for who is locked out',
    load: async () => (await import('./commands/password-link.ts')).passwordLinkCommand,
  },
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version') {
    process.stdout.write(`${version()}\n`)
    return 0
  }
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(help())
    return name === undefined ? 2 : 0
  }
  const command = ownProperty(commands, name)
  if (!command) {
    process.stderr.write(`There is no command “${name}”.\n\n${help()}`)
    return 2
  }
  const run = await command.load()
  freezePrototypes()
  return run(args)
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  )
  return `firstline <command> [options]\n\n${lines.join('\n')}\n\nfirstline <command> --help tells more.\n`
}

process.exitCode = await main(process.argv.slice(2))
