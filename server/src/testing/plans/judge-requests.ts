import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { agreedRequests } from './agreed-requests.ts'
import type { RecordedRequest } from './record-requests.ts'

/** Holds what requests took to what is agreed. @returns those that took more, and those nobody agreed to */
export function judgeRequests(folder: string): { counted: number; findings: string[] } {
  const most = mostOf(recordedIn(folder))
  const findings = [...most].flatMap(([route, { statements, commits }]) => {
    const agreed = agreedRequests.get(route)
    if (!agreed && !ours.has(route)) return []
    if (!agreed) return [`${route} is not in agreed-requests.ts: ${statements}, ${commits}`]
    const [fewStatements, fewCommits] = agreed
    if (statements <= fewStatements && commits <= fewCommits) return []
    return [
      `${route} takes ${statements} statements and ${commits} commits; agreed are ${fewStatements} and ${fewCommits}`,
    ]
  })
  return { counted: most.size, findings }
}

/** Tests have servers with routes of their own. */
const ours: ReadonlySet<string> = new Set(
  Object.values<Route>(routes).map(
    ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  ),
)

function mostOf(requests: readonly RecordedRequest[]): Map<string, RecordedRequest> {
  const most = new Map<string, RecordedRequest>()
  for (const request of requests) {
    const route = `${request.method} ${request.url}`
    const before = most.get(route) ?? request
    most.set(route, {
      ...request,
      statements: Math.max(before.statements, request.statements),
      commits: Math.max(before.commits, request.commits),
    })
  }
  return most
}

function recordedIn(folder: string): RecordedRequest[] {
  const lines = readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'),
  )
  return lines.map((line) => JSON.parse(line) as RecordedRequest)
}
