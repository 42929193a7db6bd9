import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import { frameOriginsOf } from './frame-origins.ts'
import { isOrigin } from './origin.ts'

async function declared(lines: string) {
  const desk = await ticketDesk(await createTestDesk())
  const { project } = desk.sources
  await appendFile(join(project.folder, 'firstline.yaml'), section + lines)
  await project.reload()
  return { desk, problems: project.problems().map(({ reason }) => reason) }
}

const section = `
beside:
  redmine:
    address: env:REDMINE
    key: env:REDMINE_KEY
    projects: [support]
    staff_roles: [Manager]
    solved: [Resolved]
`
const env = { REDMINE: 'https://Redmine.acme.example:443/tracker' }

test('only the panel is framed, and by the desk’s own address unless others are told', async () => {
  const { desk, problems } = await declared('')
  expect(problems).toEqual([])
  const own = ['https://redmine.acme.example']
  expect(frameOriginsOf(desk, '/beside/redmine/4711', env)).toEqual(own)
  for (const path of ['/', '/tickets/1', '/beside/redmine', '/beside/zendesk/1', '/sign-in']) {
    expect(frameOriginsOf(desk, path, env)).toEqual([])
  }
  for (const path of ['/beside/redmine/1/x', '/beside/redmine/x', '/beside/constructor/1']) {
    expect(frameOriginsOf(desk, path, env)).toEqual([])
  }
  expect(frameOriginsOf(desk, '/beside/redmine/4711', {})).toEqual([])
  const hostile = { REDMINE: 'https://a;script-src/' }
  expect(frameOriginsOf(desk, '/beside/redmine/4711', hostile)).toEqual([])
})

test('origins that are told count instead, and what is none is refused', async () => {
  const told = await declared('    origins: [https://one.example, http://two.example:8080]\n')
  expect(frameOriginsOf(told.desk, '/beside/redmine/1', env)).toEqual([
    'https://one.example',
    'http://two.example:8080',
  ])
  const wrong = await declared('    origins: [https://one.example/path]\n')
  expect(wrong.problems.join()).toContain('“https://one.example/path” is no origin')
})

test.each([
  ['https://one.example', true],
  ['http://localhost:3000', true],
  ['http://[::1]:3000', true],
  ['https://one.example/', false],
  ['https://one.example:443', false],
  ['https://One.example', false],
  ['https://*.one.example', false],
  ["https://one.example;script-src 'unsafe-inline'", false],
  ['https://one.example https://two.example', false],
  ['*', false],
  ['null', false],
])('%s as an origin: %s', (text, is) => {
  expect(isOrigin(text)).toBe(is)
})
