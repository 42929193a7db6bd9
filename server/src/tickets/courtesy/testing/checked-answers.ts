/**
 * Three sets of somebody who checks: everyday answers in up to 26 languages, each written before the rules met it, with
 * signatures and quotes. One example a line, “⏎” is a line break.
 */
import type { Example } from './courtesy-examples.ts'
import type { FreshSet } from './fresh-answers.ts'

const of = (language: string, lines: string): Example[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ language, text: line.trim().replaceAll('⏎', '\n') }))

const sixteenth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `
      Sorted, thanks a million.
      That fixed it. Feel free to close the case.
      Hi Tom, yes, it's all up and running again. Appreciate the fast help!⏎⏎Best regards,⏎Helen Marsh⏎Head of Purchasing⏎Brightwater Ltd⏎T: +44 161 496 0012⏎www.brightwater.example
      Thank you so much, that worked perfectly 😊
      Solved, please close the ticket.
      Got your message, thank you. Have a good one.
      Amazing service as always, thank you both!
      No further questions from my side, thanks.⏎⏎Sent from Outlook for iOS
      Looks good to me. Thanks for sorting it out so quickly.⏎⏎On Tue, 24 Nov 2026 at 10:12, Acme Support <support@acme.example> wrote:⏎> We reset your access.
      Works like a charm now, cheers mate
    `,
    ),
    ...of(
      'de',
      `
      Vielen lieben Dank, jetzt läuft alles wieder rund.
      Hat geklappt, danke! Schönes Wochenende
      Super, besten Dank für die schnelle Rückmeldung.⏎⏎Mit freundlichen Grüßen⏎⏎i. A. Sabine Krüger⏎Leiterin Buchhaltung⏎⏎Holzwerke Krüger GmbH & Co. KG⏎Am Sägewerk 4⏎74523 Schwäbisch Hall⏎Tel. 0791 555 0123
      Problem ist behoben, das Ticket kann geschlossen werden.
      Alles klar, dankeschön 👍
      Hallo Frau Berger,⏎⏎die Rechnung ist angekommen. Herzlichen Dank für Ihre Mühe!⏎⏎Viele Grüße⏎Jörg Adam
      Passt, merci!
      Ist erledigt. Danke und schöne Feiertage.
      Funktioniert wieder einwandfrei, danke dir.⏎⏎Von meinem iPhone gesendet
      Danke, wir sind wieder drin. Von unserer Seite kann der Fall zu.
    `,
    ),
    ...of(
      'fr',
      `
      Merci beaucoup, tout fonctionne à nouveau.
      C'est réglé, vous pouvez clôturer. Bonne journée !
      Parfait, merci pour votre réactivité.⏎⏎Cordialement,⏎Claire Morel⏎Responsable administrative⏎Tél. : 01 99 00 12 34
      Bien reçu, merci à vous.
      Super, ça marche ! Merci Julie
      Bonjour,⏎⏎Le problème est résolu, je vous remercie de votre aide.⏎⏎Bien à vous,⏎Paul Henry
      Un grand merci pour votre aide précieuse 🙏
      Impeccable. Merci et bon week-end.⏎⏎Envoyé de mon iPhone
    `,
    ),
    ...of(
      'es',
      `
      Muchas gracias, ya funciona todo correctamente.
      Solucionado, podéis cerrar la incidencia. ¡Gracias!
      Perfecto, mil gracias por la rapidez.⏎⏎Un saludo,⏎Marta Gil⏎Dpto. de Compras⏎Tel. 910 000 123
      Recibido, gracias. Que tengas buen día.
      Listo, ya puedo entrar. Muchísimas gracias, Pablo
      Todo en orden, gracias por vuestra ayuda.
      Genial, muy amable 😊
      Ya me llegó la factura, gracias.
    `,
    ),
    ...of(
      'it',
      `
      Grazie mille, ora funziona tutto.
      Risolto, potete chiudere il ticket. Buona giornata!
      Perfetto, grazie per la velocità.⏎⏎Cordiali saluti⏎Ing. Marco Villa⏎Villa Impianti S.r.l.⏎Tel. 02 0000 1234
      Ricevuto, grazie e buon lavoro.
      Ottimo, gentilissimi come sempre!
      Buongiorno, confermo che il problema è risolto. La ringrazio.
      Grazie dell'aiuto, a posto così.
    `,
    ),
    ...of(
      'pt',
      `
      Muito obrigado, já está a funcionar.
      Resolvido, podem encerrar o chamado. Obrigada!
      Perfeito, obrigado pela rapidez.⏎⏎Atenciosamente,⏎Ana Prado⏎Gerente Financeira⏎(11) 5555-0123
      Recebi, muito obrigada. Bom fim de semana!
      Deu certo, valeu! 👍
      Bom dia, confirmo que está tudo certo agora. Grato pela ajuda.
    `,
    ),
    ...of(
      'nl',
      `
      Hartelijk dank, alles werkt weer.
      Opgelost, het ticket mag dicht. Fijne dag!
      Top, bedankt voor de snelle hulp.⏎⏎Met vriendelijke groet,⏎Joost de Wit⏎Facilitair manager⏎06 0000 1234
      Ontvangen, dank je wel.
      Helemaal goed zo, dank!⏎⏎Verstuurd vanaf mijn iPad
      Dank voor de moeite, het is gelukt.
    `,
    ),
    ...of(
      'sv',
      `
      Stort tack, nu fungerar det igen!
      Löst, ni kan stänga ärendet. Ha en fin dag!
      Perfekt, tack för snabb hjälp.⏎⏎Med vänliga hälsningar⏎Lena Ek⏎Ekonomichef⏎070-000 12 34
      Tack, har fått fakturan nu.
      Toppen, tusen tack 😊
    `,
    ),
    ...of(
      'da',
      `
      Mange tak, nu virker det igen.
      Løst, I må gerne lukke sagen. God weekend!
      Super, tak for den hurtige hjælp.⏎⏎Venlig hilsen⏎Mette Lund⏎Bogholder⏎Tlf. 20 00 12 34
      Tak, fakturaen er modtaget.
      Fantastisk, tusind tak!
    `,
    ),
    ...of(
      'no',
      `
      Tusen takk, nå fungerer alt.
      Løst, dere kan lukke saken. Ha en fin helg!
      Flott, takk for rask hjelp.⏎⏎Vennlig hilsen⏎Kari Moe⏎Innkjøpsleder⏎900 00 123
      Takk skal du ha, fakturaen kom frem.
      Supert, da er vi i gang igjen 👍
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos paljon, nyt toimii.
      Ratkesi, tiketin voi sulkea. Hyvää viikonloppua!
      Loistavaa, kiitos nopeasta avusta.⏎⏎Ystävällisin terveisin⏎Laura Niemi⏎Talouspäällikkö⏎040 000 1234
      Kiitos, lasku tuli perille.
      Kiitti! 👍
    `,
    ),
    ...of(
      'pl',
      `
      Bardzo dziękuję, wszystko już działa.
      Rozwiązane, można zamknąć zgłoszenie. Miłego dnia!
      Super, dziękuję za szybką pomoc.⏎⏎Z poważaniem⏎Anna Zielińska⏎Główna Księgowa⏎tel. 22 000 12 34
      Dziękuję, faktura dotarła.
      Dzięki wielkie, działa bez zarzutu 👍
    `,
    ),
    ...of(
      'cs',
      `
      Moc děkuji, už to funguje.
      Vyřešeno, můžete uzavřít. Hezký den!
      Výborně, děkuji za rychlou pomoc.⏎⏎S pozdravem⏎Jana Malá⏎vedoucí účtárny⏎tel. 222 000 123
      Díky, faktura dorazila.
      Super, díky moc 😊
    `,
    ),
    ...of(
      'hu',
      `
      Nagyon köszönöm, most már működik.
      Megoldódott, lezárhatják a jegyet. Szép napot!
      Szuper, köszönöm a gyors segítséget.⏎⏎Üdvözlettel,⏎Kovács Éva⏎pénzügyi vezető⏎Tel.: +36 1 000 1234
      Köszi, megjött a számla.
    `,
    ),
    ...of(
      'ro',
      `
      Mulțumesc mult, acum funcționează.
      Rezolvat, puteți închide tichetul. O zi bună!
      Super, mulțumim pentru ajutorul rapid.⏎⏎Cu stimă,⏎Elena Pop⏎Director financiar⏎021 000 1234
      Am primit factura, mulțumesc.
    `,
    ),
    ...of(
      'tr',
      `
      Çok teşekkürler, şimdi çalışıyor.
      Çözüldü, talebi kapatabilirsiniz. İyi günler!
      Harika, hızlı yardımınız için teşekkür ederim.⏎⏎Saygılarımla,⏎Ayşe Demir⏎Muhasebe Müdürü⏎0212 000 12 34
      Fatura geldi, sağ olun.
      Elinize sağlık 🙏
    `,
    ),
    ...of(
      'ru',
      `
      Большое спасибо, теперь всё работает.
      Решено, заявку можно закрыть. Хорошего дня!
      Отлично, спасибо за быструю помощь.⏎⏎С уважением,⏎Ирина Волкова⏎главный бухгалтер⏎тел. +7 495 000-12-34
      Спасибо, счёт получили.
      Благодарю, вопрос закрыт.
    `,
    ),
    ...of(
      'uk',
      `
      Щиро дякую, тепер усе працює.
      Вирішено, заявку можна закрити. Гарного дня!
      Чудово, дякую за швидку допомогу.⏎⏎З повагою,⏎Олена Бондар⏎головний бухгалтер⏎тел. 044 000 12 34
      Дякую, рахунок отримали.
    `,
    ),
    ...of(
      'el',
      `
      Ευχαριστώ πολύ, τώρα λειτουργεί.
      Λύθηκε, μπορείτε να κλείσετε το αίτημα. Καλή σας μέρα!
      Τέλεια, ευχαριστούμε για την άμεση βοήθεια.⏎⏎Με εκτίμηση,⏎Μαρία Παππά⏎Λογίστρια⏎τηλ. 210 000 1234
      Ελήφθη, ευχαριστώ.
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。無事に動きました。
      解決しましたので、クローズしてください。
      迅速なご対応ありがとうございました。⏎⏎株式会社青山商事⏎経理部　田中　恵子⏎TEL 03-0000-1234
      確認いたしました。お世話になりました。
      助かりました！ありがとうございます😊
      請求書を受け取りました。ありがとうございます。
    `,
    ),
    ...of(
      'zh',
      `
      非常感谢，现在可以用了。
      问题已解决，可以关闭工单了。
      收到，谢谢您的帮助！⏎⏎王丽⏎财务部经理⏎电话：010-0000-1234
      太好了，谢谢你们这么快处理。
      发票收到了，谢谢。
      好的，辛苦了 👍
    `,
    ),
    ...of(
      'ko',
      `
      감사합니다. 이제 잘 됩니다.
      해결되었습니다. 티켓 닫아 주세요.
      빠른 도움 감사드립니다!⏎⏎김지영 드림⏎재무팀 과장⏎02-0000-1234
      잘 받았습니다. 좋은 하루 되세요.
      네, 확인했습니다. 수고하셨습니다 😊
    `,
    ),
    ...of(
      'ar',
      `
      شكراً جزيلاً، كل شيء يعمل الآن.
      تم حل المشكلة، يمكنكم إغلاق التذكرة.
      ممتاز، شكراً على سرعة الرد.⏎⏎مع تحياتي،⏎سارة الخطيب⏎مديرة الحسابات⏎‎+971 4 000 1234
      وصلت الفاتورة، شكراً لكم.
    `,
    ),
    ...of(
      'bg',
      `
      Благодаря много, вече работи.
      Проблемът е решен, може да затворите заявката.
    `,
    ),
    ...of(
      'sk',
      `
      Ďakujem pekne, už to funguje.
      Vyriešené, môžete uzavrieť. Pekný deň!
    `,
    ),
    ...of(
      'hr',
      `
      Puno hvala, sada sve radi.
      Riješeno, možete zatvoriti zahtjev. Ugodan dan!
    `,
    ),
    ...of(
      'ca',
      `
      Moltes gràcies, ja funciona tot.
    `,
    ),
    ...of(
      'he',
      `
      תודה רבה, עכשיו הכל עובד.
      נפתר, אפשר לסגור את הפנייה.
    `,
    ),
    ...of(
      'vi',
      `
      Cảm ơn bạn rất nhiều, giờ đã hoạt động rồi.
    `,
    ),
    ...of(
      'id',
      `
      Terima kasih banyak, sekarang sudah berfungsi.
    `,
    ),
  ],
  work: [
    ...of(
      'en',
      `
      Thanks, but the second invoice still shows the old address.
      That fixed the login, however the dashboard is empty now.
      Thanks for the quick answer! One more thing: can you also unlock Peter's account?
      Worked for an hour and then stopped again. Thanks anyway
      Thanks for nothing. I've been waiting nine days.
      Please keep this open until Friday, thanks.
      Thank you, I will test tomorrow and let you know.
      Great, so I have to pay twice now?
      Thanks. The refund has not arrived.
      I thought it was solved. Please call me.
      Thank you for closing this without reading what I wrote.
      Cheers, same issue on my colleague's laptop though
    `,
    ),
    ...of(
      'de',
      `
      Danke, aber ich komme immer noch nicht rein.
      Vielen Dank. Leider fehlt in der Liste noch der Oktober.
      Danke für die Antwort, das hilft mir so allerdings nicht weiter.
      Super, und wie lösche ich jetzt den alten Zugang?
      Danke, bitte das Ticket noch offen lassen.
      Läuft wieder, aber sehr langsam. Danke
      Danke. Ab wann gilt das denn?
      Toll, jetzt ist alles weg. Danke auch!
      Besten Dank, ich melde mich, sobald ich es getestet habe.
      Danke für Ihre Geduld, wir brauchen noch zwei Lizenzen mehr.
    `,
    ),
    ...of(
      'fr',
      `
      Merci, mais le fichier ne s'ouvre toujours pas.
      Merci pour votre réponse. Pourriez-vous aussi changer l'adresse de facturation ?
      C'est réglé pour moi, pas pour mon collègue.
      Merci de me rappeler au plus vite.
      Merci de bien vouloir laisser le dossier ouvert.
      Ça marchait hier, plus ce matin. Merci
      Bravo, trois semaines pour ça.
      Merci, il manque encore la page 2.
    `,
    ),
    ...of(
      'es',
      `
      Gracias, pero sigue sin funcionar.
      Gracias por contestar. ¿Cuándo llegará el reembolso?
      Ya funciona en el móvil, en el ordenador no.
      Gracias, falta el mes de octubre.
      Por favor no cierren el caso todavía, gracias.
      Muchas gracias por hacerme perder la mañana.
      Perfecto. Entonces quiero cancelar el contrato.
      Gracias, lo pruebo mañana y os digo.
    `,
    ),
    ...of(
      'it',
      `
      Grazie, però il documento è ancora vuoto.
      Grazie per la risposta, ma non era questa la domanda.
      Risolto solo in parte, manca la stampante.
      Grazie, mi potete richiamare oggi?
      Attendo riscontro, grazie.
      Complimenti, adesso non si apre più niente.
      Grazie, da ieri ricevo lo stesso errore anche sul tablet.
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado, mas continua a dar erro.
      Obrigada pela resposta. Podem também alterar o meu e-mail?
      Funcionou ontem, hoje já não.
      Aguardo retorno, obrigado.
      Obrigado, faltou a nota de setembro.
      Valeu, mas não era isso que eu pedi.
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt, maar ik kan nog steeds niet inloggen.
      Dank, kunnen jullie ook de tweede factuur sturen?
      Het werkt bij mij, niet bij Karin.
      Graag het ticket open laten, dank.
      Fijn, nu doet de scanner het niet meer.
      Bedankt, ik kijk er morgen naar.
    `,
    ),
    ...of(
      'sv',
      `
      Tack, men det går fortfarande inte att logga in.
      Tack för svaret. När kommer pengarna?
      Nu fungerar det för mig men inte för Olle.
      Tack, kan ni ringa mig?
      Tyvärr är listan fortfarande tom. Tack ändå
    `,
    ),
    ...of(
      'da',
      `
      Tak, men filen kan stadig ikke åbnes.
      Tak for svaret. Hvornår bliver det rettet?
      Det virker kun på telefonen. Tak
      Tak, vil I også slette den gamle bruger?
    `,
    ),
    ...of(
      'no',
      `
      Takk, men jeg får fortsatt feilmelding.
      Takk for svaret. Kan dere ringe meg i morgen?
      Fungerer på pc, ikke på mobil.
      Takk, mangler bare adgangen til Per.
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos, mutta kirjautuminen ei vieläkään onnistu.
      Kiitos vastauksesta. Milloin rahat palautetaan?
      Toimii puhelimella, ei tietokoneella.
      Kiitos, palaan asiaan huomenna.
    `,
    ),
    ...of(
      'pl',
      `
      Dziękuję, ale nadal nie mogę się zalogować.
      Dzięki za odpowiedź. Kiedy będzie zwrot?
      U mnie działa, u kolegi nie.
      Proszę o telefon, dziękuję.
      Dziękuję, brakuje jeszcze jednej pozycji.
    `,
    ),
    ...of(
      'cs',
      `
      Děkuji, ale pořád se nemohu přihlásit.
      Díky za odpověď. Kdy přijdou peníze?
      Mně to funguje, kolegovi ne.
      Děkuji, prosím ještě o změnu adresy.
    `,
    ),
    ...of(
      'hu',
      `
      Köszönöm, de még mindig nem tudok belépni.
      Köszönöm a választ. Mikor kapom vissza a pénzt?
      Nálam működik, a kollégámnál nem.
      Köszi, holnap kipróbálom.
    `,
    ),
    ...of(
      'ro',
      `
      Mulțumesc, dar tot nu mă pot conecta.
      Mulțumesc pentru răspuns. Când primesc banii?
      La mine merge, la colegul meu nu.
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler ama hâlâ giriş yapamıyorum.
      Cevabınız için teşekkürler. Para iadesi ne zaman yapılacak?
      Bende çalışıyor, arkadaşımda çalışmıyor.
      Teşekkürler, beni arayabilir misiniz
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо, но войти по-прежнему не могу.
      Спасибо за ответ. Когда вернут деньги?
      У меня работает, у коллеги нет.
      Спасибо, жду звонка.
      Спасибо, не хватает ещё одного документа.
    `,
    ),
    ...of(
      'uk',
      `
      Дякую, але увійти досі не можу.
      Дякую за відповідь. Коли повернуть кошти?
      У мене працює, у колеги ні.
    `,
    ),
    ...of(
      'el',
      `
      Ευχαριστώ, αλλά ακόμα δεν μπορώ να μπω.
      Ευχαριστώ για την απάντηση. Πότε θα επιστραφούν τα χρήματα;
      Σε μένα δουλεύει, στον συνάδελφο όχι.
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。ただ、まだログインできません。
      ご回答ありがとうございます。返金はいつになりますか
      スマホでは動きますが、パソコンでは動きません。
      ありがとうございます。もう少し様子を見ます。
      明日お電話ください。よろしくお願いします。
    `,
    ),
    ...of(
      'zh',
      `
      谢谢，但是还是登录不了。
      谢谢回复，什么时候退款
      手机上可以，电脑上不行。
      收到，我明天再试试。
      请先不要关闭，谢谢。
    `,
    ),
    ...of(
      'ko',
      `
      감사합니다. 그런데 아직도 로그인이 안 됩니다.
      답변 감사합니다. 환불은 언제 되나요
      제 컴퓨터에서는 되는데 동료 컴퓨터에서는 안 돼요.
      감사합니다. 내일 전화 부탁드립니다.
    `,
    ),
    ...of(
      'ar',
      `
      شكراً، لكن ما زلت لا أستطيع الدخول.
      شكراً على الرد. متى يصل المبلغ
      يعمل على الهاتف ولا يعمل على الحاسوب.
    `,
    ),
    ...of(
      'bg',
      `
      Благодаря, но все още не мога да вляза.
      Благодаря, кога ще върнете парите
    `,
    ),
    ...of(
      'sk',
      `
      Ďakujem, ale stále sa neviem prihlásiť.
      Vďaka, pošlete prosím aj druhú faktúru.
    `,
    ),
    ...of(
      'hr',
      `
      Hvala, ali još uvijek se ne mogu prijaviti.
      Hvala, kod kolege ne radi.
    `,
    ),
    ...of(
      'ca',
      `
      Gràcies, però encara no puc entrar.
    `,
    ),
    ...of(
      'he',
      `
      תודה, אבל עדיין לא מצליח להיכנס.
      תודה, מתי יגיע ההחזר
    `,
    ),
    ...of(
      'vi',
      `
      Cảm ơn, nhưng vẫn chưa đăng nhập được.
    `,
    ),
    ...of(
      'id',
      `
      Terima kasih, tapi masih belum bisa masuk.
    `,
    ),
  ],
}

const seventeenth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `
      The refund is on my account. Thank you very much!
      Ah, that was my own mistake. Sorry for the noise, all solved.
      Everybody can sign in again, thank you for the fast reaction.
      Understood, thanks for explaining it so well.
      Nothing more from our side. Thanks, Robert
      Wow, that was fast. Thank you!!
      Great support, thank you. You may close the case.
      ok thx
      👍👍
      Thanks, all received.⏎⏎Liz Crane⏎office manager⏎Crane & Sons⏎+44 20 7946 0333
    `,
    ),
    ...of(
      'de',
      `
      Das Geld ist da. Vielen Dank!
      Mein Fehler, tut mir leid. Hat sich erledigt, danke!
      Alle kommen wieder rein, danke für die prompte Reaktion.
      Verstanden, danke für die gute Erklärung.
      Von uns aus war es das. Danke, Robert
      Wow, das ging schnell. Danke!!
      Toller Support, danke. Sie können den Fall schließen.
      ok danke
      🙏🙏
      Danke, alles erhalten.⏎⏎Liz Kranich⏎assistenz der geschäftsleitung⏎Kranich KG⏎Tel. 030 555 0333
    `,
    ),
    ...of(
      'fr',
      `
      Le remboursement est arrivé. Merci beaucoup !
      C'était mon erreur, désolé. Tout est résolu.
      Tout le monde peut se reconnecter, merci pour votre réaction rapide.
      Compris, merci pour l'explication.
      Rien de plus de notre côté. Merci, Robert
      Waouh, c'était rapide. Merci !!
      Super support, merci. Vous pouvez fermer le dossier.
      ok merci
      Merci, tout est bien reçu.⏎⏎Lise Grue⏎assistante de direction⏎Grue SARL⏎01 99 00 33 33
    `,
    ),
    ...of(
      'es',
      `
      El reembolso ya está en mi cuenta. ¡Muchas gracias!
      Fue error mío, perdón. Ya está resuelto.
      Todos podemos entrar de nuevo, gracias por la rápida reacción.
      Entendido, gracias por la explicación.
      Nada más por nuestra parte. Gracias, Roberto
      ¡Vaya, qué rapidez! Gracias.
      ok gracias
      Gracias, recibido todo.⏎⏎Luisa Grulla⏎ayudante de dirección⏎Tel. 910 000 333
    `,
    ),
    ...of(
      'it',
      `
      Il rimborso è arrivato. Grazie mille!
      Errore mio, scusate. Tutto risolto.
      Tutti riescono di nuovo ad accedere, grazie per la pronta reazione.
      Capito, grazie della spiegazione.
      Nient'altro da parte nostra. Grazie, Roberto
      Wow, velocissimi. Grazie!
      ok grazie
    `,
    ),
    ...of(
      'pt',
      `
      O reembolso já caiu na conta. Muito obrigado!
      Erro meu, desculpem. Está tudo resolvido.
      Todos conseguem entrar de novo, obrigado pela rápida reação.
      Entendido, obrigada pela explicação.
      Nada mais da nossa parte. Obrigado, Roberto
      Uau, que rapidez. Obrigado!
      ok obrigada
    `,
    ),
    ...of(
      'nl',
      `
      De terugbetaling is binnen. Hartelijk dank!
      Mijn fout, sorry. Het is opgelost.
      Iedereen kan weer inloggen, bedankt voor de snelle reactie.
      Begrepen, dank voor de uitleg.
      Verder niets van onze kant. Bedankt, Robert
      Wauw, dat was snel. Bedankt!
      ok dank
    `,
    ),
    ...of(
      'sv',
      `
      Återbetalningen har kommit. Stort tack!
      Mitt fel, förlåt. Allt är löst.
      Alla kan logga in igen, tack för snabb reaktion.
      Uppfattat, tack för förklaringen.
      Inget mer från vår sida. Tack, Robert
      Oj, vad snabbt. Tack!
      ok tack
    `,
    ),
    ...of(
      'da',
      `
      Pengene er kommet. Mange tak!
      Min fejl, undskyld. Alt er løst.
      Alle kan logge ind igen, tak for den hurtige reaktion.
      Forstået, tak for forklaringen.
      ok tak
    `,
    ),
    ...of(
      'no',
      `
      Pengene har kommet. Tusen takk!
      Min feil, beklager. Alt er løst.
      Alle kan logge inn igjen, takk for rask respons.
      Forstått, takk for forklaringen.
      ok takk
    `,
    ),
    ...of(
      'fi',
      `
      Hyvitys tuli tilille. Kiitos paljon!
      Oma moka, anteeksi. Kaikki kunnossa.
      Kaikki pääsevät taas sisään, kiitos nopeasta reagoinnista.
      Ymmärretty, kiitos selityksestä.
      ok kiitos
    `,
    ),
    ...of(
      'pl',
      `
      Zwrot dotarł. Bardzo dziękuję!
      Mój błąd, przepraszam. Wszystko rozwiązane.
      Wszyscy mogą się znowu zalogować, dziękuję za szybką reakcję.
      Rozumiem, dziękuję za wyjaśnienie.
      Z naszej strony to wszystko. Dziękuję, Robert
      ok dzięki
    `,
    ),
    ...of(
      'cs',
      `
      Peníze dorazily. Moc děkuji!
      Moje chyba, omlouvám se. Vše vyřešeno.
      Všichni se už přihlásí, děkuji za rychlou reakci.
      Rozumím, děkuji za vysvětlení.
      Z naší strany je to vše. Děkuji, Robert
      ok díky
    `,
    ),
    ...of(
      'hu',
      `
      Megjött a visszatérítés. Nagyon köszönöm!
      Az én hibám volt, elnézést. Minden megoldódott.
      Értem, köszönöm a magyarázatot.
      Részünkről ennyi. Köszönöm, Róbert
      ok köszi
    `,
    ),
    ...of(
      'ro',
      `
      Banii au ajuns. Mulțumesc mult!
      Greșeala mea, scuze. Totul este rezolvat.
      Am înțeles, mulțumesc pentru explicație.
      Nimic altceva din partea noastră. Mulțumesc, Robert
      ok mersi
    `,
    ),
    ...of(
      'tr',
      `
      Para iadesi geldi. Çok teşekkürler!
      Benim hatammış, kusura bakmayın. Her şey çözüldü.
      Herkes tekrar giriş yapabiliyor, hızlı desteğiniz için teşekkürler.
      Anladım, açıklama için teşekkürler.
      ok teşekkürler
    `,
    ),
    ...of(
      'ru',
      `
      Деньги пришли. Большое спасибо!
      Моя ошибка, извините. Всё решено.
      Все снова могут войти, спасибо за быструю реакцию.
      Понятно, спасибо за объяснение.
      С нашей стороны всё. Спасибо, Роберт
      ок спасибо
    `,
    ),
    ...of(
      'uk',
      `
      Гроші надійшли. Щиро дякую!
      Моя помилка, вибачте. Усе вирішено.
      Зрозуміло, дякую за пояснення.
      ок дякую
    `,
    ),
    ...of(
      'el',
      `
      Τα χρήματα ήρθαν. Ευχαριστώ πολύ!
      Δικό μου λάθος, συγγνώμη. Όλα λύθηκαν.
      Κατάλαβα, ευχαριστώ για την εξήγηση.
      οκ ευχαριστώ
    `,
    ),
    ...of(
      'ja',
      `
      返金を確認しました。ありがとうございました。
      私の勘違いでした。失礼いたしました。解決済みです。
      全員ログインできるようになりました。迅速なご対応ありがとうございます。
      承知いたしました。ご説明ありがとうございます。
      こちらからは以上です。ありがとうございました。
      了解です👍
    `,
    ),
    ...of(
      'zh',
      `
      退款已到账，非常感谢！
      是我弄错了，不好意思，已经解决了。
      大家都能登录了，感谢快速处理。
      明白了，谢谢解释。
      我们这边没有别的了，谢谢。
      ok谢谢
    `,
    ),
    ...of(
      'ko',
      `
      환불 받았습니다. 정말 감사합니다!
      제 실수였습니다. 죄송합니다. 해결됐어요.
      모두 다시 로그인됩니다. 빠른 조치 감사합니다.
      이해했습니다. 설명 감사합니다.
      네 감사합니다
    `,
    ),
    ...of(
      'ar',
      `
      وصل المبلغ. شكراً جزيلاً!
      كان خطأ مني، أعتذر. تم حل كل شيء.
      مفهوم، شكراً على التوضيح.
      تمام شكراً
    `,
    ),
    ...of(
      'sk',
      `
      Peniaze prišli. Veľmi pekne ďakujem!
      Rozumiem, ďakujem za vysvetlenie.
    `,
    ),
    ...of(
      'hr',
      `
      Novac je stigao. Puno hvala!
      Razumijem, hvala na objašnjenju.
    `,
    ),
    ...of(
      'bg',
      `
      Парите пристигнаха. Благодаря много!
      Разбрах, благодаря за обяснението.
    `,
    ),
    ...of(
      'he',
      `
      ההחזר התקבל. תודה רבה!
      הבנתי, תודה על ההסבר.
    `,
    ),
    ...of(
      'vi',
      `
      Đã nhận được tiền hoàn. Cảm ơn rất nhiều!
    `,
    ),
    ...of(
      'id',
      `
      Uang sudah masuk. Terima kasih banyak!
    `,
    ),
    ...of(
      'ca',
      `
      Els diners han arribat. Moltes gràcies!
    `,
    ),
  ],
  work: [
    ...of(
      'en',
      `
      Thanks. The second page is blank.
      Thank you, but we were charged twice.
      The parcel arrived, thank you. One cup is chipped.
      It works on and off. Thanks.
      Thanks, still waiting for the licence key.
      Thank you, the amount is for another customer.
      Thanks. I would also like to change my plan.
      That is not what I asked for, thanks.
      Perfect. Now the scanner refuses to start.
      Thanks, three lines disappeared from the report.
      Cheers. Whom do I ask about the contract
    `,
    ),
    ...of(
      'de',
      `
      Danke. Die zweite Seite ist leer.
      Vielen Dank, aber uns wurde doppelt berechnet.
      Das Paket ist da, danke. Eine Tasse hat einen Sprung.
      Geht mal, mal nicht. Danke.
      Danke, wir warten noch auf den Lizenzschlüssel.
      Vielen Dank, der Betrag gehört zu einem anderen Kunden.
      Danke. Ich würde außerdem gern den Tarif wechseln.
      Das hatte ich so nicht bestellt, danke.
      Perfekt. Jetzt startet der Scanner nicht.
      Danke, aus dem Bericht sind drei Zeilen verschwunden.
      Danke, wen frage ich wegen des Vertrags
    `,
    ),
    ...of(
      'fr',
      `
      Merci. La deuxième page est blanche.
      Merci, mais nous avons été débités deux fois.
      Le colis est arrivé, merci. Une tasse est ébréchée.
      Ça marche par moments. Merci.
      Merci, j'attends encore la clé de licence.
      Merci, le montant concerne un autre client.
      Merci. Je voudrais aussi changer d'abonnement.
      Ce n'est pas ce que j'avais demandé, merci.
      Parfait. Maintenant le scanner ne démarre plus.
      Merci, trois lignes ont disparu du rapport.
    `,
    ),
    ...of(
      'es',
      `
      Gracias. La segunda página está en blanco.
      Gracias, pero nos cobraron dos veces.
      El paquete llegó, gracias. Una taza viene rota.
      Funciona a ratos. Gracias.
      Gracias, sigo esperando la clave de licencia.
      Gracias, el importe es de otro cliente.
      Gracias. También quisiera cambiar de tarifa.
      No es lo que pedí, gracias.
      Gracias, desaparecieron tres líneas del informe.
    `,
    ),
    ...of(
      'it',
      `
      Grazie. La seconda pagina è vuota.
      Grazie, ma ci hanno addebitato due volte.
      Il pacco è arrivato, grazie. Una tazza è scheggiata.
      Funziona a tratti. Grazie.
      Grazie, aspetto ancora la chiave di licenza.
      Grazie, l'importo è di un altro cliente.
      Grazie. Vorrei anche cambiare piano.
      Grazie, dal report sono sparite tre righe.
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado. A segunda página está em branco.
      Obrigada, mas fomos cobrados duas vezes.
      A encomenda chegou, obrigado. Uma chávena vem lascada.
      Funciona às vezes. Obrigado.
      Obrigado, ainda espero a chave da licença.
      Obrigado, o valor é de outro cliente.
      Obrigado, sumiram três linhas do relatório.
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt. De tweede pagina is leeg.
      Bedankt, maar er is twee keer afgeschreven.
      Het pakket is er, bedankt. Eén kop is kapot.
      Het werkt af en toe. Bedankt.
      Dank, ik wacht nog op de licentiesleutel.
      Bedankt, het bedrag is van een andere klant.
      Bedankt, er zijn drie regels verdwenen.
    `,
    ),
    ...of(
      'sv',
      `
      Tack. Andra sidan är tom.
      Tack, men vi debiterades två gånger.
      Paketet kom fram, tack. En kopp är sprucken.
      Det fungerar ibland. Tack.
      Tack, väntar fortfarande på licensnyckeln.
      Tack, beloppet gäller en annan kund.
      Tack, tre rader försvann ur rapporten.
    `,
    ),
    ...of(
      'da',
      `
      Tak. Anden side er tom.
      Tak, men vi blev trukket to gange.
      Det virker af og til. Tak.
      Tak, venter stadig på licensnøglen.
      Tak, tre linjer forsvandt fra rapporten.
    `,
    ),
    ...of(
      'no',
      `
      Takk. Side to er tom.
      Takk, men vi ble belastet to ganger.
      Det virker av og til. Takk.
      Takk, tre linjer forsvant fra rapporten.
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos. Toinen sivu on tyhjä.
      Kiitos, mutta meiltä veloitettiin kahdesti.
      Toimii välillä. Kiitos.
      Kiitos, odotan vielä lisenssiavainta.
      Kiitos, kolme riviä katosi raportista.
    `,
    ),
    ...of(
      'pl',
      `
      Dziękuję. Druga strona jest pusta.
      Dziękuję, ale pobrano opłatę dwa razy.
      Działa od czasu do czasu. Dzięki.
      Dziękuję, czekam jeszcze na klucz licencyjny.
      Dziękuję, kwota dotyczy innego klienta.
      Dziękuję, z raportu zniknęły trzy wiersze.
    `,
    ),
    ...of(
      'cs',
      `
      Děkuji. Druhá stránka je prázdná.
      Děkuji, ale strhli nám to dvakrát.
      Funguje to občas. Díky.
      Děkuji, čekám ještě na licenční klíč.
      Díky, z reportu zmizely tři řádky.
    `,
    ),
    ...of(
      'hu',
      `
      Köszönöm. A második oldal üres.
      Köszönöm, de kétszer vonták le.
      Néha működik. Köszi.
      Köszönöm, eltűnt három sor a jelentésből.
    `,
    ),
    ...of(
      'ro',
      `
      Mulțumesc. Pagina a doua este goală.
      Mulțumesc, dar am fost taxați de două ori.
      Merge din când în când. Mulțumesc.
      Mulțumesc, au dispărut trei rânduri.
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler. İkinci sayfa boş.
      Teşekkürler ama iki kez ücret alındı.
      Arada bir çalışıyor. Teşekkürler.
      Teşekkürler, lisans anahtarını bekliyorum.
      Teşekkürler, rapordan üç satır kayboldu.
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо. Вторая страница пустая.
      Спасибо, но с нас списали дважды.
      Работает через раз. Спасибо.
      Спасибо, жду ключ лицензии.
      Спасибо, сумма от другого клиента.
      Спасибо, из отчёта пропали три строки.
    `,
    ),
    ...of(
      'uk',
      `
      Дякую. Друга сторінка порожня.
      Дякую, але з нас списали двічі.
      Працює через раз. Дякую.
      Дякую, зі звіту зникли три рядки.
    `,
    ),
    ...of(
      'el',
      `
      Ευχαριστώ. Η δεύτερη σελίδα είναι κενή.
      Ευχαριστώ, αλλά χρεωθήκαμε δύο φορές.
      Λειτουργεί πότε πότε. Ευχαριστώ.
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。2ページ目が真っ白です。
      ありがとうございます。二重に請求されています。
      たまに動きます。ありがとうございます。
      ありがとうございます。ライセンスキーをお待ちしております。
      ありがとうございます。金額が別のお客様のものです。
    `,
    ),
    ...of(
      'zh',
      `
      谢谢。第二页是空白的。
      谢谢，我们被扣了两次款。
      时好时坏。谢谢。
      谢谢，还在等许可证密钥。
      谢谢，金额是别的客户的。
    `,
    ),
    ...of(
      'ko',
      `
      감사합니다. 두 번째 페이지가 비어 있어요.
      감사합니다. 두 번 결제되었어요.
      가끔 됩니다. 감사합니다.
      감사합니다. 라이선스 키 기다리고 있습니다.
    `,
    ),
    ...of(
      'ar',
      `
      شكراً. الصفحة الثانية فارغة.
      شكراً، لكن خُصم المبلغ مرتين.
      يعمل أحياناً. شكراً.
    `,
    ),
    ...of(
      'sk',
      `
      Ďakujem. Druhá strana je prázdna.
      Ďakujem, z reportu zmizli tri riadky.
    `,
    ),
    ...of(
      'hr',
      `
      Hvala. Druga stranica je prazna.
      Hvala, radi s vremena na vrijeme.
    `,
    ),
    ...of(
      'bg',
      `
      Благодаря. Втората страница е празна.
    `,
    ),
    ...of(
      'he',
      `
      תודה. העמוד השני ריק.
      תודה, חויבנו פעמיים.
    `,
    ),
    ...of(
      'vi',
      `
      Cảm ơn. Trang thứ hai bị trống.
    `,
    ),
    ...of(
      'id',
      `
      Terima kasih. Halaman kedua kosong.
    `,
    ),
    ...of(
      'ca',
      `
      Gràcies. La segona pàgina és en blanc.
    `,
    ),
  ],
}

const eighteenth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `
      Thank you for getting back to me so soon. It opens now.
      Many thanks for your patience with me 😅
      The replacement part came today, thanks a lot.
      Cheers, I can print again.
      That answers my question. Kind regards, Joan
      We are happy with that, you can close it.
      No need to dig further, it was the cable. Thanks!
    `,
    ),
    ...of(
      'de',
      `
      Danke, dass Sie sich so schnell gemeldet haben. Jetzt geht es auf.
      Tausend Dank für Ihre Geduld mit mir 😅
      Das Ersatzteil kam heute an, vielen Dank.
      Merci, ich kann wieder drucken.
      Damit ist meine Frage beantwortet. Viele Grüße, Johanna
      Wir sind damit zufrieden, Sie können schließen.
    `,
    ),
    ...of(
      'fr',
      `
      Merci d'être revenu vers moi si vite. Ça s'ouvre maintenant.
      Mille mercis pour votre patience 😅
      La pièce de rechange est arrivée aujourd'hui, merci beaucoup.
      Merci, je peux de nouveau imprimer.
      Cela répond à ma question. Cordialement, Jeanne
    `,
    ),
    ...of(
      'es',
      `
      Gracias por responder tan pronto. Ahora se abre.
      Mil gracias por su paciencia 😅
      El repuesto llegó hoy, muchas gracias.
      Gracias, ya puedo imprimir.
      Eso responde a mi pregunta. Saludos, Juana
    `,
    ),
    ...of(
      'it',
      `
      Grazie per aver risposto così presto. Ora si apre.
      Mille grazie per la pazienza 😅
      Il ricambio è arrivato oggi, grazie mille.
      Grazie, riesco di nuovo a stampare.
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado por responder tão depressa. Agora abre.
      Muito obrigada pela paciência 😅
      A peça chegou hoje, muito obrigado.
      Obrigado, já consigo imprimir.
    `,
    ),
    ...of(
      'nl',
      `
      Dank voor uw snelle reactie. Hij opent nu.
      Duizendmaal dank voor uw geduld 😅
      Het onderdeel kwam vandaag aan, hartelijk dank.
      Bedankt, ik kan weer printen.
    `,
    ),
    ...of(
      'sv',
      `
      Tack för att ni svarade så snabbt. Nu öppnas den.
      Tusen tack för ert tålamod 😅
      Reservdelen kom idag, tack så mycket.
      Tack, jag kan skriva ut igen.
    `,
    ),
    ...of(
      'da',
      `
      Tak fordi I svarede så hurtigt. Nu åbner den.
      Reservedelen kom i dag, mange tak.
      Tak, jeg kan printe igen.
    `,
    ),
    ...of(
      'no',
      `
      Takk for at dere svarte så raskt. Nå åpner den.
      Reservedelen kom i dag, tusen takk.
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos kun vastasitte niin nopeasti. Nyt se aukeaa.
      Varaosa tuli tänään, kiitos paljon.
    `,
    ),
    ...of(
      'pl',
      `
      Dziękuję za tak szybką odpowiedź. Teraz się otwiera.
      Część przyszła dzisiaj, bardzo dziękuję.
      Dzięki, znowu mogę drukować.
    `,
    ),
    ...of(
      'cs',
      `
      Děkuji za tak rychlou odpověď. Teď se to otevře.
      Náhradní díl dnes přišel, moc děkuji.
      Díky, už zase tisknu.
    `,
    ),
    ...of(
      'hu',
      `
      Köszönöm a gyors választ. Most már megnyílik.
      Ma megérkezett az alkatrész, nagyon köszönöm.
    `,
    ),
    ...of(
      'tr',
      `
      Bu kadar çabuk döndüğünüz için teşekkürler. Şimdi açılıyor.
      Yedek parça bugün geldi, çok teşekkürler.
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо за такой быстрый ответ. Теперь открывается.
      Запчасть пришла сегодня, большое спасибо.
      Спасибо, снова могу печатать.
    `,
    ),
    ...of(
      'uk',
      `
      Дякую за таку швидку відповідь. Тепер відкривається.
    `,
    ),
    ...of(
      'el',
      `
      Ευχαριστώ για την τόσο γρήγορη απάντηση. Τώρα ανοίγει.
    `,
    ),
    ...of(
      'ja',
      `
      早速のご返信ありがとうございます。開けるようになりました。
      本日部品が届きました。ありがとうございました。
    `,
    ),
    ...of(
      'zh',
      `
      谢谢这么快回复，现在能打开了。
      配件今天到了，非常感谢。
    `,
    ),
    ...of(
      'ko',
      `
      빠른 답변 감사합니다. 이제 열립니다.
      오늘 부품이 도착했습니다. 감사합니다.
    `,
    ),
    ...of(
      'ar',
      `
      شكراً على الرد السريع. يفتح الآن.
      وصلت القطعة اليوم، شكراً جزيلاً.
    `,
    ),
  ],
  work: [
    ...of(
      'en',
      `
      Thanks, I can print again but only in black.
      The replacement part came today, it does not fit. Thanks.
      That answers half of my question. Kind regards, Joan
      Thanks. The invoice is addressed to my old firm.
      We are happy with that once the price is right.
      It was the cable, thanks. Who pays for it?
      Thanks for your patience, I will need two more days.
    `,
    ),
    ...of(
      'de',
      `
      Danke, ich kann wieder drucken, aber nur schwarz.
      Das Ersatzteil kam heute an, es passt nicht. Danke.
      Damit ist meine Frage zur Hälfte beantwortet. Viele Grüße, Johanna
      Danke. Die Rechnung lautet auf meine alte Firma.
      Wir sind zufrieden, sobald der Preis stimmt.
      Es war das Kabel, danke. Wer zahlt das?
    `,
    ),
    ...of(
      'fr',
      `
      Merci, j'imprime de nouveau mais seulement en noir.
      La pièce est arrivée, elle n'est pas compatible. Merci.
      Cela répond à la moitié de ma question. Cordialement, Jeanne
      Merci. La facture est au nom de mon ancienne société.
    `,
    ),
    ...of(
      'es',
      `
      Gracias, ya imprimo, aunque solo en negro.
      El repuesto llegó hoy, no encaja. Gracias.
      Gracias. La factura está a nombre de mi antigua empresa.
    `,
    ),
    ...of(
      'it',
      `
      Grazie, stampo di nuovo ma solo in nero.
      Il ricambio è arrivato oggi, non va bene. Grazie.
      Grazie. La fattura è intestata alla vecchia ditta.
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado, já imprimo, mas só a preto.
      A peça chegou hoje, não serve. Obrigado.
      Obrigado. A fatura está em nome da empresa antiga.
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt, ik kan weer printen, alleen in zwart.
      Het onderdeel kwam vandaag aan, het past niet. Bedankt.
      Bedankt. De factuur staat op mijn oude bedrijf.
    `,
    ),
    ...of(
      'sv',
      `
      Tack, jag kan skriva ut igen men bara i svart.
      Reservdelen kom idag, den passar inte. Tack.
      Tack. Fakturan är ställd till mitt gamla företag.
    `,
    ),
    ...of(
      'da',
      `
      Tak, jeg kan printe igen, men kun i sort.
      Tak. Fakturaen er stilet til mit gamle firma.
    `,
    ),
    ...of(
      'no',
      `
      Takk, jeg kan skrive ut igjen, men bare i svart.
      Takk. Fakturaen er stilet til mitt gamle firma.
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos, tulostus onnistuu taas, mutta vain mustana.
      Kiitos. Lasku on osoitettu vanhalle yritykselleni.
    `,
    ),
    ...of(
      'pl',
      `
      Dzięki, znowu drukuję, ale tylko na czarno.
      Dziękuję. Faktura jest wystawiona na starą firmę.
    `,
    ),
    ...of(
      'cs',
      `
      Díky, už zase tisknu, ale jen černě.
      Děkuji. Faktura je na starou firmu.
    `,
    ),
    ...of(
      'hu',
      `
      Köszönöm, újra nyomtatok, de csak feketén.
      Köszönöm. A számla a régi cégem nevére szól.
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler, yine yazdırıyorum ama sadece siyah.
      Teşekkürler. Fatura eski şirketime kesilmiş.
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо, снова печатаю, но только чёрным.
      Спасибо. Счёт выставлен на старую фирму.
    `,
    ),
    ...of(
      'uk',
      `
      Дякую, знову друкую, але тільки чорним.
      Дякую. Рахунок виставлено на стару фірму.
    `,
    ),
    ...of(
      'el',
      `
      Ευχαριστώ, τυπώνω ξανά αλλά μόνο σε μαύρο.
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。印刷できますが、黒だけです。
      ありがとうございます。請求書の宛名が以前の会社になっています。
    `,
    ),
    ...of(
      'zh',
      `
      谢谢，又能打印了，但只有黑色。
      谢谢。发票抬头是我以前的公司。
    `,
    ),
    ...of(
      'ko',
      `
      감사합니다. 다시 인쇄되지만 흑백만 됩니다.
      감사합니다. 청구서가 이전 회사 앞으로 되어 있습니다.
    `,
    ),
    ...of(
      'ar',
      `
      شكراً. الفاتورة باسم شركتي القديمة.
    `,
    ),
  ],
}

/** Against the rules that came after them, with these at hand. */
const against: FreshSet = {
  thanks: [],
  work: [
    ...of(
      'en',
      `
      Thanks, I can hear the noise again.
      Thanks, now I can start again.
      Thanks, I can wait again.
      Thanks. I can pay again.
      Thanks, the refund is on my card but the wrong one.
      No need to search further. Thanks. Send a technician.
      Got your message, thank you. It says nothing about the price.
      Thanks, the money is on the account of my wife.
      Thanks, the payment is booked again.
      Thanks, it loads and loads.
      Thanks, it prints by itself now.
      Thanks, it starts again and again.
      Thanks, we are back in the queue.
      Thanks for getting back to me so late.
      Thanks for keeping me posted, when it is done.
      Thanks for billing me.
      Thanks for the wait.
      Thank you for forgetting us.
      Thanks, it was the router of yours.
      Everyone can log in again, strangers too. Thanks
      Thanks, I can see the data of others again.
      The amount was paid into my account, thanks. It is 20 short.
    `,
    ),
    ...of(
      'de',
      `
      Danke, jetzt geht es wieder los.
      Danke, jetzt kann ich wieder anfangen.
      Danke, ich kann wieder zahlen.
      Danke, ich kann wieder Geräusche hören.
      Danke, das Geld ist auf dem Konto meiner Frau.
      Danke, die Zahlung ist wieder da.
      Danke, es lädt und lädt.
      Danke, es druckt von selbst.
      Danke, mein Fehler ist wieder da.
      Danke, das hat sich nicht erledigt.
      Danke fürs Warten lassen.
      Danke, dass Sie so spät geantwortet haben.
      Von uns aus war es das mit Ihrem Produkt. Danke
      Tut mir leid, so geht das nicht. Danke.
    `,
    ),
    ...of(
      'fr',
      `
      Merci, je peux de nouveau recommencer.
      Merci, je peux de nouveau attendre.
      Merci, ça charge et ça charge.
      Merci d'avoir répondu si tard.
      Rien de votre côté. Merci
      Merci, l'argent est sur le compte de ma femme.
    `,
    ),
    ...of(
      'es',
      `
      Gracias, ya puedo empezar de nuevo.
      Gracias, puedo esperar otra vez.
      Gracias por responder tan tarde.
      Gracias, el reembolso ya está en la cuenta de mi mujer.
      Qué rapidez, tres semanas. Gracias.
      Gracias, carga y carga.
    `,
    ),
    ...of(
      'it',
      `
      Grazie, posso ricominciare di nuovo.
      Grazie per aver risposto così tardi.
      Velocissimi, tre settimane. Grazie
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado, já posso esperar de novo.
      Obrigado por responder tão tarde.
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt, ik kan weer wachten.
      Bedankt, ik kan weer opnieuw beginnen.
    `,
    ),
    ...of(
      'sv',
      `
      Tack, jag kan vänta igen.
      Tack för att ni svarade så sent.
    `,
    ),
    ...of(
      'pl',
      `
      Dzięki, znowu mogę czekać.
    `,
    ),
    ...of(
      'cs',
      `
      Díky, můžu zase čekat.
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо, снова могу ждать.
      Спасибо, деньги пришли не туда.
    `,
    ),
    ...of(
      'hu',
      `
      Köszi, megint várhatok.
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler, fatura yine geldi.
    `,
    ),
    ...of(
      'ja',
      `
      部品が届きました。合いません。
    `,
    ),
    ...of(
      'zh',
      `
      配件到了，用不了。
    `,
    ),
    ...of(
      'ro',
      `
      Mulțumesc, am primit jumătate.
      Mulțumesc, am primit amendă.
    `,
    ),
  ],
}

export const checkedAnswers: readonly FreshSet[] = [sixteenth, seventeenth, eighteenth, against]
