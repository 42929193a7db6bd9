import app from './en/app.json' with { type: 'json' }
import tickets from './en/tickets.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }
import appDe from './de/app.json' with { type: 'json' }
import ticketsDe from './de/tickets.json' with { type: 'json' }
import uiDe from './de/ui.json' with { type: 'json' }

/** One namespace per folder of `src/`; every language has every key (complete.test.ts). */
export const english = { ui, app, tickets }
export const german: Translated<typeof english> = { ui: uiDe, app: appDe, tickets: ticketsDe }

/** The same keys with other words: a missing German key does not compile. */
type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
