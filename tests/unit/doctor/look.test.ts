import { describe, expect, it } from 'vitest'
import { oddCells } from '../../../scripts/doctor/look/oddCells.ts'
import { volatileFunctions } from '../../../scripts/doctor/look/volatileFunctions.ts'
import { recogniseTab } from '../../../scripts/private/recognise/recogniseTab.ts'
import type { Cell, Row } from '../../../scripts/private/sources/source.ts'

describe('volatileFunctions', () => {
  it.each([
    ['=IMPORTRANGE("x", "y")', ['IMPORTRANGE']],
    ['=query(importrange("x", "y"), "select A")', ['IMPORTRANGE']],
    ['=IF(TODAY ()>A1, NOW(), RAND())', ['NOW', 'RAND', 'TODAY']],
    ['=GOOGLEFINANCE("X")+RANDBETWEEN(1,2)', ['GOOGLEFINANCE', 'RANDBETWEEN']],
    ['=IMPORTXML("x")', ['IMPORTXML']],
    ['=IMPORTDATA("x")', ['IMPORTDATA']],
    ['=QUERY(A1:B2, "select A")', []],
    ['=SUM(A1:A3)', []],
    ['="NOW() and TODAY()"', []],
    ["='TODAY()'!A1", []],
    ['NOW()', []],
    ['=KNOWN(1)+NOWADAYS(2)', []],
  ] as const)('of %s are %j', (formula, names) => {
    expect(volatileFunctions([['Header', 1, true], [], [formula]])).toEqual(names)
  })

  it('are each named once', () => {
    expect(volatileFunctions([['=NOW()', '=now()'], ['=NOW()']])).toEqual(['NOW'])
  })
})

function odd(...column: readonly Cell[]) {
  const head = ['Appt ID', 'Patient ID', 'Appointment Date', 'Provider', 'Status']
  return (index: number) => {
    const rows: Row[] = [
      head,
      ...column.map((cell) => ['A1', 'P1', 45_962, 'Ada Birch', 'completed'].with(index, cell as string)),
    ]
    const tab = { workbook: 'Two Rivers', name: 'Schedule', hidden: false, rows: () => none() }
    const recognition = recogniseTab({ tab, order: 0, rows }, { aliases: new Map() })
    if (recognition.kind !== 'data') throw new Error('expected data')
    return oddCells(recognition, rows).map(({ field, kind, count }) => `${field}: ${String(count)} ${kind}`)
  }
}

async function* none(): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve([])
}

describe('oddCells', () => {
  it('counts dates that are text', () => {
    expect(odd('11/02/2025', 45_962, null, '  ', 'tomorrow')(2)).toEqual(['appt_date: 2 text date'])
  })

  it('counts ids that lost digits', () => {
    expect(odd(1.2345678901234567e19, 'P2', 3)(1)).toEqual(['patient_key: 1 long number'])
  })

  it('counts numbers among ids that are text', () => {
    expect(odd(123, 'P0123', 7)(1)).toEqual(['patient_key: 2 numbers among text'])
  })

  it('finds nothing odd in a column of numbers alone, or of text alone', () => {
    expect(odd(123, 124)(1)).toEqual([])
    expect(odd('P1', 'P2', null)(1)).toEqual([])
  })

  it('counts errors in any column', () => {
    expect(odd({ error: '#REF!' }, 'completed')(4)).toEqual(['status: 1 error'])
  })
})
