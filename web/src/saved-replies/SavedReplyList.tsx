import type { SavedReply, SavedReplyUse } from '@firstline/contract/saved-replies'
import { Archive, ArchiveRestore, MessageSquareText, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#web/api.ts'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { useMay } from '#web/team/useMe.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { useArchive } from './useArchive.ts'
import { useSavedReplies } from './useSavedReplies.ts'
import type { Shown } from './useSavedReplies.ts'

type SavedReplyListProps = {
  shown: Shown
  onNew: () => void
  onEdit: (reply: SavedReply) => void
}

/** By folder and title. */
export function SavedReplyList({ shown, onNew, onEdit }: SavedReplyListProps) {
  const { t } = useTranslation('replies')
  const mayWrite = useMay('saved-reply:write')
  const list = useSavedReplies(shown)
  const mayCount = useMay('scorecard:read')
  const { data: use } = useQuery({ ...apiQuery('getSavedReplyUse'), enabled: mayCount })
  const useOf = new Map(use?.items.map((item) => [item.id, item]))
  useRowKeys(
    list.replies.map(({ id }) => id),
    { group: t('page'), next: t('next'), previous: t('previous') },
  )
  const isBare = shown.state === 'kept' && !shown.q && shown.folder === undefined
  return (
    <Loaded query={list}>
      {() =>
        list.replies.length === 0 ? (
          <EmptyState
            icon={MessageSquareText}
            text={isBare ? t('empty') : t('noMatch')}
            {...(isBare && mayWrite && { action: { label: t('new'), onPress: onNew } })}
          />
        ) : (
          <>
            <ul aria-label={t('page')} className="border-t border-line">
              {list.replies.map((reply) => (
                <li key={reply.id} className="border-b border-line">
                  <SavedReplyRow
                    reply={reply}
                    use={use && (useOf.get(reply.id) ?? unused)}
                    mayWrite={mayWrite}
                    onEdit={() => onEdit(reply)}
                  />
                </li>
              ))}
            </ul>
            <MoreButton list={list} className="p-4">
              {t('more')}
            </MoreButton>
          </>
        )
      }
    </Loaded>
  )
}

type Use = Omit<SavedReplyUse, 'id'>
const unused: Use = { uses: 0, held: 0, broken: 0, pending: 0 }

type RowProps = {
  reply: SavedReply
  /** Undefined while it is read, and for who may not. */
  use: Use | undefined
  mayWrite: boolean
  onEdit: () => void
}

function SavedReplyRow({ reply, use, mayWrite, onEdit }: RowProps) {
  const { t } = useTranslation('replies')
  const { archive, restore } = useArchive()
  const { id, title, folder, text, changedAt, changedBy, archivedAt } = reply
  return (
    <article
      data-row={id}
      tabIndex={-1}
      aria-label={title}
      className="flex flex-wrap items-start gap-x-6 gap-y-1 px-4 py-3 sm:px-6"
    >
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="font-semibold break-words">
          {title}
          {folder && <span className="ml-2 text-sm font-normal text-muted">{folder}</span>}
        </h2>
        <p dir="auto" className="line-clamp-2 text-sm break-words text-muted">
          {text}
        </p>
        <p className="text-sm text-faint">
          {changedBy ? t('changedBy', { name: changedBy.name }) : t('changed')}{' '}
          <RelativeTime at={changedAt} />
        </p>
      </div>
      {use && <UseOfReply use={use} />}
      {mayWrite && (
        <div className="ml-auto flex shrink-0 items-center gap-1">
          {archivedAt ? (
            <IconButton
              icon={ArchiveRestore}
              label={t('restore', { title })}
              onPress={() => restore(reply)}
            />
          ) : (
            <>
              <IconButton icon={Pencil} label={t('editOne', { title })} onPress={onEdit} />
              <IconButton
                icon={Archive}
                label={t('archive', { title })}
                onPress={() => archive(reply)}
              />
            </>
          )}
        </div>
      )}
    </article>
  )
}

/** In the last 90 days; what became of resolutions, never who sent it. */
function UseOfReply({ use: { uses, held, broken, pending } }: { use: Use }) {
  const { t } = useTranslation('replies')
  return (
    <div className="flex flex-wrap gap-x-4 text-sm tabular-nums sm:w-48 sm:flex-col sm:items-end">
      <span className="text-muted">
        {uses === 0 ? t('use.none') : t('use.uses', { count: uses })}
      </span>
      {held > 0 && <Status meaning="held">{t('use.held', { count: held })}</Status>}
      {broken > 0 && <Status meaning="broken">{t('use.broken', { count: broken })}</Status>}
      {pending > 0 && <Status meaning="pending">{t('use.pending', { count: pending })}</Status>}
    </div>
  )
}
