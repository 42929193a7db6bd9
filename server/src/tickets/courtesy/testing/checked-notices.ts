/**
 * Four sets of notices without headers and of people who are away, in up to 24 languages, each written before the rules
 * met it; and people against whom the open rule was tried. `subject ⇥ text`, “⏎” is a line break; the ticket is “Export”.
 */
type Mail = { language: string; subject: string; text: string }

const of = (language: string, lines: string): Mail[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [subject = '', text = ''] = line.trim().split(' ⇥ ')
      return { language, subject, text: text.replaceAll('⏎', '\n') }
    })

export const checkedNotices: readonly Mail[] = [
  ...of(
    'en',
    `
      Out of office: Export ⇥ I am currently out of the office with no access to email. I will be back on 7 December. For urgent matters please contact Jane Doe at jane@brightwater.example.
      Re: Export ⇥ Thank you for your message. I'm on annual leave until Monday 14 December and will reply on my return.
      Automatic reply: Export ⇥ I no longer work for Brightwater. Please send your mails to office@brightwater.example.
      Re: Export ⇥ Hello,⏎⏎I am on parental leave until 1 March. Your message will not be forwarded. In urgent cases please contact Paul Stone, paul@brightwater.example.⏎⏎Kind regards⏎Helen Marsh
      Export ⇥ I'm travelling this week with limited access to email, so expect a delay in my response.
      Re: Export ⇥ I'm away from my desk until 3 January. My colleague Ben Hill (ben@hill.example) will be glad to help in the meantime.
      I am out of office ⇥ Thanks for your email. The office is closed for the holidays and reopens on 4 January.
      Re: Export ⇥ Your email has been received. I am on sick leave and cannot read messages at the moment.
      Auto: Re: Export ⇥ Hi, I'm on paternity leave until mid February.
      Re: Export ⇥ Thanks for getting in touch. I'm currently abroad and only check my inbox once a week. Anything urgent goes to desk@lake.example.
      Re: Export ⇥ Please note that our office is closed from 21 to 28 December. Emails received during this time will be answered after our return.
      Re: Export ⇥ I am attending a training course until Friday and will get back to you as soon as I can. Best, Una
      Re: Export ⇥ I have left the company. Your message has not been forwarded. Please write to info@lake.example.
      Re: Export ⇥ I am out until 15 January and have no access to my mailbox. If it cannot wait, write to Ida Moor at ida@moor.example.
      Re: Export ⇥ Many thanks for your email. Our team is on holiday between Christmas and New Year. We will respond when we are back.
      Re: Export ⇥ I'm away on a business trip and may be slow to reply.
  `,
  ),
  ...of(
    'de',
    `
      Abwesenheitsnotiz: Export ⇥ Ich bin bis zum 4. Dezember nicht im Büro. Ihre Nachricht wird nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an Frau Lange (lange@holz.example).
      Re: Export ⇥ Vielen Dank für Ihre E-Mail. Ich befinde mich derzeit im Urlaub und bin ab dem 14.12. wieder für Sie da.
      AW: Export ⇥ Guten Tag,⏎⏎ich bin zurzeit krank. Bitte wenden Sie sich an info@holz.example.⏎⏎Mit freundlichen Grüßen⏎Jörg Adam
      Automatische Antwort: Export ⇥ Unser Büro ist vom 23.12. bis 6.1. geschlossen. Ab dem 7.1. sind wir wieder für Sie erreichbar.
      AW: Export ⇥ Ich bin bis einschließlich 3. Januar nicht am Arbeitsplatz. Mein Kollege Ben Hügel (ben@huegel.example) hilft Ihnen gern weiter.
      Nicht im Büro ⇥ Danke für Ihre Nachricht. Über die Feiertage bleibt unser Büro geschlossen. Wir sind ab 4. Januar wieder erreichbar.
      AW: Export ⇥ Ich bin in Elternzeit. Ihre E-Mail wird nicht gelesen.
      AW: Export ⇥ Danke für Ihre Mail. Ich bin auf Dienstreise und rufe meine Nachrichten nur unregelmäßig ab. Eiliges bitte an una@see.example.
      AW: Export ⇥ Unser Betrieb macht vom 21.12. bis 28.12. Ferien. E-Mails werden danach beantwortet.
      AW: Export ⇥ Ich arbeite nicht mehr bei See GmbH. Ihre E-Mail wird nicht weitergeleitet. Bitte wenden Sie sich an info@see.example.
      AW: Export ⇥ Bin bis Freitag auf einer Schulung, melde mich danach. Gruß Una
      AW: Export ⇥ Ich bin bis zum 15. Januar abwesend und habe keinen Zugriff auf mein Postfach. Wenn es eilt, schreiben Sie an Ida Moor, ida@moor.example.
      AW: Export ⇥ Vielen Dank für Ihre E-Mail. Zwischen Weihnachten und Neujahr bleibt unser Büro geschlossen. Wir antworten, sobald wir zurück sind.
  `,
  ),
  ...of(
    'fr',
    `
      Réponse automatique : Export ⇥ Je suis absent du bureau jusqu'au 10 décembre. En cas d'urgence, merci de contacter Claire Morel (claire@morel.example).
      Re: Export ⇥ Bonjour,⏎⏎Je suis actuellement en congés et serai de retour le 14 décembre. Je répondrai à votre message dès mon retour.⏎⏎Cordialement,⏎Paul Henry
      Re: Export ⇥ Je suis en déplacement jusqu'au 3 janvier et consulte peu mes messages. Mon collègue Ben Colline (ben@colline.example) peut vous aider.
      Absence ⇥ Notre bureau est fermé pendant les fêtes. Réouverture le 4 janvier.
      Re: Export ⇥ Merci pour votre mail. Je suis en congé maternité ; ma collègue Una Lac (una@lac.example) assure mon remplacement.
      Re: Export ⇥ Nos bureaux sont fermés du 21 au 28 décembre. Vos messages seront traités à notre retour.
      Re: Export ⇥ Je ne fais plus partie de la société Lac. Merci d'écrire à info@lac.example.
      Re: Export ⇥ Je suis absent jusqu'au 15 janvier sans accès à ma messagerie. En cas d'urgence, écrivez à Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'es',
    `
      Respuesta automática: Export ⇥ Estaré fuera de la oficina hasta el 9 de diciembre. Para asuntos urgentes, contacte con Marta Gil en marta@gil.example.
      Re: Export ⇥ Gracias por su mensaje. Me encuentro de vacaciones hasta el lunes. Responderé a mi regreso.
      Re: Export ⇥ Estoy de viaje hasta el 3 de enero con acceso limitado al correo. Mi compañero Ben Colina (ben@colina.example) le atenderá.
      Ausente ⇥ Nuestra oficina permanecerá cerrada hasta el 4 de enero.
      Re: Export ⇥ Gracias por escribir. Estoy de baja por maternidad; mi compañera Una Lago (una@lago.example) me sustituye.
      Re: Export ⇥ Nuestra oficina cierra del 21 al 28 de diciembre. Contestaremos a su correo a la vuelta.
      Re: Export ⇥ Estaré ausente hasta el 15 de enero sin acceso al correo. Si es urgente, escriba a Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'it',
    `
      Risposta automatica: Export ⇥ Sono fuori ufficio fino al 9 dicembre. Per urgenze contattare Marco Villa: marco@villa.example.
      Re: Export ⇥ Grazie per il messaggio. Sono in ferie fino a lunedì e risponderò al mio rientro.
      Re: Export ⇥ Sono in viaggio fino al 3 gennaio con accesso limitato alla posta. Il collega Ben Colle (ben@colle.example) è a disposizione.
      Assente ⇥ Il nostro ufficio resta chiuso fino al 4 gennaio.
      Re: Export ⇥ Grazie per avermi scritto. Sono in congedo di maternità; mi sostituisce Una Lago (una@lago.example).
      Re: Export ⇥ I nostri uffici sono chiusi dal 21 al 28 dicembre. Risponderemo al rientro.
      Re: Export ⇥ Sarò assente fino al 15 gennaio senza accesso alla posta. Se è urgente, scrivete a Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'pt',
    `
      Resposta automática: Export ⇥ Estou fora do escritório até 9 de dezembro. Em caso de urgência, contacte Ana Prado em ana@prado.example.
      Re: Export ⇥ Obrigado pela sua mensagem. Estou de férias até segunda-feira e responderei quando regressar.
      Re: Export ⇥ Estou em viagem até 3 de janeiro com acesso limitado ao e-mail. O meu colega Ben Colina (ben@colina.example) poderá ajudar.
      Re: Export ⇥ Obrigado por escrever. Estou de licença de maternidade; a colega Una Lago (una@lago.example) substitui-me.
      Re: Export ⇥ O nosso escritório está fechado de 21 a 28 de dezembro. Responderemos no regresso.
      Re: Export ⇥ Estarei ausente até 15 de janeiro, sem acesso ao correio. Se for urgente, escreva a Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'nl',
    `
      Automatisch antwoord: Export ⇥ Ik ben tot en met 9 december afwezig. Voor dringende zaken kunt u contact opnemen met Joost de Wit (joost@wit.example).
      Re: Export ⇥ Bedankt voor uw bericht. Ik ben met vakantie en vanaf 14 december weer bereikbaar.
      Re: Export ⇥ Ik ben op reis tot 3 januari en lees mijn mail beperkt. Mijn collega Ben Heuvel (ben@heuvel.example) helpt u graag verder.
      Afwezig ⇥ Ons kantoor is gesloten tot 4 januari.
      Re: Export ⇥ Dank voor je mail. Ik ben met zwangerschapsverlof; mijn collega Una Meer (una@meer.example) neemt waar.
      Re: Export ⇥ Ons kantoor is dicht van 21 t/m 28 december. Wij antwoorden na terugkomst.
      Re: Export ⇥ Ik ben afwezig tot 15 januari en heb geen toegang tot mijn mail. Als het dringend is, schrijf dan naar Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'sv',
    `
      Autosvar: Export ⇥ Jag är inte på kontoret förrän den 9 december. Vid brådskande ärenden kontakta Lena Ek, lena@ek.example.
      Re: Export ⇥ Tack för ditt mejl. Jag har semester till och med måndag och svarar när jag är tillbaka.
      Re: Export ⇥ Jag är bortrest till 3 januari och läser mejl sporadiskt. Min kollega Ben Kulle (ben@kulle.example) hjälper gärna till.
      Re: Export ⇥ Tack för ditt mejl. Jag är föräldraledig; min kollega Una Sjö (una@sjo.example) ersätter mig.
      Re: Export ⇥ Kontoret är stängt 21–28 december. Vi svarar när vi är tillbaka.
      Re: Export ⇥ Jag är borta till den 15 januari och har ingen tillgång till min mejl. Är det bråttom, skriv till Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'da',
    `
      Automatisk svar: Export ⇥ Jeg er ikke på kontoret før den 9. december. Ved hastesager kontakt Mette Lund på mette@lund.example.
      Re: Export ⇥ Tak for din mail. Jeg holder ferie til og med mandag og svarer, når jeg er tilbage.
      Re: Export ⇥ Jeg er bortrejst til 3. januar og læser kun mails sporadisk. Min kollega Ben Bakke (ben@bakke.example) hjælper gerne.
      Re: Export ⇥ Tak for din mail. Jeg er på barsel; min kollega Una Sø (una@soe.example) dækker ind.
      Re: Export ⇥ Jeg er væk til den 15. januar og har ikke adgang til min mail. Haster det, så skriv til Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'no',
    `
      Automatisk svar: Export ⇥ Jeg er ikke på kontoret før 9. desember. Ved hastesaker kontakt Kari Moe på kari@moe.example.
      Re: Export ⇥ Takk for e-posten. Jeg har ferie til mandag og svarer når jeg er tilbake.
      Re: Export ⇥ Jeg er bortreist til 3. januar og leser e-post sporadisk. Min kollega Ben Haug (ben@haug.example) hjelper gjerne.
      Re: Export ⇥ Takk for e-posten. Jeg er i permisjon; min kollega Una Sjø (una@sjo.example) tar over.
      Re: Export ⇥ Jeg er borte til 15. januar og har ikke tilgang til e-posten min. Haster det, skriv til Ida Moor, ida@moor.example.
  `,
  ),
  ...of(
    'fi',
    `
      Automaattinen vastaus: Export ⇥ Olen poissa toimistolta 9.12. asti. Kiireellisissä asioissa ota yhteyttä: laura@niemi.example.
      Re: Export ⇥ Kiitos viestistäsi. Olen lomalla maanantaihin asti ja vastaan palattuani.
      Re: Export ⇥ Olen matkalla 3.1. asti ja luen sähköpostia satunnaisesti. Kollegani Ben Mäki (ben@maki.example) auttaa mielellään.
      Re: Export ⇥ Kiitos viestistäsi. Olen vanhempainvapaalla; kollegani Una Järvi (una@jarvi.example) sijaistaa minua.
      Re: Export ⇥ Olen poissa 15. tammikuuta asti enkä pääse sähköpostiini. Jos asia on kiireellinen, kirjoita Ida Moorille, ida@moor.example.
  `,
  ),
  ...of(
    'pl',
    `
      Odpowiedź automatyczna: Export ⇥ Jestem poza biurem do 9 grudnia. W pilnych sprawach proszę o kontakt z Anną Zielińską: anna@zielinska.example.
      Re: Export ⇥ Dziękuję za wiadomość. Przebywam na urlopie do poniedziałku. Odpowiem po powrocie.
      Re: Export ⇥ Jestem w podróży służbowej do 3 stycznia i mam ograniczony dostęp do poczty. Mój kolega Ben Wzgórze (ben@wzgorze.example) chętnie pomoże.
      Re: Export ⇥ Dziękuję za maila. Jestem na urlopie macierzyńskim; zastępuje mnie koleżanka Una Jezioro (una@jezioro.example).
      Re: Export ⇥ Nasze biuro jest nieczynne od 21 do 28 grudnia. Odpowiemy po powrocie.
      Re: Export ⇥ Jestem nieobecny do 15 stycznia i nie mam dostępu do poczty. Jeśli sprawa jest pilna, proszę pisać do Idy Moor, ida@moor.example.
  `,
  ),
  ...of(
    'cs',
    `
      Automatická odpověď: Export ⇥ Do 9. prosince jsem mimo kancelář. V naléhavých případech kontaktujte Janu Malou: jana@mala.example.
      Re: Export ⇥ Děkuji za Váš e-mail. Do pondělí mám dovolenou a odpovím po návratu.
      Re: Export ⇥ Do 3. ledna jsem na služební cestě a poštu čtu jen občas. Můj kolega Ben Kopec (ben@kopec.example) Vám rád pomůže.
      Re: Export ⇥ Děkuji za e-mail. Jsem na mateřské; zastupuje mě kolegyně Una Jezerová (una@jezero.example).
      Re: Export ⇥ Do 15. ledna nejsem k zastižení a nemám přístup k poště. Je-li to naléhavé, pište na ida@moor.example.
  `,
  ),
  ...of(
    'hu',
    `
      Automatikus válasz: Export ⇥ December 9-ig nem vagyok az irodában. Sürgős esetben keresse Kovács Évát: eva@kovacs.example.
      Re: Export ⇥ Köszönöm levelét. Hétfőig szabadságon vagyok, visszatérésem után válaszolok.
      Re: Export ⇥ Január 3-ig úton vagyok, leveleimet ritkán olvasom. Kollégám, Domb Ben (ben@domb.example) szívesen segít.
      Re: Export ⇥ Köszönöm e-mailjét. Szülési szabadságon vagyok, kollégám, Tó Una (una@to.example) helyettesít.
      Re: Export ⇥ Január 15-ig távol vagyok, és nem érem el a leveleimet. Ha sürgős, írjon Ida Moornak: ida@moor.example.
  `,
  ),
  ...of(
    'ro',
    `
      Răspuns automat: Export ⇥ Sunt plecat din birou până pe 9 decembrie. Pentru urgențe contactați Elena Pop: elena@pop.example.
      Re: Export ⇥ Mulțumesc pentru mesaj. Sunt în concediu până luni și voi răspunde la întoarcere.
      Re: Export ⇥ Sunt plecat până pe 15 ianuarie și nu am acces la e-mail. Dacă este urgent, scrieți-i Idei Moor, ida@moor.example.
  `,
  ),
  ...of(
    'tr',
    `
      Otomatik yanıt: Export ⇥ 9 Aralık'a kadar ofis dışındayım. Acil durumlarda Ayşe Demir ile iletişime geçebilirsiniz: ayse@demir.example.
      Re: Export ⇥ Mesajınız için teşekkürler. Pazartesi gününe kadar izindeyim, döndüğümde yanıtlayacağım.
      Re: Export ⇥ 3 Ocak'a kadar seyahatteyim ve e-postalarıma sınırlı erişimim var. Meslektaşım Ben Tepe (ben@tepe.example) yardımcı olacaktır.
      Re: Export ⇥ E-postanız için teşekkürler. Doğum iznindeyim; meslektaşım Una Göl (una@gol.example) yerime bakıyor.
      Re: Export ⇥ 15 Ocak'a kadar yokum ve e-postalarıma erişemiyorum. Acilse Ida Moor'a yazın: ida@moor.example.
  `,
  ),
  ...of(
    'ru',
    `
      Автоматический ответ: Export ⇥ Меня не будет в офисе до 9 декабря. По срочным вопросам обращайтесь к Ирине Волковой: irina@volkova.example.
      Re: Export ⇥ Спасибо за письмо. Я в отпуске до понедельника и отвечу по возвращении.
      Re: Export ⇥ Я в командировке до 3 января, доступ к почте ограничен. Мой коллега Бен Холмов (ben@holmov.example) вам поможет.
      Re: Export ⇥ Спасибо за письмо. Я в декрете, меня замещает коллега Уна Озерова (una@ozero.example).
      Re: Export ⇥ Наш офис закрыт с 21 по 28 декабря. Ответим после возвращения.
      Re: Export ⇥ Меня нет до 15 января, доступа к почте у меня нет. Если срочно, пишите Иде Моор: ida@moor.example.
  `,
  ),
  ...of(
    'uk',
    `
      Автоматична відповідь: Export ⇥ Мене не буде в офісі до 9 грудня. З термінових питань звертайтеся до Олени Бондар: olena@bondar.example.
      Re: Export ⇥ Дякую за лист. Я у відпустці до понеділка і відповім після повернення.
      Re: Export ⇥ Я у відрядженні до 3 січня, доступ до пошти обмежений. Мій колега Бен Горб (ben@horb.example) вам допоможе.
      Re: Export ⇥ Дякую за лист. Я в декреті, мене заміщує колега Уна Озерова (una@ozero.example).
      Re: Export ⇥ Мене немає до 15 січня, доступу до пошти не маю. Якщо терміново, пишіть Іді Моор: ida@moor.example.
  `,
  ),
  ...of(
    'el',
    `
      Αυτόματη απάντηση: Export ⇥ Θα απουσιάζω από το γραφείο μέχρι τις 9 Δεκεμβρίου. Για επείγοντα θέματα επικοινωνήστε με τη Μαρία Παππά: maria@pappa.example.
      Re: Export ⇥ Ευχαριστώ για το μήνυμά σας. Βρίσκομαι σε άδεια μέχρι τη Δευτέρα και θα απαντήσω μόλις επιστρέψω.
      Re: Export ⇥ Βρίσκομαι σε ταξίδι μέχρι τις 3 Ιανουαρίου με περιορισμένη πρόσβαση στο email. Ο συνάδελφος Γιώργος Λόφος (giorgos@lofos.example) θα σας βοηθήσει.
      Re: Export ⇥ Ευχαριστώ για το email. Είμαι σε άδεια μητρότητας, με αντικαθιστά η συνάδελφος Ούνα Λίμνη (una@limni.example).
      Re: Export ⇥ Απουσιάζω μέχρι 15 Ιανουαρίου χωρίς πρόσβαση στο email. Για επείγοντα γράψτε στην Ίντα Μουρ, ida@moor.example.
  `,
  ),
  ...of(
    'ja',
    `
      自動応答: Export ⇥ 12月9日まで休暇をいただいております。お急ぎの場合は田中までご連絡ください。tanaka@aoyama.example
      Re: Export ⇥ ご連絡ありがとうございます。現在出張中のため、返信は月曜日以降になります。
      Re: Export ⇥ 1月3日まで出張しており、メールの確認が遅れる場合があります。お急ぎの方は佐藤（sato@aoyama.example）までお願いいたします。
      Re: Export ⇥ メールありがとうございます。現在育児休業中です。お急ぎの場合は同僚の湖（una@mizuumi.example）へご連絡ください。
      Re: Export ⇥ 1月15日まで不在のため、メールを確認できません。緊急の場合はモール（ida@moor.example）までご連絡をお願いいたします。
  `,
  ),
  ...of(
    'zh',
    `
      自动答复: Export ⇥ 我在12月9日之前不在办公室。如有急事请联系王丽：wangli@shang.example。
      Re: Export ⇥ 感谢您的来信。我正在休假，周一回来后会尽快回复您。
      Re: Export ⇥ 我出差至1月3日，查看邮件可能不及时。紧急事务请联系李明（liming@shang.example）。
      Re: Export ⇥ 谢谢您的邮件。我正在休产假，急事请联系同事湖娜（una@hu.example）。
      Re: Export ⇥ 我1月15日前休假，无法查看邮件。如有紧急情况请联系莫尔（ida@moor.example）。
  `,
  ),
  ...of(
    'ko',
    `
      자동 회신: Export ⇥ 12월 9일까지 부재중입니다. 급한 용무는 김지영에게 연락해 주세요: jiyoung@kim.example
      Re: Export ⇥ 메일 감사합니다. 현재 휴가 중이며 월요일에 복귀하여 답변드리겠습니다.
      Re: Export ⇥ 1월 3일까지 출장 중이라 메일 확인이 늦을 수 있습니다. 급한 일은 박민수(minsu@park.example)에게 연락 바랍니다.
      Re: Export ⇥ 메일 감사합니다. 현재 육아휴직 중이며 급한 용무는 동료 호수나(una@ho.example)에게 연락 바랍니다.
      Re: Export ⇥ 1월 15일까지 부재중이라 메일을 확인할 수 없습니다. 급하시면 이다 모어(ida@moor.example)에게 연락 주세요.
  `,
  ),
  ...of(
    'ar',
    `
      رد تلقائي: Export ⇥ أنا خارج المكتب حتى 9 ديسمبر. للحالات العاجلة يرجى التواصل مع سارة الخطيب: sara@khatib.example.
      Re: Export ⇥ شكراً لرسالتكم. أنا في إجازة حتى يوم الاثنين وسأرد عند عودتي.
      Re: Export ⇥ أنا في مهمة عمل حتى 3 يناير ووصولي إلى البريد محدود. للأمور العاجلة يرجى التواصل مع الزميل كريم (karim@tal.example).
      Re: Export ⇥ سأكون في إجازة حتى 15 يناير دون وصول إلى البريد. في الحالات العاجلة يرجى مراسلة إيدا مور: ida@moor.example.
  `,
  ),
  ...of(
    'sk',
    `
      Automatická odpoveď: Export ⇥ Do 9. decembra som mimo kancelárie. V naliehavých prípadoch kontaktujte Janu Malú: jana@mala.example.
  `,
  ),
  ...of(
    'hr',
    `
      Automatski odgovor: Export ⇥ Nisam u uredu do 9. prosinca. U hitnim slučajevima obratite se Ani Horvat: ana@horvat.example.
  `,
  ),
]

export const checkedPeople: readonly Mail[] = [
  ...of(
    'en',
    `
      Re: Export ⇥ I'm out of the office tomorrow, so please send it to Jane instead.
      Re: Export ⇥ I was on holiday and only saw this now. It still fails.
      Re: Export ⇥ I am on leave from Friday. Could you get this done before?
      Re: Export ⇥ Back from vacation, and the export is still empty.
      Out of office button missing ⇥ I cannot set my out of office message any more. Since Monday the button is gone.
      Re: Export ⇥ Jane is away until Monday, I am handling this now. What do you need?
      Re: Export ⇥ I will be out of the office next week. My colleague Ben Hill will test it and reply to you.
      Re: Export ⇥ We are closed on Friday. Please deliver on Thursday.
      Re: Export ⇥ I am at a conference today. Can we talk tomorrow?
      Re: Export ⇥ My holiday starts on Monday and the export has to be there before.
      Re: Export ⇥ The office is closed for renovation, send the router to my home please.
      Re: Export ⇥ Ben is on sick leave, so nobody here can confirm the order. How do we go on?
      Re: Export ⇥ I only check my inbox once a week, so please phone the office when it is done.
      Re: Export ⇥ Una left the company. I am her successor and would like access to her tickets.
      Re: Export ⇥ We are closed from 21 to 28 December. Will the delivery come before?
      Re: Export ⇥ I will be back on Monday and expect the corrected file then.
      Re: Export ⇥ While I was away nobody answered me. My colleague una@lake.example wrote twice.
      Re: Export ⇥ I am on leave, but the payment must go out today. Contact una@lake.example for the approval.
      Re: Export ⇥ I am out until 15 January. Ida Moor (ida@moor.example) needs the same access as I have.
      Re: Export ⇥ Our team is on holiday next week, so do not change anything before 4 January.
      Re: Export ⇥ I was away. Did Ida reply?
      Re: Export ⇥ I'm on holiday until Friday, my colleague Ben (ben@x.example) will sign the contract.
      Re: Export ⇥ I'm travelling until Monday. Ben (ben@x.example) has the licence now, move it to him.
      Re: Export ⇥ I am on leave until March and cannot read my mails since your update.
      Re: Export ⇥ We are closed until Monday, our router is off, so the alarm is nothing to worry about.
      Re: Export ⇥ I was out of the office and did not receive your message. Send it again to ben@x.example.
      Re: Export ⇥ I am out of office this week, reach me at home@x.example with the price.
      Re: Export ⇥ The office is closed and nobody can get in with the badge until you reset it. Contact ben@x.example.
      Re: Export ⇥ I'm away until Friday and want my money back before. Write to ben@x.example.
      Re: Export ⇥ I will be out of the office from Friday. Make sure that it runs before, thanks for your message.
      Re: Export ⇥ My out of office reply is sent twice to everyone since Monday. Emails are answered after return.
      Re: Export ⇥ Ben left the company. Delete his account, contact me at una@x.example.
      Re: Export ⇥ I'm off sick, cancel the meeting on Monday. My colleague ben@x.example will join the next one.
      Re: Export ⇥ I am abroad with limited access to email, that is why I ask for the code by text message.
      Re: Export ⇥ Thanks for your message. I am on vacation and the alarm goes off every night.
  `,
  ),
  ...of(
    'de',
    `
      AW: Export ⇥ Ich bin ab morgen im Urlaub, bitte klären Sie das mit Herrn Adam.
      AW: Export ⇥ Ich war letzte Woche krank. Der Export geht immer noch nicht.
      Abwesenheitsnotiz lässt sich nicht abschalten ⇥ Ich bin wieder im Büro, aber die Abwesenheitsnotiz geht weiter raus.
      AW: Export ⇥ Herr Adam ist bis Montag nicht im Büro, ich vertrete ihn. Brauchen Sie noch etwas?
      AW: Export ⇥ Bin bis 14 Uhr nicht erreichbar, rufen Sie mich bitte danach an.
      AW: Export ⇥ Heute bin ich auf einer Messe. Können wir morgen reden?
      AW: Export ⇥ Mein Urlaub beginnt am Montag, bis dahin brauche ich den Export.
      AW: Export ⇥ Ben ist krank, hier kann niemand den Auftrag bestätigen.
      AW: Export ⇥ Ich bin ab Montag wieder da und erwarte dann die korrigierte Datei.
      AW: Export ⇥ Una arbeitet nicht mehr hier, ich bin die Nachfolgerin und brauche Zugriff auf ihre Vorgänge.
      AW: Export ⇥ Wir haben vom 21. bis 28.12. geschlossen. Kommt die Ware vorher?
      AW: Export ⇥ Ich bin im Urlaub, aber die Zahlung muss heute raus. Freigabe macht una@see.example.
      AW: Export ⇥ Während ich verreist war, hat niemand geantwortet, meine Kollegin una@see.example auch nicht.
      AW: Export ⇥ Ich bin bis zum 15. Januar weg. Ida Moor (ida@moor.example) braucht denselben Zugang wie ich.
      AW: Export ⇥ Unser Team hat nächste Woche Urlaub, ändern Sie vor dem 4. Januar nichts.
      AW: Export ⇥ Ich bin bis Freitag im Urlaub, mein Kollege Ben (ben@x.example) unterschreibt den Vertrag.
      AW: Export ⇥ Bin bis Montag unterwegs. Ben (ben@x.example) hat jetzt die Lizenz, stellen Sie sie auf ihn um.
      AW: Export ⇥ Ich bin in Elternzeit und kann seit Ihrem Update meine Mails nicht lesen.
      AW: Export ⇥ Wir haben bis Montag geschlossen, die Alarmanlage bitte nicht beachten. Kontakt ben@x.example.
      AW: Export ⇥ Ich war nicht im Büro und habe Ihre Nachricht nicht erhalten. Noch einmal an ben@x.example.
      AW: Export ⇥ Bin ab Freitag nicht im Büro, das muss vorher laufen. Danke für Ihre Nachricht.
      AW: Export ⇥ Ben arbeitet nicht mehr hier. Löschen Sie sein Konto, Rückfragen an una@x.example.
      AW: Export ⇥ Ich bin krank, sagen Sie den Termin am Montag ab. Danach melde ich mich wieder.
      AW: Export ⇥ Danke für Ihre Mail. Ich bin im Urlaub und die Heizung fällt jede Nacht aus.
      AW: Export ⇥ Ich bin verreist und rufe Mails nur selten ab, weil das WLAN Ihres Routers abbricht.
  `,
  ),
  ...of(
    'fr',
    `
      Re: Export ⇥ Je serai absent demain, merci de voir avec Claire pour la suite.
      Re: Export ⇥ De retour de congés, je constate que l'export est toujours vide.
      Re: Export ⇥ Je pars en congés vendredi, il me faut le fichier avant.
      Re: Export ⇥ Je suis en déplacement aujourd'hui, appelez-moi sur mon portable.
      Re: Export ⇥ Mes congés commencent lundi, il faut que l'export soit prêt.
      Re: Export ⇥ Nous sommes fermés du 21 au 28, la livraison arrivera-t-elle avant ?
      Re: Export ⇥ Je rentre lundi et j'attends le fichier corrigé.
      Re: Export ⇥ Je suis en congé, mais le paiement doit partir aujourd'hui. Una (una@lac.example) valide.
      Re: Export ⇥ Je suis absent jusqu'au 15 janvier. Ida Moor (ida@moor.example) a besoin du même accès que moi.
      Re: Export ⇥ Je suis en congé jusqu'à vendredi, mon collègue Ben (ben@x.example) signera le contrat.
      Re: Export ⇥ Je suis en déplacement jusqu'à lundi. Ben (ben@x.example) a la licence, transférez-la lui.
      Re: Export ⇥ Merci pour votre message. Je suis en vacances et l'alarme sonne chaque nuit.
      Re: Export ⇥ Je suis absente, annulez le rendez-vous de lundi. Je répondrai à mon retour.
  `,
  ),
  ...of(
    'es',
    `
      Re: Export ⇥ Mañana estoy de vacaciones, enviadlo por favor a Marta.
      Re: Export ⇥ Estuve fuera y ahora veo que sigue sin funcionar.
      Re: Export ⇥ Hoy estoy de viaje, llamadme al móvil.
      Re: Export ⇥ Cerramos del 21 al 28, mandad el pedido antes.
      Re: Export ⇥ Estoy de vacaciones pero hay que pagar hoy. Una (una@lago.example) lo aprueba.
      Re: Export ⇥ Estaré fuera hasta el 15 de enero. Ida Moor (ida@moor.example) necesita el mismo acceso que yo.
      Re: Export ⇥ Estoy de vacaciones hasta el viernes, mi compañero Ben (ben@x.example) firmará el contrato.
      Re: Export ⇥ Gracias por su mensaje. Estoy de viaje y la alarma suena cada noche.
  `,
  ),
  ...of(
    'it',
    `
      Re: Export ⇥ Da domani sono in ferie, sentite pure il collega Villa.
      Re: Export ⇥ Rientrato dalle ferie, il file è ancora vuoto.
      Re: Export ⇥ Oggi sono in trasferta, chiamatemi sul cellulare.
      Re: Export ⇥ Siamo chiusi dal 21 al 28, spedite prima per favore.
      Re: Export ⇥ Sono in ferie ma il pagamento deve partire oggi, approva Una (una@lago.example).
      Re: Export ⇥ Sarò assente fino al 15 gennaio. A Ida Moor (ida@moor.example) serve lo stesso accesso.
      Re: Export ⇥ Sono in ferie fino a venerdì, il collega Ben (ben@x.example) firmerà il contratto.
  `,
  ),
  ...of(
    'pt',
    `
      Re: Export ⇥ Estou de férias a partir de amanhã, falem com a Ana sobre isto.
      Re: Export ⇥ Voltei de férias e o ficheiro continua vazio.
      Re: Export ⇥ Hoje estou em viagem, liguem-me para o telemóvel.
      Re: Export ⇥ Estamos fechados de 21 a 28, mandem a encomenda antes.
  `,
  ),
  ...of(
    'nl',
    `
      Re: Export ⇥ Ik ben morgen vrij, stuur het maar naar Joost.
      Re: Export ⇥ Ben terug van vakantie en het werkt nog steeds niet.
      Re: Export ⇥ Vandaag ben ik op reis, bel me mobiel.
      Re: Export ⇥ Wij zijn dicht van 21 t/m 28 december, lever svp eerder.
      Re: Export ⇥ Ik ben afwezig tot 15 januari. Ida Moor (ida@moor.example) heeft dezelfde toegang nodig.
      Re: Export ⇥ Ik ben op vakantie tot vrijdag, mijn collega Ben (ben@x.example) tekent het contract.
  `,
  ),
  ...of(
    'sv',
    `
      Re: Export ⇥ Jag är ledig imorgon, prata med Lena om detta.
      Re: Export ⇥ Idag är jag på resa, ring min mobil.
      Re: Export ⇥ Vi har stängt 21–28 december, leverera innan dess.
      Re: Export ⇥ Jag är på semester till fredag, min kollega Ben (ben@x.example) skriver under avtalet.
  `,
  ),
  ...of(
    'da',
    `
      Re: Export ⇥ Jeg har fri i morgen, skriv til Mette i stedet.
      Re: Export ⇥ I dag er jeg på rejse, ring til min mobil.
      Re: Export ⇥ Vi har lukket 21.–28. december, lever venligst inden.
  `,
  ),
  ...of(
    'no',
    `
      Re: Export ⇥ Jeg har fri i morgen, snakk med Kari.
      Re: Export ⇥ I dag er jeg på reise, ring mobilen min.
      Re: Export ⇥ Vi har stengt 21.–28. desember, lever før det.
  `,
  ),
  ...of(
    'fi',
    `
      Re: Export ⇥ Olen lomalla huomisesta alkaen, hoida asia Lauran kanssa.
      Re: Export ⇥ Olen tänään matkalla, soittakaa kännykkään.
      Re: Export ⇥ Olemme kiinni 21.–28.12., toimittakaa ennen sitä.
  `,
  ),
  ...of(
    'pl',
    `
      Re: Export ⇥ Od jutra jestem na urlopie, proszę ustalić to z Anną.
      Re: Export ⇥ Wróciłem z urlopu i nadal nie działa.
      Re: Export ⇥ Dziś jestem w podróży, proszę dzwonić na komórkę.
      Re: Export ⇥ Mamy nieczynne od 21 do 28 grudnia, proszę dostarczyć wcześniej.
      Re: Export ⇥ Jestem nieobecny do 15 stycznia. Ida Moor (ida@moor.example) potrzebuje takiego samego dostępu.
      Re: Export ⇥ Jestem na urlopie do piątku, kolega Ben (ben@x.example) podpisze umowę.
  `,
  ),
  ...of(
    'cs',
    `
      Re: Export ⇥ Zítra mám dovolenou, domluvte se prosím s Janou.
      Re: Export ⇥ Dnes jsem na cestě, volejte mi na mobil.
      Re: Export ⇥ Máme zavřeno od 21. do 28. prosince, dodejte prosím dříve.
  `,
  ),
  ...of(
    'hu',
    `
      Re: Export ⇥ Holnaptól szabadságon vagyok, kérem, Évával egyeztessenek.
      Re: Export ⇥ Ma úton vagyok, hívjanak mobilon.
      Re: Export ⇥ December 21–28. között zárva vagyunk, szállítsanak előtte.
  `,
  ),
  ...of(
    'ro',
    `
      Re: Export ⇥ De mâine sunt în concediu, vorbiți cu Elena.
  `,
  ),
  ...of(
    'tr',
    `
      Re: Export ⇥ Yarın izinliyim, lütfen Ayşe ile görüşün.
      Re: Export ⇥ Bugün seyahatteyim, cepten arayın.
      Re: Export ⇥ 21-28 Aralık arası kapalıyız, önce teslim edin.
  `,
  ),
  ...of(
    'ru',
    `
      Re: Export ⇥ С завтрашнего дня я в отпуске, решите это с Ириной.
      Re: Export ⇥ Вышел из отпуска, выгрузка всё ещё пустая.
      Re: Export ⇥ Сегодня я в дороге, звоните на мобильный.
      Re: Export ⇥ Мы закрыты с 21 по 28 декабря, привезите раньше.
      Re: Export ⇥ Меня нет до 15 января. Иде Моор (ida@moor.example) нужен такой же доступ.
      Re: Export ⇥ Я в отпуске до пятницы, мой коллега Бен (ben@x.example) подпишет договор.
  `,
  ),
  ...of(
    'uk',
    `
      Re: Export ⇥ Із завтрашнього дня я у відпустці, узгодьте це з Оленою.
      Re: Export ⇥ Сьогодні я в дорозі, телефонуйте на мобільний.
      Re: Export ⇥ Ми зачинені з 21 по 28 грудня, привезіть раніше.
  `,
  ),
  ...of(
    'el',
    `
      Re: Export ⇥ Από αύριο είμαι σε άδεια, μιλήστε με τη Μαρία.
      Re: Export ⇥ Σήμερα ταξιδεύω, πάρτε με στο κινητό.
      Re: Export ⇥ Είμαστε κλειστά 21 με 28 Δεκεμβρίου, παραδώστε νωρίτερα.
  `,
  ),
  ...of(
    'ja',
    `
      Re: Export ⇥ 明日から休暇ですので、田中に送ってください。
      Re: Export ⇥ 休暇から戻りましたが、まだ空のままです。
      Re: Export ⇥ 本日は出張中ですので、携帯に電話してください。
      Re: Export ⇥ 12月21日から28日まで休業ですので、その前に納品してください。
      Re: Export ⇥ 金曜日まで休暇中ですので、契約書は同僚のベン（ben@x.example）に渡してあります。
  `,
  ),
  ...of(
    'zh',
    `
      Re: Export ⇥ 我明天休假，请把文件发给王丽。
      Re: Export ⇥ 休假回来了，文件还是空的。
      Re: Export ⇥ 我今天出差，请打我手机。
      Re: Export ⇥ 我们21日到28日放假，请提前送货。
      Re: Export ⇥ 我休假到周五，合同由同事李明（ben@x.example）签。
  `,
  ),
  ...of(
    'ko',
    `
      Re: Export ⇥ 내일부터 휴가이니 김지영 과장에게 보내 주세요.
      Re: Export ⇥ 오늘 출장 중이니 휴대폰으로 전화 주세요.
      Re: Export ⇥ 21일부터 28일까지 휴무이니 그 전에 배송해 주세요.
  `,
  ),
  ...of(
    'ar',
    `
      Re: Export ⇥ أنا في إجازة من الغد، أرسلوه إلى سارة.
      Re: Export ⇥ أنا في الطريق اليوم، اتصلوا على الجوال.
  `,
  ),
  ...of(
    'sk',
    `
      Re: Export ⇥ Zajtra mám dovolenku, dohodnite sa s Janou.
  `,
  ),
  ...of(
    'hr',
    `
      Re: Export ⇥ Sutra sam na godišnjem, javite se Ani.
  `,
  ),
]
