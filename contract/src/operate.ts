import { z } from 'zod'
import type { RouteTable } from './route.ts'

export const operateRoutes = {
  getHealth: {
    method: 'GET',
    path: '/healthz',
    summary: 'The process is alive',
    permission: 'public',
    response: z.object({ status: z.literal('ok') }),
  },
  getReadiness: {
    method: 'GET',
    path: '/readyz',
    summary: 'The process can serve: the database answers',
    permission: 'public',
    response: z.object({ status: z.literal('ready') }),
    errors: ['database.unavailable'],
  },
  getMetrics: {
    method: 'GET',
    path: '/metrics',
    summary: 'Figures for Prometheus; give the scraper an API key',
    permission: 'metrics:read',
    response: z.string(),
    raw: { response: 'text/plain' },
  },
} as const satisfies RouteTable
