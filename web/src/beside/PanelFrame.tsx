import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveStatus } from '#web/live/LiveStatus.tsx'
import { SessionDialog } from '#web/team/SessionDialog.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { HotkeySheet } from '#web/ui/HotkeySheet.tsx'
import { isFramed } from './is-framed.ts'
import { SignInElsewhere } from './SignInElsewhere.tsx'
import { StayHere } from './StayHere.tsx'

/** What stands around the panel instead of the desk's pages: whether it is current, and its keys. */
export function PanelFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app')
  const [isSheetOpen, setSheetOpen] = useState(false)
  useHotkeys([{ keys: '?', label: t('shortcuts'), run: () => setSheetOpen(true) }])
  return (
    <div className="flex h-dvh min-w-0 flex-col bg-surface">
      <StayHere />
      <LiveStatus />
      <main className="flex min-h-0 min-w-0 flex-1 flex-col overflow-x-hidden overflow-y-auto">
        {children}
      </main>
      <HotkeySheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} />
      {isFramed() ? <SessionDialog Form={SignInElsewhere} /> : <SessionDialog />}
    </div>
  )
}
