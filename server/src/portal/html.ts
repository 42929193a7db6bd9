type Part = Html | string | number | null | undefined | false | readonly Part[]

/**
 * Markup that may be sent. `html` alone makes it, from markup that stands in our files and from parts,
 * which are escaped unless they are markup of this kind: there is no way to put a text in as it is.
 */
export class Html {
  readonly #markup: string
  private constructor(markup: string) {
    this.#markup = markup
  }

  static of(markup: TemplateStringsArray, parts: readonly Part[]): Html {
    const written = markup.map((piece, place) => piece + Html.#written(parts[place]))
    return new Html(written.join(''))
  }

  static #written(part: Part): string {
    if (part instanceof Html) return part.#markup
    if (typeof part === 'object' && part !== null)
      return part.map((one) => Html.#written(one)).join('')
    return part === null || part === undefined || part === false ? '' : escaped(String(part))
  }

  toString(): string {
    return this.#markup
  }
}

/** Parts of attributes stand in double quotes: no other place is left by this escaping. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return Html.of(markup, parts)
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities.get(sign) ?? '')
}
