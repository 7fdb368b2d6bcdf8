import { common as commonEn } from './en/common.ts'
import { shell as shellEn } from './en/shell.ts'
import { common } from './fr/common.ts'
import { shell } from './fr/shell.ts'
import type { Translation } from './translation.ts'

/** French is the type. One namespace a feature: add `fr/<ns>.ts` and `en/<ns>.ts`, then one line in each of the two lists. */
export const fr = {
  common,
  shell,
} as const

export const en = {
  common: commonEn,
  shell: shellEn,
} as const satisfies Translation<typeof fr>

export type Namespace = keyof typeof fr
