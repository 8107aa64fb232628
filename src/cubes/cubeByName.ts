import { cubesOf, type Cube } from './cube.ts'
import { facts } from './facts.ts'

const cubes = new Map(
  Object.values(facts)
    .flatMap((fact) => cubesOf(fact))
    .map((cube) => [cube.name, cube]),
)

/** The declared cube of this name. Throws `unknown cube: x`. */
export function cubeByName(name: string): Cube {
  const cube = cubes.get(name)
  if (cube === undefined) throw new Error(`unknown cube: ${name}`)
  return cube
}
