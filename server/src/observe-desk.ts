import { observeActions } from './actions/action-metrics.ts'
import type { WithActions } from './actions/desk.ts'
import type { WithSources } from './accounts/read-source.ts'
import { observeSeals } from './audit/seal-metrics.ts'
import { observeBeside } from './beside/beside-metrics.ts'
import { observeStatus } from './changes/status-metrics.ts'
import { observeMailboxes } from './channels/imap/mailbox-metrics.ts'
import { observeMailIn } from './channels/mail-metrics.ts'
import { observeAnswers } from './connections/health/answer-metrics.ts'
import type { Metrics } from './core/metrics.ts'
import type { Desk } from './core/verb.ts'
import { observeProject } from './project/project-metrics.ts'
import { observeRules } from './rules/rule-metrics.ts'
import { observeWebhooks } from './webhooks/webhook-metrics.ts'

/** What each domain says of itself in /metrics. */
export function observeDesk(
  metrics: Pick<Metrics, 'add'>,
  desk: Desk & WithSources & Pick<WithActions, 'actions'>,
): void {
  const { readDb: db, clock, actions, sources } = desk
  const { project, answers } = sources
  observeProject(metrics, project)
  observeAnswers({ metrics, answers })
  observeActions({ metrics, db, clock, actions })
  observeMailIn({ metrics, db })
  observeMailboxes({ metrics, db, project })
  observeStatus(metrics, { ...desk, db })
  observeSeals(metrics, { db })
  observeRules(metrics, db)
  observeWebhooks({ metrics, db })
  observeBeside({ metrics, db, project })
}
