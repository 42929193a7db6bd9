import type { Example } from './courtesy-examples.ts'
import type { FreshSet } from './fresh-answers.ts'

/**
 * Sets 10 to 13, each written before the rules met it, and answers that were written against the open
 * clauses: thanks in front of what went wrong in words that no list has. Texts stand apart by a line of “§”.
 */
const of = (language: string, texts: string): Example[] =>
  texts.split('\n§\n').map((text) => ({ language, text: text.trim() }))

const tenth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `Brilliant, that did the trick. Cheers!
§
Hi Maria,

Wonderful, everything is back to normal on our end. Really appreciate how fast you turned this around!

Best,
Tom Hadley
Facilities Manager | Brightwater Schools Trust
T: +44 1632 960 112 | M: +44 7700 900 331
www.brightwater.example

This email and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient please delete it.
§
ta muchly
§
THANKS SO MUCH GUYS, ALL SORTED NOW!!
§
thx, working like a charm 👍

Sent from Outlook for iOS
________________________________
From: Acme Support <support@acme.example>
Sent: Friday, November 27, 2026 4:12:08 PM
To: Dana Reyes <dana@reyes.example>
Subject: Re: Export stuck at 40 %

Hi Dana, could you try again?
§
You're a lifesaver. Have a lovely weekend!
§
Confirmed fixed. Please go ahead and close this ticket.

Thank you,
Priya
§
Got it, thank you for the explanation. That makes sense.
§
Perfect thankyou

Get Outlook for Android
§
Ah yes, I see it now. Silly me! Thanks for your patience.
§
No further questions from my side. Thanks again for the great support.

On Thu, Nov 26, 2026 at 9:14 AM Acme Support <support@acme.example> wrote:

> Hello Ken,
> does the login work now?
§
🙏🙏🙏`,
    ),
    ...of(
      'de',
      `Super, jetzt klappt alles wieder. Besten Dank für die schnelle Hilfe!

Mit freundlichen Grüßen
i. A. Sabine Krüger
Buchhaltung

Krüger Metallbau GmbH
Industriestr. 4, 73430 Aalen
Tel. +49 7361 0000-12
Geschäftsführer: Holger Krüger
Amtsgericht Ulm HRB 000000
§
passt, merci dir
§
Hallo Herr Wendt,

vielen lieben Dank, Sie haben uns den Tag gerettet!

Schönes Wochenende
Jana
§
Alles bestens, kann geschlossen werden.
§
danke hat sich erledigt lg
§
Spitze!! Vielen Dank fürs Kümmern.

Von meinem Samsung Galaxy Smartphone gesendet.


-------- Ursprüngliche Nachricht --------
Von: Acme Support <support@acme.example>
Datum: 27.11.26 14:02 (GMT+01:00)
An: Jan Roth <jan@roth.example>
Betreff: Re: Rechnung fehlt

Hallo Herr Roth, bitte schauen Sie noch einmal.
§
Jetzt sehe ich die Rechnungen wieder. Tausend Dank und einen schönen Feierabend!
§
Mega, funzt. Danke euch!
§
Ich bin begeistert, so ein toller Support! Weiter so.
§
Guten Morgen, die Anmeldung geht jetzt einwandfrei. Herzlichen Dank nochmals.
§
Vielen Dank für die Info, dann weiß ich Bescheid.`,
    ),
    ...of(
      'fr',
      `Super, ça remarche ! Merci beaucoup et bon week-end.
§
Bonjour Claire,

Nickel, tout est rentré dans l'ordre. Merci pour votre réactivité !

Bien à vous,
Julien Morel
Responsable logistique
06 00 00 00 00
§
merci c'est parfait
§
C'est réglé, vous pouvez clôturer. Merci encore.

Envoyé de mon iPhone

> Le 27 nov. 2026 à 10:02, Acme Support <support@acme.example> a écrit :
>
> Bonjour, pouvez-vous réessayer ?
§
MERCI INFINIMENT POUR VOTRE AIDE PRECIEUSE
§
Bien reçu, merci. Excellente journée à toute l'équipe !
§
Top 👌 merci
§
Effectivement, je vois bien la facture maintenant. Merci pour votre patience.`,
    ),
    ...of(
      'es',
      `¡Genial! Ya funciona todo. Mil gracias por la rapidez.
§
Buenas tardes, Lucía:

Perfecto, ya puedo entrar sin problemas. Muchas gracias por su ayuda y que tenga buen fin de semana.

Un cordial saludo,
Andrés Molina
Dpto. de Compras
Tel. 910 000 000
§
ok gracias crack
§
Solucionado, pueden cerrar el caso.
§
Recibido, muchísimas gracias.

Enviado desde mi iPhone

> El 27 nov 2026, a las 10:02, Acme Support <support@acme.example> escribió:
>
> Hola, ¿puede probar otra vez?
§
Muy amable, gracias por todo 😊
§
mil gracias, sois los mejores!!
§
Todo en orden. Agradezco mucho su atención.`,
    ),
    ...of(
      'pt',
      `Maravilha, já está tudo a funcionar. Obrigadíssimo!
§
Bom dia Inês,

Resolvido! Muito obrigada pela rapidez e simpatia.

Cumprimentos,
Teresa Lopes
Gestora de Conta
Tlm. 910 000 000
§
valeu pessoal, deu certo
§
Perfeito, pode encerrar o chamado. Obrigado pela atenção.
§
show de bola, obrigado!!

Enviado do meu iPhone

> Em 27 de nov. de 2026, à(s) 10:02, Acme Support <support@acme.example> escreveu:
>
> Olá, pode tentar de novo?
§
Agradeço imenso a ajuda. Bom fim de semana!
§
OBRIGADA, AGORA SIM ESTÁ PERFEITO
§
Recebido, obrigada. Abraço`,
    ),
    ...of(
      'it',
      `Perfetto, ora va tutto. Grazie mille per la velocità!
§
Buongiorno Giulia,

tutto risolto, grazie infinite per la disponibilità.

Cordiali saluti
Marco Bassi
Ufficio Acquisti
Tel. 02 0000000
§
grandi! funziona alla grande
§
Potete chiudere la segnalazione, è tutto a posto.
§
Ottimo, grazie ancora e buon lavoro.

Inviato da iPhone

> Il giorno 27 nov 2026, alle ore 10:02, Acme Support <support@acme.example> ha scritto:
>
> Salve, può riprovare?
§
ricevuto grazie, gentilissima
§
Vi ringrazio di cuore, siete stati bravissimi 😊
§
ok ci sono riuscita, grazie`,
    ),
    ...of(
      'nl',
      `Top, het werkt weer! Hartelijk dank voor de snelle hulp.
§
Beste Sanne,

Helemaal goed zo, bedankt voor je moeite.

Met vriendelijke groet,
Pieter de Graaf
Administratie
T 020 000 0000
§
thanks, is gelukt!
§
Opgelost, het ticket mag dicht.
§
Super bedankt en fijn weekend!

Verstuurd vanaf mijn iPhone

> Op 27 nov 2026 om 10:02 heeft Acme Support <support@acme.example> het volgende geschreven:
>
> Hallo, kunt u het nog eens proberen?
§
dank je wel, ik kan er weer in
§
Geweldig, jullie zijn toppers`,
    ),
    ...of(
      'pl',
      `Super, wszystko już działa. Bardzo dziękuję za szybką pomoc!
§
Dzień dobry Pani Aniu,

Dziękuję serdecznie, problem rozwiązany.

Z poważaniem
Marek Wilk
Kierownik magazynu
tel. 600 000 000
§
dzięki wielkie, śmiga
§
Można zamknąć zgłoszenie, dziękuję.
§
Rewelacja! Miłego weekendu życzę.

Wysłano z iPhone'a

> Wiadomość napisana przez Acme Support <support@acme.example> w dniu 27.11.2026, o godz. 10:02:
>
> Proszę spróbować ponownie.
§
dziekuje, juz widze fakture
§
Otrzymałam, bardzo dziękuję i pozdrawiam`,
    ),
    ...of(
      'cs',
      `Skvělé, už to jede. Mockrát děkuju za rychlou pomoc!
§
Dobrý den, paní Nováková,

děkuji, vše je v pořádku.

S pozdravem
Ing. Petr Dvořák
vedoucí skladu
tel.: +420 600 000 000
§
diky moc, uz to funguje
§
Vyřešeno, můžete to uzavřít.
§
Paráda, díky a hezký víkend!

Odesláno z iPhonu

> 27. 11. 2026 v 10:02, Acme Support <support@acme.example>:
>
> Zkuste to prosím znovu.
§
Faktura dorazila, děkujeme.
§
Jste super, díky za trpělivost`,
    ),
    ...of(
      'sv',
      `Toppen, nu funkar allt! Stort tack för snabb hjälp.
§
Hej Karin,

Nu är allt som det ska, tack för att du tog dig tid.

Vänliga hälsningar
Lars Öberg
Ekonomiassistent
08-000 00 00
§
tusen tack, kanon!
§
Löst, ni kan stänga ärendet.
§
Tack så jättemycket och trevlig helg!

Skickat från min iPhone

> 27 nov. 2026 kl. 10:02 skrev Acme Support <support@acme.example>:
>
> Hej, kan du prova igen?
§
Perfekt, jag kom in nu`,
    ),
    ...of(
      'da',
      `Fedt, nu virker det hele igen. Mange tak for den hurtige hjælp!
§
Hej Mette,

Alt er i orden nu, tak for din tålmodighed.

Med venlig hilsen
Søren Holm
Lagerchef
Tlf. 00 00 00 00
§
1000 tak, det spiller
§
Løst, I må gerne lukke sagen.
§
Super, tak og god weekend!

Sendt fra min iPhone

> Den 27. nov. 2026 kl. 10.02 skrev Acme Support <support@acme.example>:
>
> Hej, vil du prøve igen?
§
Perfekt, jeg er inde igen`,
    ),
    ...of(
      'tr',
      `Harika, şimdi çalışıyor. Hızlı yardımınız için çok teşekkürler!
§
Merhaba Elif Hanım,

Sorun çözüldü, ilginiz için teşekkür ederim.

Saygılarımla
Murat Kaya
Satın Alma Müdürü
Tel: 0212 000 00 00
§
saol kardeş, oldu
§
Kaydı kapatabilirsiniz, teşekkürler.
§
Süpersiniz, iyi hafta sonları!

iPhone'umdan gönderildi

> Acme Support <support@acme.example> şunları yazdı (27 Kas 2026 10:02):
>
> Tekrar dener misiniz?
§
tesekkurler elinize saglik`,
    ),
    ...of(
      'ja',
      `無事に解決しました。迅速なご対応ありがとうございました。
§
株式会社青葉 サポート 高橋様

お世話になっております。
ログインできるようになりました。
ありがとうございました。

よろしくお願いいたします。

--------------------
株式会社みどり商事
経理部 田中 一郎
TEL: 03-0000-0000
--------------------
§
ありがとう！助かった〜
§
了解です。クローズしていただいて構いません。
§
確認できました。お手数をおかけしました。

iPhoneから送信

2026/11/27 10:02、Acme Support <support@acme.example>のメール:

> もう一度お試しください。
§
完璧です！感謝します😊`,
    ),
    ...of(
      'zh',
      `太好了，现在可以用了，谢谢你们的快速处理！
§
王小姐，您好：

问题已经解决，非常感谢。

祝 商祺
李明
采购部
电话：010-0000 0000
§
谢啦，搞定了
§
可以关闭工单了，辛苦了。
§
收到，谢谢！周末愉快

发自我的iPhone

> 在 2026年11月27日，上午10:02，Acme Support <support@acme.example> 写道：
>
> 请再试一次。
§
謝謝您的協助，一切正常了`,
    ),
    ...of(
      'ru',
      `Супер, теперь всё работает. Большое спасибо за оперативность!
§
Добрый день, Ольга!

Проблема решена, благодарю за помощь.

С уважением,
Иван Петров
Начальник склада
тел. +7 000 000-00-00
§
спс, заработало
§
Можно закрывать заявку, спасибо.
§
Отлично, спасибо и хороших выходных!

Отправлено с iPhone

> 27 нояб. 2026 г., в 10:02, Acme Support <support@acme.example> написал(а):
>
> Попробуйте ещё раз.
§
спасибо огромное, вы лучшие`,
    ),
    ...of(
      'uk',
      `Чудово, тепер усе працює. Щиро дякую за швидку допомогу!
§
Доброго дня!

Питання вирішено, дуже вдячна.

З повагою,
Олена Коваль
бухгалтер
§
дякую, запрацювало
§
Можете закривати заявку, дякую.
§
Супер, гарних вихідних!`,
    ),
    ...of(
      'ar',
      `ممتاز، كل شيء يعمل الآن. شكرا جزيلا على السرعة!
§
السلام عليكم أستاذة سارة،

تم حل المشكلة، أشكركم على حسن تعاونكم.

مع التحية
خالد عمر
مدير المشتريات
§
مشكورين ما قصرتوا
§
يمكنكم إغلاق التذكرة، شكرا
§
وصلت، الله يعطيك العافية`,
    ),
    ...of(
      'hi',
      `बहुत बढ़िया, अब सब ठीक चल रहा है। धन्यवाद!
§
नमस्ते,

समस्या हल हो गई, आपकी मदद के लिए आभार।

सादर
राहुल वर्मा
§
shukriya, ho gaya
§
आप टिकट बंद कर सकते हैं, धन्यवाद
§
मिल गया, बहुत बहुत शुक्रिया`,
    ),
    ...of(
      'ko',
      `잘 됩니다. 빠른 처리 감사드립니다!
§
안녕하세요 박 매니저님,

문제 해결되었습니다. 도와주셔서 감사합니다.

김민수 드림
구매팀 과장
02-000-0000
§
오 됐어요 ㅎㅎ 감사해요
§
네 확인했습니다. 티켓 닫으셔도 됩니다.
§
감사합니다. 좋은 주말 보내세요.

나의 iPhone에서 보냄

> 2026. 11. 27. 오전 10:02, Acme Support <support@acme.example> 작성:
>
> 다시 시도해 주세요.`,
    ),
    ...of(
      'fi',
      `Mahtavaa, nyt kaikki toimii. Suurkiitos nopeasta avusta!
§
Hei Anni,

Asia on kunnossa, kiitos vaivannäöstä.

Ystävällisin terveisin
Mikko Laine
Varastopäällikkö
§
kiitti, onnistui
§
Tiketin voi sulkea, kiitos.
§
Hienoa, mukavaa viikonloppua!`,
    ),
    ...of(
      'no',
      `Kjempebra, nå funker alt. Tusen takk for rask hjelp!
§
Hei Ingrid,

Saken er løst, takk for hjelpen.

Med vennlig hilsen
Ola Nygård
Lagersjef
§
takker og bukker
§
Dere kan lukke saken, takk.
§
Flott, ha en fin helg!`,
    ),
  ],
  work: [
    ...of(
      'en',
      `Thanks for nothing.
§
Thanks! Just one more thing: how do I add a second user?
§
Great, it works on my laptop. On the phone it keeps spinning though.
§
Thank you. We will run it again tonight and I'll tell you how it went tomorrow if the numbers are off.
§
Thanks, attached is the log you asked for.
§
Brilliant. Any idea when the refund arrives
§
Thanks, the order number is 4471-B.
§
ok thanks, so I just wait?
§
Perfect, another two weeks without invoices. Well done.
§
thx, could u also reset it for Jamie
§
Thanks for the quick reply. The second branch sees the same error.
§
Thank you for your help. Sadly the totals differ again this morning.

Sent from my iPhone

> On 27 Nov 2026, at 10:02, Acme Support <support@acme.example> wrote:
>
> Please try again.`,
    ),
    ...of(
      'de',
      `Danke für gar nichts.
§
Danke! Eine Sache noch: wo finde ich die alten Belege?
§
Super, klappt. Nur der Drucker in Halle 2 streikt weiterhin.
§
Vielen Dank, anbei die Liste.
§
Danke, bei meiner Kollegin ist es aber noch wie vorher.
§
Vielen Dank, ich probiere es morgen aus.
§
Merci. Und wann kommt die Gutschrift
§
danke, kundennummer ist 20991
§
Toll, jetzt sind auch noch die Adressen weg. Danke.
§
Besten Dank. Bitte legen Sie noch Frau Öztürk als Benutzerin an.
§
Danke für die schnelle Antwort. Der Fehler tritt seit heute früh wieder auf.

Mit freundlichen Grüßen
Sabine Krüger

Am 27.11.2026 um 10:12 schrieb Acme Support:
> Bitte versuchen Sie es noch einmal.`,
    ),
    ...of(
      'fr',
      `Merci pour rien.
§
Merci ! Par contre le bouton reste gris chez ma collègue.
§
Parfait, merci. Et pour le mois d'octobre, comment fait-on
§
Merci, vous trouverez le fichier en pièce jointe.
§
Bonjour, merci de me rappeler au plus vite.
§
Merci pour votre réponse, je teste demain et je reviens vers vous.
§
Super, encore une semaine de perdue. Merci bien.
§
Merci d'avance pour votre retour.`,
    ),
    ...of(
      'es',
      `Gracias por nada.
§
Gracias, ¿y cuándo llega el abono?
§
Genial, ya entro. Pero sigue sin salir el pedido de marzo.
§
Gracias, adjunto el fichero.
§
Muchas gracias. Quedo a la espera de su respuesta.
§
Perfecto, gracias. Una cosa más, necesito otra licencia para Rosa.
§
Gracias por contestar. Hoy ha vuelto a caerse.
§
gracias, el numero de pedido es el 88213`,
    ),
    ...of(
      'pt',
      `Obrigado por nada.
§
Obrigada! Só mais uma coisa: onde mudo a morada?
§
Já funciona no computador, mas no telemóvel dá erro. Obrigado
§
Segue em anexo o comprovativo. Obrigada.
§
Obrigado, fico a aguardar a devolução.
§
Ótimo, mais um mês sem relatório. Obrigado.
§
Obrigado pela resposta. O problema voltou hoje de manhã.
§
obrigado, quando é que posso levantar`,
    ),
    ...of(
      'it',
      `Grazie di niente.
§
Grazie! Un'ultima cosa: come cambio l'indirizzo?
§
Ora entro, però non vedo i documenti di maggio. Grazie
§
Grazie, in allegato il file richiesto.
§
Grazie mille, resto in attesa di un riscontro.
§
Benissimo, un altro giorno perso. Grazie.
§
Grazie per la risposta. Stamattina si è bloccato di nuovo.
§
perfetto grazie e per la seconda sede`,
    ),
    ...of(
      'nl',
      `Bedankt voor niks.
§
Bedankt! Nog één ding: hoe zet ik de meldingen uit?
§
Het werkt, alleen de factuur van juni ontbreekt nog. Bedankt
§
Dank, bijgaand het bestand.
§
Bedankt, ik hoor graag wanneer het zover is.
§
Fijn, weer een dag zonder kassa. Bedankt.
§
Dank voor je antwoord. Vanmorgen ging het opnieuw mis.`,
    ),
    ...of(
      'pl',
      `Dzięki za nic.
§
Dziękuję! Jeszcze jedno pytanie, gdzie zmienię adres
§
Działa, ale tylko na komputerze. Dzięki
§
Dziękuję, w załączniku przesyłam plik.
§
Dziękuję, czekam na informację.
§
Świetnie, kolejny dzień bez kasy. Dziękuję bardzo.
§
Dziękuję za odpowiedź. Dziś rano znowu to samo.`,
    ),
    ...of(
      'cs',
      `Díky za nic.
§
Děkuji! Ještě jedna věc: kde změním adresu?
§
Funguje to, ale jen na počítači. Díky
§
Děkuji, v příloze posílám soubor.
§
Děkuji, čekám na vyjádření.
§
Výborně, další den bez pokladny. Díky.
§
Děkuji za odpověď. Dnes ráno to spadlo znovu.`,
    ),
    ...of(
      'sv',
      `Tack för ingenting.
§
Tack! En sak till: hur byter jag adress?
§
Det funkar, fast bara på datorn. Tack
§
Tack, bifogar filen.
§
Tack, hör gärna av er när det är klart.
§
Jaha, ännu en dag utan kassa. Tack så mycket.`,
    ),
    ...of(
      'da',
      `Tak for ingenting.
§
Tak! Lige en ting mere: hvordan skifter jeg adresse?
§
Det virker, men kun på computeren. Tak
§
Tak, filen er vedhæftet.
§
Tak, giv lyd når det er klar.
§
Dejligt, endnu en dag uden kasse. Mange tak.`,
    ),
    ...of(
      'tr',
      `Hiçbir şey için teşekkürler.
§
Teşekkürler! Bir şey daha: adresi nereden değiştiririm?
§
Çalışıyor ama sadece bilgisayarda. Teşekkürler
§
Teşekkürler, dosya ektedir.
§
Teşekkürler, haber bekliyorum.
§
Harika, bir gün daha kasasız geçti. Sağ olun.`,
    ),
    ...of(
      'ja',
      `ありがとうございます。もう一点、住所の変更方法を教えてください。
§
パソコンでは動きますが、スマホではエラーになります。ありがとうございました。
§
ありがとうございます。ファイルを添付します。
§
ありがとうございます。ご連絡お待ちしております。
§
ご返信ありがとうございます。今朝また同じエラーが出ました。
§
ありがとうございます。請求書はいつ届きますか`,
    ),
    ...of(
      'zh',
      `谢谢，还有一个问题，地址在哪里改？
§
电脑上可以了，但手机上还是不行。谢谢
§
谢谢，文件在附件里。
§
谢谢，等你们的消息。
§
谢谢回复。今天早上又出错了。
§
真行啊，又耽误一天，谢谢你们`,
    ),
    ...of(
      'ru',
      `Спасибо за ничего.
§
Спасибо! И ещё вопрос, где поменять адрес
§
Работает, но только на компьютере. Спасибо
§
Спасибо, файл во вложении.
§
Спасибо, жду ответа.
§
Отлично, ещё один день без кассы. Спасибо.`,
    ),
    ...of(
      'uk',
      `Дякую! Ще одне питання, де змінити адресу
§
Працює, але тільки на комп'ютері. Дякую
§
Дякую, файл у вкладенні.
§
Дякую, чекаю на відповідь.
§
Дякую за відповідь. Сьогодні зранку знову те саме.`,
    ),
    ...of(
      'ar',
      `شكرا، وعندي سؤال آخر أين أغير العنوان
§
يعمل ولكن على الكمبيوتر فقط. شكرا
§
شكرا، الملف مرفق.
§
شكرا، بانتظار ردكم.
§
شكرا على الرد. عاد الخطأ صباح اليوم.`,
    ),
    ...of(
      'hi',
      `धन्यवाद, एक और सवाल, पता कहाँ बदलें
§
चल रहा है लेकिन सिर्फ कंप्यूटर पर। धन्यवाद
§
धन्यवाद, फ़ाइल संलग्न है।
§
धन्यवाद, आपके जवाब का इंतज़ार है।
§
जवाब के लिए धन्यवाद। आज सुबह फिर वही गलती आई।`,
    ),
    ...of(
      'ko',
      `감사합니다. 한 가지 더, 주소는 어디서 바꾸나요
§
컴퓨터에서는 되는데 휴대폰에서는 안 돼요. 감사합니다
§
감사합니다. 파일 첨부합니다.
§
감사합니다. 연락 기다리겠습니다.
§
답변 감사합니다. 오늘 아침에 또 같은 오류가 났어요.`,
    ),
    ...of(
      'fi',
      `Kiitos! Vielä yksi asia, mistä vaihdan osoitteen
§
Toimii, mutta vain koneella. Kiitos
§
Kiitos, liitteenä tiedosto.
§
Kiitos, jään odottamaan vastausta.
§
Kiitos vastauksesta. Tänä aamuna sama vika palasi.`,
    ),
    ...of(
      'no',
      `Takk! En ting til, hvor bytter jeg adresse
§
Det virker, men bare på pc. Takk
§
Takk, filen ligger ved.
§
Takk, venter på svar.
§
Takk for svar. I dag tidlig skjedde det samme igjen.`,
    ),
  ],
}

const eleventh: FreshSet = {
  thanks: [
    ...of(
      'en',
      `Hey Ollie, that's sorted it. Much appreciated, and enjoy the bank holiday!
§
Great stuff, the parcel turned up this morning. Thanks for chasing the courier.
§
Thank you all for the swift resolution, you can archive this one.

Kind regards,

Hannah O'Brien
Practice Manager
Elm Road Dental | 12 Elm Road, Leeds LS1 0AA
Registered in England no. 0000000
§
wow that was fast, thx a bunch!!!
§
YEP WORKING PERFECT NOW THANK U
§
I have just logged in without any trouble. Fantastic service.

Sent from Yahoo Mail for iPhone

On Friday, November 27, 2026, 10:02 AM, Acme Support <support@acme.example> wrote:

Please try again.
§
Cheers, that answers everything 😊
§
Lovely, thank you. Speak soon! Jo x
§
Appreciate the help with my booking. All good here.
§
Sorry for the late reply, yes it has been working fine since Tuesday. Thank you!
§
Thnak you so much!!
§
Hi there,
Many thanks for your help in sorting this out for me, it is very much appreciated.
Regards
Bob`,
    ),
    ...of(
      'de',
      `Hallo Frau Lind, das hat geholfen, ich komme wieder in mein Konto. Danke für die flotte Hilfe!
§
Wunderbar, das Paket ist heute angekommen. Danke fürs Nachhaken.
§
ALLES GUT JETZT DANKE
§
Vielen Dank, das war ja wirklich einfach. Hätte ich auch selbst drauf kommen können :)
§
Servus, passt alles. Pfiat di
§
Perfekt! Damit können Sie den Vorgang abschließen.

Viele Grüße aus Hamburg

Ole Petersen
Leiter Einkauf
Petersen & Söhne KG

Am Fr., 27. Nov. 2026 um 10:12 Uhr schrieb Acme Support <support@acme.example>:

> Bitte versuchen Sie es noch einmal.
§
Herzlichen Dank für die ausführliche Erklärung, jetzt ist mir alles klar.
§
dnake!! läuft wieder`,
    ),
    ...of(
      'fr',
      `Bonjour, c'est tout bon de notre côté, merci pour votre aide. Bonne fin de journée.
§
Le colis est arrivé ce matin, merci d'avoir relancé le transporteur !
§
merci bcp ça marche nickel 😀
§
Parfait, vous pouvez archiver la demande.

Bien cordialement,

Nathalie Petit
Assistante de direction
Cabinet Petit & Associés
§
Désolée pour la réponse tardive, tout fonctionne depuis lundi. Merci !
§
Vous êtes formidables, merci mille fois pour votre gentillesse`,
    ),
    ...of(
      'es',
      `Hola Marta, ya está todo correcto por aquí. Gracias por tu ayuda y feliz puente.
§
El paquete ha llegado esta mañana. ¡Muchas gracias por la gestión!
§
GRACIAS YA FUNCIONA
§
Disculpe la demora en responder, funciona todo desde el lunes. Gracias.
§
Un servicio de diez, enhorabuena al equipo
§
Perfecto, por mi parte se puede dar por cerrado.

Saludos cordiales,
Pilar Ruiz
Secretaría`,
    ),
    ...of(
      'pt',
      `Olá Rui, está tudo a funcionar na perfeição. Obrigada pela ajuda e bom feriado!
§
A encomenda chegou hoje. Muito obrigado pelo acompanhamento.
§
DEU CERTO OBRIGADO
§
Desculpe a demora, está tudo a funcionar desde segunda. Obrigada.
§
Por mim pode fechar. Abraço, Nuno`,
    ),
    ...of(
      'it',
      `Ciao Paolo, da noi è tutto ok adesso. Grazie dell'aiuto e buon ponte!
§
Il pacco è arrivato stamattina. Grazie mille per l'interessamento.
§
GRAZIE FUNZIONA TUTTO
§
Scusate il ritardo nella risposta, funziona tutto da lunedì. Grazie!
§
Per me si può archiviare, grazie e saluti. Elena`,
    ),
    ...of(
      'nl',
      `Hoi Bram, bij ons is alles weer in orde. Dank voor je hulp en fijne feestdagen!
§
Het pakket is vanmorgen aangekomen. Hartelijk dank voor het navragen.
§
BEDANKT HET WERKT
§
Sorry voor de late reactie, alles werkt sinds maandag. Dank je!
§
Wat mij betreft kan dit gesloten worden. Groet, Els`,
    ),
    ...of(
      'pl',
      `Cześć Kasiu, u nas wszystko już w porządku. Dzięki za pomoc i wesołych świąt!
§
Paczka dotarła dziś rano. Bardzo dziękuję za interwencję.
§
DZIĘKUJĘ JUŻ DZIAŁA
§
Przepraszam za późną odpowiedź, od poniedziałku wszystko działa. Dziękuję!
§
Z mojej strony można zamknąć. Pozdrawiam, Ewa`,
    ),
    ...of(
      'cs',
      `Ahoj Honzo, u nás je už všechno v pohodě. Díky za pomoc a krásné svátky!
§
Balík dnes ráno dorazil. Moc děkuji za urgenci.
§
DEKUJI UZ TO FUNGUJE
§
Omlouvám se za pozdní odpověď, od pondělí vše funguje. Děkuji!
§
Za mě můžete uzavřít. S pozdravem Eva`,
    ),
    ...of(
      'sv',
      `Hej Olle, hos oss är allt bra nu. Tack för hjälpen och glad påsk!
§
Paketet kom i morse. Stort tack för att ni jagade på.
§
TACK NU FUNGERAR DET
§
Ursäkta sent svar, allt har fungerat sedan i måndags. Tack!
§
För min del kan ärendet stängas. Hälsningar Eva`,
    ),
    ...of(
      'da',
      `Hej Ole, hos os er alt fint nu. Tak for hjælpen og god påske!
§
Pakken kom i morges. Mange tak for at I rykkede.
§
TAK NU VIRKER DET
§
Undskyld det sene svar, alt har virket siden mandag. Tak!
§
For min skyld kan sagen lukkes. Hilsen Eva`,
    ),
    ...of(
      'tr',
      `Merhaba Ali Bey, bizde her şey yolunda. Yardımınız için teşekkürler, iyi bayramlar!
§
Kargo bu sabah ulaştı. İlginiz için çok teşekkür ederim.
§
TEŞEKKÜRLER ÇALIŞIYOR
§
Geç cevap için kusura bakmayın, pazartesiden beri sorunsuz çalışıyor. Teşekkürler!
§
Bana göre kapatılabilir. Saygılar, Ayşe`,
    ),
    ...of(
      'ja',
      `荷物は今朝届きました。ご手配ありがとうございました。
§
返信が遅くなり申し訳ありません。月曜日から問題なく使えています。ありがとうございました。
§
こちらの件、完了で問題ありません。引き続きよろしくお願いいたします。

山本
§
ありがとうございます！！完璧に直ってます`,
    ),
    ...of(
      'zh',
      `包裹今天早上到了，谢谢你们帮忙催。
§
抱歉回复晚了，周一开始就一直正常，谢谢！
§
我这边没有问题了，可以结案。张伟
§
太感谢了，处理得真快！`,
    ),
    ...of(
      'ru',
      `Привет, Олег! У нас всё в порядке. Спасибо за помощь и с наступающими праздниками!
§
Посылка пришла сегодня утром. Большое спасибо за содействие.
§
СПАСИБО ВСЁ РАБОТАЕТ
§
Извините за поздний ответ, с понедельника всё работает. Спасибо!
§
С моей стороны можно закрыть. С уважением, Ева`,
    ),
    ...of(
      'ar',
      `وصل الطرد صباح اليوم، شكرا لمتابعتكم.
§
عذرا على التأخر في الرد، كل شيء يعمل منذ يوم الاثنين. شكرا
§
من جهتي يمكن إغلاق الطلب. تحياتي
§
شكرا يا استاذ احمد، الله يوفقك`,
    ),
    ...of(
      'hi',
      `पार्सल आज सुबह मिल गया। मदद के लिए बहुत धन्यवाद।
§
देर से जवाब के लिए क्षमा करें, सोमवार से सब ठीक चल रहा है। धन्यवाद
§
मेरी तरफ़ से टिकट बंद किया जा सकता है। सादर, अमित`,
    ),
    ...of(
      'ko',
      `택배 오늘 아침에 잘 받았습니다. 챙겨주셔서 감사합니다.
§
답이 늦어 죄송합니다. 월요일부터 잘 되고 있습니다. 감사합니다!
§
저는 종료하셔도 괜찮습니다. 이영희 드림`,
    ),
    ...of(
      'fi',
      `Moi Olli, meillä kaikki hyvin nyt. Kiitos avusta ja hyvää pääsiäistä!
§
Paketti saapui tänä aamuna. Suuret kiitokset selvittelystä.
§
Anteeksi myöhäinen vastaus, kaikki on toiminut maanantaista lähtien. Kiitos!`,
    ),
    ...of(
      'hu',
      `Szia Olivér, nálunk már minden rendben. Köszi a segítséget és kellemes ünnepeket!
§
A csomag ma reggel megérkezett. Köszönöm szépen az intézkedést.
§
Elnézést a késői válaszért, hétfő óta minden működik. Köszönöm!`,
    ),
  ],
  work: [
    ...of(
      'en',
      `Thanks for the wrong invoice.
§
Thanks for your help with the printer, the scanner is next.
§
I see the same message now. Thanks.
§
Thank you, we received the old list.
§
Great, now I see everybody's invoices.
§
Thanks for cancelling my account.
§
Thanks. When I click it I get a white page.
§
Cheers, could someone ring me on 01632 960999
§
Thanks for the refund, it is 20 short.
§
Fine. I will take my business elsewhere.
§
That worked once.
§
Works now but only after restarting, thanks`,
    ),
    ...of(
      'de',
      `Danke für die doppelte Rechnung.
§
Danke fürs Anlegen, das Kennwort ist nie angekommen.
§
Ich sehe jetzt die Rechnungen anderer Kunden. Danke
§
Super. Und die Gutschrift
§
Danke, ich habe die alte Liste bekommen.
§
Vielen Dank für Ihre Hilfe mit dem Export. Der Import hängt.
§
Danke für die Kündigung meines Vertrags zum Jahresende.
§
Na super, jetzt steht die ganze Abteilung. Danke`,
    ),
    ...of(
      'fr',
      `Merci pour la mauvaise facture.
§
Merci pour le rappel, mais personne ne m'a appelé.
§
Je vois maintenant les factures d'un autre client. Merci
§
Merci de m'envoyer le duplicata.
§
Merci, ça marche sur l'ordinateur de Paul.
§
Super, et la deuxième agence`,
    ),
    ...of(
      'es',
      `Gracias por la factura equivocada.
§
Ahora veo las facturas de otro cliente. Gracias
§
Gracias por la ayuda con el pedido. El otro sigue pendiente.
§
Perfecto, y la segunda tienda
§
Gracias, me llega la lista antigua.
§
Gracias por cancelar mi cuenta.`,
    ),
    ...of(
      'pt',
      `Obrigado pela fatura errada.
§
Agora vejo as faturas de outro cliente. Obrigado
§
Perfeito, e a segunda loja
§
Obrigada, recebi a lista antiga.
§
Obrigada pela ajuda com a encomenda. A outra continua parada.`,
    ),
    ...of(
      'it',
      `Grazie per la fattura sbagliata.
§
Ora vedo le fatture di un altro cliente. Grazie
§
Perfetto, e il secondo negozio
§
Grazie, ho ricevuto il vecchio listino.
§
Grazie per l'aiuto con l'ordine. L'altro è fermo.`,
    ),
    ...of(
      'nl',
      `Bedankt voor de verkeerde factuur.
§
Ik zie nu de facturen van een andere klant. Bedankt
§
Prima, en de tweede winkel
§
Bedankt, ik heb de oude lijst ontvangen.
§
Dank voor de hulp met de bestelling. De andere staat stil.`,
    ),
    ...of(
      'pl',
      `Dziękuję za złą fakturę.
§
Teraz widzę faktury innego klienta. Dziękuję
§
Świetnie, a drugi sklep
§
Dziękuję, otrzymałem starą listę.
§
Dzięki za pomoc z zamówieniem. Drugie stoi.`,
    ),
    ...of(
      'cs',
      `Děkuji za špatnou fakturu.
§
Teď vidím faktury jiného zákazníka. Díky
§
Výborně, a druhá prodejna
§
Díky za pomoc s objednávkou. Ta druhá stojí.`,
    ),
    ...of(
      'sv',
      `Tack för fel faktura.
§
Nu ser jag en annan kunds fakturor. Tack
§
Perfekt, och den andra butiken
§
Tack för hjälpen med ordern. Den andra står still.`,
    ),
    ...of(
      'da',
      `Tak for den forkerte faktura.
§
Nu ser jeg en anden kundes fakturaer. Tak
§
Perfekt, og den anden butik
§
Tak for hjælpen med ordren. Den anden står stille.`,
    ),
    ...of(
      'tr',
      `Yanlış fatura için teşekkürler.
§
Şimdi başka müşterinin faturalarını görüyorum. Teşekkürler
§
Harika, peki ikinci mağaza
§
Sipariş için yardımınıza teşekkürler. Diğeri duruyor.`,
    ),
    ...of(
      'ja',
      `間違った請求書をありがとうございます。
§
今、他の顧客の請求書が見えています。ありがとうございます。
§
ありがとうございます。二店舗目はどうなりますでしょうか。
§
古いリストを受け取りました。ありがとうございます。`,
    ),
    ...of(
      'zh',
      `谢谢你们发来的错误发票。
§
现在我看到了别的客户的发票，谢谢
§
好的，那第二家店呢
§
收到的是旧的清单，谢谢`,
    ),
    ...of(
      'ru',
      `Спасибо за неправильный счёт.
§
Теперь вижу счета другого клиента. Спасибо
§
Отлично, а второй магазин
§
Спасибо за помощь с заказом. Второй стоит.`,
    ),
    ...of(
      'ar',
      `شكرا على الفاتورة الخاطئة.
§
الآن أرى فواتير عميل آخر. شكرا
§
ممتاز، والفرع الثاني`,
    ),
    ...of(
      'hi',
      `गलत बिल के लिए धन्यवाद।
§
अब मुझे दूसरे ग्राहक के बिल दिख रहे हैं। धन्यवाद
§
बढ़िया, और दूसरी दुकान`,
    ),
    ...of(
      'ko',
      `잘못된 청구서 감사합니다.
§
지금 다른 고객의 청구서가 보입니다. 감사합니다
§
좋아요, 두 번째 매장은요`,
    ),
    ...of(
      'fi',
      `Kiitos väärästä laskusta.
§
Nyt näen toisen asiakkaan laskut. Kiitos
§
Hienoa, entä toinen kauppa`,
    ),
    ...of(
      'hu',
      `Köszönöm a rossz számlát.
§
Most egy másik ügyfél számláit látom. Köszönöm`,
    ),
  ],
}

const twelfth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `Morning Sue, just to let you know the portal let me in first time today. Top work, thank you.
§
It's all there now. Thanks for going the extra mile!
§
Brill, ta. Will shout if anything else comes up.
§
Fixed, thank you kindly.

Dr. A. Mensah
Head of Radiology, St. Clare's Hospital
Ext. 4471
§
PERFECT!!! THANKS
§
Many thanks for the explanation and the screenshots, all understood.
§
Super helpful as always. Have a great rest of your week.
§
I've checked on our side and it's good to go. Thank you for your patience with me.
§
tyvm, u can close
§
Thanks for your time on the phone today.`,
    ),
    ...of(
      'de',
      `Moin, hat alles geklappt, die Kollegen sind begeistert. Danke!
§
Danke für deine Mühe, jetzt stimmt die Abrechnung.
§
Perfekt gelöst, vielen Dank für Ihre Geduld mit mir.

Dr. med. Anke Voss
Praxis am Markt
§
ok danke tschüss
§
Ihr seid einfach die Besten! Bis zum nächsten Mal.
§
Konnte mich gerade problemlos anmelden. Vielen Dank und schöne Pfingsten!`,
    ),
    ...of(
      'fr',
      `Bonjour, tout a bien marché, mes collègues sont ravis. Merci !
§
Merci pour ton temps au téléphone ce matin.
§
Je me suis connectée sans problème à l'instant. Merci et bonnes fêtes !
§
ok merci à bientôt
§
Merci beaucoup pour les explications et les captures, tout est clair.`,
    ),
    ...of(
      'es',
      `Buenos días, salió todo bien, mis compañeros están encantados. ¡Gracias!
§
Gracias por tu tiempo al teléfono esta mañana.
§
Acabo de entrar sin problema. Gracias y felices fiestas.
§
vale gracias hasta luego
§
Muchas gracias por las explicaciones y las capturas, todo claro.`,
    ),
    ...of(
      'pt',
      `Bom dia, correu tudo bem, os colegas adoraram. Obrigado!
§
Obrigada pelo seu tempo ao telefone hoje.
§
Acabei de entrar sem problemas. Obrigado e boas festas!
§
ok obrigado até à próxima`,
    ),
    ...of(
      'it',
      `Buongiorno, è andato tutto bene, i colleghi sono contentissimi. Grazie!
§
Grazie per il suo tempo al telefono stamattina.
§
Sono appena entrata senza problemi. Grazie e buone feste!
§
ok grazie a presto`,
    ),
    ...of(
      'nl',
      `Goedemorgen, alles is goed gegaan, de collega's zijn blij. Bedankt!
§
Bedankt voor je tijd aan de telefoon vanmorgen.
§
Ik kon zojuist zonder problemen inloggen. Dank en fijne kerst!
§
oké bedankt tot ziens`,
    ),
    ...of(
      'pl',
      `Dzień dobry, wszystko poszło dobrze, koledzy są zachwyceni. Dziękuję!
§
Dziękuję za rozmowę telefoniczną dziś rano.
§
Właśnie zalogowałam się bez problemu. Dziękuję i wesołych świąt!
§
ok dzięki do usłyszenia`,
    ),
    ...of(
      'cs',
      `Dobrý den, vše proběhlo dobře, kolegové jsou nadšení. Děkuji!
§
Děkuji za telefonický rozhovor dnes ráno.
§
Právě jsem se bez problémů přihlásila. Děkuji a veselé Vánoce!
§
ok díky na shledanou`,
    ),
    ...of(
      'sv',
      `God morgon, allt gick bra, kollegorna är jättenöjda. Tack!
§
Tack för samtalet i morse.
§
Jag kunde logga in utan problem nyss. Tack och god jul!
§
ok tack hej då`,
    ),
    ...of(
      'da',
      `Godmorgen, alt gik godt, kollegerne er glade. Tak!
§
Tak for samtalen i morges.
§
Jeg kunne logge ind uden problemer lige nu. Tak og glædelig jul!
§
ok tak vi ses`,
    ),
    ...of(
      'tr',
      `Günaydın, her şey yolunda gitti, arkadaşlar çok memnun. Teşekkürler!
§
Bu sabahki görüşme için teşekkürler.
§
Az önce sorunsuz giriş yaptım. Teşekkürler, mutlu bayramlar!`,
    ),
    ...of(
      'ja',
      `おはようございます。すべて順調にいきました。同僚も喜んでいます。ありがとうございました。
§
今朝はお電話ありがとうございました。
§
先ほど問題なくログインできました。ありがとうございます。良いお年を。`,
    ),
    ...of(
      'zh',
      `早上好，一切都很顺利，同事们都很满意。谢谢！
§
谢谢您今天早上的来电。
§
刚才顺利登录了，谢谢，新年快乐！`,
    ),
    ...of(
      'ru',
      `Доброе утро, всё прошло хорошо, коллеги довольны. Спасибо!
§
Спасибо за звонок сегодня утром.
§
Только что вошла без проблем. Спасибо и с Новым годом!
§
ок спасибо до связи`,
    ),
    ...of(
      'ar',
      `صباح الخير، كل شيء سار على ما يرام، والزملاء سعداء. شكرا
§
شكرا على وقتكم في الهاتف هذا الصباح.
§
سجلت الدخول للتو بدون مشاكل. شكرا وكل عام وأنتم بخير`,
    ),
    ...of(
      'ko',
      `안녕하세요, 모두 잘 진행되었고 동료들도 만족합니다. 감사합니다!
§
오늘 아침 통화 감사합니다.
§
방금 문제없이 로그인했습니다. 감사합니다. 새해 복 많이 받으세요.`,
    ),
    ...of(
      'hi',
      `सुप्रभात, सब कुछ अच्छे से हो गया, सहकर्मी खुश हैं। धन्यवाद!
§
आज सुबह फ़ोन पर समय देने के लिए धन्यवाद।`,
    ),
    ...of(
      'fi',
      `Huomenta, kaikki meni hyvin, kollegat ovat iloisia. Kiitos!
§
Kiitos puhelusta tänä aamuna.
§
Kirjauduin juuri ilman ongelmia. Kiitos ja hyvää joulua!`,
    ),
  ],
  work: [
    ...of(
      'en',
      `Thanks, that fixed the first one.
§
Thanks for the explanation, I still get charged.
§
Thank you. My phone number has changed by the way
§
Great, do the same for Leeds
§
Thanks for letting me know, I'd rather have my money back.
§
It arrived, thanks, the box was open.
§
Thanks. I tried again at noon and got logged out
§
all good except the logo`,
    ),
    ...of(
      'de',
      `Danke, damit wäre der erste Punkt erledigt.
§
Danke für die Erklärung, mir wird trotzdem abgebucht.
§
Es ist angekommen, danke, der Karton war offen.
§
Prima, bitte genauso für Köln
§
Danke. Ab morgen bin ich unter meiner neuen Nummer erreichbar
§
Vielen Dank für die Auskunft, ich möchte mein Geld zurück.`,
    ),
    ...of(
      'fr',
      `Merci, le premier point est réglé.
§
Merci pour l'explication, je suis quand même débitée.
§
C'est arrivé, merci, le carton était ouvert.
§
Parfait, faites pareil pour Lyon
§
Merci, je préfère être remboursée.`,
    ),
    ...of(
      'es',
      `Gracias, el primer punto está resuelto.
§
Gracias por la explicación, me siguen cobrando.
§
Llegó, gracias, la caja venía abierta.
§
Perfecto, hagan lo mismo en Sevilla
§
Gracias, prefiero que me devuelvan el dinero.`,
    ),
    ...of(
      'pt',
      `Obrigado, o primeiro ponto está resolvido.
§
Obrigado pela explicação, continuam a cobrar-me.
§
Chegou, obrigada, a caixa vinha aberta.
§
Perfeito, façam o mesmo no Porto`,
    ),
    ...of(
      'it',
      `Grazie, il primo punto è risolto.
§
Grazie per la spiegazione, mi addebitano comunque.
§
È arrivato, grazie, la scatola era aperta.
§
Perfetto, fate lo stesso per Torino`,
    ),
    ...of(
      'nl',
      `Bedankt, het eerste punt is opgelost.
§
Dank voor de uitleg, er wordt toch afgeschreven.
§
Het is aangekomen, bedankt, de doos was open.
§
Perfect, doe hetzelfde voor Gent`,
    ),
    ...of(
      'pl',
      `Dziękuję, pierwszy punkt załatwiony.
§
Dziękuję za wyjaśnienie, nadal pobieracie opłatę.
§
Dotarło, dziękuję, karton był otwarty.
§
Świetnie, zróbcie to samo dla Gdańska`,
    ),
    ...of(
      'cs',
      `Děkuji, první bod je vyřešen.
§
Děkuji za vysvětlení, stejně mi to strhli.
§
Dorazilo, děkuji, krabice byla otevřená.`,
    ),
    ...of(
      'sv',
      `Tack, första punkten är löst.
§
Tack för förklaringen, det dras ändå pengar.
§
Det kom fram, tack, lådan var öppnad.`,
    ),
    ...of(
      'da',
      `Tak, første punkt er løst.
§
Tak for forklaringen, der trækkes alligevel penge.
§
Den kom frem, tak, kassen var åbnet.`,
    ),
    ...of(
      'tr',
      `Teşekkürler, ilk madde çözüldü.
§
Açıklama için teşekkürler, yine de para çekiliyor.
§
Geldi, teşekkürler, kutu açılmıştı.`,
    ),
    ...of(
      'ja',
      `ありがとうございます。一点目は解決しました。
§
ご説明ありがとうございます。それでも引き落とされています。
§
届きました。ありがとうございます。箱が開いていました。`,
    ),
    ...of(
      'zh',
      `谢谢，第一点解决了。
§
谢谢解释，我还是被扣款了。
§
收到了，谢谢，箱子是打开的。`,
    ),
    ...of(
      'ru',
      `Спасибо, первый пункт решён.
§
Спасибо за объяснение, деньги всё равно списывают.
§
Дошло, спасибо, коробка была вскрыта.`,
    ),
    ...of(
      'ar',
      `شكرا، النقطة الأولى حلت.
§
شكرا على التوضيح، ما زال المبلغ يخصم.`,
    ),
    ...of(
      'ko',
      `감사합니다. 첫 번째는 해결됐습니다.
§
설명 감사합니다. 그래도 요금이 빠져나갑니다.`,
    ),
    ...of(
      'hi',
      `धन्यवाद, पहला मुद्दा हल हो गया।
§
समझाने के लिए धन्यवाद, फिर भी पैसे कट रहे हैं।`,
    ),
    ...of(
      'fi',
      `Kiitos, ensimmäinen kohta on ratkaistu.
§
Kiitos selityksestä, rahaa veloitetaan silti.`,
    ),
  ],
}

const thirteenth: FreshSet = {
  thanks: [
    ...of(
      'en',
      `Great, that's exactly what I was after. Thank you!
§
Hi Support, we're up and running again. Appreciate the quick turnaround. Cheers, Mike
§
Awesome! thanks for sorting out the duplicate contact entries
§
It's working, thanks
§
Thank you very much indeed, you have been most helpful.

Yours sincerely,
Margaret Holloway (Mrs)
§
thanks so much, have a good one

Sent from my Galaxy
§
Okay great, that makes sense. No more questions.
§
👌 ta`,
    ),
    ...of(
      'de',
      `Top, danke! Jetzt läuft alles rund.
§
Vielen Dank für die schnelle Lösung, Frau Berger. Einen schönen Tag noch!
§
Hat funktioniert, danke dir Max
§
Herzlichen Dank, das Problem ist behoben. Sie können das Ticket schließen.

Mit besten Grüßen
Thomas Reiter
IT-Leitung | Reiter Logistik GmbH & Co. KG
Fon +43 1 0000000
§
Wow, das ging ja fix! Danke
§
Danke, genau so hatte ich mir das vorgestellt.`,
    ),
    ...of(
      'fr',
      `Génial, tout marche. Merci pour la rapidité, bonne soirée
§
Merci Sophie, c'est exactement ce que je voulais.
§
Super, problème résolu ! Vous pouvez fermer le ticket.

Cordialement
Luc Martin
Directeur technique
§
merci à toute l'équipe, vous êtes au top`,
    ),
    ...of(
      'es',
      `Genial, todo funciona. Gracias por la rapidez, buenas noches
§
Gracias Sofía, es exactamente lo que quería.
§
¡Problema resuelto! Pueden cerrar el ticket.

Saludos
Luis Martín
Director técnico
§
gracias a todo el equipo, sois geniales`,
    ),
    ...of(
      'pt',
      `Ótimo, tudo funciona. Obrigado pela rapidez, boa noite
§
Obrigado Sofia, é exatamente o que eu queria.
§
Problema resolvido! Podem fechar o ticket.`,
    ),
    ...of(
      'it',
      `Ottimo, funziona tutto. Grazie per la rapidità, buona serata
§
Grazie Sofia, è esattamente quello che volevo.
§
Problema risolto! Potete chiudere il ticket.`,
    ),
    ...of(
      'nl',
      `Geweldig, alles werkt. Bedankt voor de snelheid, fijne avond
§
Dank je Sofie, precies wat ik zocht.
§
Probleem opgelost! Jullie mogen het ticket sluiten.`,
    ),
    ...of(
      'pl',
      `Świetnie, wszystko działa. Dziękuję za szybkość, miłego wieczoru
§
Dzięki Zosiu, dokładnie o to chodziło.
§
Problem rozwiązany! Możecie zamknąć zgłoszenie.`,
    ),
    ...of(
      'cs',
      `Skvělé, všechno funguje. Děkuji za rychlost, hezký večer
§
Díky Žofie, přesně to jsem chtěl.
§
Problém vyřešen! Můžete ticket zavřít.`,
    ),
    ...of(
      'sv',
      `Toppen, allt fungerar. Tack för snabbheten, trevlig kväll
§
Tack Sofia, precis vad jag ville ha.
§
Problemet är löst! Ni kan stänga ärendet.`,
    ),
    ...of(
      'da',
      `Super, alt virker. Tak for hurtigheden, god aften
§
Tak Sofie, præcis hvad jeg ville have.
§
Problemet er løst! I kan lukke sagen.`,
    ),
    ...of(
      'tr',
      `Süper, her şey çalışıyor. Hız için teşekkürler, iyi akşamlar
§
Teşekkürler Sofya, tam istediğim buydu.
§
Sorun çözüldü! Talebi kapatabilirsiniz.`,
    ),
    ...of(
      'ja',
      `素晴らしいです。全部動きました。早い対応に感謝します。
§
佐藤さん、まさにこれが欲しかったです。ありがとう。
§
問題は解決しました。チケットを閉じてください。`,
    ),
    ...of(
      'zh',
      `太好了，全部正常。感谢快速处理，晚安
§
谢谢小王，这正是我想要的。
§
问题解决了！可以关闭工单。`,
    ),
    ...of(
      'ru',
      `Отлично, всё работает. Спасибо за скорость, хорошего вечера
§
Спасибо, София, именно это я и хотела.
§
Проблема решена! Можете закрыть тикет.`,
    ),
    ...of(
      'ar',
      `ممتاز، كل شيء يعمل. شكرا على السرعة، مساء الخير
§
شكرا يا صوفيا، هذا بالضبط ما أردته.
§
تم حل المشكلة! يمكنكم إغلاق التذكرة.`,
    ),
    ...of(
      'ko',
      `좋아요, 다 잘 돼요. 빠른 처리 감사합니다. 좋은 저녁 되세요
§
김 대리님 감사합니다. 딱 제가 원하던 거예요.
§
문제가 해결됐습니다! 티켓 닫아 주세요.`,
    ),
    ...of(
      'hi',
      `बहुत बढ़िया, सब कुछ काम कर रहा है। तेज़ी के लिए धन्यवाद
§
समस्या हल हो गई! टिकट बंद कर दीजिए।`,
    ),
    ...of(
      'fi',
      `Hienoa, kaikki toimii. Kiitos nopeudesta, hyvää iltaa
§
Kiitos Sofia, juuri sitä halusin.
§
Ongelma ratkesi! Voitte sulkea tiketin.`,
    ),
  ],
  work: [
    ...of(
      'en',
      `Thanks! Is there a way to do that in bulk?
§
Thank you but the invoice is still showing last year's address.
§
Perfect. Next: the warehouse scanner won't pair.
§
thanks, I'll send the logs this afternoon
§
That didn't help, thanks anyway
§
Great, now everything is gone. Thanks a lot.
§
Thanks for the info. Please also add Priya to the list.
§
Thanks, my account number is AB-2219.`,
    ),
    ...of(
      'de',
      `Danke, aber die Umlaute sind immer noch kaputt.
§
Super! Gibt es das auch für die App
§
Danke, ich schicke Ihnen die Unterlagen heute Nachmittag.
§
Hat leider nichts gebracht, trotzdem danke
§
Perfekt. Als Nächstes: Der Scanner im Lager koppelt nicht.
§
Danke für die Info. Nehmen Sie bitte auch Frau Aydin auf.`,
    ),
    ...of(
      'fr',
      `Merci, mais les accents sont toujours illisibles.
§
Super ! Est-ce possible aussi dans l'application
§
Merci, je vous envoie les documents cet après-midi.
§
Ça n'a rien changé, merci quand même`,
    ),
    ...of(
      'es',
      `Gracias, pero los acentos siguen sin verse.
§
¡Genial! Se puede también en la aplicación
§
Gracias, les envío los documentos esta tarde.
§
No ha servido de nada, gracias igualmente`,
    ),
    ...of(
      'pt',
      `Obrigado, mas os acentos continuam errados.
§
Ótimo! Dá para fazer também na aplicação
§
Obrigado, envio os documentos esta tarde.`,
    ),
    ...of(
      'it',
      `Grazie, ma gli accenti sono ancora illeggibili.
§
Ottimo! Si può anche nell'app
§
Grazie, vi mando i documenti oggi pomeriggio.`,
    ),
    ...of(
      'nl',
      `Bedankt, maar de accenten zijn nog steeds fout.
§
Mooi! Kan dat ook in de app
§
Bedankt, ik stuur de documenten vanmiddag.`,
    ),
    ...of(
      'pl',
      `Dzięki, ale polskie znaki nadal są złe.
§
Super! Czy da się też w aplikacji
§
Dziękuję, wyślę dokumenty po południu.`,
    ),
    ...of(
      'cs',
      `Díky, ale háčky jsou pořád špatně.
§
Super! Jde to i v aplikaci
§
Děkuji, dokumenty pošlu odpoledne.`,
    ),
    ...of(
      'sv',
      `Tack, men å och ä är fortfarande fel.
§
Bra! Går det även i appen
§
Tack, jag skickar underlagen i eftermiddag.`,
    ),
    ...of(
      'da',
      `Tak, men æ og ø er stadig forkerte.
§
Godt! Kan det også i appen
§
Tak, jeg sender papirerne i eftermiddag.`,
    ),
    ...of(
      'tr',
      `Teşekkürler ama karakterler hâlâ bozuk.
§
Süper! Uygulamada da oluyor mu
§
Teşekkürler, belgeleri öğleden sonra göndereceğim.`,
    ),
    ...of(
      'ja',
      `ありがとうございます。ただ、文字化けがまだ直りません。
§
いいですね。アプリでもできますか
§
ありがとうございます。書類は午後に送ります。`,
    ),
    ...of(
      'zh',
      `谢谢，但是文字还是乱码。
§
很好！手机端也可以吗
§
谢谢，我下午把文件发过去。`,
    ),
    ...of(
      'ru',
      `Спасибо, но буквы всё ещё неправильные.
§
Отлично! А в приложении так можно
§
Спасибо, документы пришлю после обеда.`,
    ),
    ...of(
      'ar',
      `شكرا، لكن الحروف ما زالت خاطئة.
§
ممتاز! هل يمكن ذلك في التطبيق
§
شكرا، سأرسل المستندات بعد الظهر.`,
    ),
    ...of(
      'ko',
      `감사합니다. 그런데 글자가 아직 깨져요.
§
좋아요! 앱에서도 되나요
§
감사합니다. 서류는 오후에 보내겠습니다.`,
    ),
    ...of(
      'hi',
      `धन्यवाद, लेकिन अक्षर अभी भी गलत हैं।
§
बढ़िया! क्या ऐप में भी हो सकता है`,
    ),
    ...of(
      'fi',
      `Kiitos, mutta ääkköset ovat yhä väärin.
§
Hyvä! Onnistuuko se myös sovelluksessa
§
Kiitos, lähetän paperit iltapäivällä.`,
    ),
  ],
}

const against: FreshSet = {
  thanks: [],
  work: [
    ...of(
      'en',
      `Thanks, the parcel arrived crushed.
§
Thanks. The fan works like a hairdryer.
§
The intern works fine, the machine smokes. Thanks
§
Good service would be nice. Thanks
§
Thanks for the lecture.
§
Thanks for your bill of yesterday, paid already
§
Thanks for wiping my calendar
§
Thanks for your offer. We decline.
§
Thank you for your call to my wife, she is confused
§
The page looks good upside down. Thanks
§
Great. The cat sits on it. Thanks
§
Thanks, my boss is happy to talk at ten
§
Thanks for your patience while I find the serial number
§
Thanks, the colleagues are happy to test at your convenience
§
The invoice came to my ex husband. Thanks
§
Thanks, happy to pay by card
§
Thanks, everything is well except Leeds
§
Thank you, please find the contract
§
Thanks for your message, I am locked out
§
Thanks, good to have a phone number for emergencies
§
Thanks, the new price looks good to me, go ahead
§
Thanks, the refund went to my closed account
§
Happy to hop on a call. Thanks
§
Thanks, half an hour later it went dark
§
Thanks for the workaround, a real fix is fine too
§
Works great in the morning. Thanks
§
Everything works great on Mondays, thanks
§
Thanks for the new password, it expired
§
Thanks, received the goods, label peeled off
§
Lovely. My data is in the wind. Thanks`,
    ),
    ...of(
      'de',
      `Danke, das Paket kam zerdrückt an.
§
Danke, der Lüfter läuft wie ein Föhn.
§
Danke für die Belehrung.
§
Danke fürs Löschen meines Kalenders
§
Danke, mein Chef ist gut zu erreichen um zehn
§
Gut wäre ein Rückruf. Danke
§
Danke, die Rechnung kam bei meinem Exmann an.
§
Danke für Ihr Angebot. Wir lehnen ab.
§
Läuft super am Vormittag. Danke
§
Danke, das Geld ging an mein geschlossenes Konto
§
Danke, die neue Preisliste sieht gut aus, legen Sie los
§
Danke, gerne zahle ich mit Karte
§
Danke für das neue Kennwort, es ist abgelaufen
§
Danke, ab Dienstag passt gut
§
Danke, Dienstag um zehn passt mir gut`,
    ),
    ...of(
      'fr',
      `Merci, le colis est arrivé écrasé.
§
Merci pour la leçon.
§
Merci d'avoir effacé mon agenda
§
Merci pour votre offre. Nous déclinons.
§
Ça marche bien le matin. Merci
§
Merci, mardi dix heures me va bien
§
Merci pour le nouveau mot de passe, il a expiré`,
    ),
    ...of(
      'es',
      `Gracias, el paquete llegó aplastado.
§
Gracias por borrar mi agenda
§
Gracias por su oferta. La rechazamos.
§
Funciona bien por la mañana. Gracias
§
Gracias, el martes me va bien
§
Gracias por la nueva clave, caducó`,
    ),
    ...of(
      'it',
      `Grazie, il pacco è arrivato schiacciato.
§
Grazie per aver cancellato la mia agenda
§
Funziona bene la mattina. Grazie
§
Grazie, martedì va bene`,
    ),
    ...of(
      'pt',
      `Obrigado, a encomenda chegou esmagada.
§
Obrigado por apagar a minha agenda
§
Obrigado, terça-feira está bem`,
    ),
    ...of(
      'nl',
      `Bedankt, het pakket kwam geplet aan.
§
Bedankt, dinsdag om tien past goed
§
Werkt goed in de ochtend. Bedankt`,
    ),
    ...of(
      'pl',
      `Dziękuję, paczka dotarła zgnieciona.
§
Dziękuję, wtorek pasuje dobrze
§
Działa dobrze rano. Dziękuję`,
    ),
    ...of(
      'cs',
      `Děkuji, balík dorazil rozmačkaný.
§
Děkuji, úterý se hodí dobře`,
    ),
    ...of(
      'sv',
      `Tack, paketet kom tillknycklat.
§
Tack, tisdag passar bra`,
    ),
    ...of(
      'da',
      `Tak, pakken kom mast.
§
Tak, tirsdag passer fint`,
    ),
    ...of(
      'tr',
      `Teşekkürler, paket ezik geldi.
§
Teşekkürler, salı iyi olur`,
    ),
    ...of(
      'ja',
      `ありがとうございます。荷物は潰れて届きました。
§
ありがとうございます。火曜日で都合が良いです。
§
ありがとうございます。担当を変えてほしいです。
§
ありがとうございます。返金を希望します。
§
感謝の手紙が文字化け。ありがとう`,
    ),
    ...of(
      'zh',
      `谢谢，包裹压扁了。
§
谢谢，周二可以。
§
谢谢，钱退到我注销的账户了。
§
感谢你们删了我的日历`,
    ),
    ...of(
      'ru',
      `Спасибо, посылка пришла мятая.
§
Спасибо, вторник подходит хорошо
§
Спасибо за удаление моего календаря
§
Работает хорошо по утрам. Спасибо`,
    ),
    ...of(
      'ko',
      `감사합니다. 택배가 찌그러져서 왔습니다.
§
감사합니다. 화요일 잘 맞습니다`,
    ),
    ...of(
      'ar',
      `شكرا، وصل الطرد محطما.
§
شكرا، يوم الثلاثاء جيد`,
    ),
    ...of(
      'fi',
      `Kiitos, paketti saapui litistyneenä.
§
Kiitos, tiistai sopii hyvin`,
    ),
  ],
}

export const openAnswers: readonly FreshSet[] = [tenth, eleventh, twelfth, thirteenth, against]
