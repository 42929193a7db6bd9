import { demoSignIns } from '../server/src/team/demo-sign-ins.ts'
import { playWorkday } from '../cli/src/example/workday/play-workday.ts'
import { expect, test } from './test.ts'
import { exampleState, ports } from './world.ts'
import { openDeskAs } from './workspace.ts'

/** The last of the journeys: it leaves a desk that was worked at, as a first start does. */
test(
  'a day is played at the example’s first line, and no page is empty after it',
  { tag: '@long' },
  async ({ browser }) => {
    test.setTimeout(900_000)
    const desk = `http://localhost:${ports.desk}`
    const failures = await playWorkday({
      deskUrl: desk,
      publicUrl: desk,
      acmeUrl: `http://localhost:${ports.acme}`,
      adminToken: exampleState().adminToken,
      signIns: demoSignIns,
      stopping: new AbortController().signal,
    })
    expect(failures).toEqual([])
    const agent = await openDeskAs(browser, 'agent')
    const lists = {
      '/api/tickets?view=new': 8,
      '/api/tickets?view=waiting': 2,
      '/api/tickets?view=resolved': 8,
      '/api/escalations?state=open': 2,
      '/api/lessons': 3,
    }
    for (const [path, least] of Object.entries(lists)) {
      await expect
        .poll(async () => {
          const { items } = (await (await agent.request.get(path)).json()) as { items: unknown[] }
          return items.length
        }, path)
        .toBeGreaterThanOrEqual(least)
    }
    const lead = await openDeskAs(browser, 'lead')
    await lead.goto('/team')
    await expect(lead.getByText('Triage (example)')).toBeVisible()
    await lead.goto('/build-next')
    await expect(
      lead.getByText('End all sessions of one user, not only one of them.'),
    ).toBeVisible()
    await lead.goto('/actions')
    await expect(lead.getByText('Figures of this morning, and the import ran at 11')).toBeVisible()
  },
)
