const realTimeout = globalThis.setTimeout
const isAsked = Boolean(process.env.FIRSTLINE_TEST_LATE)

/**
 * With `FIRSTLINE_TEST_LATE=1` the answers of PostgreSQL come late at random, as on a machine that is
 * busy with something else: a test that takes what comes first for what comes always fails then.
 */
export function sometimesLate<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const ms = isAsked ? someDelayMs() : 0
  return ms > 0 ? late(answer, ms) : answer
}

async function late<Answer>(answer: Promise<Answer>, ms: number): Promise<Answer> {
  try {
    return await answer
  } finally {
    await new Promise((resume) => realTimeout(resume, ms))
  }
}

/** Most are not late at all, a few are very. */
function someDelayMs(): number {
  const chance = Math.random()
  if (chance < 0.015) return 80 + Math.random() * 200
  return chance < 0.2 ? Math.random() * 10 : 0
}
