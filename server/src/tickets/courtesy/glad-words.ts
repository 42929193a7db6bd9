/**
 * Words of those who are well served: a clause with one of `glad` says nothing that an agent must read,
 * if all its other words are `neutral` or unknown, and none of trouble, wish or asking.
 */
export type GladWords = { glad: string; neutral: string }

export const gladWords: Readonly<Record<string, GladWords>> = {
  en: {
    glad: `happy pleased delighted glad thrilled relieved impressed chuffed good well great fine perfect perfectly smoothly smooth correct fixed solved resolved sorted helpful lovely excellent brilliant fantastic wonderful super amazing understood enjoyed successfully succeeded thanks thank cheers`,
    neutral: `i i've i'm i'd you your you've we we've we're he she it it's they them me us my our his her their this that these those there here is are was were am be been have has had got get went looks look seems feels and so very really all everything everyone everybody both now again today yesterday just the a an to in on at with of from by as for whole over in_the_end let know time first-time side end`,
  },
  de: {
    glad: `zufrieden glucklich begeistert froh erleichtert freut freuen gut bestens super prima perfekt toll klasse wunderbar hervorragend problemlos reibungslos einwandfrei tadellos stimmt stimmen passt geklappt gelost behoben erledigt geholfen hilfreich danke dank verstanden erfolgreich klar`,
    neutral: `ich du er sie es wir ihr mir mich uns euch ihnen dir mein meine meinen unser unsere ihre das dies dieser diese der die den dem des ist sind war waren hat habe haben hatte wurde bin und auch so sehr wirklich ganz alle alles beide jetzt nun wieder heute gestern eben gerade gleich hier da bei mit zu zum zur von vom in im an am auf aus fur konnte konnten einfach nach wie`,
  },
  fr: {
    glad: `content contente contents contentes ravi ravie ravis ravies satisfait satisfaite satisfaits heureux heureuse soulage soulagee enchante enchantes bien parfait parfaitement super top nickel impeccable regle resolu reussi correct clair merci excellent genial efficace`,
    neutral: `je j' tu il elle on nous vous ils elles me m' mon ma mes notre nos votre vos leur le la les l' un une des de du d' est sont etait a ai ont avons suis sommes et aussi tres vraiment tout tous toute toutes maintenant de_nouveau aujourd'hui hier ici chez avec pour dans en au aux par sur se s' c' c'est ca cela ce cette instant pu`,
  },
  es: {
    glad: `contento contenta contentos contentas encantado encantada encantados encantadas feliz felices satisfecho satisfecha satisfechos bien perfecto perfectamente genial estupendo correcto funciona resuelto solucionado arreglado claro gracias excelente exito maravilla`,
    neutral: `yo tu el ella nosotros ustedes me nos mi mis nuestro nuestra su sus le les lo la los las un una de del al a es son era ha he han hemos esta estan estoy fue y tambien muy realmente todo todos todas ahora ya hoy ayer aqui con por para en se que acabo salio fue quedo mismo`,
  },
  it: {
    glad: `contento contenta contenti contente contentissimi felice felici soddisfatto soddisfatta soddisfatti bene perfetto perfettamente ottimo risolto funziona funzionato sistemato chiaro grazie riuscito riuscita correttamente entusiasti entusiasta`,
    neutral: `io tu lui lei noi voi loro mi ci vi mio mia nostri nostro nostra i il lo la le gli un una di del della dei al a e' e sono era ho hanno abbiamo stato stata andato andata anche molto davvero tutto tutti tutte ora adesso gia oggi ieri qui con per in da dal si che appena`,
  },
  pt: {
    glad: `contente contentes feliz felizes satisfeito satisfeita satisfeitos encantado adoraram adorou bem perfeito perfeitamente otimo certo resolvido funciona corrigido claro obrigado obrigada excelente sucesso maravilha`,
    neutral: `eu tu ele ela nos voces me meu minha nosso nossa seu sua lhe o a os as um uma de do da dos ao e sao era foi ha tem temos estou esta estao ficou ficaram correu tambem muito mesmo tudo todos todas agora ja hoje ontem aqui com por para em no na se que acabei`,
  },
  nl: {
    glad: `blij tevreden enthousiast opgelucht goed prima perfect geweldig top uitstekend werkt gelukt opgelost geholpen probleemloos vlekkeloos klopt duidelijk bedankt dank dankjewel fijn super`,
    neutral: `ik jij je hij zij wij we jullie mij me ons mijn onze uw u het de een dit dat deze is zijn was waren ben heb heeft hebben gegaan ging en ook zo heel erg echt alles alle allemaal nu weer vandaag gisteren hier bij met van voor in op aan te er kon collega's zojuist net`,
  },
  pl: {
    glad: `zadowolony zadowolona zadowoleni zachwyceni zachwycony zachwycona szczesliwa szczesliwy dobrze swietnie super idealnie perfekcyjnie dziala rozwiazane naprawione zgadza pomoglo jasne dziekuje dziekujemy dzieki sprawnie udalo`,
    neutral: `ja ty on ona my wy oni mi mnie nam nas moj moja moje nasz nasza jest sa byl bylo byly jestem jestesmy i tez tak bardzo naprawde wszystko wszyscy wszystkie juz teraz znow znowu dzis dzisiaj wczoraj tu tutaj u z w na do po sie poszlo wlasnie to ten ta te`,
  },
  cs: {
    glad: `spokojeny spokojena spokojeni nadseni nadseny nadsena rad rada radi dobre skvele super perfektne funguje vyreseno opraveno pomohlo jasne dekuji dekujeme diky hladce podarilo sedi`,
    neutral: `ja ty on ona my vy oni mi me nam nas muj moje nas nase je jsou byl bylo jsem jsme a taky take tak velmi moc opravdu vse vsechno vsichni uz jiz ted nyni zase dnes vcera tu tady u s v na do po se probehlo prave to ten ta`,
  },
  sv: {
    glad: `nojd nojda jattenojd jattenojda glad glada tacksam lattad bra fint toppen perfekt utmarkt smidigt fungerar funkar fungerade funkade lost fixat hjalpte stammer klart tack tackar suverant`,
    neutral: `jag du han hon vi ni de mig oss min mitt mina var vart vara det den detta ar var har hade blev gick kunde och ocksa sa valdigt mycket verkligen allt alla nu igen idag igar i_morse morse har hos med for i pa till av att utan nyss`,
  },
  da: {
    glad: `glad glade tilfreds tilfredse begejstret begejstrede lettet godt fint super perfekt glimrende virker fungerer virkede lost fikset hjalp stemmer klart tak takker gnidningsfrit`,
    neutral: `jeg du han hun vi i de mig os min mit mine vores det den dette er var har havde blev gik kunne og ogsa sa meget virkelig alt alle nu igen dag gar morges her hos med for i pa til af at uden lige`,
  },
  no: {
    glad: `glad glade fornoyd fornoyde begeistret begeistrede lettet bra fint supert perfekt utmerket virker fungerer funker virket lost fikset hjalp stemmer klart takk takker knirkefritt`,
    neutral: `jeg du han hun vi dere de meg oss min mitt mine vart vare det den dette er var har hadde ble gikk kunne og ogsa sa veldig mye virkelig alt alle na igjen dag gar morges her hos med for i pa til av a uten nettopp`,
  },
  fi: {
    glad: `iloinen iloisia tyytyvainen tyytyvaisia onnellinen kiitollinen hyvin hienosti loistavasti taydellisesti moitteetta toimii toimi onnistui ratkesi selvisi auttoi kunnossa kiitos kiitokset sujuvasti`,
    neutral: `mina sina han me te he minun meidan minulla meilla se tama on ovat oli olen olemme meni menivat ja myos niin todella hyvin erittain kaikki nyt taas jalleen tanaan eilen juuri taalla tana aamuna`,
  },
  tr: {
    glad: `memnun memnunum mutlu memnunuz iyi guzel harika super mukemmel sorunsuz yolunda calisiyor duzeldi cozuldu tesekkurler tesekkur sagolun basarili basariyla`,
    neutral: `ben sen biz siz bana bize bizim benim bu su o ve da de cok gercekten her sey hersey hepsi simdi artik yine bugun dun az once burada icin ile gitti oldu yaptim arkadaslar`,
  },
  ru: {
    glad: `довольны доволен довольна рад рада рады счастливы счастлив счастлива хорошо отлично прекрасно супер идеально работает заработало решено исправлено помогло успешно ясно понятно спасибо благодарю гладко получилось`,
    neutral: `я ты он она мы вы они мне нам нас мои моя мое наш наша наши это есть был было была были и тоже также так очень деиствительно все всё теперь опять снова сегодня вчера здесь у с в на до по за прошло только что вошла вошел уже`,
  },
  uk: {
    glad: `задоволені задоволении задоволена радии рада раді щасливі добре чудово прекрасно супер ідеально працює запрацювало вирішено виправлено допомогло успішно ясно зрозуміло дякую дякуємо гладко вдалося`,
    neutral: `я ти він вона ми ви вони мені нам нас міи моя наш наша це є був було була були і та теж також так дуже справді все всі тепер знову сьогодні вчора тут у з в на до по за проишло щоино вже`,
  },
  hu: {
    glad: `elegedett elegedettek boldog orulunk orulok jol remekul tokeletesen szuper mukodik megoldodott segitett sikerult koszonom koszonjuk koszi rendben vilagos`,
    neutral: `en te mi ti ok nekem nekunk az a ez egy van volt voltak es is nagyon igazan minden mindenki most ujra megint ma tegnap itt nalunk mar eppen ment`,
  },
  ro: {
    glad: `multumit multumita multumiti fericit fericiti bucurosi bine perfect super minunat excelent functioneaza merge rezolvat ajutat multumesc multumim clar reusit`,
    neutral: `eu tu el ea noi voi ei mie imi ne mea meu nostru noastra este e sunt era a am au fost si de la in pe cu pentru foarte chiar tot toate toti acum din nou azi ieri aici mers tocmai`,
  },
  ar: {
    glad: `سعداء سعيد سعيده راضون راض مسرور ممتاز رائع جيد جيدا يرام تمام بنجاح يعمل شكرا مشكورين نجح انحلت`,
    neutral: `انا نحن هو هي هم لي لنا كل شيء شي في من علي عن مع هذا هذه الان اليوم امس كان كانت سار تم قد لقد جدا و ما وقتكم للتو الزملاء والزملاء صباح الصباح`,
  },
  hi: {
    glad: `खुश प्रसन्न संतुष्ट अच्छा अच्छे अच्छी ठीक बढ़िया बढिया सही शानदार धन्यवाद शुक्रिया आभार सफल`,
    neutral: `मैं हम आप वह यह ये वे मुझे हमें मेरा मेरी मेरे हमारा हमारी हमारे का की के को से में ने और भी बहुत सब कुछ अब आज कल यहां है हैं था थी थे हो गया गई गए रहा रही रहे लिए देने समय पर सुबह शाम फोन`,
  },
}

/** Signs of gladness where words are not parted, and of trouble, wish and doubt. */
export const gladSigns =
  /ありがとう|感謝|順調|喜ん|嬉し|助か|満足|完璧|問題なく|無事|正常に|谢谢|感谢|多谢|謝謝|感謝|顺利|順利|满意|滿意|高兴|開心|开心|正常|快乐|快樂|감사|고맙|만족|문제없이|문제_없이|행복|기쁩|기뻐|잘_되|잘_진행/u
export const sadSigns =
  /文字化け|希望|删|刪|とりあえず|先に|先谢|先謝|ない|ません|なかった|まだ|また|ただ|けど|ですが|ますが|したが|のに|でも|しかし|未|不|無法|欲し|ほしい|たい|下さい|ください|お願|願い|待|何|どう|いつ|なぜ|誰|教え|別|他|違|古|壊|消|遅|エラー|障害|故障|失敗|半|一度|一回|時々|たまに|点目|番目|件目|つ目|開い|没|沒|别|還|还|再|请|請|吗|嗎|呢|怎|哪|什么|甚麼|为何|但|可是|就是|错|錯|旧|舊|坏|壞|另|第|只|希望|想|等|要|能否|何时|打开|扣|退|안_|못|아직|하지만|그런데|그래도|지만|는데|다른|잘못|오류|에러|번째|부탁|원합|싶|언제|어떻게|왜|기다|해_주|주세요|요금/u

/** Who would, could, should or wants: no clause with one of them is glad. */
export const wishes = `
  once sobald solange cuanto appena purche zodra mits snart forutsatt jakmile pokud amint indata
  while whilst when during after before wahrend mientras durante pendant mentre terwijl podczas zatimco medan mens mikali как пока коли
  would could should must will want wants wanted like wish hope need if unless because than lacks minus apart besides instead rather prefer anyway
  mochte mochten wurde wurden konntet konnte_ich sollte sollten muss mussen soll wird werde werden wollen will wunsche brauche brauchen ware waren_es hatte_gern
  falls ausser statt lieber trotzdem sonst bitte wenn weil hoffe hoffentlich
  voudrais voudrions aimerais aimerions faudrait devrait pourrait serait souhaite souhaitons veux veut espere sinon sauf si plutot malgre quand_meme meme prefere
  quisiera querria quiero queremos gustaria deberia podria seria espero ojala salvo si prefiero aunque igualmente_me siguen sigue
  queria quero queremos gostaria gostava deveria poderia seria espero oxala salvo se prefiro embora continuam continua
  vorrei vorremmo voglio dovrebbe potrebbe sarebbe spero salvo se preferisco comunque tuttavia
  wil willen zou zouden moet moeten hoop graag liever behalve toch als anders
  chce chcialbym chcialabym chcemy powinno powinien mialoby gdyby jesli mam_nadzieje wole oprocz mimo jednak nadal
  chci chtel chtela bych bychom chceme melo mel_by kdyby jestli doufam radsi krome presto stejne
  vill skulle borde maste onskar hoppas om hellre utom forutom anda dock
  vil ville skulle burde ma haber hvis hellere undtagen alligevel dog
  vil ville skulle burde ma haper hvis heller unntatt likevel
  haluan haluaisin haluaisimme pitaisi voisi voisitteko jos toivon mieluummin paitsi silti kuitenkin
  istiyorum istiyoruz isterim olsa olsaydi umarim keske haric yine ragmen
  хочу хотим хотел хотела хотелось бы должно надеюсь если лучше кроме однако все-таки равно
  хочу хочемо хотів хотіла б би повинно сподіваюся якщо краще крім однак все-таки
  szeretnem szeretnenk akarom kellene lenne remelem ha inkabb kiveve megis
  vreau vrem dori trebui daca sper mai_bine totusi
  اريد نريد ارغب نتمني_ان لو اذا ربما ماعدا مازال زال الا سوي
  चाहता चाहती चाहते चाहिए अगर यदि शायद सिवाय काश फिर_भी फिर
`

export const weekdays = `
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta
  lunedi martedi mercoledi giovedi venerdi domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedzialek poniedzialku
  wtorek wtorku sroda srode srody czwartek czwartku piatek piatku sobota sobote soboty niedziela niedziele niedzieli pondeli utery utera streda stredu
  stredy ctvrtek ctvrtka patek patku nedele nedeli mandag tirsdag onsdag torsdag fredag lordag sondag mandags tisdag tisdags onsdags torsdags
  fredags lordags sondags maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai pazartesi sali carsamba persembe cuma cumartesi pazar
  понедельник понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы суббота субботу субботы воскресенье воскресенья
  понеділок понеділка вівторок вівторка середа середи четвер п'ятниця п'ятниці субота суботи неділя неділі
  hetfo kedd szerda csutortok pentek szombat vasarnap luni marti miercuri joi vineri sambata duminica
  mornings evenings nachts vormittag vormittags nachmittag nachmittags abends morgens matin soir manana tarde mattina sera manha noite ochtend avond rano wieczorem rana vecer
  morgonen kvallen morgenen aftenen kvelden aamuisin iltaisin sabahlari aksamlari утрам вечерам утром вечером вранці ввечері reggel este dimineata seara
  الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
`
export const since = `this heute ce hoy esta stamattina oggi hoje vandaag dzis dzisiaj dnes idag dag сегодня сьогодні ma azi اليوم आज since seit depuis desde da sinds od sedan siden lahtien alkaen ota с со з із منذ से`
