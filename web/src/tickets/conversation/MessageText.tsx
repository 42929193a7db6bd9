import { Fragment } from 'react'

const link = /(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/

/** Plain text as it was written; web addresses can be followed. */
export function MessageText({ text }: { text: string }) {
  return (
    <p dir="auto" className="max-w-[72ch] leading-relaxed wrap-anywhere whitespace-pre-wrap">
      {text.split(link).map((part, index) =>
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
      )}
    </p>
  )
}
