import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Keyboard, LogOut, Search, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { chooseLanguage, languages, nameOfLanguage } from '#web/i18n/i18n.ts'
import type { Language } from '#web/i18n/i18n.ts'
import { signOut } from '#web/team/sign-in.ts'
import { useMe } from '#web/team/useMe.ts'
import { forgetKeptDrafts, handOverDrafts } from '#web/tickets/drafts/keep-drafts.ts'
import { belongToNobody } from '#web/ui/own-storage.ts'
import { initialsOf } from '#web/ui/initials.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { clearToasts, toast } from '#web/ui/Toast.tsx'
import { phone, useMedia } from '#web/ui/useMedia.ts'
import { pagesOfPhoneBar, usePages } from './usePages.ts'
import { chooseTheme, themes, useTheme } from './theme.ts'

type UserMenuProps = {
  onOpenPalette: () => void
  onOpenShortcuts: () => void
}

/** The person, their theme and language, and the way out. */
export function UserMenu({ onOpenPalette, onOpenShortcuts }: UserMenuProps) {
  const { t, i18n } = useTranslation('app')
  const me = useMe()
  const navigate = useNavigate()
  const theme = useTheme()
  const leave = useLeave()
  const more = useMorePages()
  const speak = async (language: Language) => {
    try {
      await chooseLanguage(language)
    } catch {
      toast({ text: t('languageFailed'), meaning: 'broken' })
    }
  }
  return (
    <Menu
      label={me.name}
      placement="right bottom"
      trigger={
        <Button
          aria-label={t('userMenu', { name: me.name })}
          className="flex size-8 cursor-default items-center justify-center rounded-full bg-accent-fill text-xs font-semibold text-on-accent pointer-coarse:size-11"
        >
          {/* Drawn, not written: the name says who it is. */}
          <span
            aria-hidden
            data-initials={initialsOf(me.name)}
            className="before:content-[attr(data-initials)]"
          />
        </Button>
      }
      groups={[
        {
          id: 'me',
          title: `${me.name} · ${t(`role.${me.role}`)}`,
          entries: [
            {
              id: 'palette',
              label: t('palette.open'),
              icon: Search,
              shortcut: 'mod+k',
              onAction: onOpenPalette,
            },
            {
              id: 'shortcuts',
              label: t('shortcuts'),
              icon: Keyboard,
              shortcut: '?',
              onAction: onOpenShortcuts,
            },
          ],
        },
        ...(more.length > 0 ? [{ id: 'pages', title: t('nav.more'), entries: more }] : []),
        {
          id: 'theme',
          title: t('theme.label'),
          entries: themes.map((id) => ({
            id,
            label: t(`theme.${id}`),
            isChosen: id === theme,
            onAction: () => chooseTheme(id),
          })),
        },
        {
          id: 'language',
          title: t('language'),
          entries: languages.map((id) => ({
            id,
            label: nameOfLanguage(id),
            isChosen: id === i18n.resolvedLanguage,
            onAction: () => void speak(id),
          })),
        },
        {
          id: 'leave',
          entries: [
            {
              id: 'security',
              label: t('security'),
              icon: ShieldCheck,
              onAction: () => void navigate({ to: '/security' }),
            },
            { id: 'sign-out', label: t('signOut'), icon: LogOut, onAction: leave },
          ],
        },
      ]}
    />
  )
}

/** On a phone: the pages its bar has no room for. */
function useMorePages() {
  const { history } = useRouter()
  const isPhone = useMedia(phone)
  const pages = usePages()
  if (!isPhone) return []
  return pages.slice(pagesOfPhoneBar).map(({ path, label, icon }) => ({
    id: path,
    label,
    icon,
    onAction: () => history.push(path),
  }))
}

function useLeave(): () => void {
  const { t } = useTranslation('app')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return () =>
    void handOverDrafts()
      .then(signOut)
      .then(
        async (leaving) => {
          forgetKeptDrafts()
          if (leaving !== null) return window.location.assign(leaving)
          await navigate({ to: '/sign-in' })
          belongToNobody()
          clearToasts()
          queryClient.clear()
        },
        () => toast({ text: t('signOutFailed'), meaning: 'broken' }),
      )
}
