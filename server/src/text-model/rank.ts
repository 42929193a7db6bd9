export type Ranked = { label: number; margin: number; /** Over the best other. */ lead: number }

const most = 3

/** The three highest margins, best first. */
export function bestOf(margins: Float32Array): Ranked[] {
  const best: number[] = []
  for (let label = 0; label < margins.length; label++) {
    const place = best.findIndex((other) => margins[label]! > margins[other]!)
    best.splice(place === -1 ? best.length : place, 0, label)
    best.length = Math.min(best.length, most)
  }
  return best.map((label, place) => {
    const rival = best[place === 0 ? 1 : 0]
    const margin = margins[label]!
    return { label, margin, lead: rival === undefined ? 0 : margin - margins[rival]! }
  })
}
