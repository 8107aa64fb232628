import { z } from 'zod'
import { contracts } from '../contracts/contracts.ts'
import { datasets } from '../contracts/dataset.ts'

/** A field that a pin names and its dataset does not have. */
export interface UnknownField {
  readonly path: readonly PropertyKey[]
  readonly name: string
  readonly known: readonly string[]
}

const keys = z.record(z.string(), z.unknown()).catch({})
const pins = z.looseObject({
  tabs: z.array(
    z
      .looseObject({
        dataset: z.enum(datasets),
        columns: keys,
        constants: keys,
        fill_down: z.array(z.string()).catch([]),
      })
      .nullable()
      .catch(null),
  ),
})

/**
 * Fields of pins that no contract knows. Looks at the file as it stands, so that these mistakes show
 * beside those that the schema finds.
 */
export function unknownFields(file: unknown): UnknownField[] {
  const parsed = pins.safeParse(file)
  if (!parsed.success) return []
  return parsed.data.tabs.flatMap((pin, index) => {
    if (!pin) return []
    const known = Object.keys(contracts[pin.dataset].fields)
    const named = [
      ...(['columns', 'constants'] as const).flatMap((group) =>
        Object.keys(pin[group]).map((name) => ({ path: [group, name], name })),
      ),
      ...pin.fill_down.map((name, place) => ({ path: ['fill_down', place], name })),
    ]
    return named
      .filter(({ name }) => !known.includes(name))
      .map(({ path, name }) => ({ path: ['tabs', index, ...path], name, known }))
  })
}
