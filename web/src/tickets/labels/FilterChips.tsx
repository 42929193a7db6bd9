import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { useQueueSearch } from '../useQueue.ts'

/** What the list is narrowed to; a press removes it. */
export function FilterChips() {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const { priority, tag } = useQueueSearch()
  if (!priority && !tag) return null
  return (
    <div className="flex flex-wrap gap-1 px-1.5">
      {priority && (
        <Chip
          name={t(`priority.${priority}`)}
          onRemove={() =>
            void navigate({ to: '.', search: (search) => ({ ...search, priority: undefined }) })
          }
        />
      )}
      {tag && (
        <Chip
          name={tag}
          onRemove={() =>
            void navigate({ to: '.', search: (search) => ({ ...search, tag: undefined }) })
          }
        />
      )}
    </div>
  )
}

function Chip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation('tickets')
  return (
    <Button
      aria-label={t('filter.remove', { name })}
      onPress={onRemove}
      className="inline-flex min-h-6 max-w-full cursor-default items-center gap-1 rounded-sm bg-selected px-1.5 text-xs font-medium text-ink hover:bg-hover pointer-coarse:min-h-11"
    >
      <bdi className="min-w-0 truncate">{name}</bdi>
      <X aria-hidden size={12} className="shrink-0 text-muted" />
    </Button>
  )
}
