import { Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { MoreButton } from '#web/MoreButton.tsx'
import { useMay } from '#web/team/useMe.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { NamedWin } from './NamedWin.tsx'
import { ProposedWin } from './ProposedWin.tsx'
import { useWins } from './useWins.ts'

/** What waits for a name, for those who may give it, and the board of what was named. */
export function Wins() {
  const mayDecide = useMay('win:decide')
  return (
    <div className="flex flex-col gap-8 pb-8">
      {mayDecide && <Proposals />}
      <Board />
    </div>
  )
}

function Proposals() {
  const { t } = useTranslation('learning')
  const list = useWins('proposed')
  const wins = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.data && wins.length === 0) return null
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals" className="px-4 text-md font-semibold sm:px-6">
        {t('win.proposals')}{' '}
        <span className="font-normal text-muted tabular-nums">{list.data?.pages[0]?.proposed}</span>
      </h2>
      <p className="mb-2 max-w-[72ch] px-4 text-sm text-pretty text-muted sm:px-6">
        {t('win.proposalsWhat')}
      </p>
      <Loaded query={list} lines={3}>
        {() => (
          <ul className="border-t border-line">
            {wins.map((win) => (
              <li key={win.id} className="border-b border-line">
                <ProposedWin win={win} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MoreButton list={list} className="p-4">
        {t('more')}
      </MoreButton>
    </section>
  )
}

/** By date, never by person: a board of stories, not of scores. */
function Board() {
  const { t } = useTranslation('learning')
  const list = useWins('named')
  return (
    <section aria-labelledby="board">
      <h2 id="board" className="px-4 pb-2 text-md font-semibold sm:px-6">
        {t('win.board')}
      </h2>
      <Loaded query={list}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <EmptyState icon={Trophy} text={t('win.empty')} />
          ) : (
            <ol className="border-t border-line">
              {pages
                .flatMap(({ items }) => items)
                .map((win) => (
                  <li key={win.id} className="border-b border-line">
                    <NamedWin win={win} />
                  </li>
                ))}
            </ol>
          )
        }
      </Loaded>
      <MoreButton list={list} className="p-4">
        {t('more')}
      </MoreButton>
    </section>
  )
}
