/** The height of one bar with its room, in pixels. */
export const rowHeight = 32

/** The height of a drawing with one bar a line, in pixels. Known before the drawing library is there. */
export function barsHeight(rows: number): number {
  return rows * rowHeight + 8
}
