import { replyVariables } from '@firstline/contract/saved-replies'
import type { SavedReply } from '@firstline/contract/saved-replies'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '@firstline/contract/client'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ComboBox } from '#web/ui/ComboBox.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { newKey } from '#web/under-one-key.ts'
import { useChange } from '#web/useChange.ts'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'

type SavedReplySheetProps = {
  /** Null: a new one. */
  reply: SavedReply | null
  folders: readonly string[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** A saved reply being written, anew or again. */
export function SavedReplySheet({ isOpen, onOpenChange, ...rest }: SavedReplySheetProps) {
  const { t } = useTranslation('replies')
  return (
    <Sheet
      size="wide"
      title={rest.reply ? t('edit') : t('new')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <SavedReplyForm {...rest} onClose={() => onOpenChange(false)} />
    </Sheet>
  )
}

type FormProps = Pick<SavedReplySheetProps, 'reply' | 'folders'> & { onClose: () => void }

function SavedReplyForm({ reply, folders, onClose }: FormProps) {
  const { t } = useTranslation('replies')
  const failureOf = useFailure()
  const [title, setTitle] = useState(reply?.title ?? '')
  const [folder, setFolder] = useState(reply?.folder ?? '')
  const [text, setText] = useState(reply?.text ?? '')
  const [seen, setSeen] = useState(reply?.lastEvent)
  const [key, setKey] = useState(newKey)
  const onDone = () => {
    toast({ text: t('saved', { title: title.trim() }) })
    onClose()
  }
  const create = useChange('createSavedReply', { event: 'saved_reply.created', onDone })
  const change = useChange('changeSavedReply', { event: 'saved_reply.changed', onDone })
  const { error, isPending } = reply ? change : create
  const newer = newerOf(error)
  const body = { title: title.trim(), folder: folder.trim(), text: text.trim() }
  return (
    <Form sendKey={{ label: t('save') }} onSubmit={() => save()}>
      <TextField
        label={t('title')}
        autoFocus
        isRequired
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <ComboBox
        label={t('folder')}
        description={t('folderWhat')}
        allowsCustomValue
        options={folders.filter(isNear).map((name) => ({ id: name, label: name }))}
        inputValue={folder}
        onInputChange={setFolder}
      />
      <TextArea
        label={t('text')}
        rows={10}
        isRequired
        maxLength={10_000}
        value={text}
        onChange={setText}
      />
      <div className="text-sm text-muted">
        <p>{t('variables')}</p>
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 font-mono text-xs">
          {replyVariables.map((name) => (
            <code key={name}>{`{{${name}}}`}</code>
          ))}
          <code>{'{{run.…}}'}</code>
        </p>
        <p className="mt-1">{t('runVariables', { example: '{{run.order.id}}' })}</p>
      </div>
      {newer && <ChangedMeanwhile newer={newer} isPending={isPending} onAnyway={saveAnyway} />}
      {error && !newer && <ErrorState isCompact failure={failureOf(error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={isPending}>
          {t('save')}
        </SubmitButton>
      </div>
    </Form>
  )

  function isNear(name: string): boolean {
    return name !== '' && name.toLowerCase().includes(folder.trim().toLowerCase())
  }

  function save(read = seen, under = key) {
    if (isPending) return
    if (!reply) return create.mutate({ key: under, body })
    change.mutate({ key: under, params: { savedReplyId: reply.id }, body, seen: read })
  }

  /** Their words were read. */
  function saveAnyway() {
    const read = newer?.at(-1)?.id
    const under = newKey()
    setSeen(read)
    setKey(under)
    save(read, under)
  }
}

function newerOf(error: Error | null) {
  if (!(error instanceof ProblemError)) return null
  const { reason, newer = [] } = error.problem
  return reason === 'saved-reply.changed-meanwhile' && newer.length > 0 ? newer : null
}
