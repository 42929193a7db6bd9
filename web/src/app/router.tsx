import { EscalationState } from '@firstline/contract/escalations'
import { providerRefusals } from '@firstline/contract/sign-in'
import { IncidentState } from '@firstline/contract/incidents'
import { TagName, TicketOrder, TicketPriority, TicketView } from '@firstline/contract/tickets'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router'
import type { RouterHistory } from '@tanstack/react-router'
import {
  Activity,
  ArrowUpRight,
  Bell,
  BookOpenCheck,
  Cable,
  Fingerprint,
  GraduationCap,
  Hammer,
  History,
  Inbox,
  ListTodo,
  Mails,
  MessageSquareText,
  ScrollText,
  Siren,
  Users,
  Webhook,
  Workflow,
  Zap,
} from 'lucide-react'
import { z } from 'zod'
import { WaitingCount } from '#web/actions/WaitingCount.tsx'
import { apiQuery, isSessionMissing } from '#web/api.ts'
import { ErrorPage } from '#web/routes/ErrorPage.tsx'
import { NotFoundPage } from '#web/routes/NotFoundPage.tsx'
import { QueuePage } from '#web/routes/QueuePage.tsx'
import { SignInPage } from '#web/routes/SignInPage.tsx'
import { RecordSearch } from '#web/audit/record-search.ts'
import { UnlearnedCount } from '#web/learning/UnlearnedCount.tsx'
import { lessonStates } from '#web/learning/useLessons.ts'
import { isFramed } from '#web/beside/is-framed.ts'
import { UncheckedCount } from '#web/mails/UncheckedCount.tsx'
import { UnreadCount } from '#web/notifications/UnreadCount.tsx'
import { notificationParts } from '#web/notifications/useNotifications.ts'
import { opportunityStates } from '#web/opportunities/useOpportunities.ts'
import { ScorecardSearch } from '#web/scorecard/search.ts'
import { NoTicketChosen } from '#web/tickets/NoTicketChosen.tsx'
import { openReadAhead } from '#web/tickets/read-ahead.ts'
import { loadTicketPage } from './load-later.ts'
import { AppShell } from './AppShell.tsx'
import { laterPage } from './later-page.tsx'
import type { Page } from './usePages.ts'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()()

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({
    // Only an address of this app: never another site's.
    return: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
    /** Why an identity provider's answer was none, and by which request. */
    refused: z.enum(providerRefusals).optional().catch(undefined),
    provider: z.string().optional().catch(undefined),
    request: z.string().max(64).optional().catch(undefined),
  }),
  component: SignInPage,
})

const rated = z.object({ value: z.enum(['up', 'down']).optional().catch(undefined) })

/** As mails linked that were sent before the token stood behind the `#`. */
const ratingByPath = createRoute({
  getParentRoute: () => root,
  path: '/rate/$token',
  validateSearch: rated,
  beforeLoad({ params, search }) {
    throw redirect({ to: '/rate', search, hash: params.token, replace: true })
  },
})

const rating = createRoute({
  getParentRoute: () => root,
  path: '/rate',
  validateSearch: rated,
  component: laterPage(() => import('#web/routes/RatingPage.tsx'), 'RatingPage'),
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: laterPage(() => import('#web/routes/ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
})

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: laterPage(() => import('#web/routes/SetPasswordPage.tsx'), 'SetPasswordPage'),
})

/** A desk where nobody is yet. */
const firstAdmin = createRoute({
  getParentRoute: () => root,
  path: '/setup/first',
  component: laterPage(() => import('#web/routes/FirstAdminPage.tsx'), 'FirstAdminPage'),
})

/** Who has yet to set up a second factor: nothing of the desk is loaded around it. */
const setUpSignIn = createRoute({
  getParentRoute: () => root,
  path: '/set-up-sign-in',
  async beforeLoad({ context }) {
    try {
      await context.queryClient.ensureQueryData(apiQuery('getMe'))
    } catch (error) {
      if (!isSessionMissing(error)) throw error
      throw redirect({ to: '/sign-in' })
    }
  },
  component: laterPage(() => import('#web/routes/SetUpSignInPage.tsx'), 'SetUpSignInPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  async beforeLoad({ context, location }) {
    let me
    try {
      me = await context.queryClient.ensureQueryData(apiQuery('getMe'))
    } catch (error) {
      if (!isSessionMissing(error)) throw error
      throw redirect({ to: '/sign-in', search: { return: location.href } })
    }
    if (me.confined) throw redirect({ to: '/set-up-sign-in' })
  },
  component: AppShell,
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tickets' })
  },
})

const queue = createRoute({
  getParentRoute: () => signedIn,
  path: '/tickets',
  staticData: { page: { words: 'tickets', icon: Inbox, permission: 'ticket:read' } },
  validateSearch: z.object({
    view: TicketView.optional().catch(undefined),
    order: TicketOrder.optional().catch(undefined),
    priority: TicketPriority.optional().catch(undefined),
    tag: TagName.optional().catch(undefined),
    q: z.string().trim().min(1).max(200).optional().catch(undefined),
    incident: z.uuid().optional().catch(undefined),
  }),
  component: QueuePage,
})

const noTicket = createRoute({
  getParentRoute: () => queue,
  path: '/',
  component: NoTicketChosen,
})

const ticket = createRoute({
  getParentRoute: () => queue,
  path: '$ticketId',
  loader: ({ context, params }) => openReadAhead(context.queryClient, params.ticketId),
  component: laterPage(loadTicketPage, 'TicketPage'),
})

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/tickets/$ticketId/audit',
  validateSearch: z.object({ kind: z.string().max(40).optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/AuditPage.tsx'), 'AuditPage'),
})

/** What a link in the desk that the company has leads to. */
/** A page for another desk's side bar: without a way to the others, and without a form to sign in. */
const beside = createRoute({
  getParentRoute: () => root,
  path: '/beside/$desk/$externalId',
  // public/theme.js reads it before the first paint
  validateSearch: z.object({ theme: z.enum(['light', 'dark']).optional().catch(undefined) }),
  async beforeLoad({ context, location }) {
    try {
      await context.queryClient.ensureQueryData(apiQuery('getMe'))
    } catch (error) {
      if (!isSessionMissing(error)) throw error
      if (!isFramed()) throw redirect({ to: '/sign-in', search: { return: location.href } })
    }
  },
  component: laterPage(() => import('#web/routes/BesidePage.tsx'), 'BesidePage'),
})

const incidents = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents',
  staticData: { page: { words: 'incidents', icon: Siren, permission: 'change:read' } },
  validateSearch: z.object({ state: IncidentState.optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/IncidentsPage.tsx'), 'IncidentsPage'),
})

const incident = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents/$incidentId',
  component: laterPage(() => import('#web/routes/IncidentPage.tsx'), 'IncidentPage'),
})

const savedReplies = createRoute({
  getParentRoute: () => signedIn,
  path: '/saved-replies',
  staticData: { page: { words: 'replies', icon: MessageSquareText, permission: 'ticket:read' } },
  validateSearch: z.object({
    state: z.enum(['kept', 'archived']).optional().catch(undefined),
    folder: z.string().max(60).optional().catch(undefined),
    q: z.string().min(1).max(200).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/SavedRepliesPage.tsx'), 'SavedRepliesPage'),
})

const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/webhooks',
  staticData: {
    page: { words: 'webhooks', icon: Webhook, permission: 'webhook:read', isSecondary: true },
  },
  component: laterPage(() => import('#web/routes/WebhooksPage.tsx'), 'WebhooksPage'),
})

const webhook = createRoute({
  getParentRoute: () => signedIn,
  path: '/webhooks/$webhookId',
  validateSearch: z.object({
    state: z.enum(['waiting', 'delivered', 'failed']).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/WebhookPage.tsx'), 'WebhookPage'),
})

const rules = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules',
  staticData: {
    page: { words: 'rules', icon: Workflow, permission: 'rule:read', isSecondary: true },
  },
  component: laterPage(() => import('#web/routes/RulesPage.tsx'), 'RulesPage'),
})

const rule = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules/$ruleId',
  component: laterPage(() => import('#web/routes/RulePage.tsx'), 'RulePage'),
})

const notifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/notifications',
  staticData: {
    page: { words: 'notifications', icon: Bell, permission: 'ticket:read', Count: UnreadCount },
  },
  validateSearch: z.object({ show: z.enum(notificationParts).optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/NotificationsPage.tsx'), 'NotificationsPage'),
})

const escalations = createRoute({
  getParentRoute: () => signedIn,
  path: '/escalations',
  staticData: { page: { words: 'escalations', icon: ArrowUpRight, permission: 'escalation:read' } },
  validateSearch: z.object({ state: EscalationState.optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/EscalationsPage.tsx'), 'EscalationsPage'),
})

const escalation = createRoute({
  getParentRoute: () => signedIn,
  path: '/escalations/$escalationId',
  component: laterPage(() => import('#web/routes/EscalationPage.tsx'), 'EscalationPage'),
})

const runbooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/runbooks',
  staticData: { page: { words: 'runbooks', icon: BookOpenCheck, permission: 'runbook:read' } },
  validateSearch: z.object({ q: z.string().min(1).max(200).optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/RunbooksPage.tsx'), 'RunbooksPage'),
})

const runbook = createRoute({
  getParentRoute: () => signedIn,
  path: '/runbooks/$runbookId',
  validateSearch: z.object({
    version: z.coerce.number().int().min(1).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/RunbookPage.tsx'), 'RunbookPage'),
})

const newRunbook = createRoute({
  getParentRoute: () => signedIn,
  path: '/runbooks/new',
  validateSearch: z.object({ type: z.string().min(1).max(80).optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/NewRunbookPage.tsx'), 'NewRunbookPage'),
})

const editRunbook = createRoute({
  getParentRoute: () => signedIn,
  path: '/runbooks/$runbookId/edit',
  component: laterPage(() => import('#web/routes/EditRunbookPage.tsx'), 'EditRunbookPage'),
})

const actions = createRoute({
  getParentRoute: () => signedIn,
  path: '/actions',
  staticData: {
    page: { words: 'actions', icon: Zap, permission: 'action:read', Count: WaitingCount },
  },
  validateSearch: z.object({
    show: z.enum(['waiting', 'decided', 'all']).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/ActionsPage.tsx'), 'ActionsPage'),
})

const mails = createRoute({
  getParentRoute: () => signedIn,
  path: '/mails',
  staticData: {
    page: { words: 'mails', icon: Mails, permission: 'ticket:read', Count: UncheckedCount },
  },
  validateSearch: z.object({
    show: z.enum(['held', 'failed', 'ignored', 'taught', 'mailboxes']).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/MailsPage.tsx'), 'MailsPage'),
})

const scorecard = createRoute({
  getParentRoute: () => signedIn,
  path: '/scorecard',
  staticData: { page: { words: 'scorecard', icon: Activity, permission: 'scorecard:read' } },
  validateSearch: ScorecardSearch,
  component: laterPage(() => import('#web/routes/ScorecardPage.tsx'), 'ScorecardPage'),
})

const buildNext = createRoute({
  getParentRoute: () => signedIn,
  path: '/build-next',
  staticData: { page: { words: 'opportunities', icon: Hammer, permission: 'scorecard:read' } },
  validateSearch: z.object({
    part: z.enum(['opportunities', 'impact', 'runbooks']).optional().catch(undefined),
    state: z.enum(opportunityStates).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/BuildNextPage.tsx'), 'BuildNextPage'),
})

const learning = createRoute({
  getParentRoute: () => signedIn,
  path: '/learning',
  staticData: {
    page: {
      words: 'learning',
      icon: GraduationCap,
      permission: 'learning:read',
      Count: UnlearnedCount,
    },
  },
  validateSearch: z.object({
    part: z.enum(['lessons', 'wins', 'loop', 'time']).optional().catch(undefined),
    show: z.enum(lessonStates).optional().catch(undefined),
    lesson: z.uuid().optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/LearningPage.tsx'), 'LearningPage'),
})

const record = createRoute({
  getParentRoute: () => signedIn,
  path: '/record',
  staticData: {
    page: { words: 'audit', icon: ScrollText, permission: 'audit:read', isSecondary: true },
  },
  validateSearch: RecordSearch,
  component: laterPage(() => import('#web/routes/RecordPage.tsx'), 'RecordPage'),
})

const team = createRoute({
  getParentRoute: () => signedIn,
  path: '/team',
  staticData: {
    page: { words: 'team', icon: Users, permission: 'person:manage', isSecondary: true },
  },
  component: laterPage(() => import('#web/routes/TeamPage.tsx'), 'TeamPage'),
})

const privacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/privacy',
  staticData: {
    page: { words: 'privacy', icon: Fingerprint, permission: 'privacy:manage', isSecondary: true },
  },
  component: laterPage(() => import('#web/routes/PrivacyPage.tsx'), 'PrivacyPage'),
})

const security = createRoute({
  getParentRoute: () => signedIn,
  path: '/security',
  component: laterPage(() => import('#web/routes/SecurityPage.tsx'), 'SecurityPage'),
})

const openAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts',
  validateSearch: z.object({
    externalId: z.string().min(1).max(200).optional().catch(undefined),
    name: z.string().max(200).optional().catch(undefined),
  }),
  component: laterPage(() => import('#web/routes/OpenAccountPage.tsx'), 'OpenAccountPage'),
})

const openedAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts/$openingId',
  component: laterPage(() => import('#web/routes/OpenedAccountPage.tsx'), 'OpenedAccountPage'),
})

const connections = createRoute({
  getParentRoute: () => signedIn,
  path: '/connections',
  staticData: {
    page: { words: 'connections', icon: Cable, permission: 'connection:read', isSecondary: true },
  },
  component: laterPage(() => import('#web/routes/ConnectionsPage.tsx'), 'ConnectionsPage'),
})

const connection = createRoute({
  getParentRoute: () => signedIn,
  path: '/connections/$connectionId',
  validateSearch: z.object({ source: z.string().min(1).max(120).optional().catch(undefined) }),
  component: laterPage(() => import('#web/routes/ConnectionPage.tsx'), 'ConnectionPage'),
})

const importHistory = createRoute({
  getParentRoute: () => signedIn,
  path: '/import',
  staticData: {
    page: { words: 'imports', icon: History, permission: 'history:import', isSecondary: true },
  },
  component: laterPage(() => import('#web/routes/ImportPage.tsx'), 'ImportPage'),
})

const setUp = createRoute({
  getParentRoute: () => signedIn,
  path: '/setup',
  staticData: {
    page: {
      words: 'setup',
      icon: ListTodo,
      permission: 'admin:manage',
      isSecondary: true,
      isUntilDone: true,
    },
  },
  component: laterPage(() => import('#web/routes/SetupPage.tsx'), 'SetupPage'),
})

const elsewhere = createRoute({
  getParentRoute: () => signedIn,
  path: '$',
  component: NotFoundPage,
})

const routeTree = root.addChildren([
  signIn,
  forgotPassword,
  setPassword,
  firstAdmin,
  setUpSignIn,
  rating,
  ratingByPath,
  beside,
  // in the order of the rail: the daily work first
  signedIn.addChildren([
    home,
    queue.addChildren([noTicket, ticket]),
    audit,
    notifications,
    escalations,
    escalation,
    runbooks,
    runbook,
    newRunbook,
    editRunbook,
    scorecard,
    incidents,
    incident,
    learning,
    buildNext,
    actions,
    savedReplies,
    mails,
    setUp,
    connections,
    connection,
    webhooks,
    webhook,
    rules,
    rule,
    record,
    importHistory,
    team,
    privacy,
    security,
    openAccount,
    openedAccount,
    elsewhere,
  ]),
])

export function createAppRouter(queryClient: QueryClient, history: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
  interface StaticDataRouteOption {
    /** Where the rail and the palette lead to it. */
    page?: Page
  }
}
