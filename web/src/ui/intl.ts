/**
 * Formats of the reader's language. The platform takes a tenth of a millisecond to make one, a list of
 * tickets says hundreds of times and numbers: each is made once.
 */
export const dateFormat = kept(Intl.DateTimeFormat)
export const numberFormat = kept(Intl.NumberFormat)
export const listFormat = kept(Intl.ListFormat)

/** Where the reader's clock is. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function kept<Options, Format>(Kind: new (language: string, options?: Options) => Format) {
  const made = new Map<string, Format>()
  return (language: string, options?: Options): Format => {
    // who travels with an open page has another clock from then on
    const key = `${language} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`
    const format = made.get(key) ?? new Kind(language, options)
    made.set(key, format)
    return format
  }
}
