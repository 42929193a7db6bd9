import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { redmineHands } from '#server/beside/testing/redmine-desk.ts'
import { isRedmineHere, startRedmine } from '#server/beside/testing/redmine-server.ts'
import { emptyDatabase } from '#server/testing/desk.ts'
import { writePlugin } from './write-plugin.ts'

const address = 'https://desk.acme.example'
const server = isRedmineHere
  ? await startRedmine({
      databaseUrl: await emptyDatabase(),
      addPlugins: (folder) =>
        writePlugin(join(folder, 'firstline_panel'), { address, projects: ['support'] }),
    })
  : null
afterAll(() => server?.stop())

/** As somebody's browser reads it, after they have signed in. */
async function readAs(login: string, path: string): Promise<string> {
  const url = server?.url ?? ''
  const form = await fetch(`${url}/login`)
  const token = /name="authenticity_token" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const signedIn = await fetch(`${url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(form) },
    body: new URLSearchParams({
      authenticity_token: token,
      username: login,
      password: 'secret-secret',
    }),
  })
  expect(signedIn.status).toBe(302)
  const page = await fetch(`${url}${path}`, { headers: { cookie: cookiesOf(signedIn) } })
  expect(page.status).toBe(200)
  return page.text()
}

function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

const framesIn = (page: string) =>
  [...page.matchAll(/<iframe[^>]* src="([^"]+)"/g)].map(([, src]) => src)

describe.skipIf(!server)('the plugin in Redmine 5, of the package redmine-pgsql', () => {
  test('shows the panel of an issue to the team, and to nobody else', async () => {
    if (!server) throw new Error('Redmine is not here')
    const id = await redmineHands(server).begin('Export missing', 'My export never arrived.')
    const page = await readAs('stella', `/issues/${id}`)
    expect(framesIn(page)).toEqual([`${address}/beside/redmine/${id}`])
    expect(page).toContain('Open in a window')
    expect(framesIn(await readAs('carl', `/issues/${id}`))).toEqual([])
  })

  test('shows none on other pages, nor for a project that is not mirrored', async () => {
    if (!server) throw new Error('Redmine is not here')
    const id = await redmineHands(server).beginElsewhere('Of nobody here', 'There')
    expect(framesIn(await readAs('stella', `/issues/${id}`))).toEqual([])
    expect(framesIn(await readAs('stella', '/projects/support/issues'))).toEqual([])
    expect(await readAs('firstline', '/admin/plugins')).toContain('firstline_panel')
  })
})

test('its settings are data, whatever a project is called', async () => {
  const folder = await mkdtemp('/tmp/firstline-plugin-')
  const into = join(folder, 'firstline_panel')
  const projects = ['support', `"]; system('x') #`]
  await writePlugin(into, { address: `${address}/`, projects })
  const written = await readFile(join(into, 'config', 'firstline.json'), 'utf8')
  expect(JSON.parse(written)).toEqual({ address, projects })
  expect(await writePlugin(into, { address, projects: [] })).toContain(join(into, 'init.rb'))
  await expect(writePlugin(folder, { address, projects: [] })).rejects.toMatchObject({
    reason: 'beside.folder-taken',
  })
  await rm(folder, { recursive: true })
})
