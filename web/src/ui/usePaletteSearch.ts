import type { LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'

export type Command = {
  id: string
  label: string
  detail?: string
  icon?: LucideIcon
  shortcut?: string
  /** Also found by these words. */
  keywords?: string
  run: () => void
}

export type CommandGroup = {
  id: string
  title: string
  /** Known at once; filtered by what is typed. */
  commands?: readonly Command[]
  /** Of exactly what is typed now, as something to be made of it. */
  offer?: (text: string) => readonly Command[]
  /** Asked while typing; `signal` ends when the text has changed. */
  search?: (text: string, signal: AbortSignal) => Promise<readonly Command[]>
}

export type PaletteGroup = {
  id: string
  title: string
  commands: readonly Command[]
  state: 'ready' | 'searching' | 'failed'
}

const pauseMs = 120

/** Each group answers for itself: a slow or failed one never holds back the others. */
export function usePaletteSearch(groups: readonly CommandGroup[], text: string): PaletteGroup[] {
  const answers = useAnswers(groups, text.trim())
  return groups.map((group) => {
    const answer = group.search && text.trim() ? answers.get(group.id) : undefined
    const isAsked = Boolean(group.search && text.trim())
    return {
      id: group.id,
      title: group.title,
      commands: [
        ...matching(group.commands ?? [], text),
        ...(text.trim() ? (group.offer?.(text.trim()) ?? []) : []),
        ...(answer?.commands ?? []),
      ],
      state: answer?.hasFailed
        ? 'failed'
        : isAsked && answer?.text !== text.trim()
          ? 'searching'
          : 'ready',
    }
  })
}

type Answer = {
  text: string
  commands: readonly Command[]
  hasFailed: boolean
}

function useAnswers(groups: readonly CommandGroup[], text: string): ReadonlyMap<string, Answer> {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map())
  useEffect(() => {
    if (!text) return
    const control = new AbortController()
    const pause = setTimeout(() => {
      for (const group of groups) {
        void ask(group, text, control.signal).then((answer) => keep(group.id, answer))
      }
    }, pauseMs)
    return () => {
      clearTimeout(pause)
      control.abort()
    }

    function keep(id: string, answer: Answer | null) {
      if (answer === null || control.signal.aborted) return
      setAnswers((others) => new Map([...others, [id, answer]]))
    }
  }, [groups, text])
  return answers
}

async function ask(
  { search }: CommandGroup,
  text: string,
  signal: AbortSignal,
): Promise<Answer | null> {
  if (!search) return null
  try {
    return { text, commands: await search(text, signal), hasFailed: false }
  } catch {
    return { text, commands: [], hasFailed: true } // shown as a line of its own
  }
}

function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ label, detail, keywords }) => {
    const haystack = `${label} ${detail ?? ''} ${keywords ?? ''}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
