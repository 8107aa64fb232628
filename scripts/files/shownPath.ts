import { relative } from 'node:path'
import { isBelow } from './isBelow.ts'

/** A path as lines show it: from the project's folder if it lies in there, else whole. */
export function shownPath(path: string, project: string): string {
  return isBelow(path, project) ? relative(project, path) : path
}
