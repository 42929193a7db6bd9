import { expect, test } from './test.ts'
import { breakSomething, receivedMail, writeToSupport } from './world.ts'
import { act, openDeskAs, openTicketOf, readScorecard, resolve, runRunbook } from './workspace.ts'

test('a failed export is resolved at the first line, and the numbers move', async ({ browser }) => {
  const agent = await openDeskAs(browser, 'agent')
  const before = await readScorecard(agent)
  const made = await breakSomething('export_failed')
  await writeToSupport({ from: made.contact.email, ...made.complaint })

  await openTicketOf(agent, made)
  const cause = await runRunbook(agent, made)
  await expect(cause).toContainText('failed')
  await act(agent, /Requeue/, 'The customer needs the file today')
  await resolve(
    agent,
    'The export failed once and was queued again',
    'It runs again: the mail comes.',
  )

  // the export really ran: Acme sent its mail, and the desk its reply
  await receivedMail(made.contact.email, /export is ready/i)
  const reply = await receivedMail(made.contact.email, /^Re: /)
  expect(reply.text).toContain('It runs again')

  // a mail scanner that follows both links does not vote
  const links = [...reply.text.matchAll(/https?:\/\/\S+\/rate\?value=(?:up|down)#[\w.-]+/g)].map(
    String,
  )
  expect(links).toHaveLength(2)
  for (const link of links) expect((await fetch(link)).ok).toBe(true)
  expect((await readScorecard(agent)).csat.up.of).toBe(before.csat.up.of)

  const customer = await (await browser.newContext()).newPage()
  await customer.goto(links.find((link) => link.includes('?value=up#'))!)
  await customer.getByRole('button', { name: 'Send rating' }).click()
  await expect(customer.getByText(/thank/i).first()).toBeVisible()

  await expect
    .poll(async () => (await readScorecard(agent)).csat.up)
    .toMatchObject({ count: before.csat.up.count + 1, of: before.csat.up.of + 1 })
  const after = await readScorecard(agent)
  expect(after.l1).toMatchObject({ count: before.l1!.count + 1, of: before.l1!.of + 1 })
  await agent.goto('/scorecard')
  await expect(agent.getByText(after.l1!.count.toLocaleString('en')).first()).toBeVisible()
})
