import { system } from '#server/core/actor.ts'

const ofRule = 'rule:'

/** A rule of the project, by its id. */
export function ruleActor(id: string) {
  return system(`${ofRule}${id}`)
}

/** Whether the record says that a rule did it. */
export function isByRule({ actorKind, actorId }: { actorKind: string; actorId: string | null }) {
  return actorKind === 'system' && actorId?.startsWith(ofRule) === true
}
