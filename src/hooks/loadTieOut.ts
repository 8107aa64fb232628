import type { Bundle } from '../bundle/openBundle.ts'
import { cubesOf, type CubeTable } from '../cubes/cube.ts'
import { reconciliation } from '../cubes/facts.ts'

/** The published A/R roll-forward, month by month, or null if the bundle has none. Throws `BundleError`. */
export async function loadTieOut(bundle: Bundle): Promise<CubeTable | null> {
  const [cube] = cubesOf(reconciliation)
  if (!cube || !bundle.has(`cubes/${cube.name}`)) return null
  const [{ readCube }, bytes] = await Promise.all([
    import('../db/readCube.ts'),
    bundle.readBytes(`cubes/${cube.name}`),
  ])
  return readCube(cube, bytes)
}
