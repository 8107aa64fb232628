import { isFormula, type StandInCell } from './cell.ts'
import { quotedTitle } from './title.ts'

/** The formula with another tab's new title, where it names that tab. */
export function followRename(
  cell: StandInCell,
  titles: { readonly from: string; readonly to: string },
): StandInCell {
  if (!isFormula(cell)) return cell
  const inQuotes = `'${titles.from.replaceAll("'", "''")}'!`
  const formula = cell.formula
    .replaceAll(inQuotes, `${quotedTitle(titles.to)}!`)
    .replaceAll(bareReference(titles.from), (_, before: string) => `${before}${quotedTitle(titles.to)}!`)
  return formula === cell.formula ? cell : { ...cell, formula }
}

function bareReference(title: string): RegExp {
  return new RegExp(`(^|[^\\w.'])${title.replaceAll(/[^\w\s]/g, '\\$&')}!`, 'g')
}
