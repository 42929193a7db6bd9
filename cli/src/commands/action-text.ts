import type { ActionPreview, ActionRun } from '@firstline/contract/actions'
import type { ActionApproval } from '@firstline/contract/approvals'

/** What would happen, in words, and what stands in its way. */
export function previewText(preview: ActionPreview): string {
  const against = preview.guards.filter(({ isPassed, kind }) => !isPassed && kind !== 'approval')
  const { approval } = preview
  return lines(
    ...preview.sentences,
    ...preview.reads.map(({ title, row }) => `${title}: ${row ? JSON.stringify(row) : 'none'}`),
    preview.dryRun?.error ?? null,
    ...against.map(({ say }) => `✗ ${say}`),
    approval && `It needs the approval of a second person (${approval.role}).`,
    preview.isRunnable ? null : 'It cannot be run now.',
  )
}

export function runText(run: ActionRun): string {
  const said: Record<ActionRun['state'], string> = {
    verified: 'Verified: the system shows that it happened.',
    failed: run.steps ? 'Failed.' : 'Failed: it did not happen.',
    unknown:
      'Unknown: it may or may not have happened. Nobody may run it again before it is verified.',
    intended: 'On record, and not yet called.',
    verifying: 'Accepted by the target, and not yet seen in the system.',
  }
  const back = run.undo?.isOpen ? `It can be taken back by “${run.undo.title}”.` : null
  const steps = (run.steps ?? []).map(({ title, state }, i) => `  ${i + 1}. ${title}: ${state}`)
  const why = run.error?.detail ?? null
  return lines(said[run.state], why, ...steps, back, `Run ${run.id}`)
}

export function approvalText(approval: ActionApproval): string {
  const { decision, role } = approval
  const said: Record<ActionApproval['state'], string> = {
    waiting: `Waits for the approval of a second person (${role}) until ${approval.expiresAt}. Nothing was done yet.`,
    approved: 'Approved.',
    refused: 'Refused. Nothing was done.',
    withdrawn: 'Withdrawn. Nothing was done.',
    expired: 'Nobody approved it in time. Nothing was done.',
    stale: 'What was to be approved has changed meanwhile. Nothing was done; ask again.',
  }
  const by = decision?.by ? `${decision.by.name}: ${decision.reason}` : null
  return lines(said[approval.state], by, `Request ${approval.id}`)
}

function lines(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => `${part}\n`)
    .join('')
}
