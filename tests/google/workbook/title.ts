/** A title as Google writes it in a range: plain where it can be, else in quotes with inner ones doubled. */
export function quotedTitle(title: string): string {
  const plain = /^[A-Za-z_][\w.]*$/.test(title)
  return plain && !looksLikeCell(title) ? title : `'${title.replaceAll("'", "''")}'`
}

/** Whether a bare title would be read as a cell or a truth value. */
export function looksLikeCell(title: string): boolean {
  return /^([A-Z]{1,3}\d+|R\d*C\d*|TRUE|FALSE)$/i.test(title)
}
