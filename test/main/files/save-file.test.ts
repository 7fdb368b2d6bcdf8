import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { saveFile, saveProblem } from '../../../src/main/files/save-file.ts'

const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-enregistrer-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A disk of its own, which only root can mount. */
const mountTmpfs = (folder: string, options: string): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  undo.push(() => void execFileSync('umount', [folder]))
}
const canMount = ((): boolean => {
  if (process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe('enregistrer un fichier', () => {
  test('le fichier est entier, remplace l’ancien et garde ses droits', async () => {
    const path = join(await newFolder(), 'bilan.xlsx')
    await writeFile(path, 'ancien')
    await chmod(path, 0o640)
    expect((await saveFile(path, bytes('nouveau'))).ok).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('nouveau')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
    expect(await readdir(join(path, '..'))).toEqual(['bilan.xlsx'])
  })

  test('un lien reste un lien vers le même fichier', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'vrai'))
    await writeFile(join(folder, 'vrai', 'bilan.csv'), 'ancien')
    await symlink(join(folder, 'vrai', 'bilan.csv'), join(folder, 'lien.csv'))
    expect((await saveFile(join(folder, 'lien.csv'), bytes('nouveau'))).ok).toBe(true)
    expect((await lstat(join(folder, 'lien.csv'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'vrai', 'bilan.csv'), 'utf8')).toBe('nouveau')
  })

  test('un dossier qui a disparu', async () => {
    const folder = await newFolder()
    expect(await saveFile(join(folder, 'parti', 'bilan.csv'), bytes('x'))).toMatchObject({
      ok: false,
      error: { kind: 'folder-missing', fileName: 'bilan.csv' },
    })
    expect(await readdir(folder)).toEqual([])
  })

  test('un fichier ouvert dans LibreOffice est laissé en paix', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'bilan.ods'), 'ancien')
    await writeFile(join(folder, '.~lock.bilan.ods#'), ',camille,portable,')
    expect(await saveFile(join(folder, 'bilan.ods'), bytes('nouveau'))).toMatchObject({ ok: false, error: { kind: 'locked' } })
    expect(await readFile(join(folder, 'bilan.ods'), 'utf8')).toBe('ancien')
  })

  test('ce que disent les systèmes, dans nos mots', () => {
    const kinds = (platform: NodeJS.Platform) =>
      ['EBUSY', 'ETXTBSY', 'EPERM', 'EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR', 'EFBIG', 'EIO'].map(
        (code) => saveProblem('a', Object.assign(new Error(code), { code }), platform).kind,
      )
    const same = ['refused', 'refused', 'disk-full', 'disk-full', 'folder-missing', 'folder-missing', 'too-large', 'unknown']
    expect(kinds('win32')).toEqual(['locked', 'locked', 'locked', ...same])
    expect(kinds('linux')).toEqual(['locked', 'locked', 'refused', ...same])
  })
})

describe.skipIf(!canMount)('sur de vrais disques', () => {
  test('disque plein au milieu : l’ancien fichier est entier, rien ne reste à côté', async () => {
    const folder = await newFolder()
    mountTmpfs(folder, 'size=64k')
    const path = join(folder, 'bilan.xlsx')
    await writeFile(path, 'ancien')
    expect(await saveFile(path, new Uint8Array(200_000))).toMatchObject({ ok: false, error: { kind: 'disk-full', fileName: 'bilan.xlsx' } })
    expect(await readFile(path, 'utf8')).toBe('ancien')
    expect(await readdir(folder)).toEqual(['bilan.xlsx'])
  })

  test('dossier où l’on n’a pas le droit d’écrire', async () => {
    const folder = await newFolder()
    mountTmpfs(folder, 'size=64k')
    await writeFile(join(folder, 'bilan.csv'), 'ancien')
    execFileSync('mount', ['-o', 'remount,ro', folder])
    expect(await saveFile(join(folder, 'autre.csv'), bytes('nouveau'))).toMatchObject({ ok: false, error: { kind: 'refused' } })
    expect(await saveFile(join(folder, 'bilan.csv'), bytes('nouveau'))).toMatchObject({ ok: false, error: { kind: 'refused' } })
    expect(await readFile(join(folder, 'bilan.csv'), 'utf8')).toBe('ancien')
  })

  test('fichier tenu par le système', async () => {
    const folder = await newFolder()
    const path = join(folder, 'bilan.csv')
    await writeFile(path, 'ancien')
    // A file that is a mount point can be written but not replaced: the nearest thing here to a file that another program holds.
    execFileSync('mount', ['--bind', path, path])
    undo.push(() => void execFileSync('umount', [path]))
    expect(await saveFile(path, bytes('nouveau'))).toMatchObject({ ok: false, error: { kind: 'locked' } })
    expect(await readFile(path, 'utf8')).toBe('ancien')
    expect(await readdir(folder)).toEqual(['bilan.csv'])
  })
})
