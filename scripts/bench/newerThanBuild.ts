import { globSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

/** What a build of the site is made from, relative to the project. */
const sources = [
  'src/**/*',
  'public/**/*',
  'scripts/{chunks,policy}/**/*',
  'astro.config.mjs',
  'package-lock.json',
]

/**
 * A file of the project that was written after the site was built into `built`, relative to the project; null if the
 * build is as new as all it is made from. Figures of an older build are another site's. Throws where nothing is built.
 */
export function newerThanBuild(project: string, built: string): string | null {
  const builtAt = statSync(resolve(built, 'index.html')).mtimeMs
  for (const path of globSync([...sources], { cwd: project })) {
    const found = statSync(resolve(project, path))
    if (found.isFile() && found.mtimeMs > builtAt) return path
  }
  return null
}
