/** Whether it is a language, BCP 47, with or without its region: `en-US`, `de`. */
export function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length > 0
  } catch {
    return false
  }
}
