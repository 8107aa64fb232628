/** What kind of thing a value is, without any of it: `text, 11 characters`, `list of 3`, `number`. */
export function shapeOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string') return `text, ${counted(value.length, 'character')}`
  if (Array.isArray(value)) return `list of ${String(value.length)}`
  if (ArrayBuffer.isView(value)) return counted(value.byteLength, 'byte')
  if (value instanceof Date) return 'date'
  if (value instanceof Error) return 'error'
  return typeof value === 'object' ? `object of ${counted(Object.keys(value).length, 'field')}` : typeof value
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`
}
