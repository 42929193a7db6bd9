import { useNavigate } from '@tanstack/react-router'
import { Building2, Ticket } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useMe } from '#web/team/useMe.ts'
import type { CommandGroup } from '#web/ui/CommandPalette.tsx'
import { usePageHotkeys } from '#web/ui/Hotkeys.tsx'
import { pages } from './pages.ts'

/** Together every ticket that counts; each view is searched on its own. */
const searchedViews = ['open', 'waiting', 'resolved'] as const

/** All that ⌘K finds: what this page can do, the pages, tickets and accounts. */
export function useCommands(): CommandGroup[] {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const { permissions } = useMe()
  const hotkeys = usePageHotkeys()
  return useMemo<CommandGroup[]>(() => {
    const accounts: CommandGroup = {
      id: 'accounts',
      title: t('palette.accounts'),
      search: async (q, signal) => {
        const { items } = await callRoute('searchAccounts', { query: { q } }, signal)
        return items.slice(0, 6).map(({ externalId, name, domain }) => ({
          id: externalId,
          label: name,
          detail: domain ?? externalId,
          icon: Building2,
          run: () => void navigate({ to: '/tickets', search: { q: name } }),
        }))
      },
    }
    return [
      {
        id: 'page',
        title: t('palette.here'),
        commands: hotkeys
          .filter(({ keys }) => keys !== 'mod+k')
          .map(({ keys, label, run }) => ({ id: `key-${keys}`, label, shortcut: keys, run })),
      },
      {
        id: 'pages',
        title: t('palette.pages'),
        commands: pages
          .filter(({ permission }) => permissions.includes(permission))
          .map(({ id, path, icon }) => ({
            id,
            label: t(`nav.${id}`),
            icon,
            run: () => void navigate({ to: path }),
          })),
      },
      {
        id: 'tickets',
        title: t('palette.tickets'),
        search: async (q, signal) => {
          const found = await Promise.all(
            searchedViews.map((view) =>
              callRoute('listTickets', { query: { view, q, limit: 4 } }, signal),
            ),
          )
          return found
            .flatMap(({ items }) => items)
            .map((ticket) => ({
              id: ticket.id,
              label: `#${ticket.number} ${ticket.subject}`,
              detail: ticket.account?.name ?? ticket.contact?.email ?? '',
              icon: Ticket,
              run: () =>
                void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id } }),
            }))
        },
      },
      ...(permissions.includes('account:read') ? [accounts] : []),
    ]
  }, [t, navigate, permissions, hotkeys])
}
