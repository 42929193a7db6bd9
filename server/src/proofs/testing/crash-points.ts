import type { Actor } from '#server/core/actor.ts'

/** Where a process ends; `null`: others end it, when the target sees its request. */
type End =
  | 'intended'
  | 'called'
  | 'at the end'
  | { word: 'begin' | 'commit'; of: 'desk' | 'shop'; nth: number; isSent: boolean }
  | null

export type Deed =
  | { by: Actor; ticketId: string; token: string }
  | { by: Actor; undoes: string }
  | { by: Actor; approvalId: string }
  | { settles: string }
  | { by: Actor; ticketId: string; note: string; key: string }
  | { update: string }

/** What a process that will be killed does, and where it kills itself. */
export type Doom = {
  place: { url: string; folder: string; env: NodeJS.ProcessEnv; secret: string }
  now: string
  /** Or it fetches mailboxes until it is killed. */
  deed: Deed | { fetches: 'mailboxes' }
  end: End
}

const desk = (word: 'begin' | 'commit', nth: number, isSent = false): End => ({
  word,
  of: 'desk',
  nth,
  isSent,
})

/** Every step of the executor at which it matters whether the process still lives. */
export const points = {
  'before the intent': desk('begin', 1),
  'intent not committed': desk('commit', 1),
  'intent being committed': desk('commit', 1, true),
  intended: 'intended',
  'being called': null,
  'between two attempts': null,
  'change not committed': { word: 'commit', of: 'shop', nth: 1, isSent: false },
  'change being committed': { word: 'commit', of: 'shop', nth: 1, isSent: true },
  called: 'called',
  'outcome not committed': desk('commit', 2),
  'outcome being committed': desk('commit', 2, true),
  recorded: 'at the end',
  'before the settlement': desk('begin', 1),
  'settlement not committed': desk('commit', 1),
  'settlement being committed': desk('commit', 1, true),
  settled: 'at the end',
  'second part not committed': desk('commit', 2),
  'second part being committed': desk('commit', 2, true),
  'all written, not let go': desk('commit', 4),
  'all being let go': desk('commit', 4, true),
} satisfies Record<string, End>
export type Point = keyof typeof points

const intending: Point[] = ['before the intent', 'intent not committed', 'intent being committed']
const calling: Point[] = ['being called', 'between two attempts']
const changing: Point[] = ['change not committed', 'change being committed']
const recording: Point[] = ['outcome not committed', 'outcome being committed', 'recorded']
const operation: Point[] = [...intending, 'intended', ...calling, 'called', ...recording]

/** All that there are, and the few of them that every test run looks at. */
export const crashes = {
  run: { all: operation, few: operation },
  undo: { all: operation, few: ['being called'] },
  approval: {
    all: operation,
    few: ['intent not committed', 'intent being committed', 'called'],
  },
  statement: {
    all: [...intending, 'intended', ...changing, 'called', ...recording],
    few: [...changing, 'called'],
  },
  settlement: {
    all: [
      'before the settlement',
      'settlement not committed',
      'settlement being committed',
      'settled',
    ],
    few: ['before the settlement', 'settlement not committed'],
  },
} satisfies Record<string, { all: Point[]; few: Point[] }>
export type Kind = keyof typeof crashes
