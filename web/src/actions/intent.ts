/** What somebody is about to do; without `input` its values are picked and typed first. */
export type ActionIntent = {
  action: string
  title: string
  input: Record<string, unknown> | null
  /** Values that are known already, where others are still to be filled in. */
  given?: Record<string, unknown>
  runbookRunId?: string
}
