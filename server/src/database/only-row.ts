/** Of a statement that answers one row whatever there is, as one that only counts does. @throws when it did not */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('A statement that answers one row answered none')
  return row
}
