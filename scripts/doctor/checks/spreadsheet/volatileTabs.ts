import { note, pass, warn, type Check, type Finding } from '../../check.ts'
import { peekFormulas } from '../../look/peekSpreadsheet.ts'
import { volatileFunctions } from '../../look/volatileFunctions.ts'

/** Whether formulas bring values from elsewhere, which Drive does not tell of. */
export function volatileTabs(id: string): Check {
  return {
    id: `volatile ${id}`,
    title: 'formulas that change by themselves',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context): Promise<Finding[]> => {
      const { sheets } = await context.config()
      if (!sheets.change_detection) return []
      const look = await context.look(id)
      if (look.every(({ recognition }) => recognition.kind === 'ignored')) return []
      const formulas = await peekFormulas(await context.google(), await context.spreadsheet(id))
      const found = look.flatMap(({ peek, recognition }, index) => {
        const names = recognition.kind === 'ignored' ? [] : volatileFunctions(formulas[index] ?? [])
        return names.length > 0 ? [`"${peek.sheetTab.title}" (${names.join(', ')})`] : []
      })
      const marked = sheets.spreadsheets.some((one) => one.link === id && one.volatile)
      if (found.length === 0) {
        return marked
          ? [
              note(
                'It is marked volatile in the config, so every run reads it; its first rows do not show why.',
              ),
            ]
          : [pass('Its first rows have no formulas that change by themselves')]
      }
      if (marked) return [pass(`It is marked volatile, and has reason to be: ${found.join(', ')}`)]
      return [
        warn(
          `Formulas that change without a change Drive would tell of: ${found.join(', ')}.`,
          'Mark it in the config, so that every run reads it: under "sheets: spreadsheets:", beneath its link, write volatile: true',
        ),
      ]
    },
  }
}
