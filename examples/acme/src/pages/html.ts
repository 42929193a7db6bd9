/** Markup that is safe to put into a page as it is. */
export type Markup = { text: string }
type Piece = Markup | string | number | null | undefined | false | Piece[]

/** Everything put in is escaped, except markup made by this same function. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  const text = strings.reduce((all, string, i) => all + toText(pieces[i - 1]) + string)
  return { text }
}

function toText(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (Array.isArray(piece)) return piece.map(toText).join('')
  if (typeof piece === 'object') return piece.text
  return escapeHtml(String(piece))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
