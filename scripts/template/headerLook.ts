import type { ColumnFormat, TemplateColumn, TemplateTab } from './templateTab.ts'

/** Colours as RRGGBB. */
export interface HeaderLook {
  readonly fill: string
  readonly text: string
}

/** Headers that must be filled are dark, others light; contrast at least 4.5 to 1. */
export function headerLook({ required }: TemplateColumn, { kind }: TemplateTab): HeaderLook {
  const isDark = required || kind === 'guide'
  return isDark ? { fill: '0F4C5C', text: 'FFFFFF' } : { fill: 'DCE9EC', text: '16323A' }
}

/** Colour of the tab's flap: where to fill in, what to leave alone. */
export function flapColour({ kind }: TemplateTab): string {
  switch (kind) {
    case 'guide':
    case 'settings':
      return 'E09F3E'
    case 'data':
      return '0F4C5C'
    case 'map':
      return '6A994E'
    case 'words':
    case 'control':
      return '9AA5AB'
  }
}

/** Format codes that Excel and Google Sheets both know. */
export const formatCodes: Readonly<Record<ColumnFormat, string | null>> = {
  general: null,
  text: '@',
  date: 'm/d/yyyy',
  time: 'h:mm AM/PM',
  timestamp: 'm/d/yyyy h:mm AM/PM',
  money: '#,##0.00',
  decimal: '0.00',
  integer: '0',
}
