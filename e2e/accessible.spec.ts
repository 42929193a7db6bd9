import { expectWellMade } from './page-checks.ts'
import { test } from './test.ts'
import { breakSomething, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const pages = [
  '/tickets',
  '/notifications?show=all',
  '/notifications?show=kinds',
  '/incidents',
  '/saved-replies',
  '/escalations',
  '/runbooks',
  '/runbooks/webhook-not-delivered/edit',
  '/scorecard',
  '/learning',
  '/build-next',
  '/actions',
  '/actions?show=all',
  '/record',
  '/import',
  '/webhooks',
  '/rules',
  '/connections',
  '/connections/acme-replica',
  '/connections/acme-replica?source=users.list',
  '/mails',
  '/mails?show=taught',
  '/team',
  '/security',
  '/accounts',
]

test(
  'every page is free of accessibility faults and sideways scrolling',
  { tag: '@long' },
  async ({ browser }) => {
    test.setTimeout(900_000)
    const page = await openDeskAs(browser, 'lead')
    const made = await breakSomething('export_failed')
    await writeToSupport({ from: made.contact.email, ...made.complaint })
    await openTicketOf(page, made)
    const ticket = new URL(page.url()).pathname
    const hasPhoneLayout = new Set(['/tickets', '/runbooks/webhook-not-delivered/edit', ticket])
    for (const path of [...pages, ticket, `${ticket}/audit`]) {
      await expectWellMade(page, path, { hasPhoneLayout: hasPhoneLayout.has(path) })
    }
  },
)
