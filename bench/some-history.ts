/** A log of four rows a ticket, shuffled among 500 tickets at a time as a real log is. */
export function* someHistory(rows: number): Generator<string> {
  yield 'ticket,time,status,team,type\n'
  const statuses = ['New', 'In progress', 'Resolved', 'Closed']
  for (let row = 0; row < rows; row++) {
    const block = Math.floor(row / 2_000)
    const ticket = block * 500 + ((row * 7) % 500)
    const step = Math.floor((row % 2_000) / 500)
    const time = new Date(Date.UTC(2020, 0, 1) + block * 600_000 + step * 7_200_000 + row)
    const team = step > 0 && ticket % 3 === 0 ? 'Platform' : 'Desk'
    yield `T-${ticket},${time.toISOString()},${statuses[step]},${team},type ${ticket % 25}\n`
  }
}

/** Rows as wide as those of ServiceNow's audit of incidents: 36 columns, a tenth of them used. */
export function* someAudit(count: number): Generator<string> {
  const used = [
    'number', 'incident_state', 'sys_mod_count', 'sys_updated_at', 'opened_at', 'category',
    'assignment_group', 'assigned_to', 'contact_type', 'reassignment_count',
  ] // prettier-ignore
  const others = Array.from({ length: 26 }, (_, index) => `u_other_${index}`)
  yield `${[...used, ...others].join(',')}\n`
  const rest = others.map((_, index) => `Some value ${index}`).join(',')
  const states = ['New', 'Active', 'Awaiting User Info', 'Resolved', 'Closed']
  const start = Date.UTC(2016, 1, 29)
  for (let row = 0; row < count; row++) {
    const ticket = Math.floor(row / 5)
    const group = `Group ${row % 5 > 1 && ticket % 3 === 0 ? 70 : ticket % 60}`
    const [opened, updated] = [0, (row % 5) * 9].map((hours) =>
      dayFirst(new Date(start + ticket * 600_000 + hours * 3_600_000)),
    )
    yield (
      `INC${ticket},${states[row % 5]},${row % 5},${updated},${opened},Category ${ticket % 50},${group},` +
        `Resolver ${ticket % 200},Phone,0,${rest}\n`
    )
  }
}

function dayFirst(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T')
  return `${date.split('-').toReversed().join('/')} ${clock.slice(0, 5)}`
}
