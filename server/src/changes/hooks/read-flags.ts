import { listAt, textAt, textOf } from '#server/changes/read-path.ts'
import type { Draft, ReadMessage } from './drafts.ts'

/** An entry of LaunchDarkly's audit log: https://launchdarkly.com/docs/api/webhooks */
export const readLaunchdarkly: ReadMessage = (body) => {
  const kind = textAt(body, 'kind') ?? 'a message without kind'
  const accesses = listAt(body, 'accesses')
  const found = [
    ...listAt(body, 'target.resources').map(textOf),
    ...accesses.map((access) => textAt(access, 'resource')),
  ].flatMap((resource) => resourceOf(resource) ?? [])
  const [resource] = found
  if (!resource) return { ignored: `“${kind}” changes no flag in an environment` }
  const id = textAt(body, '_id')
  const author = textAt(body, 'member.email')
  const [page, link] = ['https://app.launchdarkly.com', textAt(body, '_links.site.href')]
  return [
    {
      kind: 'flag',
      name: resource.flag,
      services: [resource.flag, `${resource.project}/${resource.flag}`, resource.project],
      version: stateOf(textAt(body, 'titleVerb')) ?? textAt(accesses[0], 'action') ?? 'changed',
      environment: resource.environment,
      at: textAt(body, 'date'),
      author,
      summary: textAt(body, 'title', 'description'),
      url: link?.startsWith('/') ? `${page}${link}` : link,
      id: id && `entry ${id}`,
    },
  ]
}

/** `proj/web:env/production:flag/new-checkout;tag`, also of a segment. */
function resourceOf(resource: string | undefined) {
  const found =
    /^proj\/([^:;]+)(?:;[^:]*)?:env\/([^:;*]+)(?:[;*][^:]*)?:(?:flag|segment)\/([^:;]+)/.exec(
      resource ?? '',
    )
  if (!found) return undefined
  const [, project = '', environment = '', flag = ''] = found
  return { project, environment, flag }
}

function stateOf(verb: string | undefined): string | undefined {
  return /\bturned (on|off)\b/i.exec(verb ?? '')?.[1]?.toLowerCase()
}

/** What changes for the users of a flag; that it was made, described or tagged does not. */
const unleashStates = new Map<string, string>([
  ['feature-environment-enabled', 'on'],
  ['feature-environment-disabled', 'off'],
  ['feature-strategy-add', 'strategy added'],
  ['feature-strategy-update', 'strategy changed'],
  ['feature-strategy-remove', 'strategy removed'],
  ['feature-environment-variants-updated', 'variants changed'],
  ['feature-variants-updated', 'variants changed'],
  ['feature-archived', 'archived'],
  ['feature-revived', 'revived'],
  ['segment-updated', 'segment changed'],
  ['change-request-applied', 'change request applied'],
])

/** An event of Unleash as its webhook sends it without a template: https://docs.getunleash.io */
export const readUnleash: ReadMessage = (body) => {
  const type = textAt(body, 'type') ?? 'a message without type'
  const version = unleashStates.get(type)
  if (version === undefined) return { ignored: `“${type}” changes no flag in an environment` }
  const [name, project] = [textAt(body, 'featureName', 'data.name'), textAt(body, 'project')]
  const id = textAt(body, 'id')
  const draft: Draft = {
    kind: 'flag',
    name: name ?? project,
    services: [name, project && name && `${project}/${name}`, project ?? name],
    version,
    environment: textAt(body, 'environment'),
    at: textAt(body, 'createdAt'),
    author: textAt(body, 'createdBy'),
    summary: textAt(body, 'label', 'summary'),
    id: id && `event ${id}`,
  }
  return [draft]
}
