import { RE2JS as Pattern } from '@bufbuild/re2'

/**
 * What the patterns of one evaluation may take together, in steps: as long as all characters a pattern is
 * tried on, times its size. A step takes a few nanoseconds, and a desk that decides answers nobody meanwhile.
 */
const mostSteps = 20_000_000
const longestPattern = 300
/** A pattern is made ready once; that takes as long as trying it on so many characters. */
const compileSteps = 1_000
const mostKept = 200

type Compiled = { pattern: Pattern; size: number }

const kept = new Map<string, Compiled>()
let stepsLeft = mostSteps

/** To be called before each evaluation, which is never interrupted by another. */
export function beginPatterns(): void {
  stepsLeft = mostSteps
}

/** What the library's `matches` asks. A pattern may be put together, of rows too, so it is judged here. */
export const boundedPatterns = {
  compile(text: string) {
    const { pattern, size } = recall(text)
    return {
      test(value: string): boolean {
        take(size * value.length)
        return pattern.test(value)
      },
    }
  },
}

function recall(text: string): Compiled {
  const known = kept.get(text)
  if (known) return known
  // none is made ready where nothing is left
  take(0)
  if (text.length > longestPattern) {
    throw new Error(`A pattern is longer than ${longestPattern} characters`)
  }
  const pattern = Pattern.compile(text)
  const size = pattern.re2().prog.numInst()
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, { pattern, size })
  take(size * compileSteps)
  return { pattern, size }
}

/** @throws Error which the condition has as its value: it is then not true */
function take(steps: number): void {
  stepsLeft -= steps
  if (stepsLeft < 0) throw new Error('Its patterns are too large for texts as long as these')
}
