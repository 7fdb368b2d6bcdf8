import { foldWords } from '#domain/fold-text'
import type { ImportField } from '#domain/importing/mapping'

/**
 * The field that a header announces, in French or English, whatever its accents, blanks, capitals, little words and numbering; null when none.
 * « Nom », « Date », « Participant »… have several meanings: what they are is settled by `guess-mapping` from the values.
 */
export const fieldOfHeader = (header: string): ImportField | null => fieldOfWords(headerWords(header)) ?? fieldWithoutHint(header)

/** « Sexe (M/F) », « Tél. (portable de préférence) »: what stands in brackets only says how to answer. */
const fieldWithoutHint = (header: string): ImportField | null => {
  const bare = header.replace(answerHint, '')
  return bare === header ? null : fieldOfWords(headerWords(bare))
}

const fieldOfWords = (words: string): ImportField | null =>
  fieldByWords.get(words) ??
  fieldByWords.get(words.replace(ending, '')) ??
  fieldByWords.get(words.replace(subject, '')) ??
  fieldOfParent(words) ??
  fieldOfPlace(words) ??
  (asksForNews.test(words) ? 'consentEmail' : null)

/** « Mail responsable 1 », « Prénom de la mère »: whoever answers for a child is nobody's own contact. */
const fieldOfParent = (words: string): ImportField | null => {
  const [, what] = ofParent.exec(words) ?? []
  return what === undefined ? null : (payerFields.get(fieldByWords.get(what) ?? 'note') ?? null)
}

const fieldOfPlace = (words: string): ImportField | null => {
  const field = place.test(words) ? fieldByWords.get(words.replace(place, '')) : undefined
  return field !== undefined && placedFields.has(field) ? field : null
}

/** The words of a header that carry meaning: « N° de tél. (portable) * » → « n tel portable ». */
export const headerWords = (header: string): string =>
  foldWords(header.replace(prefix, '').replace(camel, '$1 $2'))
    .replace(question, '')
    .split(' ')
    .filter((word) => !littleWords.has(word))
    .join(' ')
    .replace(numbering, '')
    .replace(hint, '')
    .trim()

const littleWords = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'un',
  'une',
  'votre',
  'vos',
  'mon',
  'ma',
  'of',
  'the',
  'your',
  'et',
  'and',
  'a',
  'au',
  'aux',
  'en',
  'par',
  'the',
  'complete',
  'obligatoire',
  'requis',
  'required',
  'svp',
])
const prefix = /^champ (?:additionnel|compl[ée]mentaire)\s*:\s*/i
/** « CodePostal », « nomBeneficiaire ». */
const camel = /(\p{Ll})(\p{Lu})/gu
const numbering = / (?:n )?\d{1,2}$| (?:principal|principale|personnel|personnelle|perso|value|valeur)$/
const hint = / (?:jj mm aaaa|dd mm yyyy|jj mm aa|format .*|si .*|facultatif|optionnel)$/
/** « Prénom de l'adhérent », « E-mail du bénévole »: whose it is goes without saying, except for somebody else. */
const ending =
  / (?:adherente?s?|membres?|benevoles?|participante?s?|contacts?|personnes?|eleves?|jeunes?|mentors?|mentorees?|mentores?|usage|interesse|inscrit|usager|adh|stagiaire|candidat|joueur|licencie|alumni|utilisateur|beneficiaire)$/
/** « Quel est votre nom ? », « Merci d’indiquer votre e-mail » (forms). */
const question =
  /^(?:quel(?:le)?s? (?:est|sont)|(?:merci de |veuillez )?(?:indiquer|indiquez|renseigner|renseignez|saisir|saisissez|preciser|precisez)) /
const answerHint =
  /\s*\((?:[mfh] ?[/ou]+ ?[mfh]|oui ?[/ou]+ ?non|o ?\/ ?n|(?:tel|t[ée]l\.?|portable|mobile|fixe)?[^()]*(?:pr[ée]f[ée]rence|si possible|obligatoire|facultati(?:f|ve))[^()]*|ex(?:emple)?\b[^()]*|format[^()]*|[jmad]{2}[/. ][jmad]{2}[^()]*)\)/i
/** « Ville (domicile) », as Outlook writes it in French. */
const place = / (?:domicile|bureau|autre|mobile)$/
const placedFields: ReadonlySet<ImportField> = new Set(['phone', 'email', 'street', 'postalCode', 'city', 'country'])
const ofParent =
  /^(.+) (?:payeur|acheteur|parents?|(?:responsables?|resp)(?: legal| legaux| leg)?|representants?(?: legal| legaux)?|tuteur(?: legal)?|tutrice|mere|pere|maman|papa)$/
const payerFields: ReadonlyMap<ImportField, ImportField> = new Map([
  ['lastName', 'payerLastName'],
  ['firstName', 'payerFirstName'],
  ['email', 'payerEmail'],
])
/** « J’accepte de recevoir la newsletter par e-mail ». */
const asksForNews =
  /^(?:j |je )?(?:accepte|souhaite|souhaitez vous|voulez vous|acceptez vous|veux|voudrais|desire|autorise) (?:recevoir|etre inscrit|inscription)\b.*\b(?:newsletters?|lettre info(?:rmation)?|infolettre)\b/
const subject = /^(?:adherent|membre|benevole|participant|contact|personne|eleve|jeune|mentor|mentore|member|user|volunteer) /

const wordsByField: Readonly<Partial<Record<ImportField, string>>> = {
  lastName:
    'nom|nom famille|nom usage|nom naissance|noms|last name|lastname|surname|family name|patronyme|name last|nom marital|nom usuel|lname|last|nom adh|nom marital usage',
  firstName: 'prenom|prenoms|first name|firstname|given name|forename|prenom usage|prenom usuel|name first|fname|first|prenom adh|prenom s',
  fullName:
    'nom prenom|prenom nom|nom prenoms|nom complet|identite|full name|fullname|name|prenom nom famille|nom famille prenom|qui|noms prenoms|display name|nom affiche|contact|participant|participante|personne|participants',
  email:
    'email|e mail|mail|courriel|mel|adresse mail|adresse email|adresse e mail|adresse electronique|adresse courriel|email address|e mail address|adresse messagerie|mails|emails|courriels|courrier electronique|adresse mel|adresse messagerie 2|adresse messagerie 3|adresses mail|adresses email|contact mail|contact email|mail contact|primary email|email adh',
  phone:
    'telephone|tel|portable|mobile|gsm|phone|phone number|telephone portable|tel portable|telephone mobile|tel mobile|telephone fixe|tel fixe|fixe|n telephone|n tel|num tel|num telephone|numero telephone|numero tel|numero|numero telephone mobile|numero telephone portable|numero telephone fixe|numero portable|numero mobile|n portable|mobile phone|home phone|primary phone|business phone|other phone|cell|cell phone|cellphone|tel domicile|telephone domicile|tel maison|domicile tel|sms|whatsapp|telephones|tels|contact telephone|contact tel|tel bureau|telephone professionnel|telephone pro|tel pro|mobile number|mobile phone number|tel adh|gsm adh|coordonnees telephoniques|ligne fixe|numero gsm',
  contactLabels: 'usage coordonnees|use contact details',
  moreContacts: 'autres coordonnees|other contact details',
  consentDetails: 'detail accords|consent details',
  birthDate:
    'date naissance|naissance|ne le|nee le|ne|nee|ne e|ne e le|ne nee|ne nee le|date naiss|ddn|birthday|birth date|birthdate|date birth|dob|date anniversaire|anniversaire|jour naissance|naiss|date naissance jj mm aaaa|ddn adh|nele|date nais',
  birthYear: 'annee naissance|an naissance|birth year|annee naiss|year birth|annee nais',
  gender: 'sexe|genre|gender|sex|civilite|civ|titre civilite|h f|f h|sexe h f|sexe f h|pronom|sexe adh',
  street:
    'adresse|adresse privee|adresse personnelle|adresse professionnelle|adresse postale|rue|voie|street|address|n rue|numero rue|adresse ligne|adresse ligne 1|complement adresse|complement|address line|address line 1|street address|home street|home address|domicile|adresse domicile|lieu dit|numero voie|n voie|libelle voie|adresse rue|adresse residence|adresse adh|postal address',
  postalCode:
    'code postal|cp|c p|postal code|zip|zip code|zipcode|codepostal|code post|postcode|post code|code postal ville|cp adh|code postal commune|cp ville|cp commune|code postal residence|code postal domicile|cpostal|cod postal|cod post',
  city: 'ville|commune|city|localite|town|ville residence|commune residence|ville domicile|municipality|ville adh|commune domicile|ville habitation|lib commune',
  communeCode: 'code insee|insee|code commune|codgeo|insee com|code insee commune|code commune insee|depcom|code officiel commune|num insee|n insee',
  qpvCode: 'qpv|code qpv|code qp|quartier prioritaire|code quartier prioritaire|quartier politique ville|code quartier',
  country: 'pays|pays region|country|pays residence|home country|nation|pays adh',
  organisation:
    'organisation|structure|association|societe|entreprise|employeur|etablissement|ecole|college|lycee|company|organization|organization name|raison sociale|nom structure|nom association|nom entreprise|nom etablissement|nom organisation|denomination|organisme|etablissement scolaire|universite|company name|lieu travail|nom societe|institution|societe adh',
  organisationTitle: 'fonction|poste|job title|title|titre poste|intitule poste|organization title|fonction structure|poste occupe|metier',
  organisationStart: 'organisation depuis|organisation since',
  organisationEnd: 'organisation jusqu au|organisation jusqu|organisation until',
  role: 'role|roles|statut|qualite|type membre|type adherent|categorie|statut association|fonction association|role association|status|membership type|type contact|categorie membre|statut membre|type adhesion|profil|college electoral',
  roleStart:
    'date debut|debut|date adhesion|adhesion|date entree|entree|depuis|date debut adhesion|start date|membre depuis|adherent depuis|benevole depuis|date arrivee|arrivee|date debut benevolat|date debut mission|adhesion le|date engagement|since|date debut role|date cotisation|date paiement cotisation|arrive le|date prise fonction',
  roleEnd:
    'date fin|fin|date sortie|sortie|date depart|depart|date echeance|echeance|date fin adhesion|end date|jusqu|jusqu au|date fin benevolat|date fin mission|fin adhesion|parti le|date fin role|fin validite|valable jusqu|expiration|date expiration',
  joinedOn:
    'date inscription|inscription|inscrit le|inscrite le|date creation|created|creation|registration date|joined|joined on|premiere adhesion|date premiere adhesion|1ere adhesion|date 1ere adhesion|annee entree|annee adhesion|annee inscription|annee arrivee|date enregistrement|cree le|added time|date ajout|date crea adh',
  tag: 'tags|tag|etiquettes|etiquette|groupes|groupe|labels|label|mots cles|mot cle|listes|liste|categories|group membership|keywords|groups|commissions|commission|segments|poles|pole',
  note: 'notes|note|commentaires|commentaire|remarques|remarque|observations|observation|infos|info|informations|autres informations|comments|comment|divers|memo|informations complementaires|autres|autre information|precisions|info adh',
  consentEmail:
    'newsletter|lettre information|inscription lettre information|inscription lettre|abonnement newsletter|inscription newsletter|abonne newsletter|recevoir newsletter|opt in|optin|opt in email|optin email|consentement email|consentement mail|accord mail|accord email|accepte mails|accepte emails|accepte newsletter|accepte recevoir newsletter|email opt in|lettre info|infolettre|inscription infolettre|souhaite recevoir newsletter|consentement|rgpd|accord rgpd|consent|consent email|email consent|accepte e mails|accord e mail|mailing',
  consentPhone: 'consentement telephone|accord telephone|accepte appels|phone consent|opt in telephone',
  consentSms: 'consentement sms|accord sms|accepte sms|opt in sms|optin sms|sms opt in|sms consent',
  consentPost: 'consentement courrier|accord courrier|accepte courrier|consentement postal',
  refusesEmail:
    'desinscrit|desinscrite|desinscrit newsletter|desinscrits|desabonne|desabonnee|desabonne newsletter|desinscription|desabonnement|unsubscribed|opt out|optout|opt out email|refus mail|refus mails|refus email|refuse mails|refuse emails|refuse newsletter|refus newsletter|stop mail|stop mails|stop email|stop newsletter|ne plus envoyer mail|ne plus envoyer mails|pas mail|pas mails|email opt out|desinscrit mailing',
  refusesSms: 'stop sms|refus sms|opt out sms|sms opt out|desinscrit sms',
  doNotContact: 'ne pas contacter|ne plus contacter|do not contact|opposition|oppose contact|no contact|ne pas deranger|liste rouge',
  deceased: 'decede|decedee|deces|deceased|decede e|date deces',
  memberNumber:
    'numero adherent|n adherent|numero membre|n membre|num adherent|num membre|matricule|numero licence|n licence|member number|no adherent|numero carte|n carte|id adherent|numero adhesion|n adhesion|membership number|num adh|numero adh|code adherent|n adh|member id|no membre|numero carte adherent|licence',
  externalId:
    'identifiants externes|external identifiers|id|identifiant|id contact|reference|ref|uid|identifiant unique|contact id|external id|id externe|id adh|id membre|code|id personne',
  territory: 'territoire|quartier|secteur|antenne|zone|territory|territoire action|bassin|secteur geographique|agence|delegation|antenne locale',
  payerLastName:
    'nom payeur|nom acheteur|nom parent|nom responsable|nom responsable legal|nom representant legal|payer last name|nom donneur ordre|nom titulaire',
  payerFirstName:
    'prenom payeur|prenom acheteur|prenom parent|prenom responsable|prenom responsable legal|payer first name|prenom representant legal',
  payerEmail:
    'email payeur|e mail payeur|email acheteur|mail payeur|mail acheteur|email parent|mail parent|mail parents|email parents|e mail parents|email responsable|email responsable legal|mail responsable legal|courriel payeur|courriel parents|courriel responsable legal|payer email|adresse mail parents|email representant legal',
  eventName:
    'evenement|nom evenement|action|atelier|activite|seance|event|event name|intitule evenement|manifestation|nom atelier|nom action|nom activite|titre evenement|intitule action|intitule atelier|intitule|rencontre|titre|libelle|reunion|nom event',
  eventDate:
    'date evenement|date atelier|date action|date seance|date activite|event date|date rencontre|date manifestation|date reunion|jour|date event',
  eventKind: 'type evenement|type action|type activite|type atelier|event type|nature evenement|nature action|type event',
  eventPlace: 'lieu|lieu evenement|salle|place|location|lieu action|lieu atelier|event place|endroit|lieu rencontre',
  attendance:
    'presence|present|presente|statut presence|participation|participe|venu|attendance|emargement|presences|attended|present absent|present e|a participe|statut participation|present oui non',
  hours:
    'heures|nb heures|nombre heures|heures benevolat|duree|hours|volume horaire|temps|duree heures|temps passe|heures effectuees|nb h|h|nombre heures benevolat|total heures|heures donnees|duree h|temps heures',
  hoursDate: 'date heures|date benevolat|date intervention|date mission|date saisie',
  hoursTask: 'tache|mission|task|taches|missions|nature mission|objet|description activite|nature tache|type mission',
  organisationKind:
    'type structure|type organisation|type etablissement|type organisme|nature structure|categorie structure|organisation type|nature juridique|forme juridique|type partenaire|statut juridique',
  organisationNumber:
    'siret|siren|rna|n siret|numero siret|numero rna|n rna|siren siret|code siret|identifiant rna|n siren|uai|siret siren|siren siret|numero uai|idattribuant|idbeneficiaire|n siret siren',
  organisationEmail:
    'email structure|mail structure|courriel structure|email organisation|mail organisation|e mail organisation|organisation email|organization email',
  organisationPhone: 'telephone structure|tel structure|telephone organisation|tel organisation|organisation phone|organization phone',
  organisationWebsite: 'site web|site internet|site|website|web|url|web page',
  maillageId: 'identifiant maillage',
}
const fieldByWords: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(wordsByField) as readonly (readonly [ImportField, string])[]).flatMap(([field, words]) =>
    words.split('|').map((word) => [word, field] as const),
  ),
)
