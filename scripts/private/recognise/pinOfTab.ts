import type { TabPin } from '../config/config.ts'
import type { Tab } from '../sources/source.ts'

/** The first pin of the config that fits a tab; `*` in a pin's names stands for any letters. */
export function pinOfTab(tab: Pick<Tab, 'workbook' | 'name'>, pins: readonly TabPin[]): TabPin | undefined {
  return pins.find(
    (pin) => fits(pin.file, tab.workbook) && (pin.tab === undefined || fits(pin.tab, tab.name)),
  )
}

/** Case does not count, as in the file systems that people know. */
function fits(pattern: string, name: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`, 'iu').test(name.trim())
}
