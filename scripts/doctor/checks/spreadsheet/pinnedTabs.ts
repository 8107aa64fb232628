import { fitsPattern } from '../../../private/recognise/pinOfTab.ts'
import { fail, pass, warn, type Check, type Finding } from '../../check.ts'

/** Whether the tabs that the config pins by number are there, and still called as it says. */
export function pinnedTabs(id: string): Check {
  return {
    id: `pins ${id}`,
    title: 'the tabs that the config pins',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context): Promise<Finding[]> => {
      const { tabs } = await context.spreadsheet(id)
      const pins = (await context.config()).tabs.filter(
        (pin) => pin.spreadsheet === id && pin.sheet_id !== undefined,
      )
      if (pins.length === 0) return []
      const findings = pins.flatMap((pin): Finding[] => {
        const found = tabs.find((tab) => tab.sheetId === pin.sheet_id)
        const number = String(pin.sheet_id)
        if (!found && 'ignore' in pin) return []
        if (!found) {
          return [
            fail(
              `The tab "${pin.tab ?? '?'}" (number ${number}) was deleted.`,
              `Restore it (File > Version history), or change its entry under "tabs" in the config. The number of a tab stands in its address behind gid=. Tabs there: ${tabs.map(({ title }) => title).join(', ')}.`,
            ),
          ]
        }
        if (pin.tab === undefined || fitsPattern(pin.tab, found.title)) return []
        return [
          warn(
            `The tab "${pin.tab}" is called "${found.title}" now; it is followed by its number.`,
            `Write tab: ${found.title} into its entry under "tabs" in the config.`,
          ),
        ]
      })
      return findings.length > 0 ? findings : [pass('Every tab that the config pins is there')]
    },
  }
}
