/** Attended rows of a patient and day besides the first, by month (`2024-03`). */
export function repeatsIn(rows: readonly Readonly<Record<string, string>>[]): Record<string, number> {
  const seen = new Set<string>()
  const again: Record<string, number> = {}
  for (const { status, patient_id = '', appointment_date = '' } of rows) {
    if (status !== 'attended') continue
    const visit = `${patient_id} ${appointment_date}`
    const month = appointment_date.slice(0, 7)
    if (seen.has(visit)) again[month] = (again[month] ?? 0) + 1
    seen.add(visit)
  }
  return again
}
