import type { Words } from './describe-schema.ts'

const use = {
  id: 'Id of the action.',
  with: {
    text: 'Inputs filled from the checks and the answers of questions, where they are not simply the picks.',
    examples: [{ order_id: 'pick.order_id', street: 'street' }],
  },
  open: { text: 'Inputs that only the agent knows: open in the form.', examples: [['city']] },
}

/** The head of a runbook: what is checked, which cause it shows, what is done about it. */
export const runbookWords: Words = {
  apiVersion: 'Always firstline/v1.',
  kind: 'Always Runbook.',
  id: { text: 'Its id: lower-case words joined by “.”, “-” or “_”.', examples: ['export-missing'] },
  title: 'As people read it.',
  type: 'The type of ticket it is for, from firstline.yaml.',
  owner: { text: 'The team that keeps it right.', examples: ['team-exports'] },
  symptom: {
    text: 'What customers write; tickets are matched by it.',
    examples: [['my export never arrived']],
  },
  pick: {
    text: 'Which record the run is about: a column of a source; the agent chooses when there are several.',
    examples: [{ export_id: 'exports.recent.id' }],
  },
  checks:
    'Sources that are read at once, and questions for the agent. A check that times out has no value.',
  'checks.*.source': 'Id of the source.',
  'checks.*.with': { text: 'Its parameters.', examples: [{ id: 'pick.export_id' }] },
  'checks.*.ask': { text: 'A question only a person can answer.', examples: ['Is it in spam?'] },
  'checks.*.type': 'What the answer is.',
  'checks.*.options': 'The answers of an enum.',
  'checks.*.when': 'A CEL condition: asked only then.',
  causes: 'Exactly one must match; none or several mean that it is escalated.',
  'causes.*.when': {
    text: 'A CEL condition over the checks.',
    examples: ["!status.degraded && exp.status == 'failed'"],
  },
  'causes.*.reply':
    'What the reply is called; its text stands under the cause’s heading, below “### Say”.',
  'causes.*.action': 'The action, or several in order, that the agent previews and confirms.',
  'causes.*.action.id': use.id,
  'causes.*.action.with': use.with,
  'causes.*.action.open': use.open,
  'causes.*.action[].id': use.id,
  'causes.*.action[].with': use.with,
  'causes.*.action[].open': use.open,
  'causes.*.escalate': 'One of the escalations below.',
  escalate: 'Escalations by name.',
  'escalate.*.to': 'The team, as in firstline.yaml.',
  'escalate.*.send': {
    text: 'Identifiers the engineer needs, from the checks.',
    examples: [['exp.id', 'exp.trace_id']],
  },
  'escalate.*.because': 'The condition in words: why the first line cannot go on.',
  fixtures:
    'Findings and the cause they must lead to; at least one for every cause. Run by firstline test.',
  'fixtures[].given': 'Values of the checks.',
  'fixtures[].expect': 'The cause.',
}
