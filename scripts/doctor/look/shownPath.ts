import { isAbsolute, relative, sep } from 'node:path'

/** A path as lines show it: from the project's folder if it lies in there, else whole. */
export function shownPath(path: string, project: string): string {
  return isBelow(path, project) ? relative(project, path) : path
}

/** Whether a path lies in a folder. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
