import type { Message } from '@firstline/contract/tickets'
import { Fragment } from 'react'
import { useMe } from '#web/team/useMe.ts'
import { cx } from '#web/ui/cx.ts'

const link = /(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/

type MessageTextProps = { text: string; mentions?: Message['mentions'] }

/** Plain text as it was written; web addresses can be followed, and who is named stands out. */
export function MessageText({ text, mentions = [] }: MessageTextProps) {
  const ends = mentions.map(({ span }) => span.place + span.length)
  return (
    <p dir="auto" className="max-w-[72ch] leading-relaxed wrap-anywhere whitespace-pre-wrap">
      {mentions.map(({ person, span: { place } }, index) => (
        <Fragment key={place}>
          <PlainText text={text.slice(ends[index - 1] ?? 0, place)} />
          <Mentioned person={person} />
        </Fragment>
      ))}
      <PlainText text={text.slice(ends.at(-1) ?? 0)} />
    </p>
  )
}

/** By the name they have today. */
function Mentioned({ person }: { person: Message['mentions'][number]['person'] }) {
  const me = useMe()
  return (
    <span
      data-person={person.id}
      className={cx(
        'rounded-sm px-0.5 font-medium text-accent',
        person.id === me.id && 'bg-selected',
      )}
    >
      @{person.name}
    </span>
  )
}

function PlainText({ text }: { text: string }) {
  return text.split(link).map((part, index) =>
    link.test(part) ? (
      <a
        key={index}
        href={part}
        target="_blank"
        rel="noopener noreferrer"
        className="text-accent underline underline-offset-2"
      >
        {part}
      </a>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
