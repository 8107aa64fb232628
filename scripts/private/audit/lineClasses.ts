import type { Dimension } from '../../../src/cubes/cube.ts'
import type { BillingLines, WholeNumbers } from '../ledger/ledger.ts'
import { numberedTogether } from './numberedTogether.ts'

/** What can be told of lines: equal codes, equal values. */
export interface LineAttribute {
  readonly name: string
  /** By line. */
  readonly codes: WholeNumbers
}

/** Lines that agree in all that decides in which published sums they are, as far as some tables tell it. */
export interface LineClasses {
  readonly lines: BillingLines
  /** The dimensions whose tables are meant. */
  readonly by: readonly Dimension[]
  readonly attributes: readonly LineAttribute[]
  readonly count: number
  /** By line: its class. */
  readonly classOf: Int32Array
  /** By class: one of its lines, and what all of them add up to. */
  readonly first: readonly number[]
  readonly cents: readonly number[]
}

/** Tells lines apart by kind, both months, what the open item is, and values of some dimensions. */
export function lineClasses(lines: BillingLines, by: readonly Dimension[]): LineClasses {
  const attributes = attributesOf(lines, by)
  const { numbers: classOf, first } = numberedTogether(
    attributes.map(({ codes }) => codes),
    { count: lines.kind.length },
  )
  const cents = first.map(() => 0)
  for (const [line, id] of classOf.entries()) cents[id] = (cents[id] ?? 0) + (lines.cents[line] ?? 0)
  return { lines, by, attributes, count: first.length, classOf, first, cents }
}

function attributesOf(lines: BillingLines, by: readonly Dimension[]): LineAttribute[] {
  const valuesIn = ({ cut, values }: Pick<BillingLines, 'cut' | 'values'>, prefix: string): LineAttribute[] =>
    by.flatMap((name) => {
      const column = values[cut.indexOf(name)]
      return column === undefined ? [] : [{ name: `${prefix}${name}`, codes: column.codes }]
    })
  const { isRolled, older, patients } = lines
  const ofItem = isRolled
    ? [
        { name: 'age', codes: numberedTogether(older, { count: lines.kind.length }).numbers },
        { name: 'patients', codes: patients },
        ...valuesIn(lines.item, 'item ').filter((one) => isDifferent(lines, one)),
      ]
    : []
  return [
    { name: 'kind', codes: lines.kind },
    ...(lines.part.some((one) => one !== 0) ? [{ name: 'part', codes: lines.part }] : []),
    { name: 'served', codes: lines.served },
    { name: 'posted', codes: lines.posted },
    ...ofItem,
    ...valuesIn(lines, ''),
  ]
}

/** Whether some line has another value than its open item. */
function isDifferent(lines: BillingLines, { name, codes }: LineAttribute): boolean {
  const dimension = name.slice('item '.length)
  const place = lines.cut.findIndex((one) => one === dimension)
  const own = lines.values[place]
  const theirs = lines.item.values[lines.item.cut.findIndex((one) => one === dimension)]
  return codes.some((code, line) => theirs?.names[code] !== own?.names[own.codes[line] ?? -1])
}
