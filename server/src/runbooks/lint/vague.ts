/**
 * “If unsure” is no condition: whoever is unsure learns nothing from it. In the languages support
 * teams write in; each line is one.
 */
const vague = [
  String.raw`(?:if|when(?:ever)?|in case|unless)\s+(?:you(?:['’]re| are)?\s+|still\s+|it is\s+|it['’]s\s+)*(?:unsure|not (?:quite |really )?(?:sure|certain|clear)|uncertain|in (?:any )?doubt|unclear|stuck|needed|necessary|required|complex|complicated|difficult)`,
  String.raw`when in doubt|as (?:appropriate|needed|necessary)|where appropriate|use (?:your|best)(?: best)? judge?ment|at your discretion|as a last resort|when all else fails|if (?:nothing|this does(?: not|n['’]t)|that does(?: not|n['’]t)) (?:else )?(?:helps?|works?)|something (?:is|seems|looks|feels) (?:wrong|off|odd|strange|fishy)|further investigation|gut feeling|you (?:think|feel) (?:it|this|that)`,
  String.raw`im zweifel(?:sfall)?|bei (?:unsicherheit|unklarheit(?:en)?|zweifeln?|bedarf)|(?:falls|wenn|sofern)\s+(?:du |sie |man |es |dir |ihnen |noch )*(?:unsicher|unklar|nicht (?:ganz )?(?:sicher|klar)|n[öo]tig|erforderlich|notwendig)|gegebenenfalls|ggf\.?|nach (?:eigenem )?ermessen`,
  String.raw`en cas de doute|si (?:vous n['’][êe]tes pas|tu n['’]es pas|on n['’]est pas) s[ûu]re?s?|si (?:n[ée]cessaire|besoin)|au besoin|le cas [ée]ch[ée]ant`,
  String.raw`en caso de duda|si no (?:est[áa]s?|se est[áa]) segur[oa]|si es necesario|si hace falta`,
  String.raw`em caso de d[úu]vida|se n[ãa]o (?:tiver|estiver|tens|tem) (?:certeza|segur[oa])|se (?:for )?necess[áa]rio`,
  String.raw`in caso di dubbio|nel dubbio|se non (?:sei|si [èe]|[èe]) (?:sicur[oa]|chiaro)|se necessario`,
  String.raw`bij twijfel|in geval van twijfel|(?:als|indien) (?:je |u |het )*(?:niet zeker|onduidelijk|nodig)`,
].map((words) => new RegExp(String.raw`(?<![\p{L}])(?:${words})(?![\p{L}])`, 'iu'))

/** The words of a text that name a feeling instead of a condition, if it has any. */
export function vagueIn(text: string): string | null {
  for (const words of vague) {
    const found = words.exec(text)?.[0]
    if (found) return found
  }
  return null
}
