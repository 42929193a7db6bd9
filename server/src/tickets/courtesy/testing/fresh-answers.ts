/**
 * Two more sets of answers, each written whole and committed before any rule was looked at or mended
 * by it: `docs/email.md` has what was found then. One example a line, “⏎” is a line break.
 */
import type { Example } from './courtesy-examples.ts'

export type FreshSet = { thanks: readonly Example[]; work: readonly Example[] }

const of = (language: string, lines: string): Example[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ language, text: line.trim().replaceAll('⏎', '\n') }))

/** The eighth. */
const eighth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `
      Morning all,⏎⏎Confirmed working on our end now. Thank you for sorting it.⏎⏎Regards,⏎Tom Whitfield⏎IT Manager⏎Larkspur Foods Ltd⏎+44 1632 960112
      You're a star, thanks Maya!
      Hi Maya, the report came through this morning. Much obliged. Dave
      🙌🙌
      Solved, you can close.⏎⏎Sent from my Galaxy
      Yes, that fixed it. Have a lovely weekend!
      Okay great, appreciate the quick turnaround.⏎⏎On 28 Nov 2026, at 10:12, Support <help@firstline.example> wrote:⏎> We restarted the export.⏎> Please try again.
      Nice one, sorted. Ta very much
    `,
    ),
    ...of(
      'de',
      `
      Moin,⏎⏎klappt wieder, besten Dank für die fixe Hilfe!⏎⏎Viele Grüße aus Kiel⏎Jens Petersen⏎Petersen Logistik GmbH⏎Tel. 0431 5550123
      Hallo Frau Lind,⏎⏎der Bericht ist heute früh angekommen. Herzlichen Dank für Ihre Mühe.⏎⏎Mit freundlichen Grüßen⏎Sabine Ott
      Super, hat funktioniert! 👍
      Das war's, danke. Kann zu.
      Erledigt, das Ticket kann geschlossen werden. Danke schön!
      Ihr seid spitze, vielen lieben Dank!
      Danke, passt jetzt.⏎⏎Am 28.11.2026 um 10:12 schrieb Firstline Support <help@firstline.example>:⏎> Wir haben den Export neu gestartet.⏎> Bitte probieren Sie es noch einmal.
      Alles bestens, danke für die schnelle Rückmeldung und einen schönen Feierabend.⏎⏎Von meinem iPhone gesendet
    `,
    ),
    ...of(
      'fr',
      `
      Bonjour Maya,⏎⏎C'est tout bon de notre côté, un grand merci pour votre réactivité.⏎⏎Bien cordialement,⏎Claire Dubois⏎Responsable ADV⏎Tél. : 01 55 50 12 34
      Parfait, ça remarche. Merci et bonne journée !
      Bien reçu, merci beaucoup.
      Problème résolu, vous pouvez clôturer le ticket.
      Merci infiniment pour votre aide précieuse 🙏
      Super, c'est réglé. Bon week-end à toute l'équipe !
      Nickel, merci !⏎⏎Le sam. 28 nov. 2026 à 10:12, Support <help@firstline.example> a écrit :⏎> Nous avons relancé l'export.
      Je vous confirme que tout fonctionne à nouveau. Merci pour votre efficacité.⏎⏎Envoyé de mon iPhone
    `,
    ),
    ...of(
      'es',
      `
      Buenos días, Maya:⏎⏎Ya está todo en orden. Muchísimas gracias por la rapidez.⏎⏎Un cordial saludo,⏎Laura Giménez⏎Dpto. de Administración⏎Tel. +34 915 550 123
      Genial, ya funciona. ¡Mil gracias!
      Solucionado, pueden cerrar la incidencia.
      Perfecto, recibido. Gracias por todo.
      Gracias, muy amable.
      Ya me ha llegado el informe, gracias por la ayuda.
      Todo correcto ahora, muchas gracias y buen fin de semana.⏎⏎Enviado desde mi iPhone
      Estupendo, gracias por resolverlo tan rápido.⏎⏎El sáb, 28 nov 2026 a las 10:12, Soporte (<help@firstline.example>) escribió:⏎> Hemos reiniciado la exportación.
    `,
    ),
    ...of(
      'it',
      `
      Buongiorno Maya,⏎⏎confermo che ora è tutto a posto. La ringrazio molto per la disponibilità.⏎⏎Cordiali saluti,⏎Giulia Ferri⏎Ufficio acquisti⏎Tel. 02 5550 1234
      Perfetto, adesso va. Grazie mille!
      Grazie di cuore, siete stati velocissimi.
      Risolto, potete chiudere il ticket.
      Ricevuto, grazie e buona giornata.
      Ottimo lavoro, grazie ancora! 😊
      Ok, funziona tutto. Grazie del supporto.⏎⏎Inviato da iPhone
      Tutto ok, grazie.⏎⏎Il giorno sab 28 nov 2026 alle ore 10:12 Assistenza <help@firstline.example> ha scritto:⏎> Abbiamo riavviato l'esportazione.
    `,
    ),
    ...of(
      'pt',
      `
      Bom dia, Maya,⏎⏎Já está tudo a funcionar. Muito obrigada pela rapidez.⏎⏎Com os melhores cumprimentos,⏎Inês Tavares⏎Departamento Financeiro⏎Tel. +351 215 550 123
      Deu certo aqui, valeu demais!
      Resolvido, podem fechar o chamado.
      Perfeito, obrigado pela ajuda de sempre.
      Recebi o relatório, muito obrigado!
      Ótimo, agradeço a atenção. Bom fim de semana!
      Tudo certo agora, obrigado 🙏⏎⏎Enviado do meu iPhone
      Funcionou! Obrigada, vocês são demais.⏎⏎Em sáb., 28 de nov. de 2026 às 10:12, Suporte <help@firstline.example> escreveu:⏎> Reiniciamos a exportação.
    `,
    ),
    ...of(
      'nl',
      `
      Goedemorgen Maya,⏎⏎Het werkt weer, hartelijk dank voor de snelle hulp.⏎⏎Met vriendelijke groet,⏎Joost van Dijk⏎Hoofd inkoop⏎T 020 555 01 23
      Top, dankjewel!
      Opgelost, je mag het ticket sluiten.
      Het rapport is binnen, bedankt.
      Helemaal goed zo, bedankt voor jullie moeite.
      Fijn, dank je wel en een prettig weekend!
      Prima, bedankt.⏎⏎Op za 28 nov 2026 om 10:12 schreef Support <help@firstline.example>:⏎> We hebben de export herstart.
      Geweldig, het is gelukt. Heel erg bedankt 🙂⏎⏎Verstuurd vanaf mijn iPhone
    `,
    ),
    ...of(
      'sv',
      `
      Hej Maya!⏎⏎Nu fungerar allt som det ska. Stort tack för snabb hjälp.⏎⏎Med vänlig hälsning⏎Karin Nyström⏎Ekonomiansvarig⏎Tel 08-555 012 34
      Toppen, tack så mycket!
      Löst, ni kan stänga ärendet.
      Rapporten har kommit fram, tack!
      Kanon, tackar för hjälpen.
      Tack för snabbt svar och trevlig helg!
      Perfekt, det löste sig. Ha en fin dag.⏎⏎Skickat från min iPhone
      Jättebra, tack snälla.⏎⏎Den lör 28 nov. 2026 kl 10:12 skrev Support <help@firstline.example>:⏎> Vi har startat om exporten.
    `,
    ),
    ...of(
      'da',
      `
      Hej Maya⏎⏎Så kører det igen. Mange tak for den hurtige hjælp.⏎⏎Med venlig hilsen⏎Mette Holm⏎Indkøbschef⏎Tlf. 35 55 01 23
      Super, tusind tak!
      Løst, I må gerne lukke sagen.
      Rapporten er kommet, tak for det.
      Det virker nu, tak for hjælpen og god weekend.
      Fantastisk service, mange tak 😊
      Perfekt, tak.⏎⏎Sendt fra min iPhone
      Alt er i orden nu, tak skal I have.⏎⏎Den lør. 28. nov. 2026 kl. 10.12 skrev Support <help@firstline.example>:⏎> Vi har genstartet eksporten.
    `,
    ),
    ...of(
      'fi',
      `
      Hei Maya,⏎⏎nyt kaikki toimii taas. Suuret kiitokset nopeasta avusta.⏎⏎Ystävällisin terveisin⏎Minna Laine⏎Talouspäällikkö⏎Puh. 09 555 0123
      Loistavaa, kiitos paljon!
      Ratkaistu, tiketin voi sulkea.
      Raportti tuli perille, kiitos.
      Hienoa, kiitoksia avusta!
      Kiitos ja mukavaa viikonloppua.
      Selvä, kiitos tiedosta.⏎⏎Lähetetty iPhonesta
      Toimii, kiitos!⏎⏎la 28. marrask. 2026 klo 10.12 Tuki <help@firstline.example> kirjoitti:⏎> Käynnistimme viennin uudelleen.
    `,
    ),
    ...of(
      'pl',
      `
      Dzień dobry,⏎⏎wszystko już działa, serdecznie dziękuję za szybką pomoc.⏎⏎Z poważaniem⏎Anna Kowalczyk⏎Kierownik działu zakupów⏎tel. 22 555 01 23
      Super, wielkie dzięki!
      Rozwiązane, można zamknąć zgłoszenie.
      Raport dotarł, dziękuję.
      Dziękuję bardzo, wszystko w porządku.
      Świetnie, dzięki za szybką reakcję i miłego weekendu!
      Potwierdzam, działa. Dziękuję.⏎⏎Wysłane z iPhone'a
      Działa, dzięki!⏎⏎sob., 28 lis 2026 o 10:12 Wsparcie <help@firstline.example> napisał(a):⏎> Uruchomiliśmy eksport ponownie.
    `,
    ),
    ...of(
      'cs',
      `
      Dobrý den,⏎⏎už všechno funguje, mockrát děkuji za rychlou pomoc.⏎⏎S pozdravem⏎Jana Dvořáková⏎vedoucí nákupu⏎tel. 225 550 123
      Super, díky moc!
      Vyřešeno, tiket můžete zavřít.
      Report dorazil, děkuji.
      Skvělé, děkuji za ochotu.
      Děkuji a přeji hezký víkend.
      Potvrzuji, že už to funguje. Díky.⏎⏎Odesláno z iPhonu
      Paráda, díky!⏎⏎so 28. 11. 2026 v 10:12 odesílatel Podpora <help@firstline.example> napsal:⏎> Export jsme znovu spustili.
    `,
    ),
    ...of(
      'ru',
      `
      Добрый день!⏎⏎Всё заработало, большое спасибо за оперативную помощь.⏎⏎С уважением,⏎Ольга Смирнова⏎Начальник отдела закупок⏎тел. +7 495 555-01-23
      Отлично, спасибо огромное!
      Решено, можно закрывать заявку.
      Отчёт пришёл, спасибо.
      Благодарю, всё получилось.
      Спасибо за быстрый ответ, хороших выходных!
      Супер, теперь всё работает. Спасибо 🙏⏎⏎Отправлено с iPhone
      Всё в порядке, благодарю.⏎⏎сб, 28 нояб. 2026 г. в 10:12, Поддержка <help@firstline.example>:⏎> Мы перезапустили выгрузку.
    `,
    ),
    ...of(
      'tr',
      `
      Merhaba Maya Hanım,⏎⏎Şu an her şey çalışıyor, hızlı desteğiniz için çok teşekkür ederim.⏎⏎Saygılarımla,⏎Elif Demir⏎Satın Alma Müdürü⏎Tel: 0212 555 01 23
      Süper, çok sağ olun!
      Sorun çözüldü, talebi kapatabilirsiniz.
      Rapor geldi, teşekkürler.
      Harika, ellerinize sağlık.
      Teşekkürler, iyi hafta sonları!
      Tamamdır, sağ olun.⏎⏎iPhone'umdan gönderildi
      Düzeldi, teşekkür ederiz.⏎⏎Destek <help@firstline.example>, 28 Kas 2026 Cmt, 10:12 tarihinde şunu yazdı:⏎> Dışa aktarmayı yeniden başlattık.
    `,
    ),
    ...of(
      'ja',
      `
      マヤ様⏎⏎お世話になっております。⏎無事に動作することを確認いたしました。迅速なご対応ありがとうございました。⏎⏎よろしくお願いいたします。⏎⏎佐藤花子⏎株式会社さくら 購買部⏎電話 03-5555-0123
      助かりました、ありがとうございます！
      解決しましたので、クローズしていただいて構いません。
      レポートを受け取りました。ありがとうございます。
      直りました！感謝です🙏
      了解しました。ありがとうございました。
      問題なく使えています。お忙しいところありがとうございました。⏎⏎iPhoneから送信
      ありがとうございます、できました。⏎⏎2026年11月28日(土) 10:12 サポート <help@firstline.example>:⏎> エクスポートを再起動しました。
    `,
    ),
    ...of(
      'zh',
      `
      您好，⏎⏎现在一切正常了，非常感谢您的及时帮助。⏎⏎此致⏎敬礼⏎王芳⏎采购部经理⏎电话：010-5555-0123
      太好了，谢谢！
      已解决，可以关闭工单了。
      报告收到了，谢谢。
      辛苦了，多谢！
      问题解决了，感谢支持，周末愉快！
      好的，谢谢你们的帮助👍⏎⏎发自我的iPhone
      可以用了，谢谢！⏎⏎支持 <help@firstline.example> 于2026年11月28日周六 10:12写道：⏎> 我们已重新启动导出。
    `,
    ),
  ],
  work: [
    ...of(
      'en',
      `
      Thanks, but the second file is empty.
      Thank you! One more thing: can Priya get access too?
      Great, thanks. When will the rest be migrated?
      It works for me, though my colleague gets an error. Thanks
      Thanks for looking into it. I'll wait for your update.
      Perfect, please also cancel the old subscription.
      Thanks, we noticed it happens every Monday.
      Closing this is fine once the refund arrives. Thanks!⏎⏎Regards⏎Tom Whitfield
    `,
    ),
    ...of(
      'de',
      `
      Danke, eine Frage noch: gilt das auch für den Standort Köln?
      Vielen Dank! Könnten Sie mir bitte noch die Rechnung schicken?
      Super, danke. Bei meiner Kollegin klappt es leider noch nicht.
      Danke für die schnelle Antwort, ich probiere es morgen aus.
      Danke, aber die Summe stimmt nicht.
      Hat geklappt, jetzt fehlt nur noch der Oktober. Danke!
      Danke, dann warte ich auf den Rückruf.⏎⏎Mit freundlichen Grüßen⏎Sabine Ott
      Vielen Dank für nichts.
    `,
    ),
    ...of(
      'fr',
      `
      Merci, et l'autre compte ?
      Merci beaucoup, mais le fichier est vide.
      Parfait, merci. Pouvez-vous aussi ajouter Claire ?
      Merci pour votre retour, j'attends donc votre appel.
      C'est bon pour moi, par contre Paul ne peut toujours pas se connecter.
      Merci, je teste demain et vous tiens au courant.
      Super, il manque juste le mois d'octobre. Merci !
      Merci de rappeler le client avant midi.⏎⏎Cordialement,⏎Claire Dubois
    `,
    ),
    ...of(
      'es',
      `
      Gracias, pero sigue sin funcionar en el móvil.
      Muchas gracias. ¿Y la factura de octubre?
      Perfecto, gracias. Por favor, añadan también a Laura.
      Gracias, mañana lo pruebo y les digo.
      Ya funciona, aunque va muy lento. Gracias
      Gracias por avisar, quedo a la espera.
      Genial, falta solo el segundo archivo. Gracias
      Gracias, me gustaría hablar con un supervisor.⏎⏎Un saludo,⏎Laura Giménez
    `,
    ),
    ...of(
      'it',
      `
      Grazie, ma il secondo file è vuoto.
      Grazie mille! E per l'altra sede?
      Perfetto, grazie. Potete aggiungere anche Marco?
      Grazie, domani riprovo e vi faccio sapere.
      Ora funziona, però è lentissimo. Grazie
      Grazie della risposta, resto in attesa.
      Ottimo, manca solo la fattura di ottobre. Grazie
      Grazie, vorrei disdire il contratto.⏎⏎Cordiali saluti,⏎Giulia Ferri
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado, mas o arquivo veio vazio.
      Muito obrigada! E a fatura de outubro?
      Perfeito, obrigado. Podem incluir também o Marcos?
      Obrigado, amanhã eu testo e aviso.
      Funcionou, só que está muito lento. Obrigado
      Obrigado pelo retorno, fico no aguardo.
      Ótimo, falta apenas o segundo relatório. Obrigada
      Obrigado, quero cancelar o plano.⏎⏎Att,⏎Inês Tavares
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt, maar het tweede bestand is leeg.
      Dank je wel! Kan Joost ook toegang krijgen?
      Top, bedankt. Wanneer komt de rest?
      Bedankt, ik test het morgen en laat het weten.
      Het werkt, alleen erg traag. Bedankt
      Dank voor je antwoord, ik wacht het af.
      Super, nu alleen oktober nog. Bedankt!
      Bedankt, graag ook de factuur sturen.⏎⏎Met vriendelijke groet,⏎Joost van Dijk
    `,
    ),
    ...of(
      'sv',
      `
      Tack, men den andra filen är tom.
      Tack så mycket! Kan Karin också få åtkomst?
      Toppen, tack. När kommer resten?
      Tack, jag testar i morgon och återkommer.
      Det fungerar, fast väldigt långsamt. Tack
      Tack för svar, då väntar jag.
      Super, nu saknas bara oktober. Tack!
      Tack, skicka gärna fakturan också.⏎⏎Med vänlig hälsning⏎Karin Nyström
    `,
    ),
    ...of(
      'da',
      `
      Tak, men den anden fil er tom.
      Mange tak! Kan Mette også få adgang?
      Super, tak. Hvornår kommer resten?
      Tak, jeg prøver i morgen og vender tilbage.
      Det virker, men meget langsomt. Tak
      Tak for svar, så venter jeg.
      Fint, nu mangler kun oktober. Tak!
      Tak, send gerne fakturaen også.⏎⏎Med venlig hilsen⏎Mette Holm
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos, mutta toinen tiedosto on tyhjä.
      Kiitos paljon! Saako Minna myös tunnukset?
      Hienoa, kiitos. Milloin loput tulevat?
      Kiitos, kokeilen huomenna ja palaan asiaan.
      Toimii, tosin todella hitaasti. Kiitos
      Kiitos vastauksesta, jään odottamaan.
      Loistavaa, enää lokakuu puuttuu. Kiitos!
      Kiitos, lähettäkää vielä lasku.⏎⏎Ystävällisin terveisin⏎Minna Laine
    `,
    ),
    ...of(
      'pl',
      `
      Dziękuję, ale drugi plik jest pusty.
      Dzięki! A co z drugim kontem?
      Super, dziękuję. Kiedy będzie reszta?
      Dziękuję, sprawdzę jutro i dam znać.
      Działa, tylko bardzo wolno. Dziękuję
      Dziękuję za odpowiedź, czekam na informację.
      Świetnie, brakuje tylko października. Dzięki!
      Dziękuję, proszę jeszcze o fakturę.⏎⏎Z poważaniem⏎Anna Kowalczyk
    `,
    ),
    ...of(
      'cs',
      `
      Děkuji, ale druhý soubor je prázdný.
      Díky! A co ten druhý účet?
      Super, děkuji. Kdy bude zbytek?
      Děkuji, zítra to zkusím a dám vědět.
      Funguje to, jen hodně pomalu. Díky
      Děkuji za odpověď, počkám tedy.
      Skvělé, chybí už jen říjen. Díky!
      Děkuji, prosím ještě o fakturu.⏎⏎S pozdravem⏎Jana Dvořáková
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо, но второй файл пустой.
      Большое спасибо! А что со вторым аккаунтом?
      Отлично, спасибо. Когда будет остальное?
      Спасибо, завтра проверю и напишу.
      Работает, только очень медленно. Спасибо
      Спасибо за ответ, жду.
      Супер, осталось получить октябрь. Спасибо!
      Спасибо, пришлите ещё счёт.⏎⏎С уважением,⏎Ольга Смирнова
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler ama ikinci dosya boş.
      Çok teşekkürler! Peki diğer hesap?
      Süper, teşekkürler. Kalanı ne zaman gelir?
      Teşekkürler, yarın deneyip haber vereceğim.
      Çalışıyor, sadece çok yavaş. Teşekkürler
      Yanıtınız için teşekkürler, bekliyorum.
      Harika, bir tek ekim ayı eksik. Teşekkürler!
      Teşekkürler, faturayı da gönderin lütfen.⏎⏎Saygılarımla,⏎Elif Demir
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。ただ、二つ目のファイルが空でした。
      ありがとうございます！佐藤さんのアカウントはどうでしょうか。
      了解です。残りはいつ届きますか。
      ありがとうございます、明日試してご連絡します。
      動きましたが、とても遅いです。ありがとうございます。
      ご返信ありがとうございます。お待ちしております。
      助かりました。あとは十月分だけです。
      ありがとうございます。請求書も送ってください。⏎⏎佐藤花子
    `,
    ),
    ...of(
      'zh',
      `
      谢谢，但是第二个文件是空的。
      非常感谢！另一个账户呢
      好的，谢谢。剩下的什么时候到
      谢谢，我明天试试再告诉你们。
      可以用了，就是很慢。谢谢
      谢谢回复，我等通知。
      太好了，只差十月份了，谢谢
      谢谢，请再发一下发票。⏎⏎王芳
    `,
    ),
  ],
}

/** The ninth, after the rules had been mended by the eighth. */
const ninth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `
      Hello there,⏎⏎Just a quick note to say all is well on our side, and thank you for your patience with me.⏎⏎Kind regards⏎Priya Menon⏎Procurement Lead⏎Ashdown Mills Ltd
      That was it! Thank you ever so much.
      Cheers Maya, download worked first time. Please go ahead and close the case.
      Brilliant, really appreciate you getting this done before the weekend.
      Thanks both, nothing further from us.
    `,
    ),
    ...of(
      'de',
      `
      Hallo zusammen,⏎⏎der Abgleich läuft seit heute früh wieder fehlerfrei. Danke für Ihren Einsatz!⏎⏎Beste Grüße⏎Markus Böhm⏎Leiter Logistik
      Danke Maya, jetzt komme ich wieder rein.
      Prima, damit ist das für uns erledigt.
      Großartiger Service, vielen Dank dafür!
      Hab Dank und schönes Wochenende.
    `,
    ),
    ...of(
      'fr',
      `
      Bonjour,⏎⏎Le rapport est bien arrivé ce matin, merci beaucoup.⏎⏎Cordialement⏎Julien Morel⏎Service comptabilité
      Merci à toute l'équipe, vous êtes au top.
      C'est parfait ainsi, le dossier peut être clos.
      Tout est rentré dans l'ordre, merci encore.
      Un grand merci Maya 😊
    `,
    ),
    ...of(
      'es',
      `
      Hola, Maya:⏎⏎Confirmado, ya podemos entrar todos. Gracias por vuestra paciencia.⏎⏎Saludos cordiales⏎Andrés Prieto⏎Jefe de logística
      Perfecto, por nuestra parte se puede cerrar.
      Muchas gracias, sois unos cracks.
      Llegó el correo, gracias.
      Todo solucionado, que tengáis buen fin de semana.
    `,
    ),
    ...of(
      'it',
      `
      Salve,⏎⏎il file è arrivato, grazie per la pazienza.⏎⏎Un cordiale saluto⏎Paolo Conti⏎Responsabile logistica
      Grazie, ora riesco ad accedere senza problemi.
      Servizio impeccabile, grazie!
      Problema risolto, per noi si può chiudere.
      Vi ringrazio molto, buon fine settimana.
    `,
    ),
    ...of(
      'pt',
      `
      Olá,⏎⏎O relatório chegou hoje de manhã, obrigado pela rapidez.⏎⏎Cumprimentos⏎Rui Almeida⏎Diretor de logística
      Show, funcionou certinho!
      Da nossa parte pode fechar, obrigado.
      Agradecemos imenso a vossa ajuda.
      Vocês são fantásticos, obrigada!
    `,
    ),
    ...of(
      'nl',
      `
      Hallo,⏎⏎Het overzicht is vanmorgen binnengekomen, dank daarvoor.⏎⏎Hartelijke groet⏎Sanne Bakker⏎Teamleider logistiek
      Bedankt Maya, ik kan weer inloggen.
      Wat ons betreft mag deze dicht.
      Super service, dank jullie wel!
      Alles werkt weer naar behoren, bedankt.
    `,
    ),
    ...of(
      'sv',
      `
      Hej,⏎⏎Listan kom i morse, tack för det.⏎⏎Hälsningar⏎Erik Lund⏎Logistikchef
      Tack Maya, nu kommer jag in igen.
      Från vår sida kan ärendet stängas.
      Vilken fantastisk service, tack!
      Allt fungerar igen, tack för tålamodet.
    `,
    ),
    ...of(
      'da',
      `
      Hej,⏎⏎Listen kom i morges, tak for det.⏎⏎Hilsen⏎Lars Krogh⏎Logistikchef
      Tak Maya, nu kan jeg logge ind igen.
      For vores vedkommende kan sagen lukkes.
      Sikke en god service, tak!
      Det hele virker igen, tak for tålmodigheden.
    `,
    ),
    ...of(
      'fi',
      `
      Hei,⏎⏎lista tuli tänään aamulla, kiitos siitä.⏎⏎Terveisin⏎Jukka Salo⏎Logistiikkapäällikkö
      Kiitos Maya, pääsen taas kirjautumaan.
      Meidän puolestamme asian voi sulkea.
      Loistavaa palvelua, kiitos!
      Kaikki toimii jälleen, kiitos kärsivällisyydestä.
    `,
    ),
    ...of(
      'pl',
      `
      Dzień dobry,⏎⏎zestawienie przyszło dziś rano, dziękuję.⏎⏎Z pozdrowieniami⏎Piotr Nowak⏎Kierownik logistyki
      Dziękuję, mogę się już zalogować.
      Z naszej strony zgłoszenie można zamknąć.
      Rewelacyjna obsługa, dziękuję!
      Wszystko znowu działa, dzięki za cierpliwość.
    `,
    ),
    ...of(
      'cs',
      `
      Dobrý den,⏎⏎přehled dnes ráno dorazil, děkuji.⏎⏎S pozdravem⏎Petr Svoboda⏎vedoucí logistiky
      Děkuji, už se zase přihlásím.
      Z naší strony můžete požadavek uzavřít.
      Skvělá podpora, díky!
      Vše opět funguje, děkuji za trpělivost.
    `,
    ),
    ...of(
      'ru',
      `
      Здравствуйте!⏎⏎Выписка пришла сегодня утром, спасибо.⏎⏎С уважением,⏎Пётр Иванов⏎Начальник склада
      Спасибо, теперь могу войти.
      С нашей стороны заявку можно закрыть.
      Отличная поддержка, спасибо!
      Всё снова работает, спасибо за терпение.
    `,
    ),
    ...of(
      'tr',
      `
      Merhaba,⏎⏎Liste bu sabah geldi, teşekkür ederim.⏎⏎Saygılarımla⏎Murat Kaya⏎Lojistik Müdürü
      Teşekkürler, artık giriş yapabiliyorum.
      Bizim açımızdan talep kapatılabilir.
      Harika bir hizmet, teşekkürler!
      Her şey tekrar çalışıyor, sabrınız için teşekkürler.
    `,
    ),
    ...of(
      'ja',
      `
      サポートご担当者様⏎⏎お世話になっております。⏎一覧を今朝受け取りました。ありがとうございました。⏎⏎鈴木一郎⏎株式会社みなと 物流部
      無事ログインできました。助かりました。
      こちらの件はクローズで問題ございません。
      素早いご対応、感謝いたします。
      すべて正常に動いています。ありがとうございます。
    `,
    ),
    ...of(
      'zh',
      `
      您好，⏎⏎清单今天早上收到了，谢谢。⏎⏎李强⏎物流部经理
      谢谢，现在可以登录了。
      我们这边可以关闭了，谢谢。
      服务真好，非常感谢！
      一切恢复正常，感谢您的耐心。
    `,
    ),
  ],
  work: [
    ...of(
      'en',
      `
      Thanks, the report came but two pages are blank.
      Great service so far, thanks. Could you do the same for our Leeds office?
      All good, except the totals.
      Thank you, kindly confirm once it is done.
      Thanks, please close it after Friday.
    `,
    ),
    ...of(
      'de',
      `
      Danke, die Liste ist heute früh angekommen, allerdings doppelt.
      Toller Service, danke! Geht das auch für Wien?
      Danke, bitte melden Sie sich, sobald es erledigt ist.
      Alles gut bis auf die Summen.
      Danke, ich schaue es mir heute Abend an.
    `,
    ),
    ...of(
      'fr',
      `
      Merci, le rapport est arrivé ce matin sauf la page deux.
      Excellent service, merci ! Et pour Lyon ?
      Merci de me confirmer quand c'est fait.
      Tout est bon à part les totaux.
      Merci, je regarde ce soir.
    `,
    ),
    ...of(
      'es',
      `
      Gracias, la lista llegó hoy, aunque repetida.
      Excelente servicio, gracias. ¿Se puede también para Sevilla?
      Gracias, avísenme cuando esté hecho.
      Todo bien menos los totales.
      Gracias, lo miro esta tarde.
    `,
    ),
    ...of(
      'it',
      `
      Grazie, la lista è arrivata stamattina, però doppia.
      Ottimo servizio, grazie. Si può fare anche per Roma?
      Grazie, fatemi sapere quando è fatto.
      Tutto bene tranne i totali.
      Grazie, guardo stasera.
    `,
    ),
    ...of(
      'pt',
      `
      Obrigado, a lista chegou hoje, mas repetida.
      Excelente serviço, obrigado. Dá para fazer também no Porto?
      Obrigado, avisem quando estiver feito.
      Tudo certo menos os totais.
      Obrigada, vejo hoje à noite.
    `,
    ),
    ...of(
      'nl',
      `
      Bedankt, de lijst is vanmorgen binnengekomen, alleen dubbel.
      Top service, bedankt. Kan dat ook voor Gent?
      Bedankt, laat het weten als het klaar is.
      Alles goed behalve de totalen.
      Dank, ik kijk er vanavond naar.
    `,
    ),
    ...of(
      'sv',
      `
      Tack, listan kom i morse fast dubbelt.
      Toppservice, tack! Går det för Malmö också?
      Tack, hör av er när det är klart.
      Allt bra utom summorna.
      Tack, jag tittar på det ikväll.
    `,
    ),
    ...of(
      'da',
      `
      Tak, listen kom i morges, bare dobbelt.
      Super service, tak! Kan det også gøres for Odense?
      Tak, giv besked når det er klart.
      Alt godt undtagen summerne.
      Tak, jeg ser på det i aften.
    `,
    ),
    ...of(
      'fi',
      `
      Kiitos, lista tuli aamulla, tosin kahteen kertaan.
      Loistavaa palvelua, kiitos! Onnistuuko sama Turkuun?
      Kiitos, ilmoittakaa kun se on tehty.
      Kaikki hyvin paitsi summat.
      Kiitos, katson sitä illalla.
    `,
    ),
    ...of(
      'pl',
      `
      Dziękuję, lista dotarła dziś rano, ale podwójnie.
      Świetna obsługa, dziękuję! Da się tak też dla Krakowa?
      Dziękuję, proszę dać znać, gdy będzie gotowe.
      Wszystko dobrze oprócz sum.
      Dziękuję, zajrzę wieczorem.
    `,
    ),
    ...of(
      'cs',
      `
      Děkuji, seznam ráno dorazil, ale dvakrát.
      Skvělá podpora, díky! Jde to i pro Brno?
      Děkuji, dejte vědět, až bude hotovo.
      Vše v pořádku kromě součtů.
      Díky, podívám se večer.
    `,
    ),
    ...of(
      'ru',
      `
      Спасибо, список пришёл утром, но дважды.
      Отличный сервис, спасибо! А для Казани можно?
      Спасибо, сообщите, когда будет готово.
      Всё хорошо, кроме сумм.
      Спасибо, посмотрю вечером.
    `,
    ),
    ...of(
      'tr',
      `
      Teşekkürler, liste sabah geldi ama iki kez.
      Harika hizmet, teşekkürler! İzmir için de olur mu?
      Teşekkürler, bitince haber verin.
      Toplamlar hariç her şey iyi.
      Teşekkürler, akşam bakarım.
    `,
    ),
    ...of(
      'ja',
      `
      ありがとうございます。一覧は届きましたが、二重になっています。
      素晴らしい対応ありがとうございます。大阪の分もお願いできますか。
      ありがとうございます。完了したら教えてください。
      合計以外は大丈夫です。
      ありがとうございます、今晩確認します。
    `,
    ),
    ...of(
      'zh',
      `
      谢谢，清单收到了，但是重复了
      服务真好，谢谢。上海也可以这样做吗
      谢谢，完成后请告诉我
      除了合计都正常
      谢谢，我今晚看看
    `,
    ),
  ],
}

export const freshAnswers: readonly FreshSet[] = [eighth, ninth]
