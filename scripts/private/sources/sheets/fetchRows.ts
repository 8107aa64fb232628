import type { GoogleApi, RawRows, SheetTab } from '../../../google/googleApi.ts'
import { GoogleError, type GoogleTrouble } from '../../../google/GoogleError.ts'
import { planRequests } from './planRequests.ts'
import { cellsOf, halve, toA1, type RangeRequest, type RowRange } from './rowRange.ts'

/** An answer of so many cells is some 5 MB and takes Google a few seconds. */
const mostCells = 500_000

/** Smaller requests do not help: what fails then is not the size. */
const fewestCells = 5000

const halvable: readonly GoogleTrouble[] = ['timeout', 'unavailable', 'malformed']

export interface FetchOptions {
  readonly api: Pick<GoogleApi, 'values'>
  readonly id: string
  /** Takes the rows of a range, which come in tab order, rows downwards. */
  readonly take: (range: RowRange, rows: RawRows) => Promise<void>
  /** After every request: cells of the grid fetched so far. */
  readonly progress?: (cells: number) => void
  readonly mostCells?: number
  readonly fewestCells?: number
}

/**
 * Fetches every cell of these grids: in one request if they are small, else by rows. A request that is too
 * much for Google is cut in half; after a time-out all that follow are, after other trouble only that one.
 * Throws `GoogleError`.
 */
export async function fetchRows(tabs: readonly SheetTab[], options: FetchOptions): Promise<void> {
  const { api, id, fewestCells: floor = fewestCells } = options
  let limit = options.mostCells ?? mostCells
  let fetched = 0
  const queue = planRequests(tabs, limit)
  for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
    const cells = cellsOf(request)
    const halves = cells > floor ? halve(request) : null
    if (halves !== null && cells > limit) {
      queue.unshift(...halves)
      continue
    }
    try {
      const answers = await api.values(id, request.map(toA1), { halvable: halves !== null, whole: true })
      await hand(request, answers, options)
    } catch (error) {
      if (halves === null || !isHalvable(error)) throw error
      if (error.trouble === 'timeout') limit = Math.max(floor, Math.ceil(cells / 2))
      queue.unshift(...halves)
      continue
    }
    fetched += cells
    options.progress?.(fetched)
  }
}

function isHalvable(error: unknown): error is GoogleError {
  return error instanceof GoogleError && halvable.includes(error.trouble)
}

async function hand(
  request: RangeRequest,
  answers: readonly RawRows[],
  { take }: FetchOptions,
): Promise<void> {
  const fits = request.every(
    ({ first, last }, index) => (answers[index]?.length ?? Infinity) <= last - first + 1,
  )
  if (!fits || answers.length !== request.length) {
    throw new GoogleError('malformed', {
      message: 'Google answered with other rows than it was asked for.',
      hint: 'Sync again. If it happens again, report it with the time of the run.',
    })
  }
  for (const [index, range] of request.entries()) await take(range, answers[index] ?? [])
}
