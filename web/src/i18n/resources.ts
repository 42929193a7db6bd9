import app from './en/app.json' with { type: 'json' }
import tickets from './en/tickets.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }
import appDe from './de/app.json' with { type: 'json' }
import ticketsDe from './de/tickets.json' with { type: 'json' }
import uiDe from './de/ui.json' with { type: 'json' }
import accounts from './en/accounts.json' with { type: 'json' }
import accountsDe from './de/accounts.json' with { type: 'json' }
import actions from './en/actions.json' with { type: 'json' }
import actionsDe from './de/actions.json' with { type: 'json' }
import audit from './en/audit.json' with { type: 'json' }
import auditDe from './de/audit.json' with { type: 'json' }
import changes from './en/changes.json' with { type: 'json' }
import changesDe from './de/changes.json' with { type: 'json' }
import conversation from './en/conversation.json' with { type: 'json' }
import conversationDe from './de/conversation.json' with { type: 'json' }
import editor from './en/editor.json' with { type: 'json' }
import editorDe from './de/editor.json' with { type: 'json' }
import escalate from './en/escalate.json' with { type: 'json' }
import escalateDe from './de/escalate.json' with { type: 'json' }
import escalations from './en/escalations.json' with { type: 'json' }
import escalationsDe from './de/escalations.json' with { type: 'json' }
import health from './en/health.json' with { type: 'json' }
import healthDe from './de/health.json' with { type: 'json' }
import imports from './en/imports.json' with { type: 'json' }
import importsDe from './de/imports.json' with { type: 'json' }
import learning from './en/learning.json' with { type: 'json' }
import learningDe from './de/learning.json' with { type: 'json' }
import mails from './en/mails.json' with { type: 'json' }
import mailsDe from './de/mails.json' with { type: 'json' }
import newRunbook from './en/newRunbook.json' with { type: 'json' }
import newRunbookDe from './de/newRunbook.json' with { type: 'json' }
import opportunities from './en/opportunities.json' with { type: 'json' }
import opportunitiesDe from './de/opportunities.json' with { type: 'json' }
import ratings from './en/ratings.json' with { type: 'json' }
import ratingsDe from './de/ratings.json' with { type: 'json' }
import runbooks from './en/runbooks.json' with { type: 'json' }
import runbooksDe from './de/runbooks.json' with { type: 'json' }
import runs from './en/runs.json' with { type: 'json' }
import runsDe from './de/runs.json' with { type: 'json' }
import scorecard from './en/scorecard.json' with { type: 'json' }
import scorecardDe from './de/scorecard.json' with { type: 'json' }
import signIn from './en/signIn.json' with { type: 'json' }
import signInDe from './de/signIn.json' with { type: 'json' }
import team from './en/team.json' with { type: 'json' }
import teamDe from './de/team.json' with { type: 'json' }
import telemetry from './en/telemetry.json' with { type: 'json' }
import telemetryDe from './de/telemetry.json' with { type: 'json' }

/** One namespace per folder of `src/`; every language has every key (complete.test.ts). */
export const english = {
  ui,
  app,
  tickets,
  accounts,
  actions,
  audit,
  changes,
  conversation,
  editor,
  escalate,
  escalations,
  health,
  imports,
  learning,
  mails,
  newRunbook,
  opportunities,
  ratings,
  runbooks,
  runs,
  scorecard,
  signIn,
  team,
  telemetry,
}
export const german: Translated<typeof english> = {
  ui: uiDe,
  app: appDe,
  tickets: ticketsDe,
  accounts: accountsDe,
  actions: actionsDe,
  audit: auditDe,
  changes: changesDe,
  conversation: conversationDe,
  editor: editorDe,
  escalate: escalateDe,
  escalations: escalationsDe,
  health: healthDe,
  imports: importsDe,
  learning: learningDe,
  mails: mailsDe,
  newRunbook: newRunbookDe,
  opportunities: opportunitiesDe,
  ratings: ratingsDe,
  runbooks: runbooksDe,
  runs: runsDe,
  scorecard: scorecardDe,
  signIn: signInDe,
  team: teamDe,
  telemetry: telemetryDe,
}

/** The same keys with other words: a missing German key does not compile. */
type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
