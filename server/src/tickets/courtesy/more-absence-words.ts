/**
 * What notices say beside `absence-words.ts`, by kind: who is reached less, who does not read, who
 * helps meanwhile, who is back.
 */
type Words = Partial<Record<'away' | 'back' | 'marks' | 'urgent' | 'asks' | 'adds', string>>

export const moreAbsenceWords: Readonly<Record<string, Words>> = {
  en: {
    away: `
      [i'm|i_am|i'll_be|i_will_be|we're|we_are] [currently|now] on|taking pto|fto|vacation|leave|holiday|holidays|annual_leave|bereavement_leave|jury_duty|some_time_off|time_off|a_break|a_day_off
      i'm|i_am|i'll_be|i_will_be [currently] attending|at|in|visiting a|an|the|our|my conference|trade_show|trade_fair|fair|offsite|summit|training|workshop|customer|customers|meetings [this|all] [week|day]
      [i'm|i_am|i'll_be|i_will_be] [currently] off [on] [annual|sick|parental|holiday] leave|holiday|vacation|work|today
      [i'm|i_am|i'll_be|i_will_be] [currently] out|away|offline|unreachable|unavailable|travelling|traveling [of_office|on_business|on_holiday|on_vacation]
      [i] [am] [only] reachable|contactable|available to_a_limited_extent|sporadically|intermittently`,
    back: `[i|and|i'm|i_am|i'll] [will|am|be|'ll] [be] back|returning|return [at|in|to|on|from] [my|the] [desk|office|work|leave|holiday]`,
    marks: `
      [and] [i|we] [am|are|will|won't|shall|do|can] [not|won't] [be] [regularly] checking|reading|monitoring|check|read|monitor|seeing|answering [my|any|the|this] [email|emails|messages|mail|mails|inbox|mailbox|voicemail] [regularly|daily|often]
      [i] [and] [have|has|will_have|with] [only] limited|no|little|intermittent|sporadic|restricted access to [my] inbox|mailbox|messages|email|emails
      [and] [i|we] [will|shall|'ll|i'll] get_back|reply|respond|follow_up|answer|be_in_touch [to|with] [you|your] [message|email|note] [as_soon_as|upon|on|when|after|once] [my|i] [return|am_back|get_back|possible|i_return|i_am_back|i'm_back|can]
      [i] [will] get_back_to_you upon|on|after|when my|i return|am_back
      thanks|thank_you for reaching|getting|writing out|in_touch|to_me|in`,
    urgent: `
      if|should [it|this|your|the] [matter|request|message] can't|cannot|can_not wait
      if [it's|it_is|this_is|your_matter_is|your_request_is] [time|very] sensitive|critical|urgent|time-sensitive|pressing
      for anything|everything time-sensitive|pressing|urgent|critical|that_can't_wait`,
    asks: `[please] [contact|email|call|ask] [my] colleague|deputy|colleagues will|can|is help|happy_to_help|covering|assist [you|for_me]`,
    adds: `while_away|while_i'm_away|while_i_am_out|matters|for_urgent_matters|front_desk|reception|off|thru|through|for|on|friday|upon_my_return|cover|covering|best|hi_there`,
  },
  de: {
    away: `
      [derzeit|aktuell] im|auf|in urlaub|jahresurlaub|dienstreise|geschaftsreise|elternzeit|mutterschutz|fortbildung|resturlaub|sonderurlaub|einer_fortbildung|einer_messe|einer_schulung|einer_konferenz|der_reha|kur
      [ich] [habe|geniesse] [gerade|derzeit|aktuell] urlaub|frei|meinen_urlaub|einige_tage_frei
      [ich|wir] [bin|sind] [und] [derzeit|aktuell] [nur|daher|und] [sehr|nur] eingeschrankt|schlecht|unregelmassig|sporadisch|begrenzt [nur] [per|telefonisch|uber] [mail|e-mail|telefon] erreichbar
      [ich] [bin] derzeit|aktuell|momentan|zurzeit [nicht] auf_dienstreise|auf_reisen|unterwegs|im_urlaub|auf_einer_messe|im_ausland`,
    back: `[ab|und|am] [montag|dienstag|mittwoch|donnerstag|freitag] bin|stehe [ich] [wieder] [gerne] [fur_sie|ihnen|wie_gewohnt] [da|erreichbar|zur_verfugung|im_buro|im_einsatz|zuruck]
      [bin|stehe] ich [dann|ab_dann] [gerne] wieder [gerne|wie_gewohnt] [fur_sie_da|erreichbar|da|zuruck|im_buro|personlich_erreichbar]`,
    marks: `
      [und] [ich] [lese|bearbeite|beantworte|rufe] [in_dieser_zeit|wahrenddessen|derzeit] [meine|keine|ihre] mails|e-mails|emails|nachrichten|nachricht [nicht|nur_sporadisch|unregelmassig|kaum|ab] [ab|gelesen]
      [in_dieser_zeit] [werden|wird] [meine|ihre|eingehende] mails|e-mails|nachrichten|nachricht nicht gelesen|weitergeleitet|bearbeitet|beantwortet`,
    asks: `
      [in] [hilft|helfen|unterstutzt|unterstutzen|vertritt|berat] ihnen|mich|sie [gerne] meine|mein|unser|unsere kollegin|kollege|kollegen|team|vertretung
      [steht|stehen|ist] ihnen [gerne] [meine|mein|unser] kollegin|kollege|team|vertretung
      [gerne] weiter|zur_verfugung|fur_sie_da`,
    adds: `befinde_mich|ich_befinde_mich|ich_habe|ich_werde|von|zum|gerne|gern|weiter|euch|ihnen|zuruck`,
  },
  fr: {
    away: `[je] [suis|serai|me_trouve] [actuellement|absent|absente] en|absent|absente conge|conges|vacances|deplacement|formation|arret_maladie|conge_maternite|du_bureau
      [je] suis|serai [actuellement] [difficilement|peu] joignable|injoignable|absent|absente|absente_du_bureau|absent_du_bureau|indisponible`,
    back: `[je] [serai|de] retour|reviens|reprends|reviendrai [le|au] [bureau|travail]`,
    marks: `[je] [n'] [ne] [aurai|ai|consulte|consulterai|lirai|lis] [pas|peu] [d'] [acces] [a] [mes|ma] mails|messages|messagerie|e-mails
      [je] [vous] repondrai|reponds|traiterai [a] [votre] [message] [a|des] mon_retour`,
    urgent: `[en|pour] [cas|toute] [d'] urgence|demande_urgente|question_urgente`,
    asks: `[merci|veuillez|vous_pouvez|je_vous_invite] [de|a] contacter|joindre|ecrire|appeler|vous_adresser [a] [mon|ma|mes|l'] [collegue|assistante|accueil]`,
  },
  es: {
    away: `[estoy|estare|me_encuentro] [actualmente] [de|fuera|en] vacaciones|baja|viaje|viaje_de_trabajo|permiso|fuera_de_la_oficina|ausente|un_congreso`,
    back: `[y] [me|estare] regreso|vuelvo|volvere|reincorporo|de_vuelta
      hasta nuevo aviso`,
    marks: `no [tendre|tengo|leere|revisare] [acceso] [al|a_mi|mis|el] correo|correos|mensajes
      [le|les|te] respondere|contestare [a_mi|cuando|a] [regreso|vuelta|vuelva]`,
    asks: `[pueden|puede|por_favor] escribir|escriba|escriban|contactar|contacte|contacten|llame|dirigirse|dirijase [a|con] [mi|mis] [companera|companero|companeros|colega]`,
    adds: `estare|estoy|para|cualquier|a_mi_regreso|a_mi_vuelta`,
  },
  it: {
    marks: `[e] leggero|rispondero [la|alla|a|ai] [posta|mail|messaggi|tutti] [al] [mio] rientro|ritorno
      non [potro|posso] [leggero|leggo|leggere|consulto|consultare] [la|le|regolarmente] [posta|mail|email|messaggi]`,
    urgent: `[in|per] urgenze|urgenza|emergenze
      [in|per] [caso|ogni|qualsiasi|eventuali] [di] urgenza|urgenze|emergenze|necessita|comunicazioni_urgenti|questioni_urgenti`,
    asks: `[potete|puo|puoi|si_puo|vi_prego] [di] contattare|scrivere|rivolgervi|rivolgersi|chiamare [a|al|alla|il|la] [mio|mia] [collega]`,
    adds: `e|posta|grazie|cordialita`,
  },
  pt: {
    marks: `[e] nao [estarei|irei|vou] [a] [ler|consultar|leio|lerei|consultarei] [os|as|o] [meus|minhas|meu] emails|mensagens|e-mails|correio|email
      respondo|responderei [a] [sua] [mensagem] [quando] [regressar|voltar]`,
    asks: `[por_favor|pode|podem|queira] [contacte|contactar|contactem|falar|escreva|escrever] [com|para|a|o] [meu|minha] colega`,
  },
  nl: {
    away: `[ik] [ben|heb] [momenteel|tijdelijk] [met|op|vrij|afwezig] vakantie|verlof|zakenreis|cursus|afwezig|zwangerschapsverlof|vrij|een_congres
      [ik] geniet [van|momenteel] [van] [mijn|een] vakantie|verlof
      [ik] [ben] beperkt|slecht|minder bereikbaar`,
    back: `[en] [ik] [ben] [weer] [op|vanaf] [weer] terug|bereikbaar|aanwezig [op_kantoor]`,
    marks: `[en] [ik] [lees|bekijk|beantwoord|check] [dan|in_die_periode] [mijn|de|geen] mail|mails|e-mail|e-mails|berichten|mailbox [niet|beperkt|nauwelijks]
      [ik] lees|beantwoord uw|je bericht [na|bij] [mijn] [terugkomst|terugkeer]`,
    urgent: `bij spoed
      [voor|bij|in] [zeer] dringende|urgente|spoedeisende zaken|vragen|kwesties|gevallen|aangelegenheden`,
    asks: `[bij|in|voor] [spoed|nood] [kunt|kan] [u|je] mailen|bellen|terecht [naar|bij]
      [kunt|kan] [u|je] [u] contact opnemen|zoeken [met] [mijn] [collega]
      [kunt|kan] [u|je] [zich|terecht|mailen|bellen|wenden] [bij|met|naar|tot] [mijn] collega`,
    adds: `afzender|beste_afzender|dan|kunt_u|kan_je|u|je|ik_heb|voor|dringende_zaken|spoed|bij_spoed|naar|ben|geniet`,
  },
  pl: {
    away: `[obecnie|aktualnie] [jestem|przebywam|bede] [na|w|obecnie] urlopie|delegacji|szkoleniu|konferencji|zwolnieniu|urlopie_wypoczynkowym`,
    marks: `nie [bede] [odczytuje|czytam|sprawdzam|mial|miala|czytal|sprawdzal] [dostepu_do] [poczty|wiadomosci|maili|skrzynki]
      odpowiem|odpisze [na] [panstwa] [wiadomosc] po_powrocie`,
    asks: `[w_mojej_nieobecnosci|zastepuje_mnie] zastepuje|kontakt [mnie|z] [kolega|kolezanka|pan|pani]`,
  },
  cs: {
    away: `[do] [jsem|cerpam|budu|mam] [na] dovolene|dovolenou|sluzebni_ceste|skoleni|konferenci|nemocenske`,
    marks: `[sve|svou] [e-maily|maily|postu|zpravy] nectu|nebudu_cist|nevyrizuji
      odpovim|ozvu_se [vam] po_navratu`,
    asks: `[zastupuje|zastoupi] me [kolega|kolegyne|pan|pani]`,
  },
  sv: {
    away: `[jag] [har|ar|tar] [just_nu|for_narvarande] [pa] semester|ledigt|ledig|tjansteresa|konferens|kurs|massa|foraldraledig`,
    marks: `[jag|och] [laser|kommer|svarar] [inte] [att_lasa|pa] [min|mina|e-post] mejl|mail|e-post|meddelanden [regelbundet]
      [jag] svarar|aterkommer [pa] [ditt] [meddelande] nar_jag_ar_tillbaka|vid_aterkomst`,
  },
  da: {
    away: `[jeg] [er|holder|har] [lige_nu|pt] [pa] ferie|ferielukket|barsel|kursus|konference|messe|orlov|forretningsrejse`,
    marks: `[jeg|og] [laeser|tjekker] [ikke] [min|mine] mail|mails|e-mail|beskeder
      [jeg] svarer [pa] [din] [mail] nar_jag_er_tilbage|nar_jeg_er_tilbage`,
  },
  no: {
    away: `[jeg] [er|har|tar] [for_tiden] [pa] ferie|kurs|konferanse|messe|permisjon|tjenestereise|fri`,
    marks: `[jeg|og] [leser|sjekker] [ikke] [min|mine] e-post|epost|mail|meldinger
      [jeg] svarer [pa] [din] [e-post] nar_jeg_er_tilbake`,
  },
  fi: {
    marks: `en lue|seuraa|pysty_lukemaan [sahkopostia|sahkopostiani|viesteja|viestejani] [lomani_aikana]
      [luen|vastaan] [viestiisi|viestiin] palattuani|loman_jalkeen`,
    asks: `[minua] sijaistaa|tuuraa [kollegani]
      ottakaa|ota|ottaa yhteytta|yhteys`,
  },
  tr: {
    away: `[su_an|simdi] [yillik|ucretsiz|dogum] izindeyim|izinde|izinliyim|tatildeyim|seyahatteyim|fuardayim|konferanstayim|egitimdeyim`,
    marks: `[e-postalarimi|maillerimi|mesajlarimi] okuyamayacagim|kontrol_etmeyecegim|okuyamiyorum|kontrol_edemiyorum`,
    urgent: `acil durumlarda|durumda|durumlar|konularda|ihtiyaclarda|hallerde|talepleriniz [icin]`,
    asks: `[adresine|adresinden|numaradan|adresi_uzerinden] yazabilirsiniz|ulasabilirsiniz|ulasiniz|yaziniz|arayabilirsiniz|iletisime_gecebilirsiniz
      adresine|adresinden|adresi`,
  },
  ro: {
    away: `[sunt|voi_fi|ma_aflu] [in] concediu|delegatie|concediu_de_odihna|deplacement|formare`,
    marks: `nu [imi|voi] [citi|citesc|verific|verifica] [e-mailurile|mailurile|mesajele|emailurile]`,
  },
  ru: {
    away: `[я] [нахожусь|буду|сеичас] [в|на] отпуске|командировке|больничном|обучении|конференции|выставке|декрете`,
    marks: `почту|письма|сообщения не читаю|проверяю|просматриваю
      [и] [я] [не] [читаю|проверяю|просматриваю|буду_читать] [свою] почту|письма|сообщения
      отвечу|отвечу_вам [на] [ваше] [письмо] после_возвращения|по_возвращении|после_отпуска`,
    asks: `[меня] замещает|заменяет [меня] [коллега|мои_коллега|моя_коллега]`,
  },
  ja: {
    marks: `メール|返信 を|の [ご] 確認|返信 が|は できません|遅れます|遅くなります`,
    adds: `その間|不在中|休暇中|の間`,
  },
  zh: {
    away: `[我] [正在|将|于|目前] 休假|出差|休年假|外出|开会|培训|参加会议 [中]`,
    marks: `[期间|暂时] [我] [无法|不能|不便|不] [及时|经常|正常] 查看|回复|查收|阅读 [邮件|消息]`,
  },
}
