/** Every run of base64 in a text, decoded, joined to one: what was kept in another dress. */
export function hiddenTexts(text: string): string {
  const words = text.match(/[A-Za-z0-9+/_-]{8,}={0,2}/g) ?? []
  return words.map((word) => Buffer.from(word, 'base64').toString('latin1')).join('\n')
}
