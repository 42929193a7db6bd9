import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { cx } from '#web/ui/cx.ts'

type PartAnchorProps = {
  isChosen: boolean
  count?: number | undefined
  /** Where it was not counted further. */
  countedUpTo?: number
} & ComponentProps<'a'>

/** Leads to a part of a page, or to what of it is shown; the chosen one is marked. */
export const PartLink = createLink(PartAnchor)

function PartAnchor({
  isChosen,
  count,
  countedUpTo = Infinity,
  children,
  ...rest
}: PartAnchorProps) {
  const { i18n } = useTranslation()
  return (
    <a
      {...rest}
      aria-current={isChosen ? 'page' : undefined}
      className={cx(
        'flex min-h-control items-center gap-1.5 rounded-md px-2 transition-colors pointer-coarse:min-h-11',
        isChosen ? 'bg-selected font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
      )}
    >
      {children}
      {count !== undefined && (
        <span className="font-normal text-faint tabular-nums">
          {' '}
          {numberFormat(i18n.language).format(count)}
          {count >= countedUpTo && '+'}
        </span>
      )}
    </a>
  )
}
