import { worklistIds } from '../private/worklists/worklist.ts'
import { bytesOf, fitLists } from './fitLists.ts'
import type { ListDraft } from './listDraft.ts'
import { officeTab } from './officeTab.ts'
import { rejectedTab } from './rejectedTab.ts'
import type { StatusReport } from './statusReport.ts'
import type { StatusSheet } from './statusSheet.ts'
import { statusTab } from './statusTab.ts'
import { unmappedTab } from './unmappedTab.ts'
import { endedWorklistTab, worklistTab } from './worklistTab.ts'

/** What one batch may weigh; Google names no limit, but ends a request after three minutes. */
export const batchBytes = 7_500_000

/**
 * The tabs of the status workbook after a run, Status first; pure. A list is written by a run that has
 * something to say about it: a run that never came to check rows leaves the lists of the run before, and each
 * list names its run at the top. Lists are cut to what a batch may hold, and say by how much.
 */
export function statusSheets(report: StatusReport): StatusSheet[] {
  const status = statusTab(report)
  const lists = [rejectedTab(report), unmappedTab(report), officeTab(report), ...worklistTabs(report)]
  const drafts = lists.filter((draft) => draft !== null)
  return [status, ...fitLists(drafts, batchBytes - bytesOf(status.rows))]
}

/** The run's worklists; one that only an earlier run had is ended, if this run made a ledger at all. */
function worklistTabs(report: StatusReport): ListDraft[] {
  const { worklists, health, run } = report
  const given = new Set(worklists.map(({ id }) => id))
  const ledger = worklists.length > 0 || (health !== null && run.outcome === 'published')
  const ended = ledger ? worklistIds.filter((id) => !given.has(id)) : []
  return [
    ...worklists.map((worklist) => worklistTab(report, worklist)),
    ...ended.map((id) => endedWorklistTab(report, id)),
  ]
}
