import type { Dimension } from '../cubes/cube.ts'

/** Codes of the closed vocabularies that do not read well with their underscores replaced. */
const labels: Readonly<Record<string, string>> = {
  medicare_adv: 'Medicare Advantage',
  workers_comp: "Workers' comp",
  self_pay: 'Self-pay',
  tricare_va: 'TRICARE and VA',
  none_given: 'None given',
  unmapped: 'Not mapped',
  nurse: 'Nurse visit',
  new: 'New patient',
  app: 'NP and PA',
  small_balance: 'Small balance',
  no_auth: 'No authorization',
  provider_comp: 'Provider compensation',
  rent_occupancy: 'Rent and occupancy',
  drugs_vaccines: 'Drugs and vaccines',
  it_software: 'IT and software',
  lab_imaging: 'Lab and imaging',
  travel_cme: 'Travel and CME',
  '0-30': '0–30 days',
  '31-60': '31–60 days',
  '61-90': '61–90 days',
  '91-120': '91–120 days',
  '121+': 'Over 120 days',
  '91+': 'Over 90 days',
  '1-7': 'Days 1–7',
  '8-14': 'Days 8–14',
  '15-21': 'Days 15–21',
  '22-28': 'Days 22–28',
}

/** Dimensions whose values are names of the practice's own, or stand for them, and are shown as they are. */
const named: readonly Dimension[] = ['provider', 'location', 'weekday']

/** Where the names behind aliases are, for a reader who may have them: the practice. */
export interface NameSource {
  readonly names?: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>>
}

/**
 * A dimension's value as it is shown: `medicare_adv` is `Medicare Advantage`, and `Provider 2` a name for whom the
 * practice tells it. Every value on the screen goes through here; queries and addresses have the value itself.
 */
export function dimensionLabel(dimension: Dimension, value: string | number, { names }: NameSource): string {
  const text = String(value)
  const name = ownText(names?.[dimension] ?? {}, text)
  if (name !== undefined) return name
  if (named.includes(dimension)) return text
  const label = dimension === 'role_group' && text === 'nurse' ? 'Nurses' : ownText(labels, text)
  if (label !== undefined) return label
  const words = text.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Not what every object has by itself: a site may be called `constructor`. */
function ownText(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}
