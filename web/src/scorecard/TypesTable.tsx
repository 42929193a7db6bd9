import type { Scorecard } from '@firstline/contract/scorecard'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn, TableSort } from '#web/ui/Table.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { Rate } from './Rate.tsx'
import { sortTypes, typeRows } from './type-rows.ts'
import type { TypeRow } from './type-rows.ts'
import { CostOfType, Course, ResolvedOfType, TypeName } from './TypeCells.tsx'
import { useFigures } from '#web/useFigures.ts'

const shownAtFirst = 12

/** The two numbers per type of ticket, each with its course. */
export function TypesTable({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const [sort, setSort] = useState<TableSort>({ column: 'cost', direction: 'descending' })
  const [isAll, setAll] = useState(false)
  const all = typeRows(card)
  const rows = sortTypes(all, sort)
  const columns = useColumns()
  return (
    <section aria-labelledby="by-type" className="border-t border-line pt-5">
      <div className="flex items-center gap-1">
        <h2 id="by-type" className="text-base font-semibold">
          {t('types.title')}
        </h2>
        <FigureHelp
          title={t('types.title')}
          definition={t('types.definition', {
            top: figures.wholePercent(all[0]?.reopenCeiling ?? 0),
          })}
        />
      </div>
      <div className="-mx-4 mt-1">
        <Table
          label={t('types.label')}
          columns={columns}
          rows={isAll ? rows : rows.slice(0, shownAtFirst)}
          rowKey={({ type }) => type ?? ''}
          sort={sort}
          onSort={setSort}
        />
      </div>
      {rows.length > shownAtFirst && !isAll && (
        <Button variant="ghost" size="small" onPress={() => setAll(true)}>
          {t('types.all', { count: rows.length })}
        </Button>
      )}
      {card.typesOmitted > 0 && (
        <p className="mt-2 text-sm text-muted">
          {t('types.omitted', { count: card.typesOmitted })}
        </p>
      )}
    </section>
  )
}

function useColumns(): TableColumn<TypeRow>[] {
  const { t } = useTranslation('scorecard')
  const number = { align: 'end', isSortable: true } as const
  const course = { title: t('types.course'), isSecondary: true } as const
  return [
    {
      id: 'type',
      title: t('types.type'),
      isSortable: true,
      isRowHeader: true,
      cell: nameCell,
    },
    { id: 'resolved', title: t('types.resolved'), ...number, cell: resolvedCell },
    { id: 'cost', title: t('types.cost'), ...number, isSecondary: true, cell: costCell },
    { id: 'l1', title: t('types.l1'), ...number, cell: l1Cell },
    { id: 'l1-course', ...course, cell: l1CourseCell },
    { id: 'reopen', title: t('types.reopen'), ...number, cell: reopenCell },
    { id: 'reopen-course', ...course, cell: reopenCourseCell },
    { id: 'held', title: t('types.held'), ...number, isSecondary: true, cell: heldCell },
  ]
}

const nameCell = ({ type }: TypeRow) => <TypeName type={type} />
const resolvedCell = (row: TypeRow) => <ResolvedOfType row={row} />
const costCell = (row: TypeRow) => <CostOfType row={row} />
const l1Cell = ({ l1 }: TypeRow) => <Rate value={l1} />
const l1CourseCell = (row: TypeRow) => <Course row={row} figure="l1" />
const reopenCell = ({ reopen }: TypeRow) => <Rate value={reopen} />
const reopenCourseCell = (row: TypeRow) => <Course row={row} figure="reopen" />
const heldCell = ({ heldL1 }: TypeRow) => <Rate value={heldL1} />
