// The same checks under the name that editors and hooks know: types, lint, format, tests, build.
await import('./test.ts')

export {}
