import { columnLetter } from '../../../a1/columnLetter.ts'
import { pass, warn, type Check, type Finding } from '../../check.ts'
import { oddCells, type OddCells } from '../../look/oddCells.ts'
import { peekedRows } from '../../look/peekSpreadsheet.ts'
import type { TabLook } from '../../look/sheetLook.ts'

const remedies: Readonly<Record<OddCells['kind'], { readonly what: string; readonly remedy: string }>> = {
  'text date': {
    what: 'dates typed as text',
    remedy: 'Select the column, choose Format > Number > Date, and type anew what stays at the left.',
  },
  'long number': {
    what: 'numbers of 16 digits or more, whose last digits are lost',
    remedy: 'Select the column, choose Format > Number > Plain text, and paste the numbers again.',
  },
  'numbers among text': {
    what: 'numbers among codes written as text, so that 0123 and 123 do not meet',
    remedy: 'Select the column, choose Format > Number > Plain text, and paste it again.',
  },
  error: {
    what: 'formulas that end in an error',
    remedy: 'Mend the formulas; an error cell counts as empty, or its row is rejected.',
  },
}

/** Whether the first rows of data are typed as they should be. Says counts, never a value. */
export function cellsInOrder(id: string): Check {
  return {
    id: `cells ${id}`,
    title: 'how its cells are typed',
    needs: [`shared ${id}`, `kind ${id}`],
    run: async (context) => {
      const look = await context.look(id)
      const findings = look.flatMap(findingsOf)
      if (findings.length > 0) return findings
      return [
        pass(`Dates, codes and formulas of the first ${String(peekedRows)} rows are typed as they should be`),
      ]
    },
  }
}

function findingsOf({ peek, recognition }: TabLook): Finding[] {
  if (recognition.kind !== 'data') return []
  return oddCells(recognition, peek.rows).map(({ index, kind, count, field }) => {
    const { what, remedy } = remedies[kind]
    const column = `column ${columnLetter(index)} (${field})`
    return warn(
      `Tab "${peek.sheetTab.title}", ${column}: ${what} in ${count === 1 ? 'one' : String(count)} of the first rows.`,
      remedy,
    )
  })
}
