/** What Windows-1252 shows for the bytes 80 to 9F; U+FFFD where it has nothing (the byte then stands for itself). */
const upper = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'
const bytes = new Map(
  Array.from(upper).flatMap((sign, index) => (sign === '\ufffd' ? [] : [[sign, 0x80 + index]])),
)
/** A lead byte of UTF-8 and a byte that may follow it, as Windows-1252 shows them: no language writes them so. */
const suspect = /[ÂÃÄÅÆÇÈÉËÎÐÑÒÓâãäåæçèéêëìíîïð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * A text that was written as UTF-8 and read as Windows-1252 (`MuÃ±oz`) as it was meant (`Muñoz`). Only where every
 * letter of it fits: a text that is not UTF-8 when turned back into bytes stays as it is.
 */
export function mendEncoding(text: string): string {
  if (!suspect.test(text)) return text
  const codes = Array.from(text, (sign) => bytes.get(sign) ?? sign.codePointAt(0) ?? 0x100)
  if (codes.some((code) => code > 0xff)) return text
  try {
    return utf8.decode(Uint8Array.from(codes))
  } catch {
    return text
  }
}
