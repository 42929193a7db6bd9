import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { CodeText } from '#web/ui/CodeText.tsx'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Markdown } from '#web/ui/Markdown.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Sparkline } from '#web/ui/Sparkline.tsx'
import { Badge, Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { Specimen } from './Specimen.tsx'

const meanings: Meaning[] = ['held', 'pending', 'broken', 'escalated', 'estimate', 'neutral']
const types = [
  {
    type: 'exports.email-missing',
    resolved: 0.712,
    tickets: 118,
    trend: [58, 61, 60, 64, 66, 69, 70, 72],
  },
  {
    type: 'webhooks.not-fired',
    resolved: 0.433,
    tickets: 60,
    trend: [51, 47, null, 45, 44, 43, 41, 40],
  },
  {
    type: 'signin.session-broken',
    resolved: 0.905,
    tickets: 21,
    trend: [90, 90, 90, 90, 90, 90, 90, 90],
  },
]
const typeColumns: TableColumn<(typeof types)[number]>[] = [
  { id: 'type', title: 'Type', cell: (row) => row.type },
  {
    id: 'n',
    title: 'Tickets',
    align: 'end',
    cell: (row) => row.tickets,
    isSecondary: true,
  },
  {
    id: 'rate',
    title: 'L1',
    align: 'end',
    cell: (row) => `${(row.resolved * 100).toFixed(1)} %`,
  },
  {
    id: 'trend',
    title: '8 weeks',
    cell: (row) => <Sparkline points={row.trend} immatureFrom={6} label={`Trend of ${row.type}`} />,
  },
]
const prose = `## failed
The worker gave up after **five** attempts. Tell the customer that the export starts again now.

- the file arrives by mail within \`10 min\`
- nothing they did caused it; see [the runbook](https://example.com)

<script>alert(1)</script>`

export function ContentGallery() {
  const [start] = useState(() => Date.now())
  return (
    <div className="flex flex-col gap-6">
      <Specimen title="Status and Badge">
        <div className="flex flex-wrap gap-3">
          {meanings.map((meaning) => (
            <Status key={meaning} meaning={meaning}>
              {meaning}
            </Status>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          {meanings.map((meaning) => (
            <Badge key={meaning} meaning={meaning}>
              {meaning}
            </Badge>
          ))}
        </div>
      </Specimen>
      <Specimen title="Table, Sparkline">
        <Table
          label="Resolution by type"
          rows={types}
          rowKey={(row) => row.type}
          columns={typeColumns}
        />
      </Specimen>
      <Specimen title="Tabs">
        <Tabs
          label="Context"
          tabs={[
            { id: 'account', label: 'Account', content: <p className="p-4">Northwind Ltd</p> },
            { id: 'logs', label: 'Logs', count: 214, content: <p className="p-4">Logs</p> },
            { id: 'changes', label: 'Changes', count: 2, content: <p className="p-4">Changes</p> },
          ]}
        />
      </Specimen>
      <Specimen title="DefinitionList, times, ids">
        <DefinitionList
          items={[
            { term: 'Plan', detail: 'Pro, yearly' },
            {
              term: 'Trace',
              detail: <CopyableId value="4bf92f3577b34da6a3ce929d0e0e4736" label="4bf92f35" />,
            },
            { term: 'Now', detail: <RelativeTime at={new Date(start)} /> },
            { term: 'Yesterday', detail: <RelativeTime at={new Date(start - 30 * 3_600_000)} /> },
            { term: 'Last month', detail: <RelativeTime at={new Date(start - 40 * 86_400_000)} /> },
            { term: 'Undo until', detail: <Countdown until={new Date(start + 581_000)} /> },
            { term: 'Condition', detail: <CodeText>exp.status == 'failed'</CodeText> },
          ]}
        />
        <CodeText isBlock>
          {'14:02:11 exports worker timeout after 30 s\n14:02:12 exports gave up 5/5'}
        </CodeText>
      </Specimen>
      <Specimen title="EmptyState, ErrorState, Skeleton, Progress">
        <EmptyState
          icon={Inbox}
          text="No new tickets. The oldest open one waits in Open."
          action={{ label: 'Go to Open', onPress: () => {}, shortcut: 'g' }}
        />
        <ErrorState
          failure={{
            what: 'The queue could not be read.',
            safe: 'Nothing was lost.',
            next: 'Try again in a minute.',
            requestId: 'req_1',
          }}
          onRetry={() => {}}
        />
        <Skeleton lines={4} />
        <Progress label="Working" />
        <Progress label="Importing" value={62} />
      </Specimen>
      <Specimen title="Markdown">
        <Markdown text={prose} />
      </Specimen>
    </div>
  )
}
