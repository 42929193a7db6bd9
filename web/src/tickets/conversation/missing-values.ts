export type MissingValue = { name: string; from: number; to: number }

/** As the desk marks what it has no value for: `[contact.first_name?]`. */
const mark = /\[([\w-]+(?:\.[\w-]+)+)\?\]/g

/** What is to be filled in before a text is sent, in its order. */
export function missingValuesOf(text: string): MissingValue[] {
  return [...text.matchAll(mark)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    from: index,
    to: index + whole.length,
  }))
}
