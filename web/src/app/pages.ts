import type { Permission } from '@firstline/contract/permissions'
import { Activity, ArrowUpRight, BookOpenCheck, Inbox, type LucideIcon } from 'lucide-react'

interface Page {
  id: 'queue' | 'runbooks' | 'escalations' | 'scorecard'
  path: string
  icon: LucideIcon
  permission: Permission
}

/** What the rail and the palette lead to. */
export const pages: readonly Page[] = [
  { id: 'queue', path: '/tickets', icon: Inbox, permission: 'ticket:read' },
  { id: 'runbooks', path: '/runbooks', icon: BookOpenCheck, permission: 'runbook:read' },
  { id: 'escalations', path: '/escalations', icon: ArrowUpRight, permission: 'escalation:read' },
  { id: 'scorecard', path: '/scorecard', icon: Activity, permission: 'scorecard:read' },
]
