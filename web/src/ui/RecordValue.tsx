import { useTranslation } from 'react-i18next'
import { numberFormat } from './intl.ts'
import { ageOf } from './age.ts'
import { CodeText } from './CodeText.tsx'
import { DefinitionList } from './DefinitionList.tsx'
import { isPlain, isRecord, isSeconds, isTime, tellingFields, textOf } from './record-fields.ts'
import { RelativeTime } from './RelativeTime.tsx'
import { useFieldWords } from './useFieldWords.ts'

type RecordSummaryProps = {
  value: unknown
  /** At most so many. */
  fields?: number
  without?: readonly string[]
}

/** A value of unknown shape in a few words: "status completed · attempts 1 · age 2 min". */
export function RecordSummary({ value, fields = 4, without = [] }: RecordSummaryProps) {
  const { t } = useTranslation('ui')
  const fieldWords = useFieldWords()
  if (Array.isArray(value)) return <span>{t('rowCount', { count: value.length })}</span>
  if (!isRecord(value)) return <PlainValue value={value} />
  return (
    <span className="min-w-0">
      {tellingFields(value, without)
        .slice(0, fields)
        .map(([name, field], index) => (
          <span key={name}>
            {index > 0 && <span className="text-faint"> · </span>}
            <span className="text-muted">{fieldWords(name, field)}</span>{' '}
            <FieldValue name={name} value={field} />
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
    detail: isPlain(field) ? <FieldValue name={term} value={field} /> : <JsonText value={field} />,
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

/** A value by what it is: a moment, an age, a number, yes or no, words. */
export function FieldValue({ name, value }: { name: string; value: unknown }) {
  const { t } = useTranslation('ui')
  if (isTime(value)) return <RelativeTime at={value} />
  if (!isSeconds(name, value)) return <PlainValue value={value} />
  const { unit, count } = ageOf(value)
  return <span className="tabular-nums">{t(`age.${unit}`, { count })}</span>
}

function PlainValue({ value }: { value: unknown }) {
  const { t, i18n } = useTranslation('ui')
  if (value === null || value === undefined || value === '')
    return <span className="text-faint">–</span>
  if (typeof value === 'boolean') return <span>{value ? t('yes') : t('no')}</span>
  if (typeof value === 'number') {
    return <span className="tabular-nums">{numberFormat(i18n.language).format(value)}</span>
  }
  return <span className="font-mono text-[0.92em] wrap-anywhere">{textOf(value)}</span>
}
