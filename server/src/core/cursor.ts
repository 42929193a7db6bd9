import { Invalid } from '#server/core/errors.ts'

/** Where a list ordered by time and id, newest first, goes on. */
export type Cursor = { at: Date; id: string }

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url')
}

/** @throws Invalid `cursor.invalid` */
export function decodeCursor(text: string): Cursor {
  const [time = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|')
  const at = new Date(time)
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new Invalid('cursor.invalid', 'This cursor was not given by this list')
  }
  return { at, id }
}

/** Of rows that were read with one more than a page takes: the page, and its last where more follow. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
): { page: Row[]; last: Row | undefined } {
  const page = rows.slice(0, limit)
  return { page, last: rows.length > limit ? page.at(-1) : undefined }
}
