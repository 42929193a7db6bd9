import type { Line } from '@firstline/contract/common'
import type { Project } from '#server/project/project.ts'

export type Team = { id: string; name: string; line: Line }

/** Whom can be escalated to: the teams behind the first line, as the project names them. */
export function teamsOf({ lines }: Pick<Project, 'lines'>): Team[] {
  const behind = [...lines.l2.map(at('L2')), ...lines.l3.map(at('L3'))]
  return behind.map(([name, line]) => ({ id: slugOf(name), name, line }))
}

/** A team nobody listed is behind the first line all the same. */
export function lineOfTeam(project: Pick<Project, 'lines'>, team: string): Line {
  return teamsOf(project).find(({ id }) => id === slugOf(team))?.line ?? 'L2'
}

function at(line: Line) {
  return (name: string) => [name, line] as const
}

/** `Exports team` and `exports-team` are one. */
export function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
}
