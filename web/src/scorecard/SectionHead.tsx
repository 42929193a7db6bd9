import { FigureHelp } from './FigureHelp.tsx'

/** The heading of a part of the page, with how it is computed. */
export function SectionHead(props: { id: string; title: string; definition: string }) {
  const { id, title, definition } = props
  return (
    <div className="flex items-center gap-1">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <FigureHelp title={title} definition={definition} />
    </div>
  )
}
