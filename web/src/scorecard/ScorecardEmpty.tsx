import { useTranslation } from 'react-i18next'
import { CommandText } from '#web/ui/CommandText.tsx'
import { nothingChosen } from './search.ts'
import { useScorecardSearch } from './useScorecard.ts'
import { Button } from '#web/ui/Button.tsx'

/** Nothing counted: either the filters leave nothing, or there is no history yet. */
export function ScorecardEmpty() {
  const { t } = useTranslation('scorecard')
  const { search, change } = useScorecardSearch()
  const isNarrowed = Object.entries(search).some(
    ([name, value]) => name !== 'share' && value !== undefined,
  )
  return (
    <div className="flex max-w-[60ch] flex-col items-start gap-3 py-10">
      <p className="text-md text-pretty">{isNarrowed ? t('empty.narrowed') : t('empty.history')}</p>
      {isNarrowed ? (
        <Button
          onPress={() =>
            change({ ...nothingChosen, weeks: undefined, from: undefined, to: undefined })
          }
        >
          {t('empty.reset')}
        </Button>
      ) : (
        <CommandText>npm run firstline -- import history.csv --from servicenow</CommandText>
      )}
    </div>
  )
}
