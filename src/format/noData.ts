import { numberTexts } from '../texts/numberTexts.ts'

/** What stands for null wherever a number is shown. */
export const noData = numberTexts.noData

/** A true minus sign, which screen readers and tabular figures treat as one. */
export function withMinus(text: string): string {
  return text.replace('-', '−')
}
