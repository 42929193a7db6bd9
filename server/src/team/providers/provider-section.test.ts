import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'

const acme = {
  id: 'acme',
  name: 'Acme ID',
  issuer: 'https://id.acme.example/realms/acme',
  client_id: 'firstline',
  client_secret: 'env:OIDC_SECRET',
  domains: ['acme.example'],
}

/** A project that says so of how people sign in. */
async function open(signIn: object) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-sign-in-'))
  const support = { address: 'support@acme.example', name: 'A' }
  const file = { apiVersion: 'firstline/v1', kind: 'Project', name: 'Test', support }
  // JSON is YAML too
  writeFileSync(join(folder, 'firstline.yaml'), JSON.stringify({ ...file, sign_in: signIn }))
  const project = await openProject(folder, pino({ level: 'silent' }))
  afterAll(() => project.stop())
  return project
}

test('a provider says little; nobody is added, and one is asked again after 12 hours', async () => {
  const project = await open({ providers: [acme] })
  expect(project.problems()).toEqual([])
  expect(project.current().signIn).toMatchObject({
    passwordOnlyFor: null,
    providers: [
      {
        scopes: ['openid', 'email', 'profile'],
        groupsClaim: 'groups',
        verifiedClaim: 'email_verified',
        roles: null,
        addsPeople: false,
        sessionHours: 12,
      },
    ],
  })
})

const engineer = { group: 'devs', role: 'engineer' }
test('an engineer works on the second line unless told, and openid is always asked for', async () => {
  const roles = [engineer, { ...engineer, group: 'sre', line: 'L3' }]
  const { signIn } = (await open({ providers: [{ ...acme, roles, scopes: ['email'] }] })).current()
  expect(signIn.providers[0]).toMatchObject({
    roles: [{ line: 'L2' }, { line: 'L3' }],
    scopes: ['openid', 'email'],
  })
})

const other = {
  ...acme,
  id: 'other',
  issuer: 'https://id.other.example',
  domains: ['other.example'],
}
test.each<[string, object, RegExp]>([
  ['a secret in the file', { providers: [{ ...acme, client_secret: 'x' }] }, /where the secret is/],
  ['http in the network', { providers: [{ ...acme, issuer: 'http://id.acme.example' }] }, /https/],
  [
    'a host that only begins like this machine',
    { providers: [{ ...acme, issuer: 'http://localhost.evil.example' }] },
    /https/,
  ],
  [
    'a password in the address',
    { providers: [{ ...acme, issuer: 'https://a:b@id.example' }] },
    /https/,
  ],
  [
    'a domain with an @',
    { providers: [{ ...acme, domains: ['@acme.example'] }] },
    /domain of mail/,
  ],
  ['no domain', { providers: [{ ...acme, domains: [] }] }, /fewer than 1/],
  ['an id twice', { providers: [acme, { ...other, id: 'acme' }] }, /has the id “acme”/],
  ['an issuer twice', { providers: [acme, { ...other, issuer: acme.issuer }] }, /has this issuer/],
  [
    'a domain twice',
    { providers: [acme, { ...other, domains: acme.domains }] },
    /answers for “acme.example”/,
  ],
  [
    'people added without a role',
    { providers: [{ ...acme, unknown_people: 'added' }] },
    /“roles” is missing/,
  ],
  [
    'an unknown role',
    { providers: [{ ...acme, roles: [{ group: 'a', role: 'king' }] }] },
    /one of agent/,
  ],
  ['nobody who could sign in', { password_only_for: [] }, /nobody else could sign in/],
])('%s is refused', async (_what, signIn, reason) => {
  const project = await open(signIn)
  expect(project.problems().map((problem) => problem.reason)).toEqual([
    expect.stringMatching(reason),
  ])
  expect(project.current().signIn.providers).toEqual([])
})
