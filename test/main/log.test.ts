import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLog } from '#main/log'
import { makeTemporaryFolder } from '#support/temporary-folder'

const now = (): Date => new Date('2026-03-12T09:30:00Z')

describe('le journal technique', () => {
  it('écrit aussitôt une ligne datée, la pile d’un défaut comprise', async () => {
    const folder = await makeTemporaryFolder()
    const log = openLog(join(folder.path, 'profil'), now)
    log.info('main', 'start')
    log.problem('files', new Error('boum'))
    const text = await readFile(log.path, 'utf8')
    expect(text).toMatch(/^2026-03-12T09:30:00\.000Z info \[main\] start\n2026-03-12T09:30:00\.000Z problem \[files\] Error: boum\n {4}/)
    await folder.remove()
  })

  it('ne grossit pas sans fin : un ancien fichier, un nouveau', async () => {
    const folder = await makeTemporaryFolder()
    const log = openLog(folder.path, now)
    for (let index = 0; index < 30; index += 1) log.info('main', 'x'.repeat(50_000))
    const sizes = await Promise.all(['maillage.log', 'maillage.1.log'].map(async (name) => (await stat(join(folder.path, name))).size))
    for (const size of sizes) expect(size).toBeLessThan(1_100_000)
    await folder.remove()
  })

  it('n’arrête pas l’application quand il ne peut pas écrire', () => {
    expect(() => openLog('/dev/null/impossible', now).problem('main', 'boum')).not.toThrow()
  })
})
