import type { WithSources } from '#server/accounts/read-source.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'

/** What the portal stands on. */
export type PortalDesk = Desk & WithMailer & WithSecret & WithSources
