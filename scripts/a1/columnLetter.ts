/** Spreadsheet letters of a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : columnLetter(rest - 1) + letter
}

/** The column of spreadsheet letters, large or small: A is 0, AA is 26. */
export function columnIndex(letters: string): number {
  const place = (letter: string) => letter.charCodeAt(0) - 64
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + place(letter), 0) - 1
}
