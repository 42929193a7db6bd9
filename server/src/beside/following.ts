import type { WithSources } from '#server/accounts/read-source.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'

/** What mirroring stands on. */
export type FollowingDesk = Desk & WithProject & WithSources
