import { holdsData } from '../../../private/recognise/recognition.ts'
import type { Row } from '../../../private/sources/source.ts'
import { pass, warn, type Check, type Finding } from '../../check.ts'
import type { TabLook } from '../../look/sheetLook.ts'

/** Tabs whose first rows are the same: a copy that somebody made for safety counts its rows a second time. */
export function tabsAlike(ids: readonly string[]): Check {
  return {
    id: 'tabs-alike',
    title: 'copies of tabs',
    needs: ['token'],
    run: async (context): Promise<Finding[]> => {
      const looks = await Promise.all(ids.map((id) => context.look(id).catch(() => [])))
      const data = looks.flat().filter(({ recognition }) => holdsData(recognition))
      const findings: Finding[] = []
      for (const [index, tab] of data.entries()) {
        const twin = data.slice(0, index).find((other) => areAlike(other, tab))
        if (!twin) continue
        findings.push(
          warn(
            `Tab ${label(tab)} begins with the same rows as tab ${label(twin)}: is it a copy?`,
            'Delete the copy, or leave it alone under "tabs" in the config: ignore: true. Else its rows may count twice.',
          ),
        )
      }
      if (findings.length > 0 || data.length < 2) return findings
      return [pass('No tab with data begins with the same rows as another')]
    },
  }
}

function areAlike(one: TabLook, other: TabLook): boolean {
  const rows = filled(one.peek.rows)
  return rows.length > 1 && JSON.stringify(rows) === JSON.stringify(filled(other.peek.rows))
}

function filled(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.some((cell) => cell !== null))
}

function label({ peek }: TabLook): string {
  return `"${peek.sheetTab.title}" of "${peek.tab.workbook}"`
}
