import { useTranslation } from 'react-i18next'

/** Small and without colour: the words of the desk, each by itself. */
export function TagList({ tags, most = tags.length }: { tags: readonly string[]; most?: number }) {
  const { t } = useTranslation('conversation')
  const hidden = tags.slice(most)
  return (
    <span className="inline-flex min-w-0 items-center gap-1 overflow-hidden">
      {tags.slice(0, most).map((tag) => (
        <bdi
          key={tag}
          title={tag}
          className="max-w-28 min-w-8 truncate rounded-sm border border-line px-1 text-xs leading-4 text-muted"
        >
          {tag}
        </bdi>
      ))}
      {hidden.length > 0 && (
        <span title={hidden.join(', ')} className="shrink-0 text-xs text-muted">
          <span aria-hidden>+{hidden.length}</span>
          <span className="sr-only">{t('tag.are', { tags: hidden.join(', ') })}</span>
        </span>
      )}
    </span>
  )
}
