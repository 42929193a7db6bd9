import accounts from './de/accounts.json' with { type: 'json' }
import actions from './de/actions.json' with { type: 'json' }
import app from './de/app.json' with { type: 'json' }
import audit from './de/audit.json' with { type: 'json' }
import beside from './de/beside.json' with { type: 'json' }
import changes from './de/changes.json' with { type: 'json' }
import connections from './de/connections.json' with { type: 'json' }
import conversation from './de/conversation.json' with { type: 'json' }
import editor from './de/editor.json' with { type: 'json' }
import escalate from './de/escalate.json' with { type: 'json' }
import escalations from './de/escalations.json' with { type: 'json' }
import health from './de/health.json' with { type: 'json' }
import imports from './de/imports.json' with { type: 'json' }
import incidents from './de/incidents.json' with { type: 'json' }
import learning from './de/learning.json' with { type: 'json' }
import mails from './de/mails.json' with { type: 'json' }
import newRunbook from './de/newRunbook.json' with { type: 'json' }
import notifications from './de/notifications.json' with { type: 'json' }
import opportunities from './de/opportunities.json' with { type: 'json' }
import privacy from './de/privacy.json' with { type: 'json' }
import ratings from './de/ratings.json' with { type: 'json' }
import replies from './de/replies.json' with { type: 'json' }
import rules from './de/rules.json' with { type: 'json' }
import runbooks from './de/runbooks.json' with { type: 'json' }
import runs from './de/runs.json' with { type: 'json' }
import scorecard from './de/scorecard.json' with { type: 'json' }
import setup from './de/setup.json' with { type: 'json' }
import signIn from './de/signIn.json' with { type: 'json' }
import team from './de/team.json' with { type: 'json' }
import telemetry from './de/telemetry.json' with { type: 'json' }
import tickets from './de/tickets.json' with { type: 'json' }
import ui from './de/ui.json' with { type: 'json' }
import webhooks from './de/webhooks.json' with { type: 'json' }
import type { english } from './english.ts'

// Written by `npm run generate` of the files in de/.
export const german: Translated<typeof english> = {
  accounts,
  actions,
  app,
  audit,
  beside,
  changes,
  connections,
  conversation,
  editor,
  escalate,
  escalations,
  health,
  imports,
  incidents,
  learning,
  mails,
  newRunbook,
  notifications,
  opportunities,
  privacy,
  ratings,
  replies,
  rules,
  runbooks,
  runs,
  scorecard,
  setup,
  signIn,
  team,
  telemetry,
  tickets,
  ui,
  webhooks,
}

/** The same keys with other words: a missing German key does not compile. */
type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
