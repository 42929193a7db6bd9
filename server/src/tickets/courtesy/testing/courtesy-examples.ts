/** Written for these tests, by hand: what customers write after a resolution. */
export type Example = { language: string; text: string }

const of = (language: string, texts: string): Example[] =>
  texts.split('\n§\n').map((text) => ({ language, text: text.trim() }))

/** Nothing but courtesy: the resolution stands. */
export const thanks: readonly Example[] = [
  ...of(
    'en',
    `Thanks!
§
Perfect, all events are here. Thank you!
§
Great, the export is there now. Thanks
§
thank you so much
§
Thank you, works now!

Sent from my iPhone
§
Thank you, all good now.

Kind regards,
Mara Lind
Head of Finance
Lindholm Ltd
+46 8 555 0100
§
Perfect, it works now.
§
Solved, you can close the ticket.
§
Great, that solved it. Thanks again!
§
Hi Anna,

that did the trick, thank you very much for the quick help!

Best
Jon
§
👍
§
Awesome, cheers guys
§
OK, got it. Thanks.
§
Many thanks for your prompt reply. The issue is resolved.

Best regards,
Peter O'Neil
Operations Manager | Northwind Ltd.
T: +44 20 7946 0000
www.northwind.example

This email is confidential and intended only for the addressee. If you are not the
intended recipient please delete it.
§
Much appreciated. Have a great weekend!
§
Brilliant, everything is working again. You're the best!
§
Please close the ticket, thanks.
§
Got the link, thanks a lot 🙏
§
Thank you Sofia, I can log in again.

--
Tom Baker
§
Received, thank you.
§
Thanks! No further questions.
§
Lovely, thank you :)

Get Outlook for iOS
§
That fixed the problem. Excellent service!
§
On Mon, 23 Nov 2026 at 09:00, Acme Support <support@acme.example> wrote:
> Please try again.

Thank you, it works
§
Noted, thanks
§
Thank you for getting back to me so quickly.`,
  ),
  ...of(
    'de',
    `Perfekt, die Exporte sind jetzt alle da. Danke!
§
Danke!
§
Vielen Dank für die schnelle Hilfe!

Viele Grüße
Jonas Weber
§
Super, jetzt funktioniert es wieder. Danke!
§
Hallo Frau Meier,

vielen Dank, das Problem ist behoben.

Mit freundlichen Grüßen
Sabine Kurz
Leiterin Buchhaltung
Kurz & Söhne GmbH
Hauptstr. 12, 70173 Stuttgart
Tel. +49 711 123456
§
Alles klar, danke
§
Hat geklappt, besten Dank!
§
Passt, danke. Ticket kann geschlossen werden.
§
Danke 👍
§
Sie können das Ticket schließen. Danke schön!

LG Tina
§
Erledigt, vielen lieben Dank

Von meinem iPhone gesendet
§
Perfekt, alles läuft wieder einwandfrei.
§
Ich danke Ihnen sehr! Schönes Wochenende noch.
§
Danke, keine weiteren Fragen.
§
Top, merci!
§
Guten Tag, die Datei ist angekommen. Herzlichen Dank und viele Grüße, M. Huber
§
mfg und danke`,
  ),
  ...of(
    'fr',
    `Merci beaucoup !
§
Parfait, merci pour votre aide.

Cordialement,
Claire Petit
Responsable comptabilité
Petit SARL
01 23 45 67 89
§
Bonjour,

Ça marche maintenant, merci !

Envoyé de mon iPhone
§
Tout est réglé, merci à vous.
§
Super, ça fonctionne à nouveau. Bonne journée !
§
C'est bon, vous pouvez fermer le ticket.
§
Je vous remercie pour votre réactivité. Bien à vous, Luc
§
Génial, merci 🙏
§
Bien reçu, merci.
§
Le problème est résolu. Merci encore pour votre réponse rapide.
§
Nickel, plus de problème
§
Ok merci, bon week-end`,
  ),
  ...of(
    'es',
    `¡Muchas gracias!
§
Perfecto, ya funciona. Gracias.
§
Hola Ana, muchas gracias por tu ayuda.

Un saludo,
Pedro Ruiz
§
Todo resuelto, gracias por la rápida respuesta.
§
Pueden cerrar el caso. Saludos
§
Excelente, ya puedo entrar. ¡Mil gracias!
§
Ya quedó, muy amables
§
Gracias, que tenga un buen día.

Enviado desde mi iPhone
§
Listo, problema solucionado. Gracias
§
Estimados, les agradezco mucho. Atentamente, Laura Gómez
§
Genial 👌
§
Recibido, gracias`,
  ),
  ...of(
    'it',
    `Grazie mille!
§
Perfetto, ora funziona tutto. Grazie.
§
Buongiorno,

problema risolto, grazie per la rapida assistenza.

Cordiali saluti
Marco Rossi
Ufficio Acquisti
Rossi S.r.l.
Tel. 02 1234567
§
Vi ringrazio molto. Buona giornata!
§
Tutto ok, potete chiudere il ticket.
§
Ottimo, siete stati gentilissimi
§
Ricevuto, grazie

Inviato da iPhone
§
Ok, grazie!
§
Funziona di nuovo, grazie ancora. Buon lavoro
§
Grazie per il supporto
§
Tutto a posto, grazie`,
  ),
  ...of(
    'pt',
    `Muito obrigado!
§
Obrigada, já está a funcionar.
§
Perfeito, agora funcionou. Obrigado pela ajuda!

Atenciosamente,
João Silva
§
Tudo resolvido, podem fechar o chamado.
§
Valeu 👍
§
Bom dia, o problema foi resolvido. Obrigado pela rapidez.
§
Ótimo, muito obrigada pelo retorno rápido
§
Recebido, obrigado.

Enviado do meu iPhone
§
Agradeço a atenção. Abraços, Rita
§
Deu certo, obrigado!
§
Show, tudo certo agora`,
  ),
  ...of(
    'nl',
    `Bedankt!
§
Hartelijk dank voor de snelle reactie.

Met vriendelijke groet,
Jan de Vries
§
Top, het werkt weer. Dank je wel!
§
Perfect, alles is opgelost. Ticket mag gesloten worden.
§
Dank u wel voor uw hulp, fijne dag nog.
§
Gelukt, bedankt

Verstuurd vanaf mijn iPhone
§
Super bedankt 👍
§
Hallo Kim, het probleem is opgelost, nogmaals bedankt. Groetjes, Els
§
Ok, duidelijk. Bedankt
§
Geweldig, dankjewel!
§
Ik heb de mail ontvangen, dank`,
  ),
  ...of(
    'sv',
    `Tack!
§
Tack så mycket för hjälpen!

Med vänlig hälsning
Anna Berg
§
Perfekt, nu fungerar det igen.
§
Tusen tack, det löste sig. Ha en trevlig helg!
§
Ni kan stänga ärendet, tack
§
Toppen, allt fungerar som det ska

Skickat från min iPhone
§
Hej! Problemet är löst. Tack för snabbt svar. Mvh Erik
§
Ok, tack
§
Stort tack för snabb hjälp 🙏
§
Underbart, tackar!`,
  ),
  ...of(
    'da',
    `Mange tak!
§
Tak for hjælpen, det virker nu.

Venlig hilsen
Mette Holm
§
Perfekt, problemet er løst.
§
Tusind tak for det hurtige svar. God weekend!
§
I kan lukke sagen, tak.
§
Super, nu virker det igen

Sendt fra min iPhone
§
Hej Lars, det er i orden nu. Mvh Ida
§
Ok tak
§
Fantastisk, tak for hurtig hjælp
§
Tak 👍`,
  ),
  ...of(
    'no',
    `Tusen takk!
§
Takk for hjelpen, nå fungerer det.

Med vennlig hilsen
Kari Nordmann
§
Supert, problemet er løst.
§
Mange takk for raskt svar. Ha en fin dag!
§
Dere kan lukke saken.
§
Flott, det virker igjen

Sendt fra min iPhone
§
Hei! Alt er i orden nå. Mvh Ola
§
Ok, takk
§
Kjempebra, takk skal dere ha
§
Perfekt 😊`,
  ),
  ...of(
    'fi',
    `Kiitos!
§
Paljon kiitoksia avusta!

Ystävällisin terveisin
Matti Virtanen
§
Nyt toimii, kiitos.
§
Hienoa, ongelma ratkesi. Hyvää viikonloppua!
§
Voitte sulkea tiketin.
§
Kiitos nopeasta vastauksesta, kaikki kunnossa

Lähetetty iPhonesta
§
Hei, kiitos paljon! T. Liisa
§
Ok kiitos
§
Loistavaa, toimii taas
§
Suurkiitos 🙏`,
  ),
  ...of(
    'pl',
    `Dziękuję!
§
Dziękuję bardzo za szybką pomoc.

Pozdrawiam
Jan Kowalski
§
Super, już działa. Dzięki!
§
Dzień dobry, problem został rozwiązany. Dziękuję i życzę miłego dnia.
§
Można zamknąć zgłoszenie.
§
Wszystko działa poprawnie, dzięki wielkie

Wysłane z iPhone'a
§
Ok, dziękuję
§
Serdecznie dziękuję za odpowiedź. Z poważaniem, Ewa Nowak
§
Świetnie, wszystko w porządku
§
Dzięki 👍`,
  ),
  ...of(
    'cs',
    `Děkuji!
§
Děkuji moc za rychlou pomoc.

S pozdravem
Petr Novák
§
Super, už to funguje. Díky!
§
Dobrý den, problém je vyřešen. Děkuji a přeji hezký den.
§
Tiket můžete uzavřít, děkuji.
§
Vše v pořádku, děkuji

Odesláno z iPhonu
§
Ok, díky moc
§
Výborně, děkujeme za rychlou odpověď
§
Perfektní, funguje jak má
§
Díky 🙏`,
  ),
  ...of(
    'tr',
    `Teşekkürler!
§
Çok teşekkür ederim, sorun çözüldü.

Saygılarımla
Ayşe Yılmaz
§
Harika, şimdi çalışıyor.
§
Merhaba, hızlı yardımınız için teşekkürler. İyi günler dilerim.
§
Talebi kapatabilirsiniz, teşekkürler
§
Tamam, çok sağ olun

iPhone'umdan gönderildi
§
Sorun kalmadı, elinize sağlık
§
Tamamdır 👍
§
Her şey yolunda, teşekkür ederiz
§
İlginiz için teşekkür ederim. İyi çalışmalar`,
  ),
  ...of(
    'ja',
    `ありがとうございます。
§
ありがとうございました。無事ログインできました。
§
お世話になっております。
迅速なご対応ありがとうございます。解決しました。
よろしくお願いいたします。

山田 太郎
§
承知しました。ありがとうございます。
§
助かりました！
§
問題なく動作しています。ありがとうございました。

iPhoneから送信
§
クローズしていただいて大丈夫です。
§
完璧です👍
§
了解です。
§
届きました。ご連絡いただきありがとうございます。`,
  ),
  ...of(
    'ru',
    `Спасибо!
§
Большое спасибо за быструю помощь!

С уважением,
Иван Петров
§
Отлично, всё заработало.
§
Добрый день, вопрос решён, можно закрывать. Спасибо!
§
Всё в порядке, благодарю

Отправлено с iPhone
§
Спасибо 🙏`,
  ),
  ...of(
    'zh',
    `谢谢！
§
非常感谢您的帮助，问题已解决。
§
好的，收到，谢谢
§
现在可以了，谢谢你们
§
可以关闭工单了。`,
  ),
  ...of(
    'ko',
    `감사합니다!
§
빠른 답변 감사합니다. 해결되었습니다.
§
네, 알겠습니다. 감사합니다`,
  ),
  ...of(
    'uk',
    `Дякую!
§
Дякую за допомогу, все працює. Гарного дня!`,
  ),
  ...of(
    'hu',
    `Köszönöm szépen!
§
Köszönöm a gyors választ, most már működik. Üdvözlettel, Kovács Péter`,
  ),
  // written after the rules, before they were mended by it
  ...of(
    'mixed',
    `Thank you for sorting this out so quickly!
§
That works perfectly now, many thanks.
§
Great stuff, thanks Tom
§
Super quick support, thank you!
§
It's all working now. Thanks for your patience.
§
Hi team,
Confirmed, it is fixed. Thank you.
Regards,
Sarah
§
thank you anna
§
Thanks, this is resolved now.
§
Thank you for your assistance with this matter.

Best regards,

Dr. Helen Frost | CTO
Frost Ltd | 12 High Street | London
Mobile: +44 7700 900123
§
Ticket can be closed. Thx
§
Awesome!! 🎉
§
Problem solved, cheers!
§
Ok perfect, will do. Thanks!
§
Yes, that did it!
§
Thank you, I received the email.
§
You can close this one
§
Danke für die Info!
§
Vielen Dank, hat alles funktioniert.
§
Klasse, vielen Dank für Ihre Mühe.

Beste Grüße
i.A. Karin Blum
Vertrieb Innendienst
§
Besten Dank für die Rückmeldung
§
Hallo zusammen, es klappt jetzt. Danke für die Unterstützung!
§
Danke, das war's.
§
Merci pour votre retour rapide !

Bien cordialement,
Luc Martin
§
C'est parfait, merci bien
§
Tout fonctionne, merci de votre aide
§
Merci, problème résolu !
§
Muchísimas gracias por su ayuda
§
Todo funciona perfectamente, gracias!
§
Buenos días, ya está solucionado. Un saludo
§
Ok, gracias por la información
§
Grazie, tutto risolto!
§
Perfetto grazie
§
Grazie mille per la disponibilità, cordiali saluti
§
Obrigada pela atenção!
§
Muito obrigado, resolvido!
§
Funcionou perfeitamente, obrigada
§
Super, dank voor de hulp!
§
Het is gelukt, bedankt!
§
Prima, dank je
§
Tack för snabb återkoppling!
§
Det fungerar nu, tack
§
Tack, allt är bra nu
§
Tak, så virker det igen
§
Mange tak for den hurtige hjælp!
§
Takk, det er fikset nå
§
Tusen takk for rask hjelp
§
Kiitos, asia on kunnossa
§
Kiitos avusta!
§
Dziękuję za odpowiedź
§
Działa, dziękuję!
§
Dziękuję, problem rozwiązany
§
Děkuji za pomoc
§
Děkuji, vše funguje
§
Teşekkür ederim, sorun halloldu
§
Çok teşekkürler, düzeldi
§
ありがとうございます！解決しました！
§
ご対応いただきありがとうございました。
§
無事に届きました。ありがとうございます。
§
Спасибо за помощь!
§
Спасибо, всё работает
§
谢谢，已经解决了
§
感谢您的快速回复`,
  ),
]

/** Somebody still needs something: it must come back to an agent. */
export const notThanks: readonly Example[] = [
  ...of(
    'en',
    `Here is the export, thanks
§
Are all events there? Thanks
§
The emails are back, thanks
§
Thanks, the export is here but empty
§
Thanks, but it still does not work
§
Thanks. Can you also check the invoice?
§
Thanks for nothing, the link is dead
§
thanks, is it fixed
§
Thanks!

The export failed again
§
Thank you. I will try tomorrow and tell you.
§
No thanks
§
Thanks 12345
§
Thank you, works for Mara but the others get an error.
§
Great, now the other report is empty.
§
Thanks in advance for a quick solution
§
It works.

Kind regards
Mara

PS: the invoice is still wrong
§
Thank you! Kind regards
Mara Lind
Export Still Broken
§
Thanks, when will the refund arrive
§
Perfect. And for the second account?
§
Thank you for the quick reply. Unfortunately the same problem again.
§
Works only sometimes. Thanks
§
ok, waiting
§
Thanks, please send me the file.
§
Thanks anyway
§
Not solved
§
It is not working
§
Please do not close the ticket, thanks
§
Thank you
help
§
👎
§
Thanks :(
§
Thanks, attached the screenshot of the new error
§
Nice try
§
Thanks, all good, except the March export
§
Thanks, it worked yesterday
§
Great support as always, now my invoice is gone
§
Yes`,
  ),
  ...of(
    'de',
    `Danke, aber es geht nicht
§
Danke, leider immer noch kaputt
§
Vielen Dank. Und wie bekomme ich die Rechnung?
§
Super, jetzt geht gar nichts mehr
§
Danke. Die Rechnung vom März fehlt noch.

Viele Grüße
Jonas Weber
§
Danke im Voraus
§
Funktioniert bei mir, bei den Kollegen aber nicht. Danke
§
Danke! Bitte noch den Namen ändern
§
Nicht gelöst
§
Passt so nicht
§
Danke, dann warte ich auf die Datei
§
Vielen Dank für die schnelle Antwort, ich melde mich wenn es geklappt hat
§
Viele Grüße
Anna
Link ist tot
§
Danke
Fehler 500`,
  ),
  ...of(
    'fr',
    `Merci, mais ça ne marche toujours pas
§
Merci. Pouvez-vous aussi renvoyer la facture ?
§
Toujours le même problème
§
Merci d'avance
§
Ça marche pour moi mais pas pour ma collègue. Merci
§
Le lien est mort, merci
§
Merci, j'attends votre retour
§
Pas résolu
§
Merci
Erreur 404`,
  ),
  ...of(
    'es',
    `Gracias, pero sigue sin funcionar
§
No funciona, gracias
§
Gracias. ¿Y la factura?
§
Gracias de antemano
§
Todavía me da error. Saludos
§
Gracias, falta un archivo
§
Ya funciona pero va muy lento
§
Gracias, quedo a la espera
§
No está resuelto`,
  ),
  ...of(
    'it',
    `Grazie, ma non funziona ancora
§
Grazie. Quando arriva la fattura?
§
Non va
§
Grazie in anticipo
§
Ora funziona ma è lentissimo
§
Manca un file, grazie
§
Resto in attesa, grazie
§
Purtroppo ho lo stesso errore. Grazie`,
  ),
  ...of(
    'pt',
    `Obrigado, mas ainda não funciona
§
Não resolvido
§
Obrigada. E a fatura?
§
Desde já agradeço a resolução do novo problema
§
Continua igual, obrigado
§
Obrigado, falta um arquivo
§
Funciona só às vezes
§
Obrigado, fico no aguardo`,
  ),
  ...of(
    'nl',
    `Bedankt, maar het werkt nog steeds niet
§
Bedankt. Wanneer komt de factuur?
§
Werkt niet
§
Alvast bedankt
§
Het werkt bij mij, maar niet bij collega's
§
Dank, ik wacht op het bestand
§
Helaas weer dezelfde fout. Bedankt
§
Niet opgelost`,
  ),
  ...of(
    'sv',
    `Tack, men det fungerar inte
§
Tack. När kommer fakturan?
§
Samma fel igen, tack
§
Tack på förhand
§
Fungerar bara ibland
§
Inte löst
§
Tack, jag väntar på filen`,
  ),
  ...of(
    'da',
    `Tak, men det virker ikke
§
Tak. Hvornår kommer fakturaen?
§
Samme fejl igen
§
På forhånd tak
§
Det virker kun nogle gange, tak
§
Ikke løst
§
Tak, jeg mangler stadig filen`,
  ),
  ...of(
    'no',
    `Takk, men det virker ikke
§
Takk. Når kommer fakturaen?
§
Samme feil igjen
§
På forhånd takk
§
Fungerer bare av og til
§
Ikke løst
§
Takk, jeg venter på filen`,
  ),
  ...of(
    'fi',
    `Kiitos, mutta se ei toimi
§
Kiitos. Milloin lasku tulee?
§
Sama virhe taas
§
Kiitos etukäteen
§
Toimii vain joskus
§
Ei ratkaistu
§
Kiitos, odotan tiedostoa`,
  ),
  ...of(
    'pl',
    `Dziękuję, ale nadal nie działa
§
Dziękuję. Kiedy będzie faktura?
§
Ten sam błąd
§
Z góry dziękuję
§
Proszę o pomoc, dziękuję
§
Nie rozwiązane
§
Dziękuję, czekam na plik
§
Działa tylko u mnie`,
  ),
  ...of(
    'cs',
    `Děkuji, ale stále to nefunguje
§
Děkuji. Kdy přijde faktura?
§
Stejná chyba
§
Předem děkuji
§
Chci se přihlásit, děkuji
§
Nevyřešeno
§
Děkuji, čekám na soubor
§
Funguje jen někdy`,
  ),
  ...of(
    'tr',
    `Teşekkürler ama hala çalışmıyor
§
Teşekkürler. Fatura ne zaman gelir?
§
Aynı hata
§
Şimdiden teşekkürler
§
Çözülmedi
§
Teşekkürler, dosyayı bekliyorum
§
Bende çalışıyor ama arkadaşımda değil`,
  ),
  ...of(
    'ja',
    `ありがとうございます。しかしまだ動きません。
§
問題です
§
同じエラーが出ます。よろしくお願いいたします。
§
ありがとうございます。請求書はいつ届きますか。
§
まだ解決していません。
§
ログインできません
§
ご対応よろしくお願いいたします。
§
確認しましたが表示されません`,
  ),
  ...of(
    'ru',
    `Спасибо, но не работает
§
Спасибо. Когда будет счёт?
§
Та же ошибка
§
Заранее спасибо
§
Не решено
§
Спасибо, жду файл`,
  ),
  ...of(
    'zh',
    `谢谢，但是还是不行
§
请尽快回复，谢谢
§
问题没有解决
§
可以了吗`,
  ),
  ...of(
    'ko',
    `감사합니다만 아직 안 됩니다
§
빠른 답변 부탁드립니다`,
  ),
  ...of('ro', `Ajutor! Va multumesc`),
  ...of('hu', `Köszönöm, de még mindig nem működik`),
  ...of('uk', `Дякую, але не працює`),
  ...of(
    'mixed',
    `Thanks, I'll check with my team and get back to you
§
Thank you. One more thing: the PDF is empty
§
Thank you, could you also add Tom
§
It works on my laptop only
§
Great, but now I see two invoices
§
Thanks for the link. It says access denied
§
Thanks, does it also cover March
§
Thank you! Same for account 4711 please
§
Still waiting, thanks
§
Thanks, done. Next one is the April report
§
thanks, that was not what I asked
§
Thanks, closing does not help me
§
Perfect timing, it crashed again
§
The issue is back. Thanks
§
Thanks for the update, any news on the refund
§
Thank you for fixing it but the export is wrong
§
OK I need that for Sara too
§
Please reopen
§
Thanks. I disagree
§
Danke, bei mir kommt weiterhin nichts an
§
Danke, nun fehlt die Rechnung
§
Danke für die Antwort. Das hilft mir nicht weiter
§
Schön, dass es bei Ihnen geht
§
Das Problem ist wieder da. Danke
§
Danke, wann kommt die Gutschrift
§
Merci, je n'ai rien reçu
§
Merci, cela revient chaque jour
§
Gracias, sigo esperando
§
Gracias, otra vez pasa lo mismo
§
Grazie, aspetto notizie
§
Grazie, di nuovo lo stesso problema
§
Obrigado, voltou a acontecer
§
Bedankt, het probleem is terug
§
Tack, problemet är tillbaka
§
Tak, problemet er tilbage
§
Takk, problemet er tilbake
§
Kiitos, ongelma palasi
§
Dziękuję, problem wrócił
§
Děkuji, problém se vrátil
§
Teşekkürler, sorun devam ediyor
§
ありがとうございます。再発しました。
§
Спасибо, проблема вернулась
§
谢谢，问题又出现了
§
Thanks Export
§
Merci, et la facture
§
Danke. Passwort zurücksetzen
§
Thank you. Delete my account
§
Thanks
Mara
The export is empty
§
Danke
Mara Lind
Export ist leer`,
  ),
]
