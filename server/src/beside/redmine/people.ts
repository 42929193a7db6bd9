import type { OutsidePerson } from '#server/beside/port.ts'
import type { RedmineSettings } from '#server/beside/beside-section.ts'
import type { RedmineClient } from './call-redmine.ts'
import { Memberships, OneUser } from './shapes.ts'

type Named = { id: number; name: string }

/** Who somebody is there, asked once for as long as this is kept: a turn of the mirror. */
export function redminePeople(client: RedmineClient, { staffRoles }: RedmineSettings) {
  const emails = new Map<number, Promise<string | null>>()
  const staff = new Map<number, Promise<ReadonlySet<number>>>()

  /** Only an administrator's key is told every address. */
  async function readEmail(id: number): Promise<string | null> {
    const answer = await client.get(`/users/${id}.json`, OneUser)
    return answer?.user.mail ?? null
  }

  async function readStaff(project: number): Promise<ReadonlySet<number>> {
    const found = new Set<number>()
    for (let offset = 0, total = 1; offset < total; offset += pageSize) {
      const path = `/projects/${project}/memberships.json?limit=${pageSize}&offset=${offset}`
      const page = await client.get(path, Memberships)
      total = page?.total_count ?? 0
      for (const { user, roles } of page?.memberships ?? []) {
        if (user && roles.some(({ name }) => staffRoles.includes(name))) found.add(user.id)
      }
    }
    return found
  }

  return {
    async who(person: Named, project: number): Promise<OutsidePerson> {
      const [email, team] = await Promise.all([
        once(emails, person.id, readEmail),
        once(staff, project, readStaff),
      ])
      return { name: person.name, email, isStaff: team.has(person.id) }
    },
    /** The member of the project with this address. */
    async idOf(email: string, project: number): Promise<number | null> {
      for (const id of await once(staff, project, readStaff)) {
        const own = await once(emails, id, readEmail)
        if (own?.toLowerCase() === email.toLowerCase()) return id
      }
      return null
    },
  }
}

const pageSize = 100

function once<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  read: (key: Key) => Promise<Value>,
): Promise<Value> {
  const asked = known.get(key) ?? read(key)
  known.set(key, asked)
  return asked
}
