import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findElectron } from '#support/find-electron'
import { launchApp } from '#support/launch'
import { SecondInstance, type LaunchedApp } from '#support/launch-options'
import { isAlive } from '#support/processes'
import { makeTemporaryFolder } from '#support/temporary-folder'

// The contract that the stand-in and real Electron both keep: every other spec relies on it.
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let app: LaunchedApp
const launch = (): Promise<LaunchedApp> => launchApp({ userData: join(folder.path, 'profil'), documents: join(folder.path, 'Documents') })

test.beforeEach(async () => {
  folder = await makeTemporaryFolder()
  app = await launch()
})
test.afterEach(async () => {
  await app.close()
  await folder.remove()
})

test.describe('entre la page et le programme', () => {
  test('un appel répond, dans la langue demandée', async () => {
    const info = await app.page.evaluate(() => window.desktop.appInfo())
    expect(info).toMatchObject({ platform: process.platform, locale: 'fr' })
    expect(await app.page.evaluate(() => navigator.language)).toBe('fr-FR')
  })

  test('une erreur du programme arrive comme une erreur, avec ses mots', async () => {
    const refused = await app.page.evaluate(() =>
      window.desktop
        .openExternal({ url: 'https://www.cnil.fr.example.org/' })
        .catch((problem: unknown) => ({ isError: problem instanceof Error, words: String(problem) })),
    )
    expect(refused).toMatchObject({ isError: true, words: expect.stringContaining('not on the list') })
  })

  test('une demande mal formée est refusée avant d’être traitée', async () => {
    const refused = await app.page.evaluate(() => window.desktop.openExternal({ url: 'pas une adresse' }).catch(String))
    expect(refused).toContain('bad payload')
    expect(await app.acts()).toEqual([])
  })

  test('les octets traversent intacts, dans les deux sens', async () => {
    const answer = await app.page.evaluate(async () => {
      const databaseId = crypto.randomUUID()
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256)
      await window.desktop.appendJournal({ databaseId, entries: [{ sequence: 1, bytes: bytes.subarray(10) }], counts: { people: 1 } })
      const [entry] = await window.desktop.readJournal({ databaseId, after: 0, limit: 10 })
      const back = entry?.bytes
      return { isBytes: back instanceof Uint8Array, length: back?.length, isSame: back?.every((byte, index) => byte === bytes[index + 10]) }
    })
    expect(answer).toEqual({ isBytes: true, length: 69_990, isSame: true })
  })

  test('ce que le menu demande arrive dans la page', async () => {
    await app.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      window.desktop.on('menuCommand', (command) => heard.push(command))
    })
    await app.pressMenu('Annuler')
    await expect.poll(() => app.page.evaluate('window.heard')).toEqual(['undo'])
  })

  test('une touche du menu que la page laisse passer lance sa commande', async () => {
    test.skip(findElectron() !== null, 'keys sent by a test do not reach the native menu of Electron')
    await app.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      window.desktop.on('menuCommand', (command) => heard.push(command))
    })
    await app.page.keyboard.press('Control+s')
    await expect.poll(() => app.page.evaluate('window.heard')).toEqual(['backup'])
  })

  test('la page ne reçoit rien d’Electron hors de son contrat', async () => {
    const known = await app.page.evaluate(() => ({
      isFrozen: Object.isFrozen(window.desktop),
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
    }))
    expect(known).toEqual({ isFrozen: true, require: 'undefined', process: 'undefined' })
  })
})

test.describe('les fenêtres du système', () => {
  test('rendent ce que l’utilisateur a choisi, ou rien quand il renonce', async () => {
    const chosen = join(folder.path, 'Clé USB')
    await mkdir(chosen)
    await app.answerDialogs([{ open: [chosen] }, null])
    const choose = (): Promise<string | null> => app.page.evaluate(() => window.desktop.chooseBackupFolder({ which: 'second' }))
    expect(await choose()).toContain(chosen)
    expect(await choose()).toBeNull()
    expect((await app.acts()).map((act) => act.kind)).toEqual(['dialog', 'dialog'])
  })
})

test.describe('la page est enfermée', () => {
  test('la règle de sécurité accompagne chaque réponse', async () => {
    const policy = await app.page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
  })

  test('un script glissé dans la page n’est pas exécuté', async () => {
    const violated = await app.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
          const script = document.createElement('script')
          script.textContent = 'window.intruder = true'
          document.body.append(script)
        }),
    )
    expect(violated).toBe('script-src-elem')
    expect(await app.page.evaluate('window.intruder')).toBeUndefined()
  })

  test('aucune demande ne sort de l’application', async () => {
    const outcome = await app.page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'sortie',
        () => 'refusée',
      ),
    )
    expect(outcome).toBe('refusée')
  })

  test('un chemin ne peut pas sortir du dossier de l’application', async () => {
    const statuses = await app.page.evaluate(() =>
      Promise.all(
        ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json'].map(async (path) => (await fetch(path)).status),
      ),
    )
    expect(statuses).toEqual([404, 404, 404])
  })

  test('elle ne peut ni partir ailleurs ni ouvrir une autre fenêtre', async () => {
    const address = app.page.url()
    const opened = await app.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      return window.open('https://example.org/')
    })
    expect(opened).toBeNull()
    expect(await app.page.evaluate(() => typeof window.desktop)).toBe('object')
    expect(app.page.context().pages()).toHaveLength(1)
    expect(app.page.url()).toBe(address)
  })

  test('elle n’obtient ni position, ni notifications, ni lecture du presse-papiers', async () => {
    const states = await app.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'clipboard-read'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    expect(states).toEqual(['denied', 'denied', 'denied'])
  })
})

test.describe('le profil', () => {
  test('ce qui est enregistré est là à l’ouverture suivante, et perdu avec son dossier', async () => {
    await writeNote('gardé')
    await app.close()
    app = await launch()
    expect(await readNote()).toBe('gardé')
    await app.close()
    await rm(app.profileFolder, { recursive: true })
    app = await launch()
    expect(await readNote()).toBeNull()
  })

  test('ne s’ouvre pas deux fois en même temps', async () => {
    await expect(launch()).rejects.toThrow(SecondInstance)
    expect(await app.page.evaluate(() => typeof window.desktop)).toBe('object')
  })

  test('un arrêt brutal ne laisse rien derrière lui, et le profil se rouvre', async () => {
    await app.kill()
    expect(isAlive(app.pid)).toBe(false)
    expect(processesOn(app.profileFolder)).toEqual([])
    app = await launch()
    expect(await app.page.evaluate(() => typeof window.desktop)).toBe('object')
  })
})

/** A database of the test's own, beside the application's. */
const writeNote = (note: string): Promise<void> =>
  app.page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('essai', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('notes')
        opening.onerror = () => reject(new Error('refused'))
        opening.onsuccess = () => {
          const writing = opening.result.transaction('notes', 'readwrite', { durability: 'strict' })
          writing.objectStore('notes').put(text, 'une')
          writing.oncomplete = () => resolve()
        }
      }),
    note,
  )

const readNote = (): Promise<string | null> =>
  app.page.evaluate(
    () =>
      new Promise<string | null>((resolve, reject) => {
        const opening = indexedDB.open('essai', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('notes')
        opening.onerror = () => reject(new Error('refused'))
        opening.onsuccess = () => {
          const reading = opening.result.transaction('notes').objectStore('notes').get('une')
          reading.onsuccess = () => resolve((reading.result as string | undefined) ?? null)
        }
      }),
  )

/** Processes that were started on a profile and still run. */
const processesOn = (profile: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandOf(pid).includes(profile) && isAlive(Number(pid)))

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
