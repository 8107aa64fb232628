import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawCell, SheetTab } from '../../../../../scripts/google/googleApi.ts'
import { GoogleError, type GoogleTrouble } from '../../../../../scripts/google/GoogleError.ts'
import { fetchRows } from '../../../../../scripts/private/sources/sheets/fetchRows.ts'
import { planRequests } from '../../../../../scripts/private/sources/sheets/planRequests.ts'
import { cellsOf } from '../../../../../scripts/private/sources/sheets/rowRange.ts'
import { FakeGoogle, trouble } from '../../../../helpers/FakeGoogle.ts'

const cell = fc.constantFrom<RawCell>('', 'x', 1, true, '#N/A')
const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 40 })
const titles = ["Dr. O'Brien", 'D3', 'A/B 50%', 'Schedule 🗓']

describe('fetchRows', () => {
  it('gives any grids back equal, whatever the cuts and halvings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(grid, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.constantFrom<GoogleTrouble | null>(null, null, 'timeout', 'unavailable')),
        async (grids, mostCells, troubles) => {
          const api = apiOf(grids)
          let request = 0
          api.before = (_call, _id, options) => {
            const next = options?.halvable ? troubles[request++] : null
            if (next) throw trouble(next)
          }
          const rows = await fetchAll(api, { mostCells, fewestCells: 4 })
          expect(rows).toEqual(grids.map((one) => padded(one)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('asks for small tabs in one request, in the order of the tabs', async () => {
    const api = apiOf([[[1, 2]], [['a'], ['b']], [['c']]])
    await fetchAll(api, {})
    expect(api.calls.map(({ ranges }) => ranges)).toEqual([
      ["'Dr. O''Brien'!A1:B1", "'D3'!A1:A2", "'A/B 50%'!A1:A1"],
    ])
  })

  it('asks for a big tab by rows, never beyond its grid', async () => {
    const api = apiOf([Array.from({ length: 25 }, (_, index) => [index, index])])
    await fetchAll(api, { mostCells: 20 })
    expect(api.calls.flatMap(({ ranges }) => ranges)).toEqual([
      "'Dr. O''Brien'!A1:B10",
      "'Dr. O''Brien'!A11:B20",
      "'Dr. O''Brien'!A21:B25",
    ])
  })

  it('cuts all that follows smaller after a time-out, and only what failed after other trouble', async () => {
    const sizes = async (kind: GoogleTrouble) => {
      const api = apiOf([Array.from({ length: 64 }, (_, index) => [index])])
      let isFirst = true
      api.before = (call) => {
        if (isFirst && call === 'values') {
          isFirst = false
          throw trouble(kind)
        }
      }
      await fetchAll(api, { mostCells: 16, fewestCells: 2 })
      return api.calls.map(({ ranges }) => sizeOf(ranges[0]))
    }
    expect(await sizes('timeout')).toEqual([16, 8, 8, 8, 8, 8, 8, 8, 8])
    expect(await sizes('unavailable')).toEqual([16, 8, 8, 16, 16, 16])
  })

  it('asks at the floor for an answer however long it takes, and passes on what stays', async () => {
    const api = apiOf([Array.from({ length: 64 }, (_, index) => [index])])
    const asked: (boolean | undefined)[] = []
    api.before = (call, _, options) => {
      if (call !== 'values') return
      asked.push(options?.halvable)
      throw trouble('timeout')
    }
    await expect(fetchAll(api, { mostCells: 64, fewestCells: 20 })).rejects.toThrow('Google says timeout.')
    expect(asked).toEqual([true, true, false])
  })

  it.each(['forbidden', 'not_found', 'deadline', 'quota'] as const)('does not halve on %s', async (kind) => {
    const api = apiOf([[[1], [2], [3], [4]]])
    api.before = (call) => {
      if (call === 'values') throw trouble(kind)
    }
    await expect(fetchAll(api, { fewestCells: 1 })).rejects.toThrow(GoogleError)
    expect(api.calls).toHaveLength(1)
  })

  it('takes more rows than it asked for as no answer', async () => {
    const api = apiOf([[[1], [2]]])
    api.spoil = (rows) => [...rows, [9]]
    await expect(fetchAll(api, {})).rejects.toThrow('other rows than it was asked for')
  })
})

describe('planRequests', () => {
  it('never asks for more cells than allowed unless a row is wider, and for every row once', () => {
    const size = fc.record({
      rowCount: fc.integer({ min: 1, max: 300 }),
      columnCount: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(size, { maxLength: 8 }), fc.integer({ min: 1, max: 500 }), (sizes, most) => {
        const tabs = sizes.map((one, index) => tabOf({ ...one, sheetId: index }))
        const requests = planRequests(tabs, most)
        for (const request of requests) {
          const isWide = request.length === 1 && request.every(({ first, last }) => first === last)
          expect(cellsOf(request) <= most || isWide).toBe(true)
        }
        const rows = requests.flat().reduce((sum, { first, last }) => sum + last - first + 1, 0)
        expect(rows).toBe(sizes.reduce((sum, { rowCount }) => sum + rowCount, 0))
      }),
    )
  })
})

function tabOf(given: Partial<SheetTab>): SheetTab {
  return {
    sheetId: 0,
    title: titles[given.sheetId ?? 0] ?? `Tab ${String(given.sheetId)}`,
    index: given.sheetId ?? 0,
    type: 'GRID',
    hidden: false,
    rowCount: 1,
    columnCount: 1,
    frozenRowCount: 0,
    merges: [],
    hiddenRows: null,
    ...given,
  }
}

function apiOf(grids: readonly RawCell[][][]): FakeGoogle {
  const api = new FakeGoogle()
  api.add('books', {
    tabs: grids.map((cells, sheetId) => ({ sheetId, title: titles[sheetId] ?? '', cells })),
  })
  return api
}

async function fetchAll(
  api: FakeGoogle,
  limits: { mostCells?: number; fewestCells?: number },
): Promise<RawCell[][][]> {
  const { tabs } = await api.spreadsheet('books')
  api.calls.length = 0
  const rows: RawCell[][][] = tabs.map(() => [])
  await fetchRows(tabs, {
    api,
    id: 'books',
    ...limits,
    take: ({ tab, first, last }, found) => {
      const all = rows[tab.index] ?? []
      expect(all).toHaveLength(first - 1)
      all.push(...found.map((row) => [...row]))
      while (all.length < last) all.push([])
      return Promise.resolve()
    },
  })
  return rows
}

/** As rows come: cut at the last value, down to the grid's end. */
function padded(cells: readonly RawCell[][]): RawCell[][] {
  const rows = cells.map((row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1))
  return rows.length === 0 ? [[]] : rows
}

function sizeOf(range = ''): number {
  const [, first, last] = /!A(\d+):A(\d+)$/.exec(range) ?? []
  return Number(last) - Number(first) + 1
}
