import type { RunbookProblem } from '@firstline/contract/runbooks'
import { Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { useMedia } from '#web/ui/useMedia.ts'
import { ProblemList } from '../ProblemList.tsx'
import { FixtureResults } from './FixtureResults.tsx'
import { CodeEditor } from './lazy-code.ts'
import { RunbookForm } from './RunbookForm.tsx'
import { Trial } from './Trial.tsx'
import { useFixtures } from './useChecked.ts'

type EditorWorkProps = {
  text: string
  /** The same after a pause: what the server is asked about. */
  paused: string
  onChange: (text: string) => void
  problems: readonly RunbookProblem[]
  lintFailure: unknown
}

type Shown = 'form' | 'source' | 'problems' | 'cases' | 'try'

/** Form and source beside each other, what the server says of them below; on a phone, tabs. */
export function EditorWork(props: EditorWorkProps) {
  const { text, paused, onChange, problems } = props
  const { t } = useTranslation('editor')
  const isWide = useMedia('(min-width: 64rem)')
  const [place, setPlace] = useState<{ line: number } | null>(null)
  const [chosen, setChosen] = useState<Shown>()
  const [isSourceKept, keepSource] = useState(false)
  const shown = chosen ?? (isWide ? 'problems' : 'form')
  const form = <RunbookForm {...useFormText(text, onChange)} />
  const source = (
    <Suspense
      fallback={
        <Padded>
          <Skeleton lines={12} />
        </Padded>
      }
    >
      <CodeEditor
        label={t('text')}
        value={text}
        onChange={onChange}
        problems={problems}
        place={place}
      />
    </Suspense>
  )
  const checks = [
    {
      id: 'problems' as const,
      label: t('problems'),
      count: problems.length,
      content: <Problems {...props} onGoTo={goTo} />,
    },
    {
      id: 'cases' as const,
      label: t('cases'),
      content: <Cases source={paused} isShown={shown === 'cases'} onGoTo={goTo} />,
    },
    {
      id: 'try' as const,
      label: t('tryTab'),
      content: (
        <Padded>
          <Trial source={text} />
        </Padded>
      ),
    },
  ]
  if (!isWide) {
    const tabs = [
      { id: 'form' as const, label: t('form'), content: <Padded>{form}</Padded> },
      { id: 'source' as const, label: t('source'), isKept: isSourceKept, content: source },
      ...checks,
    ]
    return (
      <div className="-mx-4 flex min-h-72 flex-1 flex-col sm:-mx-6">
        <Tabs label={t('views')} tabs={tabs} selected={shown} onSelect={choose} />
      </div>
    )
  }
  return (
    <div className="grid min-h-72 flex-1 grid-cols-2 gap-4">
      <div className="min-h-0 overflow-y-auto rounded-md border border-line bg-surface p-4">
        {form}
      </div>
      <div className="flex min-h-0 flex-col gap-4">
        <div className="min-h-0 flex-3 overflow-hidden rounded-md border border-control focus-within:border-accent">
          {source}
        </div>
        <div className="flex min-h-0 flex-2 flex-col overflow-hidden rounded-md border border-line bg-surface">
          <Tabs label={t('checksOfText')} tabs={checks} selected={shown} onSelect={choose} />
        </div>
      </div>
    </div>
  )

  /** Once it was shown, the source stays: what can be undone in it is not lost to another tab. */
  function choose(next: Shown) {
    if (next === 'source') keepSource(true)
    setChosen(next)
  }

  function goTo(line: number) {
    if (!isWide) choose('source')
    setPlace({ line })
  }
}

/** What is typed in the source comes into the form when there is time; what is typed in the form, at once. */
function useFormText(text: string, onChange: (text: string) => void) {
  const deferred = useDeferredValue(text)
  const [written, setWritten] = useState(text)
  const latest = useRef({ text, onChange })
  useEffect(() => {
    latest.current = { text, onChange }
  })
  const change = useCallback((apply: (text: string) => string) => {
    const next = apply(latest.current.text)
    setWritten(next)
    latest.current.onChange(next)
  }, [])
  return { text: written === text ? text : deferred, onChange: change }
}

type GoTo = { onGoTo: (line: number) => void }

function Problems({ problems, lintFailure, onGoTo }: EditorWorkProps & GoTo) {
  const { t } = useTranslation('editor')
  const failureOf = useFailure()
  return (
    <Padded>
      {lintFailure ? (
        <ErrorState isCompact failure={failureOf(lintFailure)} />
      ) : (
        <ProblemList problems={problems} onGoTo={onGoTo} allWell={t('allWell')} />
      )}
    </Padded>
  )
}

function Cases({ source, isShown, onGoTo }: { source: string; isShown: boolean } & GoTo) {
  const failureOf = useFailure()
  const fixtures = useFixtures(source, isShown)
  return (
    <Padded>
      {fixtures.isPending && <Skeleton lines={3} />}
      {fixtures.error && <ErrorState isCompact failure={failureOf(fixtures.error)} />}
      {fixtures.data && <FixtureResults test={fixtures.data} onGoTo={onGoTo} />}
    </Padded>
  )
}

function Padded({ children }: { children: ReactNode }) {
  return <div className="p-4">{children}</div>
}
