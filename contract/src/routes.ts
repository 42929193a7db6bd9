import { accountRoutes } from './accounts.ts'
import { operateRoutes } from './operate.ts'
import { liveRoutes } from './live.ts'
import { teamRoutes } from './team.ts'
import { ratingRoutes, ticketRoutes } from './tickets.ts'

/** The whole API, one table. */
export const routes = {
  ...teamRoutes,
  ...ticketRoutes,
  ...ratingRoutes,
  ...accountRoutes,
  ...liveRoutes,
  ...operateRoutes,
} as const
