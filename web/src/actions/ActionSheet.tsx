import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import type { ActionRun } from '@firstline/contract/actions'
import { Sheet } from '#web/ui/Dialog.tsx'
import { ChooseInput } from './ChooseInput.tsx'
import { ConfirmAction } from './ConfirmAction.tsx'
import type { ActionIntent } from './intent.ts'

type ActionSheetProps = {
  ticketId: string
  intent: ActionIntent | null
  onClose: () => void
  onRun: (run: ActionRun) => void
}

/** Pick, read what will happen, confirm. */
export function ActionSheet({ ticketId, intent, onClose, onRun }: ActionSheetProps) {
  return (
    <Sheet title={intent?.title ?? ''} isOpen={intent !== null} onOpenChange={onClose}>
      {intent && (
        <ActionSteps
          key={`${intent.action} ${JSON.stringify([intent.input, intent.given])}`}
          ticketId={ticketId}
          intent={intent}
          onClose={onClose}
          onRun={onRun}
        />
      )}
    </Sheet>
  )
}

function ActionSteps(props: ActionSheetProps & { intent: ActionIntent }) {
  const { ticketId, intent, onClose, onRun } = props
  const { t } = useTranslation('actions')
  const [picked, setPicked] = useState(intent.input)
  if (!picked) {
    return (
      <ChooseInput
        ticketId={ticketId}
        action={intent.action}
        given={intent.given ?? {}}
        onChosen={setPicked}
      />
    )
  }
  return (
    <ConfirmAction
      ticketId={ticketId}
      intent={{ ...intent, input: picked }}
      {...(!intent.input && {
        back: { label: t('chooseAnother'), onPress: () => setPicked(null) },
      })}
      onClose={onClose}
      onRun={onRun}
    />
  )
}
