import { foldWords } from '#domain/fold-text'

/** ISO 3166 alpha-2 of a country written in French, in English or by its code (« FRA », « BE »); '' for France, since it goes without saying; null when unknown. */
export const parseCountry = (text: string): string | null => {
  const code = codeByName.get(foldWords(text))
  return code === undefined ? null : code === 'FR' ? '' : code
}

/** The countries a French association meets; others stay as typed. */
const codeByName: ReadonlyMap<string, string> = new Map(
  `FR:france,fra,fr,france metropolitaine,republique francaise
BE:belgique,belgium,bel,be|CH:suisse,switzerland,che,ch|LU:luxembourg,lux,lu|DE:allemagne,germany,deu,de|ES:espagne,spain,esp,es|IT:italie,italy,ita,it|PT:portugal,prt,pt
GB:royaume uni,united kingdom,gbr,gb,uk,angleterre,england|IE:irlande,ireland,irl,ie|NL:pays bas,netherlands,nld,nl|MC:monaco,mco,mc|AD:andorre,andorra,and,ad|AT:autriche,austria,aut,at
MA:maroc,morocco,mar,ma|DZ:algerie,algeria,dza,dz|TN:tunisie,tunisia,tun,tn|SN:senegal,sen,sn|ML:mali,mli,ml|CI:cote d ivoire,ivory coast,civ,ci|CM:cameroun,cameroon,cmr,cm
CD:republique democratique du congo,rdc,cod,cd|CG:congo,cog,cg|MG:madagascar,mdg,mg|KM:comores,comoros,com,km|HT:haiti,hti,ht|GN:guinee,guinea,gin,gn|BJ:benin,ben,bj|TG:togo,tgo,tg
BF:burkina faso,bfa,bf|US:etats unis,united states,usa,u s a,u s,us,united states of america|CA:canada,can,ca|BR:bresil,brazil,bra,br|PL:pologne,poland,pol,pl|RO:roumanie,romania,rou,ro
UA:ukraine,ukr,ua|RU:russie,russia,rus,ru|TR:turquie,turkey,tur,tr|SY:syrie,syria,syr,sy|AF:afghanistan,afg,af|LB:liban,lebanon,lbn,lb|CN:chine,china,chn,cn|VN:vietnam,viet nam,vnm,vn
IN:inde,india,ind,in|SE:suede,sweden,swe,se|DK:danemark,denmark,dnk,dk|NO:norvege,norway,nor,no|FI:finlande,finland,fin,fi|GR:grece,greece,grc,gr|RE:la reunion,reunion,reu,re
GP:guadeloupe,glp,gp|MQ:martinique,mtq,mq|GF:guyane,guyane francaise,guf,gf|YT:mayotte,myt,yt`
    .split(/[\n|]/)
    .flatMap((line) => {
      const [code = '', names = ''] = line.split(':')
      return names.split(',').map((name) => [name, code] as const)
    }),
)
