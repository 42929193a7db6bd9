import { CreateAiAgent } from '@firstline/contract/ai-agents'
import type { AiAgent, AiTool } from '@firstline/contract/ai-agents'
import type { Line } from '@firstline/contract/common'

/** Limits as they are being set; of a list, none chosen means all. */
export type AiLimits = {
  tools: readonly AiTool[]
  lines: readonly Line[]
  types: readonly string[]
  waitsForPerson: boolean
  /** As typed. */
  callsPerMinute: string
  actionsPerHour: string
}

const { callsPerMinute, actionsPerHour } = CreateAiAgent.shape

export const usualLimits: AiLimits = {
  tools: [],
  lines: [],
  types: [],
  waitsForPerson: false,
  callsPerMinute: String(callsPerMinute.parse(undefined)),
  actionsPerHour: String(actionsPerHour.parse(undefined)),
}

export function limitsOf(agent: AiAgent): AiLimits {
  return {
    tools: agent.tools ?? [],
    lines: agent.lines ?? [],
    types: agent.types ?? [],
    waitsForPerson: agent.waitsForPerson,
    callsPerMinute: String(agent.callsPerMinute),
    actionsPerHour: String(agent.actionsPerHour),
  }
}

/** @returns null while a rate is no number the server takes */
export function readLimits(limits: AiLimits) {
  if (!isRate('callsPerMinute', limits) || !isRate('actionsPerHour', limits)) return null
  return {
    tools: someOf(limits.tools),
    lines: someOf(limits.lines),
    types: someOf(limits.types),
    waitsForPerson: limits.waitsForPerson,
    callsPerMinute: Number(limits.callsPerMinute),
    actionsPerHour: Number(limits.actionsPerHour),
  }
}

export function isRate(rate: 'callsPerMinute' | 'actionsPerHour', limits: AiLimits): boolean {
  const typed = limits[rate].trim()
  return typed !== '' && CreateAiAgent.shape[rate].safeParse(Number(typed)).success
}

function someOf<T>(chosen: readonly T[]): T[] | null {
  return chosen.length > 0 ? [...chosen] : null
}
