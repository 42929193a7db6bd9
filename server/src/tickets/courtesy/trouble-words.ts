import { fold } from './fold.ts'
import { spoilt } from './spoilt-words.ts'

/** Where one of these stands, a name, a title or a notice is none: somebody says that something is wrong. */
const trouble = `
  not no never nothing none cannot can't won't don't doesn't didn't isn't wasn't hasn't haven't without
  still yet but however unfortunately although except wrong broken fail fails failed failing failure error
  errors issue issues problem problems bug bugs missing lost stuck crash crashed crashes down dead slow late
  urgent asap help please need needs needed waiting wait pending invalid refused rejected denied locked blocked
  worse bad useless ridiculous terrible awful disappointed complaint refund cancel why when how what where who
  nicht kein keine keinen nie nichts noch immer aber leider jedoch trotzdem falsch kaputt defekt fehler fehlt
  fehlen problem probleme storung geht's bitte dringend warum wann wie wo hilfe warten gesperrt langsam tot
  ne pas jamais rien mais toujours encore malheureusement erreur erreurs panne probleme problemes bloque manque
  manquant urgent svp pourquoi quand comment aide attente echec casse
  nunca nada pero todavia aun sigue error errores falla fallo problema problemas falta roto urgente ayuda porque
  cuando como por_favor mal bloqueado
  non mai niente ma ancora purtroppo errore errori guasto problemi manca rotto urgente aiuto perche quando come
  bloccato nao nunca nada mas ainda infelizmente erro erros falha problemas falta quebrado urgente ajuda porque quando
  niet geen nooit niets maar nog helaas fout fouten storing problemen ontbreekt kapot dringend waarom wanneer hoe hulp
  inte ingen aldrig inget men fortfarande tyvarr fel trasig saknas varfor nar hur hjalp
  ikke ingen aldri aldrig intet men stadig fortsatt desvaerre dessverre feil fejl mangler odelagt hvorfor hvornar nar hvordan hjaelp hjelp
  ei eivat en emme mutta vielakaan edelleen valitettavasti virhe vika ongelma puuttuu rikki miksi milloin miten apua
  nie nigdy nic ale nadal wciaz niestety blad bledy awaria problem brakuje zepsuty dlaczego kiedy jak pomocy prosze
  ne neni nejde nefunguje nikdy nic ale stale porad bohuzel chyba chybi problem rozbity proc kdy jak pomoc prosim
  degil yok ama fakat hala maalesef hata sorun bozuk eksik acil neden nicin nasil yardim lutfen calismiyor olmuyor
  не нет никогда ничего но все_еще пока к_сожалению ошибка ошибки проблема сбой сломано срочно почему когда как помогите пожалуйста
  не немає ніколи але досі нажаль помилка проблема чому коли як
  nem soha semmi meg sajnos hiba problema miert mikor hogyan segitseg kerem
  nu niciodata nimic dar inca eroare problema lipseste ajutor
  οχι δεν μην δε ποτε τιποτα αλλα ομως ακομα ακομη δυστυχως λαθος σφαλμα βλαβη προβλημα λειπει χαλασε επειγον βοηθεια γιατι ποτε πως παρακαλω
  لا لم لن ليس ليست غير بدون لكن ولكن مازال مازالت زال زالت بعد للاسف خطا اخطاء عطل مشكله مشاكل معطل توقف يتوقف لماذا ليش متي كيف اين وين
  من_فضلك رجاء ارجو نرجو الرجاء ساعدوني مساعده عاجل ناقص مفقود
  नहीं नही मत ना बिना लेकिन मगर पर अभी अब_भी फिर गलत गलती त्रुटि समस्या दिक्कत परेशानी खराब बंद क्यों कब कैसे कहां कहाँ कृपया मदद तुरंत
  לא אין בלי אבל עדיין עוד לצערי שגיאה תקלה בעיה למה מתי איך איפה בבקשה עזרה דחוף חסר
  tidak belum jangan tetapi gagal rusak masalah kenapa tolong khong nhung
  vermisse vermissen vermisst fehlte fehlten verschwunden verschwand manquait manquaient manquent manque-t disparu disparue disparus disparait
  faltaba faltaban faltan falto faltado desaparecio desaparecido faltou faltam faltava faltavam faltando sumiu sumiram desapareceu mancava mancavano mancano
  mancato mancata mancati sparito sparita spariti ontbreken ontbrak ontbraken mis miste missen verdwenen saknades fattas fattades forsvann forsvunnit
  manglede mangla manglet forsvandt forsvundet forsvant puuttui puuttuivat puuttuvat katosi kadonnut brakowalo brakuja zabraklo zniknal znikla zniknelo
  chybely chybelo chybeji schazi zmizel zmizela zmizelo chybaju chybalo zmizol hianyzik hianyoznak hianyzott eltunt lipsesc lipsea disparut eksikti kayboldu kayip
  недостает недоставало пропал пропала пропало пропали исчез исчезла исчезло исчезли отсутствует отсутствуют бракує бракувало зник зникла зникло зникли
  λειπουν ελειπε ελειπαν χαθηκε εξαφανιστηκε nedostaje nedostaju nedostajalo nestao nestala nestalo липсва липсват липсваше изчезна manjka manjkajo izginil
  kurang hilang thieu mat ينقص ينقصني ينقصنا تنقص اختفي اختفت חסרה חסרים נעלם נעלמה नदारद गायब
  sometimes occasionally seldom rarely manchmal mitunter gelegentlich selten zeitweise parfois rarement ratos veces raramente volte tratti vezes soms ibland
  sommetider iblant valilla joskus ajoittain czasem czasami obcas niekdy neha idonkent uneori rareori bazen arada иногда изредка порой
  іноді інколи зрідка μερικες ενιοτε احيانا לפעמים kadang-kadang kadang ponekad povremeno понякога vegades
  disappeared disappear disappears vanished gone_missing lacks lacking lacked
  schlecht schlechte schlechter mies miese mauvais mauvaise peor peggio pior slecht slechte daligt daliga darligt darlig huonosti huono zle spatne плохо погано kotu rosszul prost
  sallan sjaelden sjelden zelden nauwelijks knappt naeppe raramente guere scarcely barely hardly kaum tuskin rzadko ledwo zridka sotva nadiren nadir ritkan alig σπανια rijetko едва рідко ледь
  няма обаче грешка защо кога моля помощ bohuzial preco prosim nazalost greska zasto molim
`
/** Words with which sentences speak; a name and a title have none. */
const speaking = `
  i you he she it we they is are was were be been am do does did have has had could would should must
  this that these those there here my me us im it's i'm he's there's isnt just only also if because then than
  ich du er sie es wir ihr ist sind war waren bin hat habe haben hatte kann konnen konnte wird werden muss soll sollte das
  dass wenn weil nur auch mein meine mich mir uns dies diese
  je tu il elle nous vous ils est sont etait suis ai avons avez ont peux peut fait c'est j'ai ca cela si parce
  yo el ella nosotros es esta estan fue soy he hemos tiene tengo puedo puede esto eso si
  io lui lei noi e' sono era ho abbiamo hanno posso puo questo quello se
  eu ele ela nos esta estao foi sou tenho temos posso pode isso isto se
  ik jij hij zij wij het is zijn was heb hebben heeft kan kunnen dit dat als
  jag du han hon vi det ar var har kan kunde maste detta om
  jeg du han hun vi det er var har kan kunne ma dette hvis
  han se me on oli ovat olen voin voi pitaa tama jos
  ja ty on ona my jest sa byl byla mam ma moge moze musi to jesli
  ja ty on ona my je jsou byl byla mam ma muzu muze musi to jestli
  biz bu var su
  я ты он она мы вы это есть был была могу может если
  εγω εσυ αυτος αυτη εμεις ειναι ηταν εχω εχει εχουμε μπορω μπορει πρεπει αυτο αν
`
const words = new Set(fold(`${trouble} ${speaking}`).split(/\s+/).filter(Boolean))
/** What tickets are about; nobody is called so. */
const things = new Set(
  fold(`export import report invoice account login password file link server app page order payment delivery user
  screenshot attachment ticket update email mail website rechnung datei passwort bericht konto zahlung lieferung bestellung
  anhang seite facture fichier rapport compte mot paiement commande lien factura archivo informe cuenta contrasena pago
  pedido enlace fattura file conto pagamento ordine fatura ficheiro arquivo relatorio conta senha pagamento factuur
  bestand rapportage betaling faktura fil rapport konto betalning lasku tiedosto raportti tili faktury plik raport soubor
  fatura dosya rapor hesap счет файл отчет письмо
  calendar calendars label labels list lists dashboard kalender etiketten liste calendrier etiquettes calendario etiquetas
  etichette agenda etiketter etiketterna etiketterne kalendern kalenderen kalendarz etykiety kalendar stitky takvim etiketler календарь этикетки`)
    .split(/\s+/)
    .filter(Boolean),
)

/** Of a folded word. */
export function isThing(word: string): boolean {
  return things.has(word)
}

/** Of a folded word that begins with a capital: not the name of somebody. */
export function isNoName(word: string): boolean {
  return things.has(word) || isTroubled([word])
}

const blamed = new Set(fold(spoilt).split(/\s+/).filter(Boolean))

/** Of a folded word: may one thank for it in earnest? “Thanks for the chaos” is none. */
export function mayBeThanked(word: string): boolean {
  return /^\p{L}[\p{L}'-]+$/u.test(word) && !isTroubled([word]) && !blamed.has(word)
}

const signs =
  /未|不|無法|无法|没|沒|缺|漏|少了|足り|抜け|消え|빠졌|빠져|누락|사라|时好时坏|有时|時々|たまに|가끔|問題|问题|エラー|障害|失敗|失败|错误|錯誤|故障|まだ|ない|ません|できず|안|못|오류|문제|아직|에러/u

/** Of folded words. */
export function isTroubled(folded: readonly string[]): boolean {
  return folded.some((word) => words.has(word)) || signs.test(folded.join(''))
}

const failures = new Set(
  fold(`
  broken fails failed failing failure error errors bug crash crashed missing wrong stuck
  kaputt defekt fehler fehlt fehlermeldung erreur panne bloque error errores falla fallo errore errori guasto
  erro erros falha fout fouten storing kapot fel trasig saknas feil fejl odelagt virhe vika ongelma rikki puuttuu
  blad awaria chyba nefunguje nejde nedziala hata bozuk calismiyor ошибка сбой сломано помилка hiba eroare σφαλμα βλαβη χαλασε
  `)
    .split(/\s+/)
    .filter(Boolean),
)
const failing =
  /\b(?:(?:does|do|did|is|has|can|could|will)(?:n'?t| not)|cannot|still (?:not|no|the same|broken|get|see|have|cant|can't)|geht (?:\S+ ){0,3}nicht|funktioniert (?:\S+ ){0,3}nicht|ne (?:marche|fonctionne) (?:pas|toujours)|(?:no|non|nao) (?:me |mi |se )?(?:funciona|funziona|va)|werkt (?:\S+ ){0,3}niet|(?:fungerar|funkar) (?:\S+ ){0,2}inte|(?:virker|fungerer) (?:\S+ ){0,2}ikke|ei toimi|nie dziala)\b|не работает|не працює|δεν (?:\S+ ){0,2}(?:λειτουργει|δουλευει)|動きません|できません|エラー|无法|不能|错误|오류/u

/** Whether a text speaks of something that does not work. A notice of absence never does. */
export function speaksOfFailure(folded: string): boolean {
  return (
    failing.test(folded) || (folded.match(/[\p{L}']+/gu) ?? []).some((word) => failures.has(word))
  )
}

const displeasedFace = /[:;=][-'’]?[(/\\[|](?!\/)|:\s\(|>:|\bD:/

/** A question, or a sad face: the same words without them may be thanks. */
export function asksOrFrowns(text: string): boolean {
  return /[?？؟]/.test(text) || displeasedFace.test(text)
}
