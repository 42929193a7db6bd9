/** Which record of which account an operation is about. */
export type Target = { accountId: string; id: string }

type FieldChange = { record: string; field: string; from: unknown; to: unknown }
export type Change = { summary: string; changes: FieldChange[] }
