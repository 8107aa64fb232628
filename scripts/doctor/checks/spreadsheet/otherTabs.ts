import type { SheetTab } from '../../../google/googleApi.ts'
import { note, warn, type Check, type Finding } from '../../check.ts'

/** Tabs without cells of their own, which the sync passes over. */
export function otherTabs(id: string): Check {
  return {
    id: `other-tabs ${id}`,
    title: 'tabs without cells',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context) => {
      const { tabs } = await context.spreadsheet(id)
      return tabs.flatMap((tab): Finding[] => {
        if (tab.type === 'GRID') return []
        return [findingOf(tab)]
      })
    },
  }
}

function findingOf({ title, type }: SheetTab): Finding {
  if (type === 'OBJECT') return note(`Tab "${title}" is a chart; it holds no rows.`)
  return warn(
    `Tab "${title}" is a connected table, whose rows the Sheets API does not give; the sync passes it over.`,
    `If its rows are needed: open it, choose Extract > New sheet, and let the extract refresh on a schedule.`,
  )
}
