import type { HistoryReader } from '#server/imports/vendor.ts'

/** Desks whose own exports and APIs can be read; the first that fits a file reads it. */
export const vendorReaders: readonly HistoryReader[] = []
