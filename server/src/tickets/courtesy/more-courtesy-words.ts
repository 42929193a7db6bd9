import type { CourtesyWords } from './courtesy-words.ts'

/**
 * More of `courtesy-words.ts`, by kinds that every language has: help that is praised, somebody who saw
 * by now, regret for one's own mistake, wishes, how friends are addressed. `*` is one word more, of what
 * one is thanked for or what one sees: never the first of a sentence, never one of trouble.
 */
export const moreCourtesyWords: Readonly<Record<string, Partial<CourtesyWords>>> = {
  en: {
    says: `
      [thanks|cheers|you_guys|you_have|you've|you|that|this|it] saved|saves|made [me|my|our|the] day|week|weekend|month|life|bacon|skin|evening|morning|a_lot_of_time|hours|ages|so_much_time
      [you're|you_are|you_guys_are|what|such|you_really_are|you_all_are] [a|an|the|my|our] [absolute|total|real|true|complete|proper] lifesaver|lifesavers|life_saver|star|stars|legend|legends|hero|heroes|genius|geniuses|wizard|wizards|angel|angels|gem|rockstar|rockstars|rock_star|champ|champs|champion|treasure|magician|magic
      [ah|oh|yes|ok|right|indeed] [that|it|this] [now|all|totally] makes [perfect|total|complete|a_lot_of|much_more|so_much_more] sense [now]
      thanks|thank_you|cheers|thx|ta [so_much|very_much|a_lot|a_million|ever_so_much|again|once_again|guys|all|team] for your|the|all|all_your|all_the|this|that|such [quick|great|kind|helpful|fast|lovely|clear|detailed|friendly|prompt|extra] *
      thanks|thank_you|cheers|thx|ta [so_much|very_much|a_lot|again|guys] for taking|finding|making|giving [me|us] [the|this|your] time|trouble|effort [to_explain|to_help|to_look|to_check|to_fix|today]
      [i|we] [really|truly|do|so|very_much|both] appreciate [it|this] [very_much|so_much|greatly|a_lot|how|that] [quickly|fast|promptly|patiently] [you] [all|guys] [turned|sorted|fixed|handled|got|resolved|solved|dealt_with|took_care_of|jumped_on] [this|it|everything] [around|out|done|sorted|fixed] [quickly|so_quickly|for_us|for_me]
      everything|all|it|things|we is|are|looks|runs|went|seems [now|all] back to normal [now|again|here] [on_my_end|on_our_end|on_my_side|on_our_side|at_our_end|at_my_end]
      [it|this|that|everything] did|does|has_done|solved|fixed the_trick|the_job|the_business [nicely|perfectly|now]
      [that|this|it] clarifies|explains|answers|covers|settles [it|everything|my_question|all_my_questions|our_question|things|that] [perfectly|now|nicely]
      crystal_clear|clear_now|all_clear|all_clear_now|fair_enough|gotcha|got_ya|copy_that|roger_that|question_answered|duly_noted|mystery_solved|many_thx|thankies|thank_god|phew_thanks|bless_you|god_bless|you_rock|you_guys_rock|you_rule|love_it|love_you_guys|works_again|up_and_running|up_and_running_again|good_as_new|right_as_rain|spot_on|bang_on|happy_days|result|smashing|ace|wicked|stellar|top_notch|first_class|five_stars|10_out_of_10|chapeau|much_obliged|grateful|so_grateful
      [very|really|super|extremely|so] happy|pleased|impressed|satisfied [customer|here|with_your_help|with_the_outcome|with_the_result|with_the_help|with_how_this_was_handled]
      consider|mark|you_can_mark|please_mark this|it|the_ticket|the_case|the_issue [as|to_be] solved|resolved|closed|done|complete|completed
      this|the|my|our [ticket|case|issue|request|matter|thread] can|may [now] be marked|set|considered|treated [as|to] solved|resolved|closed|done|complete`,
    polite: `
      silly|stupid|daft|silly_old|dumb|blind me|us|of_me
      my_mistake|my_bad|my_fault|my_own_fault|my_own_mistake|user_error|operator_error|apologies_for_the_trouble|sorry_for_the_trouble|sorry_to_bother_you|sorry_to_have_bothered_you|sorry_for_bothering_you|sorry_for_the_confusion|sorry_for_the_noise|sorry_about_that|sorry_for_the_hassle|apologies_for_the_confusion|i_was_being_silly|i_should_have_seen_that
      [ah|oh|ok|yes|right|indeed|now|and] [i|we] [can] [now|finally] see [it|that|them|everything] [now|too|all|here] [thanks]
      [ah|oh|ok|yes|right|indeed|now|and] i|we [can|have|'ve] [now|finally] see|found|find|open|view|download|print|got|received [all] the|my|our|all [my|our|the] report|reports|invoice|invoices|order|orders|file|files|document|documents|list|lists|statement|statements|booking|bookings|receipt|receipts|contacts|calendar|photos|pictures|dashboard|page|account|data|entries|records|customers|products|items|prices|figures|numbers|balance|charts|messages|mails|emails|code|link|licence|license|parcel|package|tickets|settings [now|again|fine|ok|here|perfectly|now_too]
      [i|we] [now|fully] understand|get_it|know [now|how_it_works|what_happened|what_it_was|what_to_do|how_to_do_it]
      on|at|from my|our|this end|side
      great|good|nice to hear|know|read [that|this|it|from_you]
      as_always|as_usual|as_ever|once_more|from_the_bottom_of_my_heart|from_the_whole_team|on_behalf_of_the_team|on_behalf_of_everyone|very_kind_of_you|much_quicker_than_expected|that_was_quick|quick_as_always|have_a_good_rest_of_your_day|happy_weekend|speak_soon|til_next_time|until_next_time|keep_up_the_good_work|keep_it_up|keep_up_the_great_work|kudos|kudos_to_the_team|hats_off|best_support_ever|best_service_ever|what_a_relief|such_a_relief|that_is_a_relief|big_relief|really|no_reply_needed|no_need_to_answer|don't_worry|all_good_from_my_side
      have|enjoy [a|the|your] [very|really] great|nice|good|lovely|wonderful|pleasant|fantastic|fab|super|relaxing|sunny|beautiful|merry [rest_of_the|rest_of_your] day|weekend|evening|afternoon|week|one|holiday|holidays|christmas|easter|friday|monday [everyone|all|guys|too|there]`,
    greets: `darling|hun|pal|bro|sis|boss|chap|lads|ladies|gents|gentlemen|colleagues|friends|friend`,
    closes: `many_thanks_and_best_regards|with_gratitude|gratefully|with_kind_regards_and_thanks|have_a_nice_day|speak_soon|cheers_mate`,
  },
  de: {
    says: `
      [sie|ihr|du|das|es] haben|habt|hast|hat|rettet|rettete [uns|mir|mich|meinen|unseren|damit] [echt|wirklich|sehr] [den|meinen|unseren|das] [tag|feierabend|wochenende|leben|abend] gerettet|gemacht
      [ihr|sie|du] rettet|retten|rettest [uns|mir] [den|meinen|unseren] tag|feierabend
      [vielen|besten|herzlichen|lieben|tausend|vielen_lieben|recht_herzlichen|grossen] dank|danke|merci|dankeschon [euch|ihnen|dir|nochmals|nochmal|auch|ganz_herzlich|sehr] fur [die|das|den|ihre|ihren|eure|euren|deine|deinen|ihr|euer|dein] [schnelle|tolle|super|nette|gute|schnellen|netten|guten|freundliche|kompetente] *
      [vielen|besten|herzlichen|lieben|tausend|vielen_lieben|grossen] dank|danke|merci|dankeschon [euch|ihnen|dir|nochmals|nochmal] furs [schnelle|nette|geduldige] *
      [vielen|besten|herzlichen|lieben|tausend|vielen_lieben|grossen] dank|danke|merci [euch|ihnen|dir] dass [sie|ihr|du] [sich|euch|dir|mir|uns] [so|die] [schnell|gut|rasch|viel] [die] [zeit] [gekummert|geholfen|genommen] [haben|habt|hast]
      [dann|jetzt|nun|so|damit|da] weiss|wissen ich|wir [jetzt|nun|ja|dann|schon] [bescheid]
      [jetzt|nun|so] [hab|habe|haben|verstehe] [ich|ich's|wir|wir's] [es] [jetzt|auch] verstanden|kapiert|begriffen|gecheckt
      lebensretter|lebensretterin|retter|retter_in_der_not|goldstuck|ein_engel|held|helden|heldin|spitzenklasse|erstklassig|vorbildlich|grosses_kino|eins_a|hut_ab|respekt|chapeau|daumen_hoch|weltklasse|bombe|knaller|sahne|erste_sahne|geil|hammermassig|astrein|tiptop|nice|sauber|perfetto|dankeee|dankii|merci_vielmals|dange|thanks_a_lot|bestens_danke|alles_roger|alles_easy|alles_fit|gerettet|laufft|jepp_lauft|erledigt_danke|super_gemacht|gut_gemacht|problem_gelost|fall_erledigt|thema_erledigt|sache_erledigt|frage_geklart|geklart|erledigt|gelost|behoben|aha|achso|ach_so|verstehe|leuchtet_ein|macht_sinn|ergibt_sinn|eine_echte_hilfe|grosse_hilfe|war_mir_eine_grosse_hilfe|hat_super_geholfen
      [ich|wir] [bin|sind] [ganz|total|rundum|mehr_als|wirklich|hellauf|absolut] begeistert|zufrieden|beeindruckt|erleichtert [von_ihrem_support|von_ihrem_service|vom_service|vom_support|mit_dem_ergebnis]
      [so|echt|wirklich|ein] [ein] toller|super|klasse|guter|spitzenmassiger|genialer|fantastischer|hervorragender|toll|grossartiger support|service|kundendienst|kundenservice
      [das|dieses] ticket|thema|anliegen|vorgang kann|darf [gern|gerne|jetzt|nun] [auf|als] [gelost|erledigt|geschlossen] gesetzt|markiert|betrachtet [werden]`,
    polite: `
      jetzt|nun|ja|inzwischen sehe|sehen|finde|finden|habe|haben|hab|seh ich|wir [jetzt|nun|auch] [sie|es|ihn|alles|das] [alle|die|das|den|meine|unsere|meinen|unseren] [rechnung|rechnungen|bericht|berichte|datei|dateien|dokument|dokumente|liste|listen|bestellung|bestellungen|auftrag|auftrage|termine|kalender|kontakte|bilder|fotos|daten|buchung|buchungen|beleg|belege|seite|konto|zahlen|preise|artikel|kunden|mails|nachrichten|link|eintrage|auszuge|lizenz|paket] [wieder|jetzt|nun|alle|alles|auch|gefunden] [alle|da|vollstandig]
      [ich|wir] sehe|sehen|finde|finden|habe|haben [jetzt|nun|es] [alle|die|das|den|meine|unsere] [rechnung|rechnungen|bericht|berichte|datei|dateien|dokument|dokumente|liste|listen|bestellung|bestellungen|auftrage|termine|kontakte|bilder|daten|buchungen|belege|seite|zahlen|preise|mails|nachrichten|eintrage] jetzt|nun|wieder|gefunden [alle|wieder|vollstandig]
      ups|oh_mann|mein_fehler|war_mein_fehler|mein_versehen|sorry|entschuldigung_fur_die_umstande|sorry_fur_die_umstande|tut_mir_leid_fur_die_umstande|hatte_ich_ubersehen|hab_ich_ubersehen|das_hatte_ich_ubersehen|da_war_ich_blind|ich_dussel|war_wohl_blind|da_lag_der_fehler_bei_mir
      weiter_so|macht_weiter_so|bleibt_so|immer_wieder_gern|gern_wieder|jederzeit_wieder|wie_immer|von_ganzem_herzen|von_herzen|im_namen_des_teams|im_namen_aller|an_das_ganze_team|euch_allen|ihnen_allen|auch_ihnen|auch_euch|ebenfalls|gleichfalls|euch_auch|ihnen_auch|auch_ihnen_ein_schones_wochenende|bis_zum_nachsten_mal|keine_antwort_notig|ohne_weiteres|gott_sei_dank|zum_gluck|endlich|was_fur_eine_erleichterung|da_fallt_mir_ein_stein_vom_herzen
      [einen|eine|ein|noch|schonen|und] [noch] schonen|schone|schones|guten|gute|sonnigen|sonniges|tollen|frohlichen|angenehmen|ruhigen|ruhiges|schon [noch] [restlichen|rest] tag|abend|feierabend|wochenende|woche|nachmittag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|we|mittag|start|start_ins_wochenende|start_in_die_woche [euch|ihnen|dir|allen]`,
    greets: `ihr_lieben|liebes_team|hallo_zusammen|hallochen|sehr_geehrtes|sehr_geehrtes_team|werter|werte|mein_lieber|meine_liebe|leute|jungs|madels|kollege|kollegin|hi_ihr`,
    closes: `lieben_gruss|viele_liebe_grusse|grussle|gruessle|liebs_grussli|schone_grusse|gruezi|schonen_tag|schonen_tag_noch|schones_wochenende|schonen_feierabend|schonen_abend|einen_schonen_tag|bis_denne|ciao_ciao|pfiat_eich|ade|bussi|danke_und_gruss|danke_und_viele_grusse|mit_dank_und_gruss|schonen_gruss`,
  },
  fr: {
    says: `
      [vous|tu|ca|cela] [m'|nous] [avez|as|a|me|nous] [vraiment] [sauve|sauvez|sauves] [ma|la|notre] journee|vie|mise|semaine
      merci|mille_mercis|un_grand_merci|grand_merci [beaucoup|infiniment|encore|a_vous|a_tous|bien|mille_fois] pour la|le|les|l'|votre|vos|ton|tes|cette|ce|toute|tout [precieuse|super|belle|excellente|bonne] * [rapide|efficace|precieuse|precieux|utile|utiles|claire|clair]
      [ah|oui|effectivement|en_effet|ok] [je] comprends|vois|comprend [bien|mieux|maintenant|tout|mieux_maintenant]
      tout|ca|cela|c'est est|semble|marche|revenu|rentre [bien] [revenu|rentre] dans_l'ordre|a_la_normale|en_ordre
      vous_assurez|vous_gerez|tu_geres|au_poil|nickel_chrome|nickel_chrome_merci|genialissime|trop_bien|c'est_top|du_tonnerre|chapeau_bas|la_classe|parfaitement|ca_roule|youpi|ouf|sauve|impecable|c'est_plus_clair|c'est_clair|c'est_tres_clair|tout_est_clair|compris|bien_compris|j'ai_compris|c'est_regle|c'est_resolu|affaire_classee|probleme_resolu|dossier_clos|mci|mercii|milles_mercis|merci_mille_fois|merci_bcp|merci_infiniment|tres_satisfait|tres_satisfaite|ravi|ravie
      [je|nous] [suis|sommes] [tres|vraiment|entierement|pleinement|super] satisfait|satisfaite|satisfaits|ravi|ravie|content|contente|soulage|soulagee|reconnaissant|reconnaissante [de_votre_service|du_service|de_votre_aide|du_resultat]
      [super|tres_bon|excellent|bon|quel|un] service|support|sav [client|apres_vente] [rapide|efficace|au_top]`,
    polite: `
      [ah|oui|effectivement|en_effet|ok] je|j'|nous|on vois|voyons|voit|retrouve|trouve|ai [bien|enfin|maintenant|recu|trouve|retrouve] [bien] [la|le|les|l'|mon|ma|mes|nos|notre|tout|tous|toutes] [les|mes|nos] [facture|factures|rapport|rapports|fichier|fichiers|document|documents|liste|commande|commandes|donnees|contacts|photos|page|compte|colis|mails|messages|lien|releve|releves|reservation|reservations|chiffres] [maintenant|desormais|a_nouveau|de_nouveau|a_present|bien|enfin]
      desole|desolee|pardon|mea_culpa|autant_pour_moi|au_temps_pour_moi|erreur_de_ma_part|c'etait_une_erreur_de_ma_part|c'etait_ma_faute|desole_pour_le_derangement|desolee_pour_le_derangement|je_n'avais_pas_vu|j'avais_mal_vu|toutes_mes_excuses|quel_soulagement|ouf
      continuez_comme_ca|bravo_a_toute_l'equipe|a_toute_votre_equipe|a_votre_equipe|de_tout_coeur|du_fond_du_coeur|comme_toujours|comme_d'habitude|a_vous_aussi|a_toi_aussi|de_meme|pareillement|vous_aussi|au_plaisir|au_nom_de_toute_l'equipe|pas_besoin_de_repondre
      [et|je|vous] [vous|te] [souhaite|une|un] [une|un] [tres] bonne|bon|excellente|excellent|agreable|belle|joyeux|joyeuses|doux|douce fin_de_journee|journee|soiree|week-end|weekend|we|apres-midi|continuation|semaine|fin_de_semaine|fetes|noel|vacances|dimanche|vendredi|lundi [a_vous|a_tous|a_toute_l'equipe|egalement|aussi]`,
    greets: `chere|cher|madame|monsieur|chers|coucou|rebonjour|re_bonjour|salut|bjr|bonsoir|mesdames|messieurs|tous|a_tous|toute_l'equipe`,
    closes: `bien_a_toi|tres_cordialement|cdt|cdlt|cldt|amities|amicalement|bises|bisous|a_bientot|bonne_journee|bonne_soiree|bon_week-end|belle_journee|belle_soiree|respectueusement|salutations_distinguees|sincerement`,
  },
  es: {
    says: `
      [me|nos] [has|ha|han|habeis] salvado|alegrado|arreglado|salvasteis|salvaron [el|la] [dia|vida|tarde|semana]
      gracias|muchas_gracias|mil_gracias|muchisimas_gracias [de_nuevo|otra_vez|a_todos] por la|el|los|las|su|sus|tu|tus|vuestra|vuestro|toda|todo|tanta [la|el|su|tu|vuestra] [rapida|gran|buena|excelente|pronta] * [rapida|rapido|excelente|tan_rapida|tan_rapido]
      [ahora|ya|ahora_si|asi] [si] [lo|me] entiendo|entendi|veo|queda_claro|comprendo|queda_todo_claro [todo|perfectamente|mejor]
      todo|ya|todo_esta|esta [todo] [en] en_orden|en_su_sitio|al_dia|correcto|claro|aclarado|como_debe
      agradezco|agradecemos|se_agradece|le_agradezco|les_agradezco|te_agradezco [mucho|muchisimo|de_corazon|enormemente] [su|tu|vuestra|la] [atencion|ayuda|rapidez|amabilidad|gestion|apoyo|colaboracion|paciencia|respuesta|rapida_respuesta|interes]
      crack|cracks|maquina|maquinas|fiera|campeon|campeones|un_angel|salvavidas|grandes|grande|geniales|de_10|de_lujo|brutal|bacan|joya|padrisimo|que_maravilla|que_bien|que_rapidez|impresionante|de_cine|cojonudo|guay|estupendamente|clarisimo|claro|entendido|comprendido|ya_lo_veo|ya_lo_tengo|ya_esta|caso_cerrado|problema_resuelto|tema_resuelto|asunto_zanjado|duda_resuelta|aclarado|resuelta|muy_contento|muy_contenta|graciaas|grasias|muy_agradecido|muy_agradecida|muy_agradecidos|eternamente_agradecido
      excelente|gran|buen|muy_buen|magnifico|estupendo servicio|soporte|trabajo|atencion|equipo`,
    polite: `
      crack|cracks|maquina|tio|tia|amigo|amiga|amigos|jefe|compañero|companero|companera|chicos|chicas|guapa|guapo
      [ya|ahora|si|efectivamente] [lo|la|los|las] veo|vemos|tengo|tenemos|encontre|he_encontrado [bien|ya|todo|todas|todos] [la|el|los|las|mi|mis|nuestra|nuestras] [factura|facturas|informe|informes|archivo|archivos|documento|documentos|lista|pedido|pedidos|datos|contactos|fotos|pagina|cuenta|paquete|correos|mensajes|enlace|reserva|reservas|recibo|recibos] [ya|ahora|perfectamente|bien]
      perdon|perdona|disculpe|disculpen|disculpa|disculpad|fallo_mio|error_mio|culpa_mia|fue_error_mio|perdon_por_las_molestias|disculpen_las_molestias|disculpe_las_molestias|que_alivio|menos_mal|por_fin
      sigan_asi|seguid_asi|enhorabuena|felicidades|como_siempre|de_verdad|de_todo_corazon|igualmente|a_ustedes|a_vosotros|no_hace_falta_responder|un_placer|con_mucho_gusto|que_tenga|que_tengan|que_tengas|que_paseis|que_pase
      [que|y|les|le|te|os] [tenga|tengan|tengas|tengais|pase|pasen|pases|paseis|deseo] [un|una] muy|buen|buena|feliz|excelente|lindo|linda|estupendo|gran [buen|buena|feliz] dia|tarde|noche|fin_de_semana|finde|semana|jornada|resto_de_dia|viernes|lunes|navidad|fiestas|fiesta [a_todos|para_todos|tambien]`,
    greets: `estimado|estimada|estimados|estimadas|apreciado|apreciada|buenas|buenas_tardes|buenos_dias|buenas_noches|hola|querido|querida|don|dona|sr|sra|srta`,
    closes: `un_saludo|saludos|un_cordial_saludo|cordialmente|atentamente|un_abrazo|abrazos|besos|un_beso|hasta_luego|hasta_pronto|saludos_cordiales|muy_atentamente|reciba_un_cordial_saludo|atte|slds|que_tenga_buen_dia|buen_dia|buen_finde`,
  },
  pt: {
    says: `
      [voces|voce|vcs|vc|isso] salvaram|salvou|salvaste [o|a] [meu|minha|nosso] dia|vida|semana
      obrigado|obrigada|muito_obrigado|muito_obrigada|valeu|grato|grata [mesmo|de_novo|novamente|a_todos] pela|pelo|pelas|pelos [sua|seu|vossa|vosso|tua|teu|rapida|otima|excelente|pronta] * [rapida|rapido|excelente|prestada|prestado]
      [agora|ja|assim] [sim] [ja] percebi|entendi|vejo|compreendi|consigo_ver|ficou_claro|esta_claro [tudo|perfeitamente|melhor]
      tudo|ja|ja_esta|ficou|esta [esta|tudo] certo|certinho|em_ordem|resolvido|ok|tranquilo|normalizado|esclarecido
      agradeco|agradecemos|fico_grato|fico_grata|fico_muito_grato|fico_muito_grata [imenso|muito|muitissimo|de_coracao|desde_ja_por_tudo|mesmo] [a|o|pela|pelo|toda_a] [ajuda|atencao|disponibilidade|rapidez|paciencia|apoio|simpatia|suporte]
      obrigadissimo|obrigadissima|brigado|brigada|obg|obgd|mt_obrigado|vlw|tmj|fera|craque|mestre|arrasaram|arrasou|sensacional|fenomenal|incrivel|espetaculo|espectacular|espetacular|impecavel|nota_10|cinco_estrelas|5_estrelas|massa|joia|beleza|blz|fixe|porreiro|bacana|otimo_trabalho|bom_trabalho|excelente_trabalho|entendido|compreendido|caso_encerrado|problema_resolvido|duvida_esclarecida|resolvida|deu_tudo_certo|deu_certinho|muito_satisfeito|muito_satisfeita|voces_sao_demais|voces_sao_top|sao_os_maiores
      excelente|otimo|bom|muito_bom|grande|belo servico|suporte|trabalho|atendimento`,
    polite: `
      pessoal|gente|galera|amigo|amiga|amigos|chefe|malta|meninas|rapazes
      [ja|agora|sim] vejo|vemos|encontrei|encontramos|recebi|tenho [bem|ja|todas|todos] [a|o|as|os|minha|minhas|meu|meus] [fatura|faturas|relatorio|relatorios|ficheiro|ficheiros|arquivo|arquivos|documento|documentos|lista|encomenda|encomendas|pedido|pedidos|dados|contactos|contatos|fotos|pagina|conta|emails|mensagens|link|reserva|reservas|recibo|recibos] [ja|agora|perfeitamente|bem]
      desculpe|desculpem|desculpa|perdao|erro_meu|foi_erro_meu|culpa_minha|falha_minha|desculpe_o_incomodo|desculpem_o_incomodo|desculpe_a_confusao|que_alivio|ainda_bem|ate_que_enfim|finalmente
      continuem_assim|parabens|como_sempre|de_verdade|do_fundo_do_coracao|de_coracao|igualmente|para_voces_tambem|para_si_tambem|nao_precisa_responder|sem_mais|por_tudo|a_todos|a_toda_a_equipa|a_toda_equipe|imenso
      [tenha|tenham|tem|e|um|uma|desejo] [um|uma] [otimo|otima|bom|boa|excelente|feliz|maravilhoso] [resto_de] dia|tarde|noite|fim_de_semana|fds|semana|sexta|sabado|natal|domingo [a_todos|para_todos|tambem|para_si]`,
    greets: `caro|cara|caros|prezado|prezada|prezados|ola|oi|bom_dia|boa_tarde|boa_noite|exmo|exma|exmos|senhor|senhora|sr|sra|querido|querida`,
    closes: `cumprimentos|melhores_cumprimentos|com_os_melhores_cumprimentos|atenciosamente|att|atte|abraco|abracos|um_abraco|bjs|beijos|beijinhos|cordialmente|saudacoes|ate_breve|cpts|bom_fds|bom_fim_de_semana|boa_semana|grande_abraco|cordiais_saudacoes`,
  },
  it: {
    says: `
      [mi|ci] avete|ha|hai salvato|salvata|salvati|risolto|fatto_risparmiare [la] [giornata|vita|settimana|tempo]
      grazie|grazie_mille|molte_grazie|tante_grazie|mille_grazie [ancora|davvero|infinite|di_cuore|a_tutti] per il|lo|la|l'|i|gli|le|la_vostra|il_vostro|la_sua|il_suo|la_tua|il_tuo|tutta_la|tutto_il [rapida|veloce|ottima|pronta|preziosa] * [rapida|rapido|preziosa|prezioso|veloce|tempestiva|tempestivo]
      [adesso|ora|cosi] [si|mi] [lo|e'] [tutto] capisco|chiaro|ho_capito|capito|vedo|e'_chiaro [tutto|perfettamente|meglio]
      [ok|si|ora|alla_fine|finalmente] [ci] [sono|siamo] riuscito|riuscita|riusciti|rientrato|rientrata|entrato|entrata [ad_entrare|ad_accedere|perfettamente|ora|adesso]
      tutto|ora_tutto|adesso_tutto [e'|sembra|torna|a] [a|in] posto|regola|ordine|ok|perfetto|chiaro|bene|normale
      mitici|mitico|mitica|grandi|grande|grandissimi|fantastici|gentilissimi|gentilissimo|gentilissima|bravissimi|bravissimo|bravissima|eccezionale|eccezionali|impeccabile|impeccabili|spettacolo|spettacolare|favoloso|meraviglioso|stupendo|top|perfettamente|perfettissimo|magnifico|ottimamente|benone|benissimo|ricevuto|capito|chiarissimo|chiaro|inteso|risolto|risolta|problema_risolto|caso_chiuso|dubbio_risolto|fatto|a_posto|tutto_apposto|grz_mille|grazieee|graziee|grazie_1000|grazissime|soddisfatto|soddisfatta|molto_soddisfatto|molto_soddisfatta|siete_i_migliori|siete_grandi|siete_fantastici|siete_stati_bravissimi|siete_stati_fantastici|siete_stati_gentilissimi|e'_stato_gentilissimo|e'_stata_gentilissima
      ottimo|eccellente|gran|bel|bellissimo servizio|lavoro|supporto|assistenza`,
    polite: `
      ragazzi|amici|amico|capo|gente
      [ora|adesso|si|finalmente] [lo|la|li|le] vedo|vediamo|trovo|ho_ricevuto|ho_trovato|abbiamo_ricevuto|abbiamo_trovato [bene|ora|tutte|tutti] [la|il|i|le|gli|mia|mie|nostre] [fattura|fatture|rapporto|rapporti|file|documento|documenti|lista|ordine|ordini|dati|contatti|foto|pagina|conto|pacco|mail|messaggi|link|prenotazione|prenotazioni|ricevuta|ricevute] [ora|adesso|perfettamente|bene]
      scusate|scusi|scusa|mi_scuso|errore_mio|colpa_mia|e'_stato_un_mio_errore|scusate_il_disturbo|scusi_il_disturbo|scusate_per_il_disturbo|che_sollievo|meno_male|finalmente|era_ora_grazie
      continuate_cosi|complimenti|complimenti_a_tutti|come_sempre|davvero|di_tutto_cuore|di_cuore|altrettanto|anche_a_voi|anche_a_lei|non_serve_rispondere|per_tutto|un_piacere|a_tutto_il_team|a_tutto_lo_staff
      [le|vi|ti|e|un|una|auguro] [auguro] [una|un] buona|buon|buone|buono|bella|felice|serena|ottima [giornata|serata|pomeriggio|fine_settimana|weekend|week-end|week_end|settimana|lavoro|proseguimento|domenica|feste|natale|vacanze|venerdi] [a_tutti|a_voi|anche_a_lei]`,
    greets: `gentile|gentili|egregio|egregi|spett|spettabile|caro|cara|cari|care|salve|buongiorno|buonasera|buon_pomeriggio|ciao|sig|sig.ra|signora|signor|dott|dott.ssa|ragazzi`,
    closes: `cordiali_saluti|distinti_saluti|saluti|cordialmente|un_saluto|un_caro_saluto|un_abbraccio|a_presto|buona_giornata|buona_serata|buon_weekend|buon_lavoro|cari_saluti|baci|in_fede`,
  },
  nl: {
    says: `
      [jullie|je|u|dat|dit] hebben|hebt|heeft|heb [mijn|onze|me|ons] [dag|leven|week] gered
      [hartelijk|heel_erg|super|ontzettend|nogmaals|veel|hele_erg] dank|bedankt|dankjewel|dank_je_wel|dank_u_wel [allemaal|nogmaals|jullie] voor de|het|je|jouw|uw|jullie|al_je|al_uw|alle [snelle|goede|fijne|geweldige|prima|vlotte|duidelijke] *
      [nu|ja|zo] [snap|begrijp|zie|weet] ik [het] [het|helemaal|nu|ook]
      [ik|wij|we] [kan|kunnen|kom|ben|zit|zijn|komen] er [nu|weer] [weer|nu] in|bij [nu|weer|gelukkig]
      toppers|topper|top_service|topservice|helden|held|kanjer|kanjers|redder|redder_in_nood|wereldklasse|wereld|geniaal|fantastisch|super_geregeld|goed_geregeld|netjes|mooi|mooi_zo|keurig|helemaal_top|helemaal_goed|helemaal_goed_zo|helemaal_prima|tof|toppie|joepie|gelukt|is_gelukt|het_is_gelukt|gesnapt|begrepen|duidelijk|helder|helemaal_duidelijk|helemaal_helder|opgelost|afgerond|verholpen|zaak_gesloten|probleem_opgelost|vraag_beantwoord|dankjewel|danku|dankje|dankuwel|dank_jullie_wel|mercikes|merci_he|bdankt|zeer_tevreden|heel_tevreden|heel_blij|super_blij|erg_blij
      [wat_een|echt|heel|zeer] goede|fijne|snelle|geweldige|super|prima service|hulp|helpdesk|ondersteuning`,
    polite: `
      mensen|jongens|vrienden|maat
      ik|we|wij|nu zie|zien|heb|vind|hebben [ik|we|wij|nu|hem|ze|het|alles] [de|het|mijn|onze|alle|al_mijn] [factuur|facturen|rapport|rapporten|bestand|bestanden|document|documenten|lijst|bestelling|bestellingen|gegevens|contacten|foto's|pagina|account|pakket|mails|berichten|link|boeking|boekingen|bon|bonnen] [nu|weer|ontvangen|gevonden|staan] [ook|weer|allemaal]
      sorry|excuses|mijn_fout|mijn_schuld|foutje_van_mij|foutje_van_mijn_kant|sorry_voor_het_ongemak|sorry_voor_de_moeite|excuses_voor_het_ongemak|wat_een_opluchting|gelukkig|eindelijk|had_ik_over_het_hoofd_gezien
      ga_zo_door|hou_vol|complimenten|chapeau|petje_af|zoals_altijd|van_harte|uit_de_grond_van_mijn_hart|insgelijks|van_hetzelfde|jij_ook|u_ook|jullie_ook|antwoord_niet_nodig|voor_alles|namens_het_hele_team|aan_het_hele_team
      [en|nog|een|ik_wens|wens] [je|u|jullie|een|nog] [een] fijne|fijn|goed|goede|prettig|prettige|mooi|mooie|lekker|leuk|leuke|gezellig dag|avond|middag|weekend|week|werkweek|vakantie|feestdagen|kerst|zondag|vrijdag [verder|nog|toegewenst|allemaal]`,
    greets: `geachte|hoi|hallo|beste|dag|goedemorgen|goedemiddag|goedenavond|heer|mevrouw|dhr|mevr|lieve|allen|allemaal`,
    closes: `met_vriendelijke_groet|met_vriendelijke_groeten|vriendelijke_groet|vriendelijke_groeten|groet|groeten|groetjes|mvg|m.v.g|hartelijke_groet|hartelijke_groeten|met_hartelijke_groet|hoogachtend|liefs|tot_ziens|doei|fijne_dag|fijn_weekend|prettig_weekend`,
  },
  pl: {
    says: `
      uratowaliscie|uratowales|uratowalas|uratowala_pani|uratowal_pan [mi|nam|moj|nasz|panstwo] dzien|zycie|skore
      dziekuje|dziekujemy|dzieki|wielkie_dzieki|bardzo_dziekuje|serdecznie_dziekuje [bardzo|serdecznie|pieknie|jeszcze_raz|slicznie|panstwu|pani|panu|wam] za [te|ta|te|panstwa|twoja|pana|pani|wasza|cala] [szybka|mila|swietna|blyskawiczna|sprawna|fachowa|profesjonalna] *
      [teraz|juz|tak] [juz|wszystko] rozumiem|widze|wiem|jasne [wszystko|o_co_chodzi]
      wszystko|juz|juz_wszystko|teraz_wszystko [jest|juz|teraz|gra] [w_porzadku|gra|jasne|ok|dobrze|jak_nalezy|smiga|widac]
      rewelacja|rewelacyjnie|ekstra|elegancko|mega|bomba|cudownie|fantastycznie|wspaniale|znakomicie|pieknie|bajka|petarda|sztos|gitara|git|cacy|cud_miod|mistrzowie|mistrz|mistrzostwo|jestescie_wielcy|jestescie_najlepsi|jestescie_super|brawo|pelna_profeska|profesjonalnie|udalo_sie|poszlo|smiga|hula|bangla|zrozumialem|zrozumialam|jasne|rozumiem|wszystko_jasne|zalatwione|sprawa_zalatwiona|sprawa_zamknieta|problem_rozwiazany|temat_zamkniety|rozwiazane|naprawione|dzieks|dzieki_bardzo|dziekowac|dzieki_serdeczne|dzk|dziekuwa|stokrotne_dzieki|jestem_zachwycona|jestem_zachwycony|jestem_zadowolona|jestem_zadowolony|bardzo_zadowolony|bardzo_zadowolona
      swietna|super|dobra|kawal_dobrej|znakomita|najlepsza obsluga|robota|roboty|praca|pomoc`,
    polite: `
      kochani|moi_drodzy|stary|szefie|ludzie
      [tak|teraz|juz] [juz] widze|mam|znalazlem|znalazlam|otrzymalem|otrzymalam|dostalem|dostalam [juz|teraz|wszystkie|wszystko|moje|nasze] [fakture|faktury|raport|raporty|plik|pliki|dokument|dokumenty|liste|zamowienie|zamowienia|dane|kontakty|zdjecia|strone|konto|paczke|maile|wiadomosci|link|rezerwacje|rachunek|rachunki] [juz|teraz|wszystkie|poprawnie]
      przepraszam|przepraszam_za_klopot|przepraszam_za_zamieszanie|moj_blad|moja_wina|to_moj_blad|to_byl_moj_blad|moje_niedopatrzenie|co_za_ulga|nareszcie|cale_szczescie|uff
      tak_trzymac|oby_tak_dalej|gratulacje|pelen_podziw|jak_zawsze|jak_zwykle|z_calego_serca|nawzajem|wzajemnie|rowniez|wam_tez|panstwu_rowniez|w_imieniu_calego_zespolu|za_wszystko|calemu_zespolowi|dla_calego_zespolu|bez_odbioru
      [i|a|zycze] [zycze] milego|dobrego|udanego|spokojnego|przyjemnego|cudownego|wesolych dnia|weekendu|wieczoru|popoludnia|tygodnia|urlopu|swiat|piatku|poniedzialku [zycze|panstwu|wszystkim]`,
    greets: `szanowni|szanowna|szanowny|panstwo|pani|pan|panie|drogi|droga|drodzy|czesc|hej|witam|witajcie|dzien_dobry|dobry_wieczor|dobry|siema`,
    closes: `pozdrawiam|pozdrowienia|z_powazaniem|z_wyrazami_szacunku|serdecznie_pozdrawiam|pozdrawiam_serdecznie|pozdrawiam_cieplo|pozdro|pzdr|trzymajcie_sie|do_uslyszenia|do_zobaczenia|milego_dnia|milego_weekendu|i_pozdrawiam`,
  },
  cs: {
    says: `
      zachranili|zachranil|zachranila jste|jsi [mi|nam] den|zivot|kuzi|vikend
      dekuji|dekuju|dekujeme|diky|moc_diky|mnohokrat_dekuji|moc_dekuji|mockrat_diky|mockrat_dekuji [moc|mnohokrat|vam|jeste_jednou|srdecne|velice] za [vasi|vase|tu|to|tvoji|skvelou|veskerou|vasi_skvelou] [rychlou|skvelou|ochotnou|super|milou|vstricnou|bleskovou] *
      [ted|uz|jiz|ano] [uz|tomu|to] rozumim|chapu|vidim|vim|vse_jasne [vse|vsechno|to]
      parada|paradni|bomba|bezva|luxus|nadhera|famozni|uzasne|uzasny|uzasni|fantasticke|genialni|vyborne|perfektni|perfekt|spicka|spickove|jednicka|jednicka_s_hvezdickou|klobouk_dolu|smekam|jste_zlati|jste_skveli|jste_super|jste_nejlepsi|jste_poklad|jste_andel|jde_to|jede_to|slape_to|uz_to_jede|uz_to_jde|uz_to_slape|povedlo_se|podarilo_se|hotovo|vyreseno|vyrizeno|opraveno|pochopil_jsem|pochopila_jsem|rozumim|chapu|jasne|jasny|vse_jasne|problem_vyresen|pripad_uzavren|dik|dikec|diky_moc|dikes|dekuji_pekne|dekuju_moc|jsem_spokojen|jsem_spokojena|velmi_spokojen|velmi_spokojena|moc_spokojena
      skvela|super|dobra|vyborna|perfektni prace|podpora|spoluprace|sluzba`,
    polite: `
      pratele|lidi|kamarade|sefe
      [ano|uz|jiz|ted] [uz|ji|je|to|vse] vidim|mam|nasel|nasla|dostal|dostala|obdrzel|obdrzela [jsem|uz|vsechny|vsechno|moje|nase] [fakturu|faktury|faktura|zpravu|zpravy|soubor|soubory|dokument|dokumenty|seznam|objednavku|objednavky|objednavka|data|kontakty|fotky|stranku|ucet|balik|maily|odkaz|rezervaci|uctenku] [uz|ted|v_poradku|vsechny]
      faktura|balik|mail|email|soubor|zasilka|objednavka|odkaz [uz|jiz|v_poradku] dorazila|dorazil|dorazilo|prisla|prisel|prislo [v_poradku|uz|dnes]
      omlouvam_se|pardon|omlouvam_se_za_zmatek|moje_chyba|byla_to_moje_chyba|muj_omyl|prehledl_jsem|prehledla_jsem|omluvte_me|to_se_mi_ulevilo|konecne|zaplatpanbuh|uff
      jen_tak_dal|gratuluji|jako_vzdy|z_celeho_srdce|i_vam|vam_take|vam_taky|napodobne|podobne|za_celou_firmu|za_vsechno|za_vse|celemu_tymu|netreba_odpovidat
      [a|preji|preju|mejte] [vam|hezky|krasny|se] [hezky|pekny|krasny|prijemny|pohodovy|pekne|hezke|vesele|klidny] den|vikend|vecer|odpoledne|zbytek_dne|tyden|svatky|vanoce|zbytek_tydne|patek [preji|vsem|vam]`,
    greets: `dobry_den|dobry|dobre_rano|dobry_vecer|ahoj|ahojte|cau|zdravim|vazeny|vazena|vazeni|pane|pani|mila|mily|mili|hezky_den`,
    closes: `s_pozdravem|s_pratelskym_pozdravem|zdravim|pozdravuji|hezky_den|pekny_den|krasny_den|hezky_vikend|mejte_se|mejte_se_hezky|na_shledanou|nashle|s_uctou|preji_hezky_den|s_pranim_hezkeho_dne`,
  },
  sv: {
    says: `
      ni|du|det raddade|raddar|gjorde [verkligen] [min|var] dag|vecka|liv
      tack|stort_tack|tusen_tack|hjartligt_tack|tack_sa_mycket|ett_stort_tack|varmt_tack [igen|snalla|alla|an_en_gang] for [den|din|er|ert|ditt|all|allt|era] [snabba|fina|goda|trevliga|otroligt_snabba|utmarkta|tydliga] *
      tack|stort_tack|tack_sa_mycket for_att ni|du tog|tar dig|er tid|tiden [att_hjalpa|att_forklara]
      [nu|ja|da] [forstar|ser|fattar|vet] jag|vi [det|nu|hur_det_funkar|allt]
      [nu|allt|det] ar|fungerar|funkar|blev [allt|nu|det] som det ska [igen|nu]
      kanon|kanonbra|kanonfint|toppenbra|supersnabbt|grymt|grymma|grym|fantastiskt|underbart|suverant|lysande|strålande|stralande|kalas|finfint|prima|ypperligt|mums|klockrent|hurra|wow|guld|guld_vard|ni_ar_guld|ni_ar_bast|ni_ager|du_ar_en_klippa|hjaltar|hjalte|raddare|eloge|bugar|det_loste_sig|det_gick|det_gick_bra|lost|avklarat|ordnat|fixat|ordnade_sig|forstatt|uppfattat|det_forklarar_saken|problemet_lost|arendet_lost|tackar|tackar_och_bockar|tackar_tackar|taaack|tackk|mycket_nojd|valdigt_nojd|jattenojd|jatteglad
      [vilken|mycket|riktigt|kanon] bra|snabb|fin|utmarkt|toppen|grym service|support|hjalp|jobb|jobbat`,
    polite: `
      grabbar|tjejer|vanner|gott_folk|kompis
      nu|ja|jag|vi ser|hittar|har|fick|hittade [jag|vi] [nu|dem|den|det|allt|in|alla] [mina|min|mitt|vara|alla] [fakturan|fakturorna|fakturor|rapporten|rapporterna|filen|filerna|dokumentet|dokumenten|listan|ordern|ordrarna|bestallningen|kontakterna|bilderna|sidan|kontot|paketet|mailen|mejlet|meddelandena|lanken|bokningen|kvittot] [nu|igen|ocksa]
      forlat|ursakta|mitt_fel|det_var_mitt_fel|min_miss|min_tabbe|ursakta_besvaret|forlat_besvaret|ledsen_for_besvaret|vilken_lattnad|antligen|skont|sa_skont|jag_hade_missat_det
      fortsatt_sa|heja_er|bra_jobbat|som_alltid|som_vanligt|av_hela_mitt_hjarta|av_hjartat|detsamma|onskar_detsamma|ni_med|du_med|er_med|fran_oss_alla|for_allt|till_hela_teamet|behover_inte_svara
      [och|ha|jag_onskar|onskar] [en|er|dig|ha] [en|er] [riktigt] fin|trevlig|skon|bra|harlig|god|glad|underbar dag|helg|kvall|vecka|eftermiddag|jul|sommar|fredag|semester|pask|fortsattning [nu|alla|sjalva]`,
    greets: `hej|hejsan|hejhej|hallå|halla|tjena|tja|tjo|god_morgon|god_dag|god_kvall|basta|basta_team|kara|alla|allihopa`,
    closes: `vanliga_halsningar|med_vanliga_halsningar|med_vanlig_halsning|mvh|halsningar|halsn|hals|basta_halsningar|varma_halsningar|allt_gott|ha_det|ha_det_bra|ha_det_gott|vi_hors|kram|kramar|trevlig_helg|ha_en_fin_dag`,
  },
  da: {
    says: `
      i|du|det reddede|redder|gjorde [virkelig] [min|vores] dag|uge|liv
      tak|mange_tak|tusind_tak|1000_tak|stor_tak|hjertelig_tak|rigtig_mange_tak [igen|alle|endnu_en_gang|skal_i_have] for [den|din|jeres|dit|al|alt|alle] [hurtige|gode|flotte|venlige|fine|super|fantastiske] *
      [nu|ja|sa] [forstar|ser|fatter|ved] jag|jeg|vi [det|nu|godt|alt]
      [nu|alt|det] er|virker|fungerer|blev [alt|nu|det] som|i [det] [skal|orden] [igen|nu]
      alletiders|skont|skønt|genialt|fantastisk|vidunderligt|glimrende|fornemt|fremragende|super_fedt|superfedt|mega_fedt|megafedt|kanon|kanon_godt|herligt|dejligt|perfekto|lekkert|sejt|fint|hurra|wow|guld|guld_vaerd|i_er_guld_vaerd|i_er_bedst|i_er_de_bedste|i_er_skonne|helte|helt|redning|hatten_af|stor_ros|det_spiller|det_korer|korer|det_lykkedes|lykkedes|det_gik|klaret|ordnet|fikset|lost|afklaret|forstaet|modtaget|det_forklarer_sagen|problemet_lost|sagen_lost|takker|takker_og_bukker|taaak|takk|meget_tilfreds|super_tilfreds|mega_glad
      [sikken|rigtig|virkelig|super] god|hurtig|fin|flot|fantastisk|dejlig service|support|hjaelp|arbejde|stykke_arbejde`,
    polite: `
      venner|drenge|piger|folkens|makker
      nu|ja|jeg|vi ser|finder|har|fik|fandt [jeg|vi] [nu|dem|den|det|alt|alle] [mine|min|mit|vores|alle] [fakturaen|fakturaerne|rapporten|rapporterne|filen|filerne|dokumentet|dokumenterne|listen|ordren|ordrerne|bestillingen|kontakterne|billederne|siden|kontoen|pakken|mailen|mailene|beskederne|linket|bookingen|kvitteringen] [nu|igen|ogsa]
      undskyld|beklager|min_fejl|det_var_min_fejl|min_brøler|min_broler|undskyld_ulejligheden|beklager_ulejligheden|sikken_lettelse|endelig|det_havde_jeg_overset
      bliv_ved|bliv_sadan|godt_gaet|flot_arbejde|som_altid|som_saedvanlig|af_hele_mit_hjerte|i_lige_made|tak_i_lige_made|ogsa_til_jer|fra_os_alle|for_alt|til_hele_teamet|behover_ikke_svar
      [og|ha|fortsat|jeg_onsker] [en|jer|dig|ha] [en|et|jer] [rigtig] god|dejlig|fin|skon|glaedelig|fantastisk dag|weekend|aften|uge|eftermiddag|jul|sommer|fredag|ferie|paske [alle|selv|videre]`,
    greets: `hej|hejsa|hej_igen|hejhej|halloj|goddag|godmorgen|godaften|davs|kaere|alle|allesammen`,
    closes: `venlig_hilsen|med_venlig_hilsen|venligst|mvh|hilsen|hilsner|mange_hilsner|bedste_hilsner|de_bedste_hilsner|vh|kh|kaerlig_hilsen|knus|hav_det_godt|vi_ses|god_weekend|god_dag|fortsat_god_dag`,
  },
  no: {
    says: `
      dere|du|det reddet|redder|gjorde [virkelig] dagen|uka|uken|livet [min|mitt|var]
      takk|tusen_takk|mange_takk|hjertelig_takk|stor_takk|takk_sa_mye [igjen|alle|skal_dere_ha|nok_en_gang] for [den|din|deres|ditt|all|alt|alle] [raske|gode|flotte|vennlige|fine|super|fantastiske|rask|god] *
      [na|ja|da] [forstar|ser|skjonner|vet] jeg|vi [det|na|alt]
      takker_og_bukker|takker_og_bukker_og_neier|kanon|kanonbra|kjempesnilt|kjemperaskt|rasende_bra|helt_ratt|helt_konge|konge|rå|nydelig|fantastisk|strålende|glitrende|fortreffelig|supert|superbra|kult|hurra|wow|gull|gull_verdt|dere_er_gull|dere_er_best|dere_er_ratt_bra|helter|helt|redning|all_ere|hatten_av|stor_takk|det_gar|det_gikk|det_lost_seg|ordnet|fikset|lost|avklart|forstatt|mottatt|det_forklarer_saken|problemet_lost|saken_lost|takkk|veldig_fornoyd|kjempefornoyd|kjempeglad
      [for_en|veldig|virkelig|super] god|rask|fin|flott|fantastisk|bra service|support|hjelp|jobb`,
    polite: `
      venner|gutter|jenter|folkens|kompis
      na|ja|jeg|vi ser|finner|har|fikk|fant [jeg|vi] [na|dem|den|det|alt|alle] [mine|min|mitt|vare|alle] [fakturaen|fakturaene|rapporten|rapportene|filen|filene|dokumentet|dokumentene|listen|lista|ordren|bestillingen|kontaktene|bildene|siden|kontoen|pakken|mailen|e-posten|meldingene|lenken|bookingen|kvitteringen] [na|igjen|ogsa]
      unnskyld|beklager|min_feil|det_var_min_feil|min_tabbe|beklager_bryderiet|unnskyld_bryderiet|for_en_lettelse|endelig|det_hadde_jeg_oversett
      sta_pa|sta_pa_videre|bra_jobba|bra_jobbet|som_alltid|som_vanlig|av_hele_mitt_hjerte|i_like_mate|takk_i_like_mate|fra_oss_alle|for_alt|til_hele_teamet|trenger_ikke_svar
      [og|ha|fortsatt|jeg_onsker] [en|dere|deg|ha] [en|ei|et|dere] [riktig] god|fin|hyggelig|flott|nydelig|herlig dag|helg|kveld|uke|ettermiddag|jul|sommer|fredag|ferie|paske [alle|selv|videre]`,
    closes: `med_vennlig_hilsen|vennlig_hilsen|vennligst|beste_hilsen|mange_hilsener|ha_en_fin_dag|god_helg|hjertelig_hilsen|klem`,
  },
  fi: {
    says: `
      pelastit|pelastitte [minun|meidan|juuri] paivani|paivamme|viikon|viikonlopun|hengen
      kiitos|suuret_kiitokset|paljon_kiitoksia|isot_kiitokset|kiitoksia [paljon|viela|kaikille] [nopeasta|hyvasta|ystavallisesta|suuresta|pikaisesta|kaikesta] avusta|tuesta|palvelusta|vaivasta|vaivannaosta|ajasta|karsivallisyydesta|ohjeista|selityksesta|joustosta|huomiosta|ystavallisyydesta|nopeudesta|ammattitaidosta
      [nyt|joo|ahaa] ymmarran|ymmarsin|tajusin|naen|tiedan [nyt|asian|sen]
      mahtava_juttu|aivan_mahtavaa|upea|upeaa_tyota|loistavaa_tyota|huippuhomma|huippupalvelua|hyvin_hoidettu|hienosti_hoidettu|pelastajia|sankareita|sankari|enkeli|olette_parhaita|olette_huippuja|olette_mahtavia|kultaa|ihan_huippu|nappia|hurraa|vau|onnistui|onnistuihan_se|toimii_taas|pelaa_taas|kunnossa|valmista|hoidossa|ratkesi|selvisi|asia_ratkesi|asia_selvisi|ongelma_ratkesi|kiitti_vaan|kiitos_kovasti|kiitos_todella_paljon|kiitos_oikein_paljon|kiitooos|kiitos_teille|tosi_tyytyvainen|todella_tyytyvainen`,
    polite: `
      ystavat|kaverit|porukka
      anteeksi|pahoittelut|oma_moka|minun_virheeni|oma_virhe|oli_oma_virheeni|anteeksi_vaivasta|pahoittelut_vaivasta|mika_helpotus|vihdoin|onneksi
      jatkakaa_samaan_malliin|hyvaa_tyota|kuten_aina|sydamellisesti|sydamesta|samoin|kiitos_samoin|samoin_teille|koko_tiimilta|kaikesta|ei_tarvitse_vastata
      [ja] [oikein] hyvaa|mukavaa|ihanaa|rentoa|aurinkoista|leppoisaa|kaunista [paivan] jatkoa|paivaa|viikonloppua|iltaa|viikkoa|loppuviikkoa|joulua|juhannusta|perjantaita|lomaa|kesaa [teille|kaikille|sinne]`,
    closes: `ystavallisin_terveisin|terveisin|parhain_terveisin|yst_terv|terkuin|t|terv|mukavaa_paivaa|hyvaa_viikonloppua|mukavaa_viikonloppua`,
  },
  tr: {
    says: `
      gunumu|gunumuzu|hayatimi|hayatimizi kurtardiniz|kurtardin
      [hizli|guzel|nazik|degerli|tum|butun] [yardiminiz|yardimlariniz|desteginiz|ilginiz|sabriniz|hizmetiniz|aciklamaniz|emeginiz|anlayisiniz|geri_donusunuz|donusunuz|yanitiniz|cevabiniz|bilgilendirmeniz] icin [cok] [tesekkur_ederim|tesekkur_ederiz|tesekkurler|sagolun|sag_olun|minnettarim]
      [simdi|evet|tamam] [simdi] anladim|anlasildi|gordum|goruyorum|buldum|girebildim|giris_yaptim|oldu [tesekkurler|sagolun]
      [her_sey|hersey|hepsi|sorun|problem|konu] [simdi|artik|tamamen] yolunda|duzeldi|cozuldu|halloldu|tamam|tamamdir|normale_dondu|calisiyor|kapandi
      saol|sagol|sag_olun|sagolun|sag_ol|saolun|eyvallah|eyw|tsk|tskler|tesekkurler|tesekkur_ederim|cok_tesekkurler|cok_sagolun|minnettarim|allah_razi_olsun|elinize_saglik|ellerinize_saglik|emeginize_saglik|eline_saglik|super|supersiniz|harika|harikasiniz|mukemmel|mukemmelsiniz|muhtesem|muhtesemsiniz|kralsin|kralsiniz|on_numara|cok_iyi|cok_guzel|sahane|efsane|bravo|tebrikler|oldu|tamamdir|tamam|hallettim|halloldu|cozuldu|anladim|anlasildi|aldim|ulasti|geldi|gordum|iyi_ki_varsiniz|cok_memnunum|cok_memnun_kaldim|memnun_kaldik`,
    polite: `
      kardes|kardesim|abi|abla|hocam|ustam|dostum|arkadaslar|canim|hanim|bey|beyefendi|hanimefendi|ekibi|ekip|cok|tekrar|tekrardan|yeniden|bir_kez_daha
      kusura_bakmayin|ozur_dilerim|benim_hatam|benim_hatammis|rahatsiz_ettigim_icin_ozur_dilerim|sonunda|nihayet|oh_be
      boyle_devam|basarilar|kolay_gelsin|her_zamanki_gibi|her_zaman|tum_kalbimle|size_de|siz_de|her_sey_icin|hepinize|tum_ekibe|ilgilendiginiz_icin|yardimci_oldugunuz_icin|ugrastiginiz_icin|zaman_ayirdiginiz_icin|desteginiz_icin|ilginiz_icin|yardiminiz_icin|hizli_cevap_icin
      [iyi|guzel|mutlu|keyifli|hayirli|saglikli] gunler|aksamlar|haftalar|hafta_sonlari|calismalar|haftasonlari|tatiller|bayramlar|seneler|geceler|cumalar [dilerim|dileriz]`,
    greets: `merhaba|merhabalar|selam|selamlar|sayin|iyi_gunler|gunaydin|degerli|sevgili|arkadaslar`,
    closes: `saygilarimla|saygilar|saygilarimizla|sevgiler|sevgilerle|selamlar|iyi_calismalar|iyi_gunler|iyi_aksamlar|kolay_gelsin|hoscakalin|gorusmek_uzere|sevgi_ve_saygilarimla`,
  },
  ru: {
    says: `
      вы|ты|это [меня|нас|мне|просто] спасли|спас|спасла|выручили|выручил [нас|меня|мой|наш] [день|жизнь]
      спасибо|большое_спасибо|спасибо_большое|огромное_спасибо|благодарю|благодарим [вам|вас|еще_раз|огромное|за] за [вашу|ваше|ваш|ту|такую|всю|столь] [быструю|отличную|оперативную|качественную|быстрый|быстрое|оперативное|подробное] *
      [теперь|да|все] [все|уже] понял|поняла|поняли|вижу|понятно|ясно|знаю
      [все|уже|теперь|у_нас] [все|уже|теперь] работает|заработало|получилось|починилось|восстановилось|открывается|в_порядке|наладилось [отлично|как_часы|нормально|как_надо|снова|прекрасно]
      спс|спасибки|пасиб|пасибо|спасибище|спасибочки|благодарю|благодарствую|признателен|признательна|очень_признателен|очень_признательна|премного_благодарен|круто|класс|классно|клево|огонь|бомба|шикарно|супер|идеально|прекрасно|чудесно|превосходно|великолепно|замечательно|отличная_работа|молодцы|вы_молодцы|вы_лучшие|вы_супер|вы_просто_супер|умнички|красавчики|спасители|спаситель|волшебники|пять_баллов|от_души|пушка|заработало|получилось|разобрался|разобралась|разобрались|понял|поняла|понятно|ясно|принято|решено|вопрос_решен|проблема_решена|вопрос_закрыт|вопрос_снят|тема_закрыта|все_ок|все_супер|все_отлично|все_хорошо|все_гуд|ура|дошло|пришло|получил|получила|получили|доволен|довольна|очень_доволен|очень_довольна`,
    polite: `
      ребята|ребят|друзья|коллеги|девушки|дорогие|братцы|бро|друг
      [теперь|да|уже|все] [уже] вижу|нашел|нашла|получил|получила|скачал|скачала [уже|все|теперь] [счет|счета|отчет|отчеты|файл|файлы|документ|документы|список|заказ|заказы|данные|контакты|фото|страницу|письмо|письма|ссылку|чек|чеки] [уже|теперь|все]
      извините|простите|прошу_прощения|извините_за_беспокойство|простите_за_беспокойство|моя_ошибка|это_моя_ошибка|моя_вина|сам_виноват|сама_виновата|наконец-то|наконец_то|какое_облегчение|слава_богу
      так_держать|успехов|удачи|успехов_вам|всех_благ|всего_доброго|всего_хорошего|всего_наилучшего|как_всегда|от_всего_сердца|от_всей_души|взаимно|и_вам|вам_тоже|от_всей_команды|за_все|всей_команде|отвечать_не_нужно|за_помощь|за_понимание|за_терпение|за_оперативность|за_поддержку|за_отзывчивость|за_труд|за_заботу|за_внимание|за_скорость|за_разъяснение|за_подсказку
      [и|желаю] [вам|всем] [хорошего|хороших|отличного|отличных|приятного|приятных|доброго|удачного|прекрасного|счастливого] дня|вечера|выходных|недели|рабочего_дня|праздников|нового_года|пятницы [вам|всем]`,
    greets: `здравствуйте|добрый_день|доброе_утро|добрый_вечер|приветствую|привет|доброго_дня|доброго_времени_суток|уважаемый|уважаемая|уважаемые|дорогой|дорогая|коллеги`,
    closes: `с_уважением|с_наилучшими_пожеланиями|всего_доброго|до_свидания|с_приветом|с_благодарностью|хорошего_дня|хороших_выходных|искренне_ваш`,
  },
  uk: {
    says: `
      ви|ти|це [мене|нас|просто] врятували|врятував|виручили [нас|мене|мій|наш] [день|життя]
      дякую|щиро_дякую|дуже_дякую|велике_дякую|вдячний|вдячна|дякуємо [вам|ще_раз|щиро|дуже] за [вашу|ваше|ваш|таку|всю] [швидку|чудову|оперативну|якісну|швидку] *
      [тепер|так|все] [все|вже|усе] зрозумів|зрозуміла|бачу|зрозуміло|ясно
      [все|усе|вже|тепер] [все|усе|вже] працює|запрацювало|вийшло|вдалося|відкривається|гаразд|добре [чудово|як_треба|знову]
      дяка|дякс|дякую_щиро|красно_дякую|дуже_вдячний|дуже_вдячна|дуже_вдячні|вдячний|вдячна|вдячні|круто|клас|класно|супер|ідеально|прекрасно|чудово|неймовірно|вогонь|молодці|ви_найкращі|ви_супер|рятівники|запрацювало|вийшло|вдалося|розібрався|розібралася|зрозумів|зрозуміла|зрозуміло|прийнято|вирішено|питання_вирішено|проблему_вирішено|питання_закрито|ура|отримав|отримала|отримали|прийшло|дійшло|задоволений|задоволена`,
    polite: `
      друзі|колеги|хлопці|дівчата
      вибачте|перепрошую|вибачте_за_турботу|вибачте_за_клопіт|моя_помилка|моя_провина|нарешті|слава_богу
      так_тримати|успіхів|гарного_настрою|всього_найкращого|як_завжди|від_щирого_серця|навзаєм|і_вам|вам_також|за_все|всій_команді|за_допомогу|за_розуміння|за_терпіння|за_оперативність|за_підтримку|за_увагу|за_швидкість
      [і|та|бажаю] [вам|всім] гарного|гарних|чудового|чудових|приємного|приємних|доброго|вдалого дня|вечора|вихідних|тижня|свят [вам|всім]`,
    greets: `доброго_дня|добрий_день|вітаю|привіт|доброго_ранку|добрий_вечір|шановний|шановна|шановні`,
    closes: `з_повагою|з_найкращими_побажаннями|до_побачення|всього_доброго|гарного_дня|гарних_вихідних`,
  },
  ja: {
    says: `
      助かった|助かりました|大変助かりました|本当に助かりました|おかげで助かりました|解決|解決です|解決しました|無事解決です|無事解決しました|おかげさまで解決しました|直りました|直った|動いた|動きました|出来ました|できました|できた|できるようになりました|使えました|使えています|見られました|見れました|表示されました|入れました|ログインできた|繋がりました|つながりました|接続できました|受信しました|受領しました|拝受しました|拝見しました|理解しました|理解できました|納得しました|納得です|納得です|なるほど|なるほどです|承知です|了解|承知|りょうかいです|ありがと|ありがとー|ありがとうね|あざす|あざっす|サンキュー|感謝です|感謝|感謝感激です|恐れ入ります|恐縮です|神対応|神対応です|さすがです|流石です|すごい|すごいです|素早い対応でした|迅速な対応でした|早い|早いですね|完璧です|パーフェクト|いい感じです|オッケー|オーケーです|問題なしです|問題なし|問題なくなりました|正常です|正常になりました|改善しました|改善されました|復旧しました|復旧を確認しました|無事届きました|無事受け取りました|完了です
      これ|こちら で|にて 問題ありません|大丈夫です|結構です|完了です|解決です
      [この度|今回] は [本当に|誠に|大変|色々と|いろいろと] ありがとうございました|お世話になりました|助かりました`,
    polite: `
      お手数をおかけしました|お手数おかけしました|お手数をおかけいたしました|お騒がせしました|お騒がせいたしました|失礼しました|失礼いたしました|すみません|すみませんでした|申し訳ありませんでした|ご迷惑をおかけしました|私の勘違いでした|勘違いでした|こちらのミスでした|私のミスでした|安心しました|ほっとしました|よかった|嬉しい|うれしいです|引き続き宜しくお願いいたします|引き続き宜しくお願いします|今後とも宜しくお願いいたします|今後とも宜しくお願いします|今後ともどうぞよろしくお願いいたします|またよろしくお願いします|また何かありましたらよろしくお願いします|お疲れ様でした|良い週末を|よい週末を|良い一日を|よいお年を|ご返信不要です|返信不要です|返信は不要です|早速|すぐに|素早い|丁寧な|親切な|色々と|いろいろと|ご親切に|お忙しい中|お忙しいところ|いつも|お世話になりました|お世話様です|お世話様でした|皆様|皆さん|さすが|おかげさまで|無事|ー|〜|笑|w|ご対応|対応|ご丁寧な|ご親切な`,
    closes: `以上です|草々|よろしくお願い致します|宜しくお願い申し上げます|では|それでは失礼します`,
  },
  zh: {
    says: `
      谢啦|谢咯|谢谢啊|谢谢哈|谢谢哦|多谢啦|多谢了|万分感谢|感激不尽|感恩|谢谢老师|3q|thx|太好啦|太赞了|赞|给力|太给力了|厉害|牛|专业|很专业|真快|好快|速度真快|效率真高|效率很高|点赞|大赞|好评|五星好评|满意|非常满意|很满意|帮大忙了|帮了大忙|救命恩人|搞定|搞定啦|弄好了|修好了|成功了|登录成功|可以登录|能登录了|可以用|能用|正常|一切正常了|都正常了|恢复了|已恢复|已恢复正常|看到了|找到了|已找到|已经收到|已经可以了|没毛病|清楚了|懂了|原来如此|理解了|明白啦|结单吧|关单吧|可以结单|可以结单了|可以结案|可关闭|可以关闭|可以关闭工单|请结单|请结案|關閉即可|解決了|已經解決|問題解決了|已經可以了|可以了謝謝|正常了|一切正常|收到了|沒問題了|沒有問題了|太好了|太棒了|好的|了解|感恩|辛苦了|非常感謝|十分感謝|萬分感謝|多謝
      [现在|都|现已|目前|已经|系统|网站|页面|登录|这边|我这边] [都|已|已经|也] [可以|能] [正常] 使用|登录|打开|下载|访问|用 了
      [谢谢|感谢|多谢|謝謝|感謝|多謝] [您|你|你们|您的|你的|你们的|你們|貴司] [的] [快速|及时|耐心|热心|細心|即時|迅速|快速的|耐心的] 协助|協助|帮助|幫助|幫忙|帮忙|处理|處理|支持|回复|回覆|解答|解釋|解释|耐心|付出|配合|服务|服務`,
    polite: `
      了|啦|哈|哦|呢|喔|嗯|嗯嗯|哈哈|都|已|已经|已經|很|真|太|也|是我弄错了|是我搞错了|是我的问题|我的错|不好意思|抱歉|抱歉打扰了|打扰了|麻烦您了|麻烦你了|麻烦你们了|麻煩您了|辛苦|辛苦啦|总算|终于|终于好了|放心了|周末愉快|週末愉快|新年快乐|节日快乐|工作愉快|生活愉快|祝顺利|祝您工作愉快|祝周末愉快|一如既往|不用回复|无需回复|不必回复|快速处理|处理得很快|的|们的
      你们|你|您 真|太|很|真是|真是太 棒|专业|厉害|给力|好|快 了`,
    greets: `您好|你好|老师好|各位好|客服你好|客服您好|亲|小姐|女士|先生|老师|经理|各位|客服`,
    closes: `祝商祺|祝_商祺|商祺|顺祝商祺|祝工作愉快|祝生活愉快|祝顺利|谨启|敬上|祝安|祝安好`,
  },
  ko: {
    says: `
      감사해용|감사합니당|감사요|감사여|ㄱㅅ|ㄳ|고마워용|고맙습니당|땡큐|정말_감사드립니다|대단히_감사드립니다|진심으로_감사드립니다|진심으로_감사합니다|너무_감사드려요|감사드리겠습니다|감사했습니다|고마웠습니다
      됐어요|됐습니다|되었습니다|되었어요|됐네요|이제_됐어요|이제_됩니다|이제_돼요|돼요|잘_돼요|잘_되고_있습니다|잘_돼네요|잘됐어요|해결|해결완료|해결_완료|해결됐어요|해결되었어요|해결했습니다|해결했어요|처리됐네요|처리되었네요|복구되었습니다|복구됐습니다|정상화되었습니다|정상|정상_작동합니다|정상_작동해요|정상_확인했습니다|로그인_됩니다|로그인_돼요|로그인_됐어요|로그인_했습니다|접속됩니다|접속돼요|열립니다|열려요|보입니다|잘_보입니다|보여요|받았어요|잘_받았어요|수신했습니다|도착했습니다|도착했어요|확인|확인완료|확인_완료|확인_완료했습니다|확인했어요|확인되었습니다|이해됐습니다|이해되었습니다|이해했습니다|네네|넵|넹|네_알겠습니다|알겠어요|오케이|굿|굿굿|최고|최고입니다|최고예요|짱|짱이에요|대박|완벽|완벽하네요|훌륭하네요|멋져요|멋집니다|역시|역시_최고|친절하시네요|빠르시네요|빠르네요|만족합니다|매우_만족합니다|살았어요|살았습니다|큰_도움_됐습니다|많은_도움이_되었습니다|도움_많이_됐어요
      [티켓|문의|이건|이_건] [은|는|이제] 닫아|종료해|마감해|닫아도|종료해도|마감해도 주세요|됩니다|돼요|괜찮습니다`,
    polite: `
      오|와|우와|아|아하|앗|휴|ㅎㅎ|ㅋㅋ|ㅎ|ㅋ|ㅠ|^^|님|매니저님|담당자님|선생님|팀장님|과장님|대리님|고객센터|여러분|모두들|네
      제_실수였습니다|제_실수였네요|제가_착각했습니다|제_착각이었습니다|죄송합니다|번거롭게_해드려_죄송합니다|수고_많으셨습니다|수고하셨어요|고생하셨습니다|고생_많으셨습니다|다행이네요|다행이에요|드디어|안심했습니다|역시|항상|늘|언제나|많이|정말|진짜|너무|덕분입니다|덕분에_해결됐습니다|덕분에_해결되었습니다|회신_불필요합니다|회신_안_주셔도_됩니다|빠르게_처리해|신속히_처리해|도와_주신|도와주신|애써|신경_써|신경써|친절하게|자세히|상세히|빠르게|신속하게|바로 [주셔서]
      [즐거운|행복한|편안한|좋은|따뜻한] [하루|주말|저녁|오후|한_주|명절|연말|밤] [되세요|보내세요|되시길_바랍니다|보내시길_바랍니다|되십시오|보내십시오|보내시고요]`,
    closes: `드림|올림|배상|수고하세요|수고하십시오|안녕히_계세요|좋은_하루_되세요`,
  },
  ar: {
    says: `
      شكرا|شكرا_لك|شكرا_لكم|شكرا_لكي|شكرا_جزيلا|شكرا_جزيلا_لكم|شكرا_جزيلا_لك|الف_شكر|الف_شكر_لكم|جزيل_الشكر|كل_الشكر|كل_الشكر_لكم|خالص_الشكر|كل_الشكر_والتقدير|شكري_وتقديري|مشكور|مشكورين|مشكوره|مشكوره_جدا|تسلم|تسلموا|تسلمو|تسلم_ايدك|تسلم_ايديكم|يسلمو|يعطيك_العافيه|يعطيكم_العافيه|الله_يعطيك_العافيه|الله_يعطيكم_العافيه|جزاك_الله_خيرا|جزاكم_الله_خيرا|جزاكم_الله_كل_خير|جزاك_الله_كل_خير|بارك_الله_فيك|بارك_الله_فيكم|ممتن|ممتنه|ممتن_لكم|ممتنه_لكم|ممنون|ممنونكم
      [انا|نحن] اشكرك|اشكركم|نشكركم|نشكرك|اشكر_لكم [جدا|كثيرا|جزيل_الشكر] [علي|على] [حسن|سرعه|كل|تعاونكم|مساعدتكم] [تعاونكم|استجابتكم|الاستجابه|التعاون|خدمتكم|تعاملكم|المساعده|جهودكم|ردكم]
      ممتاز|ممتازه|رائع|رائعه|رائعين|عظيم|مذهل|جميل|جيد|جيد_جدا|مثالي|تمام|تمام_التمام|كله_تمام|كل_شي_تمام|كل_شيء_تمام|الامور_تمام|حلو|حلو_كتير|زي_الفل|ميه_ميه|احسنت|احسنتم|ابدعتم|خدمه_ممتازه|خدمه_رائعه|عمل_رائع|عمل_ممتاز|انتم_الافضل|انتم_رائعون|انقذتم_يومي|انقذتموني
      [كل_شيء|كل_شي|كلشي|النظام|الموقع|الحساب|الرابط|التطبيق|انه|هو|الان|نعم] [الان|اصبح|بدا|عاد] يعمل|تعمل|شغال|يعمل_بشكل_جيد|يشتغل|اشتغل|ضبط|زبط [الان|بشكل|جيد|ممتاز|طبيعي|جيدا|بشكل_جيد|بشكل_ممتاز|بشكل_طبيعي|بشكل_صحيح|معي|معنا|من_جديد]
      تم|تمت حل|حلها|الحل|الاصلاح|اصلاحها|اصلاحه|الاستلام|استلامه|استلامها|التاكد [المشكله|الموضوع|مشكلتي|العطل] [بنجاح|والحمد_لله|الحمد_لله]
      انحلت|اتحلت|حلت|انتهت|زالت المشكله|مشكلتي [الان|والحمد_لله|الحمد_لله]
      المشكله|مشكلتي حلت|انحلت|اتحلت|محلوله|انتهت|تم_حلها [الان|والحمد_لله|الحمد_لله]
      [نعم|لقد|الان|قد] استطعت|تمكنت|قدرت|نجحت [من|في] الدخول|تسجيل_الدخول [الان]
      وصل|وصلت|وصلني|وصلتني|استلمت|استلمته|استلمتها|فهمت|مفهوم|واضح|وضحت_الصوره|علم|حسنا|اوك|اوكي|موافق|خلاص
      [يمكنكم|يمكنك|تستطيعون|بامكانكم|ممكن] اغلاق|قفل|غلق [التذكره|الطلب|البلاغ|الموضوع|التذكره_الان]`,
    polite: `
      جدا|جزيلا|كثيرا|كتير|مره_اخري|مره_اخرى|مجددا|الان|نعم|اجل|حقا|فعلا|لكم|لك|للجميع|لكم_جميعا|والله|يا|الحمد_لله|والحمد_لله|ولله_الحمد|اخيرا|كالعاده|كما_العاده|دائما|من_القلب|من_كل_قلبي|ما_قصرتوا|ما_قصرت|ما_قصرتم|وما_قصرتوا|حياكم_الله|حياك_الله|وفقكم_الله|الله_يوفقكم|الله_يحفظكم|دمتم|دمتم_بخير|اسف_علي_الازعاج|اسف_للازعاج|عذرا_علي_الازعاج|الخطا_مني|كان_خطا_مني
      [و] علي|على|لي [كل] [سرعه|حسن|جهودكم|الجهود|صبركم|تعاونكم|مساعدتكم|المساعده|السرعه|الدعم|دعمكم|الاهتمام|اهتمامكم|الرد_السريع|ردكم_السريع|سرعه_الرد|سرعه_الاستجابه|الاستجابه_السريعه|التعاون|الخدمه|خدمتكم|التوضيح|المعلومات|وقتكم|حسن_تعاونكم|حسن_التعامل] [السريع|السريعه|الرائع|الرائعه|الممتاز|الممتازه]
      لمساعدتكم|لتعاونكم|لدعمكم|لصبركم|لاهتمامكم|لجهودكم|لوقتكم|لسرعه_استجابتكم|لسرعه_الرد
      [و] [اتمني|نتمني|اتمنى] [لك|لكم] يوم|نهايه|اسبوع|عطله|يوما|مساء|ليله|اسبوعا [اسبوع] سعيد|سعيده|سعيدا|طيب|جميل|جميلا|موفق
      يومك_سعيد|يومكم_سعيد|طاب_يومكم|طاب_يومك|جمعه_مباركه|عطله_سعيده|نهايه_اسبوع_سعيده`,
    greets: `مرحبا|اهلا|اهلا_وسهلا|السلام_عليكم|السلام_عليكم_ورحمه_الله|السلام_عليكم_ورحمه_الله_وبركاته|سلام|هلا|صباح_الخير|مساء_الخير|تحيه_طيبه|تحيه_طيبه_وبعد|عزيزي|عزيزتي|الاخ|الاخت|استاذ|استاذه|الاستاذ|الاستاذه|السيد|السيده|فريق|فريق_الدعم|الدعم|الساده|اخي|اختي|شباب|جماعه|دكتور`,
    closes: `مع_التحيه|مع_تحياتي|تحياتي|تحياتنا|مع_خالص_التحيه|مع_اطيب_التحيات|اطيب_التحيات|خالص_تحياتي|مع_فائق_الاحترام|وتفضلوا_بقبول_فائق_الاحترام|تقبلوا_تحياتي|والسلام|والسلام_عليكم|مع_السلامه|دمتم|مع_الشكر|مع_الشكر_والتقدير|وشكرا`,
  },
  hi: {
    says: `
      धन्यवाद|बहुत_धन्यवाद|बहुत_बहुत_धन्यवाद|आपका_धन्यवाद|आपका_बहुत_धन्यवाद|आपका_बहुत_बहुत_धन्यवाद|सादर_धन्यवाद|हार्दिक_धन्यवाद|शुक्रिया|बहुत_शुक्रिया|बहुत_बहुत_शुक्रिया|आपका_शुक्रिया|आभार|आभारी_हू|आभारी_हूं|आभारी_हैं|बहुत_आभार|हार्दिक_आभार|थैंक_यू|थैंक्यू|थैंक्स|थैंक_यू_सो_मच|मेहरबानी
      dhanyavad|dhanyawad|dhanyavaad|bahut_dhanyavad|shukriya|shukria|bahut_shukriya|bahut_bahut_shukriya|aabhar|abhari|meherbani
      बहुत_बढ़िया|बहुत_बढिया|बढ़िया|बढिया|बहुत_अच्छा|अच्छा|बहुत_खूब|शानदार|उत्तम|एकदम_सही|एकदम_बढ़िया|एकदम_बढिया|कमाल|कमाल_है|ज़बरदस्त|जबरदस्त|वाह|शाबाश|सही|सही_है|ठीक|ठीक_है|हो_गया|काम_हो_गया|बन_गया|मिल_गया|मिल_गई|मिल_गये|मिल_गए|समझ_गया|समझ_गई|समझ_आ_गया|पता_चल_गया|आप_लोग_बेहतरीन_हैं|आप_बेहतरीन_हैं|बेहतरीन|बेहतरीन_सेवा|अच्छी_सेवा|बहुत_अच्छी_सेवा
      badhiya|bahut_badhiya|bahut_accha|bahut_acha|accha|acha|theek_hai|thik_hai|sahi_hai|ho_gaya|kaam_ho_gaya|mil_gaya|samajh_gaya|samajh_gayi|samajh_aa_gaya|zabardast|kamaal|shandar|chal_gaya|chal_raha_hai|ab_chal_raha_hai|theek_ho_gaya|ab_theek_hai|sab_theek_hai|ab_sab_theek_hai
      [अब|हाँ|हां|जी|सब|सब_कुछ|यह|ये|लॉगिन|ऐप|वेबसाइट|साइट|मेरा] [अब|सब|सब_कुछ|भी|फिर_से|बिल्कुल] [ठीक|सही|अच्छे|अच्छी|बढ़िया|बढिया] [से|तरह] [चल|काम|हो] [कर] रहा_है|रही_है|रहे_हैं|गया|गया_है|गई|गई_है|गए_हैं
      [अब|सब|सब_कुछ|अब_सब|अब_सब_कुछ] [बिल्कुल|एकदम] ठीक|सही|बढ़िया|बढिया है|हो_गया|हो_गया_है
      [मेरी|हमारी|यह|ये|अब] समस्या|दिक्कत|परेशानी|प्रॉब्लम [अब|भी] [हल|ठीक|दूर|सॉल्व|समाप्त] हो_गई|हो_गई_है|हो_गयी|हो_चुकी_है|हुई
      [आप|कृपया|अब] [अब|यह|इस|मेरा|ये] टिकट [को|अब] बंद [कर] [सकते_हैं|दीजिए|दें|सकते_हो|कर_दें|कर_दीजिए]
      [मैं|हम|अब] [अब|फिर_से] लॉगिन|लॉग_इन कर [पा] [रहा_हूं|रही_हूं|रहे_हैं|लिया|पाया]`,
    polite: `
      जी|सर|मैडम|मैम|भाई|दोस्त|दोस्तों|बहुत|फिर_से|एक_बार_फिर|एक_बार_फिर_से|दिल_से|तहे_दिल_से|सच_में|वाकई|हमेशा_की_तरह|आप_सभी_का|आप_सब_का|आपका|आप_सभी|पूरी_टीम|टीम|माफ_कीजिए|माफ_करना|मेरी_गलती_थी|आखिरकार|sir|madam|bhai|ji|aapka|aap_sab_ka|bahut|bahut_bahut
      [आपकी|आपके|इस|तुरंत|त्वरित|शीघ्र|जल्दी|इतनी|आपकी_त्वरित] [त्वरित|शीघ्र|जल्दी|तुरंत] [मदद|सहायता|सहयोग|समर्थन|सेवा|प्रतिक्रिया|धैर्य|समय|प्रयास|जानकारी] [और_धैर्य|और_समय|और_सहयोग] के_लिए|करने_के_लिए|के_लिये|हेतु
      aapki|aapke madad|help|support|time ke_liye
      [आपका] दिन|सप्ताहांत|शाम|वीकेंड [शुभ|अच्छा|मंगलमय] [हो|रहे]
      शुभ_दिन|शुभ_रात्रि|शुभ_संध्या|शुभकामनाएं|शुभकामनाएँ`,
    greets: `सुप्रभात|नमस्ते|नमस्कार|प्रणाम|हेलो|हैलो|हाय|प्रिय|आदरणीय|महोदय|महोदया|श्री|श्रीमती|namaste|namaskar|hello|dear`,
    closes: `सादर|भवदीय|भवदीया|आपका|शुभकामनाओं_सहित|धन्यवाद_सहित|सादर_धन्यवाद|saadar|regards`,
  },
  he: {
    says: `
      תודה|תודה_רבה|תודה_רבה_לכם|המון_תודה|אלף_תודות|תודות|תודה_ענקית|תודה_גדולה|אני_מודה_לכם|מודה_לכם|מודה_לך|מעריך_מאוד|מעריכה_מאוד
      מעולה|מצוין|מושלם|נהדר|אחלה|סבבה|יופי|יופי_של_עבודה|מדהים|אלופים|אלוף|אלופה|אתם_אלופים|אתם_תותחים|תותחים|שירות_מעולה|שירות_מצוין|הצלתם_אותי|הבנתי|קיבלתי|התקבל|הגיע|אוקיי|בסדר|בסדר_גמור|הכל_בסדר|הכל_תקין|הכל_עובד
      [עכשיו|הכל|זה|כן|המערכת|האתר] [עכשיו|כבר|שוב] עובד|עובדת|תקין|תקינה|הסתדר|נפתר|נפתרה [עכשיו|מצוין|מעולה|שוב|אצלי]
      [הבעיה|התקלה|העניין] [כבר] נפתרה|נפתר|תוקנה|הסתדרה
      [אפשר|ניתן|אתם_יכולים] לסגור [את] [הפנייה|הקריאה|הכרטיס]`,
    polite: `
      על ההסבר|הבהרה|התשובה|המידע|הטיפול|המאמץ|הזמן
      מאוד|רבה|שוב|לכם|לך|לכולם|על_העזרה|על_העזרה_המהירה|על_התמיכה|על_הסבלנות|על_השירות|על_התגובה_המהירה|על_המענה_המהיר|על_הטיפול_המהיר|על_הכל|באמת|סוף_סוף|כרגיל|כמו_תמיד|יום_טוב|יום_נעים|שבת_שלום|סוף_שבוע_נעים|סוף_שבוע_טוב|שבוע_טוב|המשך_יום_טוב|המשך_יום_נעים|סליחה_על_הטרחה|טעות_שלי`,
    greets: `שלום|שלום_רב|היי|הי|בוקר_טוב|ערב_טוב|צהריים_טובים|לכבוד|צוות|חברים`,
    closes: `בברכה|בתודה|בברכה_רבה|תודה_ולהתראות|להתראות|יום_טוב|בכבוד_רב`,
  },
  id: {
    says: `
      terima_kasih|terimakasih|makasih|makasi|trims|trimakasih|tks|thanks|matur_nuwun|hatur_nuhun
      sip|siip|mantap|mantab|keren|hebat|bagus|luar_biasa|sempurna|oke|ok|baik|siap|beres|aman|lancar|sudah_beres|sudah_bisa|udah_bisa|sudah_lancar|sudah_aman|sudah_normal|sudah_diterima|sudah_saya_terima|sudah_masuk|berhasil|paham|mengerti|dimengerti|noted|kalian_hebat|pelayanan_bagus|layanan_mantap
      [sekarang|semua|semuanya|akun_saya|aplikasinya|masalah|masalahnya] [sekarang|sudah|udah|telah] [kembali] normal|bisa|berfungsi|berjalan|selesai|teratasi|beres|terselesaikan|lancar [normal|dengan_baik|lagi|kembali|sekarang]
      [tiket|tiketnya|kasus|silakan|boleh] [sudah|bisa|boleh|silakan] [di] ditutup|tutup|close [tiketnya|saja]`,
    polite: `
      uang|dana|pembayaran|paket [nya] [sudah] masuk|diterima|sampai|kembali
      banyak|ya|kak|pak|bu|mas|mbak|min|admin|tim|sekali|sangat|lagi|atas_bantuannya|atas_bantuan|atas_responnya|atas_respon_cepatnya|atas_respons_cepatnya|atas_kesabarannya|atas_perhatiannya|atas_dukungannya|untuk_bantuannya|untuk_semuanya|bantuannya|semuanya|akhirnya|syukurlah|alhamdulillah|maaf_merepotkan|salah_saya|sukses_selalu|sehat_selalu|selamat_berakhir_pekan|selamat_akhir_pekan|semoga_harimu_menyenangkan|selamat_bekerja`,
    greets: `halo|hai|selamat_pagi|selamat_siang|selamat_sore|selamat_malam|yth|dear|kepada|tim`,
    closes: `salam|salam_hormat|hormat_saya|salam_hangat|regards`,
  },
  vi: {
    says: `
      cam_on|cam_on_ban|cam_on_cac_ban|cam_on_nhieu|cam_on_rat_nhieu|xin_cam_on|chan_thanh_cam_on|thanks_nhieu|cam_on_anh|cam_on_chi|cam_on_em|cam_on_ad
      tuyet|tuyet_voi|hoan_hao|qua_tot|rat_tot|tot|tot_qua|ok|oke|duoc_roi|da_duoc|da_duoc_roi|xong|xong_roi|da_nhan|da_nhan_duoc|toi_da_nhan_duoc|minh_da_nhan_duoc|da_hieu|hieu_roi|toi_hieu_roi|dich_vu_tot
      [bay_gio|hien_tai|moi_thu|tat_ca|no] [da] hoat_dong|binh_thuong|on|chay_tot|duoc [tot|binh_thuong|tro_lai|roi]
      [van_de|su_co] da duoc_giai_quyet|xu_ly_xong|giai_quyet_xong|duoc_khac_phuc
      [ban|cac_ban] [co_the] dong [phieu|ticket|yeu_cau] [nay] [nhe|di|duoc_roi]`,
    polite: `
      da nhan duoc tien|hoa_don|hang|file|email [hoan|roi|ve]
      nhieu|rat_nhieu|a|nhe|nha|vi_su_ho_tro|da_ho_tro|vi_da_ho_tro|da_giup_do|vi_su_giup_do|vi_da_giup|rat|ban|cac_ban|anh|chi|em|ad|team|chuc_mot_ngay_tot_lanh|chuc_cuoi_tuan_vui_ve|cuoi_tuan_vui_ve|chuc_cac_ban_mot_ngay_tot_lanh|nhanh_chong|kip_thoi|cuoi_cung`,
    greets: `chao|xin_chao|chao_ban|chao_anh|chao_chi|kinh_gui|chao_em|hi`,
    closes: `tran_trong|than_men|kinh_thu|than`,
  },
  bg: {
    says: `
      благодаря|благодаря_ви|благодаря_много|много_благодаря|хиляди_благодарности|мерси|мерси_много|благодарим|благодарим_ви|благодарности|супер|чудесно|отлично|перфектно|прекрасно|страхотно|браво|добре|ок|ясно|разбрах|получих|получихме|готово|оправено|решено|сте_страхотни|вие_сте_страхотни|страхотни_сте
      [вече|всичко|сега|да] [всичко|вече|сега] [е] работи|наред|тръгна|оправи|ок|проработи [отново|нормално|чудесно|перфектно]
      [проблемът|въпросът] [вече] [е] решен|отстранен|изчезна
      [може|можете] [да] затворите|затвори|приключите [тикета|заявката|случая]`,
    polite: `много|отново|пак|още_веднъж|за_помощта|за_бързата_помощ|за_бързата_реакция|за_съдействието|за_отговора|за_бързия_отговор|за_търпението|за_всичко|на_всички|най-после|извинете_за_безпокойството|моя_грешка|приятен_ден|приятна_вечер|хубав_ден|хубава_вечер|приятен_уикенд|хубав_уикенд|лека_вечер|и|ви`,
    greets: `здравейте|здравей|добър_ден|добро_утро|добър_вечер|привет|уважаеми|уважаема|господин|госпожо`,
    closes: `поздрави|с_уважение|сърдечни_поздрави|с_поздрав|приятен_ден|хубав_ден`,
  },
  sk: {
    says: `
      dakujem|dakujem_pekne|dakujem_velmi_pekne|dakujem_velmi|dakujeme|velmi_pekne_dakujem|velka_vdaka|vdaka|diky|dik|dakujem_krasne
      super|skvele|skvela_praca|vyborne|perfektne|parada|paradne|uzasne|bomba|fajn|dobre|ok|jasne|rozumiem|chapem|prislo|dostal_som|dostala_som|hotovo|vyriesene|opravene|podarilo_sa|ste_super|ste_uzasni|ste_najlepsi
      [uz|vsetko|teraz|ano] [uz|vsetko|je|to] funguje|ide|bezi|v_poriadku|vyriesene|opravene [ako_ma|opat|znova|bez_problemov|perfektne]
      [problem] [je|uz] vyrieseny|odstraneny
      [mozete|mozes] [to|tiket|poziadavku|ticket] uzavriet|zatvorit|uzavriet_tiket`,
    polite: `pekne|velmi|velmi_pekne|este_raz|vam|za_pomoc|za_rychlu_pomoc|za_ochotu|za_rychlu_odpoved|za_rychle_vybavenie|za_trpezlivost|za_vsetko|za_podporu|konecne|ospravedlnujem_sa_za_zmatok|moja_chyba|pekny_den|prajem_pekny_den|pekny_vikend|prijemny_den|prijemny_vikend|krasny_den|krasny_vikend|a|i`,
    greets: `dobry_den|dobre_rano|dobry_vecer|ahoj|ahojte|zdravim|vazeny|vazena|mila|mily|pan|pani`,
    closes: `s_pozdravom|s_priatelskym_pozdravom|pekny_den|zdravim|s_uctou|prajem_pekny_den`,
  },
  hr: {
    says: `
      hvala|hvala_vam|hvala_lijepa|hvala_puno|puno_hvala|hvala_lepo|mnogo_hvala|najljepsa_hvala|zahvaljujem|zahvaljujemo|hvala_vam_puno
      super|odlicno|izvrsno|savrseno|fantasticno|sjajno|bravo|vrhunski|top|u_redu|ok|dobro|jasno|razumijem|shvatio_sam|shvatila_sam|primio_sam|primila_sam|primljeno|stiglo_je|rijeseno|sredeno|uspjelo_je|svaka_cast|najbolji_ste|super_ste
      [sada|sve|sad|da] [sve|sada|sad] radi|funkcionira|je_u_redu|u_redu|rijeseno [opet|odlicno|normalno|savrseno|kako_treba]
      [problem|stvar] je rijesen|rijesena|otklonjen
      [mozete|moze_se] [zatvoriti|zatvorite] [tiket|zahtjev|slucaj]`,
    polite: `puno|lijepa|jos_jednom|svima|na_pomoci|na_brzoj_pomoci|na_brzom_odgovoru|na_brzini|na_strpljenju|na_trudu|na_svemu|za_pomoc|za_brzu_pomoc|za_brz_odgovor|konacno|napokon|oprostite_na_smetnji|moja_greska|ugodan_dan|ugodan_vikend|lijep_dan|lijep_pozdrav|ugodnu_vecer|i`,
    greets: `postovani|postovana|postovani_gospodine|dobar_dan|dobro_jutro|dobra_vecer|bok|zdravo|pozdrav|draga|dragi`,
    closes: `pozdrav|lijep_pozdrav|lp|srdacan_pozdrav|s_postovanjem|ugodan_dan|lijepi_pozdrav|pozz`,
  },
  hu: {
    says: `
      megmentettetek|megmentette|megmentettek [a] napomat|napunkat|eletemet
      koszi|koszi_szepen|koszike|kosz|koszonom_szepen|koszonjuk_szepen|nagyon_koszonom|nagyon_koszonjuk|halas_koszonet|ezer_koszonet|koszonet|halas_vagyok|szuper|szuperek_vagytok|kiraly|zsenialis|remek|nagyszeru|fantasztikus|csodas|tokeletes|kivalo|profik_vagytok|profi|ugyes|hurra|sikerult|mukodik|megy|jo|rendben|ertem|vilagos|megkaptam|megjott|megerkezett|megoldva|megoldodott|megoldodott_a_problema|kesz|elegedett_vagyok`,
    polite: `sracok|emberek|a_gyors_segitseget|a_gyors_valaszt|a_segitseget|a_turelmet|az_infot|az_informaciot|a_kedvesseget|mindent|mindenkinek|szepen|nagyon|meg_egyszer|ismet|vegre|bocs_a_zavarasert|elnezest_a_zavarasert|az_en_hibam|az_en_hibam_volt|szep_napot|szep_hetveget|jo_hetveget|kellemes_hetveget|tovabbi_szep_napot|szep_estet|jo_munkat|viszont|mint_mindig`,
    closes: `udvozlettel|udv|tisztelettel|szep_napot|minden_jot|koszonettel|szivelyes_udvozlettel|jo_hetveget`,
  },
  ro: {
    says: `
      m-ati|mi-ati|ne-ati salvat [ziua|viata]
      multumesc|multumesc_mult|multumesc_frumos|multumim|multumim_frumos|mersi|mersi_mult|merci_mult|multam|mii_de_multumiri|va_multumesc|va_multumim|va_sunt_recunoscator|va_sunt_recunoscatoare|super|excelent|perfect|minunat|grozav|genial|fantastic|bravo|tare|foarte_tare|foarte_bine|am_inteles|inteles|clar|am_primit|primit|rezolvat|s-a_rezolvat|problema_rezolvata|gata|merge|functioneaza|sunteti_super|sunteti_cei_mai_buni|sunteti_minunati|felicitari|foarte_multumit|foarte_multumita`,
    polite: `pentru_ajutor|pentru_tot|pentru_rapiditate|pentru_promptitudine|pentru_rabdare|pentru_raspuns|pentru_raspunsul_rapid|pentru_sprijin|pentru_timpul_acordat|pentru_explicatii|inca_o_data|din_nou|tuturor|in_sfarsit|imi_cer_scuze_pentru_deranj|greseala_mea|o_zi_buna|o_zi_frumoasa|o_seara_frumoasa|un_weekend_placut|weekend_placut|o_saptamana_buna|numai_bine|ca_intotdeauna|si|mult`,
    closes: `cu_stima|cu_respect|numai_bine|toate_cele_bune|o_zi_buna|o_zi_frumoasa|salutari|cu_drag`,
  },
  el: {
    says: `
      [τωρα] ολα [τωρα] λυθηκαν|τακτοποιηθηκαν|ενταξει|καλα
      μου_σωσατε|με_σωσατε|σωσατε [τη|την|μου] [μερα|ζωη|μου]
      ευχαριστω|ευχαριστω_πολυ|σας_ευχαριστω|σας_ευχαριστω_πολυ|ευχαριστουμε|ευχαριστουμε_πολυ|χιλια_ευχαριστω|ευχαριστω_θερμα|θερμες_ευχαριστιες|ευγνωμων|τελεια|τελειο|υπεροχα|υπεροχο|εξαιρετικα|αψογα|μπραβο|μπραβο_σας|φανταστικα|σουπερ|ωραια|πολυ_ωραια|οκ|ενταξει|καταλαβα|κατανοητο|ληφθηκε|το_ελαβα|ηρθε|λυθηκε|το_προβλημα_λυθηκε|ολα_καλα|ολα_ενταξει|ολα_τελεια|δουλευει|λειτουργει|ειστε_οι_καλυτεροι|ειστε_φοβεροι|ειστε_απιθανοι`,
    polite: `
      δικο|λαθος μου|μας λαθος|μου [συγγνωμη]
      ολα λυθηκαν|τακτοποιηθηκαν
      συγγνωμη|συγνωμη
      για_τη_βοηθεια|για_την_αμεση_βοηθεια|για_την_αμεση_ανταποκριση|για_την_υπομονη|για_τον_χρονο_σας|για_ολα|για_την_εξυπηρετηση|για_την_απαντηση|για_την_αμεση_απαντηση|και_παλι|ξανα|πολυ|επιτελους|συγγνωμη_για_την_ενοχληση|δικο_μου_λαθος|καλο_σαββατοκυριακο|καλη_συνεχεια|καλη_μερα|καλη_εβδομαδα|να_εχετε_καλη_μερα|καλο_απογευμα|καλο_βραδυ|επισης|οπως_παντα|και`,
    closes: `με_εκτιμηση|φιλικα|με_φιλικους_χαιρετισμους|χαιρετισμους|καλη_συνεχεια|καλη_μερα|με_τιμη`,
  },
  ca: {
    says: `
      gracies|moltes_gracies|mil_gracies|merci|moltissimes_gracies|us_ho_agraim|us_ho_agraeixo
      perfecte|genial|fantastic|molt_be|entes|d'acord|rebut|solucionat|resolt|fet|arreglat
      podeu|pots tancar|tancar-lo|tancar-ho [el|la|aquest|aquesta] [tiquet|incidencia|cas]
      [tot|ja|ara] [ja|tot] correcte|be|a_punt|solucionat|resolt`,
    polite: `molt|a_tots|a_tothom|per_tot|per_l_ajuda|per_l'ajuda|per_la_rapidesa|per_la_resposta|un_altre_cop|bon_dia|bon_cap_de_setmana|que_vagi_be|bona_tarda|molt_amables`,
    greets: `bon_dia|bona_tarda|hola|benvolguts|benvolguda|benvolgut`,
    closes: `salutacions|cordialment|atentament|una_salutacio|fins_aviat|salut`,
  },
}
