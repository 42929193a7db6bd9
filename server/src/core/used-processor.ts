/** @returns milliseconds of the processor that this process has used since its start */
export function usedProcessorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
