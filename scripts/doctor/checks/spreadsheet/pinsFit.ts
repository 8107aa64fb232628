import { pinOfTab } from '../../../private/recognise/pinOfTab.ts'
import type { TabPin } from '../../../private/config/config.ts'
import { fail, note, pass, type Check, type Finding } from '../../check.ts'

/** Whether every pin of the config finds a tab, in whatever spreadsheet. */
export function pinsFit(ids: readonly string[]): Check {
  return {
    id: 'pins-fit',
    title: 'whether every entry under "tabs" finds its tab',
    needs: ['token', ...ids.flatMap((id) => [`shared ${id}`, `kind ${id}`])],
    run: async (context): Promise<Finding[]> => {
      const { tabs: pins } = await context.config()
      if (pins.length === 0)
        return [note('The config pins no tab: names and headers alone say what a tab holds.')]
      const looks = await Promise.all(ids.map((id) => context.look(id)))
      const used = new Set(looks.flat().map(({ peek }) => pinOfTab(peek.tab, pins)))
      // A pin by number is looked at with its spreadsheet, a pin to leave alone may fit nothing.
      const unused = pins.filter((pin) => !used.has(pin) && !('ignore' in pin) && pin.sheet_id === undefined)
      if (unused.length === 0) return [pass('Every entry under "tabs" finds its tab')]
      return unused.map((pin) =>
        fail(
          `No tab fits the entry ${pinText(pin)} of the config.`,
          'Correct it under "tabs", or take it out. An earlier entry that fits the same tab wins.',
        ),
      )
    },
  }
}

function pinText({ file, tab, spreadsheet }: TabPin): string {
  const parts = [
    spreadsheet === undefined ? null : `spreadsheet ${spreadsheet}`,
    file === undefined ? null : `file "${file}"`,
    tab === undefined ? null : `tab "${tab}"`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
