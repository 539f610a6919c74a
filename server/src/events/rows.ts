/** Not above the id of any event that was written at `at` or later: ids begin with their millisecond. */
export function firstIdAt(at: Date): string {
  return `evt_${Math.max(at.getTime(), 0).toString(16).padStart(12, '0')}`
}
