import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveStatus } from '#web/live/LiveStatus.tsx'
import { SessionDialog } from '#web/team/SessionDialog.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { HotkeySheet } from '#web/ui/HotkeySheet.tsx'
import { isFramed } from './is-framed.ts'
import { StayHere } from './StayHere.tsx'

type PanelFrameProps = {
  children: ReactNode
  /** Of who was signed out amid their work. */
  ask: (onSignedIn: () => void) => ReactNode
}

/** What stands around the panel instead of the desk's pages: whether it is current, and its keys. */
export function PanelFrame({ children, ask }: PanelFrameProps) {
  const { t } = useTranslation('app')
  const [isSheetOpen, setSheetOpen] = useState(false)
  useHotkeys([{ keys: '?', label: t('shortcuts'), run: () => setSheetOpen(true) }])
  return (
    <div className="flex h-dvh min-w-0 flex-col bg-surface">
      <StayHere />
      <LiveStatus />
      <main className="flex min-h-0 flex-1 flex-col">{children}</main>
      <HotkeySheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} />
      {isFramed() ? <SessionDialog ask={ask} /> : <SessionDialog />}
    </div>
  )
}
