/**
 * What courtesy is made of beside the phrases of `courtesy-words.ts`: clauses whose words may stand in
 * any order. One of `core` must be there, one of `needs` if it is given, and all others are of
 * `around`. There is no “not”, “only”, “almost” or “until” among them, nor what one could ask for.
 */
export type Clause = {
  core: string
  /** Or `free | gate | first | gated`: what one is thanked for stands behind a “for”, and begins so. */
  around: string
  needs?: string
}
export type ClauseWords = {
  /** “We really appreciate the quick turnaround”: its object needs no “for”. */
  appreciated?: Clause
  /** “Heartfelt thanks for the really quick help.” */
  thanks: Clause
  /** “The file has arrived”: says nothing without thanks. */
  received: Clause
  /** “Now I can log in again”: begins with `around`, as what begins with the verb may ask. */
  entered: Clause
  /** “From our side the ticket can be closed.” */
  closed: Clause
  /** As in `courtesy-words.ts`. */
  says: string
  polite: string
}

export const moreWords: Readonly<Record<string, ClauseWords>> = {
  en: {
    thanks: {
      core: `thanks thank thankyou thx thanx tks cheers thnks thankx`,
      around: `you u we i so very much many really truly sincerely again once more a lot bunch ton tons million heaps loads big huge massive endless guys team everyone everybody folks both all | for | your the this that all everything being jumping sorting fixing solving resolving handling helping dealing getting turning | so quick quickly fast prompt promptly speedy swift swiftly rapid great kind lovely super excellent fantastic amazing brilliant wonderful patient help support assistance service reply response answer patience time effort efforts work turnaround around it guys team everyone both and as always ever with on in me us out back to matter again very much`,
    },
    appreciated: {
      core: `appreciate appreciated appreciating`,
      around: `i we really truly very much so do greatly hugely all sincerely | your the this that all everything it how | so quick quickly fast prompt speedy swift rapid great kind lovely super excellent fantastic amazing help support assistance service reply response answer patience time effort efforts work turnaround attention everything speed kindness care thoroughness you your have put into done from team very much`,
    },
    received: {
      core: `arrived came received got arrived landed downloaded reached came`,
      around: `i we i've we've the file files link email mail invoice report export document documents attachment parcel it everything both all and just now safely here fine has have ok my our inbox mailbox through in to order everyone`,
    },
    entered: {
      core: `login access enter log sign open`,
      around: `i we everyone everybody she he now again in into on to the my our it system account page site portal app files fine normally here yes all`,
      needs: `can could able managed`,
    },
    closed: {
      core: `close closed shut archive`,
      around: `you we i so go ahead and can may be this that it one the ticket case request issue thread out off up now from on our my side end gladly happily then do it's fine good to are is ok okay`,
      needs: `can may please ahead feel good fine happy ok okay`,
    },
    says: `
      [i|we|i'm|we're|we_are|i_am] [got|am|are|all] [back] in|logged_in|up_and_running|back_in_business|back_on_track|back_online [now|again|fine|ok]
      [did|does|did_indeed] exactly|just|precisely what [i|we] needed|wanted
      it_all|all|everything adds_up|checks_out|looks_right [now]
      all|its|it's gud|gd|gtg [now]
      opens|loads|prints|runs|syncs fine|perfectly|normally|properly|nicely
      thank|thanks you both|two|guys|kindly
      ta_very_much|ta_muchly|nicely_done|nice_work|top_marks|thumbs_up|problem_solved|case_closed|crisis_averted|that's_perfect|that's_great|that_was_quick|that_was_fast|that_is_great|works_for_me|job's_done
      that_worked|that's_working|that_works|it_worked|worked_first_time [perfectly|nicely|a_treat|great]`,
    polite: `
      confirmed|confirming [that]
      [all] [the|our|my] events|exports|export|files|file|invoices|invoice|reports|report|orders|emails|mails|data is|are here|there|in [now|again]
      ever_so_much|with_me|with_us
      [this_is] just a quick|short|brief|little note|line|word to say|confirm [that]
      as_far_as_i'm_concerned|as_far_as_i_am_concerned|as_far_as_we_are_concerned|for_our_part|for_my_part|without_a_hitch
      no|no_more|no_further|no_other [more|further|other] questions|queries|concerns|issues from|on|at my|our end|side|part
      like a dream|charm|treat|breeze|clockwork|new
      as it|they|expected|intended|planned [should] [be]
      [i|we] [have|'ve] [just|now] tested|checked|tried|verified [it|this] [and|again|now]
      [i|we] [can|hereby|gladly|am_happy_to|are_happy_to] confirm that|it_is|it_all|all|everything
      without any|further problem|problems|issue|issues|trouble|hiccups|delay
      [i|we] [have|'ve] no further|more|other questions|queries|concerns|requests
      for taking care|the_time [of] [it|this]
      [that|it|this] was [very|really|super|so|incredibly|impressively] quick|fast|speedy|kind|helpful|painless|easy
      to|and you [too|and_the_team|and_your_team|all] [as_well]
      [have] [a] great|good|nice|lovely start [to|into] [the|your] week|day|weekend|new_year`,
  },
  de: {
    thanks: {
      core: `danke dank dankeschon merci bedanke bedanken thx dankend herzlichst`,
      around: `dafur hierfur hab habt ich wir mich uns ihnen euch dir allen vielen besten herzlichen herzlich lieben tausend grossen riesigen ganz recht sehr vielmals nochmals nochmal und hier auch an alle team | fur | die das den der ihre eure deine ihren euren deinen alles | rasche schnelle prompte super tolle gute nette freundliche kompetente unkomplizierte rasante fixe geduldige hilfe unterstutzung antwort ruckmeldung erledigung bearbeitung losung bemuhungen muhe geduld zeit arbeit service support reaktion info information nachricht und auch an alle team wie immer so sehr wirklich zugige schnellen raschen tollen guten super-service ubersendung zusendung aufklarung erklarung`,
    },
    received: {
      core: `kam kamen erhalten bekommen angekommen eingegangen eingetroffen zugegangen gekommen da`,
      around: `ich wir habe haben ist sind die das den der unser unsere mein meine ihr ihre datei dateien link mail mails email e-mail rechnung bericht export dokument unterlagen anhang alles beides gut jetzt nun soeben gerade hier bei mir uns auch und eben`,
    },
    entered: {
      core: `einloggen anmelden zugreifen offnen rein reingekommen einwahlen herunterladen arbeiten`,
      around: `ich wir mich uns jetzt nun wieder auch alle problemlos ganz normal darauf ohne probleme in auf das die den system konto seite portal hier sie es dann endlich`,
      needs: `kann konnen konnte konnten bin komme kommen sind`,
    },
    closed: {
      core: `schliessen geschlossen zu zugehen zumachen zugemacht abgeschlossen abschliessen abhaken abgehakt archivieren`,
      around: `sie ihr du wir es das dies dieses die den der mein unser ticket fall vorgang anfrage meldung thema sache von aus meiner unserer seite sicht werden jetzt nun gerne gern damit somit hiermit also dann daher also ruhig und auch`,
      needs: `kann konnen konnt kannst darf durfen bitte`,
    },
    says: `
      [das|es|hat|ja] [hat|war] [mir|uns] [sehr|wirklich|schon] geholfen|gewirkt|weitergeholfen
      [jetzt|nun|so|alles|es|ja|wieder] passt|lauft|klappt|rennt|flutscht|funzt|haut_hin|stimmt|sitzt [jetzt|nun|so|wieder|auch|ja] [alles|es|auch|das] [wieder|jetzt|so|auch]
      das_wars|das_war's|das_war_es|das_wars_schon|das_war's_schon|mehr_brauche_ich_nicht|genau_das_brauchte_ich|genau_was_ich_brauchte|war_genau_richtig|besser_gehts_nicht|alles_im_lot|alles_im_grunen_bereich|alles_tipptopp|tipptopp|tiptop|dankeli|dankle|1a|einsa|supi|superb|dankschon|im_grunen_bereich|wieder_im_grunen_bereich|alles_wieder_im_grunen_bereich|alles_wieder_gut|alles_wieder_da|alles_wieder_ok
      [damit|somit|hiermit] ist|war das|es|alles|die_sache|der_fall [fur] [uns|mich] erledigt|gelost|geklart|abgeschlossen
      [damit|somit|das|ja] [hat|ist] [sich] [die|das|mein|unser|unsere|meine] [sache|thema|anliegen|frage|problem|angelegenheit|alles|der_fall] [nun|jetzt|damit|somit] [vollstandig|komplett|bestens|auch] erledigt|gelost|geklart|behoben|aus_der_welt [fur_mich|fur_uns]
      super|tolle|gute|klasse|starke|saubere sache|arbeit|leistung|service|aktion`,
    polite: `
      moin|moin_moin|servus|gruezi|gruss_gott|mahlzeit
      [jetzt|nun] ist alles wieder im_lot|im_grunen_bereich|gut|in_ordnung|beim_alten
      von mir|uns aus
      wie am|geschmiert|gewunscht|erwartet|gewohnt|eine_eins|immer [schnurchen]
      [ich|wir] [habe|haben|hab's|hab] [es] [gerade|eben|soeben|gleich] getestet|ausprobiert|gepruft|probiert|nachgeschaut [und]
      hab's|habs gerade|eben|soeben getestet|ausprobiert|probiert
      [ich|wir] [kann|konnen|mochte|hiermit] bestatige|bestatigen|bestatigt dass
      ohne probleme|weitere_probleme|fehler
      [und] [einen|ein|noch|an] [noch] [einen|ein] schonen|schones|schone|guten|gutes|angenehmen|erholsames|entspannten [rest] feierabend|abend|tag|wochenende|woche|nachmittag|urlaub|sonntag|advent|feiertage|restwoche [noch|ihnen|euch|allen]
      freundliche|beste|liebe|viele|herzliche|schone|sonnige grusse aus|vom|von
      so|sehr|echt|wirklich|richtig schnell|fix|nett|lieb|freundlich|kompetent|unkompliziert
      das|es ging|war [ja] [aber] [echt|sehr|wirklich] schnell|fix|flott|prompt`,
  },
  fr: {
    thanks: {
      core: `merci mercii remercie remercions mrc`,
      around: `je nous vous te beaucoup bcp bien infiniment enormement mille grand un encore tres sincerement chaleureusement vivement a tous toutes deux | pour de | votre ton ta vos tes la le les cette l tout | votre ton ta vos tes la le les cette ce aide precieuse soutien rapidite reactivite efficacite reponse retour rapide efficace disponibilite patience temps travail service excellent super professionnalisme gentillesse intervention solution explications et a de d toute l equipe tous toutes deux assistance support prise en charge suivi info infos`,
    },
    received: {
      core: `venu recu recue recus arrive arrivee telecharge`,
      around: `j' j'ai ai nous avons est bien le la les l fichier lien mail facture rapport document documents export tout a vient d m' et`,
    },
    entered: {
      core: `connecter acceder entrer ouvrir connecte`,
      around: `je j' j'ai me m' nous maintenant enfin desormais a nouveau bien y tout le monde la les au aux mon compte page site sans souci`,
      needs: `peux pouvons peut arrive arrivons reussi pu suis`,
    },
    closed: {
      core: `fermer cloturer clore ferme cloture clos archiver fermez cloturez`,
      around: `ainsi alors vous on tu le la ce cette ticket dossier demande incident cas donc maintenant etre de notre mon ma cote part pour moi nous l' l`,
      needs: `pouvez peut peux peuvent`,
    },
    says: `
      [c'|tout|ca|c'est] [est] [rentre|revenu|de_nouveau|a_nouveau] [dans] [l'] [tout] ordre|la_normale|bon|nickel|parfait|impeccable|operationnel [pour] [moi|nous] [maintenant]
      impec|impeccable|nickel|niquel|extra|genial|formidable|au_top|chapeau|bien_joue|c'est_tout_bon|tout_bon|c'est_parti|ca_roule|tout_roule|c'est_top|c'est_super
      tout est rentre|revenu dans|a l'|la [ordre] [normale]
      c'est exactement|tout_a_fait ce qu'il|que me_fallait|je_voulais|il_nous_fallait
      tout_est_bon|c'est_bon|c'est_ok|tout_est_ok [pour] [moi|nous]`,
    polite: `
      [je|nous] confirme|confirmons que
      [je|nous] viens|venons de_tester|d'essayer|de_verifier
      sans souci|probleme|aucun_souci|aucun_probleme
      comme prevu|il_faut|sur_des_roulettes|attendu|une_horloge
      [et] [bonne|bon|excellent|excellente|tres_bonne|tres_bon|belle] fin_de_journee|journee|soiree|week-end|weekend|we|apres-midi|continuation|semaine [a] [vous|tous|toute|toutes] [et_tous] [l'] [equipe]
      a toute l' equipe
      a vous|toi deux|tous|toutes`,
  },
  es: {
    thanks: {
      core: `gracias agradezco agradecemos agradecido agradecida agradecidos grcs`,
      around: `muchas muchisimas mil infinitas millones muy te le les os lo de nuevo otra vez a todos ustedes vosotros equipo y de corazon | por | la el su tu vuestra vuestro todo toda vuestro las los lo | la el su tu vuestra vuestro todo toda ayuda rapida rapidez respuesta atencion gestion paciencia tiempo servicio excelente gran estupendo apoyo soporte esfuerzo trabajo amabilidad solucion eficacia info informacion a todos ustedes vosotros equipo y corazon tan rapido inmediata`,
    },
    received: {
      core: `recibido recibida recibi recibimos llego llegado llegaron`,
      around: `ya he hemos ha el la los archivo archivos fichero enlace correo factura informe documento documentos todo bien me nos lo y aqui esta`,
    },
    entered: {
      core: `acceder entrar abrir ingresar conectarme iniciar abrirlo`,
      around: `ya ahora yo he hemos de nuevo otra vez todos bien sin problema problemas al a la el en mi cuenta sistema pagina sesion nos me perfectamente`,
      needs: `puedo podemos pude logrado podido conseguido pueden`,
    },
    closed: {
      core: `cerrar cerrado cerrada cerrarlo cerrarla archivar cierren`,
      around: `se lo la el este esta mi nuestra ticket caso incidencia consulta solicitud tiquete asunto ya ahora entonces pues de por nuestra mi parte ser quedar dar como sin problema`,
      needs: `puede pueden puedes podeis podemos favor`,
    },
    says: `
      [ya|esta|todo|esto] [ha|esta|queda|quedo|todo] [todo] en_orden|solucionado|resuelto|arreglado|listo|perfecto|bien|ok|correcto [por] [aqui|ahora|mi_parte|nuestra_parte] [ya]
      [era|es|justo|exactamente] [justo|exactamente] lo_que necesitaba|necesitabamos|buscaba|queria
      fenomenal|estupendo|buenisimo|chevere|barbaro|de_lujo|de_maravilla|de_diez|fantastico|maravilloso|todo_en_orden|todo_ok|arreglado|asunto_resuelto|solucionado|sois_los_mejores|son_los_mejores|un_10`,
    polite: `
      confirmo|confirmamos que
      acabo|acabamos de_probar|de_comprobar|de_verificarlo|de_probarlo
      sin problemas|ningun_problema|problema_alguno|problema
      buen|feliz|bonito|excelente finde|fin_de_semana|dia|resto_del_dia|resto_de_dia|tarde|semana
      un|fuerte|gran abrazo|abrazo_fuerte
      como siempre|debe|debia|la_seda|esperaba
      por|para todo|todos`,
  },
  it: {
    thanks: {
      core: `grazie graziee ringrazio ringraziamo grz`,
      around: `questo cio mille 1000 infinite molte tante la vi ti le di cuore ancora davvero sentitamente molto e a tutti ragazzi team | per | il lo la l i le tutto vostro vostra | il lo i l' l vostro suo tuo vostra sua tua aiuto supporto disponibilita velocita rapidita rapida veloce celere tempestiva tempestivita risposta assistenza pazienza tempo lavoro servizio ottimo gentile gentilezza cortesia professionalita prontezza e a tutti ragazzi tutto team immediata intervento`,
    },
    received: {
      core: `ricevuto ricevuta ricevuti arrivato arrivata arrivati scaricato`,
      around: `ho abbiamo e' e il la i file link mail fattura report documento documenti tutto ok ora adesso bene mi ci`,
    },
    entered: {
      core: `accedere entrare aprire entrata entrato collegarmi`,
      around: `ora adesso finalmente io di nuovo tutti bene senza problemi al alla il la sistema sito pagina portale mi a ad perfettamente perfetto`,
      needs: `riesco riusciamo posso possiamo riuscito riuscita riusciti sono`,
    },
    closed: {
      core: `chiudere chiuso chiusa chiuderlo chiuderla archiviare chiudete`,
      around: `si lo la il questo questa ticket caso richiesta segnalazione pratica pure tranquillamente ora quindi allora essere da parte nostra mia per me noi`,
      needs: `potete puo puoi possiamo pure`,
    },
    says: `
      [e'|e|ora|tutto] [tutto] [e'|e|ora] [tutto] rientrato|risolto|a_posto|sistemato|in_ordine|ok|perfetto|funzionante
      problema|guasto_risolto rientrato|risolto|sistemato|superato
      gentilissimo|gentilissima|gentilissimi|gentilissime|bravissimi|bravissima|bravissimo|velocissimi|siete_i_migliori|siete_fantastici|siete_grandi|fantastico|fantastici|grandissimi|meraviglioso|magnifico|tutto_bene|tutto_a_posto|risolto|mitici|grandi
      [e'|era] [proprio|esattamente] quello_che mi_serviva|cercavo|ci_serviva|volevo
      [sono|ora|finalmente|perfetto] [ora] riuscito|riuscita|riusciti [ad|a] accedere|entrare|aprirlo|scaricarlo|collegarmi`,
    polite: `
      confermo|confermiamo che
      [ho] appena provato|testato|verificato
      senza problemi|alcun_problema|intoppi
      come sempre|previsto|un_orologio|dovrebbe|al_solito
      [e] [un] buon|buona|ottimo|ottima|felice weekend|fine_settimana|serata|giornata|lavoro|pomeriggio|proseguimento|settimana [a_tutti]
      di cuore
      a tutti|voi`,
  },
  pt: {
    thanks: {
      core: `obrigado obrigada obrigadao obrigadissimo obg agradeco agradecemos valeu grato grata gratos`,
      around: `muito muitissimo imenso mil vezes e mais uma vez novamente pessoal a todos equipa equipe mesmo de coracao imensamente vos lhe pela | pela pelo pelas por a | | vossa vosso sua seu tua a o ajuda rapidez resposta rapida atencao paciencia tempo servico excelente otimo apoio suporte trabalho simpatia eficiencia disponibilidade retorno esclarecimento informacao solucao e mais uma vez novamente pessoal a todos equipa equipe mesmo de coracao por tudo prestada vos lhe`,
    },
    received: {
      core: `recebi recebido recebida recebemos chegou chegaram rececao recepcao`,
      around: `a o as os ja o a os ficheiro arquivo link email e-mail fatura relatorio documento documentos tudo bem aqui do da de boa confirmo confirmamos`,
    },
    entered: {
      core: `entrar aceder acessar abrir logar conectar`,
      around: `ja agora eu nos novamente de novo todos bem sem qualquer problema problemas no na ao o a sistema site pagina conta finalmente normalmente`,
      needs: `consigo conseguimos consegui posso podemos`,
    },
    closed: {
      core: `fechar encerrar encerrado fechado encerrada concluir finalizar arquivar`,
      around: `o a este esse chamado ticket caso pedido solicitacao incidente ja agora entao ser da por nossa minha parte tranquilamente se`,
      needs: `pode podem podes podemos favor`,
    },
    says: `
      [ja|agora|esta|tudo|ficou] [esta|ficou|tudo|deu] [tudo] [a] certo|certinho|ok|resolvido|em_ordem|funcionar|perfeito|otimo|resolvidinho [por_aqui|agora|aqui|por_ca]
      [ja|agora|tudo] funcionou|deu_certo|resolveu|funciona [certinho|perfeitamente|bem|tudo|direitinho|agora|otimo|as_mil_maravilhas]
      era|e isso|exatamente_isso|mesmo_isso|isto [mesmo] [que_precisava|que_eu_precisava]
      maravilha|otima|fantastico|espetaculo|espetacular|perfeitinho|impecavel|show_de_bola|excelente|nota_10|beleza|joia|top|certinho|obrigadinho|voces_sao_demais|sao_os_maiores`,
    polite: `
      confirmo|confirmamos que
      acabei|acabamos de_testar|de_verificar|de_experimentar
      sem qualquer|nenhum problema|problemas
      sem problemas|problema
      bom|boa|otimo|otima|excelente fim_de_semana|final_de_semana|fds|dia|tarde|noite|semana|trabalho|feriado [a_todos|para_voces]
      como sempre|esperado|deve_ser`,
  },
  nl: {
    thanks: {
      core: `bedankt superbedankt dank dankjewel dankuwel dankjulliewel dankje merci thanks thx bedank bedanken`,
      around: `daarvoor hiervoor ervoor hartelijk hartstikke ontzettend enorm super heel erg zeer veel nogmaals vriendelijk mijn onze ik wij je u jullie wel allemaal en team nogmaals | voor | de het uw jouw je jullie alle alles | de het uw jouw snelle goede fijne prettige geweldige vlotte hulp ondersteuning reactie antwoord service moeite geduld tijd uitleg oplossing afhandeling inzet support werk info informatie team allemaal en weer terugkoppeling`,
    },
    received: {
      core: `kwam kwamen ontvangen binnen binnengekomen gekregen aangekomen`,
      around: `ik wij we heb hebben is zijn de het bestand bestanden link mail e-mail factuur rapport document alles goed nu net en hier inmiddels`,
    },
    entered: {
      core: `inloggen aanmelden openen erin in`,
      around: `ik wij we iedereen nu weer er gewoon goed allemaal zonder probleem problemen op het de systeem hier`,
      needs: `kan kunnen kon konden ben zijn kom`,
    },
    closed: {
      core: `sluiten gesloten dicht afsluiten afgesloten afgerond`,
      around: `jullie je u we het deze dit de ticket melding zaak verzoek worden nu dus dan hierbij wat mij ons betreft van onze mijn kant gerust`,
      needs: `mag mogen kan kunnen kunt`,
    },
    says: `
      [het|alles|nu|dit] draait|loopt|werkt|doet_het|gaat [nu] [weer] [als] [een|goed|perfect|top|prima|gesmeerd] [zonnetje|trein|tierelier] [weer]
      [het|is|dat|alles] [is] gelukt|gefikst|gefixt|geregeld|opgelost|in_orde|in_kannen_en_kruiken
      toppie|topper|toppers|prima|helemaal_goed|helemaal_top|mooi|geweldig|klasse|perfect_geholpen|goed_geholpen|super_geholpen|top_service|fijne_service|goed_werk|mooi_werk|netjes|helemaal_goed_zo|klaar_is_kees|precies_wat_ik_zocht|precies_wat_ik_nodig_had|probleem_opgelost`,
    polite: `
      [ik|we|wij] bevestig|bevestigen [bij_deze] dat
      [ik|heb|net] [heb] [het] net|zojuist getest|geprobeerd|gecontroleerd
      zonder problemen|probleem
      fijn|prettig|goed|mooi weekend|avond|dag|middag|week [verder|nog|allemaal]
      als vanouds|een_zonnetje|een_trein
      [het] werkt|draait|loopt [nu] [weer] als vanouds|een_trein|een_zonnetje
      zoals altijd|verwacht|het_hoort
      zo|goed|perfect|super|snel snel|geholpen`,
  },
  pl: {
    thanks: {
      core: `dziekuje dziekujemy dzieki dziekii dzieks dziena dziekowac podziekowania dziekuj thx`,
      around: `to bardzo serdecznie wielkie ogromne piekne pieknie slicznie raz jeszcze panstwu panu pani wam ci tobie i calemu zespolowi | za | | szybka blyskawiczna sprawna reakcje pomoc odpowiedz wsparcie zaangazowanie cierpliwosc czas obsluge swietna super fachowa profesjonalna rozwiazanie wyjasnienie informacje panstwu panu pani wam ci tobie szybkie i calemu zespolowi sprawne wszystko`,
    },
    received: {
      core: `przyszlo przyszla przyszly dotarly dotarl dotarla dotarlo otrzymalem otrzymalam otrzymalismy dostalem dostalam doszedl przyszedl`,
      around: `plik pliki link mail e-mail faktura raport dokument wszystko juz i ten wlasnie do mnie nas`,
    },
    entered: {
      core: `wejsc zalogowac zalogowalem zalogowalam wejsc logowac otworzyc`,
      around: `sie juz teraz wszyscy moga znow znowu ja do systemu na strone konto bez problemu wszyscy nam mi`,
      needs: `moge mozemy moga udalo moglem zalogowalem zalogowalam`,
    },
    closed: {
      core: `zamknac zamykac zamkniete`,
      around: `to zgloszenie sprawe ticket ten temat juz wiec zatem panstwo z mojej naszej strony`,
      needs: `mozna mozecie prosze moga mozesz`,
    },
    says: `
      udalo_sie|dziala|smiga|gra|hula|ekstra|rewelacja|rewelacyjnie|idealnie|cudownie|fantastycznie|bajka|miodzio|pieknie|brawo|mistrzostwo|swietnie|o_to_chodzilo
      [wszystko] [juz|teraz] smiga|gra|hula|dziala|w_porzadku|ok [juz|jak_trzeba|jak_nalezy|jak_w_zegarku|bez_zarzutu|idealnie|super]
      [sprawa|problem|temat] [zostal|zostala|jest|juz] zalatwiona|rozwiazany|rozwiazana|zamkniety|zalatwiony|zakonczona|wyjasniona`,
    polite: `
      potwierdzam|potwierdzamy ze
      wlasnie sprawdzilem|sprawdzilam|przetestowalem|przetestowalam
      bez zarzutu|problemu|problemow|najmniejszego_problemu
      pozdrawiam|pozdrawiamy [bardzo] serdecznie|cieplo|goraco
      [zycze|zyczymy] milego|udanego|dobrego|spokojnego|przyjemnego dnia|weekendu|popoludnia|wieczoru|tygodnia
      jak zawsze|zwykle`,
  },
  cs: {
    thanks: {
      core: `dekuji dekujeme dekuju diky dik podekovani`,
      around: `to moc mnohokrat velice velmi srdecne velke jeste jednou vam ti i celemu tymu | za | | rychlou rychle vyreseni skvelou ochotnou vasi pomoc podporu odpoved reakci rychlost ochotu trpelivost cas servis vyreseni vysvetleni informace snahu i celemu tymu vse jste uzasni`,
    },
    received: {
      core: `dorazily prisly dorazil dorazila dorazilo prisel prisla prislo obdrzel obdrzela dostal dostala`,
      around: `soubor soubory odkaz mail e-mail faktura dokument vse uz mi nam jsem jsme prave v poradku a`,
    },
    entered: {
      core: `prihlasim prihlasi prihlasime prihlasit prihlasil prihlasila dostanu dostal`,
      around: `uz se ted nyni jsem opet zase znovu v poradku bez problemu do systemu na stranku vsichni mohu muzu podarilo mi`,
    },
    closed: {
      core: `uzavrit zavrit uzavren uzavreny ukoncit`,
      around: `to tiket ticket pozadavek pripad tento vec tedy uz byt za nas mne z nasi me strany`,
      needs: `muzete muze muzeme lze prosim`,
    },
    says: `
      parada|super|bezva|vyborne|skvele|uzasne|perfektni|perfektne|dokonale|spickove|hotovo|vyreseno|podarilo_se|povedlo_se|jede_to|slape_to|bomba|nadhera|klobouk_dolu
      [vse|vsechno|uz|to|uz_to|ted] [uz|to|ted|nyni] bezi|funguje|jede|slape [naprosto|uz|jiz|opet|zase|perfektne|skvele] [jak_ma|jak_hodinky|v_poradku|bez_problemu|perfektne|spravne]
      [problem|vec|zalezitost] [je|byl|byla|uz] vyresen|vyresena|vyrizena|odstranen`,
    polite: `
      potvrzuji|potvrzujeme ze
      prave jsem to [vyzkousel|vyzkousela|otestoval|zkontroloval]
      bez problemu|potizi|zavad
      [preji|prejeme] [vam] hezky|pekny|krasny|prijemny den|vikend|vecer|tyden|zbytek_dne
      jak ma|vzdy|hodinky`,
  },
  sv: {
    thanks: {
      core: `tack tackar tackarr thx`,
      around: `det detta snalla sa hemskt jatte jattemycket mycket stort tusen hjartligt varmt ett an en gang alla ni vi jag ska du ha igen | for | | snabb snabba er din ert ditt hjalpen hjalp svar svaret service support insatsen talamod tid arbete bra fin utmarkt all igen an en gang alla ni vi jag ska du ha vanlig vanliga bemotande jattesnabb superbra information och aterkopplingen snabbt`,
    },
    received: {
      core: `kom kommit fatt mottagit kommit framme mottagen emottagit`,
      around: `jag vi har filen filerna lanken mejlet mailet fakturan rapporten dokumentet allt nu fram och ar bra`,
    },
    entered: {
      core: `in inloggad logga`,
      around: `jag vi alla nu igen kommer kan utan problem pa i systemet sidan ar`,
      needs: `kommer kan kunde kom ar`,
    },
    closed: {
      core: `stanga stangas avsluta avslutas stangt`,
      around: `ni du vi det arendet fallet detta nu darmed far ok for min del fran oss var sida da`,
      needs: `kan far`,
    },
    says: `
      [det|detta] var precis|exakt det|vad jag|vi behovde|sokte|ville_ha
      [nu|allt|det|sa] [nu] funkar|fungerar|rullar|flyter|snurrar [det|allt|nu] [allt] [finfint|utmarkt|perfekt|toppen|jattebra|som_smort|klockrent|fint|bra|felfritt|kanon|som_det_ska|igen] [igen]
      kanon|kanonbra|toppen|suverant|strålande|stralande|grymt|fantastiskt|jattebra|superbra|underbart|klockrent|finfint|mycket_bra|utmarkt|lysande|det_loste_sig|problemet_lost|allt_ar_lost|klappat_och_klart|guld_varda|ni_ar_bast|vad_bra`,
    polite: `
      [jag|vi] [kan] bekraftar|bekrafta att
      [jag] [har] [precis|nyss] testat|provat|kollat [det|nu]
      utan problem|strul
      [ha] [en] trevlig|fin|bra|skon|god|harlig helg|dag|kvall|vecka|eftermiddag [alla|dar]
      som vanligt|alltid|smort|det_ska`,
  },
  da: {
    thanks: {
      core: `tak takker taak thx`,
      around: `mange tusind tusinde stort hjertelig saa sa meget igen skal du i have alle og jeg vi endnu en gang | for | | den det din jeres jer dig hurtige hurtig gode flotte super fine hjaelp hjaelpen svar svaret service support indsats indsatsen talmodighed tid arbejde losning losningen skal du i have alle og jeg vi endnu en gang venlige venlig betjening`,
    },
    received: {
      core: `kom modtaget faet kommet landet fremme`,
      around: `jeg vi har er filen filerna filerne linket mailen fakturaen rapporten dokumentet alt nu og den frem`,
    },
    entered: {
      core: `logge ind inde`,
      around: `jeg vi alle nu igen kan er uden problemer pa systemet siden i`,
      needs: `kan kunne kom er`,
    },
    closed: {
      core: `lukke lukkes lukket afslutte afsluttes`,
      around: `i du vi den det sagen sag ticketen nu dermed bare gerne fra min vores side for mit vedkommende`,
      needs: `kan ma`,
    },
    says: `
      [det|alt|nu|sa|den] [hele] korer|virker|spiller|fungerer|lykkedes [det|den|alt] [bare|nu] [hele] [perfekt|fint|super|upaklageligt|som_det_skal|igen|nu] [nu|igen]
      [det|alt] er [helt|nu|alt] i_orden|perfekt|fikset|fint|ok|lost|super [nu]
      fedt|superfedt|skont|dejligt|herligt|fremragende|super_service|flot|godt_arbejde|kanon|perfekt|genialt|storartet|lige_hvad_jeg_skulle_bruge|problemet_er_lost|i_er_de_bedste`,
    polite: `
      [jeg|vi] [kan] bekraefter|bekraefte at
      [jeg] [har] [lige|netop] testet|provet|tjekket [det]
      uden problemer
      [ha|hav] [en] [rigtig] god|fortsat_god|dejlig weekend|dag|aften|uge|eftermiddag
      de bedste|varmeste|venligste hilsner
      som altid|det_skal`,
  },
  no: {
    thanks: {
      core: `takk takker takkk thx`,
      around: `mange tusen hjertelig sa mye igjen skal du ha alle og jeg vi nok en gang | for | | den det din deres dere deg rask raske god gode flott super fin hjelp hjelpen svar svaret service support innsatsen talmodighet tid arbeid losningen skal du ha alle og jeg vi nok en gang hyggelig`,
    },
    received: {
      core: `kom mottatt fatt kommet fremme`,
      around: `jeg vi har er filen filene lenken e-posten mailen fakturaen rapporten dokumentet alt na og den frem`,
    },
    entered: {
      core: `logge logget inn inne`,
      around: `jeg vi alle na igjen kan kommer fikk meg uten problemer pa systemet siden i`,
      needs: `kan kunne kommer fikk`,
    },
    closed: {
      core: `lukke lukkes avslutte avsluttes`,
      around: `dere du vi den det saken sak na dermed bare gjerne fra min var side`,
      needs: `kan ma`,
    },
    says: `
      [det|alt|na|sa] gar|virker|fungerer|funker|ordnet [det|alt] [seg|bare|na] [perfekt|fint|supert|utmerket|som_det_skal|knirkefritt|igjen|som_smurt] [na|igjen]
      topp|konge|kjempebra|kjempefint|strålende|stralende|fantastisk|herlig|flott|utmerket|supert|problemet_er_lost|dere_er_best|gull_verdt|perfekt`,
    polite: `
      [jeg|vi] [kan] bekrefter|bekrefte at
      [jeg] [har] [nettopp] testet|provd|sjekket [det]
      uten problemer
      [ha|ha_en|ha_ei] [riktig] god|fin|hyggelig|fortsatt_fin|flott helg|dag|kveld|uke|ettermiddag
      som alltid|det_skal`,
  },
  fi: {
    thanks: {
      core: `kiitos kiitti kiitokset kiitoksia kiitan kiitamme suurkiitos suurkiitokset kiitoos thx`,
      around: `siita tasta paljon suuri suuret lampimat tuhannet viela kerran todella oikein kovasti ripeasta tehokkaasta nopeasta nopeista hyvasta loistavasta mahtavasta ystavallisesta asiantuntevasta avusta apu avustanne avustasi tuesta vastauksesta palvelusta vaivannaosta karsivallisyydesta ajasta ratkaisusta toiminnasta reagoinnista tiedosta kaikille teille sinulle ja pikaisesta`,
    },
    received: {
      core: `tulivat saapuivat tuli saapui sain saimme vastaanotettu`,
      around: `tiedosto tiedostot linkki lasku raportti viesti sahkoposti kaikki perille nyt jo ja ne se sen`,
    },
    entered: {
      core: `kirjautumaan kirjautua sisaan kirjauduin sisalle`,
      around: `nyt mina me kaikki taas paasen paasin paasemme jarjestelmaan sivulle ilman ongelmia jo`,
      needs: `paasevat paasee paasen paasin paasemme paasimme kirjauduin`,
    },
    closed: {
      core: `sulkea suljettavissa suljettu paattaa`,
      around: `puolestamme puolestani tapauksen tiketin tiketti pyynnon asian taman sen te nyt meidan minun puolesta puoleltani siis`,
      needs: `voi voitte voit saa`,
    },
    says: `
      [nyt|kaikki|homma|se|kylla] [kaikki|se|taas|homma] toimii|pelittaa|pelaa|rullaa|onnistui|luistaa [taas|nyt|hyvin|moitteetta|taydellisesti|hienosti|kuten_pitaa|niin_kuin_pitaa|kuin_junan_vessa]
      [asia|homma|ongelma|tama] [on] [nyt|jo] hoidettu|hoidossa|kunnossa|ratkaistu|selvitetty|selva|korjattu|poissa|hoitui|ratkesi
      mahtavaa|hienoa|loistavaa|upeaa|mainiota|erinomaista|huippua|mahtava_juttu|tosi_hyva|hyva_homma|hyva_juttu|hienosti_hoidettu|taydellista|jes`,
    polite: `
      vahvistan|vahvistamme etta
      testasin|kokeilin|tarkistin juuri|asken|nyt
      ilman ongelmia
      [oikein] hyvaa|mukavaa|kivaa|ihanaa viikonloppua|paivanjatkoa|paivaa|iltaa|viikkoa|kesaa|viikonlopun_jatkoa
      kuten|niin_kuin aina|pitaa`,
  },
  tr: {
    thanks: {
      core: `tesekkurler tesekkur sagol sagolun sagolunuz tsk tskler eyvallah mersi`,
      around: `cok ederim ederiz ediyorum ediyoruz icin hizli guzel cozum cozumunuz ilgilendiginiz destek desteginiz destegin yardim yardiminiz yardimlariniz ilgi ilginiz cevap cevabiniz donus donusunuz sabir sabriniz hizmet her sey size sana tekrar tekrardan gercekten bir kez daha ekip ekibinize herkese ve emek emeginiz sonsuz`,
    },
    received: {
      core: `ulasti geldi aldim aldik`,
      around: `dosya dosyalar link mail e-posta fatura rapor belge hepsi simdi bana bize elimize dosyayi maili faturayi`,
    },
    entered: {
      core: `girebiliyor yapabiliyor girebildik yapabildik girebildim girebiliyorum girebiliyoruz yapabildim yapabiliyorum yaptim acabildim`,
      around: `herkes hepimiz giris artik simdi tekrar sisteme hesabima sorunsuz ben biz su an anda`,
    },
    closed: {
      core: `kapatabilirsiniz kapatabilirsin kapatilabilir kapanabilir`,
      around: `talebi talep kaydi bu bileti konuyu konu artik bizim benim acimizdan tarafimizdan lutfen`,
    },
    says: `
      [sorun|sorunumuz|problem|konu] [artik|simdi|tamamen] cozuldu|halloldu|giderildi|duzeldi|kalmadi
      [elinize|ellerinize|emeginize] saglik
      harika|super|mukemmel|cok_iyi|cok_guzel|muhtesem|tamamdir|tamam|oldu|olmus|halloldu|cozuldu|duzeldi|on_numara|sahane|bravo|sag_ol|sag_olun|cok_sag_olun|cok_sag_ol|allah_razi_olsun|hay_yasayin`,
    polite: `
      iyi|guzel|hayirli|kolay gunler|calismalar|haftasonlari|hafta_sonlari|aksamlar|haftalar|gelsin|isler [dilerim|dileriz]
      sorunsuz [bir] [sekilde]
      onayliyorum|teyit_ediyorum|teyit_ederim
      her zamanki gibi`,
  },
  ro: {
    thanks: {
      core: `multumesc multumim mersi merci multam`,
      around: `asta mult foarte frumos mii de va iti inca o data dumneavoastra tuturor | pentru | | ajutor ajutorul raspuns raspunsul rapid prompt promptitudine promptitudinea rabdare rabdarea timp timpul suport suportul acordat dumneavoastra vostru tot toate si echipei intregii din suflet asistenta solutie solutia operativitate`,
    },
    received: {
      core: `primit ajuns`,
      around: `am a fisierul fisierele linkul mailul emailul factura raportul documentul tot totul la mine noi deja si`,
    },
    entered: {
      core: `intra intrat autentifica conecta loga logat accesa`,
      around: `acum ma ne sa din nou toti fara probleme in sistem cont pagina eu noi deja si am`,
      needs: `pot putem reusit am`,
    },
    closed: {
      core: `inchide inchis inchideti`,
      around: `tichetul tichet cazul solicitarea acum deci sa il fi din partea mea noastra`,
      needs: `puteti poate poti rog`,
    },
    says: `
      [acum|totul|deja] [totul|acum] merge|functioneaza|e_ok|e_in_regula|este_in_regula|e_perfect|merge_perfect|merge_struna|e_rezolvat|s_a_rezolvat|s-a_rezolvat [acum|perfect|din_nou|struna]
      excelent|super|minunat|perfect|genial|grozav|extraordinar|foarte_bine|rezolvat|bravo|nota_10|problema_rezolvata|problema_s_a_rezolvat`,
    polite: `
      confirm|confirmam ca
      fara probleme|nicio_problema
      [o] [va_doresc|o] zi|seara|saptamana|weekend [cat_mai] frumoasa|buna|placut|excelenta|placuta
      ca intotdeauna|de_obicei`,
  },
  ru: {
    thanks: {
      core: `спасибо спасибочки спс благодарю благодарим признателен признательна признательны пасиб пасибо благодарен благодарна благодарны`,
      around: `большое огромное вам тебе очень премного искренне сердечно еще раз всеи всем команде вас от души | за | | быструю оперативную вашу помощь поддержку ответ быстрыи оперативность терпение время работу отличную скорость быстрое оперативное решение разъяснение внимание сервис отличныи и всеи всем команде вас от души`,
    },
    received: {
      core: `пришли поступил поступила поступило получил получила получили пришел пришла пришло дошло дошел`,
      around: `файл файлы ссылку ссылка письмо счет отчет документ документы все уже я мы`,
    },
    entered: {
      core: `воити входят заходят вошел вошла зашел зашла заити входит открыть авторизоваться`,
      around: `я мы уже теперь снова опять все в систему на саит наконец без проблем получилось удалось все могут смог смогла могу нормально`,
    },
    closed: {
      core: `закрыть закрывать закрываите закроите`,
      around: `это эту заявку заявка тикет вопрос обращение теперь уже с нашеи моеи стороны тогда`,
      needs: `можно можете прошу можем`,
    },
    says: `
      [все|теперь|уже|у_нас|и] [все|теперь|уже|отлично|снова|сразу] работает|заработало|починилось|получилось|наладилось|исправилось|восстановилось|решилось|нормализовалось|летает [отлично|нормально|прекрасно|как_надо|как_часы|спасибо|теперь|без_сбоев]
      вопрос|проблема|задача|заявка [уже|теперь|полностью] решен|решена|снят|закрыт|закрыта|выполнена|устранена
      супер|класс|отлично|прекрасно|замечательно|великолепно|здорово|круто|шикарно|огонь|молодцы|вы_лучшие|красота|идеально|ура|все_ок|все_хорошо|все_отлично|все_супер`,
    polite: `
      подтверждаю|подтверждаем что
      без проблем|нареканий|сбоев
      [желаю] [вам] хорошего|отличного|приятного|доброго|удачного дня|вечера|вечера|недели|выходных|рабочего_дня
      хороших|приятных выходных
      за помощь|ответ|оперативность|поддержку
      как всегда`,
  },
}

/** Of scripts without spaces: phrases only. */
export const morePhrases: Readonly<Record<string, { says: string; polite: string }>> = {
  ja: {
    says: `
      [無事|無事に|問題なく|ファイル|メール|資料|データ|リンク|請求書|レポート|報告書|一覧|注文品|荷物|書類|領収書|明細|バックアップ|返金] [に|は|を|が] [無事|無事に|確かに|先ほど|本日|今朝] 受け取りました|受領しました|受領いたしました|届きました|届いております|拝受しました|拝受いたしました|ログインできました|動いております|動いています|動作しております|使えております|確認できました|解決いたしました|解決できました|開けました|入れました
      [全員|みんな|皆|社員全員] [無事|無事に|問題なく|正常に] ログイン|アクセス|利用|使用 できるようになりました|できました|できています|できております
      [早急な|迅速な|素早い|丁寧な|早速の] [ご] 対応|返信|回答|連絡 に [心より] 感謝いたします|感謝します|感謝申し上げます
      [すべて|全て|全部|みんな] [問題なく|正常に|無事に] 動いています|動いております|動作しています|使えています|稼働しています
      [こちら|この|本] [の] [件|チケット] [は|も] クローズ で|していただいて|して 問題ありません|問題ございません|大丈夫です|構いません
      [チケット|本件|こちら] [は] クローズ で|していただいて|して 問題ありません|問題ございません|大丈夫です|構いません
      [無事|無事に|問題なく|正常に] 動作|稼働|表示|ログイン|起動|受信|印刷 [が] する|できる|される こと を 確認 いたしました|しました|できました
      [無事|無事に] [問題|本件|不具合] [は|が] 解決|完了|復旧 しました|いたしました ので [この|本|当] [チケット|件|本件|お問い合わせ] [は|を]
      直りました|治りました|復旧しました|改善しました|解消しました|解消されました
      [クローズ|完了|終了] [と|に] [して] いただいて|頂いて 結構です|構いません|大丈夫です
      クローズ|終了 で|いただいて 結構です|お願いします|構いません
      [大変|とても|本当に] 助かりました|嬉しいです|満足です
      ありがとうございまーす|ありがとー|あざす|あざっす|感謝です|感謝感謝|感謝いたします|感謝申し上げます|さすがです|素晴らしい対応です`,
    polite: `こちら|こちらは|こちらで|弊社は|弊社で
      [サポート] [ご] 担当者様|担当者さま|ご担当者様
      確認 いたしました|しました|致しました
      お忙しい [中|ところ] [を|に]
      ご多忙の中|ご多忙のところ|お忙しい中|お忙しいところ|夜分に|休日に|週末に|いつも|毎回|毎度
      お世話になりました|お手数をおかけしました|お手数をおかけいたしました|お騒がせしました|お騒がせいたしました|良い一日を|良い週末を|よい週末を|また何かありましたらお願いします`,
  },
  zh: {
    says: `
      [现在|已经|我|我们|已|都|大家|同事们] [已经|现在|都|又|已] [能|可以|能够] [正常] 登录|登陆|使用|访问|打开|下载|进入|进去|运行 [了]
      [文件|邮件|资料|链接|发票|报表|附件|报告|清单|订单|表格|账单|数据|包裹|退款|验证码|密码|货] [今天] [刚刚|刚才|早上|上午|下午|已|已经|都] 收到|收到了|收悉
      [你们|您|你|贵司] [的] 服务|态度|效率|速度|响应|支持 [真|太|很|非常|特别|真是|都] 好|棒|快|高|赞|到位|专业|周到 [了]
      [问题|故障] [已|已经|都] [得到] 解决|修复|处理好|搞定|处理 [了]
      [我们|我|这边|现在] [这边] [可以|请|麻烦] 关单|关闭|结单|关闭工单|关闭此工单|结案 [了] [吧]
      搞定|赞|厉害|给力|靠谱|牛|点赞|多谢了|感谢支持|感恩|太感谢|谢谢啦|谢谢哈|3q|非常满意|很满意|速度真快|效率真高|处理得很快`,
    polite: `我们这边|我这边|这边|大家|大家都|我们|大家都可以|辛苦了|麻烦了|麻烦你们了|麻烦您了|祝您工作顺利|周末愉快|祝周末愉快|祝一切顺利|祝好|的|及时|处理|及时处理|支持|帮助`,
  },
}
