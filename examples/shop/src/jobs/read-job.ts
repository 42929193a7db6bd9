import { Refused } from '#shop/http/refused.ts'
import type { Answer, Call } from '#shop/http/call.ts'
import type { Shop } from '#shop/shop.ts'

export const jobJson = `json_build_object('id', job.id, 'status', job.status, 'error', job.error)`

export async function readJob({ pool }: Shop, { id }: Call): Promise<Answer> {
  const { rows } = await pool.query<{ body: string }>(
    `select ${jobJson}::text as body from job where id = $1`,
    [id],
  )
  if (!rows[0]) throw new Refused(404, 'not_found', `There is no job ${id}`)
  return { status: 200, body: rows[0].body }
}
