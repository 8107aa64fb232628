import { paymentOf, x12Text } from '../../helpers/x12Text.ts'
import type { SampleReport } from './sampleReport.ts'

/** One payment of everything: lines, a denial, an answer to a secondary claim, a reversal, money of no claim. */
export const everything = [
  ...paymentOf('102'),
  // Paid 80 of 150: 20 are the patient's, 50 the contract's.
  'CLP*C-1*1*150*80*20*12*P1',
  'SVC*HC:99213*150*80**1',
  'DTM*472*20260914',
  'CAS*PR*3*20',
  'CAS*CO*45*30**A2*20',
  'REF*6R*L-1',
  // Denied for want of an authorization, but for the part that the contract settles.
  'CLP*C-2*4*200*0**12*P2',
  'DTM*232*20260915',
  'CAS*CO*45*60**197*140',
  // The second payer of a claim: the first one's answer is in its own remittance.
  'CLP*C-3*2*100*12**12*P3',
  'DTM*232*20260916',
  'CAS*OA*23*88',
  // What was paid in August comes back.
  'CLP*C-4*22*-90*-40**12*P4',
  'DTM*232*20260801',
  'CAS*CO*45*-50',
  // A line that nobody pays and nobody denies: it belongs to another one.
  'CLP*C-5*1*30*0**12*P5',
  'SVC*HC:36415*30*0**1',
  'DTM*472*20260917',
  'CAS*CO*97*30',
  // 10 are kept back, of which 7 stand over; 1.50 are interest, 48.50 a bonus.
  'PLB*1999999999*20261231*WO:P4*10*FB:P4*-10*L6*-1.5*LS*-48.5',
]

/** A remittance with one payment of everything. */
export const x12RemittanceReport: SampleReport = {
  file: 'acme.835',
  preset: 'x12_remittance',
  content: x12Text([everything]),
}
