import type { Happening } from '@firstline/contract/scorecard-insights'
import { Link } from '@tanstack/react-router'
import { BookOpenCheck, Rocket, Zap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

const icons = { runbook: BookOpenCheck, action: Zap, deploy: Rocket }

type HappeningsProps = {
  happenings: readonly Happening[]
  shownAtFirst: number
}

/** What went live, newest first. */
export function Happenings({ happenings, shownAtFirst }: HappeningsProps) {
  const { t } = useTranslation('scorecard')
  const [isAll, setAll] = useState(false)
  const more = happenings.length - shownAtFirst
  return (
    <ul className="flex flex-col gap-0.5 text-sm">
      {(isAll ? happenings : happenings.slice(0, shownAtFirst)).map((each) => (
        <li
          key={`${each.kind} ${each.id} ${each.version} ${each.at}`}
          className="flex items-baseline gap-1.5"
        >
          <HappeningLine happening={each} />
        </li>
      ))}
      {more > 0 && !isAll && (
        <li>
          <Button variant="ghost" size="small" onPress={() => setAll(true)}>
            {t('change.more', { count: more })}
          </Button>
        </li>
      )}
    </ul>
  )
}

function HappeningLine({ happening }: { happening: Happening }) {
  const { t } = useTranslation('scorecard')
  const { kind, id, title, version, at } = happening
  const Icon = icons[kind]
  return (
    <>
      <Icon aria-hidden size={13} className="translate-y-0.5 shrink-0 text-muted" />
      <span>
        <span className="text-muted">{t(`change.kind.${kind}`)}</span>{' '}
        {kind === 'runbook' ? (
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: id }}
            className="font-medium hover:text-accent hover:underline"
          >
            {title}
          </Link>
        ) : (
          <span className="font-medium">{title}</span>
        )}{' '}
        <span className="text-muted">{version}</span>
      </span>
      <span className="text-muted">
        <RelativeTime at={at} />
      </span>
    </>
  )
}
