import type { Database } from './database.ts'

/**
 * Whether an engine still answers, within `patienceMs`: one that ran out of memory fails every later query, the page's
 * own too.
 */
export async function isAlive(database: Pick<Database, 'query'>, patienceMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs)
  })
  const answered = database.query({ sql: 'select 1 as alive', params: [] }).then(
    () => true,
    () => false,
  )
  const alive = await Promise.race([silence, answered])
  clearTimeout(timer)
  return alive
}
