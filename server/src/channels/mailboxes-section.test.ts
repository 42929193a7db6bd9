import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'

const imap = (more: string) =>
  `mailboxes:\n  - name: Support\n    address: support@acme.example\n    imap: { host: mail.acme.example, user: support, ${more} }\n`
const password = 'password: env:MAIL'
const client = 'token_url: "https://t.example", client_id: a, scope: b'

/** A project whose file ends so. */
async function open(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-mailboxes-'))
  const head = `apiVersion: firstline/v1\nkind: Project\nname: Test\nsupport: { address: support@acme.example, name: A }\n`
  writeFileSync(join(folder, 'firstline.yaml'), head + text)
  const project = await openProject(folder, pino({ level: 'silent' }))
  afterAll(() => project.stop())
  return project
}

test('a mailbox says little: the rest is TLS, the inbox, and a folder to move to', async () => {
  const project = await open(imap(`${password}, folder: Inbox`))
  expect(project.problems()).toEqual([])
  expect(project.current().mailboxes).toEqual([
    {
      name: 'Support',
      address: 'support@acme.example',
      key: 'support@mail.acme.example/INBOX',
      host: 'mail.acme.example',
      port: 993,
      security: 'tls',
      ca: null,
      user: 'support',
      signIn: { kind: 'password', password: 'env:MAIL' },
      folder: 'INBOX',
      movedTo: 'Firstline',
    },
  ])
})

test('its address is one of ours', async () => {
  const text = imap(password).replace('support@acme.example', 'Help@acme.example')
  const { support } = (await open(text)).current()
  expect(support.aliases).toEqual(['help@acme.example'])
})

test.each([
  ['a password in the file', 'password: secret', /must say where the secret is/],
  ['no way to sign in', 'port: 993', /“imap.password” or “imap.oauth2” is missing/],
  ['two ways', `${password}, oauth2: { ${client}, client_secret: env:S }`, /a password already/],
  ['a client without any secret', `oauth2: { ${client} }`, /“client_secret” or “refresh_token”/],
  ['a folder moved to itself', `${password}, moved_to: INBOX`, /moved to where it is/],
  ['no encryption', `${password}, security: none`, /must be one of tls, starttls/],
  ['a misspelt key', `${password}, moveto: A`, /“moveto” is not known here/],
])('%s is refused', async (_, more, reason) => {
  const project = await open(imap(more))
  expect(
    project
      .problems()
      .map((each) => each.reason)
      .join(),
  ).toMatch(reason)
  expect(project.current().mailboxes).toEqual([])
})

test('an address in place of a host is refused', async () => {
  const text = imap(password).replace('mail.acme.example', '"imaps://mail.acme.example"')
  const [problem] = (await open(text)).problems()
  expect(problem?.reason).toMatch(/must be the name of a server/)
})

test('one folder of one user is declared once, under one name', async () => {
  const one = imap(password)
  const again = one.slice(one.indexOf('  - name'))
  const project = await open(one + again)
  expect(project.problems().map(({ reason }) => reason)).toEqual([
    'mailboxes.1: another mailbox is called “Support”',
    'mailboxes.1: another mailbox is the same folder of the same user',
  ])
})
