import { describe, expect, it } from 'vitest'
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
