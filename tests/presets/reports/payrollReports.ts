import type { Row } from '../../../scripts/private/sources/source.ts'

/** Gusto's journal as it comes: titles, two payrolls, tips between known columns of the second, totals. */
export const gustoReport: readonly Row[] = [
  ['Payroll Journal Report'],
  [],
  ['Northside Family Practice, LLC'],
  [],
  ['Employee Earnings'],
  ['Biweekly Payroll payroll period', ' 09/21/2026 - 10/04/2026'],
  ['Pay day', ' 10/09/2026'],
  [
    ...['Last Name', 'First Name', 'Work Address', 'Employee Type', 'Payment'],
    ...['Regular (Hours)', 'Regular (Rate)', 'Regular (Amount)', 'Overtime (Hours)', 'Overtime (Rate)'],
    ...['Overtime (Amount)', 'Gross Earnings', 'Employee Taxes', 'Medicare (Employee)', 'Employer Taxes'],
    ...['Medicare (Employer)', 'Net Pay', 'Reimbursements', 'Check Amount', 'Employer Cost'],
  ],
  [
    ...['Birch', 'Ada', '1 Main St, Suite 2', 'Hourly', 'Direct deposit', '80.00', '25.00', '2,000.00'],
    ...[
      '1.50',
      '37.50',
      '56.25',
      '2,056.25',
      '300.00',
      '29.82',
      '157.30',
      '29.82',
      '1,756.25',
      '',
      '1,756.25',
    ],
    '2,213.55',
  ],
  [
    ...['Moss', 'Cy', '1 Main St, Suite 2', 'Salaried', 'Check', '', '', '3,000.00'],
    ...[
      '',
      '',
      '',
      '3,000.00',
      '500.00',
      '43.50',
      '229.50',
      '43.50',
      '2,500.00',
      '20.00',
      '2,520.00',
      '3,249.50',
    ],
  ],
  [
    ...['Payroll Totals', '', '', '', '', '80.00', '25.00', '5,000.00', '1.50', '37.50', '56.25', '5,056.25'],
    ...['800.00', '73.32', '386.80', '73.32', '4,256.25', '20.00', '4,276.25', '5,463.05'],
  ],
  [],
  ['Weekly Payroll payroll period', ' 10/05/2026 - 10/11/2026'],
  ['Pay day', ' 10/16/2026'],
  [
    ...['Last Name', 'First Name', 'Work Address', 'Employee Type', 'Payment'],
    ...['Regular (Hours)', 'Regular (Rate)', 'Regular (Amount)', 'Additional Earnings', 'Paycheck Tips'],
    ...['Gross Earnings', 'Employee Taxes', 'Employer Taxes', 'Net Pay', 'Employer Cost'],
  ],
  [
    ...['Reed', 'Bo', '1 Main St, Suite 2', 'Hourly', 'Direct deposit', '16.65', '7.25', '120.71', '0.00'],
    ...['30.10', '150.81', '11.54', '12.07', '139.27', '162.88'],
  ],
  [
    ...[
      'Payroll Totals',
      '',
      '',
      '',
      '',
      '16.65',
      '7.25',
      '120.71',
      '0.00',
      '30.10',
      '150.81',
      '11.54',
      '12.07',
    ],
    ...['139.27', '162.88'],
  ],
]

/** QuickBooks' summary: items down the side, three columns for each employee and for all. */
export const quickbooksReport: readonly Row[] = [
  [null, null, 'Northside Family Practice'],
  [null, null, 'Payroll Summary'],
  [null, null, 'October 1 - 14, 2026'],
  [null, null, 'Ada Birch', null, null, null, 'Cy Moss', null, null, null, 'TOTAL'],
  [
    ...[null, null, 'Hours', 'Rate', 'Oct 1 - 14, 26', null, 'Hours', 'Rate', 'Oct 1 - 14, 26', null],
    ...['Hours', 'Rate', 'Oct 1 - 14, 26'],
  ],
  ['Employee Wages, Taxes and Adjustments'],
  [null, 'Gross Pay'],
  [null, 'Salary', null, null, null, null, null, null, 3000, null, null, null, 3000],
  [null, 'Hourly', 80, 25, 2000, null, null, null, null, null, 80, null, 2000],
  [null, 'Vacation', 8, 25, 200, null, null, null, null, null, 8, null, 200],
  [null, 'Total Gross Pay', 88, null, 2200, null, null, null, 3000, null, 88, null, 5200],
  [null, 'Taxes Withheld'],
  [null, 'Medicare Employee', null, null, -31.9, null, null, null, -43.5, null, null, null, -75.4],
  ['Net Pay', null, 88, null, 2168.1, null, null, null, 2956.5, null, 88, null, 5124.6],
  ['Employer Taxes and Contributions'],
  [null, 'Medicare Company', null, null, 31.9, null, null, null, 43.5, null, null, null, 75.4],
  [
    ...[
      'Total Employer Taxes and Contributions',
      null,
      null,
      null,
      31.9,
      null,
      null,
      null,
      43.5,
      null,
      null,
      null,
    ],
    75.4,
  ],
]

/** ADP's hours and earnings: codes beside amounts, no hours blank, zeros in front of file numbers. */
export const adpReport: readonly Row[] = [
  [
    ...['Co Code', 'Batch ID', 'File #', 'Reg Hours', 'O/T Hours', 'Hours 3 Code', 'Hours 3 Amount'],
    ...[
      'Earnings 3 Code',
      'Earnings 3 Amount',
      'Temp Dept',
      'Temp Rate',
      'Memo Code',
      'Memo Amount',
      'Pay Date',
    ],
  ],
  ['ABC', 'W41', '000101', '40', '2.5', 'VAC', '8', 'BON', '150.00', '', '', '', '', '10/16/2026'],
  ['ABC', 'W41', '000102', '32', '', '', '', '', '', '', '', '', '', '10/16/2026'],
  ['ABC', 'W41', '000102', '8', '', '', '', '', '', '200', '', '', '', '10/16/2026'],
  ['!Batch total', '', '', '80', '2.5', '', '8', '', '150.00'],
  ['!END OF BATCH'],
]

/** Paychex' lines: a row for each pay component. */
export const paychexLinesReport: readonly Row[] = [
  [
    ...[
      'Company ID',
      'Worker ID',
      'Org',
      'Job Number',
      'Pay Component',
      'Rate',
      'Rate Number',
      'Hours',
      'Units',
    ],
    ...['Line Date', 'Amount', 'Check Seq Number'],
  ],
  ['77', '0007', '100', '', 'Regular', '25', '1', '8', '', '10/05/2026', '200.00', '1'],
  ['77', '0007', '200', '', 'Regular', '30', '2', '2', '', '10/05/2026', '60.00', '1'],
  ['77', '0007', '100', '', 'Overtime', '37.5', '1', '1', '', '10/06/2026', '37.50', '1'],
]

/** Paychex' worksheet: hours by kind, a salary as an amount. */
export const paychexJournalReport: readonly Row[] = [
  ['Employee Information', 'Salary', 'Reg Hrs', 'O/T Hr', 'PTO', 'Holiday', 'NEW RATES'],
  ['Birch, Ada J.', '', '76', '1.5', '4', '', ''],
  ['Moss, Cy', '3,000.00', '', '', '', '8', ''],
]
