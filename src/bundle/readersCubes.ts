import type { Audience } from '../cubes/audience.ts'
import { audienceOf } from '../cubes/audienceOf.ts'
import { cubesOf, type Cube, type Fact } from '../cubes/cube.ts'
import { facts } from '../cubes/facts.ts'
import type { Practice } from './bundle.ts'

/** A fact, and those of its tables that an edition holds. */
export interface ReadersFact {
  readonly fact: Fact
  readonly cubes: readonly Cube[]
}

/** The tables of an audience's edition, by fact; a fact without any is not there. */
export function readersCubes({ facts: there }: Pick<Practice, 'facts'>, audience: Audience): ReadersFact[] {
  return Object.values<Fact>(facts)
    .filter(({ name }) => there.includes(name))
    .map((fact) => ({
      fact,
      cubes: cubesOf(fact).filter((cube) => audience === 'owner' || audienceOf(cube) === 'viewer'),
    }))
    .filter(({ cubes }) => cubes.length > 0)
}
