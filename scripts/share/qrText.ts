import { renderUnicodeCompact } from 'uqr'

/** White on black of fixed shades, whatever the terminal's own colours are: cameras expect a dark code on light. */
const colours = '\u001b[38;5;231;48;5;16m'
const reset = '\u001b[0m'

/** A QR code for a terminal that shows colours, dark or light; two rows of the code in each line. */
export function qrText(link: string): string {
  return renderUnicodeCompact(link, { border: 2 })
    .split('\n')
    .map((line) => `${colours}${line}${reset}`)
    .join('\n')
}
