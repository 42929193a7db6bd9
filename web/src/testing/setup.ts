import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { startLanguage } from '#web/i18n/i18n.ts'
import { belongToNobody } from '#web/ui/own-storage.ts'
import { clearToasts } from '#web/ui/Toast.tsx'
import { resumeSession } from '#web/team/session.ts'
import { impossibleAnswers } from './server.ts'

await startLanguage()

// Pages are loaded when they are opened: on a busy machine the first takes longer than a second.
configure({ asyncUtilTimeout: 40_000 })

// jsdom has no window to measure: every page is of middle size unless a test says otherwise.
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })

/** Test files share a window: the next test finds it as one that nobody has used. */
afterEach(() => {
  cleanup()
  resumeSession()
  belongToNobody()
  clearToasts()
  localStorage.clear()
  sessionStorage.clear()
  const impossible = impossibleAnswers()
  if (impossible.length > 0) {
    throw new Error(`The contract does not allow these answers:\n${impossible.join('\n')}`)
  }
})
