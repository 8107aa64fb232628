import type { facts, FactName } from '../cubes/facts.ts'
import type { Metric } from './metric.ts'

declare const dated: unique symbol

/** A metric whose terms are all dated as it says: what `defineMetric` gives, and the only thing a page can ask for. */
export type DatedMetric = Metric & { readonly [dated]: true }

/**
 * Declares a metric. Does not compile where a term counts by another date than the metric's own (payments by posting
 * date over charges by service date), unless the metric names that other date in `mixedWith`; nor where it names one
 * that no term has, or a measure that there is not.
 */
export function defineMetric<const M extends Metric>(metric: M & Dated<M>): DatedMetric {
  const plain: Metric = metric
  return plain as DatedMetric
}

/** Nothing more than a metric is; or, where its dates do not agree, a field that no metric can have. */
type Dated<M extends Metric> = [Stray<TermOf<M>, M['dateBasis'] | Mixed<M>>] extends [never]
  ? [Exclude<Mixed<M>, Stray<TermOf<M>, M['dateBasis']>>] extends [never]
    ? unknown
    : { readonly 'mixedWith names a date that no term needs': Mixed<M> }
  : { readonly 'a term is dated otherwise; name its date in mixedWith': Stray<TermOf<M>, M['dateBasis']> }

/** Of each term that counts by none of these dates, its own. */
type Stray<T, Allowed> = T extends unknown
  ? [Extract<DatesOf<T>, Allowed>] extends [never]
    ? DatesOf<T>
    : never
  : never

type Mixed<M> = M extends { readonly mixedWith: readonly (infer B)[] } ? B : never

type TermOf<M> =
  | (M extends { readonly numerator: readonly (infer T)[] } ? T : never)
  | (M extends { readonly denominator: readonly (infer T)[] } ? T : never)
  | (M extends { readonly fact: infer F; readonly count: infer C }
      ? { readonly fact: F; readonly measure: C }
      : never)

/** The dates by which a term's measure counts: its own, else its fact's, and one that is always the same day. */
type DatesOf<T> = T extends { readonly fact: infer F extends FactName; readonly measure: infer Name }
  ? Name extends keyof MeasuresOf<F>
    ? OwnDate<MeasuresOf<F>[Name], (typeof facts)[F]['dateBasis']> | OtherDate<MeasuresOf<F>[Name]>
    : 'there is no such measure'
  : never

type OwnDate<Measure, Else> = Measure extends { readonly dateBasis: infer B } ? B : Else
type OtherDate<Measure> = Measure extends { readonly alsoBy: infer B } ? B : never

type MeasuresOf<F extends FactName> = (typeof facts)[F]['measures']
