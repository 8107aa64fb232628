const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `Total for October 2025` from `2025-10`. */
export function totalLabel(month: string): string {
  return `Total for ${names[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
}
