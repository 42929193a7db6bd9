import { AlarmClockOff } from 'lucide-react'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import type { MenuEntry } from '#web/ui/Menu.tsx'
import { useNow } from '#web/ui/useNow.ts'
import { TextField } from '#web/ui/TextField.tsx'
import { localInputOf, timeOfLocalInput } from './local-time.ts'
import { snoozeTimes, tomorrowMorning } from './snooze-times.ts'
import type { SnoozeWish } from './useSnooze.ts'
import { useTimeWords } from './useTimeWords.ts'

type SnoozeChoiceProps = {
  trigger: ReactElement
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** What is being done and can be waited for. */
  runs?: readonly { id: string; title: string }[]
  onSnooze: (wish: SnoozeWish) => void
  /** Of what is snoozed already. */
  onBringBack?: () => void
}

/** Until when something is out of the way. */
export function SnoozeChoice(props: SnoozeChoiceProps) {
  const { trigger, isOpen, onOpenChange, runs = [], onSnooze, onBringBack } = props
  const { t } = useTranslation('conversation')
  const timeWords = useTimeWords()
  const [isAsked, setAsked] = useState(false)
  const now = useNow(60_000)
  const times = snoozeTimes(new Date(now)).map(({ id, at }) => ({
    id,
    label: t(`snooze.${id}`),
    detail: timeWords(at),
    onAction: () => onSnooze({ until: at }),
  }))
  const other = { id: 'other', label: t('snooze.other'), onAction: () => setAsked(true) }
  const customer = {
    id: 'customer',
    label: t('snooze.customer'),
    detail: t('snooze.always'),
    onAction: () => onSnooze({}),
  }
  const ends: MenuEntry[] = runs.map(({ id, title }) => ({
    id,
    label: t('snooze.run', { title }),
    onAction: () => onSnooze({ run: id }),
  }))
  const back = onBringBack && {
    id: 'back',
    label: t('snooze.back'),
    icon: AlarmClockOff,
    onAction: onBringBack,
  }
  return (
    <>
      <Menu
        label={t('snooze.snooze')}
        placement="top end"
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        trigger={trigger}
        groups={[
          ...(back ? [{ id: 'back', entries: [back] }] : []),
          { id: 'times', entries: [...times, other] },
          { id: 'events', entries: [customer, ...ends] },
        ]}
      />
      <Dialog title={t('snooze.title')} isOpen={isAsked} onOpenChange={setAsked}>
        <OtherTime
          onChosen={(until) => {
            setAsked(false)
            onSnooze({ until })
          }}
        />
      </Dialog>
    </>
  )
}

function OtherTime({ onChosen }: { onChosen: (until: Date) => void }) {
  const { t } = useTranslation('conversation')
  const [local, setLocal] = useState(() => localInputOf(tomorrowMorning(new Date()).toISOString()))
  return (
    <Form
      className="flex flex-col gap-3"
      onSubmit={() => {
        const at = timeOfLocalInput(local)
        if (at) onChosen(new Date(at))
      }}
    >
      <TextField
        label={t('snooze.until')}
        description={t('snooze.always')}
        type="datetime-local"
        value={local}
        onChange={setLocal}
        isRequired
        validate={(typed) => {
          const at = timeOfLocalInput(typed)
          if (!at) return t('noSuchTime')
          return new Date(at) > new Date() ? null : t('snooze.past')
        }}
      />
      <div className="flex justify-end">
        <SubmitButton>{t('snooze.snooze')}</SubmitButton>
      </div>
    </Form>
  )
}
