/**
 * Words that fill a place in clauses of every language: what arrives, when it did, how somebody was and
 * what was so. None of them is in the future, asks or denies.
 */
export type SlotWords = {
  /** What a desk sends: said to have arrived. */
  things: string
  /** Lately, or now. */
  when: string
  /** “Fantastic”, of people and their work. */
  praise: string
  /** What is praised; never an answer, which “a quick answer” may ask for. */
  served: string
  /** “You are”, “it was”. */
  are: string
  /** “As always”, behind what one is thanked for. */
  always: string
  /** What ends a mail, `core | around`: “with our kindest regards”. */
  closing: string
}

export const slotWords: Readonly<Record<string, SlotWords>> = {
  en: {
    things: `reports statement statements list lists order orders credentials access code codes letter package backup data spreadsheet pdf csv update reply replacement refund receipt confirmation figures numbers events exports webhooks messages`,
    when: `this morning afternoon evening today yesterday last night minute minutes ago earlier already meanwhile`,
    praise: `fantastic great amazing awesome brilliant excellent outstanding superb stellar wonderful lovely perfect top first-class exceptional incredible phenomenal impressive fast quick speedy swift prompt helpful kind friendly patient thorough professional superfast lightning`,
    served: `service support work job teamwork team care guys`,
    are: `you you're were are have been so very really truly super simply just absolutely all as always such a the and what it was that that's customer`,
    always: `as always ever usual once again`,
    closing: `regards wishes greetings | kind kindest best warm warmest many with our my very from sunny friendly all the`,
  },
  de: {
    things: `berichte auszug liste listen bestellung bestellungen zugang zugangsdaten code brief paket sicherung daten tabelle pdf csv auswertung lieferung ersatz gutschrift beleg bestatigung zahlen ereignisse exporte mails nachrichten webhooks alle`,
    when: `seit heute morgen fruh vormittag mittag nachmittag abend gestern vorhin inzwischen mittlerweile bereits eben schon soeben`,
    praise: `fantastisch fantastischer grossartig grossartige grossartiger spitze toll toller super klasse hervorragend hervorragender ausgezeichnet ausgezeichneter vorbildlich vorbildlicher herausragend erstklassig erstklassiger schnell schneller flott flotter freundlich freundlicher kompetent kompetenter hilfsbereit nett lieb genial prima unschlagbar perfekt professionell zuverlassig`,
    served: `service support kundenservice kundendienst arbeit team leistung einsatz`,
    are: `sie ihr du seid sind bist waren wart warst so sehr wirklich echt einfach immer wie und ein eine der die das war ist mal absolut`,
    always: `wie immer stets wieder einmal gewohnt`,
    closing: `gruss grusse grussen | mit freundlichen freundlichem freundliche besten beste herzlichen herzliche lieben liebe vielen viele schonen schone sonnigen sonnige winterlichen winterliche kollegialen kollegiale einen aus vom von dem der den`,
  },
  fr: {
    things: `rapports releve liste commande acces identifiants code courrier colis sauvegarde donnees tableau pdf csv avoir recu confirmation`,
    when: `ce matin apres-midi soir aujourd'hui aujourd hui hier deja entretemps tout a l' heure`,
    praise: `formidable formidables super geniaux geniale genial excellent excellente parfait parfaite parfaits top rapide rapides efficace efficaces fantastique fantastiques incroyable incroyables exceptionnel impeccable remarquable adorable adorables reactifs reactif professionnel`,
    served: `service support travail boulot equipe assistance reactivite efficacite accueil`,
    are: `vous etes tu es avez ete vraiment tres si trop comme toujours un une le la quel quelle et c'etait c' etait super toute l'`,
    always: `comme toujours habituelle habituel d' habitude une fois encore`,
    closing: `cordialement salutations sentiments amities | bien tres mes nos avec sinceres meilleures cordiales distinguees distingues les plus vous chaleureuses respectueuses recevez agreer veuillez`,
  },
  es: {
    things: `informes extracto lista pedido acceso credenciales codigo carta paquete copia datos tabla hoja pdf csv reembolso recibo confirmacion`,
    when: `esta manana tarde hoy ayer anoche hace rato momento`,
    praise: `cracks crack maquinas fenomenos genial geniales fantastico fantasticos fantastica excelente excelentes estupendo estupendos rapido rapidos rapidisimo rapidisimos rapidisima eficaz eficaces eficientes maravilloso maravillosos impecable increible increibles inmejorable amable amables amabilisimos atentos atento profesional`,
    served: `servicio soporte trabajo equipo atencion gestion`,
    are: `unos unas sois son eres ha sido habeis han fue muy realmente tan siempre como que un una el la y todo de verdad`,
    always: `como siempre de otra vez`,
    closing: `saludo saludos abrazo | un una cordial cordiales atento atentos afectuoso afectuosos muchos mis con reciba reciban muy fuerte amable desde de parte nuestro`,
  },
  it: {
    things: `rapporto report lista ordine accesso credenziali codice lettera pacco backup dati tabella pdf csv rimborso ricevuta conferma`,
    when: `stamattina questa mattina pomeriggio sera oggi ieri poco fa gia nel frattempo`,
    praise: `fantastico fantastici fantastica eccezionale eccezionali ottimo ottima ottimi perfetto perfetti perfetta gentile gentili gentilissimi veloce veloci velocissimo velocissimi velocissima rapidi rapidissimi bravi bravissimi efficiente efficienti impeccabile straordinario straordinari professionale cortese cortesi disponibili disponibilissimi`,
    served: `servizio supporto lavoro squadra assistenza team`,
    are: `siete stati state sei stato stata e' davvero molto proprio sempre come un una il la e che tutti`,
    always: `come sempre al solito ancora una volta di`,
    closing: `saluti saluto | cordiali cordiale distinti distinto tanti cari caro affettuosi i miei un nostri migliori con piu da`,
  },
  pt: {
    things: `relatorios extrato lista pedido acesso credenciais codigo carta encomenda backup dados tabela planilha pdf csv reembolso recibo confirmacao`,
    when: `hoje ontem manha tarde noite esta de pouco ha agora mesmo`,
    praise: `fantastico fantasticos fantastica excelente excelentes otimo otimos otima incrivel incriveis maravilhoso maravilhosos rapido rapidos rapida rapidissimos eficiente eficientes atencioso atenciosos simpaticos impecavel impecaveis excecional excepcional top profissional nota`,
    served: `servico atendimento suporte trabalho equipe equipa`,
    are: `voces sao foram sois es foi muito mesmo sempre como de um uma o a e que super`,
    always: `como sempre de costume uma vez mais`,
    closing: `cumprimentos saudacoes abraco abracos | um um os meus nossos melhores com cordiais grande forte atenciosos respeitosos`,
  },
  nl: {
    things: `rapporten overzicht lijst bestelling toegang inloggegevens code brief pakket back-up gegevens tabel pdf csv creditnota bon bevestiging`,
    when: `vanmorgen vanochtend vanmiddag vandaag gisteren zojuist zonet al intussen inmiddels`,
    praise: `fantastisch fantastische geweldig geweldige uitstekend uitstekende top super prima snel snelle vlot vlotte vriendelijk vriendelijke behulpzaam perfect perfecte keurig voortreffelijk klasse professioneel geduldig lief toppers`,
    served: `service support werk team klantenservice inzet`,
    are: `jullie zijn bent je u was waren heel erg echt zo super altijd zoals weer wat een de het en allemaal`,
    always: `zoals altijd weer eens als vanouds`,
    closing: `groet groeten groetjes | met vriendelijke hartelijke beste lieve warme de een veel mijn onze zonnige collegiale uit`,
  },
  pl: {
    things: `raporty zestawienie lista zamowienie dostep kod list paczka kopia dane tabela pdf csv zwrot paragon potwierdzenie`,
    when: `dzis dzisiaj rano wczoraj przed chwila juz wieczorem po poludniu`,
    praise: `swietny swietna swietni super fantastyczny fantastyczna fantastyczni rewelacyjny rewelacyjna rewelacyjni znakomity znakomita doskonaly doskonala szybki szybka szybcy blyskawiczna blyskawiczny niezawodni mili mila uprzejmi pomocni profesjonalna profesjonalny niesamowici najlepsi`,
    served: `obsluga serwis robota praca zespol wsparcie`,
    are: `jestescie jestes panstwo sa byli byliscie bardzo naprawde tak zawsze jak i po prostu`,
    always: `jak zawsze zwykle po raz kolejny`,
    closing: `pozdrawiam pozdrawiamy pozdrowienia pozdrowieniami powazaniem szacunku wyrazami | z serdecznie serdeczne serdecznymi cieplo najserdeczniej goraco lacze i wyrazami`,
  },
  cs: {
    things: `report reporty vykaz seznam objednavka pristup kod dopis balik zaloha data tabulka pdf csv dobropis uctenka potvrzeni prehled`,
    when: `dnes rano vcera dopoledne odpoledne vecer pred chvili uz mezitim`,
    praise: `skvely skvela skveli super uzasny uzasna uzasni fantasticky fantasticka vyborny vyborna perfektni rychly rychla rychli bleskova bleskovy ochotni mili mily spolehlivi profesionalni nejlepsi spickovy spickova`,
    served: `servis podpora prace tym sluzba`,
    are: `jste byli jsi vy moc opravdu tak vzdy jako a proste`,
    always: `jako vzdy obvykle opet`,
    closing: `pozdravem pozdrav zdravi zdravime uctou | s se srdecnym pratelskym hezkym a podekovanim preji pekny den mnoha`,
  },
  sv: {
    things: `rapporter sammanstallning lista bestallning inloggning koden brev paket backup data tabell pdf csv kreditnota kvitto bekraftelse lista listan`,
    when: `idag i dag morse igar nyss precis redan imorse ikvall`,
    praise: `fantastisk fantastiska fantastiskt bra jattebra kanonbra utmarkt utmarkta suveran suverana snabb snabba snabbt trevlig trevliga hjalpsamma hjalpsam duktiga underbar underbara toppen grym grymma super proffsig proffsigt basta`,
    served: `service support jobb jobbat team gang kundtjanst insats`,
    are: `ni ar du var varit valdigt verkligen sa alltid som en ett vilken och helt`,
    always: `som alltid vanligt igen`,
    closing: `halsning halsningar halsar | med vanlig vanliga basta varma varm hjartliga manga de en soliga kara`,
  },
  da: {
    things: `rapporter oversigt liste bestilling adgang koden brev pakke backup data tabel pdf csv kreditnota kvittering bekraeftelse listen`,
    when: `i dag morges gar lige netop allerede formiddag eftermiddag aften`,
    praise: `fantastisk fantastiske fantastisk god gode super suveraen suveraene hurtig hurtige hurtigt flink flinke hjaelpsom hjaelpsomme dygtige dejlig dejlige fremragende perfekt perfekte kanon topprofessionel professionel bedste`,
    served: `service support arbejde team kundeservice indsats`,
    are: `i er du var vaeret meget virkelig sa altid som en et sikke og bare jeres`,
    always: `som altid saedvanlig igen`,
    closing: `hilsen hilsner | med venlig venlige mange bedste de varme varmeste kaerlig en rigtig god`,
  },
  no: {
    things: `rapporter oversikt liste bestilling tilgang koden brev pakke backup data tabell pdf csv kreditnota kvittering bekreftelse listen`,
    when: `i dag morges gar nettopp akkurat allerede formiddag ettermiddag kveld`,
    praise: `fantastisk fantastiske bra kjempebra god gode super suveren suverene rask raske raskt flink flinke hjelpsom hjelpsomme dyktige herlig herlige fremragende utmerket perfekt perfekte profesjonell beste`,
    served: `service support arbeid jobb team kundeservice innsats`,
    are: `dere er du var vaert veldig virkelig sa alltid som en et for og bare`,
    always: `som alltid vanlig igjen`,
    closing: `hilsen hilsener hilsning | med vennlig vennlige mange beste de varme varmeste hjertelig en`,
  },
  fi: {
    things: `raportit luettelo lista tilaus tunnukset koodi kirje paketti varmuuskopio tiedot taulukko pdf csv hyvitys kuitti vahvistus`,
    when: `tanaan aamulla eilen aken jo iltapaivalla juuri askettain`,
    praise: `loistava loistavaa loistavia mahtava mahtavaa mahtavia upea upeaa upeita erinomainen erinomaista nopea nopeaa nopeita hieno hienoa hyva hyvaa ystavallinen ystavallista ystavallisia avuliasta avuliaita huippu ykkosia parhaita taitavia ammattitaitoista`,
    served: `palvelu palvelua tuki tukea tyo tyota tiimi asiakaspalvelu asiakaspalvelua`,
    are: `olette olet olitte oli todella aivan niin aina kuten ja te on teilta oikein`,
    always: `kuten aina jalleen kerran`,
    closing: `terveisin terveiset | ystavallisin parhain lampimin hyvin yhteistyoterveisin aurinkoisin kiittaen`,
  },
  tr: {
    things: `raporu raporlar liste siparis erisim kod mektup paket yedek veri veriler tablo pdf csv iade fis onay`,
    when: `bugun bu sabah dun aksam az once simdi ogleden sonra`,
    praise: `harika harikasiniz mukemmel mukemmelsiniz super supersiniz muhtesem muhtesemsiniz hizli hizlisiniz sahane kusursuz ilgili nazik profesyonel iyisiniz guzel iyi basarili`,
    served: `hizmet destek is calisma ekip servis`,
    are: `siz cok gercekten her zamanki gibi bir ve ne kadar cidden`,
    always: `her zamanki gibi yine bir kez daha`,
    closing: `saygilarimla saygilarimizla saygilar selamlar sevgiler | en iyi dileklerimle derin icten iyi calismalar`,
  },
  ro: {
    things: `rapoarte raport extras lista comanda acces cod scrisoare colet copie date tabel pdf csv rambursare chitanta confirmare`,
    when: `azi astazi dimineata ieri seara adineauri deja`,
    praise: `excelent excelenta excelenti minunat minunati grozav grozavi extraordinar extraordinari rapid rapizi super fantastic fantastici profesionisti amabili perfect perfecti`,
    served: `serviciu servicii suport munca echipa treaba`,
    are: `sunteti esti ati fost foarte cu adevarat mereu ca si o un`,
    always: `ca intotdeauna de obicei`,
    closing: `stima respect salutari urari | cu cele mai bune mult multa toata`,
  },
  ru: {
    things: `отчеты выписка список заказ доступ код письмо посылка копия данные таблица пдф возврат чек подтверждение`,
    when: `сегодня утром вчера вечером днем только что недавно уже`,
    praise: `отличная отличныи отличные супер замечательная замечательныи замечательные прекрасная прекрасныи быстрая быстрыи быстрые быстро лучшие молодцы потрясающая великолепная превосходная профессионалы вежливые оперативная оперативно шикарная`,
    served: `работа сервис поддержка команда обслуживание служба`,
    are: `вы очень просто так всегда как и деиствительно были у вас`,
    always: `как всегда обычно`,
    closing: `уважением приветом пожеланиями | с наилучшими искренним глубоким большим теплым`,
  },
}
