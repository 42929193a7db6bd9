import { accountRoutes } from './accounts.ts'
import { operateRoutes } from './operate.ts'
import { changeRoutes } from './changes.ts'
import { liveRoutes } from './live.ts'
import { teamRoutes } from './team.ts'
import { telemetryRoutes } from './telemetry.ts'
import { ratingRoutes, ticketRoutes } from './tickets.ts'

/** The whole API, one table. */
export const routes = {
  ...teamRoutes,
  ...ticketRoutes,
  ...ratingRoutes,
  ...accountRoutes,
  ...telemetryRoutes,
  ...changeRoutes,
  ...liveRoutes,
  ...operateRoutes,
} as const
