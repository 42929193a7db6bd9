/** 90,000 → `90 s`, 600,000 → `10 min` */
export function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
