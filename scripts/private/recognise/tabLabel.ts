import type { Tab } from '../sources/source.ts'

/** A tab as messages name it; a delimited file is its own tab. */
export function tabLabel(tab: Pick<Tab, 'workbook' | 'name'>): string {
  return isOwnFile(tab) ? `"${tab.workbook}"` : `"${tab.name}" of ${tab.workbook}`
}

/** Whether the tab is a delimited file, whose tab name is only its file name again. */
export function isOwnFile(tab: Pick<Tab, 'workbook' | 'name'>): boolean {
  return tab.workbook.replace(/\.[^.]+$/, '') === tab.name
}
