/** What somebody is about to do; without `input` its values are picked first. */
export type ActionIntent = {
  action: string
  title: string
  input: Record<string, unknown> | null
  runbookRunId?: string
}
