import type { Dimension } from '../cubes/cube.ts'
import type { RatioMetric, SumMetric } from '../metrics/metric.ts'
import type { Batch } from './batchesOf.ts'
import { hiddenName } from './compileGroup.ts'
import { identifier, isMergedRow, mergedText } from './statement.ts'
import type { TermGroup } from './termGroups.ts'
import { addedOf, sumOf, valueName, valueOf } from './termValues.ts'

type Key = 'ask' | 'month' | Dimension

/** The last tables of a statement, from the groups' sums to the answer's rows. */
export interface AnswerTables {
  /** The answer's keys, the query and the month first, as rows are ordered. */
  readonly keys: readonly Key[]
  /** The last one is `answer`: the keys, `n` and `d` (null without data), `hidden` and `is_other`. */
  readonly tables: readonly string[]
}

/**
 * Joins the groups' sums over the keys that any of them has. A key's numbers are hidden where one of its
 * terms is. Where a batch reads all values of a dimension, the hidden keys and the published rows of merged
 * values add up to one row: what is merged in one term may be shown in another, and a ratio must compare
 * the same values.
 */
export function answerTables(
  metric: SumMetric | RatioMetric,
  groups: readonly TermGroup[],
  batch: Batch,
): AnswerTables {
  const keys = (['ask', ...batch.by] as Key[]).toSorted((a, b) => Number(isShared(b)) - Number(isShared(a)))
  const keyed = groups.filter(isKeyed)
  const isAdded = keyed.length > 0 && keyed.every((group) => group.hasOther)
  const denominator = metric.kind === 'sum' ? 'null::double' : sumOf(metric.denominator, groups)
  const columns = [
    ...keys.map((key) => identifier(key)),
    `${sumOf(metric.numerator, groups)} as n`,
    `${denominator} as d`,
    'hidden',
    'is_other',
  ]
  return {
    keys,
    tables: [
      keyTable(groups, keys),
      joinedTable(groups, keys),
      ...(isAdded ? [addedTable(groups, keys)] : []),
      `answer as (select ${columns.join(', ')} from ${isAdded ? 'added' : 'joined'})`,
    ],
  }
}

/** The keys that any of the groups has. */
function keyTable(groups: readonly TermGroup[], keys: readonly Key[]): string {
  const whole = groups.filter((group) => keys.every((key) => isKeyOf(group, key)))
  if (whole.length === 0) throw new Error(`no term has all of the keys: ${keys.join(', ')}`)
  const columns = keys.map((key) => identifier(key)).join(', ')
  return `k as (${whole.map(({ index }) => `select ${columns} from t${index}`).join(' union ')})`
}

/** One row a key: each term's value, `hN_…` whether it is hidden, `oN_…` whether its merged values are. */
function joinedTable(groups: readonly TermGroup[], keys: readonly Key[]): string {
  const columns = groups.flatMap((group) => group.measures.flatMap((measure) => columnsOf(group, measure)))
  const joins = groups.flatMap(({ index, ...group }) => [
    `left join t${index} on ${equal(
      `t${index}`,
      keys.filter((key) => isKeyOf(group, key)),
    )}`,
    ...(group.needsZero ? [`left join z${index} on ${equal(`z${index}`, keys.filter(isShared))}`] : []),
    ...(group.hasOther ? [`left join o${index} on ${equal(`o${index}`, keys.filter(isShared))}`] : []),
  ])
  const isMerged = isMergedRow(
    'c',
    keys.filter((key) => !isShared(key)),
  )
  return [
    `joined as (select *, ${anyHidden(groups)} as hidden, ${isMerged} as is_other from (`,
    `select ${[...keys.map((key) => `k.${identifier(key)}`), ...columns].join(', ')}`,
    `from ${['k', ...joins].join('\n')}`,
    ') c)',
  ].join('\n')
}

function columnsOf(group: TermGroup, measure: string): string[] {
  const hidden = (table: 't' | 'o') => `coalesce(${table}${group.index}.${hiddenName(measure)}, false)`
  // Of a whole, single values may be merged as long as their sum is published.
  const isWhole = group.hasOther && !isKeyed(group)
  return [
    `${valueOf(group, measure)} as ${valueName(group, measure)}`,
    `${hidden(isWhole ? 'o' : 't')} as ${flagName('h', group, measure)}`,
    ...(group.hasOther ? [`${hidden('o')} as ${flagName('o', group, measure)}`] : []),
  ]
}

/** The rows of single values, and one row for all that are hidden or merged. */
function addedTable(groups: readonly TermGroup[], keys: readonly Key[]): string {
  const perMeasure = (column: (group: TermGroup, measure: string) => string): string[] =>
    groups.flatMap((group) => group.measures.map((measure) => column(group, measure)))
  const sums = perMeasure((group, measure) =>
    isKeyed(group) ? addedOf(group, measure) : `any_value(${valueName(group, measure)})`,
  )
  const flags = perMeasure(
    (group, measure) => `bool_or(${flagName(isKeyed(group) ? 'o' : 'h', group, measure)})`,
  )
  const names = keys.map((key) => identifier(key))
  const others = keys.map((key) => (isShared(key) ? key : mergedText))
  return [
    `added as (select ${[...names, ...perMeasure(valueName), 'hidden', 'is_other'].join(', ')}`,
    `from joined where not is_other union all`,
    `select ${[...others, ...sums, flags.join(' or '), 'true'].join(', ')}`,
    `from joined where is_other or ${anyHidden(groups.filter(isKeyed))}`,
    // Without a hidden key there is nothing to add up: the row is there for another measure's sake.
    `group by ${keys.filter(isShared).join(', ')} having bool_or(not is_other))`,
  ].join('\n')
}

function anyHidden(groups: readonly TermGroup[]): string {
  const flags = groups.flatMap((group) => group.measures.map((measure) => flagName('h', group, measure)))
  return `(${flags.join(' or ')})`
}

function flagName(kind: 'h' | 'o', { index }: TermGroup, measure: string): string {
  return identifier(`${kind}${index}_${measure}`)
}

/** Whether a group splits by the answer's dimensions; else it is the whole of a share. */
function isKeyed({ keys }: TermGroup): boolean {
  return keys.length > 0
}

function isKeyOf({ keys }: Pick<TermGroup, 'keys'>, key: Key): boolean {
  return isShared(key) || keys.includes(key)
}

/** Whether every group has a key: that of the query and the month. */
export function isShared(key: Key): key is 'ask' | 'month' {
  return key === 'ask' || key === 'month'
}

function equal(alias: string, keys: readonly Key[]): string {
  return keys.map((key) => `${alias}.${identifier(key)} = k.${identifier(key)}`).join(' and ')
}
