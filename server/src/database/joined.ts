import { present } from '@firstline/contract/present'

/** What a left join found, by id and name: both are there, or neither. */
export function joined(
  id: string | null,
  name: string | null,
): { id: string; name: string } | null {
  return id === null ? null : { id, name: present(name) }
}
