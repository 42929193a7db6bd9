/**
 * Notices of programs that do not mark them, and people who write of holidays, offices and absence.
 * Each set was written, and measured, before any rule was mended by it, see `docs/email.md`.
 */
type Mail = readonly [subject: string, text: string]
type Set = Readonly<Record<string, { notices: readonly Mail[]; people: readonly Mail[] }>>

export const unseenAbsences: readonly Set[] = [
  // written before the rules were looked at
  {
    en: {
      notices: [
        ['Automatic reply: Export fails', 'I am out of office today and will be back tomorrow.'],
        [
          'Out of Office: Re: Export fails',
          "Thanks for your email. I'm away until Monday 30 November. For anything urgent please contact Dana on dana@brightwater.example or +44 20 7946 0958.",
        ],
        [
          'Re: Export fails',
          'Hello,\n\nThank you for your email. I am currently on annual leave, returning on 7 December. I will have no access to email during this time.\n\nKind regards\nHelen Okafor',
        ],
        [
          'Re: Export fails',
          'I am on parental leave until March 2027. Please direct all enquiries to office@brightwater.example.',
        ],
        [
          'Automatic reply: Re: Export fails',
          'Our office is closed for the public holiday and reopens on Tuesday. Your message will be answered then.',
        ],
        ['OOO Re: Export fails', 'Out until 1/12. Ring Dan.'],
        [
          'Re: Export fails',
          'This mailbox is not monitored. I have left the company; please write to info@brightwater.example.',
        ],
        [
          'Auto: Export fails',
          'I am travelling with limited access to email and will respond as soon as I can.',
        ],
        ['Vacation reply', 'On vacation 23-27 Nov. Your email will not be forwarded.'],
      ],
      people: [
        ['Re: Export fails', 'I am on holiday next week, please fix it before.'],
        ['Re: Export fails', "I'm out of the office tomorrow, so please call my mobile instead."],
        [
          'Re: Export fails',
          'I will be away from Monday. Can Anna approve the change in my place?',
        ],
        ['Re: Export fails', 'I am back from vacation and it is still broken.'],
        ['Re: Export fails', 'Our office is closed on Friday, please do the update then.'],
        [
          'Re: Export fails',
          'I am away until Monday. Please send the new password to dana@brightwater.example.',
        ],
        [
          'Re: Export fails',
          "I'm on leave from tomorrow. Please don't change anything until I'm back.",
        ],
        ['Re: Export fails', 'I am out of office. My colleague says nothing arrived.'],
        ['Re: Export fails', 'Dana is on leave, so please write to me from now on.'],
        ['Re: Export fails', 'I no longer work in sales, so remove me from that group.'],
        ['Re: Export fails', 'I am travelling and the app logs me out in every hotel.'],
        [
          'Automatic reply is sent twice',
          'Our customers get our automatic reply twice. Please stop it.',
        ],
        ['Out of office not working', 'I set my out of office and nobody gets it.'],
        ['Out of office', 'Please set an out of office for Dana until Monday.'],
        ['Re: Export fails', 'I will be back on Monday and would like it to run by then.'],
        ['Re: Export fails', 'I return on 7 December. Please leave the ticket open.'],
        ['Re: Export fails', 'I am out of the office. Try my deputy Dan; he knows the machine.'],
        ['Re: Export fails', 'On vacation now, but I need this today.'],
        ['Re: Export fails', 'Thanks for your message. I am in the office until Friday.'],
        ['Re: Export fails', 'We are closed over Christmas. Please make sure nothing is charged.'],
        ['Re: Export fails', 'I have limited access to email, text me.'],
        ['Re: Export fails', 'I am on sick leave and cannot reach my payslips.'],
        [
          'Re: Export fails',
          'I am away this week. Please contact Dana for the approval, then run it.',
        ],
        ['Re: Export fails', 'I will reply on Monday. Until then leave it as it is.'],
        ['Re: Export fails', 'Our office has moved, the new address is on our website.'],
        ['Re: Export fails', 'I have left the company. Close my account and refund the rest.'],
        ['Re: Export fails', 'I am in a meeting until noon. Send it in the afternoon.'],
        ['Re: Out of office text is wrong', 'It says Monday. It must say Tuesday.'],
        [
          'Re: Export fails',
          'I start my maternity leave on 1 December. Dana takes over, so give her my role.',
        ],
        [
          'Re: Export fails',
          'The office is closed, and I stand in front of the door without a code.',
        ],
      ],
    },
    de: {
      notices: [
        ['Automatische Antwort: Export schlägt fehl', 'Ich bin heute nicht im Büro.'],
        ['Abwesend: Export schlägt fehl', 'Bin bis 30.11. im Urlaub.'],
        [
          'AW: Export schlägt fehl',
          'Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis einschließlich 4. Dezember im Urlaub und habe keinen Zugriff auf meine E-Mails. In dringenden Fällen wenden Sie sich bitte an Frau Huber (huber@koehler.example, 0711 123456-11).\n\nMit freundlichen Grüßen\nSabine Köhler',
        ],
        [
          'AW: Export schlägt fehl',
          'Ich befinde mich in Elternzeit. Ihre E-Mail wird nicht weitergeleitet.',
        ],
        [
          'Out of Office AW: Export schlägt fehl',
          'Ich bin außer Haus und ab Montag wieder erreichbar.',
        ],
        ['Abwesenheitsassistent: Export', 'Unser Büro ist zwischen den Jahren geschlossen.'],
      ],
      people: [
        ['AW: Export schlägt fehl', 'Ich bin nächste Woche im Urlaub, bitte vorher beheben.'],
        [
          'AW: Export schlägt fehl',
          'Ich bin ab morgen nicht im Büro, rufen Sie mich bitte auf dem Handy an.',
        ],
        ['AW: Export schlägt fehl', 'Ich bin bis Freitag im Urlaub. Bitte so lange nichts ändern.'],
        ['AW: Export schlägt fehl', 'Bin wieder aus dem Urlaub da, es geht immer noch nicht.'],
        ['AW: Export schlägt fehl', 'Frau Huber ist im Urlaub, deshalb bitte alles an mich.'],
        [
          'AW: Export schlägt fehl',
          'Ich bin erst Montag wieder im Haus und brauche den Export bis dahin.',
        ],
        ['Abwesenheitsnotiz', 'Bitte richten Sie für Herrn Schulz eine Abwesenheitsnotiz ein.'],
        [
          'Abwesenheitsnotiz geht nicht raus',
          'Meine Abwesenheitsnotiz wird seit gestern nicht verschickt.',
        ],
        [
          'AW: Export schlägt fehl',
          'Wir haben zwischen den Jahren geschlossen, bitte in der Zeit nichts abbuchen.',
        ],
        [
          'AW: Export schlägt fehl',
          'Ich arbeite nicht mehr bei Köhler. Löschen Sie bitte mein Konto.',
        ],
        ['AW: Export schlägt fehl', 'Ich bin in Elternzeit und komme nicht an meine Abrechnung.'],
        ['AW: Export schlägt fehl', 'Ich bin im Homeoffice, dort kommt die Meldung nicht.'],
        ['AW: Export schlägt fehl', 'Bin unterwegs, schicken Sie mir den Code per SMS.'],
      ],
    },
    fr: {
      notices: [
        ['Réponse automatique : Export en erreur', "Je suis absente aujourd'hui."],
        [
          'RE: Export en erreur',
          "Bonjour,\n\nJe suis en congés jusqu'au 4 décembre inclus. En cas d'urgence, merci de contacter Paul Martin (paul@dubois.example).\n\nCordialement\nClaire Dubois",
        ],
        ["Message d'absence", 'De retour lundi.'],
      ],
      people: [
        [
          'RE: Export en erreur',
          'Je suis en congés la semaine prochaine, merci de corriger avant.',
        ],
        ['RE: Export en erreur', "Je suis absente jusqu'à lundi, ne changez rien d'ici là."],
        ['RE: Export en erreur', 'Je rentre de vacances et rien ne marche.'],
        ['RE: Export en erreur', 'Paul est absent, écrivez-moi directement.'],
        ['RE: Export en erreur', 'Nous sommes fermés vendredi, faites la mise à jour ce jour-là.'],
        ['RE: Export en erreur', 'Je suis en déplacement, appelez-moi sur mon portable.'],
        ['Réponse automatique', 'Pouvez-vous modifier notre réponse automatique'],
      ],
    },
    es: {
      notices: [
        ['Respuesta automática: Falla la exportación', 'Hoy no estoy en la oficina.'],
        [
          'RE: Falla la exportación',
          'Estoy de vacaciones hasta el 4 de diciembre. Para asuntos urgentes, contacte con Pedro Ruiz (pedro@ortega.example).\n\nUn saludo\nLucía Ortega',
        ],
        ['Fuera de la oficina: Falla la exportación', 'Vuelvo el lunes.'],
      ],
      people: [
        [
          'RE: Falla la exportación',
          'La semana que viene estoy de vacaciones, arréglenlo antes por favor.',
        ],
        ['RE: Falla la exportación', 'Estoy fuera hasta el lunes. No cambien nada hasta entonces.'],
        ['RE: Falla la exportación', 'He vuelto de vacaciones y sigue igual.'],
        ['RE: Falla la exportación', 'Pedro está de vacaciones, escríbanme a mí.'],
        ['RE: Falla la exportación', 'Estoy de viaje, llámenme al móvil.'],
        ['RE: Falla la exportación', 'Cerramos el viernes; hagan el cambio ese día.'],
      ],
    },
    it: {
      notices: [
        ['Risposta automatica: Esportazione non riuscita', 'Oggi sono fuori ufficio.'],
        [
          'R: Esportazione non riuscita',
          'Sono in ferie fino al 4 dicembre. Per urgenze contattare Marco Bianchi (marco@ferrari.example).\n\nCordiali saluti\nGiulia Ferrari',
        ],
        ['Fuori ufficio: Esportazione', 'Rientro lunedì.'],
      ],
      people: [
        [
          'R: Esportazione non riuscita',
          'La settimana prossima sono in ferie, sistematelo prima per favore.',
        ],
        ['R: Esportazione non riuscita', 'Sono fuori ufficio fino a lunedì, non modificate nulla.'],
        ['R: Esportazione non riuscita', 'Sono rientrata dalle ferie ed è tutto come prima.'],
        ['R: Esportazione non riuscita', 'Marco è in ferie, scrivete a me.'],
        ['R: Esportazione non riuscita', 'Sono in viaggio, chiamatemi sul cellulare.'],
        ['R: Esportazione non riuscita', 'Venerdì siamo chiusi, fatelo in quel giorno.'],
      ],
    },
    pt: {
      notices: [
        ['Resposta automática: Erro na exportação', 'Hoje não estou no escritório.'],
        [
          'RE: Erro na exportação',
          'Estou de férias até 4 de dezembro. Em caso de urgência, contacte Rui Costa (rui@carvalho.example).\n\nCumprimentos\nInês Carvalho',
        ],
        ['Ausência temporária: Erro na exportação', 'Regresso na segunda-feira.'],
      ],
      people: [
        ['RE: Erro na exportação', 'Na próxima semana estou de férias, resolvam antes por favor.'],
        ['RE: Erro na exportação', 'Estou fora até segunda, não alterem nada até lá.'],
        ['RE: Erro na exportação', 'Voltei de férias e continua igual.'],
        ['RE: Erro na exportação', 'O Rui está de férias, escrevam para mim.'],
        ['RE: Erro na exportação', 'Estou em viagem, liguem para o telemóvel.'],
        ['RE: Erro na exportação', 'Fechamos na sexta; façam a mudança nesse dia.'],
      ],
    },
    nl: {
      notices: [
        ['Automatisch antwoord: Export mislukt', 'Ik ben vandaag niet op kantoor.'],
        [
          'RE: Export mislukt',
          'Ik ben met vakantie tot en met 4 december. Voor dringende zaken kunt u contact opnemen met Jan Smit (jan@devries.example).\n\nMet vriendelijke groet\nAnouk de Vries',
        ],
        ['Afwezig: Export mislukt', 'Maandag ben ik er weer.'],
      ],
      people: [
        ['RE: Export mislukt', 'Ik ben volgende week met vakantie, graag eerder oplossen.'],
        ['RE: Export mislukt', 'Ik ben tot maandag afwezig, verander tot dan niets.'],
        ['RE: Export mislukt', 'Ik ben terug van vakantie en het is nog steeds stuk.'],
        ['RE: Export mislukt', 'Jan is met vakantie, stuur het naar mij.'],
        ['RE: Export mislukt', 'Ik ben onderweg, bel me op mijn mobiel.'],
        ['RE: Export mislukt', 'Vrijdag zijn we gesloten, doe het dan.'],
      ],
    },
    pl: {
      notices: [
        ['Automatyczna odpowiedź: Błąd eksportu', 'Dzisiaj jestem poza biurem.'],
        [
          'Odp: Błąd eksportu',
          'Jestem na urlopie do 4 grudnia. W pilnych sprawach proszę o kontakt z Janem Kowalskim (jan@nowak.example).\n\nPozdrawiam\nKatarzyna Nowak',
        ],
        ['Nieobecność: Błąd eksportu', 'Wracam w poniedziałek.'],
      ],
      people: [
        [
          'Odp: Błąd eksportu',
          'W przyszłym tygodniu jestem na urlopie, proszę naprawić to wcześniej.',
        ],
        ['Odp: Błąd eksportu', 'Jestem nieobecna do poniedziałku, proszę nic nie zmieniać.'],
        ['Odp: Błąd eksportu', 'Wróciłam z urlopu i dalej to samo.'],
        ['Odp: Błąd eksportu', 'Jan jest na urlopie, proszę pisać do mnie.'],
        ['Odp: Błąd eksportu', 'Jestem w podróży, proszę dzwonić na komórkę.'],
      ],
    },
    cs: {
      notices: [
        ['Automatická odpověď: Chyba exportu', 'Dnes nejsem v kanceláři.'],
        [
          'RE: Chyba exportu',
          'Do 4. prosince čerpám dovolenou. V naléhavých případech kontaktujte Petra Nováka (petr@horak.example).\n\nS pozdravem\nJana Horáková',
        ],
      ],
      people: [
        ['RE: Chyba exportu', 'Příští týden mám dovolenou, opravte to prosím předtím.'],
        ['RE: Chyba exportu', 'Do pondělí nejsem v kanceláři, nic zatím neměňte.'],
        ['RE: Chyba exportu', 'Vrátila jsem se z dovolené a je to pořád stejné.'],
        ['RE: Chyba exportu', 'Petr má dovolenou, pište prosím mně.'],
        ['RE: Chyba exportu', 'Jsem na cestách, volejte na mobil.'],
      ],
    },
    sv: {
      notices: [
        ['Autosvar: Exporten misslyckas', 'Jag är inte på kontoret idag.'],
        [
          'Sv: Exporten misslyckas',
          'Jag har semester till och med 4 december. Vid brådskande ärenden kontakta Olle Berg (olle@lindqvist.example).\n\nMed vänliga hälsningar\nKarin Lindqvist',
        ],
        ['Frånvarande: Exporten misslyckas', 'Åter på måndag.'],
      ],
      people: [
        ['Sv: Exporten misslyckas', 'Jag har semester nästa vecka, fixa det innan dess tack.'],
        ['Sv: Exporten misslyckas', 'Jag är borta till måndag, ändra inget innan dess.'],
        [
          'Sv: Exporten misslyckas',
          'Jag är tillbaka från semestern och det är fortfarande trasigt.',
        ],
        ['Sv: Exporten misslyckas', 'Olle har semester, skriv till mig i stället.'],
        ['Sv: Exporten misslyckas', 'Jag är på resa, ring mobilen.'],
      ],
    },
    da: {
      notices: [
        ['Automatisk svar: Eksport fejler', 'Jeg er ikke på kontoret i dag.'],
        [
          'SV: Eksport fejler',
          'Jeg holder ferie til og med 4. december. I hastende tilfælde kontakt Ole Holm (ole@sorensen.example).\n\nMed venlig hilsen\nMette Sørensen',
        ],
      ],
      people: [
        ['SV: Eksport fejler', 'Jeg har ferie i næste uge, ret det venligst inden.'],
        ['SV: Eksport fejler', 'Jeg er væk til mandag, lad alt være så længe.'],
        ['SV: Eksport fejler', 'Jeg er tilbage fra ferie, og det er stadig i stykker.'],
        ['SV: Eksport fejler', 'Ole har ferie, skriv til mig.'],
      ],
    },
    no: {
      notices: [
        ['Automatisk svar: Eksport feiler', 'Jeg er ikke på kontoret i dag.'],
        [
          'SV: Eksport feiler',
          'Jeg har ferie til og med 4. desember. I hastesaker kontakt Ole Dahl (ole@berg.example).\n\nMed vennlig hilsen\nIngrid Berg',
        ],
      ],
      people: [
        ['SV: Eksport feiler', 'Jeg har ferie neste uke, vennligst rett det før det.'],
        ['SV: Eksport feiler', 'Jeg er borte til mandag, la alt være så lenge.'],
        ['SV: Eksport feiler', 'Jeg er tilbake fra ferie, og det er fortsatt ødelagt.'],
        ['SV: Eksport feiler', 'Ole har ferie, skriv til meg.'],
      ],
    },
    fi: {
      notices: [
        ['Automaattinen vastaus: Vienti epäonnistuu', 'En ole tänään toimistolla.'],
        [
          'Vs: Vienti epäonnistuu',
          'Olen lomalla 4. joulukuuta asti. Kiireellisissä asioissa ota yhteyttä Olli Virtaseen (olli@makinen.example).\n\nYstävällisin terveisin\nLiisa Mäkinen',
        ],
      ],
      people: [
        ['Vs: Vienti epäonnistuu', 'Olen ensi viikolla lomalla, korjatkaa se ennen sitä.'],
        ['Vs: Vienti epäonnistuu', 'Olen poissa maanantaihin, älkää muuttako mitään.'],
        ['Vs: Vienti epäonnistuu', 'Palasin lomalta ja vika on yhä siellä.'],
        ['Vs: Vienti epäonnistuu', 'Olli on lomalla, kirjoittakaa minulle.'],
      ],
    },
    tr: {
      notices: [
        ['Otomatik yanıt: Dışa aktarma başarısız', 'Bugün ofiste değilim.'],
        [
          'Ynt: Dışa aktarma başarısız',
          '4 Aralık tarihine kadar izindeyim. Acil durumlarda Ali Demir (ali@yilmaz.example) ile iletişime geçebilirsiniz.\n\nSaygılarımla\nAyşe Yılmaz',
        ],
      ],
      people: [
        ['Ynt: Dışa aktarma başarısız', 'Gelecek hafta izindeyim, lütfen önceden düzeltin.'],
        ['Ynt: Dışa aktarma başarısız', 'Pazartesiye kadar yokum, hiçbir şeyi değiştirmeyin.'],
        ['Ynt: Dışa aktarma başarısız', 'İzinden döndüm, hâlâ bozuk.'],
        ['Ynt: Dışa aktarma başarısız', 'Ali izinde, bana yazın.'],
      ],
    },
    ro: {
      notices: [
        ['Răspuns automat: Exportul eșuează', 'Astăzi nu sunt la birou.'],
        [
          'RE: Exportul eșuează',
          'Sunt în concediu până pe 4 decembrie. Pentru urgențe vă rog să contactați pe Ion Ionescu (ion@popescu.example).\n\nCu stimă\nElena Popescu',
        ],
      ],
      people: [
        ['RE: Exportul eșuează', 'Săptămâna viitoare sunt în concediu, rezolvați înainte.'],
        ['RE: Exportul eșuează', 'Lipsesc până luni, nu schimbați nimic.'],
        ['RE: Exportul eșuează', 'M-am întors din concediu și tot nu merge.'],
        ['RE: Exportul eșuează', 'Ion este în concediu, scrieți-mi mie.'],
      ],
    },
    hu: {
      notices: [
        ['Automatikus válasz: Exportálási hiba', 'Ma nem vagyok az irodában.'],
        [
          'Vá: Exportálási hiba',
          'December 4-ig szabadságon vagyok. Sürgős esetben keresse Kiss Jánost (janos@nagy.example).\n\nÜdvözlettel\nNagy Eszter',
        ],
      ],
      people: [
        ['Vá: Exportálási hiba', 'Jövő héten szabadságon leszek, kérem előtte javítsák ki.'],
        ['Vá: Exportálási hiba', 'Hétfőig nem vagyok bent, addig ne változtassanak semmit.'],
        ['Vá: Exportálási hiba', 'Visszajöttem a szabadságról, és még mindig rossz.'],
        ['Vá: Exportálási hiba', 'János szabadságon van, nekem írjanak.'],
      ],
    },
    el: {
      notices: [
        ['Αυτόματη απάντηση: Αποτυχία εξαγωγής', 'Σήμερα δεν βρίσκομαι στο γραφείο.'],
        [
          'ΑΠ: Αποτυχία εξαγωγής',
          'Είμαι σε άδεια μέχρι τις 4 Δεκεμβρίου. Για επείγοντα θέματα επικοινωνήστε με τον Νίκο Γεωργίου (nikos@papadaki.example).\n\nΜε εκτίμηση\nΕλένη Παπαδάκη',
        ],
      ],
      people: [
        [
          'ΑΠ: Αποτυχία εξαγωγής',
          'Την επόμενη εβδομάδα είμαι σε άδεια, διορθώστε το νωρίτερα παρακαλώ.',
        ],
        ['ΑΠ: Αποτυχία εξαγωγής', 'Λείπω μέχρι τη Δευτέρα, μην αλλάξετε τίποτα.'],
        ['ΑΠ: Αποτυχία εξαγωγής', 'Γύρισα από την άδεια και είναι ακόμα χαλασμένο.'],
        ['ΑΠ: Αποτυχία εξαγωγής', 'Ο Νίκος είναι σε άδεια, γράψτε σε μένα.'],
      ],
    },
    ru: {
      notices: [
        ['Автоматический ответ: Ошибка экспорта', 'Сегодня меня нет в офисе.'],
        [
          'Re: Ошибка экспорта',
          'Я в отпуске до 4 декабря. По срочным вопросам обращайтесь к Ивану Петрову (ivan@smirnova.example).\n\nС уважением\nОльга Смирнова',
        ],
        ['Отсутствую: Ошибка экспорта', 'Буду в понедельник.'],
      ],
      people: [
        ['Re: Ошибка экспорта', 'На следующей неделе я в отпуске, исправьте до этого.'],
        ['Re: Ошибка экспорта', 'Меня нет до понедельника, ничего не меняйте.'],
        ['Re: Ошибка экспорта', 'Вернулась из отпуска, всё так же сломано.'],
        ['Re: Ошибка экспорта', 'Иван в отпуске, пишите мне.'],
        ['Re: Ошибка экспорта', 'Я в командировке, звоните на мобильный.'],
      ],
    },
    uk: {
      notices: [
        ['Автоматична відповідь: Помилка експорту', 'Сьогодні мене немає в офісі.'],
        [
          'Re: Помилка експорту',
          'Я у відпустці до 4 грудня. З термінових питань звертайтеся до Івана Петренка (ivan@koval.example).\n\nЗ повагою\nОксана Коваль',
        ],
      ],
      people: [
        ['Re: Помилка експорту', 'Наступного тижня я у відпустці, виправте до того.'],
        ['Re: Помилка експорту', 'Мене немає до понеділка, нічого не змінюйте.'],
        ['Re: Помилка експорту', 'Повернулася з відпустки, все ще зламано.'],
        ['Re: Помилка експорту', 'Іван у відпустці, пишіть мені.'],
      ],
    },
    ja: {
      notices: [
        ['自動応答: エクスポートの失敗', '本日は不在にしております。'],
        [
          'Re: エクスポートの失敗',
          '12月4日まで休暇をいただいております。お急ぎの方は鈴木(suzuki@sample.example)までご連絡ください。',
        ],
      ],
      people: [
        ['Re: エクスポートの失敗', '来週は休暇ですので、その前に直してください。'],
        ['Re: エクスポートの失敗', '月曜まで不在です。それまで何も変更しないでください。'],
        ['Re: エクスポートの失敗', '休暇から戻りましたが、まだ直っていません。'],
        ['Re: エクスポートの失敗', '鈴木は休暇中なので、私に連絡してください。'],
      ],
    },
    zh: {
      notices: [
        ['自动回复:导出失败', '我今天不在办公室。'],
        ['回复: 导出失败', '我在12月4日之前休假。如有急事,请联系李明(liming@wang.example)。'],
      ],
      people: [
        ['回复: 导出失败', '我下周休假,请在那之前修好。'],
        ['回复: 导出失败', '我到周一才回来,在此之前不要改动。'],
        ['回复: 导出失败', '我休假回来了,还是坏的。'],
        ['回复: 导出失败', '李明在休假,请写信给我。'],
      ],
    },
    ko: {
      notices: [
        ['자동 회신: 내보내기 실패', '오늘은 사무실에 없습니다.'],
        [
          'Re: 내보내기 실패',
          '12월 4일까지 휴가입니다. 급한 용무는 이철수(cs@kim.example)에게 연락 바랍니다.',
        ],
      ],
      people: [
        ['Re: 내보내기 실패', '다음 주에 휴가이니 그 전에 고쳐 주세요.'],
        ['Re: 내보내기 실패', '월요일까지 자리에 없으니 아무것도 바꾸지 마세요.'],
        ['Re: 내보내기 실패', '휴가에서 돌아왔는데 아직도 고장입니다.'],
        ['Re: 내보내기 실패', '철수는 휴가 중이니 저에게 연락 주세요.'],
      ],
    },
  },
  // a second set, written before anything was mended by the first
  {
    en: {
      notices: [
        [
          'Automatic reply: No invoices',
          'Thank you for contacting me. I am attending a conference this week and will answer next Monday.',
        ],
        [
          'Re: No invoices',
          'Hi there,\n\nI am out of the office from 23 November to 27 November. If your request is urgent, please contact Omar at omar@tamarind.example, otherwise I will get back to you on my return.\n\nNadia Haddad\nTamarind Labs',
        ],
        ['Out of office: No invoices', "I'm off today."],
        [
          'Autoreply: No invoices',
          'Joe Blake has left Tamarind Labs. Please use hello@tamarind.example.',
        ],
      ],
      people: [
        ['Re: No invoices', 'I am off from Thursday, so today would be good.'],
        ['Re: No invoices', 'I was on holiday when this came. The invoices are still missing.'],
        [
          'Re: No invoices',
          'We are on vacation until the 7th and the house is empty, do not ship it.',
        ],
        ['Re: No invoices', 'I will be out of the office on Friday. Someone must be let in.'],
        ['Re: No invoices', 'I am currently away from my desk. Write here, not to my phone.'],
        ['Re: No invoices', 'Please contact Omar, he has the key.'],
        ['Re: No invoices', 'I will get back to you on Monday with the numbers.'],
        ['Re: No invoices', 'My colleague is on leave and nobody knows her password.'],
        ['Autoreply loop', 'Your autoreply answers mine since yesterday.'],
        [
          'Re: Vacation days wrong',
          'I am on vacation until 4 December, that makes ten days and not nine.',
        ],
        ['Re: No invoices', 'I am back on Monday. Then we can look together.'],
        ['Re: No invoices', 'I am out of office but I read my mail. Go ahead.'],
      ],
    },
    de: {
      notices: [
        [
          'Automatische Antwort: Keine Rechnungen',
          'Vielen Dank für Ihre E-Mail. Ich bin derzeit auf Dienstreise und melde mich nach meiner Rückkehr.',
        ],
        [
          'Re: Keine Rechnungen',
          'Sehr geehrte Damen und Herren,\n\nich bin vom 23.11. bis 27.11.2026 nicht im Büro. Ihre Nachricht wird nicht weitergeleitet. Bitte wenden Sie sich in dringenden Fällen an info@brandt.example.\n\nMit freundlichen Grüßen\nUte Brandt',
        ],
        ['Abwesenheit: Keine Rechnungen', 'Montag bin ich zurück.'],
      ],
      people: [
        ['Re: Keine Rechnungen', 'Ab Donnerstag habe ich frei, heute wäre gut.'],
        ['Re: Keine Rechnungen', 'Während meines Urlaubs kam nichts an.'],
        [
          'Re: Keine Rechnungen',
          'Ich bin am Freitag nicht im Büro, jemand muss den Techniker reinlassen.',
        ],
        ['Re: Keine Rechnungen', 'Bitte wenden Sie sich an Omar, er hat den Schlüssel.'],
        ['Re: Keine Rechnungen', 'Meine Kollegin ist in Urlaub und niemand kennt ihr Passwort.'],
        ['Re: Keine Rechnungen', 'Ich melde mich am Montag mit den Zahlen.'],
        ['Abwesenheit falsch angezeigt', 'Im Kalender steht Abwesenheit, obwohl ich da bin.'],
        ['Re: Keine Rechnungen', 'Bin nicht im Büro, lese aber Mails. Legen Sie los.'],
      ],
    },
    fr: {
      notices: [
        [
          'Réponse automatique : Pas de factures',
          'Actuellement en déplacement, je vous répondrai à mon retour.',
        ],
        [
          'Re: Pas de factures',
          'Bonjour,\nje suis absent du bureau du 23 au 27 novembre. Je répondrai à votre message dès mon retour. Pour toute urgence, contactez accueil@martin.example.\n\nHugo Martin',
        ],
      ],
      people: [
        ['Re: Pas de factures', "Je suis absent jeudi, aujourd'hui ce serait bien."],
        ['Re: Pas de factures', "Pendant mes congés rien n'est arrivé."],
        ['Re: Pas de factures', 'Contactez Omar, il a la clé.'],
        ['Re: Pas de factures', "Ma collègue est en congé et personne n'a son mot de passe."],
        ['Re: Pas de factures', 'Je suis de retour lundi, on regarde ensemble.'],
      ],
    },
    es: {
      notices: [
        [
          'Respuesta automática: Sin facturas',
          'Actualmente estoy de viaje, responderé a mi regreso.',
        ],
        [
          'Re: Sin facturas',
          'Hola:\nestaré fuera de la oficina del 23 al 27 de noviembre. Si es urgente, escriba a info@diego.example.\n\nDiego Vega',
        ],
      ],
      people: [
        ['Re: Sin facturas', 'El jueves no estoy, hoy sería ideal.'],
        ['Re: Sin facturas', 'Durante mis vacaciones no llegó nada.'],
        ['Re: Sin facturas', 'Contacte con Omar, él tiene la llave.'],
        ['Re: Sin facturas', 'Mi compañera está de baja y nadie sabe su contraseña.'],
      ],
    },
    it: {
      notices: [
        [
          'Risposta automatica: Nessuna fattura',
          'Attualmente sono in trasferta, risponderò al mio rientro.',
        ],
        [
          'Re: Nessuna fattura',
          'Buongiorno,\nsarò assente dal 23 al 27 novembre. Per urgenze scrivere a info@conti.example.\n\nPaolo Conti',
        ],
      ],
      people: [
        ['Re: Nessuna fattura', 'Giovedì non ci sono, oggi sarebbe meglio.'],
        ['Re: Nessuna fattura', 'Durante le mie ferie non è arrivato nulla.'],
        ['Re: Nessuna fattura', 'Contattate Omar, ha lui la chiave.'],
      ],
    },
    pt: {
      notices: [
        [
          'Resposta automática: Sem faturas',
          'De momento estou em viagem, responderei quando regressar.',
        ],
      ],
      people: [
        ['Re: Sem faturas', 'Na quinta não estou, hoje seria bom.'],
        ['Re: Sem faturas', 'Durante as minhas férias não chegou nada.'],
        ['Re: Sem faturas', 'Contacte o Omar, ele tem a chave.'],
      ],
    },
    nl: {
      notices: [
        [
          'Automatisch antwoord: Geen facturen',
          'Ik ben momenteel op reis en reageer na terugkomst.',
        ],
        [
          'Re: Geen facturen',
          'Beste,\nik ben van 23 tot en met 27 november afwezig. Uw bericht wordt niet doorgestuurd. Bij spoed: info@sanne.example.\n\nSanne',
        ],
      ],
      people: [
        ['Re: Geen facturen', 'Donderdag ben ik vrij, vandaag zou fijn zijn.'],
        ['Re: Geen facturen', 'Tijdens mijn vakantie kwam er niets.'],
        ['Re: Geen facturen', 'Mijn collega is ziek en niemand kent haar wachtwoord.'],
      ],
    },
    pl: {
      notices: [
        [
          'Automatyczna odpowiedź: Brak faktur',
          'Obecnie jestem w delegacji, odpowiem po powrocie.',
        ],
      ],
      people: [
        ['Re: Brak faktur', 'W czwartek mnie nie ma, najlepiej dziś.'],
        ['Re: Brak faktur', 'Podczas mojego urlopu nic nie przyszło.'],
        ['Re: Brak faktur', 'Koleżanka jest na urlopie i nikt nie zna jej hasła.'],
      ],
    },
    cs: {
      notices: [
        [
          'Automatická odpověď: Chybí faktury',
          'Momentálně jsem na služební cestě, odpovím po návratu.',
        ],
      ],
      people: [
        ['Re: Chybí faktury', 'Ve čtvrtek tu nejsem, nejlépe dnes.'],
        ['Re: Chybí faktury', 'Během mé dovolené nic nepřišlo.'],
        ['Re: Chybí faktury', 'Kolegyně má dovolenou a nikdo nezná její heslo.'],
      ],
    },
    sv: {
      notices: [
        ['Autosvar: Inga fakturor', 'Jag är på tjänsteresa och svarar när jag är tillbaka.'],
      ],
      people: [
        ['Sv: Inga fakturor', 'Jag är ledig på torsdag, idag vore bra.'],
        ['Sv: Inga fakturor', 'Under min semester kom ingenting.'],
        ['Sv: Inga fakturor', 'Min kollega har semester och ingen kan hennes lösenord.'],
      ],
    },
    da: {
      notices: [
        [
          'Automatisk svar: Ingen fakturaer',
          'Jeg er på tjenesterejse og svarer, når jeg er tilbage.',
        ],
      ],
      people: [
        ['SV: Ingen fakturaer', 'Jeg har fri torsdag, i dag ville være godt.'],
        ['SV: Ingen fakturaer', 'I min ferie kom der ingenting.'],
      ],
    },
    no: {
      notices: [
        [
          'Automatisk svar: Ingen fakturaer',
          'Jeg er på tjenestereise og svarer når jeg er tilbake.',
        ],
      ],
      people: [
        ['SV: Ingen fakturaer', 'Jeg har fri torsdag, i dag hadde vært fint.'],
        ['SV: Ingen fakturaer', 'I ferien min kom det ingenting.'],
      ],
    },
    fi: {
      notices: [['Automaattinen vastaus: Ei laskuja', 'Olen työmatkalla ja vastaan palattuani.']],
      people: [
        ['Vs: Ei laskuja', 'Olen torstaina vapaalla, tänään olisi hyvä.'],
        ['Vs: Ei laskuja', 'Lomani aikana ei tullut mitään.'],
      ],
    },
    tr: {
      notices: [['Otomatik yanıt: Fatura yok', 'Şu anda seyahatteyim, döndüğümde yanıtlayacağım.']],
      people: [
        ['Ynt: Fatura yok', 'Perşembe izinliyim, bugün iyi olur.'],
        ['Ynt: Fatura yok', 'İznim sırasında hiçbir şey gelmedi.'],
      ],
    },
    ro: {
      notices: [
        ['Răspuns automat: Fără facturi', 'Sunt în delegație și voi răspunde la întoarcere.'],
      ],
      people: [
        ['RE: Fără facturi', 'Joi sunt liber, azi ar fi bine.'],
        ['RE: Fără facturi', 'În timpul concediului meu nu a venit nimic.'],
      ],
    },
    hu: {
      notices: [
        [
          'Automatikus válasz: Nincs számla',
          'Jelenleg kiküldetésben vagyok, visszatérésem után válaszolok.',
        ],
      ],
      people: [
        ['Vá: Nincs számla', 'Csütörtökön szabadságon vagyok, ma jó lenne.'],
        ['Vá: Nincs számla', 'A szabadságom alatt semmi sem jött.'],
      ],
    },
    el: {
      notices: [
        [
          'Αυτόματη απάντηση: Χωρίς τιμολόγια',
          'Βρίσκομαι σε ταξίδι και θα απαντήσω με την επιστροφή μου.',
        ],
      ],
      people: [
        ['ΑΠ: Χωρίς τιμολόγια', 'Την Πέμπτη έχω άδεια, σήμερα θα ήταν καλά.'],
        ['ΑΠ: Χωρίς τιμολόγια', 'Στην άδειά μου δεν ήρθε τίποτα.'],
      ],
    },
    ru: {
      notices: [
        ['Автоматический ответ: Нет счетов', 'Нахожусь в командировке, отвечу после возвращения.'],
      ],
      people: [
        ['Re: Нет счетов', 'В четверг меня не будет, лучше сегодня.'],
        ['Re: Нет счетов', 'За время моего отпуска ничего не пришло.'],
        ['Re: Нет счетов', 'Коллега в отпуске, и никто не знает её пароль.'],
      ],
    },
    uk: {
      notices: [
        [
          'Автоматична відповідь: Немає рахунків',
          'Перебуваю у відрядженні, відповім після повернення.',
        ],
      ],
      people: [
        ['Re: Немає рахунків', 'У четвер мене не буде, краще сьогодні.'],
        ['Re: Немає рахунків', 'За час моєї відпустки нічого не прийшло.'],
      ],
    },
    ja: {
      notices: [['自動応答: 請求書がありません', '現在出張中のため、戻り次第ご返信いたします。']],
      people: [
        ['Re: 請求書がありません', '木曜は休みなので、今日がいいです。'],
        ['Re: 請求書がありません', '休暇中に何も届きませんでした。'],
      ],
    },
    zh: {
      notices: [['自动回复:没有发票', '我正在出差,回来后会回复您。']],
      people: [
        ['回复: 没有发票', '我周四休息,今天最好。'],
        ['回复: 没有发票', '我休假期间什么都没收到。'],
      ],
    },
    ko: {
      notices: [['자동 회신: 청구서 없음', '현재 출장 중이며 돌아와서 답변드리겠습니다.']],
      people: [
        ['Re: 청구서 없음', '목요일은 쉬는 날이라 오늘이 좋아요.'],
        ['Re: 청구서 없음', '휴가 중에 아무것도 오지 않았습니다.'],
      ],
    },
  },
  // a fourth, written after the third was mended
  {
    en: {
      notices: [
        [
          'Automatic reply: Login',
          'I am on a business trip this week and read mail in the evening only.',
        ],
        [
          'Re: Login',
          'Thank you for your email. I am currently on vacation and will be back in the office on 9 December. Your email will be answered after my return. For urgent matters please call +44 20 7946 0000.',
        ],
        [
          'Re: Login',
          'I am out of the office with no access to email. In case of emergency contact the service desk.',
        ],
      ],
      people: [
        ['Re: Login', 'I am out of office until Thursday, so test it on the machine of Ben.'],
        [
          'Re: Login',
          'In case of emergency I break the glass. Joking aside: the door code is wrong.',
        ],
        ['Re: Login', 'I am on leave. Urgent: the alarm rings and I am not there.'],
        [
          'Re: Login',
          'Thank you for your email. I am away until Monday, send the new card to my home.',
        ],
        ['Re: Login', 'Your email was forwarded to me. I am in the office all week.'],
        ['Re: Login', 'I am currently unavailable in your calendar. Make me available again.'],
        ['Re: Login', 'Our office is closed today and the heating is off. Turn it on remotely.'],
        ['Re: Login', 'I will be back at 3 pm, then you can log in with me.'],
      ],
    },
    de: {
      notices: [
        [
          'Automatische Antwort: Anmeldung',
          'Diese Woche bin ich auf Geschäftsreise und lese meine Mails nur abends.',
        ],
        [
          'AW: Anmeldung',
          'Vielen Dank für Ihre E-Mail. Ich bin zurzeit im Urlaub und am 9. Dezember wieder im Büro. Ihre E-Mail wird nach meiner Rückkehr beantwortet. In dringenden Fällen rufen Sie bitte 0711 123456 an.',
        ],
      ],
      people: [
        ['AW: Anmeldung', 'Bin bis Donnerstag nicht da, testen Sie es am Rechner von Ben.'],
        ['AW: Anmeldung', 'Ich bin im Urlaub. Dringend: der Alarm geht und niemand ist dort.'],
        [
          'AW: Anmeldung',
          'Vielen Dank für Ihre Nachricht. Ich bin bis Montag weg, schicken Sie die Karte nach Hause.',
        ],
        [
          'AW: Anmeldung',
          'Ihre Nachricht wurde an mich weitergeleitet, ich bin die ganze Woche im Büro.',
        ],
        ['AW: Anmeldung', 'Unser Büro ist heute geschlossen und die Heizung ist aus.'],
      ],
    },
    fr: {
      notices: [
        [
          'Re: Connexion',
          'Merci pour votre message. Je suis actuellement en congés et de retour au bureau le 9 décembre. Votre message sera traité à mon retour.',
        ],
      ],
      people: [
        ['Re: Connexion', 'Je suis absente jusqu’à jeudi, testez sur le poste de Ben.'],
        ['Re: Connexion', 'Je suis en congé. Urgent : l’alarme sonne.'],
      ],
    },
    es: {
      notices: [
        [
          'Re: Acceso',
          'Gracias por su correo. Estoy de vacaciones y volveré a la oficina el 9 de diciembre. En caso de urgencia llame al 910 000 000.',
        ],
      ],
      people: [
        ['Re: Acceso', 'Estoy fuera hasta el jueves, prueben en el equipo de Ben.'],
        ['Re: Acceso', 'Estoy de vacaciones. Urgente: suena la alarma.'],
      ],
    },
    it: {
      notices: [
        [
          'Re: Accesso',
          'Grazie per il messaggio. Sono in ferie e torno in ufficio il 9 dicembre. Per urgenze chiamare lo 02 0000 1234.',
        ],
      ],
      people: [
        ['Re: Accesso', 'Sono assente fino a giovedì, provate sul computer di Ben.'],
        ['Re: Accesso', 'Sono in ferie. Urgente: suona l’allarme.'],
      ],
    },
    nl: {
      notices: [
        [
          'Re: Inloggen',
          'Bedankt voor uw bericht. Ik ben op vakantie en 9 december weer op kantoor. Uw e-mail wordt niet gelezen.',
        ],
      ],
      people: [
        ['Re: Inloggen', 'Ik ben tot donderdag afwezig, test het op de computer van Ben.'],
        ['Re: Inloggen', 'Ik ben op vakantie. Dringend: het alarm gaat af.'],
      ],
    },
    pl: {
      notices: [
        [
          'Odp: Logowanie',
          'Dziękuję za wiadomość. Jestem na urlopie i wracam do biura 9 grudnia. W pilnych sprawach proszę o kontakt pod numerem 22 000 12 34.',
        ],
      ],
      people: [
        ['Odp: Logowanie', 'Jestem nieobecna do czwartku, proszę sprawdzić na komputerze Bena.'],
        ['Odp: Logowanie', 'Jestem na urlopie. Pilne: wyje alarm.'],
      ],
    },
    sv: {
      notices: [
        [
          'Sv: Inloggning',
          'Tack för ditt mejl. Jag är på semester och är tillbaka på kontoret den 9 december. Vid brådskande ärenden ring 08-000 12 34.',
        ],
      ],
      people: [['Sv: Inloggning', 'Jag är borta till torsdag, testa på Bens dator.']],
    },
    ru: {
      notices: [
        [
          'Re: Вход',
          'Спасибо за Ваше письмо. Я в отпуске и вернусь 9 декабря. По срочным вопросам звоните +7 495 000-00-00.',
        ],
      ],
      people: [
        ['Re: Вход', 'Меня нет до четверга, проверьте на компьютере Бена.'],
        ['Re: Вход', 'Я в отпуске. Срочно: сработала сигнализация.'],
      ],
    },
    ja: {
      notices: [
        [
          'Re: ログイン',
          'メールありがとうございます。現在休暇をいただいており、12月9日に戻ります。お急ぎの場合は 03-0000-1234 までご連絡ください。',
        ],
      ],
      people: [['Re: ログイン', '木曜まで不在ですので、ベンのパソコンで試してください。']],
    },
    zh: {
      notices: [
        ['回复: 登录', '感谢您的来信。我正在休假,12月9日回来。如有紧急事务,请致电 010-0000-1234。'],
      ],
      people: [['回复: 登录', '我周四前不在,请在本的电脑上测试。']],
    },
  },
]
