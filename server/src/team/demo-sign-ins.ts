import type { Setup } from '@firstline/contract/team'

/** Three sign-ins for looking around. Known to everybody: they exist with the example only. */
export const demoSignIns: Setup['demoSignIns'] = [
  { name: 'Ada Berg', role: 'agent', email: 'ada@firstline.example', password: 'first-line-agent' },
  {
    name: 'Emil Rossi',
    role: 'engineer',
    email: 'emil@firstline.example',
    password: 'first-line-engineer',
  },
  {
    name: 'Lena Okafor',
    role: 'lead',
    email: 'lena@firstline.example',
    password: 'first-line-lead',
  },
]
