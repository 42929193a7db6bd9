import type { SavedReply } from '@firstline/contract/saved-replies'
import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageOfParts } from '#web/PageOfParts.tsx'
import { PartLink } from '#web/PartLink.tsx'
import { SavedReplyList } from '#web/saved-replies/SavedReplyList.tsx'
import { SavedReplySheet } from '#web/saved-replies/SavedReplySheet.tsx'
import { states, useSavedReplies } from '#web/saved-replies/useSavedReplies.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'

const route = getRouteApi('/signed-in/saved-replies')

/** Every folder, in a choice that names them; none is called so. */
const everyFolder = ' '

/** What the desk says again and again: read by all, written by leads. */
export function SavedRepliesPage() {
  const { t } = useTranslation('replies')
  const { state = 'kept', folder, q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = useMay('saved-reply:write')
  const { folders } = useSavedReplies({ state: 'kept', q: '' })
  const [asked, setAsked] = useState<{ reply: SavedReply | null } | null>(null)
  const write = () => setAsked({ reply: null })
  useHotkeys([{ keys: 'n', label: t('new'), group: t('page'), isDisabled: !mayWrite, run: write }])
  const links = states.map((each) => (
    <PartLink
      key={each}
      to="/saved-replies"
      search={each === 'kept' ? {} : { state: each }}
      isChosen={each === state}
    >
      {t(`state.${each}`)}
    </PartLink>
  ))
  const choices = folders.map(({ folder: name, count }) => ({
    id: name,
    label: t('folderCount', { folder: name || t('noFolder'), count }),
  }))
  return (
    <PageOfParts title={t('page')} lead={t('lead')} label={t('states')} links={links}>
      <div className="flex flex-wrap items-center gap-2 px-4 pb-4 sm:px-6">
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            label={t('search')}
            isLabelHidden
            type="search"
            placeholder={t('search')}
            value={q}
            onChange={(text) =>
              void navigate({
                search: (before) => ({ ...before, q: text || undefined }),
                replace: true,
              })
            }
          />
        </div>
        <div className="w-56 max-sm:flex-1">
          <Select
            label={t('folder')}
            isLabelHidden
            options={[{ id: everyFolder, label: t('everyFolder') }, ...choices]}
            value={folder ?? everyFolder}
            onChange={(name) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  folder: name === everyFolder ? undefined : name,
                }),
              })
            }
          />
        </div>
        {mayWrite && (
          <Button variant="primary" icon={Plus} shortcut="n" onPress={write}>
            {t('new')}
          </Button>
        )}
      </div>
      <SavedReplyList
        shown={{ state, q, ...(folder !== undefined && { folder }) }}
        onNew={write}
        onEdit={(reply) => setAsked({ reply })}
      />
      <SavedReplySheet
        reply={asked?.reply ?? null}
        folders={folders.map(({ folder: name }) => name)}
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
      />
    </PageOfParts>
  )
}
