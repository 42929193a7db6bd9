import type { PanelColumn } from '@firstline/contract/accounts'
import { present } from '@firstline/contract/present'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dateFormat, numberFormat } from '#web/ui/intl.ts'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { isTime, textOf } from '#web/ui/record-fields.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Badge } from '#web/ui/Status.tsx'

/** A value as its column says it is to be shown. */
export function PanelValue({ column, value }: { column: PanelColumn; value: unknown }) {
  const { t, i18n } = useTranslation('accounts')
  if (value === null || value === undefined || value === '') {
    return <span className="text-faint">–</span>
  }
  if (column.isMasked) {
    return (
      <span className="inline-flex max-w-full items-center gap-1 text-muted" title={t('masked')}>
        <Lock aria-label={t('masked')} size={11} className="shrink-0 text-faint" />
        <span className="truncate">{textOf(value)}</span>
      </span>
    )
  }
  switch (column.as) {
    case 'code':
      return <CopyableId value={textOf(value)} />
    case 'ago':
      return isTime(value) ? <RelativeTime at={value} /> : <>{textOf(value)}</>
    case 'time':
      return <>{isTime(value) ? timeWords(value, i18n.language) : textOf(value)}</>
    case 'badge':
      return isWrong(value) ? (
        <Badge meaning="broken">{textOf(value)}</Badge>
      ) : (
        <span>{wordOf(value, t('yes'), t('no'))}</span>
      )
    case 'boolean':
      return <>{wordOf(value, t('yes'), t('no'))}</>
    case 'number':
      return <span className="tabular-nums">{numberWords(value, i18n.language)}</span>
    case 'bytes':
      return <span className="tabular-nums">{bytesWords(value, i18n.language)}</span>
    case 'text':
      return <span className="wrap-anywhere">{textOf(value)}</span>
  }
}

/** Words that systems use for what went wrong; every other state is just a state. */
const wrong = /^(failed|failing|error|stuck|broken|bounced|suppressed|outage|past_due|blocked)$/i

export function isWrong(value: unknown): boolean {
  return wrong.test(textOf(value))
}

function wordOf(value: unknown, yes: string, no: string): string {
  if (typeof value === 'boolean') return value ? yes : no
  return textOf(value)
}

function timeWords(at: string, language: string): string {
  return dateFormat(language, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at))
}

function numberWords(value: unknown, language: string): string {
  const number = Number(value)
  return Number.isNaN(number) ? textOf(value) : numberFormat(language).format(number)
}

export function bytesWords(value: unknown, language: string): string {
  const bytes = Number(value)
  if (Number.isNaN(bytes)) return textOf(value)
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const format = { style: 'unit', unit: present(units[step]), maximumFractionDigits: 1 } as const
  return numberFormat(language, format).format(bytes / 1_000 ** step)
}
