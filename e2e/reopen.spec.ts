import { expect, test } from './test.ts'
import { breakSomething, receivedMail, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf, readScorecard, resolve } from './workspace.ts'

test('a reply after the resolution reopens the ticket and breaks the resolution', async ({
  browser,
}) => {
  const agent = await openDeskAs(browser, 'agent')
  const made = await breakSomething('webhook_stuck')
  const from = made.contact.email
  await writeToSupport({ from, ...made.complaint })
  await openTicketOf(agent, made)
  await resolve(agent, 'Told to wait', 'It will come by itself within the hour.')
  await expect(agent.getByRole('heading', { name: made.complaint.subject })).toBeVisible()
  const brokenBefore = (await readScorecard(agent)).resolutions.brokenEver

  const reply = await receivedMail(from, /^Re: /)
  await writeToSupport({
    from,
    subject: reply.subject,
    text: 'It did not. Please look again.',
    reply_to: reply.id,
  })

  // it comes back into the queue of the open browser by itself
  await openTicketOf(agent, made)
  await expect(agent.getByText('It did not. Please look again.').first()).toBeVisible()
  await expect(agent.getByText(/reopened/i).first()).toBeVisible()
  await expect
    .poll(async () => (await readScorecard(agent)).resolutions.brokenEver)
    .toBe(brokenBefore + 1)
})
