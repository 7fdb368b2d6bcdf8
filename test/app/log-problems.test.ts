// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { DesktopApi } from '#bridge/desktop-api'
import { logProblems } from '../../src/renderer/app/log-problems.ts'

type Problem = Parameters<DesktopApi['logProblem']>[0]

it('ce que personne n’a rattrapé va au journal, jamais plus long que ce que le pont accepte', () => {
  const logged: Problem[] = []
  logProblems(window, {
    logProblem: async (problem) => {
      logged.push(problem)
    },
  })
  window.dispatchEvent(new ErrorEvent('error', { error: new TypeError('x'.repeat(5000)) }))
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'perdu' }))
  expect(logged.map(({ where, message }) => [where, message.slice(0, 12), message.length])).toEqual([
    ['window', 'TypeError: x', 2000],
    ['promise', 'perdu', 5],
  ])
})
