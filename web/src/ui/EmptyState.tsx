import type { LucideIcon } from 'lucide-react'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'

export type EmptyStateProps = {
  /** One sentence that teaches the next step. */
  text: string
  action?: { label: string; onPress: () => void; shortcut?: string }
  icon?: LucideIcon
  /** Inside a panel: one left-aligned line. */
  isCompact?: boolean
}

export function EmptyState({ text, action, icon: Icon, isCompact }: EmptyStateProps) {
  return (
    <div
      className={cx(
        'flex text-muted',
        isCompact
          ? 'flex-wrap items-center gap-x-3 gap-y-2 py-1'
          : 'flex-col items-center gap-3 px-6 py-12 text-center',
      )}
    >
      {Icon && !isCompact && (
        <Icon aria-hidden size={24} strokeWidth={1.5} className="text-faint" />
      )}
      <p className="max-w-[42ch] text-pretty">{text}</p>
      {action && (
        <Button
          size={isCompact ? 'small' : 'normal'}
          onPress={action.onPress}
          {...(action.shortcut && { shortcut: action.shortcut })}
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}
