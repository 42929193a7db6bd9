import type { SavedReply } from '@firstline/contract/saved-replies'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

/** Takes a reply out of what is offered, or brings it back, each with the way back. */
export function useArchive() {
  const { t } = useTranslation('replies')
  const failureOf = useFailure()
  const archive = useChange('archiveSavedReply', { event: 'saved_reply.archived' })
  const restore = useChange('restoreSavedReply', { event: 'saved_reply.restored' })
  const onError = (error: Error) => toast({ text: failureOf(error).what, meaning: 'broken' })
  return {
    archive: ({ id, title }: SavedReply) =>
      go(archive, id, t('archived', { title }), () => go(restore, id, t('restored', { title }))),
    restore: ({ id, title }: SavedReply) =>
      go(restore, id, t('restored', { title }), () => go(archive, id, t('archived', { title }))),
  }

  function go(
    change: typeof archive | typeof restore,
    id: string,
    text: string,
    undo?: () => void,
  ) {
    const about = `saved reply ${id}`
    change.mutate(
      { params: { savedReplyId: id } },
      { onSuccess: () => toast(undo ? { text, about, undo } : { text, about }), onError },
    )
  }
}
