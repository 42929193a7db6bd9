/**
 * One of what is thanked for, which turns thanks into blame: “thanks for the chaos”. Nor what came
 * wrong, nor an answer to come.
 */
export const spoilt = `
  chaos mess trouble ingenting nothing delay delays wait silence ignorance spam waste disaster nightmare confusion inconvenience loss losses damage mistake mistakes scam fraud lie lies joke runaround incompetence outage downtime charge charges fee fees fine bill cancellation rejection refusal duplicate duplicates rest remainder other others second next missing callback refund credit
  verspatung durcheinander verzogerung wartezeit absage mahnung kundigung sperre sperrung ablehnung abzocke unverschamtheit frechheit unfahigkeit ausfall schaden verlust rest rucksendung ruckruf gutschrift erstattung andere anderen zweite zweiten nachste nachsten doppelte falsche leere kaputte
  retard pagaille bazar galere silence perte dommage refus annulation panne arnaque incompetence rappel remboursement suite reste autre deuxieme seconde confusion desordre
  retraso demora caos lio desastre silencio perdida dano rechazo cancelacion estafa incompetencia reembolso resto otra otro segunda devolucion llamada
  atraso demora caos confusao bagunca desastre silencio perda dano recusa cancelamento golpe incompetencia reembolso resto outra outro segunda devolucao
  ritardo caos casino disastro silenzio perdita danno rifiuto annullamento truffa incompetenza rimborso resto altra altro seconda attesa
  vertraging chaos puinhoop rommel ramp stilte verlies schade weigering annulering oplichting incompetentie terugbetaling rest andere tweede wachttijd rotzooi
  opoznienie balagan chaos katastrofe strate szkode odmowe cisze zwrot reszte inna druga kare oplate
  zpozdeni chaos zmatek katastrofu ztratu skodu odmitnuti ticho vraceni zbytek jinou druhou pokutu
  forsening kaos rora katastrof tystnad forlust skada avslag aterbetalning resten andra avgift vantan
  forsinkelse kaos rod katastrofe stilhed tab skade afslag tilbagebetaling resten andet gebyr ventetid
  задержку хаос бардак катастрофу тишину потерю ущерб отказ возврат остальное вторую другую штраф ожидание молчание
  затримку хаос безлад катастрофу тишу втрату шкоду відмову повернення решту другу іншу штраф мовчання
  ignoring deleting losing breaking cancelling canceling wasting charging overcharging blocking locking forgetting hanging lying keeping messing ruining
  removing refusing rejecting delaying dropping hiding stealing spamming misleading confusing insulting disappointing abandoning blaming billing
  ignorieren ignoriert ignorierte loschen geloscht verloren verschwendet verschwenden gesperrt gekundigt vergessen vergessene belogen abgezockt
  ignorer supprimer supprime perdre perdu gaspiller gaspille bloquer oublier oublie menti ignorarme ignorarnos ignorar borrar borrado perder perdido
  olvidar olvidarse mentir cobrar cobrarme ignorarmi ignorarci ignorato cancellato perso perdere dimenticare dimenticato apagar apagado bloquear esquecer
  esquecerem negeren genegeerd verwijderen verwijderd verloren geblokkeerd vergeten ignorera ignorerat raderat radera tappat glomt sparrat ignorere ignoreret
  ignorert slettet slettede glemt mistet sperret ignoroinnista poistamisesta unohtamisesta zignorowanie ignorowanie usuniecie zgubienie zablokowanie
  ignorovani smazani ztraceni zapomenuti игнорирование игнор удаление блокировку ігнорування видалення блокування silmeniz unutmaniz ignorarea stergerea
  ignoralast torlest
  amenda multa boete kara mandat pokuta bot bode sakko birsag globa kazna fine fines penalty strafe mahnung mahnungen
  old previous former earlier outdated expired half partial partially partly incomplete blank empty twice double once sometimes
  occasionally intermittently sporadically hardly barely almost nearly first another different opposite third several damaged open opened
  torn wet slower slowly crooked
  alt alte alten altes vorige vorherige halb halbe halber teilweise unvollstandig leer leere leeren doppelt zweimal einmal manchmal
  gelegentlich kaum fast beinahe erste ersten erster anders dritte mehrere beschadigt offen falscher falsches falschen langsamer
  vieux vieille ancien ancienne moitie partiellement incomplet vide double deux parfois peine presque premier premiere mauvais mauvaise
  faux fausse endommage abime ouvert lentement
  viejo vieja antiguo antigua anterior mitad parcialmente incompleto vacio vacia doble veces apenas casi primer primera equivocado
  equivocada incorrecto incorrecta danado danada abierto duplicada duplicado
  velho velha antigo antiga metade parcialmente incompleto vazio vazia dobro vezes quase primeiro primeira errado errada danificado
  danificada aberto duplicada duplicado
  vecchio vecchia vecchi precedente meta parzialmente incompleto vuoto vuota doppio doppia volte malapena quasi primo prima sbagliato
  sbagliata danneggiato aperto
  oud oude vorige half gedeeltelijk onvolledig leeg lege dubbel dubbele soms nauwelijks bijna eerste verkeerd verkeerde beschadigd
  stara stary stare starego poprzedni polowa czesciowo niekompletny pusty pusta podwojnie czasem czasami ledwo prawie pierwszy pierwsza
  zla zly zle zlego bledna bledny uszkodzony uszkodzona innego inny innych inna obcy obca
  stary stara stare starou predchozi napul castecne neuplny prazdny prazdna dvakrat nekdy sotva skoro prvni spatny spatna spatnou
  poskozeny poskozena jineho jiny jina cizi
  gammal gamla forra halva delvis ofullstandig tom tomma dubbelt dubbla ibland knappt nastan forsta fel skadad skadat annan annat annans
  gammel gamle forrige halvt delvist delvis ufuldstaendig tom tomme dobbelt undertiden sommetider naeppe naesten nesten forste forkerte
  forkert gale galt beskadiget skadet anden andet annen annens andens
  vanha vanhan vanhat edellinen puoli osittain vajaa tyhja tuplana joskus tuskin melkein ensimmainen vaara vaarasta vaaran toinen toisen
  eski onceki yarim kismen bos cift bazen neredeyse ilk yanlis hasarli baska ikinci diger digeri
  старыи старую старая старое прежнии половина частично пустои пустая дважды иногда едва почти первыи первая неправильныи неправильную
  неверныи поврежденныи другого другои другая чужои чужие второи лишнии
  старии стару стара половина частково порожніи двічі іноді ледве маиже першии неправильнии неправильну інші іншого другии
  vechi veche jumatate partial gol goala dublu uneori abia aproape primul gresit gresita alt alta altui doilea
  regi fele reszben ures dupla ketszer neha alig majdnem elso rossz rosszul masik masodik
  παλιο παλια μισο μερικως αδειο διπλο καποτε σχεδον πρωτο λαθος αλλο αλλου δευτερο
  خاطئه الخاطئه القديمه قديمه اخري اخر الثاني الثانيه مكرره ناقصه فارغه
  sending send resend resending confirming confirm calling call ringing ring forwarding letting getting updating changing cancelling
  canceling deleting closing checking adding removing reissuing refunding replying responding answering contacting informing advising
  looking reviewing escalating processing expediting reconsidering understanding soon quickly asap tomorrow by until till before later again
  senden zusenden bestatigen anrufen melden prufen andern loschen kundigen stornieren baldige baldigen zeitnahe zusendung stornierung
  loschung anderung weiterleitung prufung bestatigung ruckmeldung ruckantwort
  envoyer confirmer rappeler repondre transmettre verifier annuler supprimer retour reponse confirmation
  enviar enviarme confirmar responder avisar avisarme llamar llamarme mandar mandarme reenviar revisar cancelar borrar eliminar
  ligar avisar mandar verificar cancelar apagar excluir retorno contacto contato
  inviare mandare confermare rispondere chiamare verificare annullare cancellare riscontro
  sturen bevestigen bellen antwoorden doorsturen controleren annuleren verwijderen terugbellen bevestiging reactie
  przeslanie wyslanie potwierdzenie telefon usuniecie anulowanie sprawdzenie odpowiedz kontakt
  zaslani potvrzeni zavolani smazani zruseni overeni odpoved kontakt
  bekraftelse aterkoppling avbokning radering bekraeftelse tilbagemelding afbestilling sletning bekreftelse tilbakemelding avbestilling
  подтверждение отмену удаление проверку ответ
  lecture sermon preaching belehrung lecon leccion lezione licao wiping erasing losing breaking ruining wasting spoiling blocking locking erased wiped lost
  loschen zerstoren verlieren efface effacer supprime supprimer perdu perdre casse casser bloque borrado perder perdido romper roto apagado
  cancellato cancellare perso perdere rotto удаление удалили удалил stracenie usuniecie wissen smazani raderade slettede
  die der das den dem ihre eure deine le la les votre vos el los las il lo gli the your my our this that all het det for
  hic hicbir kun only just solely nur lediglich seulement solo soltanto apenas alleen enkel tylko jen pouze bara endast kun vain sadece yalnizca только лише тільки csak doar niks nix nichts garnix nischt nada niente nic rien ej eine einen einem einer une una uma een ett some any halfte halves moities mitades meta polovina polovinu polovica polowe halften halvdelen puolet yarisi
  половину половини
`
