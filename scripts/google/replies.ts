import { z } from 'zod'
import { MalformedAnswer } from './failure.ts'

const count = z.int().min(0)
const size = z.int().min(1)

/** A merged area as Google sends it: a bound that is left out is open, and sheet 0 goes without its number. */
const gridRange = z.object({
  startRowIndex: count.optional(),
  endRowIndex: count.optional(),
  startColumnIndex: count.optional(),
  endColumnIndex: count.optional(),
})

/** `spreadsheets.get` with our field mask; what is zero or false may be left out. */
export const spreadsheetReply = z.object({
  spreadsheetId: z.string(),
  properties: z.object({ title: z.string(), locale: z.string().default(''), timeZone: z.string() }),
  sheets: z
    .array(
      z.object({
        properties: z.object({
          sheetId: count.default(0),
          title: z.string(),
          index: count.default(0),
          sheetType: z.string().default('GRID'),
          hidden: z.boolean().default(false),
          gridProperties: z
            .object({ rowCount: size, columnCount: size, frozenRowCount: count.default(0) })
            .optional(),
        }),
        merges: z.array(gridRange).default([]),
        // As many as there are rows: looked at by hand.
        data: z.array(z.object({ rowMetadata: z.array(z.unknown()).default([]) })).default([]),
      }),
    )
    .min(1),
})

/** `files.get` of Drive with our field mask. */
export const fileReply = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  modifiedTime: z.iso.datetime(),
  version: z.string().regex(/^\d+$/),
  trashed: z.boolean().default(false),
  capabilities: z.object({ canEdit: z.boolean().optional() }).optional(),
})

/** `spreadsheets.batchUpdate`, of which only the id is asked for. */
export const updateReply = z.object({ spreadsheetId: z.string() })

/** `spreadsheets.create`. */
export const createReply = z.object({ spreadsheetId: z.string().min(1), spreadsheetUrl: z.url() })

/** The answer in its shape; throws `MalformedAnswer`, without saying which field, for any other. */
export function shaped<T extends z.ZodType>(shape: T, data: unknown): z.output<T> {
  const answer = shape.safeParse(data)
  if (!answer.success) throw new MalformedAnswer('not the fields that were asked for')
  return answer.data
}

/** The answer, if it is about that spreadsheet; throws `MalformedAnswer` otherwise. */
export function sameId<K extends string, T extends Record<K, string>>(reply: T, key: K, id: string): T {
  if (reply[key] !== id) throw new MalformedAnswer('another spreadsheet')
  return reply
}
