import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { endsWith } from '#server/testing/end-process.ts'
import { freePort } from '#server/testing/free-port.ts'
import { untilListening } from '#server/testing/is-listening.ts'

/** Debian's package, whose files are copied: nothing of the system's own instance is touched. */
const installed = '/usr/share/redmine'
export const isRedmineHere = existsSync(join(installed, 'config.ru'))

export type RedmineServer = {
  url: string
  /** API keys: of our own user, of one of the team, of two customers. */
  keys: Record<'own' | 'stella' | 'carl' | 'dana', string>
  /** As that user. @throws when it answers with an error */
  call(by: string, method: string, path: string, body?: unknown): Promise<unknown>
  /** Ruby in its console. */
  run(script: string): Promise<string>
  stop(): Promise<void>
}

const Keys = z.object({ own: z.string(), stella: z.string(), carl: z.string(), dana: z.string() })

type RedmineOptions = {
  /** Empty: all in it is Redmine's. */
  databaseUrl: string
  addPlugins?: (folder: string) => Promise<unknown>
  /** The gem that serves it: webrick unless told. */
  webServer?: 'webrick' | 'puma'
}

/** A Redmine of its own: files, database, port and process. Takes half a minute. */
export async function startRedmine({
  databaseUrl,
  addPlugins,
  webServer = 'webrick',
}: RedmineOptions): Promise<RedmineServer> {
  const folder = await mkdtemp('/tmp/firstline-redmine-')
  await copyInto(folder, databaseUrl, webServer)
  await addPlugins?.(join(folder, 'plugins'))
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: folder,
    RAILS_ENV: 'production',
    REDMINE_LANG: 'en',
    BUNDLE_GEMFILE: join(folder, 'Gemfile'),
  }
  const bundle = async (...args: string[]) => {
    const at = { cwd: folder, env, maxBuffer: 16 * 1024 * 1024 }
    return (await promisify(execFile)('bundle', ['exec', ...args], at)).stdout
  }
  await bundle('rake', 'db:migrate')
  const run = async (script: string) => {
    await writeFile(join(folder, 'script.rb'), script)
    return bundle('rails', 'runner', join(folder, 'script.rb'))
  }
  const said = await run(seed)
  const keys = Keys.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''))
  const port = await freePort()
  const server = ['exec', 'rails', 'server', '-u', webServer, '-b', '127.0.0.1', '-p', String(port)]
  const running = spawn('bundle', server, { cwd: folder, env, stdio: 'ignore' })
  const stop = endsWith(folder, running)
  await untilListening(port)
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    keys,
    run,
    stop,
    async call(by, method, path, body) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { 'x-redmine-api-key': by, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
      return text.trim() === '' ? null : JSON.parse(text)
    },
  }
}

async function copyInto(folder: string, databaseUrl: string, webServer: string): Promise<void> {
  await cp(installed, folder, {
    recursive: true,
    dereference: true,
    // of the system's own instance: its data, and a configuration that only root may read
    filter: (from) => !/\/(?:instances|config\/database\.yml|public\/plugin_assets)$/.test(from),
  })
  const own = join(folder, 'instances', 'default')
  for (const part of ['config', 'tmp', 'log', 'files', 'public/plugin_assets', 'plugins']) {
    await mkdir(join(own, part), { recursive: true })
  }
  const database = databaseFile(new URL(databaseUrl))
  await writeFile(join(own, 'config', 'database.yml'), database)
  await writeFile(join(folder, 'config', 'database.yml'), database)
  await writeFile(
    join(own, 'config', 'secret_key.txt'),
    'a secret of this test, of many characters',
  )
  // it looks for the databases of the system's own instances, wherever it lies
  const gems = join(folder, 'Gemfile')
  await writeFile(gems, (await readFile(gems, 'utf8')).replaceAll(installed, folder))
  await writeFile(join(folder, 'Gemfile.local'), `gem '${webServer}'\n`)
  await rm(join(folder, 'Gemfile.lock'), { force: true })
}

/** The test's own PostgreSQL listens on a socket. */
function databaseFile({ pathname, searchParams, username, password, hostname, port }: URL): string {
  const host = searchParams.get('host') ?? hostname
  const at = searchParams.get('port') ?? port
  return [
    'production:',
    '  adapter: postgresql',
    `  database: ${pathname.slice(1)}`,
    `  username: ${username}`,
    `  host: ${host}`,
    ...(password === '' ? [] : [`  password: ${password}`]),
    ...(at === '' ? [] : [`  port: ${at}`]),
    '',
  ].join('\n')
}

const seed = `
Redmine::DefaultData::Loader.load('en')
Setting.rest_api_enabled = '1'
def person(login, first, last, admin: false)
  user = User.new(firstname: first, lastname: last, mail: "#{login}@shop.example", language: 'en', admin: admin)
  user.login = login
  user.password = user.password_confirmation = 'secret-secret'
  user.save!
  user
end
own = person('firstline', 'Firstline', 'Desk', admin: true)
stella = person('stella', 'Stella', 'Staff')
carl = person('carl', 'Carl', 'Customer')
dana = person('dana', 'Dana', 'Customer')
field = IssueCustomField.create!(name: 'Account', field_format: 'string', is_for_all: true, trackers: Tracker.all)
%w[support internal].each do |identifier|
  project = Project.new(name: identifier.capitalize, identifier: identifier, is_public: false)
  project.trackers = Tracker.all
  project.enabled_module_names = ['issue_tracking']
  project.save!
  [[own, 'Manager'], [stella, 'Manager'], [carl, 'Reporter'], [dana, 'Reporter']].each do |user, role|
    Member.create!(principal: user, project: project, roles: [Role.find_by(name: role)])
  end
end
puts({ own: own.api_key, stella: stella.api_key, carl: carl.api_key, dana: dana.api_key }.to_json)
`
