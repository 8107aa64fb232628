import type { StandInSpreadsheet } from '../StandInSpreadsheet.ts'
import { driveProblem } from '../http/GoogleProblem.ts'
import { applyFieldMask, parseFieldMask } from './fieldMask.ts'

const standard = 'kind,id,name,mimeType'

/** files.get of Drive. `version` is a decimal number in text; checksums are absent, as they are for a spreadsheet. */
export function answerFile(spreadsheet: StandInSpreadsheet, query: URLSearchParams): unknown {
  const canEdit = spreadsheet.access === 'writer'
  const file = {
    kind: 'drive#file',
    id: spreadsheet.id,
    name: spreadsheet.title,
    mimeType: spreadsheet.mimeType,
    createdTime: '2024-01-08T14:00:00.000Z',
    modifiedTime: spreadsheet.modifiedTime,
    version: spreadsheet.version,
    trashed: spreadsheet.trashed,
    capabilities: { canEdit, canComment: canEdit, canCopy: true, canDownload: true },
  }
  const absent = [
    'headRevisionId',
    'md5Checksum',
    'sha256Checksum',
    'size',
    'owners',
    'parents',
    'permissions',
  ]
  const mask = parseFieldMask(query.get('fields') ?? standard)
  for (const key of mask?.keys() ?? []) {
    if (!(key in file) && !absent.includes(key)) throw invalidField(key)
  }
  return applyFieldMask(file, mask)
}

function invalidField(field: string): Error {
  return driveProblem(400, {
    reason: 'invalidParameter',
    message: `Invalid field selection ${field}`,
    location: 'fields',
    locationType: 'parameter',
  })
}
