import type { ActionRequest } from '@firstline/contract/actions'
import { CodeText } from '#web/ui/CodeText.tsx'

/** The request as it goes out, its secrets left out by the server. */
export function RequestText({ request }: { request: ActionRequest }) {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`)
  const body = request.body === null ? [] : ['', JSON.stringify(request.body, null, 2)]
  return (
    <div className="mt-1">
      <CodeText isBlock>
        {[`${request.method} ${request.url}`, ...headers, ...body].join('\n')}
      </CodeText>
    </div>
  )
}
