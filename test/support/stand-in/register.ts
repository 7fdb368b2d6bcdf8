import { registerHooks } from 'node:module'

// Loaded before the built main: `electron`, and only that, becomes the stand-in.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true } : next(specifier, context),
})
