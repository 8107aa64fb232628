import Papa from 'papaparse'

/** How the fields of a delimited file are told apart. */
export interface Delimiter {
  readonly character: string
  /** Whether the first line is Excel's `sep=;`, which names the delimiter and is no row. */
  readonly isDeclared: boolean
}

/** The rarer a character is inside text, the more it says; ties go to the first. */
const candidates = ['\t', '|', ';', ',']

const sampleRows = 500

/**
 * Finds the delimiter of a text with LF line ends: the character that cuts most records into the
 * same number of fields, two at least; then the one that gives more fields. Titles above the header,
 * notes below and quoted line ends are only a few records among many. A single column is "comma".
 */
export function detectDelimiter(sample: string): Delimiter {
  const declared = /^sep=([^\n])(?:\n|$)/i.exec(sample)?.[1]
  if (declared !== undefined) return { character: declared, isDeclared: true }
  let best = { character: ',', records: 0, fields: 1 }
  for (const character of candidates) {
    const found = { character, ...commonShape(sample, character) }
    const isBetter =
      found.records > best.records || (found.records === best.records && found.fields > best.fields)
    if (isBetter) best = found
  }
  return { character: best.character, isDeclared: false }
}

function commonShape(sample: string, delimiter: string): { records: number; fields: number } {
  const rows = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: sampleRows }).data
  const recordsByFields = new Map<number, number>()
  for (const { length } of rows) {
    if (length > 1) recordsByFields.set(length, (recordsByFields.get(length) ?? 0) + 1)
  }
  let common = { records: 0, fields: 1 }
  for (const [fields, records] of recordsByFields) {
    if (records > common.records || (records === common.records && fields > common.fields)) {
      common = { records, fields }
    }
  }
  return common
}
