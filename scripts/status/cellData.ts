import type { sheets_v4 } from '@googleapis/sheets'
import { dateSerial } from './dateSerial.ts'
import { safeLink } from './safeLink.ts'
import { safeText } from './safeText.ts'
import type { Look, StatusCell } from './statusSheet.ts'

/** The fields of a cell that are written; a clearing takes all of them. */
export const cellFields = 'userEnteredValue,userEnteredFormat,dataValidation'

/**
 * A cell as the Sheets API takes it. Text is always a `stringValue` of format TEXT, never a formula and
 * never parsed; money is dollars, a date its serial number.
 */
export function cellData(cell: StatusCell | null): sheets_v4.Schema$CellData {
  if (cell === null) return {}
  switch (cell.kind) {
    case 'text':
      return textData(cell)
    case 'count':
      return numberData(cell.value, Number.isInteger(cell.value) ? '#,##0' : '#,##0.00', cell.look)
    case 'money':
      return numberData(cell.value / 100, '"$"#,##0.00;-"$"#,##0.00', cell.look)
    case 'date': {
      const serial = dateSerial(cell.date)
      if (serial === null) return textData({ text: cell.date })
      return formatted(serial, { numberFormat: { type: 'DATE', pattern: 'mm/dd/yyyy' } })
    }
    case 'choice':
      return {
        userEnteredFormat: { numberFormat: { type: 'TEXT' } },
        dataValidation: {
          condition: {
            type: 'ONE_OF_LIST',
            values: cell.choices.map((word) => ({ userEnteredValue: safeText(word) })),
          },
          strict: true,
          showCustomUi: true,
        },
      }
  }
}

type TextLike = Pick<Extract<StatusCell, { kind: 'text' }>, 'text' | 'look' | 'link' | 'wrap'>

function textData({ text, look, link, wrap }: TextLike): sheets_v4.Schema$CellData {
  const uri = safeLink(link)
  const base = look === undefined ? {} : looks[look]
  const format: sheets_v4.Schema$CellFormat = {
    ...base,
    numberFormat: { type: 'TEXT' },
    ...(uri === null ? {} : { textFormat: { ...base.textFormat, link: { uri } } }),
    ...(wrap === true ? { wrapStrategy: 'WRAP' } : {}),
  }
  return { userEnteredValue: { stringValue: safeText(text) }, userEnteredFormat: format }
}

function numberData(value: number, pattern: string, look?: Look): sheets_v4.Schema$CellData {
  const base = look === undefined ? {} : { ...looks[look], ...backgrounds[look] }
  return formatted(value, { ...base, numberFormat: { type: 'NUMBER', pattern } })
}

/** JSON has no infinities: such a number is left empty. */
function formatted(value: number, format: sheets_v4.Schema$CellFormat): sheets_v4.Schema$CellData {
  if (!Number.isFinite(value)) return {}
  return { userEnteredValue: { numberValue: value }, userEnteredFormat: format }
}

function background(red: number, green: number, blue: number): sheets_v4.Schema$CellFormat {
  return { backgroundColorStyle: colour(red, green, blue) }
}

/** Bold words in a colour: a sentence runs over its neighbours, where the background of its cell ends. */
function coloured(red: number, green: number, blue: number): sheets_v4.Schema$CellFormat {
  return { textFormat: { bold: true, foregroundColorStyle: colour(red, green, blue) } }
}

function colour(red: number, green: number, blue: number): sheets_v4.Schema$ColorStyle {
  return { rgbColor: { red: red / 255, green: green / 255, blue: blue / 255 } }
}

const bold = { textFormat: { bold: true } }

const looks: Readonly<Record<Look, sheets_v4.Schema$CellFormat>> = {
  title: { textFormat: { bold: true, fontSize: 14 } },
  heading: { textFormat: { bold: true, fontSize: 11 } },
  header: { ...bold, ...background(232, 234, 237), wrapStrategy: 'WRAP' },
  good: coloured(13, 101, 45),
  watch: coloured(148, 72, 0),
  bad: coloured(165, 14, 14),
  note: { textFormat: { italic: true } },
}

/** Behind a number, which stays within its cell. */
const backgrounds: Readonly<Partial<Record<Look, sheets_v4.Schema$CellFormat>>> = {
  good: background(230, 244, 234),
  watch: background(254, 247, 224),
  bad: background(252, 232, 230),
}
