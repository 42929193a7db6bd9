import { expect, test } from 'vitest'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { checkFolder } from '#server/check-folder.ts'
import { ruleText } from './testing/factory.ts'

const folder = await mkdtemp(join(tmpdir(), 'firstline-rule-files-'))
afterAll(() => rm(folder, { recursive: true }))
await mkdir(join(folder, 'rules'))
await writeFile(
  join(folder, 'firstline.yaml'),
  `apiVersion: firstline/v1
kind: Project
name: Acme
support: { address: support@acme.example, name: Acme Support, signature: Acme }
types:
  - { id: how-to, title: How do I … }
`,
)

async function problemsOf(...texts: string[]): Promise<string[]> {
  await rm(join(folder, 'rules'), { recursive: true })
  await mkdir(join(folder, 'rules'))
  for (const [place, text] of texts.entries()) {
    await writeFile(join(folder, `rules/${String(place).padStart(3, '0')}.yaml`), text)
  }
  const { problems } = await checkFolder(folder, { live: false, env: {} })
  return problems.map(({ line, reason, suggestion }) =>
    suggestion === null ? `${line}: ${reason}` : `${line}: ${reason} → ${suggestion}`,
  )
}

const when = 'when: [ticket.received]'

test.each([
  [
    `${when}\nif: tickt.subject == 'a'\nthen: { priority: high }`,
    /^6: “tickt” is not declared; did you mean “ticket”/,
  ],
  [
    `${when}\nif: ticket.subjct == 'a'\nthen: { priority: high }`,
    /^6: “ticket” has no field “subjct” .* → subject$/,
  ],
  [
    `${when}\nif: account.plan == 'pro'\nthen: { priority: high }`,
    /^6: “account” has no field “plan” \(id, name, domain\)/,
  ],
  [
    `${when}\nif: account == 'pro'\nthen: { priority: high }`,
    /^6: “account” is no value by itself/,
  ],
  [
    `${when}\nif: ticket.subject.length > 3\nthen: { priority: high }`,
    /^6: “ticket.subject” has no fields of its own/,
  ],
  [`${when}\nif: ticket.subject ==\nthen: { priority: high }`, /^6: /],
  [
    `when: [ticket.recieved]\nthen: { priority: high }`,
    /^5: when.0: must be one of .* → ticket.received$/,
  ],
  [`${when}\nthen: { priority: hihg }`, /^6: then.priority: must be one of .* → high$/],
  [`${when}\nthen: { type: how_to }`, /^6: firstline.yaml declares no type “how_to” → how-to$/],
  [`${when}\nthen: { offer_runbook: nothing }`, /^6: There is no runbook “nothing” in this folder/],
  [
    `${when}\nthen: { assign: ada }`,
    /^6: then.assign: must be the mail address of a person, or nobody/,
  ],
  [`${when}\nthen: { assign: "a@b" }`, /^6: “a@b” is no mail address/],
  [`${when}\nthen: { tags: { add: ["  "] } }`, /^6: “ {2}” is no tag/],
  [
    `${when}\nthen: { snooze: 4 days }`,
    /^6: then.snooze: must be a duration such as 4h, or until_answer/,
  ],
  [`${when}\nthen: {}`, /^6: then: must NOT have fewer than 1 properties/],
  [`${when}\nthen: { reply: Hello }`, /^6: then: “reply” is not known here/],
  [`${when}\nper_hour: 0\nthen: { priority: high }`, /^6: per_hour: must be >= 1/],
  [`then: { priority: high }`, /“when” is missing/],
])('%j is refused where it is wrong, with what is meant', async (says, wanted) => {
  expect(await problemsOf(ruleText('wrong', says))).toEqual([expect.stringMatching(wanted)])
})

test('a rule that is right has no problem, and is counted', async () => {
  const says = `${when}
if: >-
  ticket.tags.exists(tag, tag == 'vip') && has(account.id) && account.domain.endsWith('.example')
  && contact.email.startsWith('ceo@') && ticket.text.matches('(?i)invoice')
then: { type: how-to, snooze: until_answer }`
  expect(await problemsOf(ruleText('right', says))).toEqual([])
  const { files } = await checkFolder(folder, { live: false, env: {} })
  expect(files.Rule).toBe(1)
})

test('an id stands for one rule, and a desk has a hundred', async () => {
  const says = `${when}\nthen: { priority: high }`
  expect(await problemsOf(ruleText('same', says), ruleText('same', says))).toEqual([
    '3: “same” is already declared in rules/000.yaml',
  ])
  const many = Array.from({ length: 101 }, (_, place) => ruleText(`rule-${place}`, says))
  expect(await problemsOf(...many)).toEqual([
    '1: A desk has 100 rules at most: put some of them together',
  ])
})
