import type { ColumnRole } from '@firstline/contract/imports'

/** Header names the roles go by in exports and in process-mining logs, best first. */
export const usualNames: Partial<Record<ColumnRole, readonly string[]>> = {
  case: [
    'case id', 'case concept name', 'case', 'ticket id', 'ticket number', 'ticket',
    'incident id', 'incident number', 'incident', 'sr number', 'service request number',
    'request id', 'request number', 'ticket no', 'ticket nr', 'case no', 'issue key', 'issue id',
    'case number', 'case key', 'document key', 'ticket key', 'incident key', 'trace id', 'vorgangsnummer', 'vorgangs id',
    'vorgang', 'ticketnummer', 'fallnummer', 'fall id', 'numéro de ticket', 'numero de ticket',
    'número de ticket', 'número do ticket', 'number', 'id', 'key',
  ],
  time: [
    'complete timestamp', 'completed timestamp', 'time timestamp', 'event time', 'event timestamp',
    'timestamp', 'change date time', 'changed at', 'change time', 'change date', 'change timestamp',
    'date stamp', 'updated at', 'updated on', 'update time', 'updated', 'changed', 'changed on',
    'modified', 'modified at', 'modified on', 'modified date', 'last modified', 'last modified date', 'edit date',
    'sys updated at', 'sys updated on', 'sys created on', 'transition date', 'event date', 'event datetime', 'occurred at', 'logged at',
    'zeitstempel', 'zeitpunkt', 'geändert am', 'horodatage', 'date de modification', 'fecha',
    'fecha de modificación', 'time', 'datetime', 'date time', 'end time', 'end timestamp', 'date',
    'datum', 'at', 'created at', 'created', 'start timestamp', 'start time',
  ],
  status: [
    'status', 'ticket status', 'incident state', 'incident status', 'state', 'new status', 'to status', 'status to',
    'new state', 'new value', 'statut', 'état', 'estado', 'stato', 'activity', 'concept name',
    'activity name', 'activity type', 'incident activity type', 'event name', 'event', 'action',
    'task', 'aktivität', 'activité', 'actividad',
  ],
  substatus: ['sub status', 'lifecycle transition', 'lifecycle', 'status reason', 'sub state'],
  team: [
    'assignment group', 'assigned group', 'support group', 'involved st', 'support team', 'team',
    'group', 'work group', 'org group', 'queue', 'assigned team', 'assignee group',
    'assignment team', 'resolver group', 'owner group', 'group name', 'team name', 'gruppe',
    'bearbeitergruppe', 'zuständige gruppe', 'groupe', 'équipe', 'grupo', 'equipo', 'gruppo',
    'support level', 'support tier', 'support line', 'tier',
  ],
  person: [
    'org resource', 'resource', 'assigned to', 'assignee', 'person', 'agent', 'agent name', 'assigned agent', 'owner',
    'owner first name', 'user', 'bearbeiter', 'zugewiesen an', 'performed by', 'changed by', 'updated by', 'modified by',
  ],
  type: [
    'ticket type', 'type', 'category', 'case type', 'incident type', 'issue type', 'request type',
    'ticket category', 'kategorie', 'catégorie', 'categoría', 'categoria', 'product', 'service',
  ],
  channel: ['channel', 'contact type', 'contact channel', 'case origin', 'source', 'via', 'kanal', 'canal'],
  rating: ['rating', 'satisfaction', 'csat'],
  field: [
    'field', 'field name', 'changed field', 'field changed', 'attribute', 'attribute name',
    'property', 'feld', 'feldname', 'champ', 'campo',
  ],
  from: [
    'from', 'from value', 'from string', 'old value', 'previous value', 'old', 'value before',
    'original value', 'alter wert', 'von', 'ancienne valeur', 'valor anterior',
  ],
  to: [
    'to', 'to value', 'to string', 'new value', 'new', 'value after', 'changed to', 'neuer wert',
    'auf', 'nouvelle valeur', 'valor nuevo', 'nuevo valor',
  ],
  team_before: ['previous team', 'previous group', 'previous assignment group', 'from group', 'from team'],
  problem_started_at: ['problem started at', 'opened at', 'reported at'],
} // prettier-ignore
