import { foldWords } from '#domain/fold-text'
import { ownField } from '#domain/importing/own-columns'
import type { ImportField, ImportSource } from '#domain/importing/mapping'

/** What a known program's column is: a field, left out (`null`: internal to that program), or undefined: nothing special, guess as for any file. */
export const sourceField = (source: ImportSource, header: string): ImportField | null | undefined => {
  if (source === 'maillage') return ownField(header)
  const name = foldWords(header)
  const exact = columnsBySource[source]?.[name]
  if (exact !== undefined) return exact === '' ? null : exact
  switch (source) {
    case 'google-contacts':
    case 'google-contacts-2024':
      return googleField(name)
    case 'outlook':
      return outlookKnown.has(name) ? undefined : outlookPattern(name)
    default:
      return undefined
  }
}

type Columns = Readonly<Record<string, ImportField | ''>>
const list = (field: ImportField | '', names: string): Columns => Object.fromEntries(names.split('|').map((name) => [name, field]))

const helloAssoOrder: Columns = {
  ...list(
    '',
    'reference commande|moyen de paiement|tarif|montant tarif|code promo|montant code promo|numero de billet|billet|attestation|recu|numero de recu|carte d adherent|statut du paiement|montant total|champ additionnel|url de la carte d adherent',
  ),
  'statut de la commande': 'orderStatus',
  'email payeur': 'payerEmail',
  'nom payeur': 'payerLastName',
  'prenom payeur': 'payerFirstName',
  'raison sociale': 'organisation',
}
const columnsBySource: Readonly<Partial<Record<ImportSource, Columns>>> = {
  'helloasso-memberships': {
    ...helloAssoOrder,
    'nom adherent': 'lastName',
    'prenom adherent': 'firstName',
    'date de la commande': 'roleStart',
    statut: 'orderStatus',
    'tarif de l inscription': '',
  },
  'helloasso-memberships-2021': {
    ...list(
      '',
      'numero|formule|montant adhesion|code promo|moyen de paiement|attestation|recu|numero de recu|carte d adherent|adresse acheteur|code postal acheteur|ville acheteur|pays acheteur',
    ),
    statut: 'orderStatus',
    date: 'roleStart',
    societe: 'organisation',
    'nom acheteur': 'payerLastName',
    'prenom acheteur': 'payerFirstName',
    email: 'email',
  },
  'helloasso-ticketing': { ...helloAssoOrder, 'nom participant': 'lastName', 'prenom participant': 'firstName', 'date de la commande': '' },
  // No participant in such a form: whoever pays is the person.
  'helloasso-form': { ...helloAssoOrder, 'nom payeur': 'lastName', 'prenom payeur': 'firstName', 'email payeur': 'email', 'date de la commande': '' },
  assoconnect: { 'id du contact': 'externalId' },
  galette: {
    ...list(
      '',
      'identifiant|date de modification|compte|administrateur galette|exempt de cotisation|apparaitre sur les pages publiques|langue|id gnupg gpg|fingerprint|parent|login adh|date modif adh|activite adh|bool admin adh|bool exempt adh|bool display info|pref lang|gpgid|parent id|region|region adh|pseudo|pseudo adh|lieu de naissance|lieu naissance',
    ),
    'id de l adherent': 'externalId',
    'id adh': 'externalId',
    statut: 'role',
    'id statut': '',
    nom: 'lastName',
    'nom adh': 'lastName',
    prenom: 'firstName',
    'prenom adh': 'firstName',
    'personne morale': 'organisation',
    'societe adh': 'organisation',
    titre: '',
    'titre adh': '',
    'date de naissance': 'birthDate',
    'ddn adh': 'birthDate',
    genre: 'gender',
    'sexe adh': 'gender',
    adresse: 'street',
    'adresse adh': 'street',
    'cp adh': 'postalCode',
    'ville adh': 'city',
    'pays adh': 'country',
    'tel adh': 'phone',
    gsm: 'phone',
    'gsm adh': 'phone',
    courriel: 'email',
    'email adh': 'email',
    'autres informations': 'note',
    'autres informations admin': 'note',
    'info adh': 'note',
    'info public adh': 'note',
    'date de creation': 'joinedOn',
    'date crea adh': 'joinedOn',
    'date d echeance': 'roleEnd',
    'date echeance': 'roleEnd',
    'numero adherent': 'memberNumber',
    'num adh': 'memberNumber',
  },
  paheko: {
    'nom prenom': 'fullName',
    'numero de membre': 'memberNumber',
    'adresse e mail': 'email',
    'adresse postale': 'street',
    'inscription a la lettre d information': 'consentEmail',
    'date d inscription': 'joinedOn',
    categorie: 'role',
    'numero de telephone': 'phone',
    'date de naissance complete': 'birthDate',
    'annee de naissance': 'birthYear',
    pronom: '',
    photo: '',
    'rattache a': '',
    'membres rattaches': '',
  },
  'google-contacts': {
    ...list(
      '',
      'additional name|yomi name|given name yomi|additional name yomi|family name yomi|name prefix|name suffix|initials|nickname|short name|maiden name|location|billing information|directory server|mileage|hobby|sensitivity|priority|subject|language|photo',
    ),
    name: 'fullName',
    'given name': 'firstName',
    'family name': 'lastName',
    'group membership': 'tag',
    notes: 'note',
  },
  'google-contacts-2024': {
    ...list(
      '',
      'middle name|phonetic first name|phonetic middle name|phonetic last name|name prefix|name suffix|nickname|file as|organization department|photo',
    ),
    'first name': 'firstName',
    'last name': 'lastName',
    labels: 'tag',
    'organization name': 'organisation',
    'organization title': 'organisationTitle',
    notes: 'note',
  },
  outlook: {
    ...list('phone', 'primary phone|home phone|home phone 2|mobile phone|business phone|business phone 2|other phone|car phone'),
    ...list('email', 'e mail address|e mail 2 address|e mail 3 address'),
    ...list(
      'street',
      'home street|home street 2|home street 3|business street|business street 2|business street 3|other street|other street 2|other street 3',
    ),
    ...list('postalCode', 'home postal code|business postal code|other postal code'),
    ...list('city', 'home city|business city|other city'),
    ...list('country', 'home country|business country|other country|home country region|business country region|other country region'),
    'first name': 'firstName',
    'last name': 'lastName',
    gender: 'gender',
    birthday: 'birthDate',
    notes: 'note',
    company: 'organisation',
    'job title': 'organisationTitle',
    categories: 'tag',
    // The same export in French.
    ...list(
      '',
      'titre|deuxieme prenom|suffixe|service|type de messagerie|type de messagerie 2|nom complet de l adresse de messagerie|initiales|prive|priorite|langue|emplacement|sexe indetermine|mots cles|kilometrage|critere de diffusion|societe telephone|nom de l assistant e|nom du responsable|enfants|conjoint e|profession|bureau|passe temps|serveur d annuaire|page web|numero d identification de l organisation|no d identification gouvernement|compte|informations facturation|disponibilite internet|radio telephone|indicateur de telephone|telecopie domicile|telecopie bureau|autre telecopie|telex|telephone texte|recepteur de radiomessagerie|ligne rnis|rappel|telephone de l assistant|utilisateur 1|utilisateur 2|utilisateur 3|utilisateur 4',
    ),
    ...list(
      'phone',
      'tel mobile|telephone domicile|telephone 2 domicile|telephone bureau|telephone 2 bureau|telephone principal|autre telephone|telephone voiture',
    ),
    ...list('email', 'adresse de messagerie|adresse de messagerie 2|adresse de messagerie 3'),
    ...list('street', 'rue domicile|rue domicile 2|rue domicile 3|rue bureau|rue bureau 2|rue bureau 3|autre rue|autre rue 2|autre rue 3'),
    ...list('postalCode', 'code postal domicile|code postal bureau|autre code postal'),
    ...list('city', 'ville domicile|ville bureau|autre ville'),
    ...list('country', 'pays region domicile|pays region bureau|autre pays region'),
    nom: 'lastName',
    prenom: 'firstName',
    anniversaire: 'birthDate',
    societe: 'organisation',
    titre2: 'organisationTitle',
    fonction: 'organisationTitle',
  },
  mailchimp: {
    ...list(
      '',
      'member rating|optin ip|confirm time|confirm ip|latitude|longitude|gmtoff|dstoff|timezone|cc|region|last changed|leid|euid|unsub campaign title|unsub campaign id|unsub reason|unsub reason other|clean campaign title|clean campaign id',
    ),
    'email address': 'email',
    'optin time': 'optInOn',
    'unsub time': 'unsubscribedOn',
    // An address that bounced: Mailchimp writes to it no more, nor do we.
    'clean time': 'unsubscribedOn',
    notes: 'note',
    tags: 'tag',
  },
  brevo: {
    email: 'email',
    lastname: 'lastName',
    firstname: 'firstName',
    nom: 'lastName',
    prenom: 'firstName',
    sms: 'phone',
    'email blacklisted': 'refusesEmail',
    'sms blacklisted': 'refusesSms',
    ...list('', 'added time|modified time|contact id|lastname 2|landline number|whatsapp blacklisted|ext id|doublelists'),
  },
}

const googleField = (name: string): ImportField | null | undefined => {
  const [, kind = '', rest = ''] = googleGroup.exec(name) ?? []
  switch (kind) {
    case 'e mail':
      return rest === 'value' ? 'email' : null
    case 'phone':
      return rest === 'value' ? 'phone' : null
    case 'address':
      return googleAddress[rest] ?? null
    case 'organization':
      return rest === 'name' ? 'organisation' : rest === 'title' ? 'organisationTitle' : null
    case 'website':
    case 'event':
    case 'custom field':
    case 'relation':
    case 'im':
      return null
    default:
      return undefined
  }
}
const googleGroup = /^(e mail|phone|address|organization|website|event|custom field|relation|im) \d+ (.+)$/
const googleAddress: Readonly<Partial<Record<string, ImportField>>> = {
  street: 'street',
  city: 'city',
  'postal code': 'postalCode',
  country: 'country',
}

/** What Outlook writes beside names, addresses, phones and notes means nothing to an association. */
const outlookPattern = (name: string): null | undefined =>
  /^(?:middle name|title|suffix|initials|web page|anniversary|location|language|internet free busy|pager|home fax|home address|home address po box|home state|spouse|children|manager s name|assistant s name|referred by|company main phone|business fax|assistant s phone|department|office location|organizational id number|profession|account|business address|business address po box|business state|other fax|other address|other address po box|other state|callback|isdn|radio phone|tty tdd phone|telex|user \d|keywords|mileage|hobby|billing information|directory server|sensitivity|priority|private)$/.test(
    name,
  )
    ? null
    : undefined
const outlookKnown: ReadonlySet<string> = new Set(Object.keys(columnsBySource.outlook ?? {}))
