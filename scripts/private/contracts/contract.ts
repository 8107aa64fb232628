import type { Dataset } from './dataset.ts'

/**
 * What a field holds, and with it how a cell is cast, what the row holds afterwards and how the
 * ledger stores it.
 *
 * | kind      | in the row                                   | ledger    |
 * | --------- | -------------------------------------------- | --------- |
 * | id        | text, digits kept (`007`, `12.10`)           | VARCHAR   |
 * | text      | trimmed text                                 | VARCHAR   |
 * | date      | `2026-10-31`, practice time zone             | DATE      |
 * | timestamp | `2026-10-31 09:30:00`, practice time zone    | TIMESTAMP |
 * | time      | `09:30`, practice time zone                  | VARCHAR   |
 * | money     | integer cents                                | BIGINT    |
 * | hours     | integer hundredths of an hour                | BIGINT    |
 * | minutes   | minutes, may be a fraction                   | DOUBLE    |
 * | decimal   | number                                       | DOUBLE    |
 * | integer   | integer                                      | BIGINT    |
 * | boolean   | true or false                                | BOOLEAN   |
 * | choice    | one of `values`                              | VARCHAR   |
 * | marker    | true if the cell marks a test patient        | BOOLEAN   |
 */
export type FieldKind =
  | 'id'
  | 'text'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'money'
  | 'hours'
  | 'minutes'
  | 'decimal'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'marker'

/** Privacy class of a field, as `domain/schemas.md` has it; `direct` is read only to derive a flag. */
export type PrivacyClass = 'none' | 'indirect' | 'direct' | 'staff'

export interface Field {
  readonly kind: FieldKind
  /** The column must exist and the cell must be filled (after maps and constants). */
  readonly required: boolean
  readonly privacy: PrivacyClass
  /** Headers that mean this field, besides its own name; compared after `normaliseHeader`. */
  readonly aliases: readonly string[]
  /** For `choice`: the closed vocabulary. */
  readonly values?: readonly string[]
  /** For `choice`: the map (tab and shipped defaults) that turns a raw value into one of `values`. */
  readonly map?: MapName
  /**
   * For `choice`, with a map or without: what an unmapped value does. `refuse` stops the run (it would change a
   * denominator or a sign), `unmapped` keeps the row under `unmapped` (or `unknown`) and counts it.
   */
  readonly unmapped?: 'refuse' | 'unmapped'
  /** Resolved through the providers or payers tab (display name, or payer class). */
  readonly resolve?: 'provider' | 'payer'
  readonly description: string
}

export type MapName = 'status' | 'transaction_type' | 'adjustment' | 'visit_type'

export interface Contract<Name extends Dataset = Dataset, Fields extends Record<string, Field> = Record<string, Field>> {
  readonly dataset: Name
  /** "one row per …" */
  readonly grain: string
  /** Fields that identify a row; the first alternative whose fields are all filled is used. */
  readonly keys: readonly (readonly string[])[]
  /** The field whose sum is accounted for (read = included + quarantined + …), or null. */
  readonly control: string | null
  /** Groups of fields that a tab needs one of at least; the rest of each may be missing. */
  readonly oneOf?: readonly (readonly string[])[]
  readonly fields: Fields
}

type Value<F extends Field> = F['kind'] extends 'money' | 'hours' | 'minutes' | 'decimal' | 'integer'
  ? number
  : F['kind'] extends 'boolean' | 'marker'
    ? boolean
    : F['values'] extends readonly (infer V)[]
      ? V
      : string

/** A validated row of a contract. A field that is not required may be null: blank, never zero. */
export type RowOf<C extends Contract> = {
  -readonly [K in keyof C['fields']]: C['fields'][K]['required'] extends true
    ? Value<C['fields'][K]>
    : Value<C['fields'][K]> | null
}

/** Declares a contract, keeping its literal types. */
export function defineContract<Name extends Dataset, const Fields extends Record<string, Field>>(
  contract: Contract<Name, Fields>,
): Contract<Name, Fields> {
  return contract
}
