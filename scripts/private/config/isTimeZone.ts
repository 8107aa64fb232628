/** Whether an IANA time zone of that name exists. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return /^(UTC|[A-Za-z]+\/.+)$/.test(name)
  } catch {
    return false
  }
}
