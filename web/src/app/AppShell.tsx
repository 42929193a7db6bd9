import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveStatus } from '#web/live/LiveStatus.tsx'
import { SessionDialog } from '#web/team/SessionDialog.tsx'
import { useKeptDrafts } from '#web/tickets/drafts/useKeptDrafts.ts'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { HotkeySheet } from '#web/ui/HotkeySheet.tsx'
import { loadWhenIdle } from './load-later.ts'
import { NavigationRail } from './NavigationRail.tsx'
import { Palette } from './Palette.tsx'

/** The frame of every signed-in page: rail, content, and what can be called from everywhere. */
export function AppShell() {
  const { t } = useTranslation('app')
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [isSheetOpen, setSheetOpen] = useState(false)
  useHotkeys([
    { keys: 'mod+k', label: t('palette.open'), run: () => setPaletteOpen(true) },
    { keys: '?', label: t('shortcuts'), run: () => setSheetOpen(true) },
  ])
  useEffect(loadWhenIdle, [])
  useKeptDrafts()
  return (
    <div className="flex h-dvh flex-col-reverse sm:flex-row print:block print:h-auto">
      <a
        href="#content"
        onClick={skipToContent}
        className="floating fixed top-2 left-2 z-50 px-3 py-2 not-focus:sr-only focus:text-accent"
      >
        {t('skipToContent')}
      </a>
      <NavigationRail
        onOpenPalette={() => setPaletteOpen(true)}
        onOpenShortcuts={() => setSheetOpen(true)}
      />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <LiveStatus />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 bg-surface">
          <Outlet />
        </main>
      </div>
      <Palette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} />
      <HotkeySheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} />
      <SessionDialog />
    </div>
  )
}

/** Behind what one chooses from, where a page has that. */
function skipToContent(event: MouseEvent) {
  event.preventDefault()
  const chosen = document.querySelector<HTMLElement>('[data-content]')
  const isShown = chosen !== null && chosen.getClientRects().length > 0
  const content = isShown ? chosen : document.getElementById('content')
  content?.focus()
}
