import type { charts as fr } from '../fr/charts.ts'

export const charts = {
  showTable: 'Show the table',
  showChart: 'Show the chart',
  saveImage: 'Save the picture',
  saveTable: 'Save the table',
} as const satisfies Record<keyof typeof fr, string>
