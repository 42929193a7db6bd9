import type { RunbookCause, RunbookContent } from '@firstline/contract/runbooks'
import { ArrowUpRight, MessageSquareText, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '#web/ui/Markdown.tsx'

type CauseSectionProps = {
  cause: RunbookCause
  escalations: RunbookContent['escalations']
}

/** One cause: when it is that, what to do, what it means, what to say. */
export function CauseSection({ cause, escalations }: CauseSectionProps) {
  const { t } = useTranslation('runbooks')
  return (
    <article aria-label={cause.name} className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-mono text-base font-medium">{cause.name}</span>
        <Ending cause={cause} escalations={escalations} />
      </h3>
      <code className="rounded-md border border-line bg-canvas px-3 py-2 text-sm whitespace-pre-wrap">
        {cause.when}
      </code>
      {cause.explanation && <Markdown text={cause.explanation} />}
      {cause.say && (
        <blockquote className="max-w-[68ch] border-l-2 border-edge pl-3 whitespace-pre-line text-muted">
          <span className="block text-xs font-medium text-faint">{t('say')}</span>
          {cause.say}
        </blockquote>
      )}
    </article>
  )
}

/** What the runbook does with this cause, in a sign and a few words. */
function Ending({ cause, escalations }: CauseSectionProps) {
  const { t } = useTranslation('runbooks')
  const escalation = escalations.find(({ name }) => name === cause.escalation)
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-normal">
      {cause.actions.map(({ id }) => (
        <span key={id} className="inline-flex items-center gap-1 text-accent">
          <Zap aria-hidden size={14} />
          <span className="sr-only">{t('action')} </span>
          <code>{id}</code>
        </span>
      ))}
      {cause.reply !== null && cause.actions.length === 0 && (
        <span className="inline-flex items-center gap-1 text-muted">
          <MessageSquareText aria-hidden size={14} />
          {t('explain')}
        </span>
      )}
      {cause.escalation !== null && (
        <span className="inline-flex items-center gap-1 text-escalated">
          <ArrowUpRight aria-hidden size={14} />
          {t('escalateTo', { to: escalation?.to ?? cause.escalation })}
        </span>
      )}
    </span>
  )
}
