import type { Draft, DraftKind } from '@firstline/contract/drafts'
import { newId } from './factories.ts'
import { problem, serve } from './server.ts'

/** The drafts of one person on one ticket, kept as the real server does; `write` is another device. */
export function serveDrafts(ticketId: string, answers: Parameters<typeof serve>[0] = {}) {
  const drafts = new Map<DraftKind, Draft>()
  const kept: { text: string; keepalive: boolean }[] = []
  const server = { drafts, kept, isAway: false, write, asked: [] as string[] }
  const at = `/api/tickets/${ticketId}/drafts`
  const ofKind = (kind: DraftKind) => ({
    [`PUT ${at}/${kind}`]: (_: URL, request: RequestInit) => {
      reach()
      const { basedOn, text, choices } = JSON.parse(String(request.body))
      const there = drafts.get(kind)
      if (there && there.version !== basedOn) return refusal('draft.changed', { draft: there })
      if (!there && basedOn !== null) return refusal('draft.gone', {})
      kept.push({ text, keepalive: request.keepalive ?? false })
      return { body: write({ kind, text, choices }) }
    },
    [`DELETE ${at}/${kind}`]: ({ searchParams }: URL) => {
      reach()
      if (drafts.get(kind)?.version === searchParams.get('basedOn')) drafts.delete(kind)
      return { body: {} }
    },
  })
  const { asked } = serve({
    [`GET ${at}`]: () => {
      reach()
      return { body: { items: [...drafts.values()] } }
    },
    ...ofKind('reply'),
    ...ofKind('note'),
    ...answers,
  })
  return Object.assign(server, { asked })

  function reach(): void {
    if (server.isAway) throw new TypeError('Failed to fetch')
  }

  function write({ kind = 'reply', text = '', choices = {}, ...rest }: Partial<WrittenThere>) {
    const all = { ...noChoices, ...choices }
    const draft = { kind, text, choices: all, version: newId(), editedAt: '2026-03-02T12:00:00Z' }
    drafts.set(kind, { ...draft, ...rest })
    return { ...draft, ...rest }
  }
}

type WrittenThere = Omit<Draft, 'choices'> & { choices: Partial<Draft['choices']> }

const noChoices = {
  recipients: null,
  wait: false,
  summary: '',
  savedReply: null,
  named: [],
  sendingKey: null,
}

function refusal(reason: string, extra: { draft?: Draft }) {
  const { body } = problem(409, reason)
  return { status: 409, body: Object.assign({}, body, extra) }
}
