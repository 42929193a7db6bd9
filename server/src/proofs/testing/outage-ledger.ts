export type Kind = 'mail' | 'ticket' | 'reply' | 'note' | 'resolution' | 'run'

/** What a client wanted, by the words that are in nothing else. */
export type Wish = { kind: Kind; mark: string; isAcknowledged: boolean; tries: number }

/** What the clients write down: what they asked for, and what was said to be done. */
export type Ledger = {
  begin(kind: Kind, mark: string): Wish
  wishes: readonly Wish[]
  acknowledged(): number
  /** What must never be answered, whatever is away. */
  findings: string[]
  /** How often a client had no answer, or was told to come again. */
  refused: Map<string, number>
}

export function createLedger(): Ledger {
  const wishes: Wish[] = []
  return {
    wishes,
    findings: [],
    refused: new Map(),
    acknowledged: () => wishes.reduce((sum, wish) => sum + Number(wish.isAcknowledged), 0),
    begin(kind, mark) {
      const wish = { kind, mark, isAcknowledged: false, tries: 0 }
      wishes.push(wish)
      return wish
    },
  }
}
