import { headerOf } from '#server/core/header-of.ts'
import { lastPart } from './read-github.ts'
import { textAt, valueAt } from '#server/changes/read-path.ts'
import type { ReadMessage } from './drafts.ts'

const live = /^dev\.cdevents\.service\.(?:deployed|upgraded|rolledback)(?:\.\d|$)/

/**
 * A CDEvent in a CloudEvent, whose attributes stand in the headers (binary) or around it (structured).
 * https://cdevents.dev/docs/continuous-deployment/
 */
export const readCdevents: ReadMessage = (body, headers) => {
  const event = eventIn(body)
  const type =
    textAt(event, 'context.type') ?? headerOf(headers, 'ce-type') ?? textAt(body, 'type') ?? ''
  if (!live.test(type)) return { ignored: `“${type}” tells no deploy` }
  const subject = textAt(event, 'subject.id')
  const source = textAt(event, 'context.source') ?? headerOf(headers, 'ce-source') ?? ''
  const id = textAt(event, 'context.id') ?? headerOf(headers, 'ce-id') ?? textAt(body, 'id')
  return [
    {
      services: [subject, lastPart(subject)],
      version: versionOf(textAt(event, 'subject.content.artifactId')),
      environment: textAt(
        event,
        'subject.content.environment.name',
        'subject.content.environment.id',
      ),
      at:
        textAt(event, 'context.timestamp') ?? headerOf(headers, 'ce-time') ?? textAt(body, 'time'),
      summary: /\.rolledback(?:\.|$)/.test(type) ? 'Rolled back' : undefined,
      url: textAt(event, 'context.links.0.url', 'subject.content.url'),
      id: id && `event ${source} ${id}`,
    },
  ]
}

function eventIn(body: unknown): unknown {
  const packed = textAt(body, 'data_base64')
  if (packed === undefined) return valueAt(body, 'data') ?? body
  try {
    return JSON.parse(Buffer.from(packed, 'base64').toString())
  } catch {
    return body
  }
}

/** Of a package URL its tag or version: `pkg:oci/shop@sha256%3A0b31…?tag=4.2` is 4.2. */
function versionOf(artifact: string | undefined): string | undefined {
  if (artifact === undefined || !artifact.startsWith('pkg:')) return artifact
  const [path = '', qualifiers = ''] = artifact.split('?')
  const tag = new URLSearchParams(qualifiers.split('#')[0]).get('tag')
  const version = path.includes('@') ? path.slice(path.lastIndexOf('@') + 1) : undefined
  return tag ?? (version === undefined ? artifact : decoded(version))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
