import { ArrowUpRight, CircleCheck, CircleDashed, CircleDot, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** What a colour says; the same everywhere in the product. */
export type Meaning = 'held' | 'pending' | 'broken' | 'escalated' | 'estimate' | 'neutral'

const looks: Record<Meaning, { icon: LucideIcon; ink: string; badge: string }> = {
  held: { icon: CircleCheck, ink: 'text-held', badge: 'bg-held-soft' },
  pending: { icon: CircleDot, ink: 'text-pending', badge: 'border border-current' },
  broken: { icon: TriangleAlert, ink: 'text-broken', badge: 'bg-broken-soft' },
  escalated: { icon: ArrowUpRight, ink: 'text-escalated', badge: 'bg-escalated-soft' },
  estimate: {
    icon: CircleDashed,
    ink: 'text-estimate',
    badge: 'border border-dashed border-current',
  },
  neutral: { icon: CircleDot, ink: 'text-muted', badge: 'bg-hover' },
}

type StatusProps = {
  meaning: Meaning
  children: ReactNode
  /** In place of the meaning's own sign. */
  icon?: LucideIcon
}

/** Icon, word and colour in running text or a table cell. */
export function Status({ meaning, children, icon }: StatusProps) {
  const look = looks[meaning]
  const Icon = icon ?? look.icon
  return (
    <span className={cx('inline-flex items-center gap-1 font-medium', look.ink)}>
      <Icon aria-hidden size={14} strokeWidth={2} className="shrink-0" />
      <span>{children}</span>
    </span>
  )
}

/** The same, set apart: at the head of a thing, or in a dense row. */
export function Badge({ meaning, children, icon }: StatusProps) {
  const look = looks[meaning]
  const Icon = icon ?? look.icon
  return (
    <span
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
        look.ink,
        look.badge,
      )}
    >
      <Icon aria-hidden size={12} strokeWidth={2} className="shrink-0" />
      {children}
    </span>
  )
}
