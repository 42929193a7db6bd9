/**
 * How programs quote, and what looks so and is none: written before the rules were looked at.
 * Eighty programs and languages; four were not folded then.
 * The five of Notes are later: three of them were not.
 */
export const quotes: readonly (readonly [program: string, quote: string])[] = [
  [
    'notes table en',
    'Acme Support <support@acme.example>\n11/24/2026 09:14 AM\n\nTo\nTom Field\ncc\n\nSubject\nRe: Login\n\nold words',
  ],
  [
    'notes name en',
    'Support Desk/Acme\n11/24/2026 09:14 AM CET\n\nTo: Tom Field/HARTFIELD@HARTFIELD\ncc:\nSubject: Re: Login\n\nold words',
  ],
  [
    'notes de',
    'Support/Acme\n24.11.2026 09:14\n\nAn: Klaus Brandt/Brandt@Brandt\nKopie:\nThema: Antwort: Anmeldung\n\nold words',
  ],
  [
    'notes cells fr',
    '"Acme Support" <support@acme.example>\n24/11/2026 09:14 | A | "Hélène" <h@garnier.example>\n| cc |\n| Objet | Re: Connexion\n\nold words',
  ],
  [
    'notes it',
    'Support/Acme@Acme\n24/11/2026 09.14\n\nPer: Giulia\nA: Giulia Ferri/Ferri\nOggetto: Re: Accesso\n\nold words',
  ],
  ['apple en', 'On 24 Nov 2026, at 09:14, Acme Support <support@acme.example> wrote:\n> old words'],
  [
    'apple de',
    'Am 24.11.2026 um 09:14 schrieb Acme Support <support@acme.example>:\n\n> old words',
  ],
  [
    'apple it',
    'Il giorno 24 nov 2026, alle ore 09:14, Acme Support <support@acme.example> ha scritto:\n\n> old words',
  ],
  ['apple sv', '24 nov. 2026 kl. 09:14 skrev Acme Support <support@acme.example>:\n\n> old words'],
  [
    'apple pl',
    'Wiadomość napisana przez Acme Support <support@acme.example> w dniu 24 lis 2026, o godz. 09:14:\n\n> old words',
  ],
  [
    'apple ru',
    '24 нояб. 2026 г., в 09:14, Acme Support <support@acme.example> написал(а):\n\n> old words',
  ],
  ['apple ja', '2026/11/24 9:14、Acme Support <support@acme.example>のメール:\n\n> old words'],
  [
    'apple zh',
    '> 在 2026年11月24日，09:14，Acme Support <support@acme.example> 写道：\n> \n> old words',
  ],
  ['apple ko', '2026. 11. 24. 오전 9:14, Acme Support <support@acme.example> 작성:\n\n> old words'],
  [
    'gmail en',
    'On Tue, Nov 24, 2026 at 9:14 AM Acme Support <support@acme.example> wrote:\n\n> old words',
  ],
  [
    'gmail wrapped',
    'On Tue, Nov 24, 2026 at 9:14 AM Acme Support With A Long Name Indeed Ltd <\nsupport@acme.example> wrote:\n\n> old words',
  ],
  [
    'gmail no marks (html)',
    'On Tue, Nov 24, 2026 at 9:14 AM Acme Support <support@acme.example> wrote:\nold words\nmore old',
  ],
  [
    'gmail el',
    'Στις Τρί 24 Νοε 2026 στις 9:14 π.μ., ο χρήστης Acme Support <support@acme.example> έγραψε:\n\n> old words',
  ],
  [
    'gmail hu',
    'Acme Support <support@acme.example> ezt írta (időpont: 2026. nov. 24., K, 9:14):\n\n> old words',
  ],
  [
    'gmail tr',
    'Acme Support <support@acme.example>, 24 Kas 2026 Sal, 09:14 tarihinde şunu yazdı:\n\n> old words',
  ],
  [
    'gmail uk',
    'вт, 24 лист. 2026 р. о 09:14 Acme Support <support@acme.example> пише:\n\n> old words',
  ],
  [
    'gmail vi',
    'Vào Th 3, 24 thg 11, 2026 vào lúc 09:14 Acme Support <support@acme.example> đã viết:\n\n> old words',
  ],
  [
    'gmail ro',
    'În mar., 24 nov. 2026 la 09:14, Acme Support <support@acme.example> a scris:\n\n> old words',
  ],
  [
    'gmail bg',
    'На вт, 24.11.2026 г. в 9:14 ч. Acme Support <support@acme.example> написа:\n\n> old words',
  ],
  [
    'gmail hr',
    'uto, 24. stu 2026. u 09:14 Acme Support <support@acme.example> napisao je:\n\n> old words',
  ],
  [
    'gmail sk',
    'ut 24. 11. 2026 o 9:14 Acme Support <support@acme.example> napísal(a):\n\n> old words',
  ],
  [
    'gmail ca',
    'Missatge de Acme Support <support@acme.example> del dia dt., 24 de nov. 2026 a les 9:14:\n\n> old words',
  ],
  [
    'gmail id',
    'Pada tanggal Sel, 24 Nov 2026 pukul 09.14 Acme Support <support@acme.example> menulis:\n\n> old words',
  ],
  [
    'gmail th',
    'ในวันที่ อ. 24 พ.ย. 2026 เวลา 09:14 Acme Support <support@acme.example> เขียนว่า:\n\n> old words',
  ],
  [
    'gmail he',
    '‫בתאריך יום ג׳, 24 בנוב׳ 2026 ב-9:14 מאת ‪Acme Support‬‏ <‪support@acme.example‬‏>:‬\n\n> old words',
  ],
  [
    'gmail ar',
    'في الثلاثاء، 24 نوفمبر 2026 في 9:14 ص تمت كتابة ما يلي بواسطة Acme Support <support@acme.example>:\n\n> old words',
  ],
  [
    'outlook en',
    'From: Acme Support <support@acme.example>\nSent: Tuesday, November 24, 2026 9:14 AM\nTo: Omar\nSubject: RE: Export\n\nold words',
  ],
  [
    'outlook bold',
    '*From:* Acme Support <support@acme.example>\n*Sent:* Tuesday, November 24, 2026 9:14 AM\n*To:* Omar\n*Subject:* RE: Export\n\nold words',
  ],
  [
    'outlook web line',
    '________________________________\nFrom: Acme Support <support@acme.example>\nSent: Tuesday, November 24, 2026 9:14 AM\nTo: Omar <omar@northwind.example>\nSubject: RE: Export\n\nold words',
  ],
  [
    'outlook fr',
    'De : Acme Support <support@acme.example>\nEnvoyé : mardi 24 novembre 2026 09:14\nÀ : Omar\nObjet : RE: Export\n\nold words',
  ],
  [
    'outlook es',
    'De: Acme Support <support@acme.example>\nEnviado el: martes, 24 de noviembre de 2026 9:14\nPara: Omar\nAsunto: RE: Export\n\nold words',
  ],
  [
    'outlook it',
    'Da: Acme Support <support@acme.example>\nInviato: martedì 24 novembre 2026 09:14\nA: Omar\nOggetto: R: Export\n\nold words',
  ],
  [
    'outlook nl',
    'Van: Acme Support <support@acme.example>\nVerzonden: dinsdag 24 november 2026 09:14\nAan: Omar\nOnderwerp: RE: Export\n\nold words',
  ],
  [
    'outlook pl',
    'Od: Acme Support <support@acme.example>\nWysłano: wtorek, 24 listopada 2026 09:14\nDo: Omar\nTemat: RE: Export\n\nold words',
  ],
  [
    'outlook cs',
    'Od: Acme Support <support@acme.example>\nOdesláno: úterý 24. listopadu 2026 9:14\nKomu: Omar\nPředmět: RE: Export\n\nold words',
  ],
  [
    'outlook fi',
    'Lähettäjä: Acme Support <support@acme.example>\nLähetetty: tiistai 24. marraskuuta 2026 9.14\nVastaanottaja: Omar\nAihe: VS: Export\n\nold words',
  ],
  [
    'outlook da',
    'Fra: Acme Support <support@acme.example>\nSendt: 24. november 2026 09:14\nTil: Omar\nEmne: SV: Export\n\nold words',
  ],
  [
    'outlook pt',
    'De: Acme Support <support@acme.example>\nEnviada em: terça-feira, 24 de novembro de 2026 09:14\nPara: Omar\nAssunto: RE: Export\n\nold words',
  ],
  [
    'outlook hu',
    'Feladó: Acme Support <support@acme.example>\nElküldve: 2026. november 24., kedd 9:14\nCímzett: Omar\nTárgy: RE: Export\n\nold words',
  ],
  [
    'outlook tr',
    'Kimden: Acme Support <support@acme.example>\nGönderildi: 24 Kasım 2026 Salı 09:14\nKime: Omar\nKonu: YNT: Export\n\nold words',
  ],
  [
    'outlook ja',
    '差出人: Acme Support <support@acme.example>\n送信日時: 2026年11月24日 9:14\n宛先: Omar\n件名: RE: Export\n\nold words',
  ],
  [
    'outlook zh',
    '发件人: Acme Support <support@acme.example>\n发送时间: 2026年11月24日 9:14\n收件人: Omar\n主题: 答复: Export\n\nold words',
  ],
  ['thunderbird en', 'On 11/24/26 09:14, Acme Support wrote:\n> old words'],
  ['thunderbird fr', 'Le 24/11/2026 à 09:14, Acme Support a écrit :\n> old words'],
  ['thunderbird es', 'El 24/11/26 a las 9:14, Acme Support escribió:\n> old words'],
  ['thunderbird de', 'Am 24.11.26 um 09:14 schrieb Acme Support:\n> old words'],
  ['thunderbird nl', 'Op 24-11-2026 om 09:14 schreef Acme Support:\n> old words'],
  [
    'yahoo',
    'On Tuesday, November 24, 2026 at 09:14:22 AM GMT+1, Acme Support <support@acme.example> wrote:\n\nold words\nmore',
  ],
  [
    'yahoo de',
    'Am Dienstag, 24. November 2026, 09:14:22 MEZ hat Acme Support <support@acme.example> Folgendes geschrieben:\n\nold words',
  ],
  [
    'yahoo fr',
    'Le mardi 24 novembre 2026 à 09:14:22 UTC+1, Acme Support <support@acme.example> a écrit :\n\nold words',
  ],
  [
    'proton',
    'On Tuesday, November 24th, 2026 at 9:14 AM, Acme Support <support@acme.example> wrote:\n\n> old words',
  ],
  [
    'proton old',
    '------- Original Message -------\nOn Tuesday, November 24th, 2026 at 9:14 AM, Acme Support <support@acme.example> wrote:\n\n> old words',
  ],
  [
    'gmx',
    'Gesendet: Dienstag, 24. November 2026 um 09:14 Uhr\nVon: "Acme Support" <support@acme.example>\nAn: omar@northwind.example\nBetreff: Re: Export\n\nold words',
  ],
  [
    'web.de',
    '--\nGesendet mit der WEB.DE Mail App\nAm 24.11.26, 09:14 schrieb Acme Support <support@acme.example>:\n\nold words',
  ],
  [
    'k9',
    '-------- Original Message --------\nFrom: Acme Support <support@acme.example>\nSent: 24 November 2026 09:14:00 CET\nTo: omar@northwind.example\nSubject: Re: Export\n\nold words',
  ],
  [
    'k9 new',
    'On 24 November 2026 09:14:00 CET, Acme Support <support@acme.example> wrote:\n>old words\n>more',
  ],
  [
    'samsung',
    '-------- Original message --------\nFrom: Acme Support <support@acme.example>\nDate: 24/11/2026 09:14 (GMT+01:00)\nTo: omar@northwind.example\nSubject: Re: Export\n\nold words',
  ],
  [
    'samsung de',
    '-------- Ursprüngliche Nachricht --------\nVon: Acme Support <support@acme.example>\nDatum: 24.11.26 09:14 (GMT+01:00)\nAn: omar@northwind.example\nBetreff: Re: Export\n\nold words',
  ],
  [
    'samsung fr',
    "-------- Message d'origine --------\nDe : Acme Support <support@acme.example>\nDate : 24/11/2026 09:14 (GMT+01:00)\nÀ : omar@northwind.example\nObjet : Re: Export\n\nold words",
  ],
  [
    'spark',
    'On 24 Nov 2026 at 9:14 AM +0100, Acme Support <support@acme.example>, wrote:\n> old words',
  ],
  ['roundcube', 'On 2026-11-24 09:14, Acme Support wrote:\n> old words'],
  ['roundcube de', 'Am 2026-11-24 09:14, schrieb Acme Support:\n> old words'],
  [
    'zimbra',
    '----- Original Message -----\nFrom: "Acme Support" <support@acme.example>\nTo: "Omar" <omar@northwind.example>\nSent: Tuesday, November 24, 2026 9:14:00 AM\nSubject: Re: Export\n\nold words',
  ],
  [
    'zimbra de',
    'De: "Acme Support" <support@acme.example>\nÀ: "Omar" <omar@northwind.example>\nEnvoyé: Mardi 24 Novembre 2026 09:14:00\nObjet: Re: Export\n\nold words',
  ],
  [
    'notes 2',
    'From:\t"Acme Support" <support@acme.example>\nTo:\tOmar\nDate:\t24.11.2026 09:14\nSubject:\tRe: Export\n\nold words',
  ],
  ['hey', 'On November 24, 2026, Acme Support <support@acme.example> wrote:\n> old words'],
  [
    'zoho',
    '---- On Tue, 24 Nov 2026 09:14:00 +0100 Acme Support <support@acme.example> wrote ----\n\nold words',
  ],
  ['zoho 2', '---- On Tue, 24 Nov 2026 09:14:00 +0100 support@acme.example wrote ---\nold words'],
  [
    'mail.ru',
    'Вторник, 24 ноября 2026, 9:14 +03:00 от Acme Support <support@acme.example>:\n \nold words',
  ],
  ['yandex', '24.11.2026, 09:14, "Acme Support" <support@acme.example>:\nold words'],
  [
    'qq',
    '------------------ 原始邮件 ------------------\n发件人: "Acme Support" <support@acme.example>;\n发送时间: 2026年11月24日(星期二) 上午9:14\n收件人: "Omar"<omar@northwind.example>;\n主题: Re: Export\n\nold words',
  ],
  ['163', 'At 2026-11-24 09:14:00, "Acme Support" <support@acme.example> wrote:\n>old words'],
  [
    'outlook mobile',
    'Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Acme Support <support@acme.example>\nSent: Tuesday, November 24, 2026 9:14:00 AM\nTo: Omar <omar@northwind.example>\nSubject: Re: Export\n\nold words',
  ],
  [
    'front',
    '> On Nov 24, 2026, at 9:14 AM, Acme Support <support@acme.example> wrote:\n> \n> old words',
  ],
  [
    'interlaced-2lines de',
    'Am Di., 24. Nov. 2026 um 09:14 Uhr schrieb Acme Support <\nsupport@acme.example>:\n\n> old words',
  ],
  [
    'outlook el',
    'Από: Acme Support <support@acme.example>\nΣτάλθηκε: Τρίτη, 24 Νοεμβρίου 2026 9:14 πμ\nΠρος: Omar\nΘέμα: ΑΠ: Export\n\nold words',
  ],
  [
    'outlook ko',
    '보낸 사람: Acme Support <support@acme.example>\n보낸 날짜: 2026년 11월 24일 화요일 오전 9:14\n받는 사람: Omar\n제목: RE: Export\n\nold words',
  ],
  [
    'outlook ro',
    'De la: Acme Support <support@acme.example>\nTrimis: marți, 24 noiembrie 2026 09:14\nCătre: Omar\nSubiect: RE: Export\n\nold words',
  ],
  [
    'outlook ru',
    'От: Acme Support <support@acme.example>\nОтправлено: 24 ноября 2026 г. 9:14\nКому: Omar\nТема: RE: Export\n\nold words',
  ],
]

/** `[what, header, body]`: in each the question at its end is asked by who wrote. */
export const noQuotes: readonly (readonly [what: string, header: string, body: string])[] = [
  [
    'form de',
    'Subject: Neue Anfrage',
    'Von: Jana\nDatum: 24.11.2026\nBetreff: Lieferung\nNachricht: Wo bleibt meine Ware?',
  ],
  [
    'form reply subject',
    'Subject: Re: Kontaktformular\nReply-To: jana@k.example',
    'Name: Jana\nE-Mail: jana@k.example\nNachricht:\nWo bleibt meine Ware?',
  ],
  [
    'log in answer',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'It still fails:\n2026-11-24 09:14:22 ERROR From: worker-1\nTo: queue\nPlease look.\nWo bleibt meine Ware?',
  ],
  [
    'rule in answer',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'My filter rule is:\nFrom: billing@acme.example\nSubject: Invoice\nAction: move\nWo bleibt meine Ware?',
  ],
  [
    'on..wrote prose',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'On 24 November I wrote:\nplease cancel.\nWo bleibt meine Ware?',
  ],
  [
    'list in answer',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'These are wrong:\n> 12 pieces\n> 14 pieces\nWo bleibt meine Ware?',
  ],
  [
    'deadline',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'What I need by 24.11.2026:\n- the invoice\nWo bleibt meine Ware?',
  ],
  [
    'addresses',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'Please add these on 24.11.2026:\n\nomar@northwind.example\nWo bleibt meine Ware?',
  ],
  [
    'at ... contact',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'Since 09:14 mails to Jo <jo@x.example> fail with:\n550 no such user\nWo bleibt meine Ware?',
  ],
  [
    'from/sent/to prose',
    'Subject: Re: Export\nIn-Reply-To: <a@acme.example>',
    'From: Berlin\nTo: Hamburg\nDate: 24.11.\nWo bleibt meine Ware?',
  ],
  [
    'von/an in transport',
    'Subject: AW: Umzug\nIn-Reply-To: <a@acme.example>',
    'Von: Lager 1\nAn: Lager 2\nDatum: morgen\nWo bleibt meine Ware?',
  ],
  [
    'block in answer',
    'Subject: Re: Umzug\nIn-Reply-To: <a@acme.example>',
    'Bitte so:\n\nVon: Lager 1\nAn: Lager 2\nDatum: morgen\nWo bleibt meine Ware?',
  ],
  [
    'block in answer dated',
    'Subject: Re: Umzug\nIn-Reply-To: <a@acme.example>',
    'Bitte so:\n\nDatum: 24.11.2026\nVon: Lager 1\nAn: Lager 2\nWo bleibt meine Ware?',
  ],
  [
    'flight',
    'Subject: Re: Trip\nIn-Reply-To: <a@acme.example>',
    'Booked wrong:\n\nFrom: Berlin\nTo: Oslo\nDate: 24 Nov 2026\nWo bleibt meine Ware?',
  ],
  [
    'form in answer',
    'Subject: Re: Formular\nIn-Reply-To: <a@acme.example>',
    'Neue Anfrage:\n\nVon: Jana Kuhn\nDatum: 24.11.2026\nBetreff: Lieferung\nNachricht: Wo bleibt meine Ware?',
  ],
  [
    'dashes',
    'Subject: Re: Trip\nIn-Reply-To: <a@acme.example>',
    '---- this is what the manager wrote ----\nWo bleibt meine Ware?',
  ],
]
