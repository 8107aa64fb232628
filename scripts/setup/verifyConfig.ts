import { parseConfig } from '../private/config/parseConfig.ts'
import { pinOfTab } from '../private/recognise/pinOfTab.ts'
import { recogniseTab } from '../private/recognise/recogniseTab.ts'
import type { Recognition } from '../private/recognise/recognition.ts'
import { readHeaderAliases } from '../private/validate/reference/readHeaderAliases.ts'
import type { ReviewedTab } from './draft.ts'

/**
 * Reads the config as the sync will, and recognises the tabs by it once more. Throws if anything comes out
 * differently from what the person saw: such a config must not be written.
 */
export async function verifyConfig(text: string, tabs: readonly ReviewedTab[]): Promise<void> {
  const config = parseConfig(text, 'the new config')
  const peeks = tabs.map(({ peek }) => peek)
  const { aliases } = await readHeaderAliases(peeks, config)
  for (const { peek, recognition } of tabs) {
    const again = recogniseTab(peek, { aliases, pin: pinOfTab(peek.tab, config.tabs) })
    if (gist(again) === gist(recognition)) continue
    throw new Error(`invalid config: tab ${String(peek.order)} would be recognised differently`)
  }
}

function gist(recognition: Recognition): string {
  if (recognition.kind === 'ignored') return 'ignored'
  if (recognition.kind === 'refused') return `refused ${recognition.dataset}`
  if (recognition.kind === 'parts') return `${recognition.preset.id} ${recognition.parts.map(gist).join(' ')}`
  const { dataset, headerRow, columns } = recognition
  return JSON.stringify([dataset, headerRow, columns.map(({ field, index }) => `${field} ${index}`).sort()])
}
