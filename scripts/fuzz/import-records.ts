// Records of other desks with garbage in their fields, FUZZ_RUNS times 20 of each vendor.
import { desks } from '../../server/src/imports/vendors/testing/desks.ts'
import { tryHostileRecords } from '../../server/src/imports/vendors/testing/hostile-records.ts'

export async function run(): Promise<{ findings: number }> {
  const runs = Number(process.env.FUZZ_RUNS ?? 500)
  let findings = 0
  for (const desk of desks) {
    try {
      await tryHostileRecords(desk, runs)
    } catch (error) {
      findings += 1
      console.log(`${desk.name}: ${String(error)}`)
    }
  }
  return { findings }
}
