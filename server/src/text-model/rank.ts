export type Ranked = { label: number; margin: number; /** Over the best other. */ lead: number }

const most = 3

/** The three highest margins, best first. */
export function bestOf(margins: Float32Array): Ranked[] {
  const best: Omit<Ranked, 'lead'>[] = []
  for (const [label, margin] of margins.entries()) {
    const place = best.findIndex((other) => margin > other.margin)
    best.splice(place === -1 ? best.length : place, 0, { label, margin })
    best.length = Math.min(best.length, most)
  }
  return best.map(({ label, margin }, place) => {
    const rival = best[place === 0 ? 1 : 0]
    return { label, margin, lead: rival === undefined ? 0 : margin - rival.margin }
  })
}
