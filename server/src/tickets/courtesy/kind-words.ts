/**
 * Kinds that each language has, a line or two each: regret for an answer that comes late, wishes for days
 * with names (`*`), “from my side”, all well with us, since when it works. Notation: `courtesy-words.ts`.
 */
export type KindWords = {
  /** “Sorry for the late reply”, “happy *”, “for my part”. */
  polite: string
  /** “All good here”, “you can close it, for all I care”. */
  says: string
  /** What may stand around “it works”: weekdays, “since”. */
  since: string
}

export const kindWords: Readonly<Record<string, KindWords>> = {
  en: {
    polite: `
      no need to dig|look|search|investigate [any] further|more|deeper
      [it|that] was|is [just] [my|the] cable|router|browser|vpn|firewall|antivirus|cache|plug|fuse [after_all|on_our_side|on_my_side]
      the|our|my refund|money is|has|was|'s [now|been] [on|in|credited|here|received] [on|in|to|into] [my|our|the] [account|bank_account|card] [now|today]
      got|received|saw|read your|the message|mail|email|note|reply|answer|response|update [now|just_now|this_morning]
      sorry|apologies|excuse|my_apologies [for] [the|my|this] late|delayed|slow|belated|tardy reply|response|answer|feedback|reaction|message
      sorry|apologies [for] [the|my|this] delay|lateness [in_replying|in_responding|in_answering|in_getting_back|in_getting_back_to_you]
      [and] [have_a|enjoy_a|enjoy_the|enjoy_your|happy|merry] happy|merry|bank|long|well-deserved * [everyone|all|to_you|to_you_all|to_everyone|weekend]
      [and] enjoy the|your|a [rest_of_your|rest_of_the|bank|long] *
      the|my|our [parcel|package|letter|replacement|card|delivery|order|file|email|mail|invoice|refund|money|code|link] turned_up|came_through|showed_up|got_here|made_it|is_here|was_delivered|has_been_delivered [today|this_morning|yesterday|just_now|safely|in_the_end]
      that|this|it is|was|'s [very|really|super|so] much|kindly|greatly|truly appreciated
      in|with sorting|fixing|solving|resolving this|it|that [out] [for_me|for_us|so_quickly]
      x|xx|xo`,
    says: `
      thanks|thank_you|cheers [so_much|very_much|again] for getting|coming|writing|calling back [to] [me|us] [so|this] [soon|quickly|fast|promptly]
      [we|i|we're|i'm|we_are|i_am] [are|am] [now] back up|up_and_running|in|online|on_track|running|working|in_business [again|now]
      [that's|that_is|this_is|it's|that_was] exactly|precisely|just|all what i|we [was|were|am|are|had] after|wanted|needed|meant|hoping_for|looking_for|in_mind|asking_for
      [many|thanks|thank_you] [thanks] for your help|support|assistance in|with sorting|fixing|solving|resolving this|it|that [out] [for_me|for_us]
      [that's|that_has|that|this|it|it's|this_has] sorted|fixed|solved|cured|cracked it|that|everything [now|for_me|nicely]
      [it|this|that|everything] [is] [very|really|truly] much|greatly appreciated
      all_there|all_there_now|it's_all_there|good_to_go|it's_good_to_go|all_good_to_go|we're_good_to_go|ready_to_go
      tyvm|tysm|thank_you_very_much|many_many_thanks
      [u|you] can close|archive [it|this|now]
      appreciate|appreciated the|your|all [your|the] help|support|effort|assistance|patience|time [with|on] [my|the|our|this] *
      all|everything good|fine|well|ok|perfect|sorted|great at|on|with|over our|my|us|this|here [end|side]
      [i|we] [have|'ve] [just] [now] logged|signed|got|managed [to] [log|sign|get] in|on|back_in [without_any_trouble|without_trouble|without_any_problem|fine|ok|now|again|successfully]
      fantastic|wonderful|superb|excellent|brilliant|great|lovely|amazing service|support|stuff|news|people|team|customer_service|experience`,
    since: `since monday tuesday wednesday thursday friday saturday sunday yesterday weekend has been`,
  },
  de: {
    polite: `
      mit mir|uns
      jetzt|nun geht|gehts|lauft es|sie|er|alles [wieder] auf|durch
      das|die|der|mein|unser * kam|kamen|ist|sind [heute|gestern|soeben|gerade] [gut|heil] an|angekommen|eingetroffen
      das|die|unser|unsere|mein geld|erstattung|ruckzahlung|gutschrift ist|sind [jetzt|nun|heute] [da|eingegangen|angekommen|gutgeschrieben|auf] [auf] [dem|meinem|unserem] [konto] [eingegangen|gutgeschrieben]
      [das_war|war] mein|unser|meine eigener|eigene fehler|irrtum|versehen|schuld [tut_mir_leid|sorry|entschuldigung]
      tut|tat mir|uns [sehr] leid
      sorry|entschuldigung|entschuldigen|verzeihung|entschuldige [sie] [bitte] [fur] [die|meine] spate|verspatete|spaten|verspateten antwort|ruckmeldung|reaktion
      [und] [ein|eine|einen|noch] frohe|frohes|frohen|schone|schones|schonen|erholsame|erholsames|gute|guten|gutes|besinnliche *
      hatte|hatt [ich|man] [auch] [selbst|selber|eigentlich] [auch] [drauf|darauf] [kommen|sehen|wissen|merken] konnen|mussen
      das war [ja|dann|doch] [wirklich|echt|total|ganz|sehr|super] einfach|leicht|simpel
      das|es hat [mir|uns] [sehr|wirklich|super] geholfen
      [das|mein|unser|der|die] paket|brief|ersatz|karte|lieferung|sendung|bestellung|geld|gutschein ist|kam|wurde [heute|gestern|soeben|inzwischen|jetzt|schon|gut] angekommen|da|eingetroffen|zugestellt|geliefert|an`,
    says: `
      danke|dank|merci dass sie|ihr|du [sich|mir|uns|euch|dir|so] [so|sehr] [schnell|rasch|prompt|gut|zugig|viel] gemeldet|geantwortet|geholfen|gekummert|reagiert|beeilt haben|habt|hast
      von|fur uns|mir [aus] war|ist [es|das] [das|es] [von_uns|von_mir|schon]
      hat|hatte sich [damit|schon|inzwischen|bereits] erledigt|geklart|gelost
      [ich|wir|jetzt|nun] bin|sind [ich|wir] [jetzt|nun] wieder drin|dabei|online|startklar|arbeitsfahig|einsatzbereit|am_start|im_geschaft
      [genau|das|es] [ist|war|das] genau das|so|was was|wie|hatte|wollte|brauchte|suchte|habe|haben ich|wir [wollte|brauchte|gesucht|gebraucht|mir|gemeint|es] [es] [das] [vorgestellt|gewunscht|gesucht|gemeint|wollte|brauchte]
      [wow|oh] das ging [ja|aber|wirklich] fix|flott|schnell|rasch|zackig|ratzfatz
      [bei] uns|mir|hier ist|lauft|geht|passt [jetzt|nun|soweit|wieder] alles [jetzt|nun|wieder|soweit] [bestens|gut|ok|super|prima|wieder|einwandfrei|perfekt|in_ordnung|rund]
      alles|passt|soweit [passt|soweit] alles|bestens|gut|super|prima bei [uns|mir]
      [ich|wir] komme|kommen|bin|sind [jetzt|nun] wieder [problemlos|ganz_normal|gut] in|an|auf mein|das|unser|mein_konto konto|system|daten|portal
      [ihr|sie] [seid|sind] [einfach|echt|wirklich] die|absolute|der besten|hammer|wucht|spitze
      perfekt|super|prima|toll|bestens gelost|geklappt|erledigt|geregelt
      passt_alles|passt_soweit|passt_perfekt|pfiat_di|pfiat_euch`,
    since: `seit montag dienstag mittwoch donnerstag freitag samstag sonntag gestern`,
  },
  fr: {
    polite: `
      le|notre|mon remboursement est [bien] [arrive|sur|credite|passe] [sur] [mon|notre|le] [compte]
      c'|c etait [etait] mon|notre|ma erreur|faute [desole|desolee|excusez-moi]
      rien de_plus|d'autre [a_ajouter] de notre|mon|ma cote|part
      [waouh|wow|ouah|oh] c' etait|est [vraiment|super|tres] rapide|efficace
      waouh|wow|ouah
      desole|desolee|pardon|excusez|excuse|navre|navree|toutes_mes_excuses [moi|nous] [de|pour|du] [la|ma|mon|le|cette] [reponse|retard|delai] [tardive|de_reponse|dans_ma_reponse|tardif]
      [et] joyeux|joyeuses|bon|bonne|bonnes|excellent|excellente|beau|belle *
      le|la|mon|ma|notre colis|lettre|commande|courrier|remboursement|carte|livraison est|a_ete [bien] arrive|arrivee|livre|livree|la|recu [ce_matin|hier|aujourd'hui|a_l'instant|bien]`,
    says: `
      merci d [avoir|etre|m] [avoir|etre] revenu|revenue|repondu|reagi|aide|rappele [vers] [moi|nous] [si|aussi] [vite|rapidement]
      tout_le_monde|tous|chacun peut|peuvent [de_nouveau|a_nouveau] [se] reconnecter|connecter|acceder|travailler [normalement|a_nouveau|de_nouveau]
      [c'est|c'|voila] [est] exactement|precisement|justement|tout_a_fait ce que|qu'il je|nous|me [voulais|cherchais|voulions|cherchions|fallait|souhaitais|souhaitions]
      merci|mille_mercis|un_grand_merci [beaucoup|encore|infiniment] d' avoir * [le|la|les|l'|mon|ma|notre|nos|vite|rapidement|si_vite|tout] [*]
      [c'est|tout_est|tout|c'] [est] [tout] bon|ok|nickel|parfait|en_ordre de|chez notre|mon|nous|moi [cote]
      tout va|est|marche|fonctionne bien|bon|parfaitement chez|de nous|moi|notre_cote|mon_cote`,
    since: `depuis lundi mardi mercredi jeudi vendredi samedi dimanche hier`,
  },
  es: {
    polite: `
      [guau|vaya|wow|caramba] que|muy rapidez|rapido|velocidad|eficacia|rapidos|eficientes
      vaya|guau|wow
      el|mi|nuestro reembolso|dinero ya esta en mi|nuestra|la cuenta
      nada mas por|de nuestra|mi parte|lado
      [fue|ha_sido] error|culpa|fallo mio|nuestro|mia [perdon|disculpad|disculpen]
      vaya|guau|wow|que rapidez|rapido|velocidad|eficacia|rapidos
      perdon|perdona|perdone|perdonen|disculpa|disculpe|disculpen|siento|lamento|disculpas [por] [la|el|mi] demora|tardanza|retraso|respuesta [tardia] [en|al] [responder|contestar|la_respuesta]
      [y|que] feliz|felices|buen|buena|buenas *
      el|la|mi|nuestro paquete|carta|pedido|envio|reembolso|tarjeta|dinero ha|ya|me llegado|llego [ya|hoy|esta_manana|ayer|bien|perfectamente]
      enhorabuena al|a_todo|a_todo_el equipo`,
    says: `
      gracias por responder|contestar|ayudar|resolverlo|atenderme|llamar [tan|asi] [pronto|rapido|deprisa]
      [es|era|eso_es] exactamente|justo|precisamente lo que queria|queriamos|buscaba|buscabamos|necesitaba|necesitabamos|esperaba
      [ya|por_aqui|aqui] [ya] esta|va|funciona todo|correcto|bien|perfecto [correcto|bien|perfecto|ok|en_orden] [por|aqui] [aqui|ahora|mi_lado|nuestra_parte]
      [un|una|que] servicio|atencion|soporte de|excelente|estupendo|magnifico|fantastico|maravilloso [diez|10|lujo|primera|sobresaliente]`,
    since: `desde el lunes martes miercoles jueves viernes sabado domingo ayer`,
  },
  pt: {
    polite: `
      [uau|wow|nossa] que|muito rapidez|rapidos|rapido|eficiencia|agilidade
      uau|wow
      o reembolso|dinheiro|estorno [ja] caiu|entrou|esta na|em minha|nossa|conta [conta]
      nada mais da|de|por nossa|minha|parte [parte]
      erro|culpa|engano meu|minha|nosso [desculpem|desculpe|desculpa]
      uau|wow|nossa|que rapidez|rapidos|eficiencia|agilidade
      desculpe|desculpem|desculpa|perdao|peco_desculpa [por|pela|pelo] [a|o] demora|atraso|resposta [tardia] [em|na] [responder|resposta]
      [e|um|uma] feliz|bom|boa|boas|otimo|otima *
      a|o|minha|meu|nossa encomenda|pacote|carta|pedido|reembolso|cartao|dinheiro ja|chegou|foi|veio [chegou|entregue|hoje|ontem|bem|direitinho|esta_manha]
      ate_a_proxima|ate_logo|ate_breve
      por|da minha|mim|nossa [parte]`,
    says: `
      obrigado|obrigada|grato|grata por responder|responderem|ajudar|ajudarem|resolver|resolverem|ligar [tao|assim] [depressa|rapido|rapidamente|cedo]
      todos conseguem|conseguimos|podem|podemos entrar|aceder|acessar|trabalhar|conectar [de_novo|novamente|normalmente]
      [e|era|isso_e] exatamente|exactamente|precisamente|justamente [o] que [eu|nos] queria|queriamos|procurava|precisava|precisavamos
      [por_mim|por_nos|da_minha_parte] pode|podem fechar|encerrar|dar_por_encerrado|arquivar
      [esta|ja_esta|por_aqui] [tudo|ja] a|tudo [funcionar|trabalhar|correr|ok|certo|bem] [na|bem|as] perfeicao|mil_maravilhas|por_aqui|lindamente
      [esta|ja_esta] tudo a funcionar|correr|trabalhar [bem|perfeitamente|normalmente|sem_problemas]`,
    since: `desde segunda terca quarta quinta sexta sabado domingo ontem feira esta a`,
  },
  it: {
    polite: `
      il|mio|nostro rimborso e'|ha|sul|sta [arrivato|sul|accreditato] [mio|nostro] [conto]
      nient'altro|niente_altro|nient'_altro da|per parte|conto nostra|mia|nostro|mio
      errore|colpa mio|mia|nostro [scusate|scusi|chiedo_scusa]
      wow|caspita|velocissimi|rapidissimi|velocissimo|efficientissimi|bravissimi
      scusate|scusi|scusa|perdonate|mi_scuso [per] [il|la|mia] ritardo|risposta [tardiva] [nella|nel] [risposta|rispondere]
      [e|una|un|di_nuovo] buon|buona|buone|buono|felice|felici *
      il|la|mio|nostro pacco|lettera|ordine|rimborso|carta|spedizione e'|sono arrivato|arrivata|consegnato|consegnata [oggi|ieri|stamattina|stamane|bene|perfettamente]
      per|da me|noi|parte [mia|nostra]`,
    says: `
      grazie per|di aver|avermi|averci|avere risposto|aiutato|risolto|reagito|richiamato [cosi] [presto|rapidamente|in_fretta|velocemente]
      tutti riescono|possono|siamo [di_nuovo|nuovamente] [ad|a] accedere|entrare|lavorare|collegarsi [normalmente|di_nuovo]
      [tutto|siamo|sono] [a] posto cosi|adesso|ora
      [e'|era] esattamente|proprio|precisamente quello|cio che volevo|volevamo|cercavo|cercavamo|serviva|desideravo
      [da|per|qui] [noi|me|qui] [e'|ora|adesso] tutto [ora|adesso] ok|bene|apposto|perfetto|regolare|a_posto [adesso|ora]
      [da|per|qui] [noi|me|qui] e' tutto ok|bene|apposto|a_posto|perfetto [adesso|ora]`,
    since: `da lunedi martedi mercoledi giovedi venerdi sabato domenica ieri`,
  },
  nl: {
    polite: `
      [het|de|mijn|ons] [*] kwam|kwamen [vandaag|gisteren|net|zojuist] [goed] aan|binnen
      de|het|mijn|ons terugbetaling|geld is|staat [nu|inmiddels] binnen|op|ontvangen [mijn|onze|de] [rekening]
      verder|meer niets|niks [meer] van|vanuit onze|mijn kant
      wauw|wow|zo dat was|is|ging [wel|echt|erg|heel] snel|vlot
      dat was|ging [wel|echt|erg|heel|super] snel|vlot
      sorry|excuses|excuus|mijn_excuses [voor] [de|mijn|het] late|trage|verlate reactie|antwoord|reageren
      [en|een] fijne|prettige|gezellige|mooie|fijn|vrolijk|vrolijke|zalig|zalige *
      het|mijn|de|ons pakket|pakje|brief|bestelling|geld|kaart|levering is|kwam [vanmorgen|vandaag|gisteren|net|inmiddels] aangekomen|binnen|bezorgd|geleverd|aan
      wat_mij|wat_ons betreft`,
    says: `
      bedankt|dank dat u|je|jullie [zo] [snel|vlot] [heeft|hebt|hebben] gereageerd|geantwoord|geholpen [heeft|hebt|hebben]
      [dat_is|dit_is|het_is] precies|exact wat ik|wij|we wilde|wilden|zocht|zochten|nodig_had|bedoelde
      [wat_mij_betreft|wat_ons_betreft|van_mij|voor_mij] kan|mag dit|het|deze [melding|ticket|zaak] [nu] gesloten|dicht|afgesloten [worden]
      bij|hier ons|mij|alles is|werkt|gaat|loopt alles|het [weer|nu] goed|prima|in_orde|top|perfect`,
    since: `sinds maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren`,
  },
  pl: {
    polite: `
      z naszej|mojej strony to|jest|juz [juz] wszystko|koniec
      pieniadze|zwrot|srodki [juz] sa|jest|wplynely|wplynal|dotarly [juz] [na] [koncie|konto]
      przepraszam|przepraszamy|wybaczcie [za] [te|moja] pozna|spozniona|opozniona odpowiedz|reakcje
      [i|a] wesolych|milego|milej|udanego|udanych|dobrego|spokojnych|radosnych *
      [moja|nasza] paczka|przesylka|list|karta|zwrot|pieniadze [juz] [dzis|dzisiaj|wczoraj] dotarla|dotarl|doszla|przyszla|dotarly [dzis|dzisiaj|wczoraj|rano|dzis_rano|dzisiaj_rano|bezpiecznie]
      z mojej|naszej strony`,
    says: `
      [to] dokladnie|wlasnie o|tego|to to|tego [mi|nam] [chodzilo|chcialem|chcialam|szukalem|szukalam|potrzebowalem|potrzebowalam]
      u nas|mnie [juz|tez] wszystko [juz|jest] [ok|dobrze|w_porzadku|gra|super|smiga]
      [z_mojej_strony|z_naszej_strony|jak_dla_mnie|dla_mnie] mozna|mozecie|moze [to] zamknac|zamykac|zakonczyc`,
    since: `od poniedzialku wtorku srody czwartku piatku soboty niedzieli wczoraj`,
  },
  cs: {
    polite: `
      [uz] [zase|opet] [zase|opet|uz] tisknu|pracuju|jedu|jedeme|pracujeme
      z nasi|me|moji strany je|to [to] vse|vsechno
      penize|vratka [uz] dorazily|dorazila|prisly|prisla|jsou [na_uctu]
      omlouvam_se|omlouvame_se|pardon|promin|prominte [za] [tu] pozdni|opozdenou|zpozdenou odpoved|reakci
      [a] krasne|krasny|hezke|hezky|vesele|prijemne|prijemny|klidne|pekne *
      [ten|muj|nas] balik|balicek|dopis|zasilka|karta|penize [uz|dnes|vcera] [rano|uz|v_poradku] dorazil|dorazila|prisel|prisla|dorazily|prisly [dnes|rano|vcera|v_poradku]
      za mne|me|nas|mou|nasi [stranu]`,
    says: `
      [to_je] presne|prave to|tohle [jsem|jsme] [chtel|chtela|chteli|potreboval|potrebovala|hledal|hledala|myslel|myslela]
      u nas|me je|uz|jede|funguje [uz|je] vse|vsechno [v] [pohode|poradku|ok|super|dobre|uz_ok]
      za mne|me|nas|mou_stranu muzete|muzes [to|tiket|pozadavek|ticket] uzavrit|zavrit|ukoncit|uzavrit_to`,
    since: `od pondeli utery utera stredy ctvrtka patku soboty nedele vcerejska vcera pohode`,
  },
  sv: {
    polite: `
      nu oppnas|oppnar|abner|apner|startar|starter|laddar|laster den|det [igen|igjen]
      inget|inga mer|fler|ovrigt|fragor [fragor] fran|ifran var|min sida|hall|oss
      oj|wow|jisses [vad|sa|det_gick|det_var] [snabbt|fort|undan]
      vad|sa snabbt|smidigt|fort
      pengarna|aterbetalningen har|ar [nu] kommit|inne|har
      ursakta|forlat|ursakta_mig|ber_om_ursakt|sorry [for] [det|mitt] sent|sena|dröjande|sen svar|svaret|reaktion
      [och] glad|god|trevlig|fin|harlig|skon *
      paketet|brevet|ordern|kortet|pengarna|leveransen|forsandelsen kom|har|ar [kommit|anlant] [fram|idag|i_morse|igar|nu|i_dag]
      for min|var del`,
    says: `
      tack for att ni|du svarade|hjalpte|agerade|loste|ringde [mig|oss|det] [sa] [snabbt|fort]
      [nu|da|sa] [ar] vi|jag [ar] [i_gang|igang|inne|online|tillbaka] igen|igang|i_gang [igen]
      [det_var|det_ar] precis|exakt vad|det|sadant [som] jag|vi ville|behovde|sokte|onskade|menade [ha]
      hos oss|mig ar|fungerar|funkar allt|det [bra|fint|ok|toppen|som_det_ska|perfekt] [nu|igen]
      [for_min_del|for_var_del] kan arendet|ni|det|du [stanga|stangas|avsluta|avslutas] [arendet|det]
      arendet kan stangas|avslutas`,
    since: `sedan i mandags tisdags onsdags torsdags fredags lordags sondags igar har funkat fungerat`,
  },
  da: {
    polite: `
      nu oppnas|oppnar|abner|apner|startar|starter|laddar|laster den|det [igen|igjen]
      undskyld|beklager|sorry [for|det|mit] [det|mit] sene|sent svar|reaktion
      [og] god|glaedelig|dejlig|fin|rigtig_god *
      pakken|brevet|ordren|kortet|pengene|leveringen kom|er|har [kommet|ankommet] [frem|i_dag|i_morges|i_gar|nu]
      for min|vores skyld|del|vedkommende`,
    says: `
      tak fordi|for_at i|du|de svarede|hjalp|reagerede|loste|ringede [mig|os|det] [sa] [hurtigt|fort]
      [nu|sa] [er] vi|jeg [er] [i_gang|igang|inde|online|tilbage] igen|igang|i_gang [igen]
      [det_var|det_er] praecis|lige|netop hvad|det [som] jeg|vi ville|havde_brug_for|sogte|onskede|mente [have]
      hos os|mig er|virker|korer alt|det [fint|godt|ok|super|som_det_skal|perfekt|i_orden] [nu|igen]
      [for_min_skyld|for_vores_skyld|for_mit_vedkommende] kan|ma i|sagen|du|den [lukke|lukkes|afslutte|afsluttes] [sagen|den]
      sagen kan lukkes|afsluttes
      tak|mange_tak|tusind_tak for_at i|du * [op|pa|ned|ind|frem]`,
    since: `siden mandag tirsdag onsdag torsdag fredag lordag sondag i_gar har virket fungeret`,
  },
  no: {
    polite: `
      na oppnas|oppnar|abner|apner|startar|starter|laddar|laster den|det [igen|igjen]
      unnskyld|beklager|sorry [for|det|mitt] [det|mitt] sene|sent svar|reaksjon
      [og] god|fin|riktig_god|hyggelig *
      pakken|brevet|ordren|kortet|pengene|leveransen kom|er|har [kommet|ankommet] [frem|i_dag|i_morges|i_gar|na]
      for min|var del`,
    says: `
      takk for at dere|du|de svarte|hjalp|reagerte|loste|ringte [meg|oss|det] [sa] [raskt|fort|kjapt]
      [na|da|sa] [er] vi|jeg [er] [i_gang|igang|inne|online|tilbake] igjen|igang|i_gang [igjen]
      [det_var|det_er] akkurat|noyaktig hva|det|slik [som] jeg|vi ville|trengte|lette_etter|onsket|mente [ha]
      hos oss|meg er|virker|fungerer alt|det [fint|bra|ok|super|som_det_skal|perfekt|i_orden] [na|igjen]
      [for_min_del|for_var_del] kan dere|saken|du|den [lukke|lukkes|avslutte|avsluttes] [saken|den]
      saken kan lukkes|avsluttes`,
    since: `siden mandag tirsdag onsdag torsdag fredag lordag sondag i_gar har virket fungert`,
  },
  fi: {
    polite: `
      hyvitys|rahat|palautus tuli|tulivat|on|ovat [jo|nyt] tilille|tililla|perille
      anteeksi|pahoittelut|pahoittelen [myohainen|myohaisesta|hitaasta|viivastyneesta|viive] vastaus|vastauksesta|vastauksen|viiveesta [viivastyminen]
      [ja] hyvaa|mukavaa|ihanaa|iloista|rauhallista *
      paketti|lahetys|kirje|kortti|tilaus|rahat saapui|tuli|saapuivat|tulivat [perille] [tanaan|eilen|tana_aamuna|aamulla|jo]
      minun|meidan puolesta|puolestani|puolestamme|puolesta`,
    says: `
      kiitos [siita] kun|etta vastasitte|vastasit|autoitte|autoit|reagoitte|hoiditte [niin|asian] [nopeasti|pian]
      [se_oli|se_on] juuri|tasmalleen sita|mita|se [mita] halusin|halusimme|tarvitsin|hain|tarkoitin
      meilla|minulla|taalla [on] kaikki [on] [nyt|taas] hyvin|kunnossa|ok|toimii|loistavasti [nyt|taas]
      kaikki on toiminut [hyvin|moitteetta] [nyt]
      [puolestani|puolestamme|minun_puolestani] [taman|tiketin|asian] voi|voitte [taman|tiketin|asian] sulkea`,
    since: `maanantaista tiistaista keskiviikosta torstaista perjantaista lauantaista sunnuntaista eilisesta lahtien asti alkaen on toiminut`,
  },
  tr: {
    polite: `
      [yedek] parca|urun|kargo|paket|fatura|cihaz [bugun|dun|az_once] geldi|ulasti|elime_ulasti
      para|iade|para_iadesi|odeme [hesabima|hesabimiza|hesaba] geldi|ulasti|yatti|gecti
      bizim_tarafimizdan|bizden bu_kadar|baska_bir_sey_yok
      gec|gecikmeli|gecikme|geciken cevap|yanit|donus|cevabim|yanitim|icin [icin] [ozur_dilerim|kusura_bakmayin|kusura_bakma|kusuruma_bakmayin]
      kargo|paket|kargom|paketim|mektup|kart [bu] [sabah|bugun|dun] ulasti|geldi|teslim_edildi|elime_ulasti [bugun|dun]
      [iyi|mutlu|hayirli] bayramlar|tatiller|seneler|haftalar|yillar
      bana|bize|benim gore|icin`,
    says: `
      tam|tam_olarak istedigim|istedigimiz|aradigim|ihtiyacim_olan [sey] buydu|bu|boyleydi
      her_sey|hersey|hepsi yolunda|guzel|iyi|sorunsuz gitti|gecti
      bizde|bende|burada [de|da] her_sey|hersey|hepsi [artik|simdi] yolunda|tamam|guzel|iyi
      [bana_gore|bizce|benim_icin] kapatilabilir|kapatabilirsiniz|kapatabilirsin`,
    since: `pazartesiden salidan carsambadan persembeden cumadan cumartesiden pazardan dunden beri sorunsuz`,
  },
  ru: {
    polite: `
      с нашеи|моеи стороны [это] все|всё|больше_ничего
      деньги|возврат [уже] пришли|пришел|поступили|поступил|поступила|получены
      извините|простите|прошу_прощения|прошу_прощенья [за] позднии|задержку|долгии|запоздалыи ответ|с_ответом|ответом [с_ответом]
      [и] [с] наступающими|наступающим|праздником|праздниками|хорошего|хороших|приятного|приятных [*]
      посылка|письмо|карта|деньги|заказ [уже] пришла|пришло|пришли|пришел|дошла|дошло|доставлена|доставлен [сегодня|вчера|утром|сегодня_утром]
      с_новым_годом|с_рождеством|с_праздником|с_наступающим
      до_связи|до_встречи|до_скорого
      с моей|нашей стороны`,
    says: `
      именно|как_раз это|то|то_что [я|мы] [и] хотел|хотела|хотели|искал|искала|нужно|требовалось [было]
      у нас|меня [уже|теперь] все|всё [в_порядке|хорошо|ок|нормально|отлично|супер]
      [с_моей_стороны|с_нашей_стороны|по_мне] можно|можете [его|заявку|тикет|обращение] закрыть|закрывать [заявку|тикет|обращение]`,
    since: `с со понедельника вторника среды четверга пятницы субботы воскресенья вчера вчерашнего дня`,
  },
  uk: {
    polite: `
      з нашого|мого боку [це] все|усе
      гроші|повернення|кошти [вже] надіишли|надіишло|приишли
      вибачте|перепрошую [за] пізню|запізнілу відповідь
      [і|та] [зі|з] святами|святом|прийдешніми|гарного|гарних|приємного [*]
      посилка|лист|картка|замовлення [вже] прийшла|прийшов|прийшло|доставлено [сьогодні|вчора|вранці|зранку]
      з мого|нашого боку`,
    says: `
      саме це|те [я|ми] [і|и] хотів|хотіла|хотіли|шукав|потрібно
      у нас|мене [вже|тепер] все|усе [гаразд|добре|ок|нормально|чудово|в_порядку]
      [з_мого_боку|з_нашого_боку|як_на_мене] можна|можете закрити|закривати [заявку|тікет|звернення]`,
    since: `з із понеділка вівторка середи четверга пятниці п'ятниці суботи неділі вчора`,
  },
  hu: {
    polite: `
      reszunkrol|reszemrol ennyi [volt]
      [ez] [az] en|mi hibam|hibank|tevedesem volt [elnezest|bocsanat|bocs]
      elnezest|bocsanat|bocsi
      megjott|megerkezett a|az penz|visszaterites|jovairas|utalas
      elnezest|bocs|bocsanat|bocsanatot_kerek [a] kesoi|keseso valaszert|valasz_miatt|valaszomert
      [es] kellemes|szep|boldog|jo *
      a|az csomag|level|kartya|penz|rendeles [ma|tegnap|mar] [reggel|delutan|este] megjott|megerkezett [ma|tegnap|rendben]
      reszemrol|reszunkrol`,
    says: `
      [mar|most] minden|az_ugy|a_gond|a_dolog [mar|is] megoldodott|rendezodott|rendbejott|elrendezodott
      [ez] pontosan|eppen ezt|erre|ez akartam|akartuk|gondoltam|kerestem|kellett
      nalunk|nalam|itt [mar|most] minden [mar|most] rendben|jo|mukodik|oke|szuper [van]
      [reszemrol|reszunkrol] lezarhato|lezarhatjak|bezarhatjak|lezarhatod
      koszonom|koszonjuk|koszi [szepen] az|a intezkedest|segitseget|valaszt|turelmet|gyorsasagot|utanajarast|kozremukodest|egyuttmukodest|magyarazatot`,
    since: `hetfo kedd szerda csutortok pentek szombat vasarnap tegnap ota`,
  },
  ja: {
    polite: `
      私|当方|こちら の 勘違い|間違い|ミス|操作ミス|思い違い でした [失礼しました|失礼いたしました|申し訳ありませんでした|すみませんでした]
      失礼しました|失礼いたしました|大変失礼しました|大変失礼いたしました
      こちら|当方 から は|の方は 以上です
      [ご] 返信|返答|連絡|お返事|回答 が 遅く なり|なって|なってしまい|なりまして [大変|誠に] 申し訳ありません|申し訳ございません|すみません|失礼しました|失礼いたしました|申し訳ありませんでした|すみませんでした
      [ご] 返信|返答|連絡|お返事 が 遅れ|遅れて|遅れまして [大変|誠に] 申し訳ありません|申し訳ございません|すみません
      荷物|商品|お荷物|品物|カード|書類|メール|ファイル|請求書 は|が [今朝|本日|今日|昨日|先ほど|無事|無事に] 届きました|到着しました|受け取りました|届いています
      良いお年を|よいお年を|良いお年をお迎えください|メリークリスマス|良い連休を
      ご手配|お手配|ご手続き|ご調整|ご配慮|ご尽力|お心遣い|お気遣い|お力添え|ご教授|ご案内|ご送付|ご確認 [を|いただき|頂き]`,
    says: `
      [本日|先ほど|今日] 部品|商品|荷物|製品|品物 が [無事] 届きました|届いております|到着しました
      返金|入金|振込|振り込み を|が [確かに|無事] 確認しました|確認いたしました|ありました|確認できました|受け取りました
      解決済み|対応済み です
      [まさに|ちょうど] これ|それ が 欲しかった|必要だった|求めていた|探していた [です|もの|ものです]
      全部|すべて|全て 動きました|直りました|解決しました|動いています
      [月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日|昨日|月曜|火曜|水曜|木曜|金曜] から 問題なく|正常に|ずっと|順調に 使えています|動いています|動作しています|使えております|利用できています
      [完璧|完全|ちゃんと|きれい|無事] [に] 直って|動いて|使えて|治って|できて|表示されて|繋がって ます|います|いました
      [こちら|本件|この件|当件] [の] [件] [は|、] 完了|クローズ|終了|解決 [と|で|に] [して] [いただいて|頂いて] 問題ありません|大丈夫です|結構です|構いません|問題ございません`,
    since: ``,
  },
  zh: {
    polite: `
      我们|我 这边|这里 没有|没 别的|其他|其它 了|问题了|事了
      抱歉|不好意思|对不起|對不起 回复|回覆|回信|答复 晚|迟|慢 [了]
      包裹|快递|邮件|文件|发票|退款|钱|货|卡|附件|快遞|郵件|發票 [今天|昨天|刚刚|刚才|已经|也] [早上|上午|下午|晚上|中午] [都|已] 到|收到|到账|送到 [了]
      我|我们|我們|这|這 这|這|边|邊|方|方面 [边|邊]`,
    says: `
      配件|零件|包裹|货|东西|设备 [今天|刚刚|已经] [今天|刚刚|已经] 到了|收到了|送到了
      这|这个|這 [就|正] 是 我|我们|我們 想要|要|需要|要找 的
      感谢|谢谢|多谢 快速|及时|迅速 处理|回复|解决|响应
      晚安|早安
      [太] 谢谢|感谢|多谢|謝謝|感謝 [你|您] [们|們] [了] [的|的大力|快速] 帮忙|帮助|跟进|处理|协调|催促|催|付出|安排|指点|关照|配合 [催|处理|跟进|解决] [了]
      [我|我们|我們] [这|這] [边|邊] [已经|已|现在|也|都] 没有问题|没问题|正常|好|可以|沒問題|沒有問題 [了]
      [周一|周二|周三|周四|周五|周六|周日|星期一|星期二|星期三|星期四|星期五|昨天|上周] [开始|起|以来|到现在] [就] [一直|都] 正常|很正常|没问题|好用 [了]
      太|真|非常|很|特别|十分 感谢|谢谢|感激|满意|专业 了
      处理|回复|解决|反应|速度 得|真|很|太|非常 [真|很|太] 快|及时|专业|好|高效 [了]`,
    since: ``,
  },
  ko: {
    polite: `
      제|저희 실수|착오 였습니다|였어요|입니다
      제_실수였습니다|제_실수였어요|제_착오였습니다|저희_실수였습니다
      답|답변|답장|회신|연락 늦어|늦어서|늦었습니다|늦어져서 죄송합니다|죄송해요|죄송
      답이|답변이|답장이|회신이|연락이 늦어|늦어서|늦었습니다|늦어져서 [죄송합니다|죄송해요]
      택배|소포|물건|상품|카드|서류|파일|메일|택배가|소포가|물건이|카드가|서류가|파일이|메일이 [오늘|어제|방금|이미] [아침에|오전에|오후에|잘|저녁에] [잘] 받았습니다|도착했습니다|왔습니다|받았어요|도착했어요|왔어요
      새해_복_많이_받으세요|메리_크리스마스|즐거운_명절_보내세요|좋은_명절_보내세요
      챙겨주셔서|챙겨|신경써주셔서|신경_써주셔서|배려해주셔서|애써주셔서|수고해주셔서|힘써주셔서|기다려주셔서 [주셔서]`,
    says: `
      [오늘|방금] 부품이|택배가|물건이|제품이 [오늘|방금|잘] 도착했습니다|왔습니다|도착했어요
      [네|예] 환불|입금|송금|택배|물건|제품 [금] [잘] 받았습니다|받았어요|확인했습니다|들어왔습니다|도착했습니다
      [이제] 모두|다들|전부|다 다시 로그인됩니다|로그인돼요|접속됩니다|잘_됩니다|됩니다
      딱 [제가] 원하던|찾던|필요한|바라던 거예요|겁니다|것입니다|거네요
      [이제|다|전부] 다|전부|잘 [잘] 돼요|됩니다|되네요|작동해요
      좋은|편안한|즐거운 저녁|밤 되세요|보내세요
      월요일부터|화요일부터|수요일부터|목요일부터|금요일부터|토요일부터|일요일부터|어제부터|오늘부터 [잘|정상적으로|문제없이] 되고|작동하고|사용하고 있습니다|있어요
      [저는|저희는|제_쪽은|저희_쪽은] [이제] 종료하셔도|닫으셔도|마감하셔도 괜찮습니다|됩니다|돼요|괜찮아요`,
    since: ``,
  },
  ar: {
    polite: `
      كان|هذا خطا|خطاي مني|مننا [اعتذر|اعتذار|اسف|اسفه]
      خطا مني
      اعتذر|اسف|اسفه|عذرا
      عذرا|اسف|اسفه|نعتذر|اعتذر|المعذره علي|عن التاخر|التاخير|تاخر|تاخري [في] [الرد|الرد_عليكم|ردي]
      [لقد] وصل|وصلت|وصلني|وصلتني|استلمت الطرد|الشحنه|البريد|الملف|البطاقه|الفاتوره|الرساله|الطلب [صباح|مساء] [اليوم|امس|للتو|بسلام]
      من جهتي|جهتنا|طرفي|طرفنا|ناحيتي|قبلي
      وكل_عام_وانتم_بخير|كل_عام_وانتم_بخير|كل_سنه_وانتم_طيبين|كل_عام_وانت_بخير|عيد_مبارك|رمضان_كريم
      يا استاذ|اخي|اختي|دكتور|باشمهندس|شباب|صديقي|غالي`,
    says: `
      تم حل|اصلاح كل|كل_شيء|كل_شي|الموضوع [شيء|شي]
      [هذا|هو] هذا|هو|بالضبط بالضبط|تماما|ما ما|اردته|اردت|كنت [اردته|اريده|ابحث_عنه]
      [من_جهتي|من_جهتنا|من_طرفي] يمكن|يمكنكم|ممكن اغلاق|غلق|قفل الطلب|التذكره|البلاغ|الموضوع|الحاله
      [كل_شيء|كل_شي|النظام|الموقع|كله] يعمل|شغال|تمام [بشكل_جيد|جيدا] منذ|من يوم [الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|امس]
      الله يوفقك|يوفقكم|يسعدك|يسعدكم|يحفظك|يحفظكم|يبارك_فيك|يبارك_فيكم|يسلمك|يجزاك_خير|يجزيك_الخير`,
    since: ``,
  },
  ro: {
    polite: `
      [a_fost] greseala|vina mea|noastra [scuze|imi_cer_scuze|scuzati]
      scuze|scuzati
      nimic altceva|in_plus|mai_mult din|de partea noastra|mea
      nimic altceva|in_plus|mai_mult din|de partea noastra|mea|la_noi
      greseala|vina mea|noastra [scuze|imi_cer_scuze]
      banii|rambursarea au|a ajuns|intrat|sosit [in_cont]
      [am|am_si] primit|vazut|gasit [deja|acum|azi] [si] *
      [va_doresc|va_doresc_si|sa_aveti|aveti] o|un zi|weekend|saptamana|seara frumoasa|frumos|buna|placuta|placut|excelenta [si_dumneavoastra]
      scuze|imi_cer_scuze pentru raspunsul|intarziere [tarziu|intarziat]`,
    says: `
      [acum] totul|tot este|e|s-a [acum] rezolvat|in_regula|rezolvata|clarificat
      puteti|poti|se_poate|pot [sa] inchide|inchideti|inchizi|inchis [tichetul|cazul|solicitarea|cererea|acest_tichet]
      [acum|totul|din_partea_noastra|la_noi|la_mine] [totul|acum] [este|e] in_regula|in_ordine|ok|bine|perfect [acum]
      exact ce|asta aveam|voiam|cautam|imi [nevoie|trebuia]`,
    since: `de luni marti miercuri joi vineri ieri azi`,
  },
  hi: {
    polite: `
      देर|देरी से|की [जवाब|उत्तर] [के_लिए] क्षमा|माफी|माफ़ी|खेद [करें|चाहता_हूं|चाहती_हूं|है]
      पार्सल|पैकेट|कूरियर|सामान|कार्ड|पत्र|फाइल|फ़ाइल|मेल|बिल|पैसा|रिफंड [आज|कल|अभी] [सुबह|शाम|दोपहर] मिल|पहुंच|आ गया|गई|गए|चुका_है
      मेरी|हमारी तरफ|तरफ़|ओर से
      मदद|सहायता|सहयोग|सेवा|समय|धैर्य के_लिए [बहुत|आपका|आपका_बहुत]`,
    says: `
      [यही|बिल्कुल_यही] [मुझे|मैं] चाहिए_था|चाहता_था|चाहती_थी
      [सब_कुछ|सब] [अब] काम कर रहा_है
      [टिकट|केस|अनुरोध] [को] बंद किया_जा_सकता_है|कर_सकते_हैं|कर_दीजिए
      [सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|कल] से सब|सब_कुछ [कुछ] ठीक|सही|अच्छा|बढ़िया चल_रहा_है|है|काम_कर_रहा_है`,
    since: ``,
  },
}

/** More of what arrives, and when, beside `slot-words.ts`. */
export const moreWhen: Readonly<Record<string, string>> = {
  en: `tuesday monday wednesday thursday friday weekend up through safely`,
  de: `heute frueh vormittags nachmittags montag dienstag mittwoch donnerstag freitag`,
  sv: `i morse idag igar kvall eftermiddag nyss nu fram`,
  da: `i morges idag gar aftes eftermiddags netop nu`,
  no: `i morges idag gar kveld ettermiddag nettopp na`,
  fi: `tana aamuna tanaan eilen illalla juuri aamulla iltapaivalla`,
  pl: `dzis dzisiaj rano wczoraj wieczorem dopiero teraz`,
  cs: `dnes rano vcera vecer prave odpoledne ted`,
  tr: `bu sabah bugun dun aksam az once simdi`,
  nl: `vanmorgen vanochtend vandaag gisteren vanmiddag net zojuist`,
  es: `esta manana hoy ayer tarde recien`,
  pt: `hoje ontem esta manha tarde agora mesmo`,
  it: `stamattina stamane oggi ieri sera pomeriggio appena`,
  fr: `ce matin hier soir aujourd'hui midi`,
  ru: `сегодня утром вчера вечером днем только что`,
}
