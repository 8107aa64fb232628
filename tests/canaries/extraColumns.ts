import type { Dataset } from '../../scripts/private/contracts/dataset.ts'
import { madeUpDigits, madeUpWord, type Planted } from './canary.ts'
import type { MakeCell } from './plantedTabs.ts'

/** What nobody reads: every kind of thing that people keep beside a patient's name. */
export function extraColumns(planted: Planted, dataset: Dataset): { header: string; make: MakeCell }[] {
  const give = (what: string, value: (seed: string) => string) => (index: number) => {
    const seed = `${dataset}, ${what}, ${String(index % 3)}`
    return planted.given(seed, value(seed))
  }
  const digits = (seed: string, from: number, to: number) => madeUpDigits(seed, 12).slice(from, to)
  const word = (what: string) => (index: number) =>
    planted.text(`${dataset}, ${what}`, `n${String(index % 3)}`)
  return [
    {
      header: 'Guarantor',
      make: (index) => `${word('first name')(index)} ${word('last name')(index)}`,
    },
    {
      header: 'SSN',
      make: give('SSN', (seed) => `9${digits(seed, 0, 2)}-${digits(seed, 2, 4)}-${digits(seed, 4, 8)}`),
    },
    {
      header: 'Home Phone',
      make: give('telephone', (seed) => `(${digits(seed, 0, 3)}) 555-${digits(seed, 3, 7)}`),
    },
    { header: 'E-Mail', make: give('e-mail', (seed) => `${madeUpWord(seed)}@mail.example`) },
    { header: 'Born', make: birthday(planted, dataset) },
    { header: 'Street', make: give('street', (seed) => `${digits(seed, 0, 4)} ${madeUpWord(seed)} Lane`) },
    { header: 'ZIP', make: give('ZIP', (seed) => `${digits(seed, 0, 5)}-${digits(seed, 5, 9)}`) },
    { header: 'Account Balance', make: () => planted.money(`${dataset}, extra amount`) },
    { header: 'Remarks of the doctor', make: word('remark') },
    { header: planted.text(`${dataset}, header of an extra column`), make: word('extra column') },
    { header: '', make: word('column without a header') },
  ]
}

function birthday(planted: Planted, dataset: Dataset): MakeCell {
  return (index) => {
    const seed = Number(madeUpDigits(`${dataset} birthday`, 4)) + (index % 3)
    const day = new Date(Date.UTC(1921 + (seed % 60), seed % 12, 1 + (seed % 28))).toISOString().slice(0, 10)
    return { day: planted.day(`${dataset}, birthday`, day) }
  }
}
