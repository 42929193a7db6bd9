import { afterAll, describe, expect, test } from 'vitest'
import { createActionDesk } from '#server/actions/testing/factory.ts'
import { previewAction } from '#server/actions/preview/preview-action.ts'
import { confirmAction } from '#server/actions/run/confirm-action.ts'
import { readConfig } from '#server/core/config.ts'
import { createApp } from '#server/create-app.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { serve } from '#server/serve.ts'
import { createTestDesk, emptyDatabase } from '#server/testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'
import { freePort } from '#server/testing/free-port.ts'
import { createPerson } from '#server/testing/people.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { findBesideTicket } from './find-beside-ticket.ts'
import { followDesk } from './follow-desk.ts'
import { openOutside } from './open-outside.ts'
import { openRedmineOf, redmineHands } from './testing/redmine-desk.ts'
import { isRedmineHere, startRedmine } from './testing/redmine-server.ts'
import type { RedmineServer } from './testing/redmine-server.ts'

const server = isRedmineHere ? await startRedmine({ databaseUrl: await emptyDatabase() }) : null
afterAll(() => server?.stop())

/** A whole node at work beside a real Redmine, and a company with an admin API. */
async function startBeside({ url, keys }: RedmineServer) {
  const company = await createActionDesk(await createTestDesk())
  const { env, folder } = company.place
  const secrets = { 'key.txt': keys.own, 'shop.txt': env.SHOP_URL, 'admin.txt': env.ADMIN_URL }
  for (const [name, text] of Object.entries(secrets)) await company.write(name, text ?? '')
  await company.write('firstline.yaml', projectOf(url))
  await company.write('runbooks/export-missing.md', runbook)
  await company.shop.query(
    `insert into shop.export values ('exp_journey1', 'acc_carl', 'failed', 1, 3, 'carl@shop.example')`,
  )
  const config = readConfig({
    PORT: String(await freePort()),
    SMTP_IN_PORT: '0',
    LOG_LEVEL: 'silent',
    FIRSTLINE_HOME: '/nowhere',
    FIRSTLINE_PROJECT: folder,
    PUBLIC_URL: 'https://desk.shop.example',
  })
  const app = await createApp(config, company.url)
  const node = await serve(app)
  afterAll(async () => {
    await node.stop()
    await app.close()
  })
  const follow = () =>
    followDesk(app, openOutside({ project: app.sources.project, clock: app.clock }))
  return { app, follow, agent: await createPerson(company), shop: company.shop }
}

describe.skipIf(!server)('beside a real Redmine, of the package redmine-pgsql', () => {
  test('a ticket there is solved here, told there, and counted when its customer is back', async () => {
    if (!server) throw new Error('Redmine is not here')
    const { app, follow, agent, shop } = await startBeside(server)
    const [hands, redmine] = [redmineHands(server), openRedmineOf(server)]
    expect(app.sources.project.problems()).toEqual([])

    // a customer opens it there; it is here, with its account
    const externalId = await hands.begin('Export missing', 'My export never arrived.')
    const ticketId = await eventually(async () => {
      await follow()
      return (await findBesideTicket(app, agent, { desk: 'redmine', externalId })).id
    })
    await eventually(async () =>
      expect(await getTicket(app, agent, { ticketId })).toMatchObject({
        channel: 'redmine',
        account: { externalId: 'acc_carl' },
        runbook: { id: 'export-missing' },
        outside: { address: `${server.url}/issues/${externalId}` },
      }),
    )

    // the runbook finds the cause, the action puts it right
    const run = await startRunbook(app, agent, { ticketId, runbook: 'export-missing' })
    expect(run.outcome).toMatchObject({ cause: 'failed' })
    const action = 'export.requeue'
    const input = { export_id: 'exp_journey1' }
    const shown = await previewAction(app, agent, { ticketId, action, input })
    const reason = 'The customer asked for it'
    await confirmAction(app, agent, { ticketId, token: shown.token ?? '', reason })
    await shop.query(`update shop.export set status = 'completed' where id = 'exp_journey1'`)
    await resolveTicket(app, agent, {
      ticketId,
      summary: 'The export had failed and was queued again',
      reply: 'Your export is on its way.',
    })

    // there stand a receipt, the reply and the reason, each once, and the status
    const told = await eventually(async () => {
      const read = await redmine.readTicket(externalId)
      const own = (read?.entries ?? []).filter(({ isOwn, text }) => isOwn && text !== null)
      expect(own).toHaveLength(3)
      expect(read?.status).toBe('Resolved')
      return own.map(({ text, isInternal }) => ({ text: text ?? '', isInternal }))
    })
    const texts = (isNote: boolean) =>
      told.flatMap(({ text, isInternal }) => (isInternal === isNote ? [text] : [])).join('\n')
    expect(texts(false)).toContain('Your export is on its way.')
    expect(texts(true)).toContain('Requeue a failed export')
    expect(texts(true)).toContain('The export had failed and was queued again')
    expect(texts(true)).toContain('Cause: failed')
    await follow()
    const resolved = await getTicket(app, agent, { ticketId })
    expect(resolved).toMatchObject({ state: 'resolved', resolutions: [{ standing: 'pending' }] })
    expect(resolved.resolutions).toHaveLength(1)

    // the customer comments there: it is open here, and the resolution is broken
    await hands.say(externalId, 'customer', 'It still is not here.')
    await eventually(async () => {
      await follow()
      expect(await getTicket(app, agent, { ticketId })).toMatchObject({
        state: 'open',
        reopenCount: 1,
        resolutions: [{ standing: 'broken', runbook: { id: 'export-missing' } }],
      })
    })
    await eventually(async () => {
      const facts = await app.db
        .selectFrom('resolution_fact')
        .selectAll()
        .where('ticket_id', '=', ticketId)
        .execute()
      expect(facts).toHaveLength(1)
    })
  })
})

const projectOf = (url: string) => `
apiVersion: firstline/v1
kind: Project
name: Shop
support: { address: help@shop.example, name: Shop }
connections:
  shop: { kind: postgres, url: file:shop.txt }
  shop-admin: { kind: http, base_url: file:admin.txt, openapi: admin.yaml }
directory:
  connection: shop
  by_email: |
    select distinct account_id, 'Carl and sons' as account_name, 'shop.example' as domain,
      'Carl' as contact_name, requested_by as contact_email
    from shop.export where lower(requested_by) = lower(:email)
types:
  - { id: exports.missing, title: Export missing }
beside:
  redmine:
    address: ${url}
    key: file:key.txt
    projects: [support]
    staff_roles: [Manager]
    solved: [Resolved, Closed]
    void: [Rejected]
    since: 2026-01-01
`

const runbook = `---
apiVersion: firstline/v1
kind: Runbook
id: export-missing
title: Export missing
type: exports.missing
owner: team-exports
symptom:
  - my export never arrived
  - export missing
pick: { export_id: exports.recent.id }
checks:
  exp: { source: exports.by_id, with: { id: pick.export_id } }
causes:
  failed: { when: "exp.status == 'failed'", action: export.requeue }
  fine: { when: "exp.status != 'failed'", reply: fine }
fixtures:
  - { given: { exp: { status: failed } }, expect: failed }
  - { given: { exp: { status: completed } }, expect: fine }
---
Take the export the customer means.

## failed
It has failed.

### Say
It comes now.

## fine
It is done.

### Say
It is done.
`
