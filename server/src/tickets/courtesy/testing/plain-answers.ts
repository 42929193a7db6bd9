/**
 * A set of short everyday answers in 15 languages, written before the rules were looked at: the form most mails have.
 * One example a line, “⏎” is a line break.
 */
import type { Example } from './courtesy-examples.ts'

const of = (language: string, lines: string): Example[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ language, text: line.trim().replaceAll('⏎', '\n') }))

/** The fifteenth. */
export const plainAnswers: { thanks: readonly Example[]; work: readonly Example[] } = {
  thanks: [
    ...of(
      'en',
      `
      That did the trick, cheers!
      Brilliant, working again on our side. Thanks for the quick turnaround.
      Got it, much appreciated. Have a lovely weekend!
      All good now 🙏
      Confirmed, the invoice arrived this morning. Many thanks, Priya
      You can close this one. Ta!
      Perfect. That's exactly what I needed.
      Thank you for your help, it is resolved.⏎⏎Kind regards⏎Tom Baker⏎Operations Manager⏎+44 20 7946 0018
    `,
    ),
    ...of(
      'de',
      `
      Super, läuft wieder. Vielen Dank für die schnelle Hilfe!
      Hat geklappt, merci und schönen Feierabend
      Danke, die Rechnung ist jetzt da. Ticket kann geschlossen werden.
      Top, danke dir!
      Prima, alles angekommen.⏎⏎Mit freundlichen Grüßen⏎Jens Hartwig⏎Einkauf
      Wunderbar, herzlichen Dank für Ihre Mühe.
    `,
    ),
    ...of(
      'fr',
      `
      Parfait, ça remarche. Merci beaucoup pour votre réactivité !
      Bien reçu, merci et bonne journée.
      C'est réglé de mon côté, vous pouvez clore le ticket.
      Super, un grand merci à toute l’équipe
    `,
    ),
    ...of(
      'es',
      `
      Perfecto, ya funciona. Mil gracias.
      Recibido, muchas gracias por la ayuda. Un saludo
      Todo solucionado, pueden cerrar la incidencia.
      Genial, gracias!!
    `,
    ),
    ...of(
      'it',
      `
      Perfetto, ora funziona. Grazie mille!
      Ricevuto, grazie e buona giornata
      Problema risolto, potete chiudere il ticket. Cordiali saluti
      Ottimo, grazie del supporto.
    `,
    ),
    ...of(
      'pt',
      `
      Funcionou, muito obrigado!
      Perfeito, já recebi o ficheiro. Obrigada pela ajuda.
      Resolvido, podem fechar o chamado. Abraço
      Ótimo, valeu!
    `,
    ),
    ...of(
      'nl',
      `
      Top, het werkt weer. Hartelijk dank!
      Bedankt voor de snelle reactie, fijne dag nog.
      Ontvangen, dank je wel
      Opgelost, ticket mag dicht.
    `,
    ),
    ...of(
      'pl',
      `
      Działa, bardzo dziękuję za pomoc!
      Super, dzięki wielkie
      Otrzymałam, dziękuję. Miłego dnia!
      Problem rozwiązany, można zamknąć zgłoszenie.
    `,
    ),
    ...of(
      'sv',
      `
      Toppen, nu fungerar det. Tack så mycket!
      Tack för snabb hjälp, ha en bra dag
      Perfekt, tackar!
    `,
    ),
    ...of(
      'da',
      `
      Det virker nu, mange tak for hjælpen!
      Super, tusind tak
      Modtaget, tak. God weekend!
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos paljon, nyt toimii!
      Loistavaa, kiitos avusta
      Asia kunnossa, tiketin voi sulkea.
    `,
    ),
    ...of(
      'cs',
      `
      Skvělé, už to funguje. Děkuji moc!
      Díky za rychlou pomoc, hezký den
      Vyřešeno, můžete uzavřít.
    `,
    ),
    ...of(
      'tr',
      `
      Harika, şimdi çalışıyor. Çok teşekkürler!
      Teşekkür ederim, iyi günler
    `,
    ),
    ...of(
      'ru',
      `
      Отлично, всё заработало. Большое спасибо!
      Получил, спасибо за помощь.
      Вопрос решён, заявку можно закрыть.
    `,
    ),
    ...of(
      'hu',
      `
      Szuper, működik, nagyon köszönöm!
      Köszönöm a gyors segítséget, szép napot!
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。無事に届きました。
      解決しました。ご対応ありがとうございました。
    `,
    ),
    ...of(
      'zh',
      `
      好的，已经解决了，非常感谢！
    `,
    ),
  ],
  /** Begins as thanks do, and asks, says no or adds something. */
  work: [
    ...of(
      'en',
      `
      Thanks, but the second file is still empty.
      Cheers. Could you also send me the March statement?
      Works now, however the totals look wrong to me
      Thank you. One more thing: how do I add a colleague?
      Perfect. Not. It's down again.
      Thanks for nothing
      Appreciate it! When will the refund arrive?
      Great, and my other account 4471 has the same error
    `,
    ),
    ...of(
      'de',
      `
      Danke, aber bei meiner Kollegin geht es weiterhin nicht.
      Super, danke. Wann kommt die Gutschrift?
      Hat leider nicht geklappt, trotzdem danke
      Vielen Dank. Bitte schicken Sie mir noch die Rechnung vom April.
      Danke für die Info, der Export fehlt jedoch immer noch
      Alles gut bis auf die Adresse, die ist falsch. Danke
    `,
    ),
    ...of(
      'fr',
      `
      Merci, mais le problème persiste depuis ce matin.
      Merci beaucoup. Pouvez-vous aussi changer mon adresse ?
      Super, par contre l'export est vide
      Merci, je n’ai toujours rien reçu
    `,
    ),
    ...of(
      'es',
      `
      Gracias, pero sigue sin funcionar.
      Muchas gracias. ¿Me pueden enviar también la factura de mayo?
      Perfecto, aunque falta un pedido
      Gracias, ya no puedo entrar otra vez
    `,
    ),
    ...of(
      'it',
      `
      Grazie, però non funziona ancora.
      Ottimo, grazie. Mi serve anche la ricevuta di aprile
      Grazie mille, ma il totale è sbagliato
      Ricevuto, ma il file è vuoto
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado, mas continua a dar erro.
      Valeu! E quando chega o reembolso?
      Obrigada. Preciso ainda da fatura de junho
      Resolvido em parte, falta o segundo utilizador
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt, maar het werkt nog steeds niet.
      Top, dank. Kunnen jullie ook de factuur van mei sturen?
      Dank, alleen klopt het bedrag niet
      Fijn, en wanneer krijg ik mijn geld terug
    `,
    ),
    ...of(
      'pl',
      `
      Dziękuję, ale nadal nie działa.
      Super, dzięki. A kiedy zwrot pieniędzy?
      Dziękuję, proszę jeszcze o fakturę za maj
      Działa, tylko kwota się nie zgadza
    `,
    ),
    ...of(
      'sv',
      `
      Tack, men det fungerar fortfarande inte.
      Toppen! När kommer återbetalningen?
      Tack, fast beloppet stämmer inte
    `,
    ),
    ...of(
      'da',
      `
      Tak, men det virker stadig ikke.
      Super, kan I også sende fakturaen for maj?
      Tak, jeg mangler dog stadig den anden fil
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos, mutta ei toimi vieläkään.
      Hienoa! Milloin hyvitys tulee?
      Kiitos, summa on silti väärin
    `,
    ),
    ...of(
      'cs',
      `
      Díky, ale pořád to nefunguje.
      Skvělé, a kdy přijde vrácení peněz?
      Děkuji, jen částka nesedí
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler ama hâlâ çalışmıyor.
      Harika, peki iade ne zaman gelecek?
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо, но ничего не изменилось.
      Отлично! А когда вернут деньги?
      Спасибо, только сумма неверная
    `,
    ),
    ...of(
      'hu',
      `
      Köszönöm, de még mindig nem működik.
      Szuper, és mikor jön a visszatérítés?
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。ただ、まだ届いていません。
      助かります。返金はいつになりますか？
    `,
    ),
    ...of(
      'zh',
      `
      谢谢，但是还是不行。
    `,
    ),
  ],
}
