import type { SelfService as Answer } from '@firstline/contract/scorecard-insights'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { useFigures } from '#web/useFigures.ts'
import { Rate } from './Rate.tsx'
import { SectionHead } from './SectionHead.tsx'
import { useSelfService } from './useScorecard.ts'
import { useTypeName } from './useTypeName.ts'

/** What customers solved by themselves: beside the first line’s numbers, and in none of them. */
export function SelfService() {
  const { t } = useTranslation('scorecard')
  const query = useSelfService()
  if (query.data?.runbooks.length === 0) return null
  return (
    <section aria-labelledby="self-service" className="border-t border-line pt-5">
      <SectionHead
        id="self-service"
        title={t('selfService.title')}
        definition={t('selfService.definition')}
      />
      <Loaded query={query} lines={3} isCompact>
        {({ runbooks }) => <Runbooks runbooks={runbooks} />}
      </Loaded>
    </section>
  )
}

type Runbook = Answer['runbooks'][number]

function Runbooks({ runbooks }: Pick<Answer, 'runbooks'>) {
  const { t } = useTranslation('scorecard')
  const columns: TableColumn<Runbook>[] = [
    { id: 'runbook', title: t('selfService.runbook'), cell: ({ title }) => title },
    { id: 'type', title: t('selfService.type'), isSecondary: true, cell: typeCell },
    { id: 'attempts', title: t('selfService.attempts'), align: 'end', cell: attemptsCell },
    { id: 'solved', title: t('selfService.solved'), align: 'end', cell: solvedCell },
    { id: 'back', title: t('selfService.cameBack'), align: 'end', cell: cameBackCell },
    {
      id: 'broken',
      title: t('selfService.broken'),
      align: 'end',
      isSecondary: true,
      cell: brokenCell,
    },
  ]
  return (
    <div className="-mx-4 mt-1">
      <Table
        label={t('selfService.label')}
        columns={columns}
        rows={runbooks}
        rowKey={({ runbook }) => runbook}
      />
    </div>
  )
}

const typeCell = ({ type }: Runbook) => <TypeName type={type} />
const attemptsCell = ({ solved }: Runbook) => <Count of={solved.of} />
const solvedCell = ({ solved }: Runbook) => <Rate value={solved} />
const cameBackCell = ({ cameBack }: Runbook) => <Count of={cameBack} />
const brokenCell = ({ broken }: Runbook) => <Rate value={broken} />

function TypeName({ type }: Pick<Runbook, 'type'>) {
  return useTypeName()(type)
}

function Count({ of }: { of: number }) {
  return useFigures().count(of)
}
