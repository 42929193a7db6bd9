import type { Win } from '@firstline/contract/learning'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useDecideWin } from './useWins.ts'

type NameWinProps = {
  win: Win
  isOpen: boolean
  onClose: () => void
}

/** A name and what others can learn from it; naming it is confirming it. */
export function NameWin({ win, isOpen, onClose }: NameWinProps) {
  const { t } = useTranslation('learning')
  return (
    <Dialog title={t('win.nameTitle')} isOpen={isOpen} onOpenChange={onClose}>
      <NameForm win={win} onClose={onClose} />
    </Dialog>
  )
}

function NameForm({ win, onClose }: Omit<NameWinProps, 'isOpen'>) {
  const { t } = useTranslation(['learning', 'ui'])
  const failureOf = useFailure()
  const [name, setName] = useState('')
  const [story, setStory] = useState('')
  const naming = useDecideWin('nameWin', onClose)
  return (
    <Form sendKey={{ label: t('win.nameConfirm') }} onSubmit={submit}>
      <TextField
        label={t('win.nameLabel')}
        description={t('win.nameWhy')}
        maxLength={120}
        autoFocus
        leastLength={3}
        value={name}
        onChange={setName}
      />
      <TextArea
        label={t('win.story')}
        maxLength={2_000}
        rows={3}
        value={story}
        onChange={setStory}
      />
      {naming.error && <ErrorState isCompact failure={failureOf(naming.error)} />}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>{t('ui:cancel')}</Button>
        <SubmitButton shortcut="mod+enter" isPending={naming.isPending}>
          {t('win.nameConfirm')}
        </SubmitButton>
      </div>
    </Form>
  )

  function submit() {
    if (naming.isPending) return
    naming.mutate({ params: { id: win.id }, body: { name: name.trim(), story: story.trim() } })
  }
}
