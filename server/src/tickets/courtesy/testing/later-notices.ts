/** Notices without headers in 21 languages, each also without its subject; written before the rules met them. */
export const notices: readonly (readonly [language: string, subject: string, text: string])[] = [
  [
    'en',
    'Re: help',
    'I am currently out of the office with limited access to email. I will be back on Monday, 7 December. For urgent matters please contact Ben Ortiz at ben@x.example.',
  ],
  [
    'de',
    'Abwesenheitsnotiz',
    'Vielen Dank für Ihre Nachricht. Ich bin vom 1. bis 14. Dezember im Urlaub. Ihre E-Mail wird nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an Frau Lind.',
  ],
  [
    'fr',
    'Réponse automatique : help',
    'Bonjour, je suis absent du bureau jusqu’au 7 décembre. En cas d’urgence, merci de contacter Paul au 01 00 00 00 00.',
  ],
  [
    'es',
    'Respuesta automática: help',
    'Estoy fuera de la oficina hasta el 7 de diciembre. Para asuntos urgentes contacte con Ana.',
  ],
  [
    'pt',
    '',
    'Estou de férias até 7 de dezembro. Em caso de urgência contacte Rui. O seu email não será reencaminhado.',
  ],
  [
    'it',
    '',
    'Sono fuori ufficio fino al 7 dicembre. Per urgenze potete contattare Marco Bassi. Risponderò al mio rientro.',
  ],
  [
    'nl',
    'Automatisch antwoord: help',
    'Ik ben afwezig tot en met 7 december. Voor dringende zaken kunt u contact opnemen met Piet.',
  ],
  [
    'pl',
    '',
    'Jestem na urlopie do 7 grudnia. W pilnych sprawach proszę o kontakt z Anną Wilk. Odpowiem po powrocie.',
  ],
  [
    'cs',
    '',
    'Jsem na dovolené do 7. prosince. V naléhavých případech kontaktujte Petra Nováka. Odpovím po návratu.',
  ],
  [
    'sv',
    'Frånvarande: help',
    'Jag är på semester till och med 7 december. Vid brådskande ärenden kontakta Eva.',
  ],
  [
    'da',
    'Ikke til stede',
    'Jeg holder ferie til og med 7. december. Ved hastesager kontakt venligst Ole. Din mail bliver ikke læst.',
  ],
  ['no', 'Automatisk svar: help', 'Jeg er på ferie til 7. desember. Ved hastesaker, kontakt Kari.'],
  [
    'fi',
    'Poissaoloviesti',
    'Olen lomalla 7.12. asti. Kiireellisissä asioissa ota yhteyttä Mikkoon.',
  ],
  [
    'tr',
    'Otomatik yanıt: help',
    '7 Aralık tarihine kadar izindeyim. Acil durumlar için Ali Bey ile iletişime geçebilirsiniz.',
  ],
  [
    'ru',
    'Автоматический ответ: help',
    'Я в отпуске до 7 декабря. По срочным вопросам обращайтесь к Ивану Петрову.',
  ],
  [
    'ja',
    '自動応答: help',
    '12月7日まで休暇をいただいております。お急ぎの場合は田中までご連絡ください。',
  ],
  ['zh', '自动回复: help', '我正在休假，12月7日回来。如有急事请联系李明。'],
  [
    'hu',
    '',
    'Szabadságon vagyok december 7-ig. Sürgős esetben keresse Kovács Annát. Visszatérésem után válaszolok.',
  ],
  ['ar', 'رد تلقائي: help', 'أنا خارج المكتب حتى 7 ديسمبر. للأمور العاجلة يرجى التواصل مع أحمد.'],
  ['ko', '자동 회신: help', '12월 7일까지 휴가입니다. 급한 용무는 김민수에게 연락 주세요.'],
  [
    'uk',
    'Автоматична відповідь: help',
    'Я у відпустці до 7 грудня. З термінових питань звертайтесь до Олени.',
  ],
]

/** Who are away, and want something. */
export const awayPeople: readonly string[] = [
  'I am out of the office until Monday, but the export must work tomorrow. Call Ben.',
  'Ich bin ab morgen im Urlaub, bitte klären Sie das mit Frau Lind bis Freitag.',
  'Je suis en congés dès lundi, merci de rembourser avant.',
  'I am on vacation and cannot log in. Urgent! Contact my colleague Ana.',
  'Estoy de vacaciones y la aplicación no abre.',
  'Jestem na urlopie od jutra, proszę pilnie odblokować konto.',
  'I will be out of the office from tomorrow. Please send the invoice to ben@x.example instead.',
  'Please set up an out of office reply for me until 7 December.',
  'Ich bin bis 7.12. nicht im Büro, die Lieferung soll an Frau Lind gehen.',
  'Jag är på semester till måndag. Kan ni ringa Eva om fakturan?',
  '休暇中ですが、ログインできません。',
]
