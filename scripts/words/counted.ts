/** `1,234 rows`, `1 row`. */
export function counted(number: number, what: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? what : plural(what)}`
}

/** `and 1,234 more entries`, where a list was cut. */
export function andMore(number: number, what: string): string {
  return `and ${counted(number, `more ${what}`)}`
}

function plural(what: string): string {
  return /[^aeiou]y$/.test(what) ? `${what.slice(0, -1)}ies` : `${what}s`
}
