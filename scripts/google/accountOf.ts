import type { CredentialFile } from './credentialFile.ts'

/** The address that spreadsheets must be shared with; null if the credentials do not tell. */
export function accountOf(file: CredentialFile): string | null {
  switch (file.type) {
    case 'service_account':
      return asAddress(file.client_email)
    case 'authorized_user':
      return asAddress(file.account)
    case 'external_account':
    case 'impersonated_service_account':
      return impersonatedAccount(file.service_account_impersonation_url ?? '')
  }
}

function impersonatedAccount(url: string): string | null {
  const name = /\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(url)?.[1]
  return asAddress(name?.replace(/%40/g, '@'))
}

/** What can stand in a message; anything but an address is none. */
function asAddress(text: string | undefined): string | null {
  return text !== undefined && /^[\w.!#$&'*+/=?^`{|}~-]+@[\w.:-]+$/.test(text) ? text : null
}
