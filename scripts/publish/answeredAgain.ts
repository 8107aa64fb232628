import type { Practice } from '../../src/bundle/bundle.ts'
import { cubeByName } from '../../src/cubes/cubeByName.ts'
import { readCube } from '../../src/db/readCube.ts'
import type { BundlePart } from './bundlePart.ts'
import { prepareAnswers } from './prepareAnswers.ts'

/**
 * A kept edition's parts with its answers prepared anew, from its own tables and from nothing else: another release may
 * ask other things of them, and tells viewers nothing by it that they could not work out already.
 */
export async function answeredAgain(parts: readonly BundlePart[]): Promise<BundlePart[]> {
  const practice = JSON.parse(textOf(parts, 'practice')) as Practice
  const cubes = parts.filter(({ name }) => name.startsWith('cubes/'))
  const tables = cubes.map(({ name, bytes }) =>
    readCube(cubeByName(name.slice('cubes/'.length)), new Uint8Array(bytes)),
  )
  const prepared = await prepareAnswers(await Promise.all(tables), practice, 'viewer')
  const answers = prepared.map((one): BundlePart => ({
    name: `answers/${one.page}`,
    audience: 'viewer',
    bytes: Buffer.from(JSON.stringify(one)),
  }))
  return [...parts.filter(({ name }) => !name.startsWith('answers/')), ...answers]
}

function textOf(parts: readonly BundlePart[], wanted: string): string {
  return Buffer.from(parts.find(({ name }) => name === wanted)?.bytes ?? []).toString()
}
