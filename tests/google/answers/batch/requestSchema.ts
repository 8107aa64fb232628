import { z } from 'zod'
import { gridRangeSchema } from '../gridRange.ts'
import {
  cellSchema,
  rowSchema,
  sheetPropertiesSchema,
  spreadsheetPropertiesSchema,
  validationSchema,
} from './cellSchemas.ts'

const index = z.number().int().min(0)
const fields = z.string().min(1)
const dimension = z.enum(['ROWS', 'COLUMNS'])
const range = gridRangeSchema

export const dimensionRangeSchema = z.strictObject({
  sheetId: index.optional(),
  dimension,
  startIndex: index.optional(),
  endIndex: index.optional(),
})

export const protectedRangeSchema = z.strictObject({
  protectedRangeId: index.optional(),
  range: range.optional(),
  description: z.string().optional(),
  warningOnly: z.boolean().optional(),
  requestingUserCanEdit: z.boolean().optional(),
  unprotectedRanges: z.array(range).optional(),
  editors: z
    .strictObject({
      users: z.array(z.string()).optional(),
      groups: z.array(z.string()).optional(),
      domainUsersCanEdit: z.boolean().optional(),
    })
    .optional(),
})

export const basicFilterSchema = z.strictObject({
  range: range.optional(),
  sortSpecs: z.array(z.unknown()).optional(),
  criteria: z.record(z.string(), z.unknown()).optional(),
  filterSpecs: z.array(z.unknown()).optional(),
})

const namedRangeSchema = z.strictObject({ namedRangeId: z.string().optional(), name: z.string(), range })

/** One request of a batch: what the stand-in copies, and not one key more. */
export const requestSchema = z.strictObject({
  addSheet: z.strictObject({ properties: sheetPropertiesSchema.optional() }).optional(),
  deleteSheet: z.strictObject({ sheetId: index }).optional(),
  updateSheetProperties: z.strictObject({ properties: sheetPropertiesSchema, fields }).optional(),
  updateSpreadsheetProperties: z.strictObject({ properties: spreadsheetPropertiesSchema, fields }).optional(),
  updateCells: z
    .strictObject({
      rows: z.array(rowSchema).optional(),
      fields,
      start: z
        .strictObject({
          sheetId: index.optional(),
          rowIndex: index.optional(),
          columnIndex: index.optional(),
        })
        .optional(),
      range: range.optional(),
    })
    .optional(),
  repeatCell: z.strictObject({ range, cell: cellSchema, fields }).optional(),
  setDataValidation: z.strictObject({ range, rule: validationSchema.optional() }).optional(),
  addProtectedRange: z.strictObject({ protectedRange: protectedRangeSchema }).optional(),
  deleteProtectedRange: z.strictObject({ protectedRangeId: index }).optional(),
  mergeCells: z
    .strictObject({ range, mergeType: z.enum(['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS']).optional() })
    .optional(),
  unmergeCells: z.strictObject({ range }).optional(),
  setBasicFilter: z.strictObject({ filter: basicFilterSchema }).optional(),
  clearBasicFilter: z.strictObject({ sheetId: index.optional() }).optional(),
  addNamedRange: z.strictObject({ namedRange: namedRangeSchema }).optional(),
  appendDimension: z
    .strictObject({ sheetId: index.optional(), dimension, length: z.number().int().min(1) })
    .optional(),
  deleteDimension: z.strictObject({ range: dimensionRangeSchema }).optional(),
  insertDimension: z
    .strictObject({ range: dimensionRangeSchema, inheritFromBefore: z.boolean().optional() })
    .optional(),
  updateDimensionProperties: z
    .strictObject({
      range: dimensionRangeSchema,
      properties: z.strictObject({ pixelSize: index.optional(), hiddenByUser: z.boolean().optional() }),
      fields,
    })
    .optional(),
  autoResizeDimensions: z.strictObject({ dimensions: dimensionRangeSchema }).optional(),
})

export type BatchRequest = z.output<typeof requestSchema>

/** What a request of one name holds. */
export type Given<Name extends keyof BatchRequest> = NonNullable<BatchRequest[Name]>

export const batchSchema = z.strictObject({
  requests: z.array(requestSchema).max(100_000).optional(),
  includeSpreadsheetInResponse: z.boolean().optional(),
  responseRanges: z.array(z.string()).optional(),
  responseIncludeGridData: z.boolean().optional(),
})
