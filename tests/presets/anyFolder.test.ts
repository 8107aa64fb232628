import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { screenWidth, tabLines } from '../../scripts/sync/tabLines.ts'
import { takeInFiles } from '../mess/takeIn.ts'
import { everyReport } from './reports/everyReport.ts'
import { reportFile, reportsConfig } from './reports/reportFile.ts'
import type { SampleReport } from './reports/sampleReport.ts'

/** What else lies in folders: a list that other reports are read with, and one that is no data. */
const others: readonly SampleReport[] = [
  {
    file: 'payers.csv',
    preset: null,
    content: 'Payer ID,Name,Class\nA,Acme,Commercial\nM,Medicare,Medicare\n',
  },
  { file: 'phones.csv', preset: null, content: 'Desk,Extension\nFront,12\nBilling,14\n' },
]

const rest = fc.stringMatching(/^[A-Za-zé0-9 .,:;'()-]{0,60}$/)

/** Files under any name that begins with a word of its own: `f07f and whatever comes then.csv`. */
const files = fc
  .array(fc.tuple(fc.constantFrom(...everyReport, ...others), rest), { minLength: 1, maxLength: 30 })
  .map((picked) =>
    picked.map(([sample, text], index) => {
      const word = `f${String(index).padStart(2, '0')}f`
      const ending = sample.file.slice(sample.file.lastIndexOf('.'))
      return { word, sample: { ...sample, file: `${word} ${text}${ending}` } }
    }),
  )

describe('the summary of any folder', () => {
  it('has each file once, on lines that a screen holds, whatever the files are called and however many there are', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(files, async (picked) => {
        const samples = picked.map(({ sample }) => sample)
        const contents = Object.fromEntries(samples.map((one) => [one.file, reportFile(one)]))
        const { intake } = await takeInFiles(contents, reportsConfig(samples))
        // A run that is refused has no summary.
        if (intake === null) return
        told += 1
        const lines = tabLines(intake)
        expect(lines.filter((line) => line.length > screenWidth)).toEqual([])
        const times = picked.map(({ word }) => lines.join('\n').split(word).length - 1)
        expect(times).toEqual(picked.map(() => 1))
      }),
      { numRuns: 15 },
    )
    // A folder that is refused proves nothing.
    expect(told).toBeGreaterThan(8)
  })
})
