import accounts from './en/accounts.json' with { type: 'json' }
import actions from './en/actions.json' with { type: 'json' }
import app from './en/app.json' with { type: 'json' }
import audit from './en/audit.json' with { type: 'json' }
import beside from './en/beside.json' with { type: 'json' }
import changes from './en/changes.json' with { type: 'json' }
import connections from './en/connections.json' with { type: 'json' }
import conversation from './en/conversation.json' with { type: 'json' }
import editor from './en/editor.json' with { type: 'json' }
import escalate from './en/escalate.json' with { type: 'json' }
import escalations from './en/escalations.json' with { type: 'json' }
import health from './en/health.json' with { type: 'json' }
import imports from './en/imports.json' with { type: 'json' }
import incidents from './en/incidents.json' with { type: 'json' }
import learning from './en/learning.json' with { type: 'json' }
import mails from './en/mails.json' with { type: 'json' }
import newRunbook from './en/newRunbook.json' with { type: 'json' }
import notifications from './en/notifications.json' with { type: 'json' }
import opportunities from './en/opportunities.json' with { type: 'json' }
import privacy from './en/privacy.json' with { type: 'json' }
import ratings from './en/ratings.json' with { type: 'json' }
import replies from './en/replies.json' with { type: 'json' }
import rules from './en/rules.json' with { type: 'json' }
import runbooks from './en/runbooks.json' with { type: 'json' }
import runs from './en/runs.json' with { type: 'json' }
import scorecard from './en/scorecard.json' with { type: 'json' }
import setup from './en/setup.json' with { type: 'json' }
import signIn from './en/signIn.json' with { type: 'json' }
import team from './en/team.json' with { type: 'json' }
import telemetry from './en/telemetry.json' with { type: 'json' }
import tickets from './en/tickets.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }
import webhooks from './en/webhooks.json' with { type: 'json' }

// Written by `npm run generate` of the files in en/.
/** One namespace per file; every language has every key (complete.test.ts). */
export const english = {
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
