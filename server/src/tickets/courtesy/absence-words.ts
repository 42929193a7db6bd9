/**
 * Folded, see fold.ts. How programs begin the subject of a notice of absence, by language; then
 * follows the subject of what they answer.
 */
export const absenceSubjects = [
  String.raw`(?:i am |i'm )?(?:currently )?out of (?:the )?office|ooo|auto|automatic reply|auto(?:matic|mated)?[- ]?(?:reply|response|responder)|autoreply|away from (?:the )?office|(?:on )?(?:vacation|holiday|leave|annual leave|maternity leave|parental leave)|(?:vacation|holiday|away) (?:reply|notice|response|message)|absence notice|i am away`,
  String.raw`abwesen(?:d|heit\S*)|automatische (?:antwort|abwesenheit\S*)|automatisierte antwort|ausser haus|nicht im (?:buro|haus)|urlaub\S*|out-of-office\S*|im urlaub`,
  String.raw`reponse automatique|message d'absence|absence(?: du bureau)?|absent(?:e)?(?: du bureau)?|je suis absent|en conges?|avis d'absence`,
  String.raw`respuesta automatica|fuera de (?:la )?oficina|ausencia|ausente|de vacaciones|vacaciones|autorrespuesta`,
  String.raw`risposta automatica|fuori (?:sede|ufficio)|assenza|assente|(?:sono )?in ferie|non in ufficio`,
  String.raw`resposta automatica|fora d[oe] escritorio|ausencia(?: temporaria)?|ausente|de ferias|ferias`,
  String.raw`automatisch (?:antwoord|bericht)|afwezig(?:heid\S*)?|niet aanwezig|met vakantie|op vakantie|automatische reactie`,
  String.raw`autosvar|automatiskt svar|franvaro\S*|franvarande|ej pa plats|pa semester|semester`,
  String.raw`autosvar|automatisk svar|fravaer\S*|ikke pa kontoret|pa ferie|ferie(?:besked)?|fravar\S*`,
  String.raw`automaattinen vastaus|poissaolo\S*|poissa(?: toimistolta)?|lomalla|automaattivastaus`,
  String.raw`(?:odpowiedz automatyczna|automatyczna odpowiedz|autoodpowiedz|nieobecnosc|poza biurem|nieobecn[ya]|urlop|na urlopie)`,
  String.raw`automaticka odpoved|mimo kancelar|nepritomnost|nepritom(?:en|na)|dovolena|na dovolene`,
  String.raw`otomatik (?:yanit|cevap)|ofis disi\S*|izin(?:deyim|de)?|ofis disinda\S*`,
  String.raw`автоответ|автоматическии ответ|вне офиса|нет на месте|в отпуске|отпуск|отсутств\S*`,
  String.raw`автоматична відповідь|автоматичне повідомлення|автовідповідь|відсутн\S*|у відпустці`,
  String.raw`αυτοματη απαντηση|εκτος γραφειου|απουσια`,
  String.raw`自動(?:応答|返信|回答)|不在(?:通知|連絡|のお知らせ)?|休暇|外出(?:中|自动回复)?|自动(?:回复|答复|回覆)|自動回覆|休假|不在办公室|부재중?|자동 ?(?:회신|응답|답장)`,
  String.raw`automatikus valasz|hazon kivul|szabadsag\S*|raspuns automat|in concediu`,
]

/**
 * What notices of absence are made of, by language, in the notation of `courtesy-words.ts`. As with
 * thanks, whatever is not here makes it a message of a person: what they want done stands in words
 * that no notice needs.
 */
export type AbsenceWords = {
  /** Says that the writer, or their whole office, is away. */
  away: string
  /** Says when they are back: enough where the subject is that of a notice. */
  back: string
  /** Only notices say so: what becomes of the mail, thanks for it. */
  marks: string
  /** Only notices say so: whom to ask if it is urgent. */
  urgent: string
  /** Sends to somebody else, whose name follows. People say so too. */
  asks: string
  /** Joins these, and says when. */
  adds: string
}

export const absenceWords: Readonly<Record<string, AbsenceWords>> = {
  ar: {
    away: `
      [انا] [حاليا|حالياً|الان] [حاليا] خارج_المكتب|في_اجازه|في_اجازه_سنويه|في_مهمه_عمل|في_سفر|مسافر|مسافره|غير_متواجد_في_المكتب|غير_متواجده_في_المكتب [حاليا]
      المكتب|مكتبنا مغلق [حاليا]`,
    back: `[و] ساعود|اعود|وساعود|ساكون_متاحا|ساكون_متاحه [الي] [المكتب|العمل]`,
    marks: `
      شكرا|اشكرك|اشكركم [لك|لكم] علي رسالتك|رسالتكم|بريدك|تواصلك|تواصلكم
      شكرا|اشكرك|اشكركم لرسالتك|لرسالتكم|لتواصلك|لتواصلكم
      [و] سارد|سوف_ارد|ساقوم_بالرد|وسارد [عليك|عليكم] [علي] [رسالتك|رسالتكم] [عند|فور|بعد] [عودتي|رجوعي]
      لن يتم_تحويل|تتم_قراءه|يتم_قراءه رسالتك|رسالتكم|بريدك`,
    urgent: `
      [في] للامور|للحالات|حاله|الحالات|للمسائل|للضروره [العاجله|الطارئه|الضروره|القصوي]`,
    asks: `
      [يرجي|الرجاء|يمكنكم] التواصل|الاتصال|مراسله|التواصل_مع|الاتصال_ب [مع] [زميلي|زميلتي|السيد|السيده|الاستاذ]`,
    adds: `حتي|من|الي|يوم|في|و|او|علي|خلال|لغايه|ولغايه|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|المقبل|القادم|هذا|الاسبوع|هاتف|رقم`,
  },
  en: {
    away: `
      [i|we|i'm] [am|will|are|'m|'ll|i'll|shall|be] [be] [currently|now|presently|temporarily|today] out_of|away_from [the|my|our] office|desk|email|e-mail|emails
      i_am|i'm|i_will_be|i'll_be|we_are|we_will_be|currently|am|will_be|be|i_am_currently|i'm_currently|i_shall_be [currently|now|presently|temporarily] away|travelling|traveling|abroad|absent|unavailable|off|offline|out|ooo|off_sick [on_business|for_business|today|this_week|from_work|sick]
      i_am|i'm|i_will_be|i'll_be|am|will_be|i_am_currently|we_are [currently|now|presently] not in|at|available|working|on|checking [the|my] [office|work|duty|emails|email] [today|this_week]
      [i_am|i'm|i_will_be|i'll_be|will_be|currently|i_am_currently|i'm_currently|am|am_currently|we_are] [currently|now|away|out] on [a|my|an|our] [short|annual|extended|summer|christmas|paid|business|medical|family] vacation|holiday|holidays|leave|annual_leave|parental_leave|maternity_leave|paternity_leave|sick_leave|pto|sabbatical|trip|training
      [i_am|i'm|i_will_be|i'll_be|will_be|am] [currently|now] attending|at|in a|an|the|all-day conference|training|meeting|event|trade_fair|workshop|offsite [today|this_week]
      our|the [whole|entire] office|offices|company|team|department is|are|will_be|remains [currently|now] closed [today|for_the] [public|bank|christmas|summer|easter] [holiday|holidays|break|weekend]
      i have|am|no left|no_longer|longer [work|working|with|employed|at|for] [for|at|with|by] [the|this] [company|organisation|organization|firm|team]
      i have left [the|this] [company|organisation|organization|firm|team]
      travelling|on_the_road`,
    back: `
      [and] [i|we] [will|'ll|i'll|shall|am|we'll|plan_to|expect_to] [be] back|return|returning|reopen|reopens|back_in_the_office|available|reachable [again] [to|in] [the|my|work] [office|desk]
      [i|we|and] [will|i'll] be_available|be_reachable again`,
    marks: `
      thank_you|thanks|many_thanks [very_much|so_much|a_lot] for [your|the|this|contacting|reaching|getting|writing] [kind] email|e-mail|mail|message|enquiry|inquiry|note|us|me|out|in_touch|interest [to|with] [me|us]
      your|the|this|all|my|any [incoming] e-mail|email|mail|message|messages|emails|mails|inquiry|enquiry is|are|will|won't|cannot|has|have|were|was [not|be|been] [be|being] [automatically] forwarded|read|answered|monitored|processed|checked|redirected|deleted|received|seen [automatically|during_my_absence|during_this_time|then|until|in_the_meantime]
      this mailbox|inbox|address|account|email_address is [not|no_longer] [being] monitored|read|checked|in_use|active|attended
      [i|we|and] [will|shall|'ll|i'll|we'll|and_will|otherwise_i_will] [then|try_to|do_my_best_to|endeavour_to|happily|gladly] reply|respond|answer|get_back|come_back|be_in_touch|attend|read [to] [you|your|all|it|my|them] [email|emails|message|messages|e-mail|mail|enquiry|request] [as_soon_as|when|once|after|upon|on|as_quickly_as] [possible|i_am|i_get|i_can|i_return|i'm|we_are|we're] [my] [return|back] [in_the_office|back]
      [i_have|with|i_will_have|and_have|having|and_will_have|and_with] [only|very] limited|no|little|intermittent|restricted|sporadic|reduced|irregular access to [my] e-mail|email|emails|mail|mails|phone|internet|messages [during|at|in] [this|that] [time|period]`,
    urgent: `
      [in|for|if|should] [case_of|any|all|anything|something|it|your|the|this|more|an|very] [request|enquiry|matter|message|email|issue|need] [is|requires|be|needs] urgent|urgency|emergency|emergencies|immediate|immediately|urgently|urgencies [assistance|help|attention|matters|matter|cases|case|enquiries|inquiries|questions|issues|requests|business|need|support]
      if you need|require [immediate|urgent] assistance|help|support
      please direct|refer|address all|any [urgent|your|other] enquiries|inquiries|requests|emails|e-mails|messages|questions|mails to [my] [colleague|deputy|the_office]`,
    asks: `
      [please|kindly|you_can|you_may|feel_free_to|do_not_hesitate_to|then|and] contact|call|email|e-mail|reach|reach_out_to|write_to|get_in_touch_with|ring|phone|turn_to|speak_to [to] [my|our|the] [colleague|deputy|manager|assistant|team|support|office|main_office|substitute|reception|hotline|duty_desk]
      [please|then] contact|call|ask|email [the|our] service_desk|helpdesk|help_desk|front_desk|switchboard|hotline|office`,
    adds: `after_my_return|upon_return|on_return|once_i_return|when_i_return|when_i_am_back|when_i_get_back|once_i_am_back|during_my_leave|while_i_am_away|in_the_evening|only|i_am|i'm|i_will_be|we_are|i'll_be|until|till|through|thru|from|to|between|and|on|the|in|of|at|by|since|for|during|starting|beginning|inclusive|including|next|this|year|week|month|morning|afternoon|noon|end|early|late|am|pm|or|via|under|then|today|tomorrow|no_later_than|best|otherwise|during_my_absence|in_my_absence|during_this_time|in_the_meantime|on_my_return|upon_my_return|as_soon_as_possible|i_apologise|sorry|for_any_inconvenience|for_the_delay|thank_you_for_your_patience|thank_you_for_your_understanding|christmas|new_year|easter|public_holiday|holidays`,
  },
  de: {
    away: `
      [ich|wir] [bin|sind|befinde|befinden|war|werde|sein] [mich|uns|ich|wir] [derzeit|aktuell|zurzeit|momentan|heute|leider|gerade|zur_zeit|voraussichtlich] nicht im|am|an|in|da|erreichbar|verfugbar|anwesend [haus|buro|arbeitsplatz|meinem_arbeitsplatz|der_firma|dienst]
      [ich|wir|bin|sind|befinde_mich|befinde_ich_mich|befinden_uns] [bin|sind|derzeit|aktuell|zurzeit|momentan|heute|gerade|mich|zur_zeit] im|in|auf [meinem|wohlverdienten|dem] urlaub|jahresurlaub|elternzeit|mutterschutz|dienstreise|geschaftsreise|fortbildung|schulung|mutterschaftsurlaub|krankenstand
      [ich|wir] [bin|sind|derzeit|aktuell|heute|bin_derzeit|bin_aktuell|bin_heute] ausser_haus|abwesend|unterwegs|krank|krankgeschrieben|krankheitsbedingt_abwesend|verreist|nicht_da|nicht_im_hause
      [unser|das|unsere] buro|geschaft|firma|betrieb ist|bleibt|hat [derzeit|heute|zwischen_den_jahren|uber_die_feiertage|an_den_feiertagen] geschlossen
      buro|betrieb|firma|wir ist|bleibt|haben [bis|derzeit] geschlossen
      betriebsferien|betriebsurlaub
      geschlossen
      [ich] arbeite|bin nicht_mehr [bei|fur|im|in] [der|dem|diesem] [firma|unternehmen|haus]`,
    back: `
      [und|ich|wir] [bin|sind|bin_ich|stehe|ab|werde] [ich|ihnen|euch|gerne|dann] [gerne|dann|wieder] [wieder] zuruck|erreichbar|fur_sie_da|im_buro|im_haus|da|zur_verfugung|am_platz|personlich_erreichbar|verfugbar [zuruck]
      wieder [im_buro|im_haus|da|erreichbar|fur_sie_da|zuruck]`,
    marks: `
      [vielen|besten|herzlichen] dank|danke fur ihre|deine|eure|die|ihr|das|dein [freundliche] nachricht|e-mail|mail|email|anfrage|schreiben|interesse|anliegen
      [ihre|deine|eure|die|diese|alle|meine|eingehende] nachricht|nachrichten|e-mail|e-mails|mail|mails|email|anfrage wird|werden|kann|konnen [wahrend|in|derzeit|nicht|automatisch] [meiner|dieser] [abwesenheit|zeit] [nicht|auch_nicht] [automatisch] weitergeleitet|gelesen|bearbeitet|beantwortet|umgeleitet|abgerufen [werden]
      [ich] [habe|mit] [keinen|nur|eingeschrankten|eingeschrankt|keinerlei] [eingeschrankten] zugriff|zugang auf|zu [meine|meinen] e-mails|mails|emails|nachrichten|postfach
      [ich|wir|und|ihre_nachricht|ihre_e-mail|ihr_anliegen|ihre_mail|ihre_anfrage] melde|antworte|beantworte|beantworten|werde|melden|kummere|bearbeite|lese [ich|wir|mich|ihnen|ihre|deine|um|gerne] [ich|mich|uns|ihnen|ihre|nachricht|e-mail|anliegen|gerne|umgehend|dann] [ich|nachricht|e-mail|umgehend|schnellstmoglich|zeitnah|dann|gerne] [nach|bei|sobald|ab|umgehend|schnellstmoglich|zeitnah] [meiner|ich|moglich] [ruckkehr|zuruck_bin|wieder_da_bin|wieder_im_buro_bin] [melden|antworten|beantworten|bei_ihnen|zuruckmelden]
      [ihre|deine|eure|alle] nachricht|nachrichten|e-mail|e-mails|mail|mails|anfrage wird|werden|kann|konnen [erst] nach|ab|wahrend|erst [meiner|dieser|dem] [ruckkehr|abwesenheit|zeit] [erst] [wieder] beantwortet|bearbeitet|gelesen|weitergeleitet`,
    urgent: `
      [in|bei|fur] [sehr|ganz|allen] dringenden|dringende|dringlichen|eiligen|eilige|dringendem|dringlichem|notfallen|notfall|dringend [fallen|angelegenheiten|anliegen|anfragen|fragen|bedarf]
      [sollte|wenn|falls] es [sehr] dringend|eilig sein|ist`,
    asks: `
      [bitte] wenden|kontaktieren|erreichen|schreiben|rufen|wende|kontaktiere|kontaktiert sie|dich|ihr|euch|sich [sich] [bitte|gerne|jederzeit] [an] [meine|meinen|meiner|unser|unsere|die|das|den] [kollegin|kollegen|vertretung|vertreter|kollege|team|sekretariat|zentrale|hotline|stellvertreter|stellvertreterin] [an|unter]
      hilft|helfen ihnen [gerne] [meine|mein|unser] [kollegin|kollege|team|vertretung] [gerne] [weiter]
      [meine] vertretung ubernimmt|ist|hat
      vertreten werde ich von|durch
      mich vertritt
      an meine|meinen|unser|unsere kollegin|kollegen|team|vertretung|zentrale
      frau|herr|herrn`,
    adds: `ich_bin|wir_sind|ich_befinde_mich|bin_ich|bis|zum|einschliesslich|inklusive|ab|vom|von|am|den|dem|der|und|im|in|um|wieder|auf|erst|uhr|heute|morgen|bitte|auch|oder|unter|bei|an|nachster|nachste|dieser|diese|kommende|kommender|woche|ganze|ganzen|tag|tage|voraussichtlich|jahr|mittags|vormittag|nachmittag|anfang|ende|mitte|tel|telefon|mail|e-mail|per|sowie|zwischen|bzw|sonst|ansonsten|danach|wahrend_dieser_zeit|in_dieser_zeit|in_meiner_abwesenheit|wahrend_meiner_abwesenheit|zwischen_den_jahren|nach_meiner_ruckkehr|ich_bitte_um_verstandnis|vielen_dank_fur_ihr_verstandnis|danke_fur_ihr_verstandnis|ich_danke_fur_ihr_verstandnis|bitte_um_verstandnis|neujahr|weihnachten|ostern|feiertagen|feiertage|montag|dringend`,
  },
  fr: {
    away: `
      [je|nous] [suis|serai|sommes|serons|suis_actuellement] [actuellement|aujourd'hui|en_ce_moment] absent|absente|absents|indisponible|injoignable|hors_du_bureau|en_deplacement|en_voyage|en_formation [du_bureau|aujourd'hui]
      [je|nous|actuellement] [suis|serai|sommes|serons|suis_actuellement] [actuellement|aujourd'hui] en conge|conges|vacances|deplacement|conge_maternite|conge_parental|arret_maladie|formation|reunion|seminaire
      je ne suis|serai pas au|disponible|joignable|present|presente|en [bureau|service]
      [nos|notre|les|le] bureau|bureaux|societe|entreprise est|sont|sera|seront ferme|fermes|fermee
      je ne travaille|fais plus [partie|pour|chez|dans] [de] [la|l'|cette] [societe|entreprise]`,
    back: `
      [je|nous|et] [suis|serai|serons|sera|reviens|reviendrai] [de] retour|revenu|joignable|disponible [a_nouveau|au_bureau|parmi_vous]
      [de|mon] retour [au_bureau]
      je reviens|reviendrai|rentre|rentrerai`,
    marks: `
      [je|nous] [vous] merci|remercie|remercions [de|pour] [votre|ton|vos|l'envoi_de_votre] message|mail|e-mail|courriel|courrier|demande
      j'ai|nous_avons bien_recu votre message|mail|courriel|demande
      votre|vos|les|aucun|ce message|messages|mail|mails|courriel|courriels|e-mail ne sera|seront|est|sont [ni] [pas] lu|lus|transfere|transferes|traite|traites|redirige|consulte|releves
      [je|nous|et] [n'ai|n'aurai|sans|avec] [pas|un|qu'un] [d'] acces [limite|restreint] [a] [mes|ma|mon|la] mails|messages|messagerie|e-mails|courriels
      [je|nous|et|j'y] [vous|y|repondrai|repondrons|ne_manquerai_pas_de_vous] repondrai|repondrons|repondre|recontacterai|recontacte|reviendrai_vers_vous|traiterai [a|vous] [votre|vos|tous_les] [message|messages|mail|mails|courriel|demande] [des|a|lors_de|apres] [mon|que] [retour|possible]
      votre|vos|tout message|messages|mail|mails|courriel sera|seront [lu|lus|traite|traites|repondu] [a|des|apres] [mon] retour`,
    urgent: `
      [en|pour|si] [cas|toute|toutes|les|une|c'est|votre_demande_est|est] [de|d'|question|questions|demande|demandes] urgence|urgences|urgent|urgente|urgentes|d'urgence
      [en|pour] [cas|toute] d'urgence`,
    asks: `
      [merci|vous_pouvez|veuillez|je_vous_invite|n'hesitez_pas] [de|a] [vous] contacter|contactez|joindre|appeler|ecrire|ecrivez|appelez|adressez-vous|adresser [vous] [a] [mon|ma|notre|mes|nos|l'] [collegue|assistante|assistant|accueil|equipe|standard|remplacant]
      prendre contact avec
      m|mme`,
    adds: `a_mon_retour|des_mon_retour|apres_mon_retour|a_compter|je_suis|je_serai|nous_sommes|jusqu'au|jusqu'a|inclus|du|au|le|la|les|de|des|et|a|ou|par|mon|partir_du|compter_du|a_partir_du|a_compter_du|entre|prochain|prochaine|semaine|aujourd'hui|demain|matin|soir|midi|fin|debut|dans|l'attente|madame|au_numero|tel|telephone|mail|merci_de_votre_comprehension|pendant_mon_absence|durant_mon_absence|pendant_cette_periode|durant_cette_periode|en_mon_absence|actuellement|bureau|tout|toute|dans_les_meilleurs_delais|des_que_possible`,
  },
  es: {
    away: `
      [yo] [hoy|actualmente|me] [estoy|estare|encuentro|encontrare|estamos] [hoy|actualmente|temporalmente] fuera|ausente|ausentes|de_vacaciones|de_baja|de_viaje|de_permiso|en_viaje_de_trabajo|en_una_reunion|en_formacion|fuera_del_pais [de] [la|mi] [oficina]
      [hoy|actualmente] no estoy|estare|estoy_hoy [en|disponible|localizable|hoy] [la|mi] [oficina|despacho]
      [nuestra|la] oficina|empresa esta|estara|permanecera cerrada
      [ya] no trabajo|formo [ya] [en|parte|para] [de] [la|esta] [empresa|compania]`,
    back: `
      [y] [estare|estoy|estare_de|de|estoy_de] vuelta|regreso|disponible|vuelvo|volvere|regresare [de_nuevo] [a|en] [la] [oficina]
      [y] vuelvo|volvere|regreso|regresare|estare_de_vuelta|estare_de_regreso [a|en] la|mi oficina|trabajo`,
    marks: `
      [muchas] gracias por su|tu|vuestro|escribir|contactar|ponerse_en_contacto [mensaje|correo|email|conmigo|con_nosotros]
      he recibido su mensaje|correo
      su|sus|este|los mensaje|mensajes|correo|correos|email no sera|seran|se [ha] leido|leidos|reenviado|reenviados|atendido|redirigido
      [no|con|tengo|tendre|y] [tengo|tendre|tendre_un] [acceso] [acceso] [limitado] a [mi|mis|el] correo|correos|email|mensajes
      [le|les|te|y|y_le] [responderemos] respondere|contestare|atendere|contactare|responderemos [a] [su|sus|tu|todos_los] [mensaje|correo|correos|mensajes|email|solicitud] [a|en|cuando|tan_pronto|lo_antes] [cuanto|mi|como] [regreso|vuelta|vuelva|regrese|posible]
      su|sus|tu|los mensaje|correo|correos sera|seran atendido|contestado|respondido|leido|atendidos [a] [mi] [regreso|vuelta]`,
    urgent: `
      [en|para|si] [caso|asuntos|cualquier|temas|cuestiones|es|su|algo] [de|asunto|cuestion|consulta|algo] urgencia|urgencias|urgente|urgentes|emergencia`,
    asks: `
      [por_favor|puede|pueden|puedes|le_ruego] contacte|contactar|contacten|contacta|escriba|escribir|llame|llamar|dirijase|dirigirse|pongase_en_contacto|ponerse_en_contacto [con|a|al] [mi|nuestro|la|el] [companera|companero|colega|equipo|oficina|centralita]`,
    adds: `estoy|estare|estamos|hasta|el|la|los|del|de|al|y|a|o|en|desde|inclusive|ambos_inclusive|proximo|proxima|semana|hoy|manana|lunes|entre|por|mi|con|telefono|tel|correo|partir_del|a_partir_del|gracias_por_su_comprension|disculpe_las_molestias|durante_mi_ausencia|en_mi_ausencia|durante_este_periodo|durante_ese_periodo|a_mi_regreso|a_mi_vuelta|actualmente|lo_antes_posible`,
  },
  it: {
    away: `
      [oggi|attualmente|io|al_momento|mi_trovo] [sono|saro|siamo|trovo] [oggi|attualmente|temporaneamente|al_momento] assente|in_ferie|in_vacanza|in_trasferta|in_viaggio|in_malattia|in_congedo|in_maternita|fuori_sede|fuori_ufficio|in_riunione [ufficio|sede|dall'ufficio|per_ferie]
      [oggi|al_momento] non sono|saro [oggi|al_momento] [in|disponibile|raggiungibile|reperibile] [ufficio|sede]
      [il_nostro|i_nostri|gli|l'|nostri] ufficio|uffici|azienda e|sono|sara|saranno|resta chiuso|chiusi|chiusa
      [non] lavoro piu in|per|presso [questa|l'] [azienda|societa]`,
    back: `[e|saro|sono] [di] [nuovo] rientro|rientrero|tornero|torno|disponibile|ritorno|rientrato [in_ufficio|in_sede|operativo]`,
    marks: `
      [la|vi|ti] grazie|ringrazio per|del|della [il|la|avermi] [suo|sua|tuo|vostro|messaggio|mail] [messaggio|mail|email|e-mail|contattato|scritto]
      [il|la|i|le] [suo|sua|tuo|suoi|vostro] messaggio|mail|email|messaggi|e-mail non [verra|sara|verranno|saranno] [letto|inoltrato|inoltrata|letti|letta|inoltrati]
      [non|con|ho|avro|e] [ho|avro] accesso [limitato] alla|alle|all' posta|mail|email|e-mail|casella
      [le|vi|ti|e|e_le] rispondero|risponderemo|ricontattero|leggero [alla|alle|al|ai] [sua|suo|vostra|mail|messaggio|messaggi] [mail|messaggio] [al|appena|quanto|prima|non_appena] [mio|possibile] [rientro|ritorno]
      [le|vi|ti] rispondo al [mio] rientro|ritorno
      il|i suo|tuo|vostro messaggio|messaggi sara|saranno|verra letto|evaso|gestito [al] [mio] [rientro|ritorno]`,
    urgent: `
      [in|per|se] [caso|qualsiasi|comunicazioni|questioni|qualunque|e] [di] urgenza|urgenze|urgenti|urgente|emergenza`,
    asks: `
      [si_prega|potete|puo|vi_prego|la_prego|e_possibile] [di] contattare|contatti|contattate|scrivere|scrivete|rivolgersi|rivolgetevi|chiamare|chiamate [a|al|alla|il|la|i] [mio|mia|miei|nostro] [collega|colleghi|ufficio|centralino]`,
    adds: `lo|sono|saro|fino|al|all'|alle|dal|dall'|del|il|la|lo|e|a|o|da|di|in|per|lunedi|con|compreso|compresi|inclusi|incluso|prossimo|prossima|settimana|oggi|domani|tra|tel|telefono|partire_dal|a_partire_dal|durante_la_mia_assenza|in_mia_assenza|in_questo_periodo|al_mio_rientro|al_rientro|grazie_per_la_comprensione|attualmente|appena_possibile|il_prima_possibile`,
  },
  pt: {
    away: `
      [hoje|atualmente|eu|de_momento|no_momento|neste_momento] [estou|estarei|encontro_me|estamos|encontro-me] [hoje|atualmente|de_momento|temporariamente] fora_do|fora_de|ausente|de_ferias|em_ferias|em_viagem|de_licenca|de_baixa|em_formacao|em_reuniao|de_folga [escritorio|gabinete|pais]
      [hoje] nao estou|estarei|me_encontro [hoje|no|disponivel|contactavel] [escritorio|gabinete]
      [o_nosso|os_nossos|nosso|o] escritorio|empresa|escritorios esta|estara|estarao fechado|fechada|encerrado|encerrados`,
    back: `[e|estarei|estou] [de] regresso|regressarei|volto|voltarei|retorno|retornarei|volta|disponivel [ao|a] [escritorio|trabalho]`,
    marks: `
      [muito] obrigado|obrigada|agradeco pela|pelo|a|o [sua|seu|vossa|vosso|tua] [mensagem|email|e-mail|contacto|contato]
      [a|o|os] [sua|seu|seus|vossa] mensagem|email|e-mail|emails|mensagens nao sera|serao lida|lido|encaminhada|encaminhado|lidos|reencaminhado|reencaminhada
      [nao|com|terei|sem|e] [terei|tenho] acesso [limitado] ao|aos|a [meu|meus] email|e-mail|emails|correio
      [e] responderei|respondo|responderemos|entrarei_em_contacto|entrarei_em_contato [a|ao|aos|sua|a_sua|todas_as] [mensagem|email|emails|mensagens] [quando|assim_que|logo_que|no|apos|com_a_maior_brevidade] [regressar|voltar|possivel|meu_regresso|retorno|o_meu_regresso]
      a|o sua|seu mensagem|email sera respondida|respondido|lida|lido|tratada [no|apos|quando] [meu|o_meu] [regresso|retorno]`,
    urgent: `
      [em|para|se|por] [caso|casos|assuntos|qualquer|questoes|for] [de|assunto] urgencia|urgencias|urgente|urgentes|emergencia`,
    asks: `
      [por_favor|favor|queira|pode|podera|agradeco_que] contacte|contactar|contate|contatar|contatem|escreva|ligue|dirija_se [para|a|o|com] [meu|minha|nosso] [colega|equipa|equipe]`,
    adds: `estou|estarei|ate|ao|a|o|as|aos|dia|do|da|de|no|na|e|ou|desde|entre|segunda|segunda-feira|terca|quarta|quinta|sexta|feira|proximo|proxima|semana|hoje|amanha|partir|inclusive|por|com|telefone|tel|a_partir_de|a_partir_do_dia|durante_a_minha_ausencia|na_minha_ausencia|neste_periodo|obrigado_pela_compreensao|agradeco_a_compreensao|assim_que_possivel|atualmente|de_momento`,
  },
  nl: {
    away: `
      [vandaag|momenteel|ik|wij] [ben|zijn] [ik|wij|vandaag|momenteel|op_dit_moment|tijdelijk] afwezig|op_reis|op_vakantie|met_vakantie|met_verlof|met_zwangerschapsverlof|op_zakenreis|ziek|vrij|buiten_kantoor|in_bespreking|met_ouderschapsverlof [vandaag]
      [ik] [ben] [vandaag|momenteel|op_dit_moment] niet op|aanwezig|bereikbaar|op_het|beschikbaar [kantoor|werk]
      niet_op_kantoor|niet_aanwezig|niet_bereikbaar|afwezig
      [ons|het] kantoor|bedrijf is gesloten
      ik werk|ben niet_meer [bij|voor|werkzaam]`,
    back: `
      [en|ik|vanaf] [ben|weer] [ik|vanaf] [er] [weer] terug|bereikbaar|aanwezig|er_weer|weer_aanwezig|weer_bereikbaar [op_kantoor]
      weer op kantoor
      [en] weer op [het] werk|kantoor`,
    marks: `
      [hartelijk] bedankt|dank voor uw|je|jouw|het [bericht|mail|e-mail|email|mailtje]
      [ik|wij] hebben|heb uw|je bericht|mail ontvangen
      uw|je|jouw|dit|alle bericht|berichten|mail|mails|e-mail|e-mails|email wordt|worden|zal [niet] [doorgestuurd|gelezen|beantwoord|worden|behandeld]
      [ik] [heb|met] [geen|beperkt|beperkte] toegang tot [mijn] mail|e-mail|mailbox
      [en|ik|en_ik] [zal|uw_bericht|uw_e-mail|uw_mail|je_mail] reageer|beantwoord|antwoord|reageren|beantwoorden|neem_contact_op [ik|op] [uw|je] [bericht|mail|e-mail] [zo_spoedig|bij|na|op|zodra] [mogelijk|ik|mijn|de] [terugkomst|terugkeer|terug_ben]
      uw|je bericht|mail|e-mail wordt|zal na|bij [mijn] terugkomst|terugkeer beantwoord|gelezen|behandeld [worden]`,
    urgent: `
      [voor|bij|in] [geval] [van] dringende|spoed|urgente|spoedeisende|nood|urgentie|spoedgevallen [zaken|gevallen|vragen|kwesties]
      neem voor|bij|in spoed|dringende_zaken|dringende_gevallen contact op [met] [mijn|onze] [collega]
      mocht het dringend zijn`,
    asks: `
      kunt|kan|kun u|je [contact_opnemen|mailen|terecht|zich_wenden|bellen] [met|naar|bij|tot] [mijn|ons|onze|het] [collega|collega's|kantoor|secretariaat|team]
      [u|je] kunt|kan [contact_opnemen|mailen|terecht] [met|naar|bij] [mijn|ons] [collega|kantoor]
      neem|gelieve contact [op|op_te_nemen] [met] [mijn] [collega]
      contact opnemen met [mijn] [collega]`,
    adds: `ik_ben|wij_zijn|ben_ik|tot|en|met|t|m|van|vanaf|de|het|op|in|om|of|weer|maandag|via|naar|volgende|deze|komende|week|vandaag|morgen|tussen|bellen|tel|telefoon|uur|bij_terugkomst|na_terugkomst|tijdens_mijn_afwezigheid|in_mijn_afwezigheid|dank_voor_uw_begrip|bedankt_voor_uw_begrip|momenteel|zo_spoedig_mogelijk`,
  },
  sv: {
    away: `
      [idag|i_dag] [jag] [ar|har|befinner] [just_nu|for_narvarande|idag] [mig] [pa] semester|semestern|tjansteresa|foraldraledig|ledig|sjukskriven|bortrest|franvarande|resa|utbildning|kurs|tjanstledig|konferens|vab
      [jag] [ar] [idag|just_nu] inte|ej pa|i|tillganglig|antraffbar [kontoret|jobbet|tjanst|plats]
      [vart] kontor|kontoret ar stangt
      [jag] arbetar|jobbar inte langre|kvar [pa|hos|kvar]
      [jag_ar] franvarande|bortrest|pa_semester|ledig`,
    back: `
      [och|jag] [ar] [jag] tillbaka|ater|anter|atkommer|tillganglig|pa_plats [pa|igen|i] [kontoret|jobbet|plats|tjanst]`,
    marks: `
      [stort] tack for ditt|din|ert|meddelandet [mejl|mail|meddelande|e-post|fraga|forfragan]
      ditt|din|mejl|detta mejl|mail|meddelande|e-post [kommer|vidarebefordras|lases] [inte|ej] [att] [vidarebefordras|lasas|besvaras]
      [jag] [har|med] begransad|ingen|inte|begransat tillgang till [min|mejl] [mejl|mail|e-post]
      [och|jag|och_jag] svarar|aterkommer|besvarar|laser|kommer_att_svara [jag] [pa|till] [dig|er] [ditt|mejl] [mejl|meddelande] [sa_snart|nar|efter|vid] [jag] [kan|ar|min] [tillbaka|aterkomst]
      ditt|dina mejl|mail|meddelande besvaras|lases nar|efter [jag|min] [ar] [tillbaka|aterkomst|semester]`,
    urgent: `
      [vid|i|for|om_det_ar] bradskande|akuta|bradskar|akut [arenden|fall|fragor|behov]`,
    asks: `
      [vanligen|kan_du|kan_ni] kontakta|ring|mejla|maila [garna] [min|mina|var|vart|vaxeln] [kollega|kollegor|support]
      vand|hor dig|av_dig till [min] [kollega]`,
    adds: `jag_ar|jag_har|ar_jag|till|och|med|t|o|m|fran|den|pa|i|kl|igen|mandag|hela|nasta|denna|vecka|veckan|idag|imorgon|mellan|eller|via|tel|telefon|nar_jag_ar_tillbaka|under_min_franvaro|efter_semestern|tack_for_din_forstaelse|sa_snart_jag_kan|just_nu|for_narvarande`,
  },
  da: {
    away: `
      [i_dag] [jeg] [er|har|holder|befinder] [i_dag|desvaerre|lige_nu|pt|mig] [pa] ferie|tjenesterejse|barsel|orlov|fri|fravaerende|bortrejst|rejse|kursus|sygemeldt|forretningsrejse|fridag
      [jeg] [er] [i_dag|desvaerre] ikke pa|til|tilgaengelig|at_traeffe [kontoret|stede|arbejde]
      [vores] kontor|kontoret er|holder lukket
      jeg arbejder ikke laengere`,
    back: `[og|jeg] [er|vender] [jeg] tilbage|igen_pa_kontoret|kan_traeffes [pa|igen] [kontoret]`,
    marks: `
      [mange] tak for din|jeres|din_e-mail|mailen [mail|besked|e-mail|henvendelse]
      din|jeres|mails|denne mail|besked|e-mail [bliver|vil] [ikke] [videresendt|laest|blive_laest|besvaret]
      [jeg_har|med] begraenset|ikke|ingen adgang til [min] mail|e-mail
      [og|jeg|og_jeg] svarer|vender_tilbage|besvarer|laeser [jeg] [pa|dig] [din|mail] [mail|besked|henvendelse] [nar|efter|hurtigst|sa_snart] [jeg] [er|muligt] [tilbage]`,
    urgent: `
      [i|ved] hastende|haste|akutte|hastesager|presserende [tilfaelde|sager]`,
    asks: `
      [kan_du|bedes_du] kontakt|ring|kontakte|skriv [venligst|til] [min|vores] [kollega|kollegaer|hovednummer]
      venligst kontakt [min] [kollega]`,
    adds: `pa_telefon|jeg_er|jeg_har|er_jeg|til|og|med|fra|den|d|pa|i|kl|igen|mandag|hele|naeste|denne|uge|idag|i_dag|i_morgen|mellem|eller|via|tlf|telefon|i_mit_fravaer|under_mit_fravaer|i_denne_periode|tak_for_din_forstaelse|i_hastesager|pt|hurtigst_muligt`,
  },
  no: {
    away: `
      [i_dag] [jeg] [er|har|tar|befinner] [i_dag|for_tiden|dessverre] [pa] ferie|tjenestereise|permisjon|foreldrepermisjon|fri|fravaerende|bortreist|reise|kurs|sykemeldt|avspasering
      [jeg] [er] [i_dag|for_tiden] ikke pa|til|tilgjengelig|a_treffe [kontoret|stede|jobb]
      [vart] kontor|kontoret er|holder stengt
      jeg jobber|arbeider ikke lenger`,
    back: `[og|jeg] [er|kommer] [jeg] tilbake|pa_plass|a_treffe_igjen [pa|igjen] [kontoret|jobb]`,
    marks: `
      [tusen] takk for din|e-posten|meldingen|henvendelsen [e-post|epost|melding|mail|henvendelse]
      din|e-posten|denne e-post|epost|melding|mail [blir|vil] [ikke] [videresendt|lest|bli_lest|besvart]
      [jeg_har|med] begrenset|ikke|ingen tilgang til [min] e-post|epost|mail
      [og|jeg|og_jeg] svarer|besvarer|leser|kommer_tilbake_til_deg [jeg] [pa|deg] [din|e-post] [e-post|melding|henvendelse] [nar|etter|sa_snart] [jeg] [er|kan|som_mulig] [tilbake]`,
    urgent: `
      [i|ved] hastesaker|haster|presserende|akutte|hastetilfeller [saker|tilfeller]`,
    asks: `
      [kan_du|vennligst] kontakt|ring|kontakte [vennligst|til] [min|vart] [kollega|kollegaer|sentralbord]
      send e-post til`,
    adds: `pa_telefon|jeg_er|jeg_har|er_jeg|til|og|med|fra|den|pa|i|kl|igjen|mandag|hele|neste|denne|uke|i_dag|i_morgen|mellom|eller|via|tlf|telefon|i_mitt_fravaer|under_mitt_fravaer|i_denne_perioden|takk_for_forstaelsen|ved_hastesaker|for_tiden|sa_snart_som_mulig`,
  },
  fi: {
    away: `
      [tanaan] [olen] [tanaan|talla_hetkella|nyt] lomalla|vuosilomalla|poissa|tyomatkalla|matkoilla|koulutuksessa|sairauslomalla|vanhempainvapaalla|aitiyslomalla|vapaalla|hoitovapaalla|opintovapaalla [toimistolta|toista]
      [tanaan] en ole [tanaan|talla_hetkella] toimistolla|paikalla|tavoitettavissa|tyossa|toissa
      toimistomme|toimisto on suljettu
      en tyoskentele enaa`,
    back: `[ja] palaan|palaamme|olen_takaisin|tavoitettavissa_jalleen [toihin|toimistolle|takaisin]`,
    marks: `
      kiitos viestistasi|viestistanne|sahkopostistasi|yhteydenotostasi|yhteydenotostanne
      viestiasi|viestianne|sahkopostia|sahkopostiasi|viestia|viesteja ei lueta|valiteta|ohjata|kasitella [eteenpain]
      [ja] vastaan|vastaamme|luen|palaan_asiaan [viestiisi|viestiinne|viesteihin|sinulle] [palattuani|kun_palaan|lomani_jalkeen|loman_jalkeen|mahdollisimman_pian|heti_palattuani]`,
    urgent: `
      kiireellisissa|kiireisissa|akuuteissa|kiiretapauksissa [asioissa|tapauksissa]`,
    asks: `
      [voit|voitte] ota|ottaa|ottakaa|olla yhteytta|yhteydessa [kollegaani|kollegaamme|toimistoomme|vaihteeseen]
      [voit|voitte] soittaa|soita|soittakaa [kollegalleni|vaihteeseen]`,
    adds: `olen|asti|saakka|alkaen|ja|tai|klo|takaisin|maanantaina|maanantaihin|valisena_aikana|aikana|lomani_aikana|poissaoloni_aikana|ensi|viikolla|viikon|tanaan|huomenna|puh|puhelin|talla_hetkella|taas`,
  },
  pl: {
    away: `
      [dzisiaj|dzis|obecnie] [jestem|bede|przebywam] [dzisiaj|obecnie|aktualnie|teraz] na_urlopie|nieobecny|nieobecna|poza_biurem|na_zwolnieniu|w_delegacji|w_podrozy|na_urlopie_macierzynskim|na_zwolnieniu_lekarskim|na_szkoleniu|niedostepny|niedostepna|w_podrozy_sluzbowej
      [dzisiaj|dzis] nie_ma_mnie|nie_bedzie_mnie [dzisiaj|dzis] [w_biurze|w_pracy]
      [nasze] biuro jest|bedzie [nieczynne|zamkniete]
      nie pracuje juz [w_firmie]`,
    back: `[i] [bede] wracam|wroce|powracam|z_powrotem|ponownie_dostepny|ponownie_dostepna [do_pracy|do_biura]`,
    marks: `
      dziekuje|dziekujemy za [panstwa|twoja|kontakt|pana|pani] [wiadomosc|e-mail|maila|mail|kontakt]
      [panstwa|twoja|ta] wiadomosc|wiadomosci nie zostanie|beda|bedzie|zostana [przekazana|odczytana|przekazane|czytane|przekazywane]
      [mam|z|nie_mam|mam_ograniczony] ograniczony|dostepu|dostep dostep|do [do] [poczty|maila|e-maila]
      [i] [na] odpowiem|odpisze|odpowiemy|skontaktuje_sie [na] [panstwa|wiadomosc|twoja] [wiadomosc|wiadomosci] [po|niezwlocznie|jak|zaraz_po] [powrocie|najszybciej]`,
    urgent: `
      [w] [sprawach|przypadku|razie|przypadkach] pilnych|naglych|pilnej [sprawach|przypadkach|potrzeby|spraw|sprawie]`,
    asks: `
      prosze|prosimy [o|sie] kontakt|kontaktowac|kontaktowac_sie|pisac|skontaktowac_sie [z|do|na] [kolezanka|kolega|panem|pania|sekretariatem|biurem|moja|moim]
      [prosze_o] kontakt z`,
    adds: `pod_numerem|pod|numerem|do_biura|do_pracy|jestem|bede|do|od|dnia|wlacznie|i|w|na|o|lub|z|tel|telefon|oraz|poniedzialek|poniedzialku|przyszlym|tym|tygodniu|dzisiaj|dzis|jutro|godz|numer|podczas_mojej_nieobecnosci|w_czasie_mojej_nieobecnosci|w_tym_czasie|po_powrocie|obecnie|aktualnie|dziekuje_za_wyrozumialosc`,
  },
  cs: {
    away: `
      [dnes|momentalne] [jsem|cerpam|mam|budu|jsme] [dnes|momentalne|nyni] na_dovolene|dovolenou|mimo_kancelar|nepritomen|nepritomna|na_sluzebni_ceste|na_cestach|na_nemocenske|na_materske|na_skoleni|nedostupny|nedostupna|nemocny
      [dnes] nejsem [dnes] v_kancelari|k_zastizeni|pritomen|pritomna|v_praci
      [momentalne|dnes|nyni] cerpam|mam dovolenou
      [nase] kancelar je|bude zavrena`,
    back: `[a] vratim_se|vracim_se|budu_zpet|zpet_jsem|opet_k_dispozici [do_kancelare|do_prace|v_kancelari]`,
    marks: `
      dekuji|dekujeme za [vasi|vas] zpravu|e-mail|email|mail
      [vase|vas] zprava|zpravy|e-mail|e-maily nebude|nebudou|neni [precten|preposlan|preposlana|prectena|preposilan]
      mam|s omezeny|omezenym pristup|pristupem [k_e-mailu|k_e-mailum|k_poste]
      [a] odpovim|odpovime|ozvu_se [vam] [na] [vasi|vas] [zpravu|e-mail] [po|ihned|jakmile|co_nejdrive] [po] [navratu|svem_navratu|se_vratim]`,
    urgent: `
      [v] [pripade|pripadech] nalehavych|nalehavem|urgentnich|neodkladnych|nutnosti|nalehavosti [pripadech|pripade|zalezitostech]`,
    asks: `
      [prosim|muzete] kontaktujte|kontaktovat|piste|se_obratte|obratte_se|napiste|volejte [prosim|na] [meho|moji|mou] [kolegu|kolegyni]`,
    adds: `jsem|budu|do|od|dne|vcetne|a|v|na|nebo|tel|telefon|pondeli|pristi|tento|tyden|dnes|zitra|hod|cislo|po_dobu_me_nepritomnosti|v_dobe_me_nepritomnosti|po_navratu|momentalne|dekuji_za_pochopeni|k`,
  },
  tr: {
    away: `
      [bugun|su_an|su_anda] [yillik] izindeyim|izinliyim|tatildeyim|seyahatteyim|ofis_disindayim|raporluyum|dogum_iznindeyim|izinli_olacagim|izinde_olacagim|is_seyahatindeyim
      [bugun|su_an|su_anda] ofiste|isyerinde|yerimde degilim|olmayacagim`,
    back: `[ofise] donecegim|doneceğim|donuyorum|geri_donecegim|ofiste_olacagim`,
    marks: `
      [mesajiniz|e-postaniz|iletiniz|mailiniz] icin tesekkur_ederim|tesekkurler|tesekkur_ederiz
      mesajiniz|e-postaniz|iletiler|mailiniz [yonlendirilmeyecektir|okunmayacaktir|yonlendirilmemektedir]
      [e-postalara|e-postalarima|maillerime] [sinirli] erisimim [sinirli|kisitli|olmayacaktir|olacaktir]
      [mesajiniza|e-postaniza|size] [en_kisa_surede|dondugumde|donuste|donusumde] yanitlayacagim|cevap_verecegim|donus_yapacagim|yanit_verecegim|donecegim|cevaplayacagim`,
    urgent: `
      acil [bir] durumlar|durumlarda|durumlariniz|durumda|konular|isler|konularda [icin]`,
    asks: `
      [ile|arkadasima|meslektasima] iletisime_gecebilirsiniz|ulasabilirsiniz|irtibata_gecebilirsiniz|iletisim_kurabilirsiniz|iletisime_geciniz|ulasabilirsin
      arkadasima|meslektasima`,
    adds: `tarihine|tarihinde|tarihleri|kadar|arasinda|itibaren|itibariyla|ve|veya|ile|e|a|icin|bugun|yarin|gelecek|bu|hafta|pazartesi|gunu|gunune|tel|telefon|lutfen|dondugumde|donuste|su_anda|yoklugumda`,
  },
  ro: {
    away: `
      [astazi|azi|momentan|in_prezent] [sunt|voi_fi|ma_aflu|suntem] [momentan|in_prezent] in_concediu|in_concediu_de_odihna|plecat_din_birou|plecata_din_birou|in_delegatie|absent|absenta|indisponibil|in_concediu_medical|in_concediu_de_maternitate|in_deplacement|plecat|plecata
      [astazi|azi] nu sunt|voi_fi|ma_aflu [astazi|azi] [la|disponibil|disponibila|in] [birou]
      [biroul] [nostru] este|va_fi inchis`,
    back: `[si] [voi] revin|ma_intorc|reveni|fi_inapoi|ma_voi_intoarce [la_birou]`,
    marks: `
      [va] multumesc|multumim pentru mesaj|mesajul|e-mail|emailul|mesajul_dumneavoastra|e-mailul
      mesajul|e-mailul|mesajele [dumneavoastra] nu va|vor fi [citit|redirectionat|citite|transmis]
      [am|cu] acces limitat la [e-mail|email|mail]
      [si|va|si_va] [voi] raspund|raspunde|raspunde_la|contactez|contacta [mesajului|la_mesaj|la_mesajul] [dumneavoastra] [la|cat|cand|dupa|imediat] [intoarcere|revenire|curand|ma_intorc|posibil|intoarcerea_mea]`,
    urgent: `
      [pentru|in] [situatii|probleme|caz|cazuri|chestiuni] [de] urgente|urgenta`,
    asks: `
      [va] [rog|rugam|puteti] [sa] contactati|contacta|scrieti|sunati|adresati_va [pe|la] [colega|colegul|colegei] [mea|meu]`,
    adds: `sunt|voi_fi|pana|pe|la|data|de|din|in|intre|si|sau|cu|luni|lunea|saptamana|viitoare|azi|astazi|maine|tel|telefon|inclusiv|incepand|in_lipsa_mea|in_absenta_mea|in_aceasta_perioada|va_multumesc_pentru_intelegere|momentan|in_prezent`,
  },
  hu: {
    away: `
      [ma|jelenleg|most|ig] szabadsagon|kikuldetesben|betegszabadsagon|hazon_kivul|irodan_kivul|uton|szulesi_szabadsagon vagyok|leszek|tartozkodom
      [ma] nem vagyok|leszek [ma] az_irodaban|elerheto|bent|az_irodan
      irodank zarva_tart`,
    back: `[es] visszaterek|ujra_elerheto_vagyok|erek_vissza|visszajovok|vissza [az_irodaba]`,
    marks: `
      koszonom|koszonjuk [az] [a] uzenetet|levelet|e-mailt|megkereseset|uzeneted
      uzenetet|levelet|leveleit nem tovabbitjuk|olvassuk|tovabbitom
      [korlatozottan] ferek hozza [az] [e-mailjeimhez|leveleimhez]
      [visszateresem_utan|visszaterve|amint_lehet|amint_visszaterek] [uzenetere|levelere] valaszolok|valaszolni_fogok|jelentkezem`,
    urgent: `
      surgos esetben|ugyben|ugyekben|kerdesekben|esetekben`,
    asks: `
      [kerem|kerjuk] keresse|keressek|forduljon|irjon|hivja|vegye_fel_a_kapcsolatot [kollegamat|kollegamhoz|kollegainkat]`,
    adds: `vagyok|leszek|ig|ig_bezarolag|tol|ban|an|en|es|a|az|ma|holnap|hetfon|hetfoig|jovo|heten|kozott|tel|telefon|vagy|napjan|tavolletem_alatt|ez_ido_alatt|visszateresem_utan|jelenleg|koszonom_a_megerteset`,
  },
  el: {
    away: `
      [σημερα|αυτη_τη_στιγμη|προς_το_παρον] [ειμαι|βρισκομαι|θα_ειμαι|θα_βρισκομαι|ειμαστε] σε|με|εκτος αδεια|διακοπες|γραφειου|ταξιδι|επαγγελματικο_ταξιδι|αναρρωτικη_αδεια|αδεια_μητροτητας
      [σημερα] απουσιαζω|λειπω|θα_απουσιαζω|θα_λειπω
      [σημερα] δεν ειμαι|βρισκομαι|θα_ειμαι|θα_βρισκομαι [στο_γραφειο|διαθεσιμος|διαθεσιμη|στη_θεση_μου]
      το_γραφειο|τα_γραφεια [μας] ειναι|παραμενει|θα_ειναι κλειστο|κλειστα`,
    back: `[και] [θα] επιστρεφω|επιστρεψω|γυριζω|επιστροφη|ειμαι_πισω [στο_γραφειο]`,
    marks: `
      [σας] ευχαριστω|ευχαριστουμε για το [email|μηνυμα|μηνυμα_σας|e-mail]
      το_μηνυμα|το_email|τα_μηνυματα σας δεν θα [προωθηθει|διαβαστει|προωθηθουν]
      [με|εχω] περιορισμενη προσβαση [στο_email|στα_email|στην_αλληλογραφια]
      [και] θα απαντησω|σας_απαντησω|απαντησουμε|επικοινωνησω [στο_μηνυμα] [σας|μαζι_σας] [μολις|οταν|με|το_συντομοτερο|μετα] [την|επιστρεψω|δυνατον] [επιστροφη] [μου]`,
    urgent: `
      [για|σε] [περιπτωση|κατι] επειγοντα|επειγον|επειγουσες|επειγουσα|αναγκης [θεματα|περιπτωσεις|περιστατικα|ζητηματα|περιπτωση]`,
    asks: `
      [παρακαλω|μπορειτε_να] επικοινωνηστε|επικοινωνησετε|απευθυνθειτε|καλεστε [με|στον|στην|μαζι] [τον|την|το|τη] [συναδελφο] [μου|κυριο|κυρια]`,
    adds: `ειμαι|θα_ειμαι|μεχρι|εως|και|τις|τη|την|τον|το|στις|απο|στο|ως|δευτερα|επομενη|αυτη|εβδομαδα|σημερα|αυριο|τηλ|τηλεφωνο|η|κατα_την_απουσια_μου|με_την_επιστροφη_μου|κατα_τη_διαρκεια|ευχαριστω_για_την_κατανοηση|προς_το_παρον`,
  },
  ru: {
    away: `
      [сегодня|сеичас|в_данныи_момент|я|до] [я|нахожусь|буду|нахожусь_в|сегодня] в_отпуске|в_командировке|на_больничном|вне_офиса|отсутствую|в_отъезде|в_декретном_отпуске|отсутствовать|на_обучении|не_на_месте|в_декрете
      [сегодня] меня нет|не_будет [сегодня] [в_офисе|на_месте|на_рабочем_месте]
      [наш] офис закрыт|не_работает
      [я] больше_не|не работаю [больше] [в_компании]`,
    back: `[и] [я] вернусь|возвращаюсь|буду|выиду|снова_буду [на_работе|в_офисе|на_связи|на_месте|доступен|доступна|на_работу]`,
    marks: `
      спасибо|благодарю за ваше|твое|ваше_обращение [письмо|сообщение|обращение]
      ваше|ваши|письма|сообщения письмо|сообщение|не|письма [не] [будет|будут|будут_прочитаны|пересылаются] [переслано|прочитано|перенаправлено|прочитаны]
      [имею|с|у_меня] [ограниченныи|ограниченным|нет] доступ|доступа|доступом к почте
      [и|я] [обязательно|сразу] отвечу|ответим|свяжусь [вам|на|с_вами] [ваше] [письмо|сообщение] [после|по|когда|сразу_после|как_только] [возвращения|возвращении|вернусь|смогу]`,
    urgent: `
      [по|в|для] [всем] срочным|срочных|экстренных|экстренным|срочном [вопросам|случаях|случае|делам]`,
    asks: `
      [пожалуиста|прошу|просьба|можно] обращаитесь|обращаться|пишите|писать|звоните|свяжитесь|звонить|обратитесь|связаться [пожалуиста] [к|с|по] [коллегам|моему_коллеге|моеи_коллеге|коллеге|телефону]`,
    adds: `по_телефону|по_номеру|до|с|по|и|в|на|или|к|включительно|сегодня|завтра|понедельник|понедельника|следующеи|этои|неделе|тел|телефон|числа|г|в_мое_отсутствие|на_время_моего_отсутствия|по_возвращении|после_возвращения|сеичас|в_данныи_момент|спасибо_за_понимание`,
  },
  uk: {
    away: `
      [сьогодні|зараз|наразі|я] [я|перебуваю|буду|знаходжусь|сьогодні] у_відпустці|в_відпустці|у_відрядженні|на_лікарняному|поза_офісом|відсутніи|відсутня|в_декреті
      [сьогодні] мене немає|не_буде [сьогодні] [в_офісі|на_місці|на_робочому_місці]
      [наш] офіс зачинено|не_працює`,
    back: `[і] [я] повернуся|повертаюся|буду [на_роботі|в_офісі|на_звязку|на_місці]`,
    marks: `
      дякую|дякуємо за ваш|вашого|ваше [лист|листа|повідомлення|звернення]
      ваш|ваше лист|повідомлення не буде переслано|прочитано
      маю обмежении доступ до_пошти
      [і|я] [обовязково] відповім|відповімо|звяжуся [вам|на|з_вами] [ваш] [лист|повідомлення] [після|по|коли|як_тільки] [повернення|поверненні|повернуся|зможу]`,
    urgent: `
      [з|у|в] термінових|невідкладних|терміновому [питань|випадках|випадку|справ]`,
    asks: `
      [прошу|будь_ласка] звертаитеся|звертаитесь|звертатися|звертатись|пишіть|телефонуите|зателефонуите|звяжіться [до|з|за] [колег|колеги|телефоном]`,
    adds: `до|з|по|і|та|в|у|на|або|включно|сьогодні|завтра|понеділок|понеділка|наступного|цього|тижня|тел|телефон|року|під_час_моєї_відсутності|за_моєї_відсутності|після_повернення|наразі|зараз|дякую_за_розуміння`,
  },
  ja: {
    away: `
      [ただいま|現在|本日|誠に勝手ながら|本日は|今週は] 外出|休暇|出張|休業|不在|育児休業|産休|休み [中|に|を|の] [で|して|いただいて|頂いて|頂戴して|取得して] おります|います|です|ため
      休暇|お休み|休み を いただいて|いただきます|頂いて|頂戴して|取って [おります|います]
      不在|外出|出張 に|と して|なります|なって [おります|います]
      休暇|お休み|休み を いただいて|頂いて|取得して|取って おり|おりまして
      外出|出張|不在|休暇 中 で|の ため|おり`,
    back: `[に|より|から] 戻ります|戻り|出社します|復帰します|復帰いたします|出社いたします|戻る予定です`,
    marks: `
      [メール|ご連絡|お問い合わせ] [を|いただき|頂き|いただきまして] ありがとうございます
      いただいた|頂いた|お送りいただいた メール|ご連絡 [には|は|へは] [転送されません|自動転送されません]
      戻り次第|後日|改めて|休暇明けに|復帰後 [ご] 返信|連絡|対応|回答|確認 [を] [いたします|致します|します|させていただきます|差し上げます]
      [ご] 返信|回答|対応|確認 [いたします|致します|します|させていただきます]
      返信 が|は 遅れます|遅れる場合がございます`,
    urgent: `
      [お] 急ぎ|緊急 [の] [方|場合|ご用件|用件|際|ご連絡] [は|には]`,
    asks: `
      [担当] まで|に|へ [ご] 連絡 ください|下さい|お願いいたします|お願いします|いただけますと幸いです|願います`,
    adds: `まで|より|から|に|は|の|を|と|で|へ|へは|日|月|年|時|曜|火|水|木|金|土|週|中|間|期|期間|間は|申し訳ございません|申し訳ありません|ご迷惑をおかけいたします|ご不便をおかけいたします|何卒|ご了承ください|この|お手数ですが|恐れ入りますが|当社|弊社|担当`,
  },
  zh: {
    away: `
      [我|本人] [将|会|于|现在|目前|正在|今天|现|已] [在|处于|外出] 休假|出差|休年假|外出|年假|休产假|病假|放假 [中|期间|状态]
      [我|本人] [将|会|现在|目前|今天] 不在 办公室|公司
      我 今天|目前|现在|暂时 不在 [办公室|公司]
      我们|公司|办公室 [将] 放假|休息|关闭`,
    back: `[我] [将|会|于] 返回|回来|回到办公室|上班|返岗 [后|上班|办公室]`,
    marks: `
      谢谢|感谢 [您|你] [的] 来信|邮件|来邮|留言|联系
      [您|你|此] [的] 邮件|来信 [已|将] [收到|不会被转发|不会被阅读|收悉]
      [我|将|会|我会|我将] [在] [回来|返回|归来|休假结束|第一时间|尽快|上班] [后|之后] [我|会|将|尽快|第一时间|再] [会] 回复|处理|答复|联系 [您|你|您的邮件]
      [我] [无法|不便|不能] [及时] 查看|回复|收取 邮件
      回复 [您|可能] [会] [有所] 延迟`,
    urgent: `
      [如|若|如果|有] [有|您有] 紧急|急 事|事务|情况|事宜|要事|问题|需要`,
    asks: `
      [请|可|可以] 联系|致电|拨打|发邮件至 [我|我的|的] [同事]`,
    adds: `我|本人|从|至|到|在|之前|前|日|月|年|号|周|一|二|三|四|五|六|期间|和|或|的|于|今天|明天|下周|本周|请|电话|手机|邮箱|带来不便|敬请谅解|谢谢|给您`,
  },
  ko: {
    away: `
      [현재|오늘|오늘은|지금|지금은] [저는] 휴가|휴가중|부재중|출장|출장중|외근|육아휴직|병가 [중] [입니다|이며|으로|중입니다|중이며]
      [현재|오늘|오늘은|지금] [저는] 휴가입니다|휴가중입니다|부재중입니다|출장입니다|출장중입니다|외근입니다|휴가이며|출장이며|휴가로
      휴가|출장|외근|휴직|부재 중입니다|중이며|중으로|중이라
      [오늘|오늘은|현재] 사무실에|자리에 없습니다|부재중입니다`,
    back: `복귀합니다|복귀할_예정입니다|돌아옵니다|복귀_예정입니다|출근합니다`,
    marks: `
      [보내주신|보내_주신] 메일|이메일|메시지 [은|감사합니다|주셔서_감사합니다|확인이_어렵습니다]
      메일은|메시지는|메일을 [전달되지_않습니다|확인할_수_없습니다|확인하지_못합니다]
      [복귀_후|복귀후|돌아와서|돌아온_후|복귀하는_대로|돌아오는_대로] [빠르게|바로|순차적으로] 답변드리겠습니다|회신드리겠습니다|연락드리겠습니다|답변_드리겠습니다|회신_드리겠습니다|연락_드리겠습니다`,
    urgent: `
      급한|긴급한 용무는|일은|사항은|용건은|경우|문의는|경우에는
      긴급 용무는|문의는|연락은|시`,
    asks: `
      [에게|께] 연락|문의 바랍니다|주세요|주시기_바랍니다|부탁드립니다|주십시오`,
    adds: `까지|부터|일|월|년|오늘|내일|다음|이번|주|에|와|및|또는|전화|으로|로|에게|님|께|중|동안`,
  },
}

/** Days and months, wherever they stand. */
export const dateWords = `
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu thur fri sat sun january february march april may june july august
  september october november december jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th
  montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre 1er
  lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  segunda terca quarta quinta sexta feira segunda-feira terca-feira quarta-feira quinta-feira sexta-feira janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei augustus
  mandag tisdag onsdag torsdag fredag lordag sondag januari februari augusti maj marts mars mandag tirsdag lordag juni juli desember
  maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
  poniedzialek wtorek sroda czwartek piatek sobota niedziela poniedzialku wtorku srody czwartku piatku srode stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
  pondeli utery streda ctvrtek patek sobota nedele ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
  pazartesi sali carsamba persembe cuma cumartesi pazar ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
  luni marti miercuri joi vineri sambata duminica ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
  hetfo kedd szerda csutortok pentek szombat vasarnap hetfon kedden szerdan csutortokon penteken januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december
  δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου
  понедельник вторник среда четверг пятница суббота воскресенье понедельника вторника среды четверга пятницы среду пятницу января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  понеділок вівторок середа четвер пятниця субота неділя понеділка вівторка середи четверга пятниці січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
  월요일 화요일 수요일 목요일 금요일 토요일 일요일 월요일에 화요일에
`
