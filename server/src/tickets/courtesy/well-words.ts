/**
 * How something is done that is done as it should be, by language: “the labels come out *nicely*”. Only
 * what says nothing else: “right”, “complete” and “expected” are said of much that is wrong.
 */
export const wellWords: Readonly<Record<string, string>> = {
  en: `correctly properly cleanly nicely accurately flawlessly faultlessly seamlessly beautifully reliably`,
  de: `sauber ordentlich ordnungsgemass korrekt richtig fehlerlos fehlerfrei anstandslos ruckelfrei wunschgemass einwandfrei tadellos`,
  fr: `correctement normalement parfaitement proprement impeccablement`,
  es: `correctamente debidamente perfectamente adecuadamente`,
  it: `perfettamente regolarmente correttamente`,
  pt: `corretamente correctamente perfeitamente certinho direitinho normalmente`,
  nl: `netjes keurig correct naadloos feilloos foutloos soepel`,
  pl: `poprawnie prawidlowo bezblednie plynnie wzorowo`,
  cs: `spravne bezchybne plynule bezvadne`,
  sv: `korrekt felfritt smidigt problemfritt klockrent`,
  da: `korrekt rigtigt fejlfrit smidigt problemfrit upaklageligt`,
  no: `korrekt riktig feilfritt smidig problemfritt`,
  fi: `oikein virheettomasti moitteetta ongelmitta sujuvasti`,
  tr: `duzgun duzgunce kusursuz eksiksiz sorunsuzca`,
  ru: `правильно корректно исправно безошибочно безупречно`,
  uk: `правильно коректно справно безпомилково`,
  hu: `helyesen hibatlanul megfeleloen rendesen kifogastalanul`,
  ro: `corect impecabil`,
}

/** What is there again. Without an “again” it may be there for the wrong ones: “my salary is visible”. */
export const thereWords: Readonly<Record<string, string>> = {
  en: `visible available accessible`,
  de: `sichtbar verfugbar aufrufbar erreichbar`,
  fr: `visible visibles disponible disponibles accessible accessibles`,
  es: `visible visibles disponible disponibles accesible`,
  it: `visibile visibili disponibile disponibili accessibile`,
  pt: `visivel visiveis disponivel disponiveis acessivel`,
  nl: `zichtbaar beschikbaar bereikbaar`,
  pl: `widoczny widoczna widoczne dostepny dostepna dostepne`,
  cs: `videt viditelny viditelna dostupny dostupna`,
  sv: `syns synlig synliga tillganglig tillgangliga`,
  da: `ses synlig synlige tilgaengelig tilgaengelige`,
  no: `synlig synlige tilgjengelig`,
  fi: `nakyvissa saatavilla`,
  tr: `gorunuyor goruntuleniyor`,
  ru: `виден видна видно видны доступен доступна доступно доступны`,
  uk: `видно доступнии доступна доступно`,
  hu: `lathato elerheto`,
  ro: `vizibil vizibila disponibil`,
}

/** “Nothing more is needed”, “thank you kindly”, beside the lists. */
export const moreSays: Readonly<Record<string, string>> = {
  en: `
    [just] confirming [that] the_duplicate|the_error|the_problem|the_issue has_gone|is_gone [now]
    everything reconciles|balances|matches [now|again]
    just confirming [that] [it|this|everything|all] [now] works|is_fixed|is_sorted|is_gone|has_gone|reconciles
    i|we|our_team|everyone|my_team can see|use|open|access|reach it|them|everything|the_calendar|the_page|the_files again|now
    just confirming [that] [it] [all] works|is_fixed|is_sorted|is_fine
    [that|this|it|which] answers|answered|clears|cleared [up] [all] my|our|the question|questions|query|everything|things [perfectly|fully|completely]
    [exactly|just|precisely] what i|we was|were|needed|wanted [after|looking_for|to_know]
    [yep|yes|yup] all good [here] [now] [ta]
    no [further|more|other] action|steps|help|assistance [is|are] needed|required|necessary [from|on] [you|your] [side|end|part]
    no further|more|other questions|issues [from|on] [our|my] [side|end|part]
    nothing else|further|more [is] needed|required|to_do|to_add [from|on] [you|our|my] [side|end]
    we're|we_are|i'm|i_am all_set|good_to_go|all_good|good_now|sorted [now|here]`,
  de: `
    [damit|das] [ist|sind|hat|beantwortet] [meine|unsere] [frage|fragen] [damit] beantwortet|geklart
    [das] beantwortet [meine|unsere] frage|fragen
    genau das [wollte|habe|brauchte] [ich] [wissen|gesucht|gebraucht]
    kein [weiterer] handlungsbedarf [mehr] [von|auf] [ihrer|unserer|meiner] [seite]
    merci [dir|euch|ihnen|vielmals]
    [fur] [ihre|eure|deine|die] [schnelle|freundliche|tolle] unterstutzung|hilfe|muhe|geduld bedanken|bedanke [wir|ich] [uns|mich] [herzlich|recht_herzlich|sehr|ganz_herzlich]
    [wir|ich] bedanken|bedanke [uns|mich] [herzlich|recht_herzlich|sehr] [fur] [ihre|eure|deine|die] [schnelle|freundliche|tolle] unterstutzung|hilfe|muhe|geduld`,
  fr: `
    [cela|ca] repond [bien|parfaitement] a ma|mes|notre question|questions|attente
    plus_rien [a|de] [faire|signaler] [de|cote] [votre|notre|mon] [cote]
    le dossier|ticket|sujet|point peut [donc] [etre] clos|ferme|cloture|archive`,
  es: `
    [ya] [he|hemos] podido|pude|pudimos entrar|acceder [ya|de_nuevo] [con] [la|el] [nueva|nuevo] [contrasena|enlace|clave]
    [con_eso|asi] [ya] queda|quedo [respondida|aclarada|resuelta] [mi] [duda|pregunta] [respondida|aclarada|resuelta]
    [eso] resuelve|responde|aclara [a] mi duda|pregunta
    [le|les|te|os] agradezco|agradecemos [mucho|enormemente|muchisimo|sinceramente] [su|tu|la|vuestra] paciencia|ayuda|amabilidad|rapidez|atencion|dedicacion
    [yo] [le|les|os] confirmo|confirmamos que [ya] [esta|quedo|queda] [todo] resuelto|solucionado|listo|perfecto|bien`,
  pt: `
    agradecemos|agradeco o apoio|esforco|trabalho prestado
    agradecemos|agradeco o apoio|esforco|trabalho|empenho [prestado|de_todos|da_equipa]
    [isso] responde|esclarece [a] minha duda|duvida|pergunta
    era isso [mesmo] [que] [eu] [precisava|queria] [saber]
    grata|grato|brigado|brigada|brigadao|obrigadao|valeu [mesmo] [pela|pelo|a|por] [sua|vossa|atencao|todos] [colaboracao|ajuda|paciencia|forca|atencao|apoio]
    agradeco|agradecemos a|o [sua|vossa] atencao|paciencia|ajuda|apoio [de_voces|da_equipa|da_equipe]
    deu_certo [aqui|agora|tudo]`,
  it: `
    [questo|cosi] risponde|chiarisce [alla|la] mia domanda
    [ora] mi e' tutto chiaro
    vi|la|ti ringrazio|ringraziamo [molto|davvero|di_cuore] per la|il|l' [vostra|sua|tua] pazienza|cortesia|disponibilita|gentilezza|velocita [e] [la] [cortesia|pazienza|disponibilita|gentilezza]`,
  nl: `
    alles staat er|erop weer [in|goed|op]
    ik ben [weer] ingelogd|binnen [weer]
    [dat|dit|het] beantwoordt mijn|onze vraag|vragen
    [je|u|jullie] mag|mogen|kan|kunt|kunnen [hem|'m|deze|dit|het|de_melding|de_zaak|het_ticket] [nu] [gerust] sluiten|afsluiten|dichtzetten`,
  sv: `
    jag|vi ar [nu] inloggad|inloggade|inne igen
    som det|de ska [nu|igen]
    [det] besvarar|svarar [pa] min fraga
    det var precis|exakt [det|vad] [jag] [behovde|ville|undrade] [veta]
    tack [sa_mycket|snalla|for] [att] ni|du fixade|loste|hjalpte|ordnade [det|oss|mig] [sa] [snabbt|smidigt|fint]
    tack snalla [ni|du]`,
  pl: `
    [o] taka odpowiedz [mi] chodzilo
    to odpowiada na moje pytanie
    [o] to chodzilo|wlasnie
    o_to_chodzilo
    dzieki|dziekuje wielkie|ogromne|slicznie|pieknie`,
  cs: `
    [to] mi [to] staci|stacilo
    to odpovida na mou|moji otazku
    to je [presne] ono
    presne [to] ono`,
  tr: `
    [sorumun|sorularimin] cevabini|yanitini aldim|aldik
    sorum|sorularim cevaplandi|yanitlandi
    tamamdir|tamam_oldu`,
  ru: `
    [всё|все] [снова|опять] [работает|печатается|печатаются|открывается|как] как надо|положено
    [всё|все] [снова|опять] как надо|положено|прежде
    [вы|это] [полностью] ответили|ответил|отвечает на мои|наш|все вопрос|вопросы
    [вопрос|тема|задача] закрыт|закрыта|закрыто|исчерпан|исчерпана
    всё_получилось|все_получилось|разобрались|разобрался|разобралась|доступ_есть`,
  ja: `
    疑問|質問|不明点 が|は 解消|解決 しました|いたしました|できました
    ご尽力|お力添え|お心遣い|ご配慮 に|を|いただき [心より|深く] 感謝いたします|感謝します|感謝申し上げます
    [が] 再び|また|正常に 表示|印刷|利用|動作 される|できる|する ように なりました
    本件|この件|こちら は [これ] [で] クローズ|完了|終了 で|と [して] [いただいて] [お願いいたします|お願いします|結構です|大丈夫です|構いません]
    本件クローズでお願いいたします|本件クローズでお願いします|本件は解決です`,
  zh: `
    日历|页面|文件|订单|报表 [现在] 又 能|可以 看到|打开|下载|打印 了
    又 能|可以 看到|用|登录|打开|打印 了
    谢谢|感谢 [您|你|你们] [的] 努力|付出|用心
    感谢 耐心|细心|热心|及时|专业 解答|处理|指导|回复|帮助
    谢谢 [您|你|你们] [这么] [快] [就] 处理好|解决了|解决|搞定|帮忙`,
}

/** “Have a good rest of the day”: what people wish when they leave. */
export const partings: Readonly<Record<string, string>> = {
  en: `
    have|enjoy [a|the|your] lovely|good|great|nice|wonderful|relaxing|pleasant [rest_of] [the|your] day|week|weekend|evening|afternoon|break|holidays|one
    enjoy [the|your] [rest_of] [the|your] day|week|weekend|evening|holidays`,
  de: `
    [einen|noch|wunsche|ihnen|dir|euch|ein] schonen|schones|angenehmen|angenehmes|guten|erholsamen|erholsames [rest]tag|feierabend|abend|nachmittag|wochenende|woche|start|feiertag|feiertage [noch]`,
  fr: `
    [passez|bonne|belle|excellente|tres] [une|bonne|belle|excellente] journee|soiree|semaine|fin_de_semaine|apres-midi|continuation [a_vous|a_tous]`,
  es: `
    [que] [tengas|tenga|tengan|pase|pases|pasen] [un|una|muy] [muy] buen|buena|feliz|lindo|linda|excelente [fin_de] dia|tarde|semana|noche|jornada`,
  pt: `
    [tenha|tenham|desejo|um|uma|otimo|otima] bom|boa|otimo|otima|excelente dia|tarde|semana|noite|fim_de_semana|trabalho`,
  it: `
    [le|vi|ti] [auguro|auguriamo] [una|un|buona|buon] buona|buon|ottima [giornata|serata|settimana|lavoro|weekend|proseguimento|fine_settimana]`,
  nl: `
    [nog] [een] [hele] fijne|prettige|mooie|goede dag|avond|middag|week|weekend|werkdag [nog] [verder|toegewenst]`,
  sv: `
    [ha|onskar|en] [en] [riktigt|fortsatt] fin|bra|trevlig|skon dag|kvall|helg|vecka|eftermiddag`,
  da: `
    jeg|vi er [nu] [logget] ind|inde|paa igen
    [det] ser [nu] ud som det skal
    [det] svarer|besvarer [pa] mit sporgsmal
    det var praecis|lige [det] [jag|jeg] [havde_brug_for|ville] [vide]
    [ha|hav|og|fortsat|en|rigtig] [en] [rigtig|fortsat] god|dejlig dag|aften|weekend|uge|eftermiddag`,
  no: `
    [ha|og|fortsatt] [en] [riktig|fortsatt] god|fin dag|kveld|helg|uke|ettermiddag`,
  pl: `
    [zycze|zyczymy] [panstwu|pani|panu] milego|dobrego|udanego|przyjemnego dnia|weekendu|wieczoru|tygodnia|popoludnia`,
  cs: `
    [a] [preji|prejeme] [vam] [hezky|pekny|krasny|prijemny] hezky|pekny|krasny|prijemny den|vikend|vecer|zbytek_dne`,
  tr: `
    kolay_gelsin|hayirli_isler|iyi_gunler|iyi_calismalar|iyi_haftalar|iyi_haftasonlari|iyi_aksamlar [dilerim|dileriz]
    selam|selamlar [herkese]`,
  ru: `
    хорошего|доброго|приятного [вам] дня|вечера|недели|выходных`,
  ja: `
    ご丁寧|丁寧な|詳しい|詳細な ご説明|ご案内|ご回答 を いただき|頂き|くださり [誠に|本当に|大変]`,
  zh: `
    祝 [您|你|大家|您们] 工作|生活|一切|周末|生意 顺利|愉快|兴隆`,
}
