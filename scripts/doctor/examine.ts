import type { CheckGroup } from './check.ts'
import {
  allTabsGroup,
  configGroup,
  googleGroup,
  computerGroup,
  runsGroup,
  sharingGroup,
  spreadsheetGroup,
  statusGroup,
} from './checkGroups.ts'
import type { DoctorContext } from './context.ts'
import { runChecks, type Outcomes, type ReportGroup } from './runChecks.ts'

/**
 * The whole examination of one config, subject by subject. Never throws for what a check finds; `progress`
 * hears which subject is next.
 */
export async function examine(
  context: DoctorContext,
  progress: (text: string) => void = () => undefined,
): Promise<ReportGroup[]> {
  const outcomes: Outcomes = new Map()
  const report: ReportGroup[] = []
  const run = async (group: CheckGroup) => {
    progress(group.title)
    report.push(await runChecks(group, context, outcomes))
  }
  await run(computerGroup)
  await run(configGroup)
  await run(sharingGroup)
  const sheets = (await context.config().catch(() => null))?.sheets
  const ids = [...new Set(sheets?.spreadsheets.map(({ link }) => link))]
  if (sheets && ids.length === 0 && sheets.status_workbook === undefined) {
    await run(runsGroup)
    return report
  }
  await run(googleGroup)
  for (const id of ids) await run(spreadsheetGroup(id, await titleOf(id, context, outcomes)))
  if (ids.length > 0) await run(allTabsGroup(ids))
  await run(statusGroup)
  await run(runsGroup)
  return report
}

/** The spreadsheet's title, or as much of its id as tells it from others. */
async function titleOf(id: string, context: DoctorContext, outcomes: Outcomes): Promise<string> {
  if (outcomes.get('token') !== 'passed') return `Spreadsheet ${id}`
  const title = await context.spreadsheet(id).then(
    (found) => `"${found.title}"`,
    () => id,
  )
  return `Spreadsheet ${title}`
}
