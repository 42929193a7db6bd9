import { Link, useRouter } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { WaitingCount } from '#web/actions/WaitingCount.tsx'
import { useIsSetUpLeft } from '#web/setup/useSetup.ts'
import { cx } from '#web/ui/cx.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { pagesOfPhoneBar, usePages } from './usePages.ts'
import { UserMenu } from './UserMenu.tsx'

type NavigationRailProps = {
  onOpenPalette: () => void
  onOpenShortcuts: () => void
}

/** At the left; on a phone at the bottom. */
export function NavigationRail({ onOpenPalette, onOpenShortcuts }: NavigationRailProps) {
  const { t } = useTranslation('app')
  const all = usePages()
  const isLeft = useIsSetUpLeft()
  const pages = all.filter(({ isUntilDone }) => !isUntilDone || isLeft)
  const inMenu = pages.slice(pagesOfPhoneBar)
  const list = useRef<HTMLDivElement>(null)
  const router = useRouter()
  useEffect(() => {
    // the list scrolls where the window is low: the page one is on stays in sight
    const show = () =>
      list.current?.querySelector('[aria-current="page"]')?.scrollIntoView?.({ block: 'nearest' })
    show()
    return router.subscribe('onResolved', show)
  }, [router])
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex shrink-0 items-stretch print:hidden justify-around border-t border-line bg-canvas px-1 pb-[env(safe-area-inset-bottom)] sm:w-20 sm:flex-col sm:items-center sm:justify-start sm:gap-2 sm:border-t-0 sm:border-r sm:px-0 sm:py-3"
    >
      <img src="/icon.svg" alt="" className="mb-1 size-7 shrink-0 max-sm:hidden" />
      <div
        ref={list}
        className="contents sm:flex sm:min-h-0 sm:flex-col sm:gap-1 sm:overflow-y-auto sm:[scrollbar-width:none] sm:pb-4 sm:[mask-image:linear-gradient(#000_calc(100%-1.25rem),transparent)] sm:[@media(max-height:63rem)]:gap-0.5"
      >
        {pages.map(({ path, label, icon: Icon, Count, isSecondary }, index) => (
          <Link
            key={path}
            to={path}
            className={cx(
              'relative flex min-h-13 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-xs text-muted transition-colors hover:bg-hover hover:text-ink sm:w-19.5 sm:flex-none sm:[@media(max-height:63rem)]:min-h-11',
              index >= pagesOfPhoneBar && 'max-sm:hidden',
              isSecondary && !pages[index - 1]?.isSecondary && 'sm:mt-3',
            )}
            activeProps={{ className: 'font-medium text-ink! bg-selected' }}
          >
            <Icon aria-hidden size={18} strokeWidth={1.75} />
            <span className="max-w-full truncate">{label}</span>
            {Count && <Count />}
          </Link>
        ))}
      </div>
      <div className="flex items-center gap-2 sm:mt-auto sm:flex-col">
        <span className="max-sm:hidden">
          <IconButton
            icon={Search}
            label={t('palette.open')}
            shortcut="mod+k"
            onPress={onOpenPalette}
          />
        </span>
        <span className="relative max-sm:mr-1.5">
          <UserMenu onOpenPalette={onOpenPalette} onOpenShortcuts={onOpenShortcuts} />
          {inMenu.some(({ path }) => path === '/actions') && (
            <span className="sm:hidden">
              <WaitingCount />
            </span>
          )}
        </span>
      </div>
    </nav>
  )
}
