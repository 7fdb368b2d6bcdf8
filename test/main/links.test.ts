import { describe, expect, it } from 'vitest'
import { bccLink } from '#domain/letters/batches'
import { allowedLink } from '#main/links'

describe('les liens vers l’extérieur', () => {
  it('ouvre les sites officiels de la liste', () => {
    expect(allowedLink('https://www.cnil.fr/fr/associations')).toBe('https://www.cnil.fr/fr/associations')
  })

  it.each(['tel:+33612345678', 'mailto:camille.durand+asso@exemple.fr'])('laisse appeler et écrire : %s', (address) => {
    expect(allowedLink(address)).toBe(address)
  })

  it.each([
    'tel:15;phone-context=+33',
    'tel:*21*0612345678#',
    'mailto:camille@exemple.fr?bcc=autre@exemple.fr',
    'mailto:camille@exemple.fr,autre@exemple.fr',
    'mailto:camille%0Abcc@exemple.fr',
    'http://www.cnil.fr/',
    'https://www.cnil.fr.example.org/',
    'https://example.org/?https://www.cnil.fr/',
    'https://www.cnil.fr@example.org/',
    'https://moi:secret@www.cnil.fr/',
    'https://www.cnil.fr:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://www.cnil.fr/',
    'www.cnil.fr',
    '',
  ])('n’ouvre pas %s', (address) => {
    expect(allowedLink(address)).toBeNull()
  })
})

describe('un message à des personnes en copie cachée', () => {
  it('s’ouvre dans la messagerie', () => {
    const link = bccLink(['ines+asso@exemple.fr', 'o’neil@exemple.org', "d'arc@exemple.fr", 'élodie@mairie.exemple.fr', 'ines@forêt.exemple.fr'])
    expect(link).not.toBeNull()
    expect(allowedLink(link ?? '')).toBe(link)
  })

  it.each([
    'mailto:?bcc=',
    'mailto:?bcc=ines%40exemple.fr&attach=/etc/passwd',
    'mailto:?bcc=ines%40exemple.fr&subject=bonjour',
    'mailto:?bcc=ines%40exemple.fr?attach=x',
    'mailto:?bcc=ines%40exemple.fr%0A',
    'mailto:?bcc=ines%0Aattach:x%40exemple.fr',
    'mailto:?bcc=ines%26attach=x%40exemple.fr',
    'mailto:?bcc=ines%40exemple.fr "--gui"',
    'mailto:?attach=/etc/passwd',
    'MAILTO:?bcc=ines%40exemple.fr',
    `mailto:?bcc=${'a'.repeat(2_000)}%40exemple.fr`,
  ])('n’ouvre pas %s', (address) => {
    expect(allowedLink(address)).toBeNull()
  })

  it('les sites de la liste s’ouvrent toujours', () => {
    expect(allowedLink('https://www.cnil.fr/')).toBe('https://www.cnil.fr/')
  })
})
