/**
 * What the command line uses of the server in its own process: the only entry besides HTTP.
 * Nothing here may load the web server: a command that only counts should start at once.
 */
export {
  exportRecordOfDesk,
  proveEventOfDesk,
  rotateKeyOfDesk,
  sealStateOfDesk,
  verifyRecordFile,
  verifyRecordOfDesk,
} from './audit/record-of-desk.ts'
export { checkProof } from './audit/proof.ts'
export type { Proven } from './audit/proof.ts'
export type { SealState } from './audit/seal-state.ts'
export { RecordFault } from './audit/fault.ts'
export type { Fault } from './audit/fault.ts'
export type { Verdict } from './audit/verify-database.ts'
export type { Verified } from './audit/verify-record.ts'
export { readConfig } from './core/config.ts'
export type { Config } from './core/config.ts'
export { Refusal } from './core/errors.ts'
export { publishedSchemas } from './schemas/published-schemas.ts'
export { openDatabase } from './database/open-database.ts'
export { resolveSecret } from './core/secrets.ts'
export { exportFromDesk } from './imports/export-from-desk.ts'
export { fetchHistory } from './imports/fetch-history.ts'
export type { Progress as ImportProgress } from './imports/load-file.ts'
export { previewHistory } from './imports/preview-history.ts'
export type { HistoryPreview } from './imports/preview-history.ts'
export { createMeter } from './imports/meter.ts'
export { rejectLine } from './imports/reject-line.ts'
export { parseFieldChoice } from './imports/columns.ts'
export { formats, readers } from './imports/readers.ts'
export { importIntoDesk } from './imports/import-into-desk.ts'
export type { ImportReport } from './imports/import-history.ts'
export type { ReasonCount } from './imports/tally.ts'
export type { Refusal as RowRefusal } from './imports/rows.ts'
export type { ReadingChoice } from './imports/reading.ts'
export { scorecardOfFile } from './imports/scorecard-of-file.ts'
export type { FileScorecard } from './imports/scorecard-of-file.ts'
export { rebuildDesk } from './scorecard/facts/rebuild-desk.ts'
export { checkFolder, readRunbookFiles, testFolder } from './runbooks/publish/check-folder.ts'
export type { FolderReport, FolderTest } from './runbooks/publish/check-folder.ts'
export type { FolderProblem } from './runbooks/lint/lint-problem.ts'
export type { DeskRunbooks } from './runbooks-of-desk.ts'

/** Loaded when asked for: it brings all that may follow when a runbook is published. */
export async function openDeskRunbooks(url: string, folder: string) {
  const runbooks = await import('./runbooks-of-desk.ts')
  return runbooks.openDeskRunbooks(url, folder)
}
