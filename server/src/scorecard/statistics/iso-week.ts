const day = 86_400_000

/** The ISO 8601 name of the week that begins on this Monday (`2016-02-29` → `2016-W09`). */
export function isoWeekOf(monday: string): string {
  // A week belongs to the year its Thursday lies in.
  const thursday = new Date(Date.parse(monday) + 3 * day)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Every Monday from the first to the last, both included: a week without tickets is a week too. */
export function weeksBetween(first: string | undefined, last: string | undefined): string[] {
  const weeks: string[] = []
  if (first === undefined || last === undefined) return weeks
  for (let at = Date.parse(first); at <= Date.parse(last); at += 7 * day) {
    weeks.push(new Date(at).toISOString().slice(0, 10))
  }
  return weeks
}
