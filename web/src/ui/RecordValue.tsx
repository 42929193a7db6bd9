import { useTranslation } from 'react-i18next'
import { CodeText } from './CodeText.tsx'
import { DefinitionList } from './DefinitionList.tsx'

/** A value of unknown shape in a few words: "status completed · attempts 1 · size_mb 12". */
export function RecordSummary({ value, fields = 4 }: { value: unknown; fields?: number }) {
  const { t } = useTranslation('ui')
  if (Array.isArray(value)) return <span>{t('rowCount', { count: value.length })}</span>
  if (!isRecord(value)) return <PlainValue value={value} />
  const shown = Object.entries(value).filter(([, field]) => isPlain(field))
  return (
    <span className="min-w-0">
      {shown.slice(0, fields).map(([name, field], index) => (
        <span key={name}>
          {index > 0 && <span className="text-faint"> · </span>}
          <span className="text-muted">{name}</span> <PlainValue value={field} />
        </span>
      ))}
    </span>
  )
}

/** All of it: names and values below each other, nested parts as text. */
export function RecordDetails({ value }: { value: unknown }) {
  if (!isRecord(value)) {
    return isPlain(value) ? <PlainValue value={value} /> : <JsonText value={value} />
  }
  const items = Object.entries(value).map(([term, field]) => ({
    term,
    detail: isPlain(field) ? <PlainValue value={field} /> : <JsonText value={field} />,
  }))
  return (
    <div className="text-sm">
      <DefinitionList items={items} />
    </div>
  )
}

function JsonText({ value }: { value: unknown }) {
  return <CodeText isBlock>{JSON.stringify(value, null, 2)}</CodeText>
}

function PlainValue({ value }: { value: unknown }) {
  const { t, i18n } = useTranslation('ui')
  if (value === null || value === undefined || value === '')
    return <span className="text-faint">–</span>
  if (typeof value === 'boolean') return <span>{value ? t('yes') : t('no')}</span>
  if (typeof value === 'number') {
    return (
      <span className="tabular-nums">{new Intl.NumberFormat(i18n.language).format(value)}</span>
    )
  }
  return <span className="font-mono text-[0.92em] wrap-anywhere">{String(value)}</span>
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}
