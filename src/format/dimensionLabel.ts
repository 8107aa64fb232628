import type { Dimension } from '../cubes/cube.ts'
import { dimensionTexts, nursesText } from '../texts/dimensionTexts.ts'

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
  const label = dimension === 'role_group' && text === 'nurse' ? nursesText : ownText(dimensionTexts, text)
  if (label !== undefined) return label
  const words = text.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Not what every object has by itself: a site may be called `constructor`. */
function ownText(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined
}
