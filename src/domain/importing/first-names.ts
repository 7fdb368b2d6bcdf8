/** First names common in France, folded: only a hint for telling « Prénom NOM » from « NOM Prénom » when nothing else does. */
export const commonFirstNames: ReadonlySet<string> = new Set(
  `abdel abdou adam adele adrien agathe agnes ahmed aicha alain albert alex alexandra alexandre alexia alexis ali alice alicia alix aline amandine ambre amel amelie amina amine aminata
amira anais andre andrea andree ange angela angele angelina angelique anissa anna anne annick annie anthony antoine antonin apolline ariane arlette armand arnaud arthur assia astrid aude audrey
augustin aurelie aurelien aurore awa axel axelle aya ayoub aziz baptiste barbara bastien beatrice benedicte benjamin benoit bernadette bernard bertrand bilal boris brahim brice brigitte bruno
camille candice carine carla carole caroline catherine cecile cedric celestin celia celine chantal charles charline charlotte chloe christelle christian christiane christine christophe claire
clara clarisse claude claudette claudine clea clemence clement clementine cleo colette colin coline constance coralie corentin corinne cyril cyrille damien daniel daniele danielle david deborah
delphine denis denise diane didier djamila dominique dorian dorothee edgar edith edouard elena eleonore eliane elias elie eliot elisa elisabeth elise ella elodie elsa emeline emile emilie emma
emmanuel emmanuelle enora enzo eric erika erwan esteban estelle esther ethan etienne eugenie eva evan evelyne fabien fabienne fabrice fanny fanta farah farid fatima fatou fatoumata felix ferdinand
fernand fiona flavie flora florence florent florian francis franck francois francoise frank fred frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaspard gauthier genevieve geoffrey
georges gerald geraldine gerard germaine gilbert gilles ginette gisele guillaume gustave guy gwenaelle habib hakim hamza hanna hassan helene helena henri henriette herve hubert hugo hugues ibrahim
ibrahima ilyes imane ines ingrid irene iris isabelle ismael issa ivan jacqueline jacques jade jamal james jasmine jason jawad jean jeanne jeannine jennifer jeremie jeremy jerome jessica jihane joel
joelle johan johanna johann john jonathan jordan joris jose joseph josephine josette josiane josselin joyce juan judith jules julia julie julien juliette justin justine kamel karim karima karine
karl katia kelly kenza kevin khadija killian laetitia lamia laora lara laura laure laurence laurent laurie lea leila lena leo leon leonard leonie leopold leslie lily lina linda lionel lisa lise
loan loic lola lou louane louis louisa louise louna luc luca lucas lucette lucie lucien lucienne ludivine ludovic luis luna lya lydia lydie lyna mael maelle maelys maeva magali mahmoud maia malak
malik malika mamadou manel manon manuel marc marcel marcelle margaux margot marguerite maria mariam mariama marianne marie mariette marina marine mario marion marius marjorie marlene martial
martin martine maryse mateo mathieu mathilde mathis mathys matthieu maud maurice max maxence maxime may mayssa medhi mehdi melanie melina melissa melvin michael michel michele micheline mickael
milan mila mireille mohamed mohammed moise monique morgan morgane mourad moussa muriel mustapha myriam nabil nadege nadia nadine nael naima nassim natacha nathalie nathan nelly nicolas nicole nils
nina noa noah noe noelie noemie nolan nora norbert nour odette odile olga olive oliver olivia olivier omar oriane oscar othmane ousmane pablo pascal pascale patrice patricia patrick paul paula
paulette pauline perrine philippe pierre prune quentin rachel rachid raphael raphaelle raymond rayan rebecca regine regis remi remy renaud rene renee richard robert robin rodolphe rodrigue roger
roland romain romane romuald ronan rosa rose roxane ruben sabine sabrina sacha safia said salim salima salma salome sam samantha samia samir samira samuel samy sandra sandrine sara sarah saskia
sebastien selma serge severine sibylle sidonie simon simone sofia sofiane solene solenn sonia sophia sophie soraya souleymane stan stella stephane stephanie suzanne suzie sylvain sylvette sylviane
sylvie tanguy tania tatiana tess thea theo theodore therese thibaud thibault thierry thomas tim timeo timothee tiphaine titouan tom tristan ugo ulysse valentin valentine valerie vanessa vera
veronique vicky victoire victor victoria vincent violaine violette virginie viviane wassim william xavier yacine yael yann yannick yasmine yassine yoan yoann yohan yolande youssef yvan yves yvette
yvon yvonne zacharie zakaria zelie zoe zohra`.split(/\s+/),
)

/** First names and their diminutives: a hint that two records may be one, never a proof. */
const diminutiveGroups: readonly string[] = [
  'alexandre alexandra alex sacha',
  'antoine toine tony',
  'anthony tony',
  'benjamin ben benji',
  'catherine cathy kate',
  'caroline caro',
  'christophe chris',
  'christian chris',
  'christine chris',
  'christelle chris',
  'daniel dan dany',
  'danielle dany',
  'dominique dom',
  'elisabeth lisa lise babeth elise',
  'emmanuel manu',
  'emmanuelle manu',
  'frederic fred',
  'frederique fred',
  'gabriel gab gaby',
  'guillaume guigui will',
  'jacqueline jacotte',
  'jacques jacky',
  'jean francois jef',
  'jean baptiste jb',
  'jean pierre jp',
  'jean claude jc',
  'jean michel jean mi',
  'jennifer jenny',
  'jeremy jerem',
  'jeremie jerem',
  'jonathan jo',
  'joseph jo jose',
  'josephine jo',
  'laurence lolo',
  'laurent lolo',
  'leonard leo',
  'ludovic ludo',
  'madeleine mado',
  'marguerite margot maggie',
  'maxime max',
  'maximilien max',
  'michael mike micka',
  'mickael mike micka',
  'michel mimi',
  'mohamed momo mohammed',
  'mohammed momo',
  'nathalie nath',
  'nathan nat',
  'nicolas nico',
  'olivier oliv',
  'pascal pasc',
  'patrice pat',
  'patrick pat',
  'patricia pat',
  'philippe phil',
  'raphael raph',
  'robert bob',
  'samuel sam',
  'samantha sam',
  'samir sam',
  'sebastien seb',
  'stephane steph',
  'stephanie steph',
  'suzanne suzie suzy',
  'sylvie syl',
  'theodore theo',
  'thibault tib thibaud thibaut',
  'thomas tom',
  'timothee tim',
  'valentin val',
  'valerie val',
  'veronique vero',
  'victoria vicky',
  'victor vic',
  'vincent vince',
  'virginie virg',
  'william will',
  'xavier xav',
  'yohann yo',
  'zacharie zac',
]
const groupsByName: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const groups = new Map<string, Set<number>>()
  diminutiveGroups.forEach((group, index) => {
    for (const name of group.split(' ')) groups.set(name, (groups.get(name) ?? new Set()).add(index))
  })
  return groups
})()

/** True when one of two folded first names is commonly short for the other. */
export const isDiminutive = (left: string, right: string): boolean => {
  const others = groupsByName.get(right)
  return left !== right && others !== undefined && [...(groupsByName.get(left) ?? [])].some((group) => others.has(group))
}
