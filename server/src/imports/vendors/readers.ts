import { canonicalReader } from './read-canonical.ts'
import type { HistoryReader } from './vendor.ts'
import { vendorReaders } from './all.ts'

/** Everything that reads records; tables are read by their columns instead. */
export const readers: readonly HistoryReader[] = [canonicalReader, ...vendorReaders]
export const formats = ['servicenow', 'event-log', ...readers.map(({ name }) => name)] as const
