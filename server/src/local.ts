/**
 * What the command line uses of the server in its own process: the only entry besides HTTP.
 * Nothing here may load the web server: a command that only counts should start at once.
 */
export { Refusal } from './core/errors.ts'
export { openDatabase } from './core/open-database.ts'
export { importIntoDesk } from './imports/import-into-desk.ts'
export type { ImportReport } from './imports/import-history.ts'
export type { ReasonCount } from './imports/tally.ts'
export type { Refusal as RowRefusal } from './imports/read-rows.ts'
export type { ReadingChoice } from './imports/reading.ts'
export { scorecardOfFile } from './imports/scorecard-of-file.ts'
export type { FileScorecard } from './imports/scorecard-of-file.ts'
