import { lazy, Suspense } from 'react'
import { Skeleton } from './Skeleton.tsx'

const ReactMarkdown = lazy(() => import('react-markdown'))

/** Prose from a file. Raw HTML in it is shown as text, links open in a new tab, no image loads. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <div className="prose">
        <ReactMarkdown components={{ a: ExternalLink, img: ImageName }}>{text}</ReactMarkdown>
      </div>
    </Suspense>
  )
}

function ExternalLink({ href, children }: React.ComponentProps<'a'>) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

// A remote image would tell its owner who reads this, and when.
function ImageName({ alt }: React.ComponentProps<'img'>) {
  return <em>{alt}</em>
}
