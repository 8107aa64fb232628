import type { SampleReport } from './sampleReport.ts'

/** A report as the text of its file: CSV, where it is a table. */
export function reportText({ content }: SampleReport): string {
  if (typeof content === 'string') return content
  return content
    .map((row) =>
      row.map((cell) => quoted(cell === null || typeof cell === 'object' ? '' : String(cell))).join(','),
    )
    .join('\n')
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
