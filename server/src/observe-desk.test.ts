import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { stopAction, resumeAction } from '#server/actions/limits/stop-action.ts'
import { requestActionApproval } from '#server/actions/approvals/request-action-approval.ts'
import { createActionDesk, openCase, preview, run } from '#server/actions/testing/factory.ts'
import { sealRecord } from '#server/audit/seal-record.ts'
import { storeMail } from '#server/channels/store-mail.ts'
import { system } from '#server/core/actor.ts'
import { minutes } from '#server/core/clock.ts'
import { readConfig } from '#server/core/config.ts'
import { createMetrics } from '#server/core/metrics.ts'
import { observeDesk } from '#server/observe-desk.ts'
import { countMails } from '#server/outbound/mailer-metrics.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const rulesFile = read('deploy/prometheus/firstline.rules.yml')
const dashboard = read('deploy/grafana/firstline.json')

const desk = await createActionDesk(await createTestDesk())
const ada = await createPerson(desk)
const emil = await createPerson(desk, { role: 'engineer', name: 'Emil Engineer' })
const metrics = createMetrics(desk.pool)
observeDesk(metrics, desk)
let answerOfMailServer: Error | null = null
const mailer = countMails(metrics, {
  isConnected: true,
  send: () => (answerOfMailServer ? Promise.reject(answerOfMailServer) : Promise.resolve()),
})
const http = Fastify()
metrics.observe(http)
http.get('/metrics', (_request, reply) => metrics.answer(reply))
afterAll(() => http.close())

async function scrape(): Promise<string> {
  const { statusCode, body } = await http.inject('/metrics')
  expect(statusCode).toBe(200)
  return body
}

/** Histograms have three series each. */
function namesOf(text: string): Set<string> {
  const names = new Set<string>()
  for (const [, name = '', type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    names.add(name)
    if (type === 'histogram')
      for (const part of ['bucket', 'sum', 'count']) names.add(`${name}_${part}`)
  }
  return names
}

const firstlineNames = (text: string) => new Set(text.match(/\bfirstline_[a-z_]+\b/g))

test('alerts and dashboard ask for what there is, and the docs say of each figure what it is', async () => {
  const text = await scrape()
  const known = namesOf(text)
  const asked = firstlineNames(`${rulesFile}${dashboard}`)
  expect(asked.size).toBeGreaterThan(25)
  expect([...asked].filter((name) => !known.has(name))).toEqual([])
  const others = dashboard.match(/\b(?:process|nodejs)_[a-z0-9_]+\b/g) ?? []
  expect(others.filter((name) => !known.has(name))).toEqual([])
  const documented = firstlineNames(read('docs/watch.md'))
  const declared = [...text.matchAll(/^# TYPE (firstline_\S+)/gm)].map(([, name = '']) => name)
  expect([...documented].toSorted()).toEqual(declared.toSorted())
})

test('each alert says what is so, what to do, and how urgent it is', () => {
  type Alert = {
    alert: string
    labels?: { severity?: string }
    annotations?: { summary?: string; description?: string }
  }
  const { groups } = parse(rulesFile) as { groups: { rules: Alert[] }[] }
  const alerts = groups.flatMap(({ rules }) => rules)
  expect(alerts.length).toBeGreaterThan(15)
  const documented = read('docs/watch.md')
  for (const { alert, labels, annotations } of alerts) {
    expect([alert, labels?.severity]).toEqual([
      alert,
      expect.stringMatching(/^(page|ticket|info)$/),
    ])
    expect(annotations?.summary, alert).toMatch(/\S/)
    expect(annotations?.description, alert).toMatch(/\.$/)
    expect(documented).toContain(`\`${alert}\``)
  }
})

test('what was run, what was asked and what is stopped is counted', async () => {
  const before = await scrape()
  expect(before).not.toContain('firstline_action_stopped{')
  // nothing waits: no time is said, rather than 1970
  expect(before).not.toMatch(/^firstline_approvals_oldest_timestamp_seconds /m)
  expect(before).toMatch(/^firstline_approvals_waiting 0$/m)

  await run(desk, await openCase(desk))
  await stopAction(desk, emil, { action: 'export.requeue', reason: 'Exports are being moved' })
  const after = await scrape()
  expect(after).toContain('firstline_action_runs_day{action="export.requeue",state="verifying"} 1')
  expect(after).toContain('firstline_action_stopped{action="export.requeue",because="person"} 1')
  // the preview asked it, and the run
  expect(after).toMatch(
    /firstline_answers_total\{connection="shop-admin",kind="action",thing="export.requeue",fault=""\} 2/,
  )
  expect(after).toMatch(/firstline_answer_duration_seconds_count\{[^}]*thing="export.requeue"\} 2/)

  await resumeAction(desk, emil, { action: 'export.requeue', reason: 'They are moved' })
  expect(await scrape()).not.toContain('firstline_action_stopped{')
})

test('who waits for a second person has a time; a rule that is off and a status page that is silent are said', async () => {
  const since = desk.clock.now()
  const on = await openCase(desk, { sizeMb: 900 })
  const shown = await preview(desk, on, 'export.requeue', ada)
  await requestActionApproval(desk, ada, {
    ticketId: on.ticketId,
    token: shown.token!, // it is only not runnable without a second person
    reason: 'The customer asked for it',
  })
  const actor = JSON.stringify({ kind: 'system', id: 'rules', name: 'rules' })
  const stop = { rule_id: 'urgent', because: 'loop' as const, reason: '', actor, stopped_at: since }
  await desk.db.insertInto('rule_stop').values(stop).execute()
  const text = await scrape()
  expect(text).toMatch(/^firstline_approvals_waiting 1$/m)
  const seconds = since.getTime() / 1_000
  expect(text).toContain(`firstline_approvals_oldest_timestamp_seconds ${seconds}`)
  expect(text).toContain('firstline_rule_stopped{rule="urgent",because="loop"} 1')
  // no status page is declared here: nothing is said of one
  expect(text).not.toMatch(/^firstline_status_stale /m)
})

test('a mail that is not read yet waits, with its time; one that was held is there until somebody looks', async () => {
  const at = desk.clock.now()
  const raw = Buffer.from(
    'From: omar@northwind.example\r\nSubject: Export\r\n\r\nIt never came.\r\n',
  )
  await storeMail(desk, system('smtp'), { raw, envelopeFrom: 'omar@northwind.example' })
  const waiting = await scrape()
  expect(waiting).toMatch(/^firstline_mails_in_waiting 1$/m)
  const seconds = String(at.getTime() / 1_000)
  expect(waiting).toContain(`firstline_mails_in_oldest_timestamp_seconds ${seconds}`)
  expect(waiting).toContain(`firstline_mails_in_last_timestamp_seconds ${seconds}`)
  expect(waiting).toContain('firstline_mails_in_unchecked{state="held"} 0')

  await desk.db.updateTable('inbound_mail').set({ state: 'held' }).execute()
  const held = await scrape()
  expect(held).toMatch(/^firstline_mails_in_waiting 0$/m)
  expect(held).not.toMatch(/^firstline_mails_in_oldest_timestamp_seconds /m)
  expect(held).toContain('firstline_mails_in_unchecked{state="held"} 1')
})

test('mails out are counted by what became of them', async () => {
  await mailer.send({})
  answerOfMailServer = Object.assign(new Error('no such user'), { responseCode: 550 })
  await expect(mailer.send({})).rejects.toThrow('no such user')
  answerOfMailServer = Object.assign(new Error('try later'), { responseCode: 451 })
  await expect(mailer.send({})).rejects.toThrow('try later')
  const text = await scrape()
  for (const outcome of ['taken', 'refused', 'not-now'])
    expect(text).toContain(`firstline_mails_out_total{outcome="${outcome}"} 1`)
})

test('what is not sealed yet has its age, until it is', async () => {
  const unsealed = await scrape()
  expect(unsealed).toMatch(/^firstline_record_unsealed_events [1-9]/m)
  expect(unsealed).toMatch(/^firstline_record_unsealed_since_timestamp_seconds \d/m)
  desk.clock.advance(5 * minutes)
  const home = await mkdtemp(join(tmpdir(), 'firstline-observed-'))
  afterAll(() => rm(home, { recursive: true }))
  await sealRecord({ ...desk, config: readConfig({ FIRSTLINE_HOME: home }) })
  const sealed = await scrape()
  expect(sealed).toMatch(/^firstline_record_unsealed_events 0$/m)
  const at = desk.clock.now().getTime() / 1_000
  expect(sealed).toContain(`firstline_record_sealed_timestamp_seconds ${at}`)
})

test('a fault in the project’s files is counted until it is mended', async () => {
  await desk.write('sources/broken.yaml', 'apiVersion: firstline/v1\nkind: Source\nid: broken\n')
  expect(await scrape()).toMatch(/^firstline_project_problems [1-9]/m)
  await desk.write('sources/broken.yaml', '')
  await desk.sources.project.reload()
})
