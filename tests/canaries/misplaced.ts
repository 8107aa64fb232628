import { madeUpDigits, madeUpWord, type Planted } from './canary.ts'

/** Rows in whose provider, site or payer stands what belongs in another column; one person a row. */
const misplacedRows: Readonly<Record<'provider' | 'location' | 'payer', readonly number[]>> = {
  provider: [31, 32, 33],
  location: [34, 35, 36],
  payer: [37, 38, 39],
}

/** A patient's name, e-mail or telephone number that somebody typed into the wrong column; null in most rows. */
export function misplaced(
  planted: Planted,
  column: keyof typeof misplacedRows,
  index: number,
): string | null {
  const place = `in the ${column} column`
  const makers = [
    () => `${planted.text(`first name ${place}`)} ${planted.text(`last name ${place}`)}`,
    () => planted.given(`e-mail ${place}`, `${madeUpWord(`e-mail ${place}`)}@mail.example`),
    () => {
      const digits = madeUpDigits(`telephone ${place}`, 6)
      return planted.given(`telephone ${place}`, `(${digits.slice(0, 3)}) 555-0${digits.slice(3)}`)
    },
  ]
  return makers[misplacedRows[column].indexOf(index)]?.() ?? null
}
