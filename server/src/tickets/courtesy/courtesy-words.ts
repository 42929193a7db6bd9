/**
 * What people say when all is well, by language. A word stands for itself, `a|b` is a choice,
 * `[a|b]` may be missing, `a_b` are two words. Nothing here can carry a problem: words like
 * “problem”, “help” or “not” stand only inside whole phrases that say the opposite.
 */
export type CourtesyWords = {
  /** Says thanks, that it works or that the ticket can be closed. One of them must be there. */
  says: string
  /** Adds nothing. */
  polite: string
  /** Before a name. */
  greets: string
  /** Ends a mail; a name and a signature may follow. */
  closes: string
}

export const everywhere: CourtesyWords = {
  says: `thanks|thank_you|thx|thanx|tks|ty|merci|ok|okay|oki|super|top|perfect|bravo|cheers|cool|great`,
  polite: `very_much|so_much|a_lot`,
  greets: `hi|hello|hey|team|support|all`,
  closes: `[kind|best|warm] regards
    br|kr|best|ciao|bye|cheers`,
}

export const courtesyWords: Readonly<Record<string, CourtesyWords>> = {
  en: {
    says: `
      thank_you|thank_u|thanks|thx|thnx|thanx|tks|tysm|ty|cheers|ta
      [many|big|huge|sincere|special|1000] thanks
      [i|we] [really|very_much|truly|do] appreciate|appreciated it|this|that
      [i|we] [really|very_much|truly|do] appreciate [all] your|the [quick|fast|prompt|great] help|support|effort|efforts|assistance|response|reply|work
      [it_is|it's|very|greatly] much|greatly appreciated
      perfect|perfectly|great|awesome|excellent|wonderful|brilliant|fantastic|amazing|super|lovely|cool|nice|nice_one|top|sweet|legend|hooray|yay|fab|marvellous|splendid
      ok|okay|oki|alright|all_right|got_it|understood|noted|acknowledged|will_do|good_to_know|sounds_good|makes_sense
      [yes|yep|yeah] [it|this|that|everything|all|the_link|the_export|the_login|login|the_app|the_page] [now] works|worked|is_working|does_work|it's_working|that's_working|works_fine|is_back|is_back_to_normal [now|again|fine|perfectly|great|well|nicely|as_expected|like_a_charm|like_magic|for_me|for_us|beautifully|properly|correctly|smoothly] [now|again|for_me|for_us]
      works|working|worked [now|again|fine|perfectly|great|well|nicely|as_expected|like_a_charm|for_me|for_us] [now|again]
      all|everything [is|looks|seems|works] good|fine|set|sorted|done|clear|ok|okay|well|perfect|great|in_order|working|solved|resolved|fixed [now|again|here|on_my_end|on_our_side|on_our_end]
      everything's|it's|that's|all's good|fine|sorted|perfect|great|solved|fixed|resolved|working|brilliant|wonderful|excellent [now|again]
      it's|it_is|that_is|that's|we_are|now_it_is|it_seems all|now [all|now] working|good|fixed|resolved|sorted|solved [fine|again|now|perfectly]
      we|i are|am|'re|'m all good|set|sorted
      i'm|we're [all] good|set|sorted [now]
      [yes] [that|this|it|you] [has|have|'s|seems_to_have|completely|totally] fixed|solved|resolved|sorted|did|cured it|that|the_problem|the_issue|my_problem|my_issue|our_problem|our_issue|the_trick [for_me|for_us|now]
      [the|my|our|this] problem|issue|matter|case|error [is|was|has_been|'s|got] [now] solved|fixed|resolved|gone|sorted|cleared
      [yes] [now|all|it_is|it's|this_is|that_is|has_been|it_has_been|this_has_been|consider_it|is] solved|fixed|resolved|sorted|done
      [please|so] [you|we|i|can_you|could_you] [can|may|could] [please] [now] close|archive [the|this|my|our] ticket|case|it|issue|request|this|this_one|one
      please [go_ahead_and] close [the|this|my|our|it] [ticket|case|issue|request]
      feel_free to close [the|this|my|it] [ticket|case|issue|request]
      [the|this|my|so_the] ticket|case|request|it|this can [now] be closed
      happy|ready to close [this|the_ticket|it]
      no further|more|other questions|issues|problems|help|action|assistance [needed|required|from_my_side|from_me|at_the_moment|for_now|here]
      nothing else|more|further [needed|required|for_now|from_my_side|from_me]
      no need to reply|respond|answer
      that's|that_is|that_was|this_is|just [all|exactly] [it|what_i_needed|i_needed|what_we_needed|we_needed|what_i_was_looking_for|for_now|from_me]
      [i|we] can [now] log_in|login|sign_in|access_it|access_everything|open_it|download_it|see_it|use_it [again|now|fine]
      [i|we] [have|'ve|just] [now] received|got|downloaded|found it|the_file|the_email|the_mail|the_link|the_export|the_invoice|the_report
      [it|the_email|the_mail|the_file|the_export|the_invoice|the_link|the_report|email] [has|just|have] [now|finally|just] arrived|came_through|come_through
      you|you_guys|you_all|you_folks are|'re the_best|amazing|a_star|stars|awesome|a_lifesaver|lifesavers|great|a_legend|legends|wonderful|fantastic|brilliant
      you're the_best|amazing|a_star|awesome|a_lifesaver|great|a_legend|wonderful
      you [have|just|really] saved my|our|the day|life|week
      [what_a|such|really|very] great|good|excellent|fantastic|nice|amazing|outstanding|top|quick|fast|super|stellar job|work|stuff|service|support|help|response|team
      well done
      [well|safely|all] received [with_thanks]
      [much|so_much|way|a_lot] better [now]
      that's_done_it|that_did_it|that_does_it|that's_the_one|that_does_the_trick|does_the_trick|job_done|all_done|spot_on|up_and_running|back_up_and_running|works_a_treat|right_as_rain|good_as_new
      that's|that_has|this_has|it_has|you_have|you've|you all|totally|completely|certainly|now|definitely sorted|fixed|solved|cured|cleared [it|this|that|everything|things] [up|out] [now|for_me|for_us]
      [yes] [i|we] can|may|'d_like_to|want_to|just_wanted_to|just_want_to confirm|say [that] [it|it's|it_is|this|this_is|that|everything|everything_is|all|all_is|the_problem_is|the_issue_is|the_export|the_login] [now] works|working|resolved|solved|fixed|fine|good|sorted|gone [now|again|fine|perfectly|correctly|properly|as_expected|for_me|for_us] [now|again]
      great|good|lovely|nice|fine|superb|excellent|amazing|cracking|top|fab job|work|stuff|one|news|service
      [this|it|all|we|we're|i'm|i_am|we_are|it's|it_is] [is] good|ok|okay|fine|safe|happy to close|be_closed [this|it|the_ticket] [from|on|at|for] [my|our|this] [side|end|part] [now]
      appreciated|much_obliged|received|confirmed|super_helpful|very_helpful|really_helpful|most_helpful|spot_on
      that|it|which sorted|solved|fixed|resolved|cured|did [it|that|the_trick|everything]
      [my|our|the] case|ticket|issue|matter is|now [now] closed|sorted [for_us|for_me|from_our_end|from_our_side|from_my_side]
      [case|ticket|issue|all] closed|solved|resolved|sorted [from|on] [my|our] [side|end|part]
      [it|that|this] [all] makes [perfect|total] sense [now]
      consider|mark [this|it|the_ticket|the_case|that] [as] closed|solved|resolved|done
      [that|this|it|which] answers|answered|clarifies|clears [all] [my|our|the] question|questions|query|everything [up]
      [file|mail|email|invoice|link|everything] [well|safely] received
      [you] guys|you rock|are_the_best
      just to_let_you_know|to_say|to_confirm [that]
      no|without further|more|other questions|queries|issues|concerns [here|from_me|from_us]
      ace|stellar|superb|terrific|smashing
      we|i are|am good|fine|happy|set|sorted now|again`,
    polite: `
      very_much|so_much|so_very_much|a_lot|a_million|a_bunch|a_ton|loads|indeed|truly|really|very|once_again|again|now|also|too|as_always|as_ever|in_any_case
      for [all|all_of] [your|the|this] [very|so|super] [quick|fast|prompt|great|kind|excellent|speedy|swift|rapid|wonderful|amazing|super|friendly|helpful|detailed|good|clear|patient] [and] [quick|fast|friendly|kind|helpful|prompt] help|support|assistance|reply|response|answer|responses|replies|service|patience|time|effort|efforts|work|update|updates|info|information|explanation|clarification|heads_up|tip|tips|link|file|invoice|instructions|feedback|follow_up|turnaround|fix|solution|guidance|attention|understanding|cooperation|everything|that|this|it
      for getting|coming back to me|us [so] [quickly|fast|promptly]
      for letting me|us know
      for [so] [quickly] sorting|fixing|solving|resolving|handling|doing|taking_care_of|looking_into|explaining|checking|clarifying [it|this|that|the_issue|the_problem|everything|my_issue] [out] [so] [quickly|fast|for_me|for_us|promptly]
      for helping [me|us] [out]
      for|of you|your|being [so] kind|helpful|patient|quick|fast
      [really|very|so|that's|that_was] kind|helpful|quick|fast|speedy|friendly|good|nice [of_you]
      with|in|on this|that|the matter|issue|case|regard|one|ticket|topic
      with|on|about this|that|it|everything
      to you|everyone|all|the_team|your_team|you_all|you_both
      yes|yep|yeah|yup|sure|absolutely|indeed|wow|oh|ah|haha|phew|hurray
      [i'm|we're|i_am|we_are|am|are] [very|really|so|super|extremely] happy|glad|grateful|thankful|relieved|impressed|pleased|satisfied [with_the_result|with_your_service|with_the_service|with_this|with_it|about_that]
      no_worries|not_a_problem|no_problem_at_all|you_too|likewise|same_to_you
      [and] have a [very] [nice|great|good|lovely|wonderful|pleasant] day|weekend|evening|afternoon|week|one|time|holiday|rest_of_the_week [too|ahead|everyone|all]
      enjoy the|your [rest_of] [the|your] weekend|day|evening|week|holidays
      happy holidays|weekend|friday|new_year|easter|christmas
      merry christmas
      i|we owe you one|a_beer|a_coffee
      from all_of_us|us_all|the_whole_team|my_side|our_side|me
      for [all] your|the|this|such [a] [great|lovely|fast|quick|prompt|kind|swift|super|super_quick|very_quick|excellent|amazing] [and] [kind|helpful|friendly|fast|quick] help|support|reply|response|service|assistance|care|attention [with_this|on_this|with_everything|as_always|today|again|and_patience|in_this_matter]
      for sorting|fixing|solving|resolving|handling [this|it|that|everything] [out] [for_us|for_me|so] [quickly|fast|promptly|swiftly]
      have|enjoy a|the|your [lovely|great|nice|good|fantastic|wonderful|fab|relaxing|restful|super] [rest_of_your|rest_of_the] [day|weekend|week|evening|one]
      [i'm|i_am|we're|we_are] [really|very|so|most] impressed|delighted|chuffed|obliged
      for [your|the|this|that|all|all_your|all_the|such|such_a|a|so_much] [quick|fast|prompt|great|kind|excellent|speedy|swift|rapid|wonderful|amazing|super|super_quick|very_quick|friendly|helpful|detailed|good|clear|patient|lovely|fantastic|brilliant|continued|very_helpful|timely|professional|valuable|thorough|immediate|lightning_fast|superb|outstanding|hard] [and] [quick|fast|prompt|great|kind|excellent|speedy|swift|rapid|wonderful|amazing|super|super_quick|very_quick|friendly|helpful|detailed|good|clear|patient|lovely|fantastic|brilliant|continued|very_helpful|timely|professional|valuable|thorough|immediate|lightning_fast|superb|outstanding|hard] help|support|assistance|reply|response|answer|replies|service|patience|time|effort|efforts|work|update|updates|info|information|explanation|explanations|clarification|heads_up|tip|tips|link|file|invoice|instructions|feedback|follow_up|turnaround|fix|solution|guidance|attention|understanding|cooperation|confirmation|confirming|advice|note|message|call|email|kindness|speed|responsiveness|clarity|explaining|clarifying|checking|helping|looking|fixing|resolving|sorting|replying|responding
      and [for] [your|the|this|that|all|all_your|all_the|such|such_a|a|so_much] [quick|fast|prompt|great|kind|excellent|speedy|swift|rapid|wonderful|amazing|super|super_quick|very_quick|friendly|helpful|detailed|good|clear|patient|lovely|fantastic|brilliant|continued|very_helpful|timely|professional|valuable|thorough|immediate|lightning_fast|superb|outstanding|hard] help|support|assistance|service|patience|time|effort|efforts|work|guidance|attention|understanding|cooperation|kindness|speed|responsiveness`,
    greets: `hi|hello|hey|dear|good_morning|good_afternoon|good_evening|morning|mr|mrs|ms|dr|greetings|hi_there|hello_there|hey_there|team|guys|folks|mate|man|buddy|dude|all|everyone|everybody|support|support_team|acme|acme_support|sir|madam|sir_or_madam|thanks_to`,
    closes: `
      [kind|best|warm|warmest|kindest|many|with_kind|with_best|my_best|very_best] regards|wishes
      [yours] sincerely|faithfully|truly
      yours|cordially|respectfully|br|kr|rgds|best|all_the_best|take_care|bye|bye_bye|see_you|ciao|have_a_good_one|thanks_and_regards|thanks_and_best_regards|thanks_and_kind_regards|with_thanks|warmly|cheerio|love|xx|xoxo`,
  },
  de: {
    says: `
      danke|dankeschon|danke_schon|danke_sehr|dankesehr|merci|thx|dank_ihnen|dank_euch|dank_dir|vergelts_gott
      [vielen|besten|herzlichen|lieben|tausend|schonen|ganz_herzlichen|recht_herzlichen|1000|vielen_lieben|aufrichtigen] dank
      ich|wir danke|danken|bedanke_mich|bedanken_uns|mochte_mich_bedanken|mochten_uns_bedanken [ihnen|euch|dir|allen] [sehr|herzlich|vielmals|recht_herzlich|ganz_herzlich]
      danken|dank wir|ich [ihnen|euch|dir] [sehr|herzlich|vielmals]
      super|perfekt|prima|toll|klasse|wunderbar|spitze|ausgezeichnet|hervorragend|grossartig|genial|top|bestens|fein|cool|sehr_gut|sehr_schon|sehr_nett|bravo|mega|hammer|fantastisch|traumhaft|wunderschon
      alles|alle|es|das|ist|jetzt|nun ist [jetzt|nun|wieder] gut|bestens|klar|super|ok|okay|prima|paletti|erledigt|gelost|behoben|in_ordnung|perfekt|wunderbar|da|angekommen
      alles gut|bestens|klar|super|ok|okay|prima|paletti|erledigt|gelost|behoben|in_ordnung|perfekt|bingo|roger|angekommen [jetzt|nun|wieder]
      ok|okay|oki|alles_klar|verstanden|geht_klar|einverstanden|zur_kenntnis_genommen|passt|passt_so|passt_alles|in_ordnung|wird_gemacht|jawohl
      [ja|jetzt|nun|es|das|alles|so|und|der_login|die_anmeldung|der_export|der_link|die_seite|hier] [jetzt|nun|wieder|hat|lauft|geht] funktioniert|klappt|geht|lauft|geklappt|funktionierts|klappts|gehts|laufts [es|jetzt|nun|bei_mir|bei_uns|das|alles|ja|nun_auch|auch] [wieder|jetzt|nun|alles|auch] [einwandfrei|perfekt|super|prima|bestens|tadellos|problemlos|wunderbar|wie_gewunscht|gut|reibungslos|wie_geschmiert|hervorragend|wieder] [jetzt|nun|wieder]
      [es|das] hat [alles|jetzt|wunderbar|super|prima|gut|bestens|sofort] geklappt|funktioniert|geholfen [super|danke]
      [das|mein|unser|dieses] problem|fehler|thema|anliegen|fall|sache|ticket|vorgang|anfrage [ist|wurde|hat_sich|war] [damit|jetzt|nun|somit|inzwischen|schon] gelost|behoben|erledigt|geklart|beseitigt|weg
      die|meine|unsere sache|frage|anfrage|angelegenheit|storung [ist|wurde|hat_sich] [damit|jetzt|nun|somit] gelost|behoben|erledigt|geklart|beantwortet
      [hat_sich|ist|das_ist|ist_jetzt|ist_damit|damit|schon|jetzt|nun|wurde|hat_sich_damit|hat_sich_schon|es_hat_sich] erledigt|gelost|behoben|geklart
      [sie|ihr|du|wir] konnen|konnt|kannst|durfen [sie|ihr|du] [das|dieses|den|die|mein|unser] [ticket|fall|vorgang|anfrage|es] [gerne|gern|jetzt|nun|also|damit|somit] schliessen|zumachen
      [das|dieses|der|die|mein|unser] ticket|fall|vorgang|anfrage|kann kann|ticket [jetzt|nun|gerne|gern|also|damit|somit] geschlossen|zu|zugemacht|abgeschlossen [werden]
      kann geschlossen|zu|abgeschlossen werden
      bitte [das|dieses] ticket schliessen
      keine weiteren|weitere|mehr fragen|probleme|frage|anliegen [mehr]
      [ich|wir] [habe|haben|hab] [die|den|das] [mail|email|datei|rechnung|link|es|ihn|sie|export|bericht] [jetzt|nun|soeben|gerade] erhalten|bekommen|gefunden
      [die|der|das] mail|email|datei|rechnung|link|export|bericht ist [jetzt|nun|gerade|soeben] [da|angekommen|eingetroffen]
      [ich|wir] kann|konnen|komme|kommen [mich|uns] [jetzt|nun] [wieder] anmelden|einloggen|rein
      das war|wars|war's [es|alles|schon|das]
      [genau] das|so habe|war|hab [ich|es] [gesucht|gebraucht|genau]
      ihr|sie|du seid|sind|bist [die_besten|spitze|klasse|super|toll|der_beste|die_beste|ein_schatz|grossartig]
      [sehr|echt|wirklich] gute|tolle|super|klasse|schnelle arbeit|hilfe|service|support|unterstutzung|leistung
      guter|toller|super|klasse|schneller|bester service|support|job
      sehr freundlich|nett|hilfreich|schnell [von_ihnen|von_euch|von_dir]
      das|es hat [jetzt|nun|sofort|prima|super|einwandfrei] gepasst|geholfen|geklappt|funktioniert|gereicht
      [jetzt|nun|es|alles|bei_mir|bei_uns|hier] lauft|funktioniert|geht|klappt [jetzt|nun] [alles|es|das] [wieder|so] [wie_es_soll|wie_am_schnurchen|wie_vorher|wie_gewohnt|rund|bestens|normal|ohne_probleme|fehlerfrei|top]
      [ticket|fall|vorgang|anfrage] kann|darf [von_mir_aus|meinerseits|unsererseits|dann|damit] [gerne] geschlossen|zugemacht|zu|abgeschlossen|archiviert|beendet [werden]
      [mega|super|sehr|richtig|echt] gut|klasse|stark|fein|nett [gemacht|gelost|geregelt]
      freut mich|uns [sehr|das]
      [ich|wir] [kann|konnen] bestatige|bestatigen [dass|das|es] [alles|es] [wieder] [funktioniert|lauft|geht|klappt|bestatigen]
      [das|dies|genau_das|es] war|ist [auch] [die|genau_die|schon_die] losung|richtige_losung
      [alles|es|die_mail|die_datei|die_rechnung|paket|ist|habe] [ist|alles] [jetzt|gut|soeben|gerade|heil] angekommen|eingetroffen|bekommen|erhalten
      [damit|so|jetzt] [hat_es|hats|ging_es|ging_s|geht_es|geht's|klappt_es|lauft_es] [jetzt|gut|sofort|nun] geklappt|geht|funktioniert|gelost|klappt
      sehr|wirklich|echt|super hilfreich
      von|aus unserer|meiner seite [ist] [alles] erledigt|gelost|in_ordnung|gut|abgeschlossen
      [jetzt|nun|so] [ist_es|ist_mir] [alles|mir] klar|verstandlich [geworden]
      damit hat es|hats [auch] geklappt|funktioniert
      [damit|das|jetzt|somit] ist|sind|hat_sich|haben_sich|beantwortet [meine|unsere|alle|die] frage|fragen [beantwortet|geklart|erledigt|schon]
      das beantwortet meine|unsere|alle frage|fragen
      [die] datei|mail|rechnung [gut] erhalten|bekommen|angekommen`,
    polite: `
      [und] [auch] fur [die|das|den|ihre|eure|deine|ihren|euren|deinen|alles|all_die|all_ihre] [sehr|super|so|wirklich] [schnelle|rasche|prompte|tolle|gute|grosse|super|freundliche|nette|kompetente|umgehende|schnellen|raschen|guten|tollen|ausfuhrliche|hilfreiche|zugige] [und] [schnelle|freundliche|kompetente|unkomplizierte|gute|tolle|nette] [hilfe|antwort|unterstutzung|ruckmeldung|bearbeitung|info|information|infos|losung|muhe|geduld|arbeit|erklarung|hinweis|tipp|service|support|einsatz|ruckruf|link|nachricht|reaktion|behebung|erledigung|hilfestellung|aufklarung|auskunft|zeit|verstandnis|bemuhungen|update|zusammenarbeit]
      sehr|vielmals|nochmals|nochmal|noch_einmal|recht_herzlich|herzlich|herzlichst|ganz_herzlich|wirklich|ja|ihnen|euch|dir|auch|jetzt|nun|wieder|an_alle|an_euch|an_sie|an_das_team|super|einfach|so
      das|es ging|war|ist [ja|aber] [sehr|super|wirklich|echt|ja|richtig] schnell|nett|freundlich|hilfreich|lieb|toll|super|prima|klasse
      [ich_wunsche|wir_wunschen|wunsche|noch|ihnen|euch|dir|und] [ihnen|euch|dir|noch] [einen|ein|eine|noch] [schonen|schone|schones|guten|gutes|erholsames] [rest] [tag|abend|nachmittag|wochenende|woche|feierabend|feiertage|weihnachten|start_in_die_woche|morgen] [noch|gewunscht]
      [ich|wir] [bin|sind|freue_mich|freuen_uns] [sehr|wirklich|super] [zufrieden|glucklich|froh|dankbar|begeistert]
      [frohe|schone] weihnachten|ostern|feiertage
      guten rutsch
      kein|keine|gar_kein problem|stress [danke]
      da bin ich|wir froh
      fur [die|das|den|ihre|eure|deine|ihren|euren] [sehr|so|wirklich|wie_immer] [blitzschnelle|flotte|unburokratische|perfekte|wertvolle|professionelle|geduldige|kurzfristige] hilfe|unterstutzung|antwort|losung|bearbeitung|betreuung|beratung|muhe|info
      [ich_wunsche|noch|und] [ihnen|euch|dir] [noch] [einen|ein|eine] [schonen|angenehmen|sonnigen|entspannten|guten|angenehmes|sonniges|entspanntes] tag|resttag|abend|feierabend|wochenende|woche|restwoche
      fur [die|das|den|ihre|ihr|ihren|eure|euren|euer|deine|deinen|dein|diese|diesen|all_die|all_ihre|so_viel|alle] [schnelle|rasche|prompte|tolle|gute|grosse|super|freundliche|nette|kompetente|umgehende|schnellen|raschen|guten|tollen|ausfuhrliche|hilfreiche|zugige|flotte|wertvolle|professionelle|perfekte|blitzschnelle|hilfreichen|schnellstmogliche|unkomplizierte|zeitnahe|superschnelle|geduldige|kurze|netten|freundlichen] [und] [schnelle|rasche|prompte|tolle|gute|grosse|super|freundliche|nette|kompetente|umgehende|schnellen|raschen|guten|tollen|ausfuhrliche|hilfreiche|zugige|flotte|wertvolle|professionelle|perfekte|blitzschnelle|hilfreichen|schnellstmogliche|unkomplizierte|zeitnahe|superschnelle|geduldige|kurze|netten|freundlichen] hilfe|antwort|unterstutzung|ruckmeldung|bearbeitung|info|information|informationen|infos|losung|muhe|muhen|geduld|arbeit|erklarung|erklarungen|hinweis|hinweise|tipp|tipps|service|support|einsatz|ruckruf|link|nachricht|reaktion|behebung|erledigung|hilfestellung|aufklarung|auskunft|zeit|verstandnis|bemuhungen|update|zusammenarbeit|bestatigung|klarung|klarstellung|datei|rechnung|mail|e_mail|umsetzung|korrektur|anpassung|zusendung|beratung|betreuung|aufmerksamkeit
      und [fur] [die|das|den|ihre|ihr|ihren|eure|euren|euer|deine|deinen|dein|diese|diesen|all_die|all_ihre|so_viel|alle] [schnelle|rasche|prompte|tolle|gute|grosse|super|freundliche|nette|kompetente|umgehende|schnellen|raschen|guten|tollen|ausfuhrliche|hilfreiche|zugige|flotte|wertvolle|professionelle|perfekte|blitzschnelle|hilfreichen|schnellstmogliche|unkomplizierte|zeitnahe|superschnelle|geduldige|kurze|netten|freundlichen] hilfe|unterstutzung|muhe|muhen|geduld|arbeit|service|support|einsatz|hilfestellung|zeit|verstandnis|bemuhungen|zusammenarbeit|beratung|betreuung`,
    greets: `hallo|hi|hey|lieber|liebe|liebes|sehr_geehrte|sehr_geehrter|geehrte|geehrter|guten_tag|guten_morgen|guten_abend|moin|moin_moin|servus|gruss_gott|gruezi|herr|frau|team|support_team|support|damen_und_herren|zusammen|leute|kollegen|dr|an`,
    closes: `
      [mit|viele|liebe|freundliche|beste|herzliche|schone|freundlichen|vielen|besten|lieben|herzlichen|sonnige|mit_freundlichen|mit_besten|mit_herzlichen|mit_lieben|mit_freundlichem|ganz_liebe|bis_bald_und_viele] grusse|grussen|gruss|grusse_aus
      mfg|lg|vg|hg|bg|gruss|glg|vlg|hochachtungsvoll|bis_bald|bis_dann|tschuss|ihr|ihre|euer|eure|dein|deine|freundlichst|ciao|servus|beste_grusse_und_danke
      [beste|viele|liebe|herzliche|schone|sonnige|freundliche] grusse aus|vom|von [dem|der|den]`,
  },
  fr: {
    says: `
      merci|mercii|thanks|mille_mercis|mille_merci|un_grand_merci|grand_merci|merci_a_vous|merci_a_toi|remerciements
      [je|nous] vous|te remercie|remercions [beaucoup|infiniment|vivement|sincerement|encore|bien|chaleureusement]
      avec tous_mes|mes remerciements
      parfait|super|genial|excellent|formidable|nickel|impeccable|top|tres_bien|bravo|magnifique|fantastique|extra|cool|chouette|merveilleux|impec
      c'est|tout_est|cela_est|tout|voila_c'est|ca_est [maintenant|bien|tout|desormais|de_nouveau] bon|parfait|regle|resolu|ok|en_ordre|rentre_dans_l'ordre|fait|super|nickel|note|corrige|repare|genial|tres_gentil|impeccable|rentre|clair [maintenant|desormais|a_present|pour_moi|pour_nous]
      ok|okay|d'accord|entendu|bien_note|bien_recu|compris|c'est_note|note|ca_roule|pas_de_souci|reçu
      [oui|tout|ca|cela|c'est|la_connexion|le_lien|l'export|desormais|maintenant|et|tout_ca] [tout] fonctionne|marche|remarche|refonctionne [bien|de_nouveau|parfaitement|tres_bien|maintenant|a_nouveau|correctement|a_merveille|nickel|enfin|desormais|a_present] [bien|maintenant|desormais|a_nouveau|chez_moi]
      [oui|ca|cela|c'est] fonctionne|marche|remarche|refonctionne|fonctionnel [bien|parfaitement|maintenant|a_nouveau|tres_bien]
      ca|cela a [bien|parfaitement|tres_bien] marche|fonctionne
      [le|mon|notre|ce] probleme|souci|incident|bug|ticket|dossier [est|a_ete] [maintenant|donc|desormais|bien|a_present] resolu|regle|corrige|clos
      [probleme|souci|tout_est|affaire] resolu|regle|reglee
      vous|tu|on pouvez|peux|peut [donc|maintenant|desormais] fermer|cloturer|clore [le|ce|mon|la|cette] [ticket|dossier|demande|incident]
      [le|ce] ticket|dossier peut [donc|maintenant] etre ferme|clos|cloture
      plus_de|plus_aucun|aucun|pas_d'autre|pas_d'autres|aucune_autre|plus_aucune|aucune probleme|souci|question|questions|autre_question
      [j'ai|nous_avons|je_l'ai|c'est] [bien] recu|telecharge [le|la|l'] [mail|fichier|facture|export|lien|message|email]
      je|j'arrive|nous|on peux|a|arrive|pouvons|peut [maintenant|de_nouveau] [a_nouveau] [me|nous|se] connecter [maintenant|de_nouveau|a_nouveau]
      vous etes|etes_les [les|au] [meilleurs|top|formidable|formidables|geniaux|super]
      [tres] bon|beau|excellent|super travail|service|boulot|support
      [c'est|tout_est|cela_est|tout_a_ete|ca_a_ete] [maintenant|desormais|bien] solutionne|retabli|debloque|reparti|en_place|operationnel|revenu_a_la_normale
      [vous|tu|on] [pouvez|peux|peut] fermer|clore|cloturer [de_mon_cote|pour_moi]
      [je|nous] [vous] confirme|confirmons [que] [tout|cela|ca|c'est|le_probleme_est] [fonctionne|marche|bon|resolu|regle] [bien|maintenant|a_nouveau]
      [tres|vraiment|super] utile|clair|appreciable|efficace
      [c'est] [bien] arrive|recu|confirme
      [c'est|tout_est] parfait|clair [maintenant|desormais|pour_moi]
      [cela|ca] repond [bien|parfaitement] a|aux ma|notre|mes|nos question|questions
      [le|la] [fichier|facture|mail|message|lien] bien recu|recue`,
    polite: `
      pour_moi|pour_nous|de_mon_cote|de_notre_cote|beaucoup|infiniment|bien|encore|encore_une_fois|tres|vraiment|tant|oui|a_tous|a_toute_l'equipe|a_l'equipe|a_vous|a_tous_et_bonne_journee|maintenant|mille_fois|et|aussi|de_tout_coeur|par_avance_et_bonne
      [et] pour [votre|ton|vos|la|le|l'|cette|tout|toute|les|ce|ces|cet] [excellent|excellente|precieuse|super|grande|tres] [aide|reponse|reactivite|rapidite|retour|support|soutien|assistance|explications|explication|service|travail|patience|intervention|information|informations|gentillesse|efficacite|disponibilite|temps|rapide|reponse_rapide|aide_rapide|retour_rapide|reponse_si_rapide|reponse_tres_rapide|suivi|solution|precisions|lien|info|infos|aide_precieuse|prise_en_charge] [rapide|precieuse|efficace|et_votre_patience|et_votre_aide|et_votre_reactivite|et_bonne_journee]
      de|d' [votre|ton|l'|avoir] [aide|reponse|retour|reactivite|rapidite]
      [je_vous_souhaite|je_vous_souhaite_une|passez_une|et|tres] [une|un] [tres] bonne|bon|belle|excellente|beau [journee|soiree|week_end|weekend|apres_midi|semaine|continuation|fin_de_journee|fetes]
      a bientot|plus_tard
      c'est|c'etait [vraiment|tres] gentil|rapide|sympa|aimable|efficace
      joyeux noel
      [je_suis|nous_sommes] [tres|vraiment] content|contente|satisfait|satisfaite|contents|ravi|ravie|ravis|soulage|soulagee
      [pour|de|d'] [votre|ton|vos|l'|la|cette] [precieuse|grande|aimable|bonne|excellente|super] aide|reponse|retour|reactivite|rapidite|efficacite|soutien|assistance|disponibilite|gentillesse|patience|attention [precieuse|rapide|efficace|si_rapide|immediate|et_a_bientot]
      [excellente|tres_bonne|bonne|belle] [fin_de] journee|soiree|semaine|weekend|week_end|continuation
      pour|de|d [votre|ton|vos|la|le|l|cette|tout|toute|toutes|les|ce|ces|cet|une|un] [excellent|excellente|precieuse|precieux|super|grande|tres_bonne|rapide|bonne|belle|aimable] [et] [excellent|excellente|precieuse|precieux|super|grande|tres_bonne|rapide|bonne|belle|aimable] aide|reponse|reactivite|rapidite|retour|support|soutien|assistance|explications|explication|service|travail|patience|intervention|information|informations|info|infos|gentillesse|efficacite|disponibilite|temps|suivi|solution|precision|precisions|lien|confirmation|accueil|attention|eclaircissement|eclaircissements|conseil|conseils|fichier|facture|message|appel|comprehension|depannage|resolution [excellent|excellente|precieuse|precieux|super|grande|tres_bonne|rapide|bonne|belle|aimable]
      et [pour|de|d] [votre|ton|vos|la|le|l|cette|tout|toute|toutes|les|ce|ces|cet|une|un] [excellent|excellente|precieuse|precieux|super|grande|tres_bonne|rapide|bonne|belle|aimable] aide|reactivite|rapidite|support|soutien|assistance|service|travail|patience|gentillesse|efficacite|disponibilite|temps|accueil|attention|comprehension`,
    greets: `bonjour|bonsoir|salut|cher|chere|chers|monsieur|madame|mme|mlle|m|coucou|a_toute_l'equipe|equipe|toute_l'equipe|tous|a|hello`,
    closes: `
      [bien|tres|tres_bien] cordialement|amicalement|sincerement
      [mes|avec_mes|sinceres|meilleures|mes_sinceres|mes_meilleures|nos_meilleures|veuillez_agreer_mes] salutations|respects
      cdlt|cdt|bien_a_vous|bien_a_toi|a_bientot|bises|bisous|respectueusement|au_revoir|bonne_reception|salutations_distinguees`,
  },
  es: {
    says: `
      gracias|muchas_gracias|mil_gracias|muchisimas_gracias|grax|agradecido|agradecida|agradecidos|un_millon_de_gracias
      [le|les|te|os|lo|se_lo|te_lo] [estoy|estamos|quedo|quedamos] [muy] agradezco|agradecemos|agradecido|agradecida|agradecidos [mucho|muchisimo]
      perfecto|genial|estupendo|excelente|fantastico|buenisimo|fenomenal|super|maravilloso|muy_bien|barbaro|magnifico|que_bien|que_bueno|bravo|guay
      ok|okay|vale|de_acuerdo|entendido|recibido|listo|enterado|enterada|anotado|claro
      [ya|si|ahora|todo|y|ahora_si|todo_esto|el_enlace|ya_me|ya_todo|me] [ya|esta|me] funciona|funciono|esta_funcionando|va_bien|anda|sirve|sirvio|quedo|quedo_bien [bien|perfecto|perfectamente|de_nuevo|otra_vez|correctamente|ya|todo|ahora|de_maravilla|muy_bien] [ya|ahora|de_nuevo]
      [ya|todo|ya_esta|ya_esta_todo|esta|esta_todo|quedo|todo_esta|ya_quedo|ha_quedado|queda] [ya|todo|en] bien|perfecto|resuelto|solucionado|arreglado|listo|correcto|ok|orden|claro
      ya_esta|todo_bien|todo_ok|todo_listo|todo_correcto|todo_en_orden|asunto_resuelto
      [el|mi|nuestro|este] problema|asunto|incidencia|error|caso|tema [ya] [esta|fue|ha_sido|quedo|ha_quedado|se] [ya] resuelto|solucionado|arreglado|resolvio|soluciono|cerrado
      [la|mi] incidencia [ya] [esta|fue|ha_sido|queda] resuelta|solucionada
      [ya] pueden|puede|puedes|podeis|podemos [ya] cerrar [el|la|este|esta|mi] [ticket|caso|incidencia|solicitud|consulta]
      [el|este] ticket|caso [ya] [se] puede [ya] cerrar|cerrarse
      sin mas|otras preguntas|dudas
      no|ninguna tengo|hay|tenemos mas|otra|otras preguntas|dudas|pregunta|duda
      [ya] [lo|la|me|he|hemos] [he|hemos] recibido|recibi|recibimos|llego [el|la] [correo|archivo|enlace|factura|mensaje]
      ya puedo|podemos|pude entrar|acceder|iniciar_sesion [de_nuevo|sin_problemas|bien|perfectamente]
      son|eres|sois|es_usted los_mejores|el_mejor|la_mejor|un_crack|geniales|genial|un_sol|un_amor
      [muy|que] buen|excelente|gran|buena trabajo|servicio|atencion|soporte
      [ya|todo|ahora] [me|nos] [va|funciona|marcha|anda] [todo] bien|perfecto|correctamente|de_maravilla|sin_problemas
      [podeis|pueden|puedes|puede|se_puede] [ya] cerrar|cerrarlo|cerrarla|darlo_por_cerrado|darla_por_cerrada [por_mi_parte]
      [le|les|os|te] confirmo|confirmamos [que] [ya] [todo] [funciona|esta_bien|esta_resuelto|va_bien]
      [muy|realmente] util|claro|amable
      [con_eso|asi|eso] [ya|ha|me_ha|lo] [ha] funcionado|solucionado|funciona|arreglado
      [ya] [ha] llegado|recibido|confirmado
      eso|esto|con_eso responde [a] mi|mis|nuestra pregunta|preguntas|duda|dudas
      [he|hemos] [el|la] [recibido] archivo|factura|correo [ya] recibido|recibida`,
    polite: `
      muchas|muchisimas|mil|mucho|muy|de_nuevo|otra_vez|nuevamente|realmente|de_verdad|de_corazon|si|a_todos|a_ustedes|a_vosotros|al_equipo|a_todo_el_equipo|por_todo|ya|ahora|y|tambien|a_ti|a_usted|gracias_a_ti
      [y] por [su|tu|vuestra|vuestro|la|el|toda|todo|las|los|sus|tus|esta] [pronta|rapida|gran|excelente|buena|valiosa|inmediata|amable] [ayuda|respuesta|rapidez|apoyo|atencion|soporte|gestion|paciencia|informacion|explicacion|tiempo|solucion|servicio|amabilidad|colaboracion|aclaracion|rapida_respuesta|respuesta_tan_rapida|indicaciones|seguimiento|ayudarme|ayudarnos|responder|contestar|eficacia] [rapida|tan_rapida|inmediata|y_paciencia|y_ayuda|tan_pronto|prestada]
      [que|tenga|tengan|ten|les_deseo|te_deseo|le_deseo|que_tenga|que_tengan|que_tengas|feliz] [un|una] [buen|buena|feliz|excelente|lindo|bonito] [dia|tarde|noche|semana|fin_de_semana|finde|navidad|jornada]
      buen|buena|feliz|lindo dia|tarde|semana|fin_de_semana|finde|noche
      muy amable|amables|rapido|rapidos|eficiente [de_su_parte]
      [estoy|estamos|quedo] [muy] contento|contenta|satisfecho|satisfecha|contentos|feliz
      [y] por [la|su|tu|vuestra|tanta|toda_la|vuestro|su_gran] [gran|valiosa|inestimable|rapida] rapidez|ayuda|atencion|respuesta|amabilidad|paciencia|gestion|profesionalidad|trabajo
      [que] [pase|pasen|paseis|pases|tenga|tengais] [un|una] [buen|buena|feliz|excelente] dia|tarde|noche|semana|fin_de_semana|jornada
      por [su|tu|vuestra|vuestro|la|el|toda|todo|las|los|sus|tus|esta|tanta|vuestras] [pronta|rapida|gran|excelente|buena|valiosa|inmediata|amable|rapido] [y] [pronta|rapida|gran|excelente|buena|valiosa|inmediata|amable|rapido] ayuda|respuesta|rapidez|apoyo|atencion|soporte|gestion|paciencia|informacion|info|explicacion|explicaciones|tiempo|solucion|servicio|amabilidad|colaboracion|aclaracion|aclaraciones|indicaciones|seguimiento|confirmacion|consejo|consejos|enlace|archivo|factura|mensaje|llamada|comprension|eficacia|trabajo|profesionalidad|interes|confirmar|aclarar|explicar|avisar|contestar|responder [pronta|rapida|gran|excelente|buena|valiosa|inmediata|amable|rapido]
      y [por] [su|tu|vuestra|vuestro|la|el|toda|todo|las|los|sus|tus|esta|tanta|vuestras] [pronta|rapida|gran|excelente|buena|valiosa|inmediata|amable|rapido] ayuda|rapidez|apoyo|atencion|soporte|paciencia|tiempo|servicio|amabilidad|colaboracion|comprension|eficacia|trabajo|profesionalidad|interes
      por su|tu|la|vuestra [amable|gentil|cordial|estupenda|magnifica|inestimable|eficaz|eficiente] ayuda|atencion|respuesta|asistencia
      por responder|contestar|ayudar|ayudarme|solucionarlo|resolverlo|arreglarlo|atenderme|explicarlo [tan] [rapido|pronto|bien|rapidamente]`,
    greets: `hola|buenos_dias|buenas_tardes|buenas_noches|buenas|buen_dia|estimado|estimada|estimados|estimadas|querido|querida|sr|sra|senor|senora|don|dona|equipo|muy_buenas|soporte`,
    closes: `
      [un|muchos|mis|con_un|cordiales|atentos|con_mis_mejores|recibe_un|reciba_un|reciban_un|te_mando_un|mis_mas_cordiales] saludo|saludos [cordial|cordiales|atentos|atento|afectuoso|afectuosos|a_todos]
      atentamente|atte|cordialmente|un_abrazo|abrazos|abrazo|besos|hasta_luego|hasta_pronto|adios|sinceramente|quedo_atento|quedo_atenta`,
  },
  it: {
    says: `
      grazie|grazie_mille|mille_grazie|tante_grazie|grazie_tante|grazie_infinite|molte_grazie|grz|un_grazie
      [la|vi|ti|le] ringrazio|ringraziamo [molto|tanto|ancora|infinitamente|davvero|sentitamente]
      perfetto|ottimo|fantastico|benissimo|eccellente|splendido|bene|molto_bene|bravi|bravissimi|bravissimo|grandi|grande|super|meraviglioso|top|stupendo
      ok|okay|va_bene|d'accordo|capito|ricevuto|inteso|tutto_chiaro|chiaro|perfetto_cosi
      [ora|adesso|si|tutto|e|il_link|l'accesso|cosi] [ora|adesso|tutto] funziona|va|funzionano [tutto|bene|di_nuovo|perfettamente|correttamente|ora|adesso|benissimo|alla_grande|regolarmente] [ora|adesso|di_nuovo]
      ha funzionato|risolto [tutto|bene|perfettamente|il_problema]
      tutto [e|ora] [ok|a_posto|bene|risolto|perfetto|sistemato|in_ordine|chiaro]
      [ora|adesso|e|siamo|sono] [tutto] a_posto
      [il|il_mio|il_nostro|questo|mio] problema|errore|caso|ticket [e|e_stato|ora] [ora|adesso|stato] risolto|sistemato|chiuso
      [e|ho|abbiamo|tutto|e_stato|problema|gia] risolto|sistemato
      [potete|puoi|puo|possiamo|si_puo] [pure|quindi|ora|tranquillamente] chiudere [il|la|questo|questa|pure_il] [ticket|caso|richiesta|segnalazione|chiamata]
      [il|questo] ticket puo [quindi|ora] essere chiuso
      nessun'altra|nessuna|non_ho_altre|nessun'ulteriore domanda|domande
      [ho|abbiamo|l'ho|e] [appena|ora] ricevuto|ricevuta|arrivata|arrivato [il|la|l'] [file|email|mail|fattura|link]
      ora|adesso posso [di_nuovo] accedere|entrare [di_nuovo|senza_problemi]
      [ora|adesso] riesco|riusciamo [ad|a] [di_nuovo] accedere|entrare [di_nuovo|senza_problemi|adesso|ora]
      siete [i_migliori|fantastici|grandi|bravissimi|stati_gentilissimi|stati_fantastici|mitici]
      ottimo|ottima|bel|gran lavoro|servizio|assistenza|supporto
      [ora|adesso|tutto|e] [e|sembra|e_tornato|e_tornata] [tutto] [di_nuovo] a_posto|ok|funzionante|operativo|normale|regolare|perfetto
      [si|lo|la] [puo|potete|puoi] chiudere [tranquillamente|pure|la_segnalazione|da_parte_mia]
      [vi|le|ti] confermo|confermiamo [che] [ora|adesso|tutto] [tutto] [funziona|risolto|e_risolto|a_posto]
      [molto|davvero] utile|chiaro|prezioso
      [cosi|con_questo] [ha] funziona|funzionato|risolto
      [e] arrivato|arrivata|ricevuto|confermato
      [ora|adesso] va [tutto|bene|meglio_cosi]
      questo|cio risponde alla mia|nostra domanda
      [file|fattura|mail] ricevuto|ricevuta`,
    polite: `
      mille|molto|tanto|tante|davvero|infinite|infinitamente|ancora|di_nuovo|si|a_voi|a_tutti|a_lei|a_te|di_cuore|di_tutto|a_tutto_il_team|ora|adesso|e|anche
      [e] per|della|dell'|del [la|il|l'|tutto|tutta|le|lo|i|vostro|vostra|suo|tuo] [vostro|vostra|tua|sua|suo] [veloce|rapida|tempestiva|ottima|pronta|celere|grande|ottimo|rapido] [aiuto|risposta|assistenza|supporto|disponibilita|velocita|rapidita|pazienza|informazione|informazioni|spiegazione|intervento|servizio|gentilezza|chiarimento|soluzione|collaborazione|tempo|aggiornamento|risposta_rapida|cortesia|celerita] [rapida|veloce|immediata|e_la_pazienza|e_la_disponibilita|tempestiva]
      [vi_auguro|le_auguro|ti_auguro|e|auguro] [una|un] [buona|buon|bella|felice|ottima|splendida] [giornata|serata|weekend|fine_settimana|lavoro|settimana|pomeriggio|feste|natale|continuazione]
      molto|davvero|gentilissimi|gentilissimo|gentilissima [gentile|gentili|veloci|veloce|disponibili|professionali]
      [sono|siamo] [molto|davvero] contento|contenta|soddisfatto|soddisfatta|felice|contenti|soddisfatti
      [e] per [la|il|l'|tutta_la|vostra|vostro] [vostra|tua|sua|preziosa|prezioso|gentile|estrema] disponibilita|cortesia|collaborazione|rapidita|aiuto|assistenza|attenzione|professionalita|pazienza
      buon|buona|felice proseguimento|lavoro|giornata|serata|weekend|fine_settimana
      per|della|del|dell [la|il|l|tutto|tutta|le|lo|i|vostro|vostra|suo|tuo|sua|tua|gli|la_vostra|la_sua|la_tua|il_vostro|il_suo|il_tuo] [veloce|rapida|tempestiva|ottima|pronta|celere|grande|ottimo|rapido|preziosa|prezioso|gentile|bella|cortese] [e] [veloce|rapida|tempestiva|ottima|pronta|celere|grande|ottimo|rapido|preziosa|prezioso|gentile|bella|cortese] aiuto|risposta|assistenza|supporto|disponibilita|velocita|rapidita|pazienza|informazione|informazioni|info|spiegazione|spiegazioni|intervento|servizio|gentilezza|chiarimento|chiarimenti|soluzione|collaborazione|tempo|aggiornamento|cortesia|celerita|conferma|consiglio|consigli|link|file|fattura|messaggio|attenzione|lavoro|professionalita|dritta|riscontro|comprensione|sollecitudine [veloce|rapida|tempestiva|ottima|pronta|celere|grande|ottimo|rapido|preziosa|prezioso|gentile|bella|cortese]
      e [per|della|del|dell] [la|il|l|tutto|tutta|le|lo|i|vostro|vostra|suo|tuo|sua|tua|gli|la_vostra|la_sua|la_tua|il_vostro|il_suo|il_tuo] [veloce|rapida|tempestiva|ottima|pronta|celere|grande|ottimo|rapido|preziosa|prezioso|gentile|bella|cortese] aiuto|assistenza|supporto|disponibilita|velocita|rapidita|pazienza|servizio|gentilezza|collaborazione|tempo|cortesia|celerita|attenzione|lavoro|professionalita|comprensione
      per la [sua|vostra|tua] risposta|soluzione|assistenza cosi rapida|veloce|tempestiva|gentile`,
    greets: `ciao|salve|buongiorno|buonasera|buon_giorno|gentile|gentili|gentilissimi|egregio|caro|cara|cari|spett|spettabile|sig|sig.ra|signor|signora|dott|a_tutti|team|staff`,
    closes: `
      [cordiali|distinti|tanti|cari|i_miei|un_caro|i_migliori|con_i_migliori] saluti|saluto
      cordialmente|a_presto|un_saluto|un_abbraccio|saluti|arrivederci|buon_lavoro|in_fede`,
  },
  pt: {
    says: `
      obrigado|obrigada|obg|brigado|brigada|muito_obrigado|muito_obrigada|obrigadao|obrigadissimo|valeu|agradecido|agradecida|grato|grata|obrigados
      [eu|nos|lhe|lhes|te] agradeco|agradecemos|fico_grato|fico_grata [muito|imenso|a_ajuda|pela_ajuda|a_atencao]
      perfeito|otimo|excelente|maravilha|maravilhoso|show|fantastico|legal|beleza|que_bom|muito_bom|muito_bem|top|espetaculo|espetacular|sensacional|impecavel|bacana|optimo|fixe|genial
      ok|okay|certo|combinado|entendi|entendido|recebido|ta_bom|esta_bem|tudo_certo|tudo_bem|anotado|ciente|blz
      [agora|ja|sim|tudo|e|agora_sim|o_link|agora_ja|ja_esta|aqui] [ja|esta|tudo] funciona|funcionou|funcionando|deu_certo|a_funcionar|resolveu [bem|perfeitamente|tudo|de_novo|novamente|direitinho|normalmente|corretamente|agora|certinho|muito_bem] [agora|novamente]
      [tudo|esta|ja_esta|esta_tudo|ficou|ja_foi|foi|tudo_foi|problema|ja] [tudo|agora] resolvido|solucionado|certo|ok|bem|em_ordem|perfeito|otimo|pronto
      [o|meu|nosso|este|esse] problema|erro|caso|assunto|chamado|ticket [ja] [foi|esta|ficou] [agora] resolvido|solucionado|corrigido
      [ja] [podem|pode|podemos] [ja|entao] fechar|encerrar [o|este|esse|a|meu] [ticket|chamado|caso|atendimento|pedido|solicitacao]
      [o|este] chamado|ticket|caso pode [ja] ser fechado|encerrado
      sem mais|outras duvidas|perguntas
      nao tenho mais|outras duvidas|perguntas
      [ja] recebi|recebemos|chegou [o|a] [email|arquivo|ficheiro|link|fatura|mensagem|tudo]
      [ja|agora_ja|agora] [consigo|consegui|conseguimos|conseguiu] entrar|acessar|aceder|fazer_login|logar [novamente|de_novo|normalmente]
      voces|voce sao|e [demais|os_melhores|otimos|incriveis|um_anjo|maravilhosos|o_maximo|dez]
      otimo|excelente|bom|belo trabalho|atendimento|servico|suporte
      [ja|agora|esta] [esta|ja] [tudo] a_funcionar|resolvido|operacional|normal|regularizado|funcionando|em_ordem [novamente|de_novo|normalmente|outra_vez]
      [podem|pode] [ja] dar_por_encerrado|encerrar|fechar [da_minha_parte]
      [confirmo|confirmamos] [que] [ja] [esta|tudo] funciona|funcionando|resolvido|a_funcionar
      agradeco|agradecemos [muito|imenso|bastante] [a|o|pela|pelo|toda_a|a_vossa|a_sua|o_seu|o_vosso] [sua|vossa|rapida|pronta|grande] rapidez|ajuda|atencao|apoio|disponibilidade|suporte|paciencia|colaboracao|gentileza|prontidao|agilidade|presteza
      [muito|bastante] util|esclarecedor|claro
      [assim|com_isso] [ja|agora] funciona|funcionou|resolveu
      [ja] chegou|recebido|confirmado
      isso|isto responde [a] minha|nossa|a_minha pergunta|duvida
      [ficheiro|arquivo|fatura|email] recebido|recebida`,
    polite: `
      muito|mais_uma_vez|novamente|de_novo|mesmo|demais|imenso|de_coracao|sim|a_todos|a_voces|a_equipe|a_equipa|a_toda_a_equipe|por_tudo|agora|ja|e|tambem|a_voce|bastante
      [e] pela|pelo|pelas|pelos|por [sua|vossa|seu|vosso|toda|toda_a|todo_o|toda_sua] [rapida|otima|pronta|excelente|grande|rapido|breve|preciosa] [ajuda|resposta|rapidez|atencao|apoio|suporte|retorno|paciencia|informacao|informacoes|explicacao|tempo|solucao|servico|gentileza|colaboracao|esclarecimento|atendimento|agilidade|resposta_rapida|auxilio|disponibilidade|tudo|presteza|me_ajudar|nos_ajudar|ajudar] [rapida|tao_rapida|e_paciencia|e_atencao|prestado|imediata]
      [tenha|tenham|desejo|desejo_um|um|uma|bom|boa|otimo|otima|tenha_um|tenham_um|tenha_uma] [um|uma] [bom|boa|otimo|otima|excelente|feliz] dia|tarde|noite|semana|fim_de_semana|trabalho|domingo|natal
      bom|boa|otimo|feliz dia|tarde|noite|semana|fim_de_semana|natal|trabalho
      [muito] gentil|atencioso|atenciosos|rapido|rapidos|simpatico|prestativos
      [estou|estamos|fiquei|ficamos] [muito] feliz|satisfeito|satisfeita|contente|felizes|satisfeitos
      [um] resto_de|bom|boa|otimo|otima|excelente bom|dia|semana|fim_de_semana|descanso|trabalho|jornada|tarde
      pela|pelo|pelas|pelos|por [sua|vossa|seu|vosso|toda|toda_a|todo_o|toda_sua|tua|teu|esta] [rapida|otima|pronta|excelente|grande|rapido|breve|preciosa|otimo|imediata|valiosa] [e] [rapida|otima|pronta|excelente|grande|rapido|breve|preciosa|otimo|imediata|valiosa] ajuda|resposta|rapidez|atencao|apoio|suporte|retorno|paciencia|informacao|informacoes|info|explicacao|explicacoes|tempo|solucao|servico|gentileza|colaboracao|esclarecimento|esclarecimentos|atendimento|agilidade|auxilio|disponibilidade|tudo|presteza|confirmacao|dica|dicas|link|ficheiro|arquivo|fatura|mensagem|ligacao|compreensao|eficiencia|simpatia|cuidado|feedback [rapida|otima|pronta|excelente|grande|rapido|breve|preciosa|otimo|imediata|valiosa]
      e [pela|pelo|pelas|pelos|por|a|o] [sua|vossa|seu|vosso|toda|toda_a|todo_o|toda_sua|tua|teu|esta] [rapida|otima|pronta|excelente|grande|rapido|breve|preciosa|otimo|imediata|valiosa] ajuda|rapidez|atencao|apoio|suporte|paciencia|tempo|servico|gentileza|colaboracao|atendimento|agilidade|auxilio|disponibilidade|presteza|compreensao|eficiencia|simpatia|cuidado`,
    greets: `ola|oi|bom_dia|boa_tarde|boa_noite|caro|cara|caros|prezado|prezada|prezados|estimado|estimada|sr|sra|senhor|senhora|equipe|equipa|pessoal|alo`,
    closes: `
      atenciosamente|att|atte|cordialmente|abraco|abracos|um_abraco|forte_abraco|beijos|ate_logo|ate_breve|cumprimentos|melhores_cumprimentos|com_os_melhores_cumprimentos|com_os_meus_cumprimentos|saudacoes|os_meus_cumprimentos|sds|grande_abraco|respeitosamente`,
  },
  nl: {
    says: `
      bedankt|dank|dank_je|dank_je_wel|dankjewel|dank_u|dank_u_wel|dankuwel|hartelijk_dank|hartelijk_bedankt|heel_erg_bedankt|veel_dank|thanks|merci|danku|dankje|super_bedankt|duizendmaal_dank|met_dank|nogmaals_bedankt|nogmaals_dank
      ik|wij|we bedank|bedanken|dank|danken|wil_u_bedanken|wil_je_bedanken|wil_jullie_bedanken [u|je|jullie] [hartelijk|zeer]
      perfect|super|prima|geweldig|fantastisch|mooi|top|uitstekend|fijn|heel_fijn|helemaal_goed|helemaal_top|goed|heel_goed|klasse|toppie|fijn_zo|topservice|perfecto|wat_fijn|keurig|heerlijk
      ok|oke|okee|okay|akkoord|begrepen|duidelijk|in_orde|komt_goed|genoteerd|helder|is_goed
      [ja|nu|alles|het|dat|en|de_link|inloggen|hij|nu_wel] [nu|alles] werkt|doet|lukt|gelukt|heeft_gewerkt|is_gelukt|werkte|doet_het [het|nu|weer|alles|inderdaad|bij_mij|bij_ons] [weer|nu|goed] [perfect|prima|goed|uitstekend|naar_behoren|nu|zoals_het_hoort|helemaal|weer] [nu|weer]
      [alles|het|dit|dat|is|nu|alles_is|het_is|dit_is] [is|nu|weer|inmiddels|ondertussen] opgelost|in_orde|geregeld|gelukt|goed|oke|duidelijk|verholpen|voor_elkaar|helder|afgehandeld
      [het|mijn|ons|dit] probleem|euvel|storing|ticket|zaak|kwestie [is|werd] [nu|hiermee|daarmee|inmiddels|dus] opgelost|verholpen|verdwenen|weg|gesloten
      [je|jullie|u|we|dit|het_ticket] [kan|kunt|kunnen|mag|mogen] [het|dit|de|mijn|deze] [ticket|zaak|melding|aanvraag|case] [nu|dus|gerust|hiermee] gesloten|sluiten|dicht [worden]
      [het|dit|de] ticket|melding|zaak mag|kan [nu|dus|hiermee|gerust] [worden] gesloten|dicht [worden]
      geen verdere|andere|extra vragen|problemen [meer]
      geen vragen|problemen meer
      [ik|we|wij] [heb|hebben] [het|de|hem] [mail|bestand|factuur|link|export] [nu|net|inmiddels] ontvangen|gekregen|binnen|gevonden
      [de|het] mail|bestand|factuur|link|export is [nu|net|zojuist] binnen|aangekomen|ontvangen
      [ik|we] kan|kunnen [nu] weer inloggen
      jullie|je|u zijn|bent [de_beste|toppers|geweldig|top|een_topper|super]
      goed|top|snelle|geweldige|mooi|snel service|werk|gewerkt|opgelost|hulp
      [helemaal|heel|erg|het_is|dit_is|dat_is|alles_is|zo_is_het] [helemaal] goed|prima|top|super|in_orde|perfect|mooi|fijn|oke [zo|nu|weer|dus]
      [het|alles|hij|dit] functioneert|loopt|draait|werkt [nu|weer] als_een_trein|perfect|goed|normaal|naar_wens|zoals_voorheen|vlekkeloos
      [ik|wij|we] [kan|kunnen] bevestig|bevestigen [dat] [het|alles] [nu|weer] [werkt|opgelost|is_opgelost|bevestigen]
      [heel|erg|zeer|super] nuttig|behulpzaam|duidelijk
      [zo|hiermee|daarmee] werkt|lukt|doet [het] [het]
      [goed|in_goede_orde] ontvangen|aangekomen|binnen
      [dat|dit|hiermee] beantwoordt|is [mijn|onze] vraag|vragen [beantwoord]
      [bestand|factuur|mail] [goed] ontvangen`,
    polite: `
      heel|erg|zeer|veel|nogmaals|hartelijk|voor_alles|ja|weer|nu|aan_jullie|aan_allen|allemaal|echt|wel|je|u|jullie|en|ook|super
      [en] voor [de|het|uw|je|jullie|alle|al_je|al_jullie] [snelle|goede|fijne|prima|geweldige|vlotte|vriendelijke|duidelijke|snel] [en] [snelle|goede|vriendelijke|duidelijke] [hulp|reactie|antwoord|ondersteuning|service|uitleg|informatie|moeite|geduld|oplossing|info|werk|tijd|terugkoppeling|support|bericht|update|medewerking|afhandeling|begrip|tip]
      [nog|ik_wens_je|wij_wensen_u|en|ik_wens_u|ik_wens_jullie|wens_je] [een|nog_een] [fijne|prettige|goede|mooie|goed|fijn|prettig] [dag|avond|weekend|middag|werkdag|week|feestdagen|dag_verder] [verder|nog|gewenst|toegewenst]
      [dat|wat] [is|was|ging] [erg|heel|echt|lekker] snel|vriendelijk|fijn|aardig|attent
      [ik|we|wij] [ben|zijn] [heel|erg|zeer] blij|tevreden|opgelucht
      geen|geen_enkel probleem
      voor [jullie|je|uw|de|alle|deze] [zeer|super|erg] [snelle|prompte|geweldige|goede|adequate|vlotte|professionele] hulp|reactie|service|ondersteuning|afhandeling|support|oplossing|inzet
      voor [de|het|uw|je|jullie|alle|al_je|al_jullie|deze|jouw|dit] [snelle|goede|fijne|prima|geweldige|vlotte|vriendelijke|duidelijke|snel|super|prompte|adequate|zeer_snelle|heldere|professionele] [en] [snelle|goede|fijne|prima|geweldige|vlotte|vriendelijke|duidelijke|snel|super|prompte|adequate|zeer_snelle|heldere|professionele] hulp|reactie|antwoord|ondersteuning|service|uitleg|informatie|info|moeite|geduld|oplossing|werk|tijd|terugkoppeling|support|bericht|update|medewerking|afhandeling|begrip|tip|tips|bevestiging|toelichting|verduidelijking|link|bestand|factuur|mail|inzet|bijstand|aandacht|advies|inspanning|opheldering|reparatie
      en [voor] [de|het|uw|je|jullie|alle|al_je|al_jullie|deze|jouw|dit] [snelle|goede|fijne|prima|geweldige|vlotte|vriendelijke|duidelijke|snel|super|prompte|adequate|zeer_snelle|heldere|professionele] hulp|ondersteuning|service|moeite|geduld|werk|tijd|support|medewerking|begrip|inzet|bijstand|aandacht|inspanning`,
    greets: `hallo|hoi|hi|beste|geachte|goedemorgen|goedemiddag|goedenavond|goedendag|dag|lieve|mevrouw|meneer|heer|dhr|mevr|team|allemaal|collega's|hee|hey`,
    closes: `
      [met|vriendelijke|hartelijke|met_vriendelijke|met_hartelijke|de_hartelijke|beste|lieve|warme|met_de_vriendelijke|veel] groet|groeten
      mvg|groetjes|gr|grt|tot_ziens|hoogachtend|tot_snel|doei|groetjes_en_bedankt`,
  },
  sv: {
    says: `
      [da|sa|nu|det] ar det|allt|arendet|problemet [nu|dar] lost|klart|fixat|avklarat|ok|bra
      tack|tackar|tusen_tack|stort_tack|tack_sa_mycket|tack_sa_jattemycket|hjartligt_tack|tackar_sa_mycket|varmt_tack|manga_tack|stort_tack_till_er
      perfekt|toppen|super|underbart|fantastiskt|utmarkt|kanon|bra|mycket_bra|jattebra|strålande|grymt|suverant|finfint|harligt|utmarkt|prima|snyggt|superbra|kalas
      ok|okej|okey|uppfattat|forstar|forstatt|det_ar_bra|noterat|mottaget|jag_forstar|det_later_bra
      [ja|nu|allt|det|och|lanken|inloggningen|nu_sa] [nu|har|allt] funkar|fungerar|funkade|fungerade|gick_bra|gar_bra|lost_sig|loste_sig [det|allt|nu|igen|som_det_ska|bra|utmarkt|perfekt|fint|har|hos_oss|for_mig|for_oss] [igen|nu|bra|perfekt|som_det_ska|utmarkt|fint] [nu|igen]
      [allt|det|nu|nu_ar|allt_ar|det_ar|ar] [nu|ar] [allt|det] lost|klart|ok|okej|bra|i_ordning|fixat|som_det_ska|atgardat|pa_plats|avklarat
      [problemet|felet|arendet|saken] [ar|har] [nu] lost|lost_sig|borta|atgardat|fixat|avhjalpt|avslutat
      [ni|du|vi|det] kan|far|gar_bra_att [nu|garna] stanga|avsluta [arendet|det|ticketen|mitt_arende|detta]
      [arendet|det|ticketen] kan [nu|garna] stangas|avslutas
      inga fler|andra|ytterligare fragor
      [jag|vi] har [nu] fatt|mottagit|hittat [mejlet|filen|den|fakturan|lanken|det|allt]
      [jag|vi] kan|kommer [nu] logga_in|in [igen|nu]
      ni|du ar [bast|toppen|fantastiska|grymma|en_klippa|guld_varda|underbara|suverana]
      bra|snyggt|grymt|fint|snabbt jobbat|jobb|service|gjort
      [det|allt] ar [helt|jatte] [okej|bra|fint|lugnt|utmarkt|perfekt|som_det_ska]
      [arendet|det|vi|ni] [kan|far] [garna|nu] stangas|stanga|avslutas|avsluta [ner]
      [jag|vi] [kan] bekrafta|bekraftar [att] [det|allt] [nu] [fungerar|funkar|ar_lost]
      [mycket|valdigt] hjalpsamt|anvandbart|tydligt
      mottaget|bekraftat|framme
      det svarar pa min fraga`,
    polite: `
      sa_mycket|sa_jattemycket|mycket|jatte|an_en_gang|igen|aterigen|verkligen|ja|sjalv|till_er|till_alla|till_er_alla|er|allihop|nu|och|ocksa|vansligen|dig|aven
      [och] for [den|er|din|all|allt|det|ditt|ert|din_och_er|denna|hjalpen|svaret] [snabb|bra|god|snabba|fina|goda|utmarkta|vanliga|snabbt|fint|trevliga|tydliga] [hjalpen|hjalp|svaret|svar|supporten|support|service|servicen|informationen|information|info|forklaringen|atergkoppling|aterkoppling|aterkopplingen|talamodet|bemotande|insats|insatsen|losningen|besked|arbetet] [och_snabbt_svar|och_hjalpen]
      [ha|onskar|jag_onskar|och_ha|onskar_er|onskar_dig] [en|ett] [fortsatt|riktigt|trevlig|bra|fin|skon|harlig|trevligt|fint] [trevlig|bra|fin] [dag|helg|kvall|vecka|eftermiddag|jul|sommar]
      trevlig|skon|fin|bra|god helg|dag|kvall|jul|fortsattning
      [det|vad] [var|gick|ar] [valdigt|riktigt|mycket|jatte|super]  snabbt|snallt|bra|vanligt|fint|hjalpsamt
      [jag|vi] [ar|blev] [mycket|valdigt|jatte|super] glad|nojd|glada|nojda|tacksam|tacksamma
      inga problem
      for [en|all|den|er] [riktigt|mycket|valdigt|super] [snabb|bra|fin|god|proffsig|vanlig|snabba] hjalp|service|support|hantering|aterkoppling|hjalpen|respons
      for [den|er|din|all|allt|det|ditt|ert|denna|hjalpen] [snabb|snabba|bra|god|goda|fin|fina|utmarkta|vanliga|snabbt|fint|trevliga|tydliga|suverana|proffsiga] [och] [snabb|snabba|bra|god|goda|fin|fina|utmarkta|vanliga|snabbt|fint|trevliga|tydliga|suverana|proffsiga] hjalpen|hjalp|svaret|svar|supporten|support|service|servicen|informationen|information|info|infon|forklaringen|forklaring|aterkoppling|aterkopplingen|talamodet|bemotande|insats|insatsen|losningen|besked|beskedet|arbetet|bekraftelsen|bekraftelse|fortydligandet|lanken|filen|fakturan|tipset|tiden|engagemanget|uppdateringen|omtanken
      och [for] [den|er|din|all|allt|det|ditt|ert|denna|hjalpen] [snabb|snabba|bra|god|goda|fin|fina|utmarkta|vanliga|snabbt|fint|trevliga|tydliga|suverana|proffsiga] hjalpen|hjalp|supporten|support|service|servicen|talamodet|bemotande|insats|insatsen|arbetet|tiden|engagemanget
      for [den|all|er] vanlig|god|stor|effektiv hjalp|service|respons`,
    greets: `hej|hejsan|hallå|halla|god_morgon|god_dag|god_kvall|kara|hej_pa_er|basta|bäste|hejhej|tja|tjena|hej_alla`,
    closes: `
      [med|vanliga|basta|med_vanlig|med_vanliga|hjartliga|varma|manga|vanlig] halsning|halsningar
      mvh|hälsningar|halsar|vh|bh|vi_hors|vi_ses|hej_da|ha_det|ha_det_bra|ha_det_gott|kram|allt_gott`,
  },
  da: {
    says: `
      tak|mange_tak|tusind_tak|tak_for_det|stor_tak|1000_tak|tak_skal_du_have|tak_skal_i_have|hjertelig_tak|mange_mange_tak|takker|super_tak|tusinde_tak
      jeg|vi takker [mange_gange|sa_meget]
      perfekt|super|fantastisk|dejligt|fint|skont|fedt|godt|rigtig_godt|alle_tiders|glimrende|herligt|fremragende|top|flot|super_godt|mega_godt|det_er_super|super_fint|sadan
      ok|okay|forstaet|modtaget|javel|det_er_fint|det_lyder_godt|helt_fint|noteret|det_er_i_orden
      [ja|nu|det|alt|og|linket|sa] [nu|har|det] virker|fungerer|virkede|lykkedes|gik_fint|korer|fungerede [det|nu|igen|alt|fint|perfekt|som_det_skal|hele_tiden|hos_os|hos_mig|upaklageligt] [igen|nu|fint|perfekt|som_det_skal|godt] [nu|igen]
      [alt|det|nu|det_er|nu_er|alt_er|er|sa_er] [er|nu] [det|alt] lost|i_orden|ok|okay|fikset|klaret|pa_plads|godt|klar|ordnet
      [problemet|fejlen|sagen] [er|har|blev] [nu|dermed] lost|vaek|fikset|loest_sig|lost_sig|afsluttet|rettet
      [i|du|vi] [kan|ma] [nu|gerne|godt] lukke|afslutte [sagen|den|ticketen|det]
      [sagen|den|ticketen] kan|ma [nu|gerne|godt] lukkes|afsluttes
      ikke|ingen flere|yderligere sporgsmal
      [jeg|vi] har [nu] faet|modtaget [mailen|filen|den|fakturaen|linket|det|det_hele]
      [jeg|vi] kan [nu] [godt] logge_ind|komme_ind [igen|nu]
      i|du er [de_bedste|fantastiske|en_stjerne|seje|bare_gode|for_seje|den_bedste]
      godt|flot|super|hurtig|fin arbejde|gaet|service|klaret|respons
      [det|alt] er [helt|virkelig|rigtig|bare] [fint|i_orden|perfekt|godt|super|som_det_skal|okay]
      [sagen|den|i|du] [ma|kan] [godt|gerne|bare] lukkes|lukke|afsluttes [ned]
      [jeg|vi] [kan] bekrafte|bekraefte|bekraefter [at] [det|alt] [nu] [virker|fungerer|er_lost]
      kult|det_svarer_pa_mit_sporgsmal`,
    polite: `
      sa_meget|meget|mange_gange|igen|endnu_en_gang|endnu_engang|virkelig|ja|selv|til_jer|til_alle|til_jer_alle|jer|nu|og|ogsa|dig|lige_over|rigtig_meget
      [og] for [den|det|jeres|din|dit|al|alt|alle|hurtig|god] [hurtige|gode|store|fine|flotte|venlige|hurtigt|god|hurtig] [hjaelpen|hjaelp|svaret|svar|support|supporten|service|servicen|information|informationen|info|forklaringen|tilbagemelding|tilbagemeldingen|talmodigheden|indsatsen|losningen|assistance|opfolgning|besked] [og_hurtigt_svar]
      [ha|hav|fortsat|onsker|jeg_onsker|og|kan_i_have|og_fortsat|og_ha|rigtig] [en|jer_en|dig_en] [fortsat|rigtig|god|dejlig|fin] [god|dejlig] dag|weekend|aften|uge|eftermiddag|jul|sommer
      god|dejlig|fortsat|glaedelig dag|weekend|aften|jul|god_dag
      [det|hvor] [var|gik|er] [virkelig|meget|rigtig|super] hurtigt|venligt|flot|sodt|hjaelpsomt|dejligt
      [jeg|vi] [er|blev] [meget|rigtig|super|virkelig] glad|tilfreds|glade|tilfredse|taknemmelig
      intet|ingen problem|problemer
      for [en|al|den|jeres] [rigtig|meget|virkelig|super] [hurtig|god|fin|professionel|venlig] hjaelp|service|support|handtering|respons
      for [den|jeres|din|dit|al|alt|alle|denne|det] [hurtige|gode|store|fine|flotte|venlige|hurtigt|god|hurtig|super|grundige] [og] [hurtige|gode|store|fine|flotte|venlige|hurtigt|god|hurtig|super|grundige] hjaelpen|hjaelp|svaret|svar|support|supporten|service|servicen|information|informationen|info|forklaringen|forklaring|tilbagemelding|tilbagemeldingen|talmodigheden|indsatsen|losningen|assistance|opfolgning|besked|beskeden|bekraeftelsen|bekraeftelse|linket|filen|fakturaen|tippet|tiden|arbejdet|praeciseringen|opklaringen
      og [for] [den|jeres|din|dit|al|alt|alle|denne|det] [hurtige|gode|store|fine|flotte|venlige|hurtigt|god|hurtig|super|grundige] hjaelpen|hjaelp|support|supporten|service|servicen|talmodigheden|indsatsen|assistance|tiden|arbejdet
      for [den|al|jeres] venlig|god|stor|effektiv|dygtig hjaelp|service|bistand|respons`,
    greets: `hej|hejsa|goddag|god_morgen|godmorgen|kaere|hallo|hi|hej_med_jer|hej_alle|hej_igen|til`,
    closes: `
      [med|venlig|mange|de_bedste|bedste|kaerlig|med_venlig|venlige|varme|med_venlige] hilsen|hilsner
      mvh|hilsen|vh|kh|dbh|vi_ses|farvel|hav_det_godt|knus|ha_det`,
  },
  no: {
    says: `
      takk|tusen_takk|mange_takk|hjertelig_takk|takk_skal_du_ha|takk_skal_dere_ha|takker|takk_for_det|stor_takk|takk_sa_mye|takk_sa_meget|tusen_hjertelig_takk
      jeg|vi takker [sa_mye|sa_meget]
      perfekt|supert|flott|fantastisk|strålende|stralende|bra|veldig_bra|kjempebra|topp|fint|utmerket|herlig|nydelig|knall|kjempefint|kjempeflott|glimrende|super|snilt|genialt|rått
      ok|okei|greit|forstatt|mottatt|den_er_grei|det_er_greit|notert|det_er_bra|det_hores_bra_ut|helt_i_orden
      [ja|na|det|alt|og|lenken|innloggingen|sa|da] [na|har|det] virker|fungerer|virket|fungerte|gikk_bra|gikk_fint|funker|funket|ordnet_seg|loste_seg [det|na|igen|igjen|alt|fint|perfekt|som_det_skal|bra|utmerket|hos_oss|hos_meg] [igjen|na|fint|perfekt|som_det_skal|bra|helt_fint] [na|igjen]
      [alt|det|na|det_er|na_er|alt_er|er] [er|na] [det|alt] lost|i_orden|ok|okei|fikset|klart|pa_plass|bra|ordnet|greit|avklart
      [problemet|feilen|saken] [er|har|ble] [na|dermed] lost|borte|fikset|lost_seg|rettet|lukket|ordnet
      [dere|du|vi] kan [na|gjerne|bare] lukke|avslutte [saken|den|denne|ticketen]
      [saken|den|ticketen|denne] kan [na|gjerne] lukkes|avsluttes
      ingen flere|andre|ytterligere sporsmal
      [jeg|vi] har [na] fatt|mottatt [e-posten|eposten|filen|den|fakturaen|lenken|det|alt]
      [jeg|vi] kan|kommer|far [na] logge|logget [meg] [pa|inn] [igjen|na]
      dere|du er [best|fantastiske|flinke|en_stjerne|gull_verdt|helt_topp|de_beste|supre]
      bra|flott|godt|kjempebra|god|rask jobb|jobbet|arbeid|service|gjort
      [det|alt] er [helt|virkelig|bare] [fint|i_orden|perfekt|bra|supert|som_det_skal|greit]
      [saken|den|dere|du] [kan] [gjerne|bare] lukkes|lukke|avsluttes
      [jeg|vi] [kan] bekrefte|bekrefter [at] [det|alt] [na] [virker|fungerer|er_lost]
      kult|konge|rett_pa`,
    polite: `
      sa_mye|sa_meget|veldig_mye|mye|veldig|igjen|nok_en_gang|enda_en_gang|virkelig|ja|selv|til_dere|til_alle|til_dere_alle|dere|na|og|ogsa|deg
      [og] for [den|det|deres|din|ditt|all|alt|alle|rask|god] [raske|gode|fine|flotte|vennlige|raskt|god|rask|kjappe] [hjelpen|hjelp|svaret|svar|support|supporten|service|servicen|informasjonen|informasjon|info|forklaringen|tilbakemelding|tilbakemeldingen|talmodigheten|innsatsen|losningen|bistanden|bistand|oppfolging|oppklaring] [og_raskt_svar]
      [ha|onsker|jeg_onsker|og_ha|fortsatt|og|ha_en] [en|dere_en|deg_en] [fortsatt|riktig|fin|god|super] [fin|god] dag|helg|kveld|uke|ettermiddag|jul|sommer [videre]
      god|fin|riktig_god dag|helg|kveld|jul|pase
      [det|sa] [var|gikk|er] [veldig|utrolig|kjempe] raskt|kjapt|hyggelig|snilt|bra|fint|hjelpsomt
      [jeg|vi] [er|ble] [veldig|kjempe|svaert|sa] glad|fornoyd|glade|fornoyde|takknemlig
      ingen|ikke_noe problem
      for [en|all|den|deres] [veldig|svaert|super] [rask|god|fin|profesjonell|hyggelig] hjelp|service|support|handtering|respons
      for [den|deres|din|ditt|all|alt|alle|denne|det] [raske|gode|fine|flotte|vennlige|raskt|god|rask|kjappe|super|grundige|kjapp] [og] [raske|gode|fine|flotte|vennlige|raskt|god|rask|kjappe|super|grundige|kjapp] hjelpen|hjelp|svaret|svar|support|supporten|service|servicen|informasjonen|informasjon|info|forklaringen|forklaring|tilbakemelding|tilbakemeldingen|talmodigheten|innsatsen|losningen|bistanden|bistand|oppfolging|oppklaring|bekreftelsen|bekreftelse|lenken|filen|fakturaen|tipset|tiden|arbeidet|avklaringen|beskjeden
      og [for] [den|deres|din|ditt|all|alt|alle|denne|det] [raske|gode|fine|flotte|vennlige|raskt|god|rask|kjappe|super|grundige|kjapp] hjelpen|hjelp|support|supporten|service|servicen|talmodigheten|innsatsen|bistanden|bistand|tiden|arbeidet
      for [den|all|deres] vennlig|hyggelig|god|stor|fin|effektiv hjelp|service|bistand|respons`,
    greets: `hei|heisann|god_dag|god_morgen|kjaere|hallo|hei_alle|hei_igjen|hei_der|heihei`,
    closes: `
      [med|vennlig|beste|mange|hjertelig|med_vennlig|varme|de_beste|vennlige] hilsen|hilsener|hilsning
      mvh|hilsen|vh|ha_det|ha_det_bra|vi_snakkes|klem|alt_godt`,
  },
  fi: {
    says: `
      kiitos|kiitoksia|kiitti|suurkiitos|suuret_kiitokset|tuhannet_kiitokset|paljon_kiitoksia|kiitokset|kiitan|kiitamme|kiitos_paljon|suur_kiitos|isot_kiitokset|lammin_kiitos|kiitosta|monet_kiitokset
      hienoa|loistavaa|mahtavaa|erinomaista|hyva|hyva_juttu|tosi_hyva|oikein_hyva|upeaa|mainiota|loistava|mahtava|super|huippua|taydellista|taydellinen|hyva_homma|kiva|mukavaa|jes|ihanaa|huikeaa|loistohomma|parasta|hieno_homma|hyva_hyva
      ok|okei|selva|selva_juttu|ymmarretty|ymmarran|asia_selva|kuitti|tiedoksi_otettu|sopii|juu|joo
      [nyt|kylla|kaikki|se|ja|linkki|kirjautuminen|homma|joo|taalla] [nyt|se|kaikki] toimii|toimi|pelaa|onnistui|onnistuu|toimivat [nyt|taas|hyvin|moitteetta|kuten_pitaa|jalleen|kaikki|loistavasti|taydellisesti|oikein|hienosti|mainiosti|normaalisti] [nyt|taas|jalleen]
      [kaikki|se|asia|nyt|kaikki_on|asia_on|on|homma] [on|nyt|tuli] [nyt|kaikki] kunnossa|hyvin|ok|ratkaistu|selva|hoidossa|selvitetty|korjattu|hoidettu|ratkennut|valmis|kuntoon
      [ongelma|ongelmani|vika|virhe|asia|asiani] [on|tuli|nyt] [nyt] ratkesi|ratkaistu|korjattu|poistui|korjaantui|selvisi|kunnossa|poistunut|ratkennut|hoidettu
      [voitte|voit|voi|voidaan|taman_voi] [nyt|jo|taman] sulkea [tiketin|tapauksen|pyynnon|taman|sen|asian]
      [tiketin|tapauksen|taman|asian|pyynnon] [voi|voitte|voit|voidaan] [nyt|jo] sulkea
      ei muuta|muuta_kysyttavaa|lisakysymyksia|lisakysyttavaa|muita_kysymyksia
      sain|saimme|tuli|loytyi [nyt|jo] viestin|tiedoston|laskun|linkin|sen|sahkopostin|perille
      paasen|paasin|paasimme [nyt|taas] [kirjautumaan|sisaan] [taas|nyt|jalleen]
      olette|olet parhaita|mahtavia|paras|loistavia|ihania|huippuja
      hyvaa|hienoa|loistavaa|nopeaa palvelua|tyota|toimintaa
      [homma|asia|tiketti|taman] [on|voidaan|voi] [nyt] hoidettu|ratkennut|suljettavissa|valmis|sulkea
      [voin|voimme] vahvistaa [etta] [kaikki|se] [nyt] [toimii|kunnossa]`,
    polite: `
      paljon|todella|viela|viela_kerran|jalleen|kovasti|oikein|kylla|teille|sinulle|kaikille|koko_tiimille|nyt|taas|ja|myos|kaikesta|tosi|itsellesi
      [ja] [nopeasta|hyvasta|avusta|suuresta|ystavallisesta|erinomaisesta|pikaisesta|loistavasta|ripeasta|selkeasta|teidan|kaikesta] [avusta|vastauksesta|tuesta|palvelusta|tiedosta|ohjeista|avustanne|avustasi|vastauksestanne|vaivasta|karsivallisyydesta|selvityksesta|reagoinnista|toiminnasta|neuvosta|neuvoista|vaivannaosta|ratkaisusta|vastauksestasi]
      avusta|avusta_ja_nopeasta_vastauksesta|nopeasta_avusta|vastauksesta|tiedosta|ohjeista|palvelusta|vaivannaosta|selvennyksesta
      [oikein|mukavaa|hyvaa|kivaa|ja] [hyvaa|mukavaa|kivaa|rentouttavaa] [paivanjatkoa|paivan_jatkoa|viikonloppua|paivaa|iltaa|viikkoa|joulua|jatkoa|kesaa|illanjatkoa|viikonjatkoa] [teille|sinulle|kaikille]
      [todella|tosi|oikein] nopeaa|ystavallista|mukavaa|kilttia|nopea_palvelu
      [olen|olemme] [todella|erittain|tosi|hyvin] tyytyvainen|iloinen|tyytyvaisia|kiitollinen|kiitollisia
      ei ongelmaa|hataa
      [erittain|todella|tosi|nain] [nopeasta|hyvasta|ystavallisesta|ripeasta|asiantuntevasta] avusta|palvelusta|tuesta|vastauksesta|reagoinnista|toiminnasta
      [nopeasta|hyvasta|selkeasta] vahvistuksesta|selityksesta|selvennyksesta|tiedosta|tiedoista|ohjeesta|neuvosta|linkista|tiedostosta|laskusta|viestista|ajasta|ymmarryksesta|korjauksesta|yhteistyosta|huomiosta|huomioinnista|avusta|vastauksesta`,
    greets: `hei|moi|terve|hyva|hyvaa_paivaa|hyvaa_huomenta|huomenta|paivaa|moikka|heippa|tere|arvoisa|rakas|hei_kaikki`,
    closes: `
      [ystavallisin|parhain|lampimin|kunnioittavasti|hyvin] terveisin|terveiset
      terveisin|terv|yst_terv|t|yt|nakemiin|hei_hei|moikka|moi_moi|kunnioittavasti|ystavallisesti|halauksin`,
  },
  pl: {
    says: `
      dziekuje|dzieki|dziekujemy|serdecznie_dziekuje|bardzo_dziekuje|wielkie_dzieki|stokrotne_dzieki|dziekuje_bardzo|dziekuje_serdecznie|dzieki_wielkie|dzieki_bardzo|pieknie_dziekuje|dzieks|dziex|dziekuje_slicznie|uprzejmie_dziekuje|dziekujemy_bardzo|podziekowania|z_podziekowaniem|z_podziekowaniami
      super|swietnie|doskonale|wspaniale|idealnie|rewelacja|extra|ekstra|bardzo_dobrze|fantastycznie|znakomicie|perfekcyjnie|brawo|pieknie|cudownie|elegancko|bomba|dobrze|bajka|ekstraklasa|rewelacyjnie|git
      ok|okej|okay|jasne|rozumiem|przyjalem|przyjelam|w_porzadku|zgoda|zrozumiano|odebralem|dobra|przyjeto_do_wiadomosci|spoko
      [teraz|juz|tak|wszystko|i|link|logowanie|u_mnie|u_nas] [juz|teraz|wszystko] dziala|zadzialalo|dzialaja|udalo_sie|pomoglo|smiga|zadzialal [juz|teraz|poprawnie|prawidlowo|bez_zarzutu|znowu|wszystko|jak_nalezy|bez_problemow|bez_problemu|idealnie|swietnie|ponownie|normalnie|dobrze] [juz|teraz|poprawnie]
      [wszystko|juz|jest|wszystko_jest|juz_wszystko|teraz] [jest|juz|gra] [juz|teraz] w_porzadku|ok|dobrze|gotowe|rozwiazane|jasne|zalatwione|naprawione|gra|super|gitara|w_jak_najlepszym_porzadku
      [problem|blad|sprawa|temat|moj_problem|usterka] [zostal|zostala|jest|juz|sie] [juz|zostal|zostala] rozwiazany|rozwiazana|naprawiony|usuniety|zalatwiona|zniknal|zamkniety|wyjasniona|rozwiazal|zamknieta|naprawiona
      mozna|moga_panstwo|mozecie|mozesz|moze_pan|moze_pani|prosze [juz|spokojnie|teraz] zamknac|zamykac [to] [zgloszenie|ticket|sprawe|temat|to]
      [zgloszenie|sprawe|ticket|temat] mozna|mozecie [juz] zamknac
      [nie_mam|brak|bez] [wiecej|dalszych|innych] pytan
      [juz] [mail|faktura|plik|link|wszystko] [juz] otrzymalem|otrzymalam|dostalem|dostalam|doszlo|doszla|doszedl|przyszedl|przyszlo|otrzymalismy [juz] [maila|plik|fakture|link|wiadomosc|mail|faktura|wszystko]
      [juz|teraz] [sie] moge|moge_juz|udalo_mi_sie|mozemy [sie] zalogowac [sie]
      jestescie|jestes najlepsi|super|wspaniali|niezawodni|najlepszy|wielcy|swietni
      dobra|swietna|super|kawal_dobrej robota|obsluga|roboty|praca
      [sprawa|zgloszenie|temat|problem|juz] rozwiazane|rozwiazana|zalatwiona|zalatwione|zamkniete|do_zamkniecia|z_glowy
      [potwierdzam|potwierdzamy] [ze] [wszystko|juz] dziala|w_porzadku|ok
      [bardzo|naprawde] pomocne|przydatne|jasne
      otrzymalem|otrzymalam|otrzymano|dotarlo|potwierdzam
      to odpowiada na moje pytanie|pytania
      [plik|maila|fakture] dostalem|dostalam|otrzymalem|otrzymalam`,
    polite: `
      bardzo|serdecznie|jeszcze_raz|ponownie|naprawde|tak|wam|panstwu|pani|panu|wszystkim|calemu_zespolowi|za_wszystko|juz|teraz|i|rowniez|tez|z_gory_i
      [i] za [szybka|pomoc|odpowiedz|blyskawiczna|super|sprawna|swietna|wszelka|panstwa|pana|pani|wasza|twoja|tak_szybka|cala|mila|wszystko|cenna|ekspresowa|okazana|profesjonalna|szybkie|szybki|blyskawiczne] [pomoc|odpowiedz|obsluge|reakcje|wsparcie|informacje|informacja|wyjasnienie|cierpliwosc|zaangazowanie|interwencje|rozwiazanie|kontakt|czas|wskazowki|naprawe|zalatwienie_sprawy|wyjasnienia|pomoc_i_szybka_odpowiedz|odpowiedz_i_pomoc] [i_cierpliwosc|i_pomoc]
      [zycze|milego|dobrego|i_milego|i_zycze|udanego|wszystkiego|spokojnego|zyczymy] [milego|dobrego|udanego|wesolych] [dnia|weekendu|wieczoru|popoludnia|tygodnia|swiat|dobrego]
      [to_bylo|bardzo] szybko|mile|milo|sprawnie
      [jestem|jestesmy] [bardzo|mega] zadowolony|zadowolona|wdzieczny|wdzieczna|zadowoleni|wdzieczni
      nie ma sprawy
      za [tak|bardzo|super|niezwykle] [szybka|sprawna|blyskawiczna|profesjonalna|cenna|mila|fachowa] pomoc|obsluge|reakcje|odpowiedz|interwencje|realizacje
      za [wasza|twoja|panstwa|pana|pani|cala|wszelka|te|ta] [szybka|sprawna|blyskawiczna|super|swietna|mila|cenna|ekspresowa|okazana|profesjonalna|szybkie|szybki|blyskawiczne|tak_szybka|wspaniala|dobra|natychmiastowa|fachowa] [i] [szybka|sprawna|blyskawiczna|super|swietna|mila|cenna|ekspresowa|okazana|profesjonalna|szybkie|szybki|blyskawiczne|tak_szybka|wspaniala|dobra|natychmiastowa|fachowa] pomoc|odpowiedz|obsluge|reakcje|wsparcie|informacje|informacja|info|wyjasnienie|wyjasnienia|cierpliwosc|zaangazowanie|interwencje|rozwiazanie|kontakt|czas|wskazowki|naprawe|potwierdzenie|link|plik|fakture|wiadomosc|telefon|zrozumienie|rade|uwage|prace|wspolprace|sugestie
      i [za] [wasza|twoja|panstwa|pana|pani|cala|wszelka|te|ta] [szybka|sprawna|blyskawiczna|super|swietna|mila|cenna|ekspresowa|okazana|profesjonalna|szybkie|szybki|blyskawiczne|tak_szybka|wspaniala|dobra|natychmiastowa|fachowa] pomoc|wsparcie|cierpliwosc|zaangazowanie|czas|zrozumienie|uwage|prace|wspolprace`,
    greets: `czesc|dzien_dobry|witam|dobry_wieczor|szanowni|szanowny|szanowna|panstwo|panie|pani|pan|drogi|droga|hej|drodzy|siema|witajcie|panie_i_panowie|dla`,
    closes: `
      pozdrawiam|pozdrowienia|z_powazaniem|z_wyrazami_szacunku|serdecznie_pozdrawiam|pozdrawiam_serdecznie|pozdr|pzdr|do_widzenia|serdecznosci|lacze_pozdrowienia|z_pozdrowieniami|milego_dnia|do_uslyszenia|pozdrawiamy`,
  },
  cs: {
    says: `
      dekuji|dekuju|dekujeme|diky|diky_moc|moc_dekuji|moc_diky|velmi_dekuji|mockrat_dekuji|dekuji_mockrat|dekuji_moc|srdecne_dekuji|dik|dikec|velke_diky|mnohokrat_dekuji|dekuji_velice|dekuji_vam|s_diky|s_podekovanim|velice_dekuji|dekuji_pekne|pekne_dekuji
      super|skvele|vyborne|perfektni|parada|bezva|skvela_prace|vynikajici|bajecne|paradni|dobre|vyborna_prace|uzasne|fajn|perfektne|prima|luxus|skvely|nadhera|bomba
      ok|okay|okej|rozumim|v_poradku|jasne|dobra|beru_na_vedomi|chapu|souhlasim|oki|plati
      [ano|uz|ted|nyni|vse|vsechno|a|odkaz|prihlaseni|to] [uz|to|ted|nyni|vse] funguje|jede|slo|bezi|pomohlo|zafungovalo|funguji|se_povedlo|fungovalo|funguje_to [uz|to|jak_ma|v_poradku|skvele|bez_problemu|spravne|vse|ted|perfektne|zase|opet|bezchybne|dobre|vsechno] [uz|nyni|jak_ma|v_poradku]
      [vse|vsechno|uz|je|vse_je|je_to|to_je] [je|uz] [uz|to|vse|nyni] v_poradku|vyreseno|ok|opraveno|jasne|hotovo|vyrizeno|dobre|super|fajn
      [problem|chyba|zavada|zalezitost|muj_problem|vec] [je|byl|byla|se|uz] [uz|tim|nyni|je] vyresen|vyreseny|vyresena|opraven|opravena|odstranen|zmizel|vyresil|vyresila|odstranena|pryc
      [muzete|muzes|lze|muzeme|tiket|pozadavek|prosim] [tedy|uz|klidne|tiket|pozadavek|to|ticket] [lze|muzete] uzavrit|zavrit [tiket|pozadavek|ticket|to|pripad|pozadavek]
      [nemam|zadne|bez] [zadne] [dalsi] dotazy|otazky
      [uz] [email|faktura|odkaz] [jsem|mi|jsme] [uz] [to|email|soubor|fakturu|odkaz] dorazil|obdrzel|obdrzela|dostal|dostala|prisel|prislo|dorazilo|prisla
      [uz|nyni] [se] muzu|mohu|dari_se|dostanu|podarilo [se] prihlasit|dovnitr
      jste|jsi nejlepsi|skveli|super|uzasni|zlati|borci
      dobra|skvela|vyborna|rychla prace|podpora|sluzba
      [vse|uz|to|problem] [je] [uz] vyresene|vyreseno|v_norme|jak_ma_byt|opet_funkcni|funkcni
      [potvrzuji|potvrzujeme] [ze] [vse|to|uz] funguje|je_v_poradku
      [ticket|tiket|pozadavek|pripad] muzete|lze|je_mozne [uz|prosim] uzavrit|zavrit
      [velmi|moc] uzitecne|jasne|napomocne
      [uz|v_poradku] dorazilo|prislo|obdrzeno|potvrzuji`,
    polite: `
      moc|velmi|velice|mockrat|jeste_jednou|znovu|opravdu|ano|vam|vsem|celemu_tymu|i_vam|uz|ted|nyni|a|take|taky|za_vse|pekne|tobe
      [a] za [rychlou|vasi|vase|tvou|vyreseni|skvelou|pomoc|odpoved|vyborne|ochotu|veskerou|rychle|bleskovou|promptni|perfektni|super|vcasnou|vstricnou|brzkou] [pomoc|odpoved|podporu|reakci|ochotu|informaci|informace|vysvetleni|trpelivost|cas|spolupraci|vyrizeni|vyreseni|reseni|opravu|rychlost|pomoc_a_ochotu|pomoc_a_trpelivost|zpravu|radu|servis]
      [preji|pekny|hezky|prijemny|a_preji|a_hezky|prejeme|prijemne|krasny] [hezky|pekny|prijemny|krasny|hezke|prijemne] [den|vikend|vecer|odpoledne|tyden|zbytek_dne|svatky|vanoce]
      [to_bylo|velmi|bylo_to] rychle|mile|hodne|ochotne|rychlost
      [jsem|jsme] [velmi|moc|opravdu] spokojeny|spokojena|rad|rada|vdecny|vdecna|spokojeni|radi
      nemate zac
      za [velmi|opravdu|tak|super] [rychlou|bleskovou|skvelou|profesionalni|ochotnou|vstricnou|rychle] pomoc|odpoved|reakci|podporu|spolupraci|vyrizeni|vyreseni
      za [vasi|vase|tvou|vas|tuto|veskerou] [rychlou|skvelou|vybornou|promptni|perfektni|super|vcasnou|vstricnou|brzkou|ochotnou|okamzitou|profesionalni|velkou|rychle] [a] [rychlou|skvelou|vybornou|promptni|perfektni|super|vcasnou|vstricnou|brzkou|ochotnou|okamzitou|profesionalni|velkou|rychle] pomoc|odpoved|podporu|reakci|ochotu|informaci|informace|info|vysvetleni|trpelivost|cas|spolupraci|vyrizeni|vyreseni|reseni|opravu|rychlost|zpravu|radu|servis|potvrzeni|odkaz|soubor|fakturu|praci|upozorneni|pochopeni|objasneni|snahu
      a [za] [vasi|vase|tvou|vas|tuto|veskerou] [rychlou|skvelou|vybornou|promptni|perfektni|super|vcasnou|vstricnou|brzkou|ochotnou|okamzitou|profesionalni|velkou|rychle] pomoc|podporu|ochotu|trpelivost|cas|spolupraci|rychlost|servis|praci|pochopeni`,
    greets: `dobry_den|ahoj|zdravim|vazeny|vazena|vazeni|pane|pani|dobre_rano|dobry_vecer|mila|mily|cau|nazdar|pratele|kolegove`,
    closes: `
      s_pozdravem|zdravi|hezky_den|na_shledanou|s_uctou|srdecne|s_pranim_hezkeho_dne|s_pratelskym_pozdravem|pozdravem|mejte_se|mejte_se_hezky|nashledanou|s_pozdravem_a_podekovanim|zdravime`,
  },
  tr: {
    says: `
      tesekkurler|tesekkur_ederim|tesekkur_ederiz|cok_tesekkurler|cok_tesekkur_ederim|cok_tesekkur_ederiz|sagolun|sag_olun|sagol|sag_ol|eyvallah|tskler|tesekkur|minnettarim|cok_sagolun|cok_sag_olun|tesekkurlerimi_sunarim|tesekkurlerimizle|eksik_olmayin|elinize_saglik|emeginize_saglik|tesekkur_ediyorum|tesekkur_ediyoruz|cok_sagol|ellerinize_saglik
      harika|super|mukemmel|cok_iyi|cok_guzel|muhtesem|guzel|sahane|bravo|supersiniz|harikasiniz|cok_iyisiniz|efsane|on_numara|iyi
      tamam|tamamdir|ok|okey|anladim|anlasildi|peki|olur|aldim|not_aldim|oldu|bilgim_dahilinde
      [simdi|evet|su_an|artik|her_sey|ve|link|giris|hersey|sistem|bizde|bende] [artik|simdi|da|gayet] calisiyor|calisti|oldu|duzeldi|yolunda|duzelmis|calismaya_basladi|isliyor|iyi [artik|simdi|sorunsuz|yeniden|tekrar|su_an]
      sorunsuz|sorunsuz_sekilde|tekrar|gayet_iyi|gayet_guzel calisiyor|calisti|isliyor
      [sorun|sorunum|problem|sorunumuz|problemim|mesele|hata|konu] [artik|simdi] cozuldu|halloldu|giderildi|cozulmustur|duzeldi|ortadan_kalkti|kapandi|kalmadi
      cozuldu|halloldu|hallettim|sorun_kalmadi|sorunsuz
      [talebi|kaydi|bileti|destek_kaydini|ticket'i|ticketi|konuyu|talebimi] [artik] kapatabilirsiniz|kapatabilirsin|kapatilabilir|kapatabiliriz
      kapatabilirsiniz|kapatabilirsin
      baska sorum|sorumuz|bir_sorum|bir_sorun|sorun yok
      [e-posta|mail|dosya|fatura|baglanti|e_posta|maili|dosyayi|faturayi] [simdi] geldi|ulasti|elime_ulasti|aldim
      [artik|simdi|tekrar|yeniden] giris yapabiliyorum|yapabildim|yapabiliyoruz
      iyi|guzel|super|harika is|hizmet|destek|is_cikardiniz
      [sorun|sorunumuz|sorunum|konu|hata] [tamamen|artik|su_an] giderildi|cozuldu|halloldu|duzeldi|kalmadi
      [her_sey|hersey|sistem|su_an] [gayet|su_an|artik|simdi] [yolunda|normal|sorunsuz|duzgun|guzel|iyi] calisiyor|gidiyor|su_an
      [talebi|kaydi|bileti|konuyu|ticketi] kapatabilirsiniz|kapatilabilir|kapatin`,
    polite: `
      cok|tekrar|tekrardan|gercekten|evet|size|herkese|hepinize|tum_ekibe|ekibinize|simdi|artik|de|da|ve|icin|bir_kez_daha
      [hizli|yardiminiz|ilginiz|desteginiz|cevabiniz|yanitiniz|guzel|nazik|degerli|kisa_surede|her_sey|bilgi|cozum|sabriniz|geri_donusunuz|bilgilendirmeniz|ilgi_ve_alakaniz|aciklamaniz|emeginiz|hizli_ve_nazik|bu_kadar_hizli] [yardiminiz|ilginiz|desteginiz|cevabiniz|yanitiniz|donusunuz|cozumunuz|geri_donusunuz|cevap|yanit|yardim|destek|servis|hizmetiniz|ve_ilginiz|ve_desteginiz|ilgi] icin
      yardiminiz_icin|ilginiz_icin|desteginiz_icin|her_sey_icin|yardimin_icin|ilgin_icin
      [iyi|hayirli|guzel] gunler|aksamlar|calismalar|haftalar|hafta_sonlari|bayramlar|geceler [dilerim|dileriz]
      kolay gelsin
      [cok] hizli|naziksiniz|yardimci_oldunuz|ilgilisiniz|memnunum|memnun_kaldim|memnun_kaldik|mutluyum|memnunuz
      [hizli|guzel|kiymetli|degerli|ozenli|profesyonel] [hizmetiniz|destek|yardim|destekleriniz|yardimlariniz|calismaniz|ilgi] icin
      onay|onayiniz|bilgi|aciklama|yardim|destek|cevap|yanit|donus|bilgilendirme|ilgi|hiz|cozum|emek|sabir|link|dosya|fatura|mesaj icin`,
    greets: `merhaba|merhabalar|selam|sayin|degerli|iyi_gunler|gunaydin|iyi_aksamlar|sevgili|hanim|bey|arkadaslar|selamlar|ekip|yetkili`,
    closes: `
      saygilarimla|saygilar|sevgiler|selamlar|iyi_calismalar|iyi_gunler|saygilarimizla|sevgilerimle|hoscakalin|iyi_gunler_dilerim|gorusmek_uzere|kolay_gelsin|iyi_calismalar_dilerim`,
  },
  ru: {
    says: `
      спасибо|благодарю|большое_спасибо|спасибо_большое|огромное_спасибо|спасибо_огромное|благодарим|спасибки|спс|премного_благодарен|спасибо_вам|искренне_благодарю|благодарен|благодарна|благодарствую|мерси
      отлично|супер|прекрасно|замечательно|класс|здорово|превосходно|великолепно|хорошо|очень_хорошо|идеально|круто|молодцы|чудесно|шикарно|ура|умнички|бомба
      ок|окей|понятно|понял|поняла|ясно|принято|договорились|хорошо_понял|принял|приняла|поняли|добро|все_понятно
      [теперь|все|уже|да|и|у_меня|у_нас|ссылка|вход|сейчас] [уже|теперь|все] работает|заработало|получилось|заработал|помогло|наладилось|работают|заработала [теперь|нормально|отлично|все|хорошо|как_надо|исправно|снова|идеально|прекрасно|корректно|без_сбоев] [теперь|снова]
      [все|уже|теперь|да] [уже|теперь] в_порядке|хорошо|решено|исправлено|готово|нормально|ок|ясно|получилось|пришло|решилось
      [проблема|вопрос|ошибка|моя_проблема|наша_проблема|неполадка] [уже|была|был|теперь] решена|решен|исчезла|устранена|исправлена|снят|закрыт|решилась|решился|снята|закрыта|ушла
      [можете|можно|можем|прошу] [уже|смело|тикет|заявку|обращение] закрывать|закрыть [тикет|заявку|обращение|вопрос|запрос]
      [тикет|заявку|обращение|вопрос] можно|можете [уже] закрыть|закрывать
      [больше|других|дополнительных] вопросов [больше] нет|не_имею
      [уже] получил|получила|пришло|пришел|пришла|получили [письмо|файл|счет|ссылка|ссылку]
      [теперь|уже|снова] [могу|удалось|получается|смог|смогла] войти|зайти [снова|теперь]
      вы [лучшие|супер|молодцы|просто_супер|замечательные|волшебники|просто_чудо]
      отличная|хорошая|быстрая|прекрасная|оперативная работа|поддержка|реакция
      [вопрос|проблема|все|заявка|ошибка] [полностью|уже|теперь] решен|решена|решено|закрыт|устранена|улажено|в_норме|снято
      [заявку|тикет|обращение] можно|можете [смело|уже] закрывать|закрыть
      [подтверждаю|подтверждаем] [что] [все|теперь] работает|в_порядке|решено
      [очень|деиствительно] полезно|помогли|понятно|удобно
      получено|получил|получила|подтверждаю|дошло
      [это] ответ на мои вопрос [получен]
      [фаил|письмо|счет] получил|получила|получили|получен|дошел|дошло`,
    polite: `
      большое|огромное|очень|еще_раз|снова|вам|всем|всей_команде|тебе|да|за_все|теперь|уже|и|искренне|от_души|действительно|также
      [и] за [быструю|помощь|ответ|оперативную|вашу|быстрый|оперативный|отличную|ваш|ваше|всю|столь_быстрый|подробный|такой_быстрый|качественную|скорый|терпение|оперативность|поддержку] [помощь|ответ|поддержку|реакцию|информацию|разъяснение|разъяснения|терпение|оперативность|решение|работу|внимание|содействие|обратную_связь|помощь_и_терпение|пояснение|сервис|участие|скорость]
      [хорошего|приятного|доброго|удачного|всего|желаю|и_хорошего|отличного] [вам] [хорошего|приятного] [дня|вечера|доброго|хорошего|выходных|недели|наилучшего]
      очень быстро|приятно|любезно|оперативно|рада|рад|довольна|доволен|довольны
      не_за_что|без_проблем
      за [вашу|такую|столь|очень] [быструю|оперативную|отличную|квалифицированную|профессиональную|неоценимую|ценную] помощь|поддержку|работу|реакцию|консультацию|обработку
      за [ваш|вашу|ваше|всю|эту|это|такую|такои|столь|очень|твою|твои] [быструю|быстрыи|оперативную|оперативныи|отличную|подробныи|подробное|скорыи|качественную|хорошую|ценную|прекрасную|своевременную|огромную] [и] [быструю|быстрыи|оперативную|оперативныи|отличную|подробныи|подробное|скорыи|качественную|хорошую|ценную|прекрасную|своевременную|огромную] помощь|ответ|поддержку|реакцию|информацию|разъяснение|разъяснения|терпение|оперативность|решение|работу|внимание|содеиствие|связь|пояснение|пояснения|сервис|участие|скорость|подтверждение|объяснение|ссылку|фаил|счет|совет|заботу|понимание|уточнение|исправление|консультацию|обслуживание
      и [за] [ваш|вашу|ваше|всю|эту|это|такую|такои|столь|очень|твою|твои] [быструю|быстрыи|оперативную|оперативныи|отличную|подробныи|подробное|скорыи|качественную|хорошую|ценную|прекрасную|своевременную|огромную] помощь|поддержку|терпение|оперативность|работу|внимание|содеиствие|сервис|участие|скорость|заботу|понимание
      за любезную|доброжелательную|большую|эффективную|незамедлительную|всестороннюю помощь|поддержку|реакцию`,
    greets: `здравствуйте|добрый_день|доброе_утро|добрый_вечер|привет|уважаемый|уважаемая|уважаемые|дорогие|приветствую|коллеги|доброго_дня|команда|господин|госпожа`,
    closes: `
      с_уважением|с_наилучшими_пожеланиями|всего_доброго|всего_хорошего|до_свидания|искренне_ваш|с_благодарностью|с_приветом|удачи`,
  },
  uk: {
    says: `
      дякую|дякуємо|щиро_дякую|дуже_дякую|красно_дякую|велике_спасибі|спасибі|дякую_дуже|вдячний|вдячна|щиро_вдячний|велика_подяка
      чудово|супер|добре|відмінно|клас|прекрасно|ідеально|дуже_добре|гаразд|ура|круто|молодці
      ок|зрозуміло|зрозумів|зрозуміла|прийнято|домовились
      [тепер|все|вже|так|і|у_мене|в_мене] [вже|тепер|все] працює|запрацювало|вийшло|допомогло|вдалося [тепер|нормально|добре|чудово|знову|як_треба|все]
      [все|вже|тепер] [вже] гаразд|добре|вирішено|виправлено|готово|в_порядку
      [проблема|проблему|питання|помилка|помилку] [вже|було|була] вирішена|вирішено|усунуто|виправлено|зникла|вирішене|закрито
      [можете|можна] [вже] закривати|закрити [тікет|заявку|звернення|запит|питання]
      [більше] питань [більше] немає
      [питання|проблему|проблема|все|заявку] [вже|повністю] вирішено|вирішена|усунено|закрито|виправлено|гаразд
      [заявку|тікет|звернення|запит] можна|можете [вже] закривати|закрити
      [підтверджую] [що] [все|тепер] працює|гаразд
      [чудова|гарна|швидка] робота|підтримка|допомога
      [фаил|лист|рахунок] отримав|отримала|отримали|отримано`,
    polite: `
      дуже|щиро|ще_раз|вам|всім|так|за_все|тепер|вже|і|за_допомогу|за_швидку_відповідь|за_швидку_допомогу|за_відповідь|за_оперативність|за_вашу_допомогу|за_підтримку|за_пояснення|гарного_дня|гарного_вечора|гарних_вихідних|чудового_дня|вдалого_дня|за_інформацію
      за [вашу|таку|дуже] [швидку|оперативну|чудову|фахову|цінну] допомогу|підтримку|роботу|реакцію|відповідь|консультацію
      [гарного|чудового|приємного|вдалого|доброго] [вам] дня|вечора|тижня|вихідних
      за [ваш|вашу|ваше|всю|цю|таку|дуже|твою] [швидку|оперативну|чудову|гарну|докладну|швидкии|докладне|цінну|вчасну] [і|та] [швидку|оперативну|чудову|гарну|докладну|швидкии|докладне|цінну|вчасну] допомогу|відповідь|підтримку|реакцію|інформацію|розяснення|терпіння|оперативність|вирішення|роботу|увагу|сприяння|пояснення|сервіс|швидкість|підтвердження|посилання|фаил|рахунок|пораду|розуміння|уточнення|консультацію|звязок
      і|та [за] [ваш|вашу|ваше|всю|цю|таку|дуже|твою] [швидку|оперативну|чудову|гарну|докладну|швидкии|докладне|цінну|вчасну] допомогу|підтримку|терпіння|оперативність|роботу|увагу|сприяння|сервіс|швидкість|розуміння
      за [вашу] люб'язну|велику|ефективну|щиру|приязну допомогу|підтримку|реакцію`,
    greets: `добрий_день|доброго_дня|вітаю|привіт|доброго_ранку|шановні|шановний|шановна|добрий_вечір|колеги`,
    closes: `з_повагою|до_побачення|на_все_добре|з_найкращими_побажаннями|з_вдячністю|усього_найкращого`,
  },
  hu: {
    says: `
      koszonom|koszonjuk|koszi|koszonom_szepen|nagyon_koszonom|nagyon_szepen_koszonom|koszonom_a_segitseget|halas_koszonet|koszonet|koszonettel|kosz|ezer_koszonet|koszike|halasan_koszonom
      szuper|tokeletes|remek|nagyszeru|kivalo|nagyon_jo|rendben|oke|ok|ertem|ertettem|jo|tudomasul_vettem|csodas|fantasztikus|kiraly
      [most|mar|igen|minden|es] [mar|most] mukodik|jo|rendben|sikerult|megoldodott|megoldva|megy|mukodnek [tokeletesen|rendesen|jol|ujra|most|mar|hibatlanul|rendben]
      minden|most [mar] rendben [van|ment]
      [a] problema|hiba|ugy [mar|meg_van|most] megoldodott|megoldva|megszunt|elharult|lezarhato|lezarva
      [a] jegyet|ticketet|hibajegyet|ugyet [mar|nyugodtan] lezarhatjak|lezarhato|lezarhatod|lezarhatjatok|bezarhatjak
      [a] jegy|ticket|hibajegy lezarhato
      nincs tobb|tovabbi kerdesem
      [a_problema|a_hiba|az_ugy|minden] [mar] megoldodott|elharult|megszunt|rendezodott|megjavult
      megoldodott|rendezodott|megjavult|elharult
      [mar|nyugodtan|akkor] lezarhatjak|lezarhatja|lezarhatod|lezarhatjatok|lezarhato|bezarhatjak|bezarhato [a|az] [jegyet|jegy|ticketet|ugyet|bejelentest|esetet|hibajegyet]
      [megerositem|igazolom] [hogy] [minden|mar] mukodik|rendben`,
    polite: `
      nagyon|szepen|meg_egyszer|ismet|igen|mindenkinek|onoknek|mindent|a|az|gyors|segitseget|valaszt|a_gyors_segitseget|a_gyors_valaszt|a_segitseget|a_valaszt|a_tajekoztatast|a_turelmet|a_segitsegüket|a_segitseguket|szep_napot|tovabbi_szep_napot|jo_hetveget|szep_estet|szep_hetveget|es|most|mar|kivanok
      a|az [nagyon|rendkivul|ilyen] [gyors|hatekony|segitokesz|hasznos|kedves|szives] segitseget|valaszt|ugyintezest|reakciot|megoldast|tamogatast|turelmet|informaciot|segitsegüket|munkat
      szep|kellemes|jo [napot|estet|hetveget|hetet|delutant] [kivanok|kivanunk]
      [a|az] [gyors|kedves|hasznos|segitokesz|reszletes] visszaigazolast|megerositest|magyarazatot|informaciot|felvilagositast|tajekoztatast|intezkedest|megoldast|segitseget|valaszt|turelmet|tamogatast|kozremukodest|linket|fajlt|szamlat|uzenetet|pontositast|javitast|utanajarast`,
    greets: `szia|sziasztok|kedves|tisztelt|jo_napot|udvozlom|jo_napot_kivanok|hello|helló|jo_reggelt|cimzett|csapat`,
    closes: `udvozlettel|tisztelettel|udv|szia|minden_jot|koszonettel_es_udvozlettel|szivelyes_udvozlettel|baratsaggal|viszontlatasra`,
  },
  ro: {
    says: `
      multumesc|multumim|va_multumesc|iti_multumesc|multumesc_mult|mersi|multumesc_frumos|va_multumim|mii_de_multumiri|merci|multam
      perfect|super|excelent|minunat|foarte_bine|grozav|bine|in_regula|ok|am_inteles|inteles|fantastic|bravo
      [acum|da|deja|totul|si] [acum|totul] functioneaza|merge|a_mers|functionat [perfect|bine|acum|din_nou|corect|foarte_bine]
      [totul|s-a|este|problema|s] [e|este|a] [acum] rezolvat|rezolvata|in_regula|ok|bine|in_ordine
      [problema|eroarea] [a_fost|s-a|s_a|este] rezolvata|rezolvat|remediata|disparut
      [puteti|poti] [sa] inchide|inchideti|inchizi [tichetul|cazul|solicitarea|ticketul]
      [tichetul|cazul] poate|se_poate [fi] inchis|inchide
      nu mai am|alte alte|intrebari [intrebari]
      [totul|problema|acum] [este|e|a_fost|s-a] [acum] rezolvat|rezolvata|in_regula|in_ordine|ok|functional
      [puteti|se_poate|poti] inchide|sa_inchideti [tichetul|cazul|solicitarea|cererea|ticketul]
      [confirm|confirmam] [ca] [totul|acum] functioneaza|merge|e_in_regula`,
    polite: `
      mult|foarte|frumos|inca_o_data|din_nou|da|tuturor|acum|si|pentru_ajutor|pentru_ajutorul_acordat|pentru_ajutorul_rapid|pentru_raspuns|pentru_raspunsul_rapid|pentru_raspunsul_prompt|pentru_tot|pentru_sprijin|pentru_sprijinul_acordat|pentru_suport|o_zi_buna|o_zi_frumoasa|o_seara_buna|weekend_placut|zi_buna
      pentru [ajutorul|raspunsul|suportul|sprijinul|promptitudinea|promptitudine|ajutor|rabdare|tot] [rapid|prompt|acordat|dumneavoastra|dvs|vostru]
      [o|un] [zi|seara|saptamana|weekend] [buna|frumoasa|excelent|placut|minunata] [in_continuare]
      pentru [tot|toata|acest|un] [promptul|rapidul|bunul|marele] [si] [promptul|rapidul|bunul|marele] ajutor|ajutorul|raspuns|raspunsul|suport|suportul|sprijin|sprijinul|informatie|informatii|informatia|info|rabdare|rabdarea|explicatie|explicatii|explicatia|timp|timpul|rezolvare|rezolvarea|solutie|solutia|promptitudine|promptitudinea|confirmare|confirmarea|clarificare|clarificari|link|fisier|factura|mesaj|mesajul|atentie|intelegere|amabilitate|serviciu|serviciile|asistenta [promptul|rapidul|bunul|marele]
      si [pentru] [tot|toata|acest|un] [promptul|rapidul|bunul|marele] ajutor|ajutorul|suport|suportul|sprijin|sprijinul|rabdare|rabdarea|timp|timpul|promptitudine|promptitudinea|atentie|intelegere|amabilitate`,
    greets: `buna|buna_ziua|salut|stimate|stimata|draga|buna_dimineata|buna_seara|domnule|doamna|tuturor`,
    closes: `cu_stima|cu_respect|toate_cele_bune|numai_bine|cu_drag|la_revedere|cele_bune|o_zi_buna`,
  },
  el: {
    says: `
      ευχαριστω|ευχαριστουμε|σας_ευχαριστω|σας_ευχαριστουμε|σε_ευχαριστω|ευχαριστω_πολυ|ευχαριστουμε_πολυ|χιλια_ευχαριστω|χιλια_μπραβο|πολλα_ευχαριστω|ευχαριστω_παρα_πολυ|ευγνωμων|θερμα_ευχαριστω|ευχαριστιες
      τελεια|τελειο|τελειος|υπεροχα|υπεροχο|εξαιρετικα|εξαιρετικο|θαυμασια|καταπληκτικα|σουπερ|μπραβο|πολυ_ωραια|ωραια|αψογα|φανταστικα|πολυ_καλα|ολα_καλα|μια_χαρα
      οκ|οκευ|ενταξει|καταλαβα|εγινε|εληφθη|ελαβα|ληφθηκε|κατανοητο|συμφωνοι|συμφωνω|καταλαβαμε
      [ναι|τωρα|ολα|πλεον|και|επιτελους|η_συνδεση|η_εξαγωγη] [τωρα|πια|πλεον|ολα] λειτουργει|λειτουργουν|δουλευει|δουλευουν|δουλεψε|λειτουργησε|εφτιαξε|φτιαχτηκε [κανονικα|σωστα|τελεια|αψογα|παλι|ξανα|τωρα|πλεον|μια_χαρα|ολα|καλα|αρτια]
      [το_προβλημα|το_θεμα|το_ζητημα|ολα|η_βλαβη|το_λαθος] [εχει|τωρα|πλεον|πια|ειναι] λυθηκε|λυθει|λυμενο|επιλυθηκε|επιλυθει|διορθωθηκε|διορθωθει|τακτοποιηθηκε|αποκατασταθηκε|ενταξει|καλα|ετοιμα
      [μπορειτε|μπορεις|μπορουμε] [πλεον|τωρα|λοιπον] [να] κλεισετε|κλεισεις|κλεισουμε|αρχειοθετησετε [το|την|αυτο_το|το_παρον] [αιτημα|θεμα|δελτιο|υποθεση|ticket|εισιτηριο]
      [το] αιτημα|ticket|θεμα μπορει να κλεισει
      [το|την|το_email|το_αρχειο|το_τιμολογιο] ελαβα|πηρα|παρελαβα|ηρθε|εφτασε [το] [email|αρχειο|τιμολογιο|μηνυμα|link]
      εισαι|ειστε ο_καλυτερος|οι_καλυτεροι|φοβεροι|αστερια|υπεροχοι
      αμεση|καλη|εξαιρετικη|πολυ_καλη εξυπηρετηση|υποστηριξη|δουλεια
      [ολα|τα_παντα] [εχουν] λυθηκαν|διορθωθηκαν|λυθει|τακτοποιηθηκαν|φτιαχτηκαν`,
    polite: `
      πολυ|παρα_πολυ|και_παλι|ξανα|ναι|ολους|σε_ολους|τωρα|πλεον|και|επισης|πραγματικα|για_ολα|εκ_νεου|θερμα|ειλικρινα
      για [τη|την|το|τις|τους|τα] [αμεση|γρηγορη|πολυτιμη|πολυ_γρηγορη|ταχυτατη|καλη|αμεσοτατη] [ανταποκριση|βοηθεια|απαντηση|υποστηριξη|εξυπηρετηση|υπομονη|ενημερωση|διευκρινιση|συνεργασια|κατανοηση|λυση|χρονο|πληροφορια|πληροφοριες|ευγενεια] [σας|σου]
      [καλη|καλο|ομορφη|καλη_συνεχεια|ευχομαι|να_εχετε|και] [σας|μια] [καλη|καλο|ομορφη] [μερα|ημερα|βραδυ|απογευμα|σαββατοκυριακο|εβδομαδα|συνεχεια|βραδια]
      πολυ ευγενικο|γρηγορο|γρηγοροι|ευγενικοι [εκ_μερους_σας]
      για [τη|την|το|τις|τους|τα|τον|οση|ολη_τη] [αμεση|γρηγορη|πολυτιμη|ταχυτατη|καλη|αμεσοτατη|εξαιρετικη] [και] [αμεση|γρηγορη|πολυτιμη|ταχυτατη|καλη|αμεσοτατη|εξαιρετικη] ανταποκριση|βοηθεια|απαντηση|υποστηριξη|εξυπηρετηση|υπομονη|ενημερωση|διευκρινιση|διευκρινισεις|συνεργασια|κατανοηση|λυση|χρονο|πληροφορια|πληροφοριες|ευγενεια|επιβεβαιωση|εξηγηση|εξηγησεις|συνδεσμο|αρχειο|τιμολογιο|προσπαθεια|συμβουλη|αμεσοτητα
      και [για] [τη|την|το|τις|τους|τα|τον|οση|ολη_τη] [αμεση|γρηγορη|πολυτιμη|ταχυτατη|καλη|αμεσοτατη|εξαιρετικη] βοηθεια|υποστηριξη|εξυπηρετηση|υπομονη|συνεργασια|κατανοηση|χρονο|ευγενεια|προσπαθεια
      για την|τη|το ευγενικη|γενναια|σημαντικη|μεγαλη|φιλικη|αποτελεσματικη βοηθεια|υποστηριξη|εξυπηρετηση`,
    greets: `γεια|γεια_σας|γεια_σου|καλημερα|καλησπερα|καλη_σας_μερα|αγαπητε|αγαπητη|αγαπητοι|κυριε|κυρια|χαιρετε|αξιοτιμε|αξιοτιμη|φιλε|ομαδα|προς`,
    closes: `
      με [εκτιμηση|τιμη|φιλικους_χαιρετισμους|σεβασμο|θερμους_χαιρετισμους]
      χαιρετισμους|φιλικα|χαιρετισματα|φιλικους_χαιρετισμους|τα_λεμε|αντιο|ευχαριστω_εκ_των_προτερων|καλη_συνεχεια`,
  },
  ja: {
    says: `
      [早速の|迅速な|早い|素早い|丁寧な|ご丁寧な] ご対応|対応|ご返信|返信|ご返答|ご連絡|ご回答|回答|ご説明|説明|サポート|ご支援|ご協力|情報|すべて [を|に|どうも|本当に|誠に|大変] ありがとうございます|ありがとうございました|ありがとう|感謝いたします|感謝します|感謝しております|感謝申し上げます|お礼申し上げます|御礼申し上げます
      ありがとうございます|ありがとうございました|ありがとう|どうもありがとうございます|どうもありがとうございました|感謝いたします|感謝します|感謝しております|感謝申し上げます|御礼申し上げます|お礼申し上げます|有難うございます|有難うございました|有り難うございます|サンクス|どうも
      助かりました|大変助かりました|とても助かりました|助かります|解決しました|解決いたしました|問題は解決しました|問題が解決しました|問題なく動きました|問題なく使えました|問題なく使えています|問題なく動作しています|問題ありません|問題ございません|無事解決しました|無事に解決しました|無事ログインできました|ログインできました|ログインできるようになりました|届きました|受け取りました|確認できました|確認しました|確認いたしました|使えるようになりました|正常に動作しています|正常に動作しました|正常に動いています|うまくいきました|うまく動きました|できました|直りました|治りました|動きました|動くようになりました|ダウンロードできました|開けました|完了しました
      了解です|了解しました|了解いたしました|承知しました|承知いたしました|承知致しました|分かりました|わかりました|かしこまりました|大丈夫です|大丈夫でした|ばっちりです|バッチリです|完璧です|素晴らしいです|素晴らしい|最高です|完璧|オッケーです
      クローズしてください|クローズしていただいて大丈夫です|クローズで大丈夫です|クローズして構いません|終了してください|チケットを閉じてください|チケットをクローズしてください|チケットを閉じていただいて大丈夫です|閉じてください|閉じていただいて構いません|これで大丈夫です|これ以上の質問はありません|他に質問はありません
      [問題なく|正常に|無事に|無事|きちんと|しっかり|順調に] [動作|稼働|起動|利用] [が] しております|しています|しました|できております|できています|できました
      [この|当] [チケット|件|案件|お問い合わせ] [は|を|の] [クローズ|完了|終了|解決済み] [と|に] [して] [いただいて|頂いて|くださって|もらって|して] 結構です|構いません|大丈夫です|問題ありません|問題ございません
      クローズ|終了|完了 [に|と] して [いただいて|頂いて|もらって] 結構です|構いません|大丈夫です
      [正常に|問題なく|無事に|また|再び] 動く|使える|開ける|見られる|入れる|接続できる|ログインできる ように なりました
      正常に|問題なく|無事に 動きました|使えました|復旧しました|復旧しています|戻りました`,
    polite: `
      [この度は|このたびは] [迅速な|早速の|素早い|早い|丁寧な|ご丁寧な|迅速に|早速|すぐに|素早く] [の] ご対応|対応|ご返信|返信|返答|ご返答|ご連絡|連絡|ご回答|回答|ご説明|説明|サポート|ご支援|ご協力|情報 [を] [して] いただき|頂き|くださり|下さり|いただきまして|頂きまして|くださいまして|いただいて|頂いて
      [この度は|このたびは] [迅速に|早速|すぐに|丁寧に|素早く] 教えて|助けて|対応して|解決して|直して|返信して いただき|頂き|くださり|下さり|いただいて|くれて|くださって
      お世話になっております|お世話になります|いつもお世話になっております|いつもお世話になります|お疲れ様です|お疲れさまです|ご丁寧に|この度は|このたびは|今回は|誠に|大変|本当に|とても|重ねて|はい|無事|無事に|おかげさまで|お陰様で|おかげで|お陰で|今後ともよろしくお願いいたします|今後ともよろしくお願いします|引き続きよろしくお願いいたします|よろしくお願いいたします|よろしくお願いします|宜しくお願いいたします|宜しくお願いします|宜しくお願い致します|取り急ぎ|お礼まで|御礼まで|取り急ぎお礼まで|様|ご担当者様|担当者様|サポート担当者様|サポート御中|サポートの皆様|御中|こちらでも|それでは|ね|良かったです|よかったです|嬉しいです
      [迅速かつ|とても|大変|誠に|素早く] [丁寧な|親切な|適切な|的確な|早い|迅速な] ご対応|ご案内|ご教示|ご説明|サポート|お返事 [を] [して] [いただき|頂き|くださり|に]
      ご確認|確認|ご説明|ご案内|ご連絡|ご教示|ご手配|ご調査|ご助言|ご理解|ご協力 [を|に|いただき|頂き|くださり]`,
    greets: `こんにちは|おはようございます|こんばんは`,
    closes: `以上|敬具|失礼いたします|失礼します|よろしくお願い申し上げます`,
  },
  zh: {
    says: `
      [非常|十分|再次|真的|衷心] 谢谢|感谢|多谢 [您|你|你们|大家|团队] [的] [快速|及时|耐心|迅速|大力|快速的|及时的|耐心的] 帮助|支持|回复|解答|协助|服务|解决|处理|反馈
      谢谢|多谢|感谢|非常感谢|谢谢你|谢谢您|谢谢你们|十分感谢|万分感谢|太感谢了|太谢谢了|谢了|谢谢啦|衷心感谢|感谢您的帮助|謝謝|非常感謝|多謝|感謝|謝謝您
      问题已解决|问题解决了|已经解决了|已解决|解决了|可以了|现在可以了|好了|现在好了|正常了|现在正常了|已经正常了|能用了|可以用了|可以登录了|现在可以登录了|收到了|已收到|收到|搞定了|没问题了|一切正常|恢复正常了|現在可以了|問題已解決|已解決
      好的|好|明白|明白了|知道了|了解|了解了|没问题|很好|太好了|太棒了|完美|棒|非常好|辛苦了|您辛苦了|好的呢
      可以关闭工单了|可以关闭了|请关闭工单|请关闭|可以关单了|工单可以关闭了|没有其他问题了|没有其他问题|没有问题了|没有别的问题了|可以結案了
      [非常|十分|真心|再次] 感谢|谢谢 [您|你|你们|贵司|大家] [的|们的] [及时|快速|耐心|专业|热心] [帮助|支持|回复|协助|服务|指导|配合|答复]
      [工单|问题|此单|这个工单|该工单] [现在|已经|已|就|可以] [可以|已] 关闭|关了|结单|解决|处理好了|恢复了|修好了 [了]
      谢谢|感谢 [您|你|你们] [的] 确认|解释|说明|解答|提醒|通知|告知|指导|回复|反馈|协助|帮助|帮忙|支持|耐心
      [现在|已经|都|一切|全部|也|又] [都|已] 恢复|正常|好 [正常|了|使用] [了]
      [一切|全部|都] [已] [恢复] 正常 [了]`,
    polite: `
      了|啊|呀|您|你|你们|非常|现在|祝好|祝您生活愉快|祝工作顺利|祝你有美好的一天|祝您愉快|对|是的|再次|真的|大家|很快|回复很快|服务很好
      祝|祝您|祝你|祝你们|祝大家 [工作|生活|周末|一切|身体|天天|新年|商] 愉快|顺利|健康|开心|快乐|祺 [！]
      的 帮助|支持|回复|解答|解释|说明|确认|耐心|服务|通知|提醒|反馈|协助`,
    greets: `你好|您好|大家好|早上好|下午好|尊敬的|嗨`,
    closes: `此致|敬礼|祝好|再见|顺颂商祺|此致敬礼`,
  },
  ko: {
    says: `
      감사합니다|고맙습니다|정말_감사합니다|대단히_감사합니다|고마워요|감사드립니다|감사해요|정말_고맙습니다|너무_감사합니다|감사드려요|감사
      해결되었습니다|해결됐습니다|해결됐어요|잘_됩니다|이제_됩니다|이제_잘_됩니다|잘_작동합니다|잘_작동해요|받았습니다|확인했습니다|로그인됩니다|문제가_해결되었습니다|문제_해결되었습니다|문제_해결됐습니다|문제가_해결됐습니다|정상적으로_작동합니다|잘_받았습니다
      네|알겠습니다|좋습니다|완벽합니다|최고예요|최고입니다|좋아요
      종료하셔도_됩니다|닫으셔도_됩니다|티켓_닫으셔도_됩니다|티켓을_닫으셔도_됩니다|추가_질문_없습니다
      [이제|지금|모두|다|문제] [없이|다|모두|정상적으로|잘] 작동합니다|작동하네요|되네요|됩니다|해결되었네요|해결됐네요|해결되었습니다|처리되었습니다
      [이] [티켓|문의|건] [은|을|는] [종료해|닫아|마감해] [주셔도|주시면] 됩니다
      도움이|큰_도움이 [많이] 되었습니다|됐습니다|되었어요
      완벽해요|완벽합니다|훌륭합니다|훌륭해요|최고네요|좋네요|아주_좋습니다|잘되네요|잘_되네요|잘됩니다|됩니다|되네요|정상입니다|정상이에요|해결됐네요|해결되었네요|이해했습니다|이해했어요|알겠어요|확인했어요|고마워|감사합니당|다행입니다|문제없습니다|문제_없습니다|괜찮습니다 [이제|모두]
      [모두|이제|지금은|다시|다] 정상입니다|정상적으로_작동합니다|잘_됩니다|잘_작동합니다|잘_되네요|해결되었습니다|됩니다`,
    polite: `
      빠른|답변|도움|도와주셔서|답변_주셔서|빠른_답변|빠르게|정말|대단히|매우|다시_한번|신속한|대응|대응에|답변에|친절한|이제|덕분에|좋은_하루_되세요|수고하세요|수고하셨습니다|좋은_하루_보내세요|즐거운_하루_되세요|주셔서|처리해|해결해
      [친절하고|빠르고|신속하고|항상|늘] [빠른|친절한|신속한|정확한|좋은] [답변|지원|처리|대응|도움|안내|서비스] [에|을|주셔서|해_주셔서]
      [즐거운|행복한|편안한|좋은] [하루|주말|저녁|오후|한_주] [되세요|보내세요|되시기_바랍니다|보내시기_바랍니다]
      도와|도움|확인|설명|안내|회신|연락|처리|해결|알려|지원|수고|빠른_회신|빠른_처리|빠른_대응|신속한_처리|신속한_답변|친절한_답변|친절한_안내|친절한_설명 [주셔서|해_주셔서|해주셔서|주신_점]
      도와주셔서|알려주셔서|처리해주셔서|확인해주셔서|설명해주셔서|해결해주셔서|답변해주셔서|안내해주셔서|도와_주셔서|모두|덕분에|정말로|항상|늘`,
    greets: `안녕하세요|안녕하십니까`,
    closes: `드림|올림|감사합니다|수고하세요`,
  },
}
