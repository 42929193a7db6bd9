import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { BookOpenCheck, Building2, Eye, Ticket } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { apiQuery, callRoute } from '#web/api.ts'
import { useMe } from '#web/team/useMe.ts'
import type { Command, CommandGroup } from '#web/ui/CommandPalette.tsx'
import { usePageHotkeys } from '#web/ui/Hotkeys.tsx'
import type { Hotkey } from '#web/ui/Hotkeys.tsx'
import { useRegisteredCommands } from '#web/ui/page-commands.ts'
import { usePages } from './usePages.ts'

type Context = {
  t: TFunction
  queryClient: QueryClient
  may: (permission: string) => boolean
  go: (path: string) => void
  pages: ReturnType<typeof usePages>
}

/** All that ⌘K finds: what this page can do, the pages, tickets, accounts and runbooks. */
export function useCommands(): CommandGroup[] {
  const { t } = useTranslation('app')
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const { permissions } = useMe()
  const hotkeys = usePageHotkeys()
  const registered = useRegisteredCommands()
  const pages = usePages()
  return useMemo(() => {
    const context: Context = {
      t,
      queryClient,
      may: (permission) => permissions.some((held) => held === permission),
      go: (path) => history.push(path),
      pages,
    }
    return [
      pageCommands(context, hotkeys, registered),
      destinations(context),
      ...(context.may('ticket:read') ? [tickets(context)] : []),
      ...(context.may('account:read') ? [accounts(context)] : []),
      ...(context.may('account:open') ? [openings(context)] : []),
      ...(context.may('runbook:read') ? [runbooks(context)] : []),
    ]
  }, [t, history, queryClient, permissions, hotkeys, registered, pages])
}

function pageCommands(
  { t }: Context,
  hotkeys: readonly Hotkey[],
  registered: readonly Command[],
): CommandGroup {
  return {
    id: 'page',
    title: t('palette.here'),
    commands: [
      ...hotkeys
        .filter(({ keys }) => keys !== 'mod+k')
        .map(({ keys, label, run }) => ({ id: `key-${keys}`, label, shortcut: keys, run })),
      ...registered,
    ],
  }
}

function destinations({ t, pages, go }: Context): CommandGroup {
  return {
    id: 'pages',
    title: t('palette.pages'),
    commands: pages.map(({ path, label, icon }) => ({
      id: path,
      label,
      icon,
      run: () => go(path),
    })),
  }
}

function tickets({ t, go }: Context): CommandGroup {
  return {
    id: 'tickets',
    title: t('palette.tickets'),
    async search(q, signal) {
      const { items } = await callRoute('searchTickets', { query: { q, limit: 8 } }, { signal })
      return items.map(({ id, number, subject, account, contact }) => ({
        id,
        label: `#${number} ${subject}`,
        detail: account?.name ?? contact?.email ?? '',
        icon: Ticket,
        run: () => go(`/tickets/${id}`),
      }))
    },
  }
}

/** An account leads to its open tickets: its data is only shown beside a ticket. */
function accounts({ t, go }: Context): CommandGroup {
  return {
    id: 'accounts',
    title: t('palette.accounts'),
    async search(q, signal) {
      const { items } = await callRoute('searchAccounts', { query: { q } }, { signal })
      return items.slice(0, 6).map(({ externalId, name, domain }) => ({
        id: externalId,
        label: name,
        detail: domain ?? externalId,
        icon: Building2,
        run: () => go(`/tickets?q=${encodeURIComponent(name)}`),
      }))
    },
  }
}

/** For leads: to look at an account that no ticket is about. */
function openings({ t, go }: Context): CommandGroup {
  return {
    id: 'openings',
    title: t('palette.openings'),
    async search(q, signal) {
      const { items } = await callRoute('searchAccounts', { query: { q } }, { signal })
      return items.slice(0, 4).map(({ externalId, name }) => ({
        id: `open-${externalId}`,
        label: t('palette.openAccount', { name }),
        detail: externalId,
        icon: Eye,
        run: () => go(`/accounts?${new URLSearchParams({ externalId, name }).toString()}`),
      }))
    },
  }
}

function runbooks({ t, go, queryClient }: Context): CommandGroup {
  return {
    id: 'runbooks',
    title: t('palette.runbooks'),
    async search(q) {
      const { items } = await queryClient.fetchQuery(apiQuery('listRunbooks'))
      const words = q.toLowerCase().split(/\s+/)
      return items
        .filter(({ id, title }) =>
          words.every((word) => `${title} ${id}`.toLowerCase().includes(word)),
        )
        .slice(0, 6)
        .map(({ id, title, type }) => ({
          id,
          label: title,
          detail: type,
          icon: BookOpenCheck,
          run: () => go(`/runbooks/${encodeURIComponent(id)}`),
        }))
    },
  }
}
