import type { TicketPriority } from '@firstline/contract/tickets'
import { ChevronDown, ChevronUp, ChevronsUp, Equal } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

export const prioritySigns: Record<TicketPriority, LucideIcon> = {
  urgent: ChevronsUp,
  high: ChevronUp,
  normal: Equal,
  low: ChevronDown,
}
