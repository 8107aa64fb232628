import { problemsOf } from '../errors/problemsOf.ts'
import { SyncError } from '../errors/SyncError.ts'
import type { SheetsReading } from '../private/sources/sheets/sheetsReading.ts'
import { IntakeRefusal } from '../private/validate/IntakeRefusal.ts'
import { sendStatus } from '../status/sendStatus.ts'
import type { StatusReport } from '../status/statusReport.ts'
import type { SheetsRunEffects, SheetsRunOptions } from './sheetsRun.ts'
import type { SyncResult } from './sync.ts'

/** What the manager is to be told; `reading` is null where nothing could be read. */
export type News =
  | { readonly kind: 'published'; readonly result: SyncResult; readonly reading: SheetsReading }
  | { readonly kind: 'refused'; readonly error: unknown; readonly reading: SheetsReading | null }

/**
 * Writes the status workbook, if the config names one. Never throws what a person can mend: whatever keeps
 * the status from being written comes back as trouble, for a publication stands without it.
 */
export async function tellManager(
  news: News & { readonly startedAt: string },
  { config }: SheetsRunOptions,
  effects: SheetsRunEffects,
): Promise<SyncError[]> {
  const workbook = config.sheets.status_workbook
  if (workbook === undefined) return []
  effects.progress('writing the status workbook')
  try {
    const api = await effects.connections.writer()
    const run = { started: news.startedAt, finished: effects.now(), outcome: news.kind, dry: false } as const
    const timeZone = config.practice.time_zone ?? news.reading?.source.timeZone
    await sendStatus(api, workbook, {
      ...reportOf(news),
      run,
      ...(timeZone === undefined ? {} : { timeZone }),
      requests: effects.connections.requests(),
    })
    return []
  } catch (error) {
    if (error instanceof SyncError) return [error]
    throw error
  }
}

function reportOf(news: News): Omit<StatusReport, 'run' | 'requests' | 'timeZone'> {
  const spreadsheets = news.reading?.spreadsheets ?? []
  const source = news.reading?.source
  const link: StatusReport['link'] = (place) => source?.link?.(place) ?? null
  if (news.kind === 'published') {
    const { practice, health, intake, worklists, office } = news.result
    const { rejects, unmapped, controls } = intake
    return {
      practice,
      problems: [],
      spreadsheets,
      health,
      rejects,
      unmapped,
      worklists,
      office,
      controls,
      link,
    }
  }
  const refusal = news.error instanceof IntakeRefusal ? news.error : null
  return {
    practice: null,
    problems: problemsOf(news.error),
    spreadsheets,
    health: null,
    rejects: refusal?.rejects ?? [],
    unmapped: refusal?.unmapped ?? [],
    worklists: [],
    link,
  }
}
