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
    summary: 'The node and what it stands on do their work; else every reason why not',
    permission: 'public',
    response: z.object({ status: z.literal('ready') }),
    errors: ['database.unavailable', 'desk.not-ready'],
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
