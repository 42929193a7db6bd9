import type { Permission } from '@firstline/contract/permissions'
import {
  Activity,
  ArrowUpRight,
  Bell,
  BookOpenCheck,
  Cable,
  GraduationCap,
  Hammer,
  History,
  Inbox,
  Mails,
  MessageSquareText,
  ScrollText,
  Siren,
  Users,
  Zap,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

type Page = {
  id:
    | 'queue'
    | 'notifications'
    | 'mails'
    | 'saved-replies'
    | 'actions'
    | 'runbooks'
    | 'escalations'
    | 'learning'
    | 'scorecard'
    | 'incidents'
    | 'build-next'
    | 'record'
    | 'import'
    | 'connections'
    | 'team'
  path: string
  icon: LucideIcon
  permission: Permission
  /** Below the daily work in the rail. */
  isSecondary?: true
}

/** As many as the bar of a phone has room for; its menu leads to the others. */
export const pagesOfPhoneBar = 4

/** What the rail and the palette lead to, the daily work first. */
export const pages: readonly Page[] = [
  { id: 'queue', path: '/tickets', icon: Inbox, permission: 'ticket:read' },
  { id: 'notifications', path: '/notifications', icon: Bell, permission: 'ticket:read' },
  { id: 'escalations', path: '/escalations', icon: ArrowUpRight, permission: 'escalation:read' },
  { id: 'runbooks', path: '/runbooks', icon: BookOpenCheck, permission: 'runbook:read' },
  { id: 'scorecard', path: '/scorecard', icon: Activity, permission: 'scorecard:read' },
  { id: 'incidents', path: '/incidents', icon: Siren, permission: 'change:read' },
  { id: 'learning', path: '/learning', icon: GraduationCap, permission: 'learning:read' },
  { id: 'build-next', path: '/build-next', icon: Hammer, permission: 'scorecard:read' },
  { id: 'actions', path: '/actions', icon: Zap, permission: 'action:read' },
  {
    id: 'saved-replies',
    path: '/saved-replies',
    icon: MessageSquareText,
    permission: 'ticket:read',
  },
  { id: 'mails', path: '/mails', icon: Mails, permission: 'ticket:read' },
  {
    id: 'connections',
    path: '/connections',
    icon: Cable,
    permission: 'connection:read',
    isSecondary: true,
  },
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
