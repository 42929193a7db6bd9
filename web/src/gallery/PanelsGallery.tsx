import { useState } from 'react'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { Badge } from '#web/ui/Status.tsx'
import { Specimen } from './Specimen.tsx'

const failure = {
  what: 'The exports source did not answer within 3 s.',
  safe: 'Nothing was changed; the other panels are current.',
  next: 'Try again, or look at the status page of exports.',
  requestId: 'req_7c1f90',
}

export function PanelsGallery() {
  const [readAt, setReadAt] = useState(() => new Date())
  const [minutesAgo] = useState(() => new Date(Date.now() - 14 * 60_000))
  const reload = () => setReadAt(new Date())
  return (
    <Specimen title="Panel">
      <div className="border-x border-t border-line">
        <Panel
          title="Exports"
          count={3}
          status="ready"
          readAt={readAt}
          onReload={reload}
          isCollapsible
          aside={<Badge meaning="broken">1 failed</Badge>}
        >
          <ul className="flex flex-col gap-1">
            <li className="flex items-center gap-2">
              <CopyableId value="exp_8fk2mq1z" /> <Badge meaning="broken">failed 2/5</Badge>
            </li>
            <li className="flex items-center gap-2">
              <CopyableId value="exp_3ka90dwe" /> <Badge meaning="held">completed</Badge>
            </li>
          </ul>
        </Panel>
        <Panel title="Loading" status="loading" onReload={reload} />
        <Panel
          title="Empty"
          status="empty"
          readAt={readAt}
          onReload={reload}
          empty={{
            text: 'No webhook was sent in the last 7 days.',
            action: { label: 'Look at 30 days', onPress: reload },
          }}
        />
        <Panel title="Error" status="error" failure={failure} onReload={reload} />
        <Panel title="Stale by age" status="ready" readAt={minutesAgo} onReload={reload}>
          Northwind Ltd · Pro
        </Panel>
        <Panel
          title="Stale by failure"
          status="ready"
          readAt={minutesAgo}
          failure={failure}
          onReload={reload}
        >
          Northwind Ltd · Pro
        </Panel>
        <Panel title="Reloading" status="ready" readAt={readAt} isReloading onReload={reload}>
          Northwind Ltd · Pro
        </Panel>
        <Panel title="Collapsed" status="ready" count={12} isCollapsible isInitiallyOpen={false} />
      </div>
    </Specimen>
  )
}
