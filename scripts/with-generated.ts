/** The page with what stands between its two marks written anew. */
export function withGenerated(page: string, what: string, text: string): string {
  const [begin, end] = [`<!-- ${what}: generated -->`, '<!-- end -->']
  const [before, rest] = page.split(begin)
  const after = rest?.slice(rest.indexOf(end) + end.length)
  if (after === undefined) throw new Error(`The page has no ${begin} … ${end}`)
  return `${before}${begin}\n${text}\n${end}${after}`
}
