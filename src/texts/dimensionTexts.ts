/** Values of dimensions in words; those that read well with their underscores replaced are not here. */
export const dimensionTexts: Readonly<Record<string, string>> = {
  medicare_adv: 'Medicare Advantage',
  workers_comp: "Workers' comp",
  self_pay: 'Self-pay',
  tricare_va: 'TRICARE and VA',
  none_given: 'None given',
  unmapped: 'Not mapped',
  nurse: 'Nurse visit',
  new: 'New patient',
  app: 'NP and PA',
  small_balance: 'Small balance',
  no_auth: 'No authorization',
  provider_comp: 'Provider compensation',
  rent_occupancy: 'Rent and occupancy',
  drugs_vaccines: 'Drugs and vaccines',
  it_software: 'IT and software',
  lab_imaging: 'Lab and imaging',
  travel_cme: 'Travel and CME',
  '0-30': '0–30 days',
  '31-60': '31–60 days',
  '61-90': '61–90 days',
  '91-120': '91–120 days',
  '121+': 'Over 120 days',
  '91+': 'Over 90 days',
  '1-7': 'Days 1–7',
  '8-14': 'Days 8–14',
  '15-21': 'Days 15–21',
  '22-28': 'Days 22–28',
}

/** The role group of the code `nurse`, which is a visit type too. */
export const nursesText = 'Nurses'
