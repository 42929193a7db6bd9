/**
 * What sentences of a notice of absence have in them, in all languages at once: patterns over folded
 * text (fold.ts), an alternative a line or more, without classes in capitals. `@` is an address or the
 * number of a telephone, `~` stands before the name of somebody.
 */
export type NoticeWords = Record<
  'left' | 'away' | 'long' | 'until' | 'back' | 'mail' | 'help' | 'replies' | 'thanks' | 'wants',
  string
>

export const noticeWords: NoticeWords = {
  left: String.raw`
    \b(?:i have|i've) (?:moved|changed|transferred) to (?:another|a different|a new)\b|\b(?:abteilung|stelle|position) gewechselt\b|\bchange de (?:service|poste)\b|\bcambiado de (?:departamento|puesto)\b
    \b(?:i|we)\b.{0,12}\b(?:no longer (?:work|employed)|have left (?:the company|my position))
    \bich\b.{0,20}\bnicht mehr (?:bei|fur|im|in)\b|\bje ne (?:fais plus partie|travaille plus)\b|\bya no trabajo\b|\bnon lavoro piu\b|\bja nao trabalho\b|\bwerk niet meer\b
    \b(?:arbetar|jobbar) inte langre\b|\b(?:arbejder|jobber|arbeider) ikke (?:laengere|lenger)\b|\ben enaa tyoskentele\b|\bnie pracuje juz\b|\bjuz nie pracuje\b|\buz (?:ne|nie )?pracuj\w*
    \bmar nem dolgozom\b|\bnu mai lucrez\b|\bartik .{0,20}calismiyorum|(?:больше|более) не работаю|більше не працюю|退職(?:し|いた)|已离职|퇴사하`,
  away: String.raw`
    \b(?:jag|jeg|ik|ich|je|i)\b.{0,20}\b(?:arbetar inte|arbejder ikke|jobber ikke|werk niet|arbeite nicht|ne travaille pas|do not work|don't work)\b.{0,12}\b(?:on|pa|om|op|am|le|les)\b
    \b(?:encontro-me|me encuentro|mi trovo|je me trouve|me aflo)\b.{0,20}\b(?:de|en|em|in|fora|fuera|fuori)\b.{0,16}\b(?:ferias|licenca|vacaciones|baja|permiso|viaje|ferie|maternita|conges?|oficina|escritorio|ufficio|concediu)
    \b(?:etant|estando|essendo)\b.{0,12}\b(?:absente?|en deplacement|en conges?|de viaje|de vacaciones|in ferie|in trasferta)
    (?<![а-яіє])(?:нахожусь|сеичас|пока) (?:в|на|за) (?:командировке|отпуске|отъезде|декрете|больничном)|(?<![а-яіє])перебуваю (?:у|в|на|за) (?:відрядженні|відпустці|від.ізді|декреті|лікарняному)
    \b(?:cerpam|cerpame|mam|mame) .{0,12}(?:dovolenou|dovolenku)|\bizin(?:deyim|liyim)\b|\bizni?ndeyim\b
    \bnisam u uredu\b|\bi(?:'m| am)\b.{0,12}\bout (?:until|till|from)|\bjag ar borta\b|\bjeg er (?:vaek|borte)\b|\byokum\b|\bnejsem k zastizeni\b|(?:меня|мене) (?:нет|немає)|休暇|不在|부재중|휴가
    \boffice\b.{0,30}\bclosed|\b(?:i am|i'm)\b.{0,20}\b(?:attending|at) (?:a|an|the)\b.{0,20}\b(?:training|course|conference|fair|workshop|seminar)
    \b(?:betrieb|buro|firma|praxis)\b.{0,50}\b(?:ferien|geschlossen|zu)\b|\bbureaux? (?:est|sont) fermes?\b|\boficina (?:cierra|permanece)|\bbaja por (?:maternidad|enfermedad)|\bcongedo di\b|\buffici\w? (?:sono|resta\w*) chius|\bkantoor is (?:dicht|gesloten)
    \b(?:i am|i'm|i will be|i'll be|we are|we're|we will be|currently|is|are|remains?|stays?)\b.{0,30}\b(?:out of (?:the |my )?office|away|on .{0,20}(?:leave|holidays?|vacation|trip|pto)|travell?ing|abroad|out sick|off sick|unavailable|not available|absent|closed|off (?:work|until|till|from))
    \b(?:ich|wir|buro|betrieb|praxis|geschaft)\b.{0,60}\b(?:nicht (?:im (?:buro|haus)|am (?:arbeitsplatz|platz)|erreichbar|verfugbar|da)|ausser haus|abwesend|im urlaub|in (?:eltern|mutter)[^ ]*|auf (?:dienst|geschafts)reise|verreist|unterwegs|erkrankt|krank|geschlossen|auf reisen)
    \b(?:bleibt|ist|bin)\b.{0,30}\b(?:geschlossen|in elternzeit|im mutterschutz)
    \b(?:je (?:suis|serai)|nous sommes|bureaux? (?:est|sont|sera|seront))\b.{0,40}\b(?:absente?s?|en (?:conges?|vacances|deplacement|voyage|arret|formation)|ferme|fermes|indisponible|hors du bureau)
    \b(?:estoy|estare|me encuentro|me encontrare|estamos|oficina)\b.{0,40}\b(?:de viaje|fuera|de vacaciones|ausente|de baja|cerrada|cerrado|de permiso)
    \b(?:sono|saro|siamo|ufficio)\b.{0,30}\b(?:in (?:viaggio|ferie|malattia|maternita|congedo|trasferta|vacanza)|fuori|assente|chiuso|chiusi)
    \b(?:estou|estarei|encontro-me|estamos|escritorio)\b.{0,30}\b(?:em viagem|de ferias|fora|ausente|de licenca|de baixa|fechado|encerrado|viajando)
    \b(?:ik ben|wij zijn|we zijn|kantoor)\b.{0,40}\b(?:op (?:reis|vakantie|zakenreis)|met (?:verlof|vakantie|zwangerschapsverlof)|afwezig|niet (?:aanwezig|bereikbaar|op kantoor)|ziek|gesloten|vrij)
    \b(?:jag ar|vi ar|kontoret (?:ar|har|haller))\b.{0,40}\b(?:bortrest|pa (?:resa|semester|tjansteresa)|ledig|sjukskriven|foraldraledig|franvarande|inte (?:pa plats|pa kontoret|anträffbar)|stangt)
    \bjag har (?:semester|foraldraledigt|ledigt)
    \b(?:jeg er|vi er|kontoret (?:er|holder))\b.{0,40}\b(?:bortrejst|bortreist|pa (?:rejse|reise|ferie|barsel|tjenestereise|forretningsrejse)|syk|syg|sykmeldt|sygemeldt|permisjon|ikke (?:pa|til stede|tilgjengelig)|lukket|stengt|fravaerende)
    \bjeg (?:har|holder) (?:ferie|fri|barsel)
    \b(?:olen|olemme|toimisto(?:mme)? on)\b.{0,40}\b(?:matkalla|tyomatkalla|lomalla|poissa|vapaalla|sairaslomalla|vanhempainvapaalla|suljettu|kiinni|tavoittamattomissa)
    \b(?:jestem|przebywam|bede|biuro (?:jest|bedzie))\b.{0,40}\b(?:w podrozy|w delegacji|na (?:urlopie|zwolnieniu|macierzynskim)|poza biurem|nieobecn[ay]|nieczynne|zamkniete|niedostepn[ya])
    \b(?:jsem|budu|mam|nase kancelar|kancelar je|som|budem)\b.{0,40}\b(?:na (?:sluzebni ceste|sluzobnej ceste|ceste|dovolene|dovolenke|nemocenske|materske)|dovolenou|dovolenku|mimo kancelar[^ ]*|nepritomn[ya]|nepritomen|zavren[ao]|zatvoren[ay])
    \b(?:uton|szabadsagon|betegszabadsagon|szulesi szabadsagon|uzleti uton|tavol) (?:vagyok|leszek)|nem vagyok (?:az )?irodaban|irodank .{0,20}zarva
    \b(?:sunt|voi fi|biroul (?:este|va fi))\b.{0,30}\b(?:in (?:concediu|delegatie|vacanta|calatorie)|plecata?|absenta?|inchis|indisponibila?)
    \b(?:seyahatteyim|izindeyim|tatildeyim|ofis(?:te)? (?:disindayim|degilim|kapali)|raporluyum|dogum iznindeyim|yurt disindayim|ofisimiz .{0,30}kapali)
    (?:я|мы|офис)(?![а-яіє]).{0,40}(?:в (?:командировке|отпуске|отъезде|декрете)|на больничном|отсутству|не работает|закрыт|буду вне офиса)
    (?:я|ми|офіс)(?![а-яіє]).{0,40}(?:[ув] (?:відрядженні|відпустці|від.ізді|декреті)|на лікарняному|відсутн|не працює|зачинено)|(?:мене|меня) не (?:буде|будет) (?:в|у) офі?[сc]
    (?:βρισκομαι|ειμαι|θα (?:ειμαι|απουσιαζω|λειπω)|απουσιαζω|λειπω|γραφειο μας).{0,40}(?:ταξιδι|αδεια|διακοπες|εκτος|γραφειο|κλειστο|μεχρι)
    出張(?:中|して)|休暇(?:中|を|で)|不在(?:に|と|です)|産休|育休|休業|休みをいただ
    出差|休假|度假|不在办公室|外出|产假|病假|放假|休息
    출장 ?중|휴가 ?중|부재 ?중|휴직 ?중|병가 ?중|휴무
    (?:انا|سا?كون|نحن|مكتبنا|المكتب).{0,40}(?:اجازه|مهمه عمل|سفر|خارج المكتب|مغلق|غير متواجد|مسافر)`,
  long: String.raw`
    \b(?:parental|maternity|paternity|sick|medical|bereavement) leave\b|\bsabbatical\b|\b(?:elternzeit|mutterschutz|krankgeschrieben|krank gemeldet|dienstunfahig)
    \bconge (?:de )?(?:maternite|paternite|parental|maladie)|\barret (?:de travail|maladie)|\bbaja (?:medica|por|de)|\bpermiso (?:de|por) (?:maternidad|paternidad)
    \b(?:in maternita|congedo (?:di )?(?:maternita|parentale)|in malattia)\b|\blicenca (?:de )?(?:maternidade|paternidade|parental|medica)|\bbaixa medica
    \b(?:zwangerschaps|ouderschaps|bevallings)verlof|\bziekgemeld|\bforaldra\w+|\bsjukskriven|\b(?:barsel\w*|sygemeldt|sykmeldt|foreldrepermisjon)\b
    \b(?:macierzynsk\w+|zwolnieni\w+ lekarsk\w+|materske\w*|nemocensk\w+|rodicovske\w*|dogum izni\w*|raporlu\w*|vanhempainvapaa\w*|sairasloma\w*)\b
    больничн|декрет|лікарнян|産休|育休|产假|產假|病假|출산휴가|육아휴직`,
  until: String.raw`
    现在|目下|当面|ただいま
    \b(?:currently|at the moment|this week|zurzeit|derzeit|momentan|diese woche|actuellement|cette semaine|actualmente|esta semana|attualmente|questa settimana|atualmente|momenteel|deze week|for narvarande|aktuelt|talla hetkella|obecnie|momentalne|jelenleg|su anda)\b|сеичас|зараз|現在|目前|현재|حاليا
    \b(?:until|till|through|from|between|to|until and including|during|over|for)\b.{0,30}(?:9|\d|monday|tuesday|wednesday|thursday|friday|next|the end|holidays?|mid|january|february|march|april|may|june|july|august|september|october|november|december)
    \b(?:bis|vom|ab|uber|bis einschliesslich)\b.{0,30}(?:\d|montag|dienstag|mittwoch|donnerstag|freitag|ende|feiertage|januar|anfang|mitte)
    \b(?:jusqu'? ?[^ ]{1,3}|du|des|pendant|a partir du?)\b.{0,30}(?:\d|lundi|mardi|mercredi|jeudi|vendredi|fetes|fin|mi-)
    \b(?:hasta|del|van|de|ate|fino|tot|till|til|asti|do|od|pana|kadar|dal|desde|a partir|t\.?o\.?m|od|fra|fran)\b.{0,30}\d|\d.{0,20}\b(?:asti|saakka|ig|kadar|'a kadar|'e kadar)\b
    (?:до|с|від|з|μεχρι|απο|έως) ?.{0,20}\d|\d.{0,12}(?:まで|から)|(?:至|到|直到).{0,4}\d|\d.{0,12}까지|حتي .{0,20}\d`,
  back: String.raw`
    \b(?:be back|back (?:on|in|at|from)|return(?:ing)? (?:on|to|in)|reopens?|available again|reachable again)\b
    \bwieder (?:erreichbar|da|im (?:buro|haus|dienst)|fur sie|zuruck|geoffnet)|\bzuruck (?:bin|im)
    \b(?:de retour|reouverture|rouvrira|mon retour)\b
    \b(?:de vuelta|regreso|volvere|reincorpor\w+|reabrira)\b
    \b(?:di ritorno|rientr\w+|riapr\w+|tornero)\b
    \b(?:de volta|regress\w+|volto|reabr\w+)\b
    \b(?:weer (?:bereikbaar|aanwezig|op kantoor|terug)|terug (?:op|in|van))\b
    \b(?:ar (?:jag )?tillbaka|oppnar igen|er (?:jeg )?(?:tilbage|tilbake)|apner igjen|abner igen|palaan|palattuani|takaisin)\b
    \b(?:wracam|powroc\w*|powrocie|vratim|vracim|navrat\w*|vissza(?:terek|jovok|ternek)|revin|intoarc\w*|doner\w*|dondu\w*)\b
    (?:вернусь|возвращ|повернусь|повернення|επιστρ|επανερχ)
    戻り|復帰|出社|回来|返回|복귀|اعود|عودت`,
  mail: String.raw`
    \b(?:no|without|not have)\b.{0,15}\baccess\b.{0,20}\b(?:mails?|e-?mails?|mailbox|inbox|messages)|\b(?:may|might|will) be (?:slow|slower|late)\b.{0,12}\b(?:reply|respond|answer)
    \b(?:keinen zugriff|ohne zugriff|sans acces|pas acces|sin acceso|senza accesso|sem acesso|geen toegang|ingen tillgang|inte tillgang|ikke (?:adgang|tilgang)|nu am acces|fara acces|nem erem el|erisemiyorum|erisimim yok)\b|\ben(?:ka)? paase\b.{0,15}\bsahkopost|\bnie mam dostepu\b|\bnemam pristup|\bbez pristupu
    (?:нет|без|имею) .{0,20}доступ|доступ.{0,16}(?:нет|не имею|не маю|немає)|(?:χωρις|δεν εχω) προσβαση|メール.{0,4}を?(?:確認|拝見)(?:でき|し)|(?:无法|不能)(?:查看|回复|收取)|메일을? .{0,6}(?:확인|볼).{0,4}(?:없|못)|دون وصول
    \b(?:limited|no|little|restricted|intermittent|sporadic|poor|occasional|rare)\b.{0,20}\b(?:access|connectivity|connection|internet)\b
    \b(?:rarely|seldom|only|not|sporadically|occasionally|infrequently|cannot|can't|won't|less often)\b.{0,40}\b(?:read|check\w*|monitor\w*|see|seeing|reading|access\w*)\b.{0,30}\b(?:mails?|e-?mails?|messages?|inbox|mailbox)
    \b(?:check|read|reading|checking|monitoring)\b.{0,20}\b(?:mails?|e-?mails?|messages?|inbox)\b.{0,20}\b(?:rarely|sporadic\w*|occasional\w*|infrequent\w*|irregularly|once)
    \b(?:message|mail|e-?mail)s?\b.{0,20}\b(?:will|is|are|has|have)\b.{0,10}\b(?:not (?:be )?)?(?:forwarded|read|received|answered)
    \b(?:delays?|slower)\b.{0,30}\b(?:response|reply|replies|responding|replying|answer)|\b(?:response|reply|replies)\b.{0,20}\b(?:delay\w*|slow\w*|take longer)
    \b(?:mails?|e-?mails?|nachrichten?)\b.{0,50}\b(?:nicht|nur|selten|sporadisch|eingeschrankt|unregelmassig|kaum)\b.{0,25}\b(?:gelesen|weitergeleitet|bearbeitet|lesen|abrufen|beantwort\w+|gepruft)
    \b(?:eingeschrankt\w*|keinen|begrenzt\w*|nur gelegentlich|nur unregelmassig|selten|sporadisch)\b.{0,30}\b(?:zugriff|mails?|e-?mails?|nachrichten|posteingang)
    \b(?:acces limite|peu (?:acces )?|pas acces|rarement|ponctuellement|irregulierement)\b.{0,25}\b(?:mails?|messages?|messagerie|courriels?|e-?mails?)|\bconsulte\w* (?:peu|rarement|ponctuellement)
    \bacces[so]o? (?:muy )?limitad[oa]\b|\baccesso (?:molto )?limitato\b|\b(?:leo|consulto|leio|leggo|controllo)\b.{0,20}\b(?:poco|raramente|esporadic\w+|de vez en cuando|saltuariamente|di rado|pouco)
    \b(?:beperkt\w*|sporadisch|nauwelijks|af en toe)\b.{0,20}\b(?:mail|e-?mail|berichten|toegang|bereikbaar)|\blees\b.{0,20}\b(?:mail|e-?mail|berichten)\b.{0,15}\b(?:beperkt|niet|sporadisch|nauwelijks|af en toe)
    \b(?:sporadiskt?|begransad\w*|begraenset|begrenset|sallan|sjaelden|sjelden|kun|inte|bara)\b.{0,25}\b(?:mejl|mail|mails|e-?post|meddelanden|adgang|tilgang|atkomst)|\b(?:laser|leser|mejl|mails|e-post)\b.{0,25}\b(?:sporadiskt?|sallan|sjaelden|sjelden|af og til|av og til)
    \b(?:luen|seuraan|sahkopost\w*)\b.{0,30}\b(?:satunnaisesti|harvoin|rajoitetusti|rajoitettu|epasaannollisesti)
    \b(?:ograniczony|rzadko|sporadycznie|nieregularnie)\b.{0,30}\b(?:dostep\w*|poczt\w*|mail\w*|wiadomosci)|\b(?:omezen\w*|obmedzen\w*|jen obcas|len obcas|zridka|nepravidelne)\b.{0,30}\b(?:pristup\w*|post\w*|mail\w*|ctu|citam)|\b(?:postu|maily|e-maily)\b.{0,15}\b(?:jen|len)? ?(?:obcas|zridka|nepravidelne)
    \b(?:leveleimet|e-mailjeimet|uzeneteimet|postafiokomat)\b.{0,20}\b(?:ritkan|nem|korlatozottan|csak)|\bacces(?:ul)? limitat\b|\b(?:citesc|verific)\b.{0,20}\b(?:rar|ocazional)
    \b(?:e-?posta\w*|mail\w*|mesaj\w*)\b.{0,25}\b(?:sinirli|kisitli|nadiren|seyrek|gec)|\b(?:sinirli|kisitli)\b.{0,12}\berisim
    (?:доступ|почт|письм).{0,30}(?:огранич|редко|нерегулярно|изредка)|(?:огранич|редко|изредка).{0,30}(?:доступ|почт|письм|читаю)
    (?:доступ|пошт|лист).{0,30}(?:обмежен|рідко|нерегулярно|зрідка)|(?:обмежен|рідко|зрідка).{0,30}(?:доступ|пошт|читаю)
    (?:περιορισμεν|σπανια|αραια).{0,30}(?:προσβαση|email|e-mail|μηνυματα|αλληλογραφια)
    メール.{0,12}(?:確認|返信|ご返信).{0,12}(?:遅れ|でき|難し|遅く)|(?:返信|ご連絡|確認).{0,8}(?:遅れ|遅く|以降)|邮件.{0,8}(?:可能|不及时|无法|不能|延迟)|(?:메일|이메일).{0,10}(?:확인|회신).{0,10}(?:늦|어렵|지연)
    (?:وصولي|الوصول|اطلاعي).{0,25}(?:محدود)|(?:محدود).{0,15}(?:البريد|الرسائل)`,
  help: String.raw`
    @.{0,40}\b(?:haster|urgent\w*|urgente?s?|urgence|urgenz\w+|dringend\w*|eilig\w*|spoed|brattom|pilne|nalehav\w+|acil)\b|(?:atendid[oa]s?|handled|bearbeitet|beantwortet|traitee?s?|gestit[oaie]|tratad[oa]s?|behandeld) (?:by|von|durch|par|por|da|dall[ao]|pel[oa]|door) @
    \b(?:in my place|an meiner stelle|a ma place|en mi lugar|al mio posto|no meu lugar|in mijn plaats|i mitt stalle|i mit sted) |вместо меня|замість мене
    ~[^ ]+[ ,:(（]{1,3}@[ )）]*$|~[^ ]+ (?:[^ ]+ ){1,4}(?:unter|at|on|au|en el|al|allo|no|pelo telefone|op|via|pa|pod|na|по)[ :]{1,2}@|(?:dzwonic|zadzwonic|pisac) do ~|\bfale com (?:a |o )?~|請?拨打|请找
    \b(?:reception|front desk|switchboard|zentrale|empfang|standard|accueil|centralita|recepcion|centralino|receptie|vaxel\w*|receptionen|omstillingen|recepcj\w+|recepc\w+|if you need|si necesita\w*|wenn sie|behover du)\b.{0,60}@
    (?:helpt|hilft|obracejte se(?: prosim)? na|se (?:prosim )?obra(?:cejte|tte) na|fale com a|fale com o|hjalper|obratte se na) ~|\b(?:enquiries|inquiries|requests|queries|questions|direct|directed|forwarded|anfragen|demandes?|consultas|richieste|domande|encaminhad\w+|dirigid\w+|vragen|fragor|sporgsmal|sporsmal|pytania|dotazy|вопрос\w*|питан\w*)\b.{0,60}@
    \b(?:colleagues?|deputy|assistant|substitute|manager|kolleg(?:e|en|in|innen)?|vertretung|stellvertreter(?:in)?|collegues?|assistante?|companer[oa]s?|coleg[aou]s?|collega'?s?|kollega\w*|kolleger|koleg\w{1,4}|kolezank\w{1,3}|zastepca|zastupce|arkadas\w*|meslektas\w*),? (?:ist |is |est |es |e )?~
    \b(?:contact|contacting|reach|email|call|contacter|joindre|appeler|contacte|contactar|contactez|contattare|contacteer|kontakta|kontakt|kontakte|kontaktieren|kontaktujte|kontaktiere|volejte|adresser a|dirigirse a|dirijase a|contacto con|contacte con|contactar (?:con|a)|rivolgersi a|rivolgetevi a|wenden (?:sie sich )?(?:bitte )?an|(?:vertritt|vertreten) (?:mich|uns)|ubernimmt|ubernehmen|(?:obratte|obracejte) se (?:prosim )?na|o kontakt z|(?:zwracac|zwrocic) sie do|zastepuje mnie|zastupuje me|remplacee? par|contact (?:op )?(?:opnemen )?met|ota yhteytta|keresse|keressek) ~
    (?:обращайтесь|обратитесь|обращаться|звоните|пишите|звертайтесь) (?:к|до|по телефону)? ?~|(?:замещает|заменяет|заміщує|заміняє) ~
    ~[^ ]+,? (?:is |will |will be |can |can be |kan |kann |peut |puede |puo |pode |moze |muze )?(?:covers?|covering|takes? over|taking over|replac\w+|helps?|help|assist\w*|handles?|ubernimmt|vertritt|hilft|helfen|(?:me |m')?remplac\w+|(?:me )?sustitu\w+|atender\w*|(?:mi )?sostitui\w+|(?:me )?substitui\w*|neemt|vervangt|helpt|ersatter|tar (?:over|hand)|overtager|har overtaget|daekker|hjalper|hjaelper|hjelper|overtar|zastepuje|pomoze|zastupuje|pomuze|замещает|заменяет|заміщує|helpt|hilft|helps|поможет|допоможе|ile iletisime|ile gorus\w+|yazabilirsiniz|yerime|yardimci)
    (?:同事|同僚).{1,6}(?:代理|负责|負責|处理|處理|接手)|(?:代わりに|代理の|同僚の|担当の).{1,12}(?:対応|承り)
    \b(?:hitn\w+|obratite)\b.{0,80}@
    \b(?:cannot wait|can't wait|eilt|urgente?|urgence|urgenza|urgencia|dringend|brattom|haster|kiireellinen|kiire|pilna|pilne|nalehave|nalieha\w*|surgos|acilse|acil)\b.{0,80}@|(?:срочн|терміново|επειγον|緊急|紧急|급하|العاجل).{0,60}@
    \b(?:urgent\w*|emergenc\w*|colleagues?|deputy|assistance|meantime|absence|contact|reach|write|sent?|goes|replac\w+|cover\w*)\b.{0,120}@
    \b(?:dringend\w*|notf\w+|kolleg\w+|vertret\w+|wenden|kontaktieren|schreiben|eilig\w*|zwischenzeit)\b.{0,120}@
    \b(?:urgen\w+|colleg\w+|collegue|contact\w*|compagn\w+|companer\w+|contat\w+|rivolge\w+|ecrire|escrib\w+|scriv\w+|remplac\w+|sustituy\w+|sostituisc\w+|substitui\w*|baja|congedo|licenca|ausencia|absence|assenza|colega)\b.{0,120}@
    \b(?:dringende?|spoed\w*|collega'?s?|bradskande|akut\w*|kolleg\w+|kollega\w*|haster|hastesag\w*|kiireelli\w*|kollegani|kiireis\w*|yhteytta)\b.{0,120}@
    \b(?:piln\w+|koleg\w+|kolezank\w+|kontakt\w*|nalehav\w+|nalieh\w+|surgos\w*|kollega\w*|keress\w*|urgent\w*|coleg\w+|acil|meslektas\w*|iletisim\w*)\b.{0,120}@
    (?:срочн|коллег|обращ|свя[жз]|термінов|колег|зверта|επειγον|συναδελφ|επικοινων).{0,120}@
    (?:急ぎ|緊急|担当|紧急|急事|联系|同事|급한|긴급|동료|연락).{0,60}@
    (?:عاجل|طارئ|زميل|تواصل|الاتصال).{0,120}@`,
  replies: String.raw`
    (?:отвечу|відповім|свяжусь|зв'яжусь).{0,12}(?:как только|щоино|при первои|позже|пізніше)
    回来后.{0,8}(?:回复|回覆|答复|处理|联系)|(?:尽快|儘快|稍后).{0,4}(?:回复|回覆|答复)|返信.{0,4}(?:遅れ|遅く)
    \b(?:reply|respond|answer(?:ed)?|processed|get back|follow up|be in touch)\b.{0,50}\b(?:return\w*|back|as soon as|once|after|when|upon)
    \b(?:antwort\w*|beantwortet|melde|bearbeite\w*|ruckmeldung)\b.{0,60}\b(?:ruckkehr|zuruck|sobald|danach|wieder|anschliessend)|\b(?:nach|sobald)\b.{0,30}\b(?:ruckkehr|zuruck)\b|\bdanach (?:beantwortet|bearbeitet|gelesen)
    \b(?:repond\w+|reviendrai|traite\w+)\b.{0,40}\b(?:retour|des que)|\bcontesta\w+.{0,40}\b(?:regreso|vuelta)|\bdes mon retour\b|\bresponder\w+.{0,40}\b(?:regreso|vuelta|regress\w+|voltar)|\brisponder\w+.{0,40}\b(?:rientro|ritorno)
    \b(?:beantwoord\w*|reageer|reageren|antwoord\w*)\b.{0,40}\b(?:terug\w*|zodra)|\b(?:svarar|svarer|aterkommer|vastaan)\b.{0,40}\b(?:tillbaka|tilbage|tilbake|sa snart|nar|palattuani|palaan)|\bpalattuani\b
    \b(?:odpowiem|odezwe|odpovim|odpoviem|ozvu|valaszolok|raspund\w*|yanit\w*|cevap\w*|donus)\b.{0,40}\b(?:powroc\w*|navrat\w*|vissza\w*|intoarc\w*|dondug\w*|donunce|dondukten|yapacagim)|\b(?:po powrocie|po navratu|po navrate|visszateresem)\b
    (?:отвечу|свяжусь|відповім|απαντησω).{0,40}(?:возвращ|верн|поверн|επιστρ)|(?:после|по|після) (?:возвращени|повернен)
    (?:戻り次第|復帰後|帰社後).{0,20}|(?:回来|返回)后.{0,12}(?:回复|答复|处理)|(?:복귀|돌아오는).{0,12}(?:답변|회신|연락)|سارد.{0,30}(?:عودت|رجوع)`,
  thanks: String.raw`
    \b(?:dziekuje|dziekujemy) za kontakt|\b(?:agradeco|agradecemos) o contacto|\b(?:dekuji|dekujeme) za (?:zpravu|kontakt)
    \bthank\w*\b.{0,25}\b(?:mail|e-?mail|message|note|writing|contacting|getting in touch|reaching out)|\b(?:mail|e-?mail|message) has been received
    \b(?:dank\w*|bedankt|tak|tack|takk)\b.{0,20}\b(?:nachricht|mail|e-?mail|schreiben|bericht|bericht\w*|mailtje|mejl|meddelande|besked|henvendelse|e-?post\w*|melding|meddelelse)
    \b(?:gracias por escrib|grazie per aver\w* scritto|obrigad[oa] por escrev|merci de (?:votre message|m'avoir ecrit))|\b(?:merci|gracias|grazie|obrigad[oa])\b.{0,20}\b(?:messages?|mails?|e-?mail|courriel|mensaje|correo|messaggio|mensagem)
    \b(?:kiitos|kiitan)\b.{0,20}\b(?:viesti\w*|sahkoposti\w*)|\b(?:dziekuj\w+|dekuj\w+|dakuj\w+)\b.{0,20}\b(?:wiadomosc|mail\w*|e-mail\w*|zpravu|spravu)|\bkoszono\w+\b.{0,20}\b(?:level\w*|uzenet\w*|e-mail\w*)|\bmultum\w+\b.{0,20}\b(?:mesaj\w*|e-?mail\w*)|\b(?:mesaj\w*|e-?posta\w*)\b.{0,15}\btesekkur
    (?:спасибо|благодар|дякую).{0,20}(?:письмо|сообщение|обращение|лист|повідомлення)|ευχαριστ.{0,20}(?:μηνυμα|email)
    (?:ご連絡|メール).{0,12}ありがとう|メール.{0,4}お礼|(?:感谢|谢谢).{0,6}(?:来信|邮件|来函)|(?:메일|연락).{0,8}감사|شكرا.{0,12}(?:رسالت|تواصل)`,
  wants: String.raw`
    \b(?:answer|reply|respond|write back) (?:when|as soon as|if) you\b|\b(?:forwarded|sent|delivered) to me\b|\ban mich (?:weitergeleitet|gesendet)
    [?？؟]|\b(?:please|kindly)\b(?!.{0,30}\b(?:contact|e-?mail|write|turn|note|address|direct|reach|refer|get in touch|bear|be aware|call)\b)|(?<!\byou )\bneeds?\b|\b(?:waiting for|send me|let me know|can you|could you|still|before i|should i|tested?|test)\b|\bi (?:handle|take over|am handling)\b
    \b(?:call|ring|phone|text) me\b|\bmy (?:mobile|cell)\b(?!.{0,10}\boff)
    \b(?:brauche\w*|benotig\w*|rufen sie mich|ruft mich|anrufen|schicken|senden sie|klaren|konnen sie|konnten sie|bis dahin|vorher|immer noch|trotzdem)\b|\bbitte\b(?!.{0,50}\b(?:wenden|kontaktieren|schreiben|mailen|an|beachten|haben|direkt|richten)\b)
    \b(?:appelez-moi|envoyez|il me faut|il faut|pouvez-vous|toujours|j'ai besoin|avant)\b|\b(?:llamadme|llameme|enviad\w*|necesit\w+|sigue|antes de)\b|\b(?:chiamate\w*|inviate\w*|mi serve|ci serve|ancora|sentite)\b|\b(?:liguem?-me|enviem|preciso|precisamos|continua|falem)\b
    \b(?:bel me|stuur|nodig|nog steeds|kunt u (?!contact|terecht|zich))|\b(?:ring (?:min|mig|meg|till|til)|skicka|send (?:det|den|mig|meg)|behover(?! du| ni)|trenger|fortfarande|stadig|fortsatt|snakk med|skriv til(?!.{0,40}@)|prata med)\b|\b(?:soittakaa|lahettakaa|tarvitsen|edelleen|hoida)\b
    \b(?:prosze (?:dzwonic(?! do ~| pod)|przeslac|ustalic|wyslac)|potrzebuj\w+|nadal|volejte|poslete|potrebuj\w+|stale nefung\w*|domluvte|hivjanak|kuldjek|kerem,? (?!keress|fordulj|irj)|sunati|trimiteti|vorbiti|arayin|gonderin|gorusun|lazim)\b
    (?:звоните|пришлите|отправьте|нужн|необходим|решите|телефонуйте|надішліть|потрібн|узгодьте|παρτε|στειλτε|μιληστε|χρειαζ)
    電話して|送って|(?<!ご連絡|ご了承|承知おき|ご容赦)ください。?$|请打|请把|请发|需要|전화 ?주세요|보내 ?주|필요|اتصلوا|ارسلوا|احتاج`,
}

/** Beside those of the patterns: who helps and how gladly, whose colleague, how seldom. */
export const besideNotices = `
  tiempo durante ufficio abends matin soir inventaire inventario inventur congedo orlov dniach dniami verebilirim bakacagim nemocna nemocny evenings mornings
  pais extranjero ausland abroad estero estrangeiro buitenland utlandet udlandet zagranica zahranici
  please note matters part time next verzogert daher prendrai connaissance informo mattina sera daarna hvis vis als falls wenn вместо меня  прочитаю прочту
  wednesday through all-day workshops
  moved another department something anything before then happy public today mache gerade erst cabinet duree indeterminee transmettre
  solo disfrutando unos dias vuelvo fim mes fale pelo telefone restera riapertura even paar dagen wegens staat ziekte receptie sjuk fort hjalp vaxel
  vecka veckor aftenen nytar jul konca tygodnia koniec swietach vecer dostanu neodkladnymi zalezitostmi obracejte rahatsizligim nedeniyle bey hanim
  рабочим рабочие новогодние праздники праздников evening morning night week end semaine woche ende tage wochen
  enquiries enquiry inquiries requests queries direct directed addressed handled forwarded team desk mailbox main
  anfragen anliegen fragen aufgaben gerichtet demandes questions dossiers consultas asuntos tareas preguntas richieste domande
  pedidos assuntos devem ser encaminhados encaminhado dirigidos tratados zaken vragen taken arenden fragor uppgifter
  sager opgaver sporgsmal indtil saker oppgaver sporsmal asiat asioissa tehtavani sprawy sprawach zadania obowiazki pytania
  zalezitosti ukoly dotazy otazky konularda konulariniz konular isler ekip вопросам вопросы делам задачи питання питань справи
  societe entreprise company firma azienda ditta empresa bedrijf foretaget virksomheden
  nisam uredu hitnim slucajevima obratite se prosinca expect
  slow slower late wait it if has have access mailbox team slower
  wenn es eilt schreiben zugriff postfach
  schrijf dan naar heb geen toegang als
  ar det brattom skriv ingen tillgang borta
  sa adgang vaek haster det ikke har
  tilgang borte e-posten
  enka paase jos asia kiireellinen kirjoita
  nie mam dostepu jesli sprawa pilna pisac prosze nieobecny
  nejsem zastizeni nemam pristup je-li naleh pista piste poste k
  nem erem ha irjon
  nu am daca scrieti-i scrieti este
  erisemiyorum acilse yazin yokum
  меня нет доступа если срочно пишите почте нет
  мене немає доступу якщо терміново пишіть маю
  χωρις γραψτε στην στον απουσιαζω
  دون الحالات العاجله يرجي مراسله ساكون
  glad gladly happy help helps helping assist assists cover covers covering my our their will can the your you any and for anything gmbh ltd
  hilft helfen gern gerne weiter vertritt ubernimmt macht gruss
  aider aidera aideront peut pourra volontiers assure remplace remplacera vous votre
  ayudara ayudar atendera atenderle puede podra gustosamente sustituye contestaremos contestare
  aiutera aiutare disposizione puo potra volentieri sostituisce sul
  ajudar ajudara pode podera atender substitui
  helpt helpen graag verder neemt waar vervangt kan kunt mijn onze
  hjalper hjalpa garna till ersatter kan min mina
  hjaelper hjaelpe gerne daekker ind overtager sporadisk min mine kan
  hjelper hjelpe gjerne dekker tar over sporadisk mitt kan
  auttaa mielellaan sijaistaa minua voi
  pomoze chetnie moj moja zastepuje moze pomagac
  pomuze rad rada muj moje zastupuje muze pomoct pomoze moj
  segit szivesen helyettesit olvasom engem kollegam
  ajuta ajutor inlocuieste poate bucuros
  yardimci olacaktir olur yerime bakiyor memnuniyetle
  поможет помочь мой мои моя замещает вам меня ответит рад рада
  допоможе міи моя заміщує вам мене відповість радо
  βοηθησει βοηθησουν αντικαθιστα ευχαριστως μπορει σας
  سيساعدكم تساعدكم ووصولي مكاني`

/** Signs that mean something together, near each other in a sentence, in whatever order; of folded text. */
export const noticeSigns = {
  /** Mail is answered or read … */
  answers:
    /\b(?:answer(?:ed)?|repl(?:y|ied)|respond|beantwort\w*|antwort\w*|melde mich|aterkommer|vender tilbage|hear from|kontaktuj\w*|repondr\w+|traiter\w+|repondu\w*|contestar\w*|responder\w*|rispond\w+|leggero|leggo|prendrai connaissance|lirai|leere|bakacagim|beantwoord\w*|lerei|lese|czytam|przeczytam|odpisze|precte?m|prectu|antwoord\w*|reageer|lees|besvar\w*|svarar?|svarer|vastaan|odpowi\w+|odpov\w+|valaszol\w*|raspund\w*|yanit\w*|cevap\w*|donus)\b|ответ|прочита|прочту|відпов|прочитаю|απαντ|返信|ご連絡|確認いたします|回复|答复|회신|답변/u,
  /** … after their return, or some day. */
  later:
    /\b(?:verzogert|delayed|retard|retraso|ritardo|atraso|vertraagd|forsenat|forsinket|opoznieniem|zpozdenim|tomorrow|working day|daarna|danach|ensuite|despues|dopo|depois|potem|pote?m|holidays|morgen|feiertag\w*|demain|reouverture|manana|reapertura|domani|riapertura|amanha|reabertura|overmorgen|imorgon|i morgen|jutro|swietach|zitra|svatcich|yarin|logo que possivel|sa fort|when|once|return|back|wenn|sobald|ruckkehr|zuruck|neuen jahr|nachste\w*|retour|rentree|regreso|vuelta|vuelva|rientro|ritorno|volta|regressar|terug\w*|zodra|nar|tillbaka|tilbage|tilbake|palattua\w*|powro\w+|navrat\w*|vissza\w*|intoarc\w*|dond\w+|donus\w*|donunce)\b|возвращ|верн|поверн|επιστρ|завтра|праздник|明日|明天|以降|戻り|回来|返回|복귀/u,
  /** It is mail … */
  mails:
    /\b(?:e-?)?mails?\b|\binternet|\bmesaj|\bmess?ag|mensa(?:je|gen)|courriel|correo|posta\b|postfach|nachricht|bericht(?:en)?\b|mejl|e-?post|sahkopost|poczt|wiadomosc|postu\b|почт|письм|пошт|邮件|メール|메일/u,
  /** … that is read now and then, whoever reads it, */
  rarely:
    /\b(?:pouco|poco|wenig|little|patchy|poor|kaum|schlecht\w*|daligt?|darlig|slaba|slabe)\b|nur (?:abends|morgens|selten)|only (?:in the evening|at night)|solo la sera|le soir uniquement|ponctuel|sporad|esporad|occasion|gelegentlich|raramente|rarement|rarely|seldom|limit(?:ed|e|ad|at)|eingeschrank|beperkt|begrans|begraens|begrens|ogranicz|omezen|obmedz|unregelm|irregul|nieregul|nepravid|saltuar|de vez em quando|de vez en cuando|af en toe|sallan|sjaelden|sjelden|harvoin|rzadko|zridka|redko|ритк|редко|ограничен|рідко|обмежен/u,
  /** A day without its name. */
  today:
    /\b(?:this week|diese woche|cette semaine|esta semana|questa settimana|deze week|(?:den har|denne) veckan|denne uge|denne uken|w tym tygodniu|tento tyden|bu hafta|ezen a heten|today|tomorrow|heute|morgen|aujourd'? ?hui|demain|hoy|manana|hoje|amanha|oggi|domani|vandaag|idag|i dag|imorgon|i morgen|dzis|dzisiaj|jutro|dnes|zitra|bugun|yarin|ma|holnap|(?:end of|ende der|ende des|fin de|fim d[oa]|fine del|eind van) \S+|(?:week|woche|semaine|semana|settimana|vecka|uge) \d)\b|сегодня|завтра|сьогодні|本日|今日|明日|今天|明天/u,
  /** or not at all, */
  unread:
    /\b(?:not|nicht|no|non|nao|niet|inte|ikke|ne|nie|nem|nu|won't|don't|keine)\b (?:\S+ ){0,2}(?:read\w*|lese|lesen|leere|leo|leggo|leggero|lerei|leio|lees|laser|laeser|leser|ctu|czytam|check\w*|prufe|consult\w*|revis\w*)\b|\bnectu\b|не (?:читаю|проверяю|смотрю)|不(?:查看|便)|未读/u,
  /** or by others. */
  handled:
    /\b(?:forwarded|processed|handled|weitergeleitet|bearbeitet|traitee?s?|transferee?s?|atendid[oa]s?|reenviad[oa]s?|gestit[oaie]|inoltrat[oaie]|encaminhad[oa]s?|tratad[oa]s?|doorgestuurd|behandeld|beantwoord|vidarebefordra\w*|besvaras|videresendes|besvares|przekazywan\w+|preposilan\w+|yonlendiril\w+)\b|пересыла|转发|転送/u,
  /** Not where they work. */
  notThere:
    /\bnicht (?:im|am|zu) (?:dienst|arbeitsplatz|platz|hause?)\b|\bnot (?:in|at) (?:the )?(?:office|work)\b|\bno estoy en (?:la )?(?:oficina|trabajo)|\bnon (?:sono|saro) in (?:ufficio|sede)|\bnao estou n[oa] (?:escritorio|trabalho)|\bniet op (?:kantoor|mijn werk)|\binte pa (?:jobbet|kontoret)|\bikke pa (?:arbejde|jobb|kontoret)|\bnie ma mnie w (?:biurze|pracy)|\bnejsem v (?:kancelari|praci)|(?:меня|мене) (?:нет|нема|немає) (?:на|в|у) (?:работе|офисе|месте|роботі|офісі)|\bnem vagyok bent/u,
  /** Who writes … */
  selves:
    /\b(?:i|i'm|i'll|ich|je|estoy|estare|me encuentro|sono|saro|estou|estarei|encontro-me|ik|jag|jeg|olen|jestem|bede|przebywam|jsem|budu|cerpam|vagyok|leszek|sunt)\b|(?<![\p{L}])я(?!\p{L})|本人|calismiyorum|degilim|yokum/u,
  /** … and why they are away. */
  states:
    /\b(?:vacation|holidays?|leave|sick|ill|trade show|trade fair|conference|sabbatical|workshops?|part time|part-time|training course|travell?ing|urlaub|krank|erkrankt|fortbildung|schulung|messe|dienstreise|geschaftsreise|elternzeit|conges?|vacances|malade|arret|formation|deplacement|absente?|vacaciones|congreso|viaje|ausente|ferias|licenca\S*|viagem|formacao|ferie|malattia|maternita|congedo|trasferta|assente|vakantie|verlof|ziek(?:te)?|vrij|afwezig|semester|sjuk\w*|tjansteresa|kursus|orlov|syg|barsel|forretningsrejse|syk|permisjon|lomalla|urlopie|szkoleniu|zwolnieniu|delegacji|nieobecn\w+|dovolen\w+|sluzebni ceste|skoleni|nepritom\w+|nemocn[ya]|izinli|izinde|tatilde|rahatsiz\w*)\b|отпуск|больнич|командировк|请假|請假|休假|培训|外地|出差/u,
  /** A house … */
  houses:
    /\b(?:offices?|company|shop|buro|praxis|betrieb|kanzlei|laden|bureaux?|cabinet|societe|magasin|oficinas?|tienda|despacho|uffici?o?|negozio|studio|escritorio|loja|empresa|kantoor|winkel|praktijk|kontoret|butiken|butikken|biuro|firma|sklep|kancelar|obchod|ofis\w*)\b|(?<!\p{L})офис|事務所|弊社|当社|公司|办公室/u,
  /** … that is shut. */
  shut: /\b(?:closed|geschlossen|zu|fermee?s?|cerrad[oa]s?|chius[oaie]|fechad[oa]s?|encerrad[oa]s?|gesloten|dicht|stangt|lukket|stengt|nieczynn\w+|zamkniet\w+|zavren\w+|kapali\w*)\b|закрыт|休業|休み|放假|休息/u,
  /** That they come back, beside a day. */
  returns:
    /\b(?:back|return(?:ing)?|wieder|zuruck|reviens|retour|vuelvo|volvere|regreso|torno|rientro|tornero|volto|regresso|retorno|weer|terug|tillbaka|ater|tilbage|tilbake|takaisin|palaan|wracam|wroce|zpet|vracim|vratim|vissza\w*|revin|donuyorum|donecegim)\b|вернусь|возвращаюсь|出社|戻り|回来|返回/u,
}
