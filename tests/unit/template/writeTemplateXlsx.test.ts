// @vitest-environment jsdom
import { posix } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderSource } from '../../../scripts/private/sources/folderSource.ts'
import type { ColumnFormat } from '../../../scripts/template/templateTab.ts'
import { templateTabs } from '../../../scripts/template/templateTabs.ts'
import { writeTemplateXlsx } from '../../../scripts/template/writeTemplateXlsx.ts'
import { allRows } from '../../helpers/allRows.ts'
import { spreadsheetFolder } from '../../helpers/spreadsheetFolder.ts'
import { archiveParts } from './archiveParts.ts'

const tabs = templateTabs()
let bytes = new Uint8Array()
let parts: ReadonlyMap<string, string> = new Map()

beforeAll(async () => {
  bytes = Uint8Array.from(await writeTemplateXlsx(tabs))
  parts = archiveParts(bytes)
})

/** Parses a part, or fails if it is not well-formed. */
function xml(path: string): Document {
  const text = parts.get(path)
  if (text === undefined) throw new Error(`missing part: ${path}`)
  return new DOMParser().parseFromString(text, 'application/xml')
}

function all(document: Document | Element, name: string): Element[] {
  return [...document.getElementsByTagNameNS('*', name)]
}

/** The sheet of a tab. */
function sheet(name: string): Document {
  const index = tabs.findIndex((tab) => tab.name === name)
  return xml(`xl/worksheets/sheet${index + 1}.xml`)
}

/** Style number of every column, and what it means. */
function columnStyles(document: Document): { format: string; locked: boolean }[] {
  const styles = xml('xl/styles.xml')
  const written = new Map(
    all(styles, 'numFmt').map((one) => [one.getAttribute('numFmtId'), one.getAttribute('formatCode')]),
  )
  const formats = all(all(styles, 'cellXfs')[0] ?? styles, 'xf').map((xf) => ({
    format: written.get(xf.getAttribute('numFmtId')) ?? builtIn[xf.getAttribute('numFmtId') ?? ''] ?? '',
    locked: all(xf, 'protection')[0]?.getAttribute('locked') !== '0',
  }))
  return all(document, 'col').map(
    (col) => formats[Number(col.getAttribute('style'))] ?? { format: 'none', locked: true },
  )
}

/** What a format of the model is in a workbook. */
const codes: Partial<Record<ColumnFormat, string>> = {
  text: '@',
  date: 'm/d/yyyy',
  time: 'h:mm AM/PM',
  timestamp: 'm/d/yyyy h:mm AM/PM',
  money: '#,##0.00',
}

const builtIn: Readonly<Record<string, string>> = {
  '0': 'General',
  '1': '0',
  '2': '0.00',
  '4': '#,##0.00',
  '49': '@',
}

describe('writeTemplateXlsx(tabs)', () => {
  it('gives equal bytes for equal tabs', async () => {
    expect(Buffer.compare(await writeTemplateXlsx(templateTabs()), bytes)).toBe(0)
  })

  it('is read back with the same tabs, headers and rows', async () => {
    const source = folderSource(await spreadsheetFolder({ 'practice.xlsx': bytes }))
    const found = await source.tabs()
    expect(found.map(({ name }) => name)).toEqual(tabs.map(({ name }) => name))
    for (const [index, { name, columns, rows, kind }] of tabs.entries()) {
      // A formula has no value before a spreadsheet program has opened the file.
      const shipped = kind === 'control' ? rows.map((row) => row.slice(0, 2)) : rows
      const wanted = [columns.map(({ header }) => header), ...shipped].map(withoutEmptyEnd)
      expect({ name, rows: await allRows(found[index]) }).toEqual({ name, rows: wanted })
    }
  })

  it('every part is well-formed, declared, and every relation leads to a part', () => {
    const types = xml('[Content_Types].xml')
    const declared = all(types, 'Override').map((one) => one.getAttribute('PartName')?.slice(1) ?? '')
    const endings = all(types, 'Default').map((one) => one.getAttribute('Extension') ?? '')
    for (const path of parts.keys()) {
      expect(all(xml(path), 'parsererror')).toEqual([])
      expect(declared.includes(path) || endings.includes(path.split('.').at(-1) ?? '')).toBe(true)
    }
    expect(declared.filter((path) => !parts.has(path))).toEqual([])
    for (const path of [...parts.keys()].filter((one) => one.endsWith('.rels'))) {
      const folder = posix.dirname(posix.dirname(path))
      const relations = all(xml(path), 'Relationship')
      const targets = relations.map((one) => {
        const target = one.getAttribute('Target') ?? ''
        return target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      })
      expect(targets.filter((target) => !parts.has(target))).toEqual([])
      const ids = relations.map((one) => one.getAttribute('Id'))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('no id of a sheet or of the shape of a note is used twice', () => {
    const sheets = all(xml('xl/workbook.xml'), 'sheet')
    for (const name of ['sheetId', 'r:id', 'name']) {
      expect(new Set(sheets.map((one) => one.getAttribute(name))).size).toBe(tabs.length)
    }
    const drawings = [...parts.keys()].filter((path) => path.endsWith('.vml'))
    const shapes = drawings.flatMap((path) => all(xml(path), 'shape').map((one) => one.getAttribute('id')))
    expect(shapes.length).toBeGreaterThan(150)
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('the parts of a sheet stand in the order that the format asks for', () => {
    const order =
      'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection dataValidations pageMargins legacyDrawing'.split(
        ' ',
      )
    for (const { name } of tabs) {
      const names = [...sheet(name).documentElement.children].map((one) => one.localName)
      expect(names).toEqual(order.filter((one) => names.includes(one)))
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('the header row of every tab is frozen', () => {
    for (const { name } of tabs) {
      const pane = all(sheet(name), 'pane')[0]
      expect([pane?.getAttribute('ySplit'), pane?.getAttribute('state')]).toEqual(['1', 'frozen'])
    }
  })

  it('the format of a column counts for every row of it, not only for those that are written', () => {
    for (const tab of tabs.filter(({ kind }) => kind === 'data')) {
      const styles = columnStyles(sheet(tab.name))
      expect(styles).toHaveLength(tab.columns.length)
      for (const [index, { format, header }] of tab.columns.entries()) {
        const shown = codes[format]
        if (shown !== undefined)
          expect({ header, format: styles[index]?.format }).toEqual({ header, format: shown })
      }
    }
  })

  it('every header carries its note', () => {
    for (const [index, { columns }] of tabs.entries()) {
      const path = `xl/comments${index + 1}.xml`
      const found = parts.has(path)
        ? all(xml(path), 'comment').map((one) => [one.getAttribute('ref'), one.textContent])
        : []
      const wanted = columns.flatMap(({ note }, column) =>
        note === null ? [] : [[`${String.fromCharCode(65 + column)}1`, note]],
      )
      expect(found).toEqual(wanted)
    }
  })

  it('every rule covers its whole column, and every list is there to be picked from', () => {
    const words = tabs.find(({ kind }) => kind === 'words')
    for (const { name, columns, cellRules } of tabs) {
      const rules = all(sheet(name), 'dataValidation')
      expect(rules).toHaveLength(columns.filter(({ rule }) => rule !== null).length + cellRules.length)
      for (const [index, { rule }] of columns.entries()) {
        if (rule === null) continue
        const letter = String.fromCharCode(65 + index)
        const found = rules.find((one) => one.getAttribute('sqref') === `${letter}2:${letter}1048576`)
        expect(found?.getAttribute('errorStyle')).toBe(rule.strict ? 'stop' : 'warning')
        expect(found?.getAttribute('error')).toBe(rule.message)
        if (rule.kind !== 'list') continue
        const range = /^'Words'!\$B\$(\d+):\$B\$(\d+)$/.exec(
          all(found ?? xml('x'), 'formula1')[0]?.textContent ?? '',
        )
        const listed = words?.rows
          .slice(Number(range?.[1]) - 2, Number(range?.[2]) - 1)
          .map(([, word]) => word)
        expect({ name, listed }).toEqual({ name, listed: rule.words })
      }
    }
  })

  it('the headers of the map tabs are locked and their cells are not; the control tab is locked', () => {
    for (const { name, protection } of tabs) {
      const document = sheet(name)
      const lock = all(document, 'sheetProtection')[0]
      expect({ name, isLocked: lock?.getAttribute('sheet') === '1' }).toEqual({
        name,
        isLocked: protection !== 'none',
      })
      expect(lock?.getAttribute('password') ?? null).toBe(null)
      const locked = new Set(columnStyles(document).map((one) => one.locked))
      expect({ name, locked }).toEqual({ name, locked: new Set([protection !== 'header']) })
    }
  })
})

function withoutEmptyEnd(row: readonly unknown[]): unknown[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
}
