/** Invented people only: first names and surnames put together by chance. */
export const firstNames = {
  /** Born before about 1985. */
  older: {
    female: ['Nadia', 'Marie-Claude', 'Jeanne', 'Françoise', 'Martine', 'Agnès', 'Khadija', 'Anne-Sophie', 'Béatrice', 'Catherine', 'Hélène', 'Dominique', 'Brigitte', 'Rokia', 'Sylvie', 'Nathalie', 'Fatima', 'Isabelle', 'Véronique', 'Céline'],
    male: ['Paul', 'Karim', 'Jean-Baptiste', 'Antoine', 'Nicolas', 'Ibrahim', 'Gérard', 'Julien', 'Philippe', 'Amadou', 'Michel', 'Jérôme', 'Benoît', 'Samir', 'Étienne', 'Olivier', 'Minh', 'Pascal', 'Mourad', 'Didier'],
  },
  younger: {
    female: ['Camille', 'Inès', 'Léa', 'Chloé', 'Fatou', 'Sarah', 'Aïcha', 'Manon', 'Lucie', 'Élodie', 'Anaïs', 'Yasmine', 'Clara', 'Océane', 'Noémie', 'Salomé', 'Louise', 'Zoé', 'Amel', 'Maëlle', 'Lina', 'Sofia', 'Thi Mai', 'Eva', 'Perrine', 'Jade'],
    male: ['Lucas', 'Thomas', 'Moussa', 'Yanis', 'Hugo', 'Mehdi', 'Gabriel', 'Théo', 'Maxime', 'Rayan', 'Kévin', 'Bastien', 'Louis', 'Alexis', 'Nassim', 'Quentin', 'Victor', 'Adam', 'Rémi', 'Dylan', 'Ilyes', 'Loïc', 'Noah', 'Sacha', 'Mathis', 'Enzo'],
  },
} as const

export const lastNames = [
  'Durand', 'Lefebvre', 'Benali', 'Moreau', 'Dubois', 'Diallo', 'Caron', 'Delattre', 'Vasseur', 'Nguyen', 'Leroy', 'Haddad', 'Fontaine', 'Da Silva', 'Petit', 'Carpentier', 'Traoré', 'Mercier', 'Boucher',
  'Kowalski', 'Lemaire', 'Belkacem', 'Dumont', 'Roussel', 'Lambert', 'Cissé', 'Blanchard', 'Masson', 'Deschamps', 'Van den Broeck', 'Guérin', 'Amrani', 'Perrin', 'Legrand', 'Michaud', 'Fernandes', 'Chevalier',
  'N’Diaye', 'Joly', 'Sauvage', 'Barbier', 'Ouali', 'Colin', 'Picard', 'Renard', 'D’Hondt', 'Prévost', 'Bailly', 'Gaillard', 'Le Goff', 'Charpentier', 'Hamidi', 'Poulain', 'Bertin', 'Marchand', 'Coulibaly',
] as const

/** Postal code, commune, how many live there, out of 100. */
export const places = [
  ['59000', 'Lille', 28], ['59100', 'Roubaix', 20], ['59200', 'Tourcoing', 14], ['59650', 'Villeneuve-d’Ascq', 12], ['59150', 'Wattrelos', 6], ['59370', 'Mons-en-Barœul', 5], ['59120', 'Loos', 4],
  ['59510', 'Hem', 4], ['59280', 'Armentières', 3], ['59700', 'Marcq-en-Barœul', 2], ['62300', 'Lens', 2],
] as const

export const streets = ['rue des Tisserands', 'rue Jean-Jaurès', 'avenue de la République', 'rue du Vieux-Moulin', 'place de la Fraternité', 'rue Faidherbe', 'boulevard de Metz', 'allée des Tilleuls', 'rue de l’Épeule', 'impasse des Lilas'] as const
