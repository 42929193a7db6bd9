import { aiAgentRoutes } from './ai-agents.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { actionRoutes } from './actions.ts'
import { approvalRoutes } from './approvals.ts'
import { opportunityRoutes } from './opportunities.ts'
import { notificationRoutes } from './notifications.ts'
import { operateRoutes } from './operate.ts'
import { connectionRoutes } from './connections.ts'
import { changeRoutes } from './changes.ts'
import { draftRoutes } from './drafts.ts'
import { escalationRoutes } from './escalations.ts'
import { channelRoutes } from './channels.ts'
import { importRoutes } from './imports.ts'
import { incidentRoutes } from './incidents.ts'
import { learningRoutes } from './learning.ts'
import { liveRoutes } from './live.ts'
import { runbookRoutes } from './runbooks.ts'
import { scorecardInsightRoutes } from './scorecard-insights.ts'
import { runbookHealthRoutes } from './runbook-health.ts'
import { savedReplyRoutes } from './saved-replies.ts'
import { scorecardShareRoutes } from './scorecard-share.ts'
import { scorecardRoutes } from './scorecard.ts'
import { schemaRoutes } from './schemas.ts'
import { setupRoutes } from './setup.ts'
import { signInRoutes } from './sign-in.ts'
import { teamRoutes } from './team.ts'
import { telemetryRoutes } from './telemetry.ts'
import { mergingRoutes } from './merging.ts'
import { portalRoutes } from './portal.ts'
import { privacyRoutes } from './privacy.ts'
import { selfServiceRoutes } from './self-service.ts'
import { ruleRoutes } from './rules.ts'
import { ratingRoutes, ticketRoutes } from './tickets.ts'
import { watchingRoutes } from './watching.ts'
import { besideRoutes } from './beside.ts'
import { webhookRoutes } from './webhooks.ts'
import { workspaceRoutes } from './workspace.ts'

/** The whole API, one table. */
export const routes = {
  ...teamRoutes,
  ...signInRoutes,
  ...setupRoutes,
  ...aiAgentRoutes,
  ...ticketRoutes,
  ...mergingRoutes,
  ...savedReplyRoutes,
  ...draftRoutes,
  ...workspaceRoutes,
  ...ratingRoutes,
  ...channelRoutes,
  ...portalRoutes,
  ...selfServiceRoutes,
  ...accountRoutes,
  ...connectionRoutes,
  ...telemetryRoutes,
  ...changeRoutes,
  ...incidentRoutes,
  ...runbookRoutes,
  ...escalationRoutes,
  ...actionRoutes,
  ...approvalRoutes,
  ...learningRoutes,
  ...notificationRoutes,
  ...watchingRoutes,
  ...webhookRoutes,
  ...besideRoutes,
  ...ruleRoutes,
  ...importRoutes,
  ...scorecardRoutes,
  ...opportunityRoutes,
  ...runbookHealthRoutes,
  ...scorecardInsightRoutes,
  ...scorecardShareRoutes,
  ...liveRoutes,
  ...schemaRoutes,
  ...auditRoutes,
  ...privacyRoutes,
  ...operateRoutes,
} as const
