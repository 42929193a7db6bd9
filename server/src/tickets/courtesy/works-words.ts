/**
 * “Everything is fine again”, in any order of its words, by language. A clause that begins `around`,
 * has one of `works` and nothing else than these says that it works: there is no “not” among them,
 * and one that begins with its verb may be a question.
 */
export type WorksWords = { around: string; links: string; works: string }

export const worksWords: Readonly<Record<string, WorksWords>> = {
  en: {
    around: `it this that everything all things now again here perfectly well correctly properly smoothly normally completely fully finally yes the and back on my our side end for me us just indeed also today everybody everyone both login app page site system import export report sync printer mail`,
    links: `is are has have been seems seem appears appear to be looks i'm we're it's that's everything's`,
    works: `opens loads prints syncs starts connects works working runs fixed solved resolved sorted fine ok okay functioning running restored operational repaired good great perfect`,
  },
  de: {
    around: `es das dies alles alle jetzt nun wieder bei mir uns hier auch einwandfrei problemlos bestens perfekt super tadellos endlich ja die der seite anmeldung login app und heute richtig korrekt normal zuverlassig fehlerfrei reibungslos beides import export bericht abgleich drucker system`,
    links: `auf sich ist sind hat haben scheint wurde zu`,
    works: `offnet ladt druckt startet synchronisiert verbindet funktioniert funktionieren klappt klappen geht lauft laufen behoben gelost repariert erledigt gut ordnung`,
  },
  fr: {
    around: `tout tous ca cela maintenant desormais bien parfaitement nouveau a enfin correctement normalement oui le la les site page connexion chez moi nous ici et aussi de depuis aujourd'hui`,
    links: `s est sont semble etre c l redevenu`,
    works: `s'ouvre ouvre charge demarre imprime fonctionne fonctionnent marche marchent refonctionne remarche regle resolu repare retabli normal ordre`,
  },
  es: {
    around: `todo todos ya ahora bien perfectamente nuevo otra vez correctamente si el la los pagina sistema aqui y tambien de hoy finalmente esto eso a`,
    links: `se esta estan ha vuelve vuelven parece haber quedado a`,
    works: `abre carga imprime arranca funciona funcionan funcionar funcionando solucionado resuelto arreglado corregido marcha normal`,
  },
  it: {
    around: `tutto tutti ora adesso bene perfettamente nuovo di correttamente si il la pagina sistema qui e anche oggi finalmente questo regolarmente`,
    links: `si e' sembra essere stato tornato torna a`,
    works: `apre carica stampa parte funziona funzionano funzionare funzionante risolto sistemato riparato ripristinato posto normale`,
  },
  pt: {
    around: `tudo todos ja agora bem perfeitamente novo de novamente corretamente sim o a pagina sistema aqui e tambem hoje finalmente isto isso normalmente`,
    links: `se esta estao foi voltou parece ficou ser a`,
    works: `abre carrega imprime arranca funciona funcionam funcionar funcionando resolvido corrigido solucionado normal`,
  },
  nl: {
    around: `alles het dit nu weer goed perfect prima ja de pagina inloggen site hier bij mij ons en ook vandaag eindelijk correct naar behoren`,
    links: `hij zij dat is zijn lijkt te zijn`,
    works: `opent laadt print start werkt werken functioneert functioneren opgelost verholpen hersteld lukt orde`,
  },
  pl: {
    around: `wszystko juz teraz znowu znow ponownie dobrze poprawnie idealnie tak u mnie nas i tez dzis dzisiaj wreszcie strona system logowanie bez problemu zarzutu to`,
    links: `sie jest sa wydaje sie zostalo`,
    works: `otwiera laduje drukuje dziala dzialaja naprawione naprawiony rozwiazane porzadku`,
  },
  cs: {
    around: `vse vsechno uz ted nyni opet zase znovu dobre spravne perfektne ano u me nas a take dnes konecne stranka system prihlaseni bez problemu to`,
    links: `se je jsou zda se byt`,
    works: `otevre otevira nacita tiskne funguje funguji bezi opraveno vyreseno poradku`,
  },
  sv: {
    around: `allt alla det nu igen bra perfekt som ska ja har hos mig oss och ocksa idag antligen sidan systemet inloggningen utmarkt`,
    links: `ar verkar vara`,
    works: `oppnas oppnar laddar startar fungerar funkar fungerat funkat lost fixat atgardat ordning`,
  },
  da: {
    around: `alt alle det nu igen godt perfekt som skal ja her hos mig os og ogsa dag endelig siden systemet`,
    links: `er ser ud til at vaere`,
    works: `abner starter printer virker fungerer virket fungeret lost fikset orden rettet`,
  },
  no: {
    around: `alt alle det na igjen bra perfekt som skal ja her hos meg oss og ogsa dag endelig siden systemet`,
    links: `er ser ut til a vaere`,
    works: `apner starter laster virker fungerer funker virket fungert lost fikset orden rettet`,
  },
  fi: {
    around: `kaikki se nyt taas jalleen hyvin moitteetta oikein kylla meilla minulla taalla ja myos tanaan vihdoin sivu`,
    links: `on ovat nayttaa`,
    works: `aukeaa latautuu kaynnistyy tulostuu toimii toimivat toiminut korjattu ratkaistu kunnossa`,
  },
  tr: {
    around: `her sey hersey hepsi simdi artik yeniden tekrar gayet iyi sorunsuz evet bizde bende bugun sonunda sistem sayfa ve`,
    links: `su_an`,
    works: `aciliyor yukleniyor yaziyor calisiyor duzeldi cozuldu halloldu yolunda`,
  },
  ro: {
    around: `totul acum deja din nou bine perfect corect da la mine noi si azi in sfarsit pagina sistemul`,
    links: `este e sunt pare a fi`,
    works: `functioneaza merge rezolvat remediat regula`,
  },
  hu: {
    around: `minden most mar ujra ismet jol tokeletesen rendesen hibatlanul igen nalam nalunk es ma vegre az oldal rendszer a bejelentkezes`,
    links: `van ment`,
    works: `megnyilik betolt nyomtat elindul mukodik mukodnek megoldodott rendben helyreallt`,
  },
  el: {
    around: `ολα τα παντα τωρα πλεον παλι ξανα καλα τελεια σωστα κανονικα ναι σε εμενα μας και σημερα επιτελους η το συστημα σελιδα`,
    links: `ειναι φαινεται να`,
    works: `ανοιγει φορτωνει τυπωνει λειτουργει λειτουργουν δουλευει δουλευουν διορθωθηκε λυθηκε ενταξει`,
  },
  ru: {
    around: `все всё теперь снова опять уже хорошо отлично нормально корректно правильно да у меня нас и тоже сегодня наконец сайт система вход исправно`,
    links: `в`,
    works: `открывается открывает загружается печатает запускается работает работают заработало заработал исправлено решено порядке`,
  },
  uk: {
    around: `все усе тепер знову вже добре чудово нормально коректно правильно так у мене нас і теж сьогодні нарешті сайт система вхід справно`,
    links: `в`,
    works: `відкривається завантажується друкує запускається працює працюють запрацювало виправлено вирішено порядку`,
  },
  sk: {
    around: `vsetko uz teraz opat zase znova dobre spravne perfektne ano u mna nas a tiez dnes konecne stranka system prihlasenie bez problemov to`,
    links: `je su zda sa byt`,
    works: `funguje funguju bezi opravene vyriesene poriadku`,
  },
  hr: {
    around: `sve sada sad opet ponovno ponovo dobro ispravno savrseno da kod mene nas i takoder danas napokon konacno stranica sustav prijava bez problema to vec`,
    links: `je su izgleda`,
    works: `radi rade funkcionira rijeseno popravljeno redu`,
  },
  bg: {
    around: `всичко вече сега пак отново добре нормално правилно перфектно да при мен нас и също днес най-после сайтът системата входът`,
    links: `е са`,
    works: `работи работят проработи оправено решено наред`,
  },
  ca: {
    around: `tot ja ara be perfectament nou de correctament si el la pagina sistema aqui i tambe avui finalment aixo`,
    links: `esta es torna a ha estat`,
    works: `funciona funcionen funcionar solucionat resolt arreglat`,
  },
  he: {
    around: `הכל הכול עכשיו כבר שוב סוף מצוין היטב כן אצלי אצלנו וגם היום האתר המערכת`,
    links: `זה`,
    works: `עובד עובדת עובדים תקין תקינה נפתר הסתדר`,
  },
  ar: {
    around: `الان كل شي شيء جيدا جيد مجددا جديد من بشكل طبيعي عندي عندنا وقد اليوم النظام الموقع`,
    links: `هو هي`,
    works: `يعمل تعمل يفتح تفتح يطبع`,
  },
  vi: {
    around: `moi thu tat ca gio bay hien tai da lai tot binh thuong roi cua toi minh ben trang he thong`,
    links: `thi la`,
    works: `hoat_dong chay dong on`,
  },
}
