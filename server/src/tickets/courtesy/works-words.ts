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
    works: `works working runs fixed solved resolved sorted fine ok okay functioning running restored operational repaired good great perfect`,
  },
  de: {
    around: `es das dies alles alle jetzt nun wieder bei mir uns hier auch einwandfrei problemlos bestens perfekt super tadellos endlich ja die der seite anmeldung login app und heute richtig korrekt normal zuverlassig fehlerfrei reibungslos beides import export bericht abgleich drucker system`,
    links: `ist sind hat haben scheint wurde zu`,
    works: `funktioniert funktionieren klappt klappen geht lauft laufen behoben gelost repariert erledigt gut ordnung`,
  },
  fr: {
    around: `tout tous ca cela maintenant desormais bien parfaitement nouveau a enfin correctement normalement oui le la les site page connexion chez moi nous ici et aussi de depuis aujourd'hui`,
    links: `est sont semble etre c l redevenu`,
    works: `fonctionne fonctionnent marche marchent refonctionne remarche regle resolu repare retabli normal ordre`,
  },
  es: {
    around: `todo todos ya ahora bien perfectamente nuevo otra vez correctamente si el la los pagina sistema aqui y tambien de hoy finalmente esto eso a`,
    links: `esta estan ha vuelve vuelven parece haber quedado a`,
    works: `funciona funcionan funcionar funcionando solucionado resuelto arreglado corregido marcha normal`,
  },
  it: {
    around: `tutto tutti ora adesso bene perfettamente nuovo di correttamente si il la pagina sistema qui e anche oggi finalmente questo regolarmente`,
    links: `e' sembra essere stato tornato torna a`,
    works: `funziona funzionano funzionare funzionante risolto sistemato riparato ripristinato posto normale`,
  },
  pt: {
    around: `tudo todos ja agora bem perfeitamente novo de novamente corretamente sim o a pagina sistema aqui e tambem hoje finalmente isto isso normalmente`,
    links: `esta estao foi voltou parece ficou ser a`,
    works: `funciona funcionam funcionar funcionando resolvido corrigido solucionado normal`,
  },
  nl: {
    around: `alles het dit nu weer goed perfect prima ja de pagina inloggen site hier bij mij ons en ook vandaag eindelijk correct naar behoren`,
    links: `is zijn lijkt te zijn`,
    works: `werkt werken functioneert functioneren opgelost verholpen hersteld lukt orde`,
  },
  pl: {
    around: `wszystko juz teraz znowu znow ponownie dobrze poprawnie idealnie tak u mnie nas i tez dzis dzisiaj wreszcie strona system logowanie bez problemu zarzutu to`,
    links: `jest sa wydaje sie zostalo`,
    works: `dziala dzialaja naprawione naprawiony rozwiazane porzadku`,
  },
  cs: {
    around: `vse vsechno uz ted nyni opet zase znovu dobre spravne perfektne ano u me nas a take dnes konecne stranka system prihlaseni bez problemu to`,
    links: `je jsou zda se byt`,
    works: `funguje funguji bezi opraveno vyreseno poradku`,
  },
  sv: {
    around: `allt alla det nu igen bra perfekt som ska ja har hos mig oss och ocksa idag antligen sidan systemet inloggningen utmarkt`,
    links: `ar verkar vara`,
    works: `fungerar funkar fungerat funkat lost fixat atgardat ordning`,
  },
  da: {
    around: `alt alle det nu igen godt perfekt som skal ja her hos mig os og ogsa dag endelig siden systemet`,
    links: `er ser ud til at vaere`,
    works: `virker fungerer virket fungeret lost fikset orden rettet`,
  },
  no: {
    around: `alt alle det na igjen bra perfekt som skal ja her hos meg oss og ogsa dag endelig siden systemet`,
    links: `er ser ut til a vaere`,
    works: `virker fungerer funker virket fungert lost fikset orden rettet`,
  },
  fi: {
    around: `kaikki se nyt taas jalleen hyvin moitteetta oikein kylla meilla minulla taalla ja myos tanaan vihdoin sivu`,
    links: `on ovat nayttaa`,
    works: `toimii toimivat toiminut korjattu ratkaistu kunnossa`,
  },
  tr: {
    around: `her sey hersey hepsi simdi artik yeniden tekrar gayet iyi sorunsuz evet bizde bende bugun sonunda sistem sayfa ve`,
    links: `su_an`,
    works: `calisiyor duzeldi cozuldu halloldu yolunda`,
  },
  ro: {
    around: `totul acum deja din nou bine perfect corect da la mine noi si azi in sfarsit pagina sistemul`,
    links: `este e sunt pare a fi`,
    works: `functioneaza merge rezolvat remediat regula`,
  },
  hu: {
    around: `minden most mar ujra ismet jol tokeletesen rendesen igen nalam nalunk es ma vegre az oldal rendszer a`,
    links: `van`,
    works: `mukodik mukodnek megoldodott rendben`,
  },
  el: {
    around: `ολα τα παντα τωρα πλεον παλι ξανα καλα τελεια σωστα κανονικα ναι σε εμενα μας και σημερα επιτελους η το συστημα σελιδα`,
    links: `ειναι φαινεται να`,
    works: `λειτουργει λειτουργουν δουλευει δουλευουν διορθωθηκε λυθηκε ενταξει`,
  },
  ru: {
    around: `все всё теперь снова опять уже хорошо отлично нормально корректно правильно да у меня нас и тоже сегодня наконец сайт система вход исправно`,
    links: `в`,
    works: `работает работают заработало заработал исправлено решено порядке`,
  },
  uk: {
    around: `все усе тепер знову вже добре чудово нормально коректно правильно так у мене нас і теж сьогодні нарешті сайт система вхід справно`,
    links: `в`,
    works: `працює працюють запрацювало виправлено вирішено порядку`,
  },
}
