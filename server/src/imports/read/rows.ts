export type Row = { line: number; fields: string[] }

/** A row or record that is not used, and why. `line` is the line of the file on which it begins. */
export type Refusal = {
  line: number
  reason: string
  detail: string
  /** The row or record as it came. */
  raw?: string | undefined
}
export type Refuse = (refusal: Refusal) => void
