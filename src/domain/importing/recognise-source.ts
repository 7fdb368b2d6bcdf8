import { foldWords } from '#domain/fold-text'
import type { ImportSource } from '#domain/importing/mapping'

/**
 * The program whose export has these headers, or null. Headers are compared folded: trailing blanks (Galette), capitals, accents and marks of order do not matter,
 * nor does the organiser's own questions at the end (HelloAsso), nor hidden fields.
 */
export const recogniseSource = (headers: readonly string[]): ImportSource | null => {
  const names = new Set(headers.map((header) => foldWords(header.replace(groupPrefix, ''))))
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.has(name))
  const some = (...wanted: readonly string[]): boolean => wanted.some((name) => names.has(name))
  const count = (...wanted: readonly string[]): number => wanted.filter((name) => names.has(name)).length

  if (has('identifiant maillage')) return 'maillage'
  if (has('nom acheteur', 'prenom acheteur') && some('formule', 'carte d adherent', 'montant adhesion')) return 'helloasso-memberships-2021'
  if (some('reference commande', 'date de la commande', 'statut de la commande') || has('email payeur')) {
    if (some('nom adherent', 'prenom adherent', 'carte d adherent', 'tarif de l inscription')) return 'helloasso-memberships'
    if (some('nom participant', 'prenom participant', 'billet', 'numero de billet') && has('reference commande')) return 'helloasso-ticketing'
    if (has('reference commande') && some('nom payeur', 'email payeur')) return 'helloasso-form'
  }
  if (some('id du contact') && count('nom', 'prenom', 'sexe', 'date de naissance', 'email', 'telephone mobile') >= 2) return 'assoconnect'
  if (has('nom adh', 'prenom adh')) return 'galette'
  if (
    count(
      'id de l adherent',
      'gsm',
      'courriel',
      'exempt de cotisation',
      'apparaitre sur les pages publiques',
      'administrateur galette',
      'date d echeance',
      'id gnupg gpg',
      'personne morale',
      'autres informations admin',
    ) >= 4
  )
    return 'galette'
  if (
    has('nom prenom') &&
    count('numero de membre', 'inscription a la lettre d information', 'date d inscription', 'categorie', 'adresse e mail', 'adresse postale') >= 3
  )
    return 'paheko'
  if (has('given name', 'family name') && some('e mail 1 value', 'phone 1 value', 'group membership', 'name')) return 'google-contacts'
  if (has('first name', 'last name') && some('e mail 1 value', 'phone 1 value', 'labels') && some('file as', 'labels', 'organization name'))
    return 'google-contacts-2024'
  if (
    has('first name', 'last name') &&
    count('e mail address', 'home street', 'business phone', 'mobile phone', 'home country region', 'categories', 'e mail 2 address') >= 3
  )
    return 'outlook'
  if (
    has('nom', 'prenom') &&
    count('adresse de messagerie', 'rue domicile', 'rue bureau', 'tel mobile', 'telephone bureau', 'type de messagerie', 'pays region domicile') >= 3
  )
    return 'outlook'
  if (has('email address') && count('member rating', 'optin time', 'leid', 'euid', 'unsub time', 'confirm time', 'last changed') >= 2)
    return 'mailchimp'
  if (has('email') && count('email blacklisted', 'sms blacklisted', 'added time', 'modified time') >= 2) return 'brevo'
  return null
}

const groupPrefix = /^.* \/ (?=\S)/
