import type { Page } from '@playwright/test'

/** SQL that would reach out, or open the way for it; the other origin's address stands for `%`. */
export const reachingStatements = [
  `select * from read_csv('%patients.csv')`,
  `select * from read_csv_auto('%patients.csv')`,
  `select * from read_json('%patients.json')`,
  `select * from read_parquet('%patients.parquet')`,
  `select * from read_text('%patients.txt')`,
  `select * from read_blob('%patients.bin')`,
  `select * from glob('%*')`,
  `select * from '%patients.csv'`,
  `select * from '%patients.parquet'`,
  `from '%patients.json'`,
  `copy (select 1) to '%stolen.csv'`,
  `copy (select 1) to 'stolen.csv'`,
  `export database '%stolen'`,
  `attach '%other.db' as other`,
  `attach 'other.db' as other`,
  `load httpfs`,
  `load '%evil.duckdb_extension.wasm'`,
  `set enable_external_access = true`,
  `set autoload_known_extensions = true`,
  `set autoinstall_known_extensions = true`,
  `set allow_community_extensions = true`,
  `set custom_extension_repository = '%'`,
  `set lock_configuration = false`,
  `reset lock_configuration`,
  `pragma enable_external_access = true`,
  `select 1; set enable_external_access = true; select * from read_csv('%patients.csv')`,
]

/** This engine says yes to these and does nothing. */
export const idleStatements = [`install httpfs`, `install httpfs from '%'`, `force install json from '%'`]

/** Keeps hold of the page's own engine, to send it statements as the page does. */
export async function holdEngine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Own = Worker
    const held: { worker?: Worker; connection?: unknown } = {}
    Object.assign(window, { held })
    window.Worker = class extends Own {
      constructor(url: string | URL) {
        super(url)
        held.worker = this
        const send = this.postMessage.bind(this) as (message: unknown, transfer?: unknown) => void
        this.postMessage = (message: { type?: string; data?: unknown[] }, transfer?: unknown) => {
          if (message.type === 'CREATE_PREPARED') held.connection = message.data?.[0]
          send(message, transfer)
        }
      }
    }
  })
}

/** What the page's own engine says to a statement: the type of its answer, and its words if it refuses. */
export function tell(page: Page, sql: string): Promise<string> {
  return page.evaluate((text) => {
    const { held } = window as unknown as { held: { worker: Worker; connection: unknown } }
    const messageId = 1_000_000_000 + Math.floor(performance.now() * 1000)
    return new Promise<string>((resolve) => {
      held.worker.addEventListener('message', function listen({ data }: MessageEvent) {
        const answer = data as { requestId: number; type: string; data?: { message?: string } }
        if (answer.requestId !== messageId) return
        held.worker.removeEventListener('message', listen)
        resolve(`${answer.type} ${answer.data?.message ?? ''}`)
      })
      held.worker.postMessage({ messageId, type: 'RUN_QUERY', data: [held.connection, text] })
    })
  }, sql)
}
