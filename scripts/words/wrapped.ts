/** A text in lines of so many columns, broken between words; every line but the first begins with `indent`. */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const start = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = start
  let isFresh = true
  for (const word of text.slice(start.length).split(' ')) {
    if (!isFresh && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else line = isFresh ? line + word : `${line} ${word}`
    isFresh = false
  }
  return [...lines, line]
}

/** A text in at most so many columns; what is too long loses its end. */
export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`
}
