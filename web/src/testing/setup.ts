import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { startLanguage } from '#web/i18n/i18n.ts'

await startLanguage()

// Pages are loaded when they are opened: on a busy machine the first takes longer than a second.
configure({ asyncUtilTimeout: 4_000 })

// jsdom has no window to measure: every page is of middle size unless a test says otherwise.
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })

afterEach(cleanup)
