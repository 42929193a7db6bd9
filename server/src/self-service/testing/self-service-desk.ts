import { createBrowser, openPortal } from '#server/portal/testing/portal-desk.ts'
import { signInContact } from '#server/portal/testing/sign-in-contact.ts'
import { parcelRunbook, projectFiles, runbookDesk } from '#server/runbooks/testing/shop.ts'
import { createTestDesk } from '#server/testing/desk.ts'

/** The parcel runbook with a part that is opened to customers. */
export const openedRunbook = parcelRunbook.replace(
  'fixtures:',
  `customer:
  ask:
    order_id: { say: Which order is it?, label: "{{id}}, {{state}}" }
    neighbour: Have you asked your neighbours?
  show: [on-its-way, found]
fixtures:`,
)

/** For tests: the shop with a portal, and a runbook that is opened to its customers. */
export async function selfServiceDesk() {
  const desk = await createTestDesk()
  const shop = await runbookDesk(desk, {
    'firstline.yaml': `${projectFiles['firstline.yaml']}portal: { enabled: true, title: Shop Help }\n`,
    'runbooks/parcel-not-received.md': openedRunbook,
    'runbooks/invoice-wrong.md': closedRunbook,
  })
  const own = { clock: desk.clock, sources: shop.sources }
  const { app, http } = await openPortal(shop.folder, desk.url, own)
  let customers = 0
  return {
    app,
    desk,
    shop,
    /** A customer whom the shop's directory knows, signed in to the portal. */
    async customer({ isKnown = true, language = 'en' } = {}) {
      const email = `buyer${++customers}@shop.example`
      const account = `acc_b${customers}`
      if (isKnown)
        await shop.shop('insert into shop_customer values ($1, $2, $3)', [account, 'Buyer', email])
      const { session, scope } = await signInContact(app, email)
      const browser = createBrowser({ http }, language)
      browser.jar.set('firstline_help', session)
      return Object.assign(browser, { email, account, scope, contactId: scope.contact.id })
    },
  }
}

const closedRunbook = `---
apiVersion: firstline/v1
kind: Runbook
id: invoice-wrong
title: Invoice wrong
type: how-to
owner: team-money
symptom: [the invoice is wrong, wrong amount on the invoice]
checks:
  delay: { source: shop.delay }
causes:
  any: { when: "true", reply: look }
fixtures:
  - { given: { delay: { slept: "" } }, expect: any }
---
## any
Look at it.

### Say
We look at it.
`
