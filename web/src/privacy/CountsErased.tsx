import type { ErasureCounts } from '@firstline/contract/privacy'
import { useTranslation } from 'react-i18next'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { numberFormat } from '#web/ui/intl.ts'

const kinds = [
  'tickets',
  'messages',
  'otherMessages',
  'mails',
  'files',
  'ratings',
  'attempts',
  'sessions',
] as const satisfies readonly (keyof ErasureCounts)[]

/** What is erased of somebody, or would be; what they have nothing of is left out. */
export function CountsErased({ counts }: { counts: ErasureCounts }) {
  const { t, i18n } = useTranslation('privacy')
  const known = kinds.filter((kind) => counts[kind] > 0)
  if (known.length === 0) return <p className="text-pretty">{t('counts.nothing')}</p>
  return (
    <DefinitionList
      items={known.map((kind) => ({
        term: t(`counts.${kind}`),
        detail: (
          <span className="tabular-nums">{numberFormat(i18n.language).format(counts[kind])}</span>
        ),
      }))}
    />
  )
}
