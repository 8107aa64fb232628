import { z } from 'zod'

const word = z.string().regex(/^[A-Z_]+$/)
const loose = z.record(z.string(), z.unknown())

/** Google's ExtendedValue as it is written. */
export const extendedValueSchema = z.strictObject({
  stringValue: z.string().optional(),
  numberValue: z.number().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().startsWith('=').optional(),
})

export const conditionSchema = z.strictObject({
  type: word,
  values: z
    .array(z.strictObject({ userEnteredValue: z.string().optional(), relativeDate: z.string().optional() }))
    .optional(),
})

/** Google's DataValidationRule. */
export const validationSchema = z.strictObject({
  condition: conditionSchema,
  inputMessage: z.string().optional(),
  strict: z.boolean().optional(),
  showCustomUi: z.boolean().optional(),
})

const textFormatSchema = z.strictObject({
  foregroundColor: loose.optional(),
  foregroundColorStyle: loose.optional(),
  fontFamily: z.string().optional(),
  fontSize: z.number().int().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  link: z.strictObject({ uri: z.string().optional() }).optional(),
})

export const formatSchema = z.strictObject({
  numberFormat: z
    .strictObject({
      type: z.enum(['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY', 'DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC']),
      pattern: z.string().optional(),
    })
    .optional(),
  backgroundColor: loose.optional(),
  backgroundColorStyle: loose.optional(),
  borders: loose.optional(),
  padding: loose.optional(),
  horizontalAlignment: z.enum(['LEFT', 'CENTER', 'RIGHT']).optional(),
  verticalAlignment: z.enum(['TOP', 'MIDDLE', 'BOTTOM']).optional(),
  wrapStrategy: z.enum(['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP']).optional(),
  textDirection: word.optional(),
  textFormat: textFormatSchema.optional(),
  hyperlinkDisplayType: z.enum(['LINKED', 'PLAIN_TEXT']).optional(),
  textRotation: loose.optional(),
})

/** Google's CellData as it is written. */
export const cellSchema = z.strictObject({
  userEnteredValue: extendedValueSchema.optional(),
  userEnteredFormat: formatSchema.optional(),
  note: z.string().optional(),
  dataValidation: validationSchema.optional(),
  textFormatRuns: z
    .array(z.strictObject({ startIndex: z.number().int().optional(), format: textFormatSchema.optional() }))
    .optional(),
})

export type WrittenCell = z.output<typeof cellSchema>

export const rowSchema = z.strictObject({ values: z.array(cellSchema).optional() })

export const sheetPropertiesSchema = z.strictObject({
  sheetId: z.number().int().min(0).optional(),
  title: z.string().optional(),
  index: z.number().int().min(0).optional(),
  sheetType: z.literal('GRID').optional(),
  hidden: z.boolean().optional(),
  rightToLeft: z.boolean().optional(),
  tabColor: loose.optional(),
  tabColorStyle: loose.optional(),
  gridProperties: z
    .strictObject({
      rowCount: z.number().int().min(1).optional(),
      columnCount: z.number().int().min(1).max(18_278).optional(),
      frozenRowCount: z.number().int().min(0).optional(),
      frozenColumnCount: z.number().int().min(0).optional(),
      hideGridlines: z.boolean().optional(),
    })
    .optional(),
})

export type SheetProperties = z.output<typeof sheetPropertiesSchema>

export const spreadsheetPropertiesSchema = z.strictObject({
  title: z.string().optional(),
  locale: z.string().optional(),
  timeZone: z.string().optional(),
  autoRecalc: word.optional(),
})
