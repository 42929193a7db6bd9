// Run by a process that had to end before it could leave its PostgreSQL: leaves in its place, and ends
// the server if nobody else uses it.
import { leaveForAnother } from './embedded.ts'

await leaveForAnother(process.argv[2] ?? '')
