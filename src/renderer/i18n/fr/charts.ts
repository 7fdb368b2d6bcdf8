export const charts = {
  showTable: 'Voir le tableau',
  showChart: 'Voir le graphique',
  saveImage: 'Enregistrer l’image',
  saveTable: 'Enregistrer le tableau',
} as const
