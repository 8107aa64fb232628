import { defaultSettings } from '../private/settings.ts'
import { controlTab } from './controlTab.ts'
import { dataHeaders, type DataTabHeaders } from './dataHeaders.ts'
import { guideTab } from './guideTab.ts'
import { mapTabs } from './mapTabs.ts'
import { settingsTab } from './settingsTab.ts'
import { fieldColumn } from './templateColumn.ts'
import type { TemplateTab } from './templateTab.ts'
import { wordsTab } from './wordsTab.ts'

/**
 * The template workbook as plain data, tabs in order: how to fill it in, settings, data, maps, words,
 * control. `timeZone` (IANA name) is what the settings start with.
 */
export function templateTabs({ timeZone = defaultSettings.time_zone } = {}): readonly TemplateTab[] {
  const data = dataHeaders.map(dataTab)
  const filled = [settingsTab(timeZone), ...data, ...mapTabs()]
  const others = [...filled, wordsTab(filled), controlTab(data)]
  return [guideTab(others), ...others]
}

function dataTab({ name, dataset, purpose, headers }: DataTabHeaders): TemplateTab {
  return {
    name,
    kind: 'data',
    dataset,
    purpose,
    columns: Object.entries(headers).map(([field, header]) => fieldColumn({ dataset, field, header })),
    rows: [],
    cellRules: [],
    protection: 'none',
  }
}
