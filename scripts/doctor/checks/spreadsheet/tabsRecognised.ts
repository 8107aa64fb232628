import type { Recognition } from '../../../private/recognise/recognition.ts'
import { fail, note, pass, warn, type Check, type Finding } from '../../check.ts'
import type { TabLook } from '../../look/sheetLook.ts'

/** What every tab is taken for, and what keeps one that is said to be data from being read. */
export function tabsRecognised(id: string): Check {
  return {
    id: `recognised ${id}`,
    title: 'what its tabs hold',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context) => {
      const look = await context.look(id)
      const findings = look.flatMap(findingsOf)
      if (look.some(({ recognition }) => recognition.kind !== 'ignored')) return findings
      return [
        ...findings,
        warn(
          'None of its tabs holds data that the dashboard knows.',
          'Name the datasets of its tabs under "tabs" in the config (npm run setup shows them), or take the spreadsheet out.',
        ),
      ]
    },
  }
}

function findingsOf({ peek, recognition }: TabLook): Finding[] {
  const name = `Tab "${peek.sheetTab.title}"`
  switch (recognition.kind) {
    case 'data':
      return [
        pass(`${name}: ${sayData(recognition)}`),
        ...recognition.warnings.map((text) => warn(text, 'Nothing needs doing if that is meant.')),
      ]
    case 'parts':
      return [
        pass(
          `${name}: ${recognition.preset.system} (${recognition.preset.report}), header in row ${String(recognition.headerRow)}`,
        ),
        ...[...recognition.warnings, ...recognition.caveats].map((text) => note(text)),
      ]
    case 'ignored':
      return [note(recognition.warning ?? `${name} holds no data and is left alone.`)]
    case 'refused':
      return recognition.errors.map(({ message, hint }) => fail(message, hint))
  }
}

function sayData({ dataset, headerRow, columns }: Extract<Recognition, { kind: 'data' }>): string {
  const count = columns.length === 1 ? '1 column' : `${String(columns.length)} columns`
  const where = headerRow === 0 ? 'headers from the config' : `header in row ${String(headerRow)}`
  return `${dataset}, ${where}, ${count} known`
}
