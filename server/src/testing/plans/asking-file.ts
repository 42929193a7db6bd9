const ofProject = /server\/src\/([\w./-]+\.ts)/
const ofTests = /\.test\.ts$|(?:^|\/)(?:testing|proofs)\//

/** @returns the file of the product nearest to where a stack was taken; null when that is a test's */
export function askingFileOf(stack: string): string | null {
  for (const line of stack.split('\n')) {
    const file = ofProject.exec(line)?.[1]
    if (file === undefined || passedThrough.has(file)) continue
    return ofTests.test(file) ? null : file
  }
  return null
}

/** They send what others ask. */
const passedThrough = new Set([
  'testing/plans/record-statements.ts',
  'database/keep-plan.ts',
  'core/release-once.ts',
])
