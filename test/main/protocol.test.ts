import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileOf, serveRenderer } from '#main/protocol'
import { makeTemporaryFolder } from '#support/temporary-folder'

describe('le protocole app://', () => {
  let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
  let site: string
  const get = (path: string, method = 'GET'): Promise<Response> => serveRenderer(site)({ url: `app://maillage${path}`, method })

  beforeAll(async () => {
    folder = await makeTemporaryFolder()
    site = join(folder.path, 'site')
    await mkdir(join(site, 'assets'), { recursive: true })
    await writeFile(join(site, 'index.html'), '<h1>Maillage</h1>')
    await writeFile(join(site, 'assets/worker.js'), 'postMessage(1)')
    await writeFile(join(site, 'assets/un module.wasm'), 'wasm')
    await writeFile(join(folder.path, 'secret.txt'), 'secret')
  })
  afterAll(() => folder.remove())

  it('sert la page, et la même page pour toute adresse de l’application', async () => {
    for (const path of ['/', '/personnes', '/personnes/0198?onglet=heures#vie']) {
      const answer = await get(path)
      expect(await answer.text()).toBe('<h1>Maillage</h1>')
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
  })

  it('dit le type de chaque fichier, sans quoi le navigateur refuserait le module', async () => {
    expect((await get('/assets/worker.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await get('/assets/un%20module.wasm')).headers.get('content-type')).toBe('application/wasm')
  })

  it('joint la règle de sécurité à tout, même à un refus', async () => {
    for (const path of ['/', '/assets/worker.js', '/assets/absent.js'])
      expect((await get(path)).headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it('n’autorise que ce qui vient de l’application', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })

  it('répond « introuvable » pour un fichier absent et refuse d’écrire', async () => {
    expect((await get('/assets/absent.js')).status).toBe(404)
    expect((await get('/', 'POST')).status).toBe(405)
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00/../secret.txt',
    '/%E0%A4%A/secret.txt',
    '//secret.txt',
  ])('ne sort pas de son dossier par %s', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  it('n’est que lui-même : une autre origine n’obtient rien', async () => {
    for (const url of ['app://maillage.example/', 'app://autre/', 'https://maillage/', 'file:///etc/passwd', 'pas une adresse'])
      expect((await serveRenderer(site)({ url, method: 'GET' })).status).toBe(404)
  })

  it('aucune suite de morceaux de chemin ne mène hors du dossier', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '%5c', '\\', '/', '//', '%00', 'assets', 'x.txt', '%252e%252e')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = fileOf('/site', `app://maillage/${pieces.join('/')}`)
        return path === null || path.startsWith('/site/')
      }),
    )
  })
})
