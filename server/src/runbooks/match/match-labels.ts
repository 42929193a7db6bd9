/** What a ticket can be told to be: a runbook, or a type that no single runbook covers. */
const runbookMark = 'runbook:'
const typeMark = 'type:'

export function runbookLabel(id: string): string {
  return runbookMark + id
}

export function typeLabel(type: string): string {
  return typeMark + type
}

export function labelled(label: string): { runbook: string | null; type: string | null } {
  return label.startsWith(runbookMark)
    ? { runbook: label.slice(runbookMark.length), type: null }
    : { runbook: null, type: label.slice(typeMark.length) }
}
