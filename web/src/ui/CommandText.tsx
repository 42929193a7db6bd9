/** What is typed in a terminal: wrapped where the page is narrow, and copied as one line. */
export function CommandText({ children }: { children: string }) {
  return (
    <pre className="rounded-md border border-line bg-canvas px-3 py-2 text-sm leading-normal wrap-anywhere whitespace-pre-wrap select-all">
      <code>{children}</code>
    </pre>
  )
}
