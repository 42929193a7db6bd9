import type { Permission } from '@firstline/contract/permissions'
import {
  Activity,
  ArrowUpRight,
  BookOpenCheck,
  History,
  Inbox,
  type LucideIcon,
  ScrollText,
  Users,
  Zap,
} from 'lucide-react'

interface Page {
  id: 'queue' | 'actions' | 'runbooks' | 'escalations' | 'scorecard' | 'record' | 'import' | 'team'
  path: string
  icon: LucideIcon
  permission: Permission
  /** Not in the bar of a phone; the palette leads there. */
  isSecondary?: true
}

/** What the rail and the palette lead to. */
export const pages: readonly Page[] = [
  { id: 'queue', path: '/tickets', icon: Inbox, permission: 'ticket:read' },
  { id: 'runbooks', path: '/runbooks', icon: BookOpenCheck, permission: 'runbook:read' },
  { id: 'actions', path: '/actions', icon: Zap, permission: 'action:read' },
  { id: 'escalations', path: '/escalations', icon: ArrowUpRight, permission: 'escalation:read' },
  { id: 'scorecard', path: '/scorecard', icon: Activity, permission: 'scorecard:read' },
  { id: 'record', path: '/record', icon: ScrollText, permission: 'audit:read', isSecondary: true },
  {
    id: 'import',
    path: '/import',
    icon: History,
    permission: 'history:import',
    isSecondary: true,
  },
  { id: 'team', path: '/team', icon: Users, permission: 'person:manage', isSecondary: true },
]
