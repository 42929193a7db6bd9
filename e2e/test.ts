import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

/** A journey leaves no browser window open: its pages would go on working beside the next one. */
export const test = base.extend<{ closesWindows: void }>({
  closesWindows: [
    async ({ browser }, use) => {
      await use()
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
