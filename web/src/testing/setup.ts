import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import '#web/i18n/i18n.ts'

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
