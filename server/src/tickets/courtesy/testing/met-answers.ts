/**
 * What a plain customer writes, thanks with signature and quote, notices without headers, and problems
 * that begin with thanks. Each set was written, and measured, before any rule was mended by it, see
 * `docs/email.md`.
 */
type Answer = { language: string; text: string }
type Mail = Answer & { subject: string }
type Set = {
  thanks: readonly Answer[]
  work: readonly Answer[]
  notices: readonly Mail[]
  people: readonly Mail[]
}

export const metAnswers: readonly Set[] = [
  {
    thanks: [
      {
        language: 'en',
        text: 'Hi Lena,\n\nThat did the trick, thank you so much!\n\nBest regards,\nJonathan Pryce\nOperations Manager | Harbour Freight Ltd\nT: +44 20 7946 0812 | M: +44 7700 900123\nwww.harbourfreight.example\n\nThis email and any attachments are confidential and intended solely for the addressee. If you have received it in error please delete it and notify the sender.',
      },
      {
        language: 'en',
        text: 'Awesome, all good now. Feel free to close this one 👍\n\nSent from my iPhone\n\n> On 12 Nov 2026, at 14:03, Support <support@firstline.example> wrote:\n>\n> Hi Maya, we have reset your sync. Could you check whether your orders show up again?',
      },
      {
        language: 'en',
        text: "Perfect, it's working again. Appreciate the quick turnaround!\n\nCheers\nTom\n\nFrom: Firstline Support <support@firstline.example>\nSent: Thursday, November 12, 2026 9:14 AM\nTo: Tom Alder <tom@alderbikes.example>\nSubject: Re: Export is empty\n\nHi Tom,\nwe have restarted the export. Please try again.",
      },
      {
        language: 'en',
        text: 'Thanks for your help with this, you guys are great. Consider this solved.\n\nKind regards\nPriya Natarajan',
      },
      {
        language: 'en',
        text: "Just tested it and everything works as expected. Many thanks for sorting this out so fast, Emil.\n\nOn Thu, Nov 12, 2026 at 10:41 AM Firstline Support <support@firstline.example> wrote:\n\n> Hello Dan,\n>\n> the invoice has been corrected. Let us know if there's anything else.\n>",
      },
      {
        language: 'en',
        text: "Ticket can be closed, issue has been resolved on our end. Thank you.\n\n--\nGrace O'Neill\nIT Helpdesk, Meridian Dental Group\nPhone 555-0142 ext. 12",
      },
      {
        language: 'de',
        text: 'Hallo Lena,\n\nsuper, jetzt läuft es wieder. Vielen Dank für die schnelle Hilfe!\n\nViele Grüße\nKatrin Vogel\n\nVogel Medizintechnik GmbH\nIndustriestraße 14, 70565 Stuttgart\nTel. +49 711 4567-210\nGeschäftsführer: Dr. Peter Vogel · HRB 12345 Amtsgericht Stuttgart',
      },
      {
        language: 'de',
        text: 'Hat geklappt, danke Ihnen! Das Ticket kann geschlossen werden.\n\nMit freundlichen Grüßen\ni. A. Sven Brandt\nEinkauf\n\nVon: Firstline Support <support@firstline.example>\nGesendet: Donnerstag, 12. November 2026 09:14\nAn: Sven Brandt <s.brandt@brandt-metall.example>\nBetreff: AW: Export ist leer\n\nGuten Tag Herr Brandt,\nwir haben den Export neu gestartet.',
      },
      {
        language: 'de',
        text: 'Prima, dann passt alles. Besten Dank und ein schönes Wochenende!\n\nVon meinem iPhone gesendet\n\n> Am 12.11.2026 um 14:03 schrieb Support <support@firstline.example>:\n> \n> Ihre Rechnung ist korrigiert.',
      },
      {
        language: 'de',
        text: 'Guten Morgen,\n\ndas Problem ist behoben, ich kann mich wieder anmelden. Herzlichen Dank für Ihre Mühe.\n\nFreundliche Grüße\nUte Lammers',
      },
      {
        language: 'de',
        text: 'Lieber Emil, tausend Dank, du hast mir den Tag gerettet 😊\n\nLG Jana',
      },
      {
        language: 'de',
        text: 'Alles klar, danke für die Info.\n\nAm Do., 12. Nov. 2026 um 10:41 Uhr schrieb Firstline Support <support@firstline.example>:\n\n> Hallo Herr Weber,\n> die Synchronisation läuft nun wieder.',
      },
      {
        language: 'fr',
        text: "Bonjour,\n\nC'est parfait, tout fonctionne à nouveau. Merci beaucoup pour votre réactivité.\n\nCordialement,\nClaire Fontaine\nResponsable logistique\nSociété Transalpes SARL\nTél : 04 76 00 11 22",
      },
      {
        language: 'fr',
        text: 'Super, merci Lena ! Vous pouvez clôturer le ticket.\n\nEnvoyé de mon iPhone\n\n> Le 12 nov. 2026 à 14:03, Support <support@firstline.example> a écrit :\n> \n> Bonjour, nous avons corrigé la facture.',
      },
      {
        language: 'fr',
        text: 'Bonjour Emil,\nUn grand merci pour votre aide, le problème est réglé.\nBonne journée à vous,\nMathieu',
      },
      {
        language: 'fr',
        text: "Je vous confirme que c'est résolu de mon côté. Encore merci et bonne fin de semaine.\n\nBien à vous,\n\nHélène Girard\n\nDe : Firstline Support <support@firstline.example>\nEnvoyé : jeudi 12 novembre 2026 09:14\nÀ : Hélène Girard <h.girard@girard.example>\nObjet : RE: Export vide\n\nBonjour, l'export a été relancé.",
      },
      { language: 'fr', text: "Merci à toute l'équipe, vous êtes au top ! 🙏" },
      {
        language: 'fr',
        text: "C'est noté, je vous remercie pour l'information.\n\nLe jeu. 12 nov. 2026 à 10:41, Firstline Support <support@firstline.example> a écrit :\n\n> Bonjour Madame,\n> la synchronisation est rétablie.",
      },
      {
        language: 'es',
        text: 'Hola Lena:\n\nYa funciona perfectamente, muchísimas gracias por tu ayuda.\n\nUn saludo,\nJavier Ortega\nDepartamento de Compras\nOlivares del Sur S.L.\nTel. +34 954 00 11 22',
      },
      {
        language: 'es',
        text: 'Genial, solucionado. Pueden cerrar la incidencia. ¡Gracias!\n\nEnviado desde mi iPhone\n\n> El 12 nov 2026, a las 14:03, Support <support@firstline.example> escribió:\n> \n> Hemos corregido la factura.',
      },
      {
        language: 'es',
        text: 'Buenos días,\nTodo correcto ahora, les agradezco mucho la rapidez.\nSaludos cordiales,\nMarta Ibáñez',
      },
      {
        language: 'es',
        text: 'Perfecto, mil gracias!!\n\nEl jue, 12 nov 2026 a las 10:41, Firstline Support (<support@firstline.example>) escribió:\n\n> Hola Carlos,\n> la sincronización vuelve a funcionar.',
      },
      {
        language: 'es',
        text: 'Confirmo que ya puedo entrar. Gracias por su atención y buen fin de semana.\n\nDe: Firstline Support <support@firstline.example>\nEnviado: jueves, 12 de noviembre de 2026 9:14\nPara: Lucía Pardo <lucia@pardo.example>\nAsunto: RE: Exportación vacía\n\nHola Lucía, hemos reiniciado la exportación.',
      },
      { language: 'es', text: 'Gracias Emil, eres un crack 😄' },
      {
        language: 'pt',
        text: 'Olá Lena,\n\nJá está tudo a funcionar. Muito obrigada pela ajuda rápida!\n\nCom os melhores cumprimentos,\nInês Carvalho\nGestora de Operações\nTel: +351 21 000 1122',
      },
      {
        language: 'pt',
        text: 'Perfeito, resolvido! Pode fechar o chamado. Obrigado!\n\nEnviado do meu iPhone\n\n> Em 12 de nov. de 2026, à(s) 14:03, Support <support@firstline.example> escreveu:\n> \n> Corrigimos a fatura.',
      },
      { language: 'pt', text: 'Bom dia, funcionou certinho. Valeu pela força!\nAbs,\nRafael' },
      {
        language: 'pt',
        text: 'Agradeço a atenção de vocês, problema solucionado.\n\nAtt.,\nBruno Tavares\n\nEm qui., 12 de nov. de 2026 às 10:41, Firstline Support <support@firstline.example> escreveu:\n\n> Olá Bruno, a sincronização voltou.',
      },
      {
        language: 'pt',
        text: 'Muito obrigado pelo excelente atendimento, bom fim de semana a todos.\n\nDe: Firstline Support <support@firstline.example>\nEnviado: quinta-feira, 12 de novembro de 2026 09:14\nPara: Sofia Nunes <sofia@nunes.example>\nAssunto: RE: Exportação vazia\n\nOlá Sofia, reiniciámos a exportação.',
      },
      { language: 'pt', text: 'Ok, recebido. Obrigada 🙏' },
      {
        language: 'it',
        text: "Buongiorno Lena,\n\nadesso funziona tutto, grazie mille per l'assistenza.\n\nCordiali saluti\nGiulia Ferrero\nUfficio Acquisti\nFerrero Legnami S.r.l.\nTel. 011 000 1122\nLe informazioni contenute in questo messaggio sono riservate e destinate esclusivamente al destinatario.",
      },
      {
        language: 'it',
        text: 'Ottimo, risolto! Potete chiudere il ticket. Grazie!\n\nInviato da iPhone\n\n> Il giorno 12 nov 2026, alle ore 14:03, Support <support@firstline.example> ha scritto:\n> \n> Abbiamo corretto la fattura.',
      },
      {
        language: 'it',
        text: 'La ringrazio molto per la tempestività, siete stati gentilissimi.\nBuona giornata\nPaolo',
      },
      {
        language: 'it',
        text: 'Perfetto, confermo che ora è tutto a posto. Grazie ancora.\n\nIl giorno gio 12 nov 2026 alle ore 10:41 Firstline Support <support@firstline.example> ha scritto:\n\n> Buongiorno, la sincronizzazione è ripartita.',
      },
      {
        language: 'it',
        text: "Ciao Emil, grazie per la risposta veloce, ci sono riuscito!\n\nDa: Firstline Support <support@firstline.example>\nInviato: giovedì 12 novembre 2026 09:14\nA: Luca Sala <luca@sala.example>\nOggetto: R: Esportazione vuota\n\nAbbiamo riavviato l'esportazione.",
      },
      { language: 'it', text: 'Grazie a voi, buon lavoro 👍' },
      {
        language: 'nl',
        text: 'Beste Lena,\n\nHet werkt weer, hartelijk dank voor de snelle oplossing.\n\nMet vriendelijke groet,\nJoost van der Meer\nHoofd ICT\nVan der Meer Logistiek B.V.\nT 010 000 11 22',
      },
      {
        language: 'nl',
        text: 'Top, bedankt! De melding mag gesloten worden.\n\nVerstuurd vanaf mijn iPhone\n\n> Op 12 nov 2026 om 14:03 heeft Support <support@firstline.example> het volgende geschreven:\n> \n> De factuur is aangepast.',
      },
      {
        language: 'nl',
        text: 'Hoi Emil, het is gelukt! Super bedankt voor je hulp.\nGroetjes, Femke',
      },
      {
        language: 'nl',
        text: 'Dank je wel, alles staat er weer in. Fijne dag nog!\n\nOp do 12 nov 2026 om 10:41 schreef Firstline Support <support@firstline.example>:\n\n> Hallo Bas, de synchronisatie loopt weer.',
      },
      {
        language: 'nl',
        text: 'Probleem opgelost, dank voor de goede service.\n\nVan: Firstline Support <support@firstline.example>\nVerzonden: donderdag 12 november 2026 09:14\nAan: Sanne Bos <sanne@bos.example>\nOnderwerp: RE: Export is leeg\n\nWe hebben de export opnieuw gestart.',
      },
      { language: 'nl', text: 'Duidelijk, bedankt voor de uitleg 😊' },
      {
        language: 'sv',
        text: 'Hej Lena,\n\nNu fungerar det igen, stort tack för snabb hjälp!\n\nMed vänliga hälsningar\nAnders Lindqvist\nInköpschef\nLindqvist Bygg AB\nTel 08-000 11 22',
      },
      {
        language: 'sv',
        text: 'Toppen, tack! Ni kan stänga ärendet.\n\nSkickat från min iPhone\n\n> 12 nov. 2026 kl. 14:03 skrev Support <support@firstline.example>:\n> \n> Fakturan är rättad.',
      },
      { language: 'sv', text: 'Tusen tack Emil, det löste sig. Ha en trevlig helg!\nMvh Karin' },
      {
        language: 'sv',
        text: 'Perfekt, då vet jag. Tack för informationen.\n\nDen tors 12 nov. 2026 kl 10:41 skrev Firstline Support <support@firstline.example>:\n\n> Hej Erik, synkroniseringen fungerar igen.',
      },
      {
        language: 'sv',
        text: 'Jag kan logga in nu. Tack så jättemycket för hjälpen!\n\nFrån: Firstline Support <support@firstline.example>\nSkickat: den 12 november 2026 09:14\nTill: Sara Ek <sara@ek.example>\nÄmne: SV: Exporten är tom\n\nVi har startat om exporten.',
      },
      { language: 'sv', text: 'Grymt bra jobbat, tack 👏' },
      {
        language: 'da',
        text: 'Hej Lena\n\nDet virker igen nu. Mange tak for den hurtige hjælp.\n\nMed venlig hilsen\nMette Sørensen\nIndkøb\nSørensen Møbler A/S\nTlf. 70 00 11 22',
      },
      {
        language: 'da',
        text: 'Super, tak! I må gerne lukke sagen.\n\nSendt fra min iPhone\n\n> Den 12. nov. 2026 kl. 14.03 skrev Support <support@firstline.example>:\n> \n> Fakturaen er rettet.',
      },
      { language: 'da', text: 'Tusind tak Emil, så er problemet løst. God weekend!\nMvh Lars' },
      {
        language: 'da',
        text: 'Det er perfekt, tak for svaret.\n\nDen tor. 12. nov. 2026 kl. 10.41 skrev Firstline Support <support@firstline.example>:\n\n> Hej Ida, synkroniseringen kører igen.',
      },
      {
        language: 'da',
        text: 'Jeg kan bekræfte, at alt fungerer. Tak for god service.\n\nFra: Firstline Support <support@firstline.example>\nSendt: 12. november 2026 09:14\nTil: Ole Holm <ole@holm.example>\nEmne: SV: Eksporten er tom\n\nVi har genstartet eksporten.',
      },
      { language: 'da', text: 'Fedt, mange tak 😊' },
      {
        language: 'pl',
        text: 'Dzień dobry,\n\nwszystko już działa, bardzo dziękuję za szybką pomoc.\n\nZ poważaniem\nAgnieszka Wójcik\nSpecjalista ds. zakupów\nDrewmax Sp. z o.o.\ntel. 22 000 11 22',
      },
      {
        language: 'pl',
        text: "Super, dzięki! Można zamknąć zgłoszenie.\n\nWysłane z iPhone'a\n\n> Wiadomość napisana przez Support <support@firstline.example> w dniu 12.11.2026, o godz. 14:03:\n> \n> Faktura została poprawiona.",
      },
      {
        language: 'pl',
        text: 'Dziękuję Emil, problem rozwiązany. Miłego weekendu!\nPozdrawiam\nTomek',
      },
      {
        language: 'pl',
        text: 'Potwierdzam, że eksport działa. Dziękuję serdecznie za wsparcie.\n\nczw., 12 lis 2026 o 10:41 Firstline Support <support@firstline.example> napisał(a):\n\n> Dzień dobry, synchronizacja działa.',
      },
      {
        language: 'pl',
        text: 'Rewelacja, wielkie dzięki za pomoc!\n\nFrom: Firstline Support <support@firstline.example>\nSent: Thursday, November 12, 2026 9:14 AM\nTo: Marek Lis <marek@lis.example>\nSubject: RE: Pusty eksport\n\nUruchomiliśmy eksport ponownie.',
      },
      { language: 'pl', text: 'Ok, dziękuję za informację 🙂' },
      {
        language: 'cs',
        text: 'Dobrý den,\n\nuž to funguje, moc děkuji za rychlé vyřízení.\n\nS pozdravem\nJana Dvořáková\nNákupní oddělení\nStavby Morava s.r.o.\ntel. +420 500 001 122',
      },
      {
        language: 'cs',
        text: 'Super, díky! Tiket můžete uzavřít.\n\nOdesláno z iPhonu\n\n> 12. 11. 2026 v 14:03, Support <support@firstline.example>:\n> \n> Faktura je opravena.',
      },
      { language: 'cs', text: 'Děkuji mnohokrát, Emile, problém je vyřešen. Hezký víkend!\nPetr' },
      {
        language: 'cs',
        text: 'Potvrzuji, vše je v pořádku. Díky za pomoc.\n\nčt 12. 11. 2026 v 10:41 odesílatel Firstline Support <support@firstline.example> napsal:\n\n> Dobrý den, synchronizace opět běží.',
      },
      {
        language: 'cs',
        text: 'Skvělá práce, děkuji celému týmu.\n\nOd: Firstline Support <support@firstline.example>\nOdesláno: čtvrtek 12. listopadu 2026 9:14\nKomu: Eva Malá <eva@mala.example>\nPředmět: RE: Prázdný export\n\nRestartovali jsme export.',
      },
      { language: 'cs', text: 'Rozumím, děkuji za vysvětlení 👍' },
      {
        language: 'tr',
        text: 'Merhaba Lena,\n\nŞimdi düzgün çalışıyor, hızlı desteğiniz için çok teşekkür ederim.\n\nSaygılarımla,\nAyşe Demir\nSatın Alma Uzmanı\nDemir Lojistik A.Ş.\nTel: +90 212 000 11 22',
      },
      {
        language: 'tr',
        text: "Harika, sorun çözüldü. Talebi kapatabilirsiniz. Teşekkürler!\n\niPhone'umdan gönderildi\n\n> Support <support@firstline.example> şunları yazdı (12 Kas 2026 14:03):\n> \n> Fatura düzeltildi.",
      },
      { language: 'tr', text: 'Çok sağ olun Emil Bey, elinize sağlık. İyi çalışmalar.\nMehmet' },
      {
        language: 'tr',
        text: 'Teşekkür ederim, artık giriş yapabiliyorum.\n\nFirstline Support <support@firstline.example>, 12 Kas 2026 Per, 10:41 tarihinde şunu yazdı:\n\n> Merhaba, senkronizasyon tekrar çalışıyor.',
      },
      {
        language: 'tr',
        text: 'Bilgilendirme için teşekkürler, iyi günler dilerim.\n\nKimden: Firstline Support <support@firstline.example>\nGönderildi: 12 Kasım 2026 Perşembe 09:14\nKime: Can Ak <can@ak.example>\nKonu: YNT: Dışa aktarma boş\n\nDışa aktarmayı yeniden başlattık.',
      },
      { language: 'tr', text: 'Süpersiniz, teşekkürler 🙏' },
      {
        language: 'ja',
        text: 'Lena様\n\nお世話になっております。\n無事にログインできるようになりました。迅速なご対応ありがとうございました。\n\n今後ともよろしくお願いいたします。\n\n株式会社山田製作所\n購買部 佐藤健一\nTEL: 03-0000-1122',
      },
      {
        language: 'ja',
        text: '解決しました。ありがとうございます！チケットはクローズしていただいて構いません。\n\niPhoneから送信\n\n2026/11/12 14:03、Support <support@firstline.example>のメール:\n\n> 請求書を修正しました。',
      },
      { language: 'ja', text: 'ご回答ありがとうございます。問題なく動作しております。\n田中' },
      {
        language: 'ja',
        text: '助かりました。ありがとうございました😊\n\n2026年11月12日(木) 10:41 Firstline Support <support@firstline.example>:\n\n> 同期が復旧しました。',
      },
      {
        language: 'ja',
        text: '承知いたしました。ご連絡ありがとうございます。引き続きよろしくお願いいたします。',
      },
      {
        language: 'ja',
        text: '直りました！感謝です。\n\n差出人: Firstline Support <support@firstline.example>\n送信日時: 2026年11月12日 9:14\n宛先: 鈴木 <suzuki@suzuki.example>\n件名: RE: エクスポートが空です\n\nエクスポートを再開しました。',
      },
      {
        language: 'zh',
        text: 'Lena 您好，\n\n现在已经可以正常使用了，非常感谢您的及时帮助！\n\n祝好\n李伟\n采购部\n上海恒通贸易有限公司\n电话：021-0000 1122',
      },
      {
        language: 'zh',
        text: '已解决，谢谢！可以关闭工单了。\n\n发自我的 iPhone\n\n> 在 2026年11月12日，14:03，Support <support@firstline.example> 写道：\n> \n> 发票已更正。',
      },
      { language: 'zh', text: '太好了，多谢 Emil，辛苦了！' },
      {
        language: 'zh',
        text: '收到，谢谢告知。\n\nFirstline Support <support@firstline.example> 于2026年11月12日周四 10:41写道：\n\n> 您好，同步已恢复。',
      },
      {
        language: 'zh',
        text: '问题搞定了，感谢你们的支持，周末愉快。\n\n发件人: Firstline Support <support@firstline.example>\n发送时间: 2026年11月12日 9:14\n收件人: 王芳 <wang@wang.example>\n主题: 回复: 导出为空\n\n我们已重新启动导出。',
      },
      { language: 'zh', text: '好的，明白了，谢谢🙏' },
      {
        language: 'ru',
        text: 'Добрый день, Лена!\n\nВсё заработало, огромное спасибо за оперативную помощь.\n\nС уважением,\nОльга Смирнова\nОтдел закупок\nООО «СеверТорг»\nтел. +7 495 000-11-22',
      },
      {
        language: 'ru',
        text: 'Отлично, спасибо! Заявку можно закрывать.\n\nОтправлено с iPhone\n\n> 12 нояб. 2026 г., в 14:03, Support <support@firstline.example> написал(а):\n> \n> Счёт исправлен.',
      },
      {
        language: 'ru',
        text: 'Спасибо большое, Эмиль, проблема решена. Хороших выходных!\nДмитрий',
      },
      {
        language: 'ru',
        text: 'Подтверждаю, доступ есть. Благодарю за помощь.\n\nчт, 12 нояб. 2026 г. в 10:41, Firstline Support <support@firstline.example>:\n\n> Добрый день, синхронизация восстановлена.',
      },
      {
        language: 'ru',
        text: 'Спасибо за быстрый ответ, теперь всё понятно.\n\nОт: Firstline Support <support@firstline.example>\nОтправлено: 12 ноября 2026 г. 9:14\nКому: Анна Белова <anna@belova.example>\nТема: RE: Пустой экспорт\n\nМы перезапустили экспорт.',
      },
      { language: 'ru', text: 'Супер, спасибо вам 👍' },
    ],
    work: [
      {
        language: 'en',
        text: 'Thanks Lena, but the export is still empty when I open it in Excel.\n\nBest,\nTom',
      },
      {
        language: 'en',
        text: 'Great, that works! One more thing: how do I undo it for the March orders?',
      },
      {
        language: 'en',
        text: 'Thank you for the quick reply. We still see the old price on the product page.\n\nSent from my iPhone',
      },
      { language: 'en', text: "Thanks! I'd also like to have Maria added to our account." },
      {
        language: 'en',
        text: 'Perfect, thanks. If it happens again tomorrow I will need a refund.',
      },
      {
        language: 'en',
        text: 'Thanks for closing this. Unfortunately two of my invoices are missing since then.',
      },
      { language: 'de', text: 'Danke! Eine Frage noch: Wo finde ich die alten Rechnungen?' },
      {
        language: 'de',
        text: 'Vielen Dank, leider kommt beim Anmelden immer noch dieselbe Meldung.\n\nViele Grüße\nSven',
      },
      { language: 'de', text: 'Super, danke. Könnten Sie bitte auch Frau Lammers freischalten.' },
      { language: 'de', text: 'Danke für die schnelle Antwort. Bei mir dreht sich nur der Kreis.' },
      { language: 'de', text: 'Klappt jetzt, danke. Aber die Bestellung von gestern ist weg.' },
      {
        language: 'de',
        text: 'Herzlichen Dank. Ich hätte gern noch eine Gutschrift über den doppelt gebuchten Betrag.',
      },
      { language: 'fr', text: "Merci beaucoup, mais je n'arrive toujours pas à me connecter." },
      {
        language: 'fr',
        text: 'Merci pour votre retour. Comment puis-je annuler la deuxième commande ?',
      },
      {
        language: 'fr',
        text: "Parfait, merci. Pourriez-vous également mettre à jour l'adresse de livraison.",
      },
      { language: 'fr', text: 'Merci. Il manque encore la facture de septembre.' },
      { language: 'es', text: 'Gracias, pero sigue saliendo el mismo error.' },
      { language: 'es', text: 'Muchas gracias. ¿Y cómo recupero los pedidos borrados?' },
      { language: 'es', text: 'Perfecto, gracias. Necesito además la factura de octubre.' },
      {
        language: 'es',
        text: 'Gracias por responder. Todavía no me llega el correo de confirmación.',
      },
      { language: 'pt', text: 'Obrigado, mas continua dando erro ao salvar.' },
      {
        language: 'pt',
        text: 'Muito obrigada! Só mais uma dúvida: quando chega a próxima fatura?',
      },
      { language: 'pt', text: 'Valeu! Podem também mudar o e-mail da conta para o novo.' },
      { language: 'pt', text: 'Obrigado pela resposta. Ainda não consigo entrar no sistema.' },
      { language: 'it', text: 'Grazie, però il file è ancora vuoto.' },
      { language: 'it', text: "Grazie mille. Come faccio ad annullare l'ordine?" },
      { language: 'it', text: 'Perfetto, grazie. Vorrei anche cambiare la password di Luca.' },
      {
        language: 'it',
        text: 'Grazie della risposta. Purtroppo il problema si ripresenta ogni mattina.',
      },
      { language: 'nl', text: 'Bedankt, maar ik krijg nog steeds een foutmelding.' },
      { language: 'nl', text: 'Dank u wel! Hoe kan ik dit ongedaan maken?' },
      { language: 'nl', text: 'Top, bedankt. Kunnen jullie ook Bas toegang geven.' },
      { language: 'nl', text: 'Dank voor uw bericht. De bestelling is nog altijd niet zichtbaar.' },
      { language: 'sv', text: 'Tack, men det funkar fortfarande inte.' },
      { language: 'sv', text: 'Tack så mycket! En fråga till: var hittar jag gamla fakturor?' },
      { language: 'sv', text: 'Toppen, tack. Jag skulle också vilja lägga till en kollega.' },
      { language: 'sv', text: 'Tack för svaret. Sidan är helt tom hos mig.' },
      { language: 'da', text: 'Tak, men den viser stadig en fejl.' },
      { language: 'da', text: 'Mange tak! Hvordan fortryder jeg det?' },
      { language: 'da', text: 'Super tak. Vil I også slette den gamle konto.' },
      { language: 'da', text: 'Tak for hjælpen. Desværre mangler der en ordre.' },
      { language: 'pl', text: 'Dziękuję, ale nadal nie mogę się zalogować.' },
      { language: 'pl', text: 'Dzięki! A jak cofnąć tę zmianę?' },
      { language: 'pl', text: 'Super, dziękuję. Proszę jeszcze o fakturę za wrzesień.' },
      { language: 'pl', text: 'Dziękuję za odpowiedź. Niestety plik jest pusty.' },
      { language: 'cs', text: 'Děkuji, ale pořád to hlásí chybu.' },
      { language: 'cs', text: 'Díky! Jak to mohu vrátit zpět?' },
      { language: 'cs', text: 'Super, děkuji. Prosím ještě o smazání starého účtu.' },
      { language: 'cs', text: 'Děkuji za odpověď. Bohužel se stránka nenačítá.' },
      { language: 'tr', text: 'Teşekkürler ama hâlâ aynı hatayı alıyorum.' },
      { language: 'tr', text: 'Çok teşekkür ederim. Bunu nasıl geri alabilirim?' },
      { language: 'tr', text: 'Harika, teşekkürler. Eylül faturasını da gönderir misiniz.' },
      { language: 'ja', text: 'ありがとうございます。ただ、まだログインできません。' },
      {
        language: 'ja',
        text: 'ご対応ありがとうございました。元に戻すにはどうすればよいでしょうか。',
      },
      { language: 'ja', text: 'ありがとうございます。9月分の請求書も送っていただけますか' },
      { language: 'zh', text: '谢谢，但是还是打不开。' },
      { language: 'zh', text: '非常感谢！请问怎么撤销？' },
      { language: 'zh', text: '谢谢。麻烦再帮我加一个用户。' },
      { language: 'ru', text: 'Спасибо, но ошибка осталась.' },
      { language: 'ru', text: 'Большое спасибо! А как это отменить?' },
      { language: 'ru', text: 'Отлично, спасибо. Ещё нужен счёт за сентябрь.' },
    ],
    notices: [
      {
        language: 'en',
        subject: 'Re: Your export is ready',
        text: "Hi,\n\nI'm out of the office until Monday 23 November with limited access to email. For anything urgent please contact my colleague Ruth Hale at ruth@harbour.example.\n\nRegards,\nJonathan",
      },
      {
        language: 'en',
        subject: 'Automatic reply: Your export is ready',
        text: 'Thank you for your email. I am currently on annual leave and will be back on 1 December. I will respond to your message on my return.',
      },
      {
        language: 'en',
        subject: 'Re: Invoice corrected',
        text: "Thanks for getting in touch. I'm on parental leave until March 2027. Please direct enquiries to the team mailbox orders@meridian.example.",
      },
      {
        language: 'en',
        subject: 'Re: Invoice corrected',
        text: 'I am travelling this week and may be slow to reply to emails. If your matter is urgent, call our main desk on 555-0142.',
      },
      {
        language: 'de',
        subject: 'Abwesend: Re: Ihr Export',
        text: 'Sehr geehrte Damen und Herren,\n\nich bin bis einschließlich 20.11.2026 nicht im Büro. Ihre Nachricht wird nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an Herrn Brandt (brandt@vogel.example).\n\nMit freundlichen Grüßen\nKatrin Vogel',
      },
      {
        language: 'de',
        subject: 'Re: Ihr Export',
        text: 'Guten Tag,\nvielen Dank für Ihre E-Mail. Ich befinde mich derzeit im Urlaub und bin ab dem 30. November wieder für Sie erreichbar.',
      },
      {
        language: 'de',
        subject: 'AW: Rechnung',
        text: 'Hallo, ich bin zurzeit in Elternzeit. Meine Vertretung übernimmt Frau Sommer, erreichbar unter 0711 4567-211.',
      },
      {
        language: 'de',
        subject: 'AW: Rechnung',
        text: 'Unser Büro ist vom 23.12. bis 6.1. geschlossen. Ihre Mails beantworten wir im neuen Jahr.',
      },
      {
        language: 'fr',
        subject: 'Réponse automatique : Votre export',
        text: "Bonjour,\nJe suis absente du bureau jusqu'au 20 novembre inclus. En cas d'urgence, merci de contacter M. Durand au 04 76 00 11 23.\nCordialement\nClaire Fontaine",
      },
      {
        language: 'fr',
        subject: 'Re: Votre export',
        text: 'Bonjour, je suis actuellement en congés et je reviendrai le lundi 30 novembre. Je répondrai à votre message dès mon retour.',
      },
      {
        language: 'fr',
        subject: 'RE: Facture',
        text: 'Merci pour votre message. Étant en déplacement cette semaine, je ne consulterai mes mails que ponctuellement.',
      },
      {
        language: 'fr',
        subject: 'RE: Facture',
        text: 'Je suis en congé maternité. Pour toute demande, veuillez vous adresser à ma collègue Sophie Rey.',
      },
      {
        language: 'es',
        subject: 'Respuesta automática: Su exportación',
        text: 'Hola, estaré fuera de la oficina hasta el 20 de noviembre. Para asuntos urgentes, contacte con Marta Ibáñez en el 954 00 11 23.',
      },
      {
        language: 'es',
        subject: 'Re: Su exportación',
        text: 'Gracias por su correo. Me encuentro de vacaciones y no tendré acceso al correo hasta el lunes 30. Le responderé a mi regreso.',
      },
      {
        language: 'es',
        subject: 'RE: Factura',
        text: 'Actualmente estoy de baja médica. Mi compañero Carlos atenderá sus consultas.',
      },
      {
        language: 'pt',
        subject: 'Resposta automática: Exportação',
        text: 'Olá, estou ausente do escritório até 20 de novembro. Em caso de urgência, contacte a minha colega Sofia Nunes.',
      },
      {
        language: 'pt',
        subject: 'Re: Exportação',
        text: 'Obrigado pelo seu e-mail. Estou de férias e retorno no dia 30/11. Responderei assim que possível.',
      },
      {
        language: 'pt',
        subject: 'RE: Fatura',
        text: 'Encontro-me de licença de maternidade. Os assuntos urgentes devem ser encaminhados para geral@nunes.example.',
      },
      {
        language: 'it',
        subject: 'Risposta automatica: Esportazione',
        text: 'Buongiorno, sono fuori ufficio fino al 20 novembre. Per urgenze potete contattare il collega Paolo Riva al numero 011 000 1123.',
      },
      {
        language: 'it',
        subject: 'Re: Esportazione',
        text: 'Grazie per la mail. Sono in ferie e rientrerò lunedì 30 novembre; leggerò il suo messaggio al mio ritorno.',
      },
      {
        language: 'it',
        subject: 'R: Fattura',
        text: 'Sono in maternità. Per ogni necessità rivolgersi a ufficio@ferrero.example.',
      },
      {
        language: 'nl',
        subject: 'Automatisch antwoord: Uw export',
        text: 'Beste, ik ben tot en met 20 november afwezig. Voor dringende zaken kunt u contact opnemen met Sanne Bos, 010 000 11 23.',
      },
      {
        language: 'nl',
        subject: 'Re: Uw export',
        text: 'Bedankt voor uw bericht. Ik ben met vakantie en vanaf maandag 30 november weer bereikbaar. Uw mail wordt niet doorgestuurd.',
      },
      {
        language: 'nl',
        subject: 'RE: Factuur',
        text: 'Ik ben deze week met zwangerschapsverlof. Mijn collega Bas neemt mijn taken waar.',
      },
      {
        language: 'nl',
        subject: 'RE: Factuur',
        text: 'Ik werk niet op woensdag en vrijdag. Op maandag lees ik uw mail.',
      },
      {
        language: 'sv',
        subject: 'Autosvar: Din export',
        text: 'Hej! Jag är på semester och åter på kontoret den 30 november. Vid brådskande ärenden kontakta Sara Ek på 08-000 11 23.',
      },
      {
        language: 'sv',
        subject: 'Sv: Din export',
        text: 'Tack för ditt mail. Jag är föräldraledig till mars och läser inte min mejl under tiden.',
      },
      {
        language: 'sv',
        subject: 'SV: Faktura',
        text: 'Jag är inte på plats den här veckan. Mejl besvaras när jag är tillbaka på måndag.',
      },
      {
        language: 'da',
        subject: 'Autosvar: Din eksport',
        text: 'Hej, jeg holder ferie til og med den 20. november. Ved hastesager kan du kontakte Ole Holm på 70 00 11 23.',
      },
      {
        language: 'da',
        subject: 'Sv: Din eksport',
        text: 'Tak for din mail. Jeg er ikke på kontoret i dag og svarer, når jeg er tilbage mandag.',
      },
      {
        language: 'da',
        subject: 'SV: Faktura',
        text: 'Jeg er på barsel indtil marts. Min kollega Ida overtager mine opgaver.',
      },
      {
        language: 'pl',
        subject: 'Odpowiedź automatyczna: Eksport',
        text: 'Dzień dobry, jestem nieobecna w biurze do 20 listopada. W pilnych sprawach proszę o kontakt z Markiem Lisem, tel. 22 000 11 23.',
      },
      {
        language: 'pl',
        subject: 'Re: Eksport',
        text: 'Dziękuję za wiadomość. Obecnie przebywam na urlopie i wracam 30 listopada. Odpowiem po powrocie.',
      },
      {
        language: 'pl',
        subject: 'RE: Faktura',
        text: 'Przebywam na zwolnieniu lekarskim. Zastępuje mnie Anna Kowal.',
      },
      {
        language: 'cs',
        subject: 'Automatická odpověď: Export',
        text: 'Dobrý den, do 20. listopadu jsem mimo kancelář. V naléhavých případech kontaktujte kolegu Petra Nováka.',
      },
      {
        language: 'cs',
        subject: 'Re: Export',
        text: 'Děkuji za Váš e-mail. Čerpám dovolenou a budu zpět v pondělí 30. listopadu.',
      },
      {
        language: 'cs',
        subject: 'RE: Faktura',
        text: 'Jsem na mateřské dovolené, obraťte se prosím na kolegyni Evu Malou.',
      },
      {
        language: 'tr',
        subject: 'Otomatik yanıt: Dışa aktarma',
        text: 'Merhaba, 20 Kasım tarihine kadar ofis dışındayım. Acil durumlarda Can Ak ile iletişime geçebilirsiniz.',
      },
      {
        language: 'tr',
        subject: 'Ynt: Dışa aktarma',
        text: 'E-postanız için teşekkürler. Yıllık izindeyim, 30 Kasım Pazartesi günü döneceğim.',
      },
      {
        language: 'tr',
        subject: 'YNT: Fatura',
        text: "Doğum iznindeyim. Konularınız için ekip arkadaşım Zeynep'e yazabilirsiniz.",
      },
      {
        language: 'ja',
        subject: '自動応答: エクスポート',
        text: 'ただいま休暇をいただいております。11月24日より出社いたします。お急ぎの場合は佐藤までご連絡ください。',
      },
      {
        language: 'ja',
        subject: 'Re: エクスポート',
        text: 'メールありがとうございます。出張のため11月20日まで不在にしております。返信が遅れますことをご了承ください。',
      },
      {
        language: 'ja',
        subject: 'RE: 請求書',
        text: '誠に勝手ながら、12月29日から1月4日まで冬季休業とさせていただきます。',
      },
      {
        language: 'zh',
        subject: '自动回复: 导出',
        text: '您好，我正在休假，11月24日返回办公室。如有急事请联系王芳，电话 021-0000 1123。',
      },
      {
        language: 'zh',
        subject: 'Re: 导出',
        text: '感谢您的来信。我目前出差在外，无法及时回复邮件，回来后会尽快答复。',
      },
      { language: 'zh', subject: '回复: 发票', text: '我现在休产假，工作由同事李伟代理。' },
      {
        language: 'ru',
        subject: 'Автоответ: Экспорт',
        text: 'Здравствуйте! Я нахожусь в отпуске до 20 ноября. По срочным вопросам обращайтесь к Анне Беловой, тел. 495 000-11-23.',
      },
      {
        language: 'ru',
        subject: 'Re: Экспорт',
        text: 'Спасибо за письмо. Сейчас меня нет в офисе, отвечу после возвращения 30 ноября.',
      },
      {
        language: 'ru',
        subject: 'RE: Счёт',
        text: 'Я в командировке, доступ к почте ограничен. Отвечу, как только смогу.',
      },
      {
        language: 'ru',
        subject: 'RE: Счёт',
        text: 'Нахожусь на больничном. Меня замещает Игорь Петров.',
      },
    ],
    people: [],
  },
  {
    thanks: [
      {
        language: 'en',
        text: "Hello Emil,\n\nWe've checked with the warehouse and the labels come out fine again. Thanks for looking into it.\n\nRegards,\nDeborah Quinn\nQuinn & Sons Ltd.",
      },
      { language: 'en', text: 'Brilliant, that sorted it. Have a lovely weekend!\n\nRob' },
      {
        language: 'en',
        text: 'No further action needed from your side, you can go ahead and close this. Thanks again for being so patient with us.\n\nKind regards,\n\nIoana Petrescu | Office Administrator | Blue Anchor Shipping\n+1 (415) 555-0177',
      },
      { language: 'en', text: "You're a lifesaver, Lena!! Thank you :)" },
      { language: 'en', text: 'Got it, thank you. Makes sense now.\n\nGet Outlook for Android' },
      { language: 'en', text: 'Cheers mate, all working on our end.' },
      {
        language: 'de',
        text: 'Servus Emil,\npasst, der Bericht kommt jetzt sauber durch. Merci dir!\nSchönen Feierabend\nBasti',
      },
      {
        language: 'de',
        text: 'Sehr geehrte Frau Lind,\n\nwir haben die Korrektur erhalten und konnten die Buchung abschließen. Für Ihre Unterstützung bedanken wir uns herzlich.\n\nMit besten Grüßen aus Bremen\nHauke Petersen\nBuchhaltung\nPetersen Reederei GmbH & Co. KG',
      },
      { language: 'de', text: 'Danke, hat sich erledigt.' },
      {
        language: 'de',
        text: 'Dankeschön, genau das habe ich gesucht!\n\nGesendet mit der GMX Mail App',
      },
      {
        language: 'fr',
        text: "Bonjour Lena,\nNickel, les étiquettes s'impriment à nouveau. Merci pour l'efficacité !\nBonne soirée,\nYann",
      },
      {
        language: 'fr',
        text: 'Merci infiniment pour votre patience et vos explications très claires. Le dossier peut être fermé.\n\nSincères salutations,\nBernard Colin\nCabinet Colin & Associés',
      },
      { language: 'fr', text: 'Bien reçu, merci.' },
      {
        language: 'es',
        text: 'Estimada Lena:\nLe confirmo que las etiquetas ya se imprimen sin problemas. Le agradezco enormemente su paciencia.\nAtentamente,\nRosa Quintana\nJefa de almacén',
      },
      { language: 'es', text: '¡Qué rapidez! Muchas gracias, todo en orden.' },
      { language: 'es', text: 'Ok, entendido, gracias por aclararlo. Que tengas buen día' },
      { language: 'pt', text: 'Oi Emil, deu certo aqui! Brigadão pela paciência.\nAbraço\nThiago' },
      {
        language: 'pt',
        text: 'Boa tarde,\nConfirmo que já recebemos o ficheiro corrigido. Grata pela colaboração.\nCumprimentos,\nTeresa Lopes',
      },
      {
        language: 'it',
        text: 'Buonasera,\nle etichette ora escono correttamente. Vi ringrazio per la pazienza e la cortesia.\nDistinti saluti\nRag. Franca Bianchi',
      },
      { language: 'it', text: 'Fantastico, siete velocissimi! Grazie' },
      {
        language: 'nl',
        text: 'Goedemiddag,\nDe etiketten komen er weer netjes uit. Hartelijk dank voor het meedenken!\nGroet,\nWilma',
      },
      { language: 'nl', text: 'Fijn, dankjewel voor het snelle antwoord. Je mag hem sluiten.' },
      {
        language: 'sv',
        text: 'Hej!\nEtiketterna skrivs ut som de ska nu. Tack för att ni fixade det så snabbt.\n/Gunnar',
      },
      { language: 'sv', text: 'Underbart, tack snälla!' },
      {
        language: 'da',
        text: 'Kære Lena\nNu kommer etiketterna rigtigt ud. Tak for tålmodigheden.\nDe bedste hilsner\nBirgitte',
      },
      { language: 'da', text: 'Perfekt. Tusind tak for hjælpen, og rigtig god dag.' },
      {
        language: 'pl',
        text: 'Witam,\netykiety drukują się już poprawnie. Dziękujemy za cierpliwość i profesjonalną obsługę.\nPozdrawiam serdecznie\nEwa Kaczmarek\nKierownik magazynu',
      },
      { language: 'pl', text: 'O to chodziło, dzięki wielkie!' },
      {
        language: 'cs',
        text: 'Ahoj Emile, štítky se už tisknou správně. Díky moc za trpělivost!\nHonza',
      },
      { language: 'cs', text: 'Výborně, to je přesně ono. Děkuji a přeji hezký den.' },
      {
        language: 'tr',
        text: 'Selam Emil, etiketler artık düzgün basılıyor. Sabrınız için teşekkürler.\nKolay gelsin\nBurak',
      },
      { language: 'tr', text: 'Tamamdır, çok teşekkürler.' },
      {
        language: 'ja',
        text: 'いつもお世話になっております。鈴木です。\nラベルの印刷が正常に戻りました。丁寧なご説明をいただき、誠にありがとうございました。',
      },
      {
        language: 'ja',
        text: '確認できました。本件クローズでお願いいたします。ありがとうございました。',
      },
      { language: 'zh', text: '您好！标签打印恢复正常了，感谢耐心解答，祝工作顺利！\n张敏' },
      { language: 'zh', text: '可以了，谢谢你们这么快就处理好。' },
      {
        language: 'ru',
        text: 'Здравствуйте! Этикетки снова печатаются как надо. Спасибо за терпение и подробное объяснение.\nС уважением, Павел',
      },
      { language: 'ru', text: 'Всё получилось, спасибо огромное! Вопрос закрыт.' },
      { language: 'ru', text: 'Благодарю, разобрались.' },
      {
        language: 'en',
        text: 'Hi team, just confirming the duplicate has gone and everything reconciles. Much appreciated.\n\nBest wishes\nHarriet\n\n________________________________\nFrom: Firstline Support <support@firstline.example>\nSent: 12 November 2026 09:14\nTo: Harriet Long <harriet@long.example>\nSubject: RE: Duplicate invoice\n\nWe removed the duplicate.',
      },
    ],
    work: [
      { language: 'en', text: 'Thank you Emil. The labels print now, only the barcode is blurry.' },
      {
        language: 'en',
        text: 'Thanks, that worked for the first printer. The second one prints blank pages.',
      },
      { language: 'en', text: "Cheers. Can't see any change here though." },
      {
        language: 'en',
        text: "Great, thank you! While you're at it, could you bump our user limit to 20?",
      },
      {
        language: 'en',
        text: 'Much appreciated. Please let me know once the refund goes through.',
      },
      { language: 'en', text: "Thanks, I'll try it tomorrow and get back to you." },
      { language: 'en', text: 'Thanks. It logged me out again a minute ago.' },
      {
        language: 'de',
        text: 'Danke Emil. Die Etiketten kommen, allerdings fehlt der Strichcode.',
      },
      { language: 'de', text: 'Vielen Dank! Gilt das auch für unsere Filiale in Kiel?' },
      { language: 'de', text: 'Danke, ich probiere es morgen früh aus und melde mich.' },
      { language: 'de', text: 'Merci! Dann bräuchte ich noch den Lieferschein dazu.' },
      { language: 'fr', text: 'Merci Emil. Les étiquettes sortent mais de travers.' },
      { language: 'fr', text: 'Merci, je teste demain et je vous tiens au courant.' },
      {
        language: 'es',
        text: 'Gracias, Emil. Ahora imprime, pero tarda cinco minutos por página.',
      },
      { language: 'es', text: 'Gracias. Quedo a la espera del abono.' },
      { language: 'pt', text: 'Obrigado! Agora aparece outra mensagem na tela.' },
      { language: 'it', text: 'Grazie. Le etichette escono storte.' },
      { language: 'it', text: 'Grazie, resto in attesa di un vostro riscontro.' },
      { language: 'nl', text: 'Bedankt. Nu drukt hij alles dubbel af.' },
      { language: 'nl', text: 'Dank! Gaat de factuur ook nog aangepast worden?' },
      { language: 'sv', text: 'Tack Lena. Streckkoden syns inte.' },
      { language: 'da', text: 'Tak. Nu printer den alt to gange.' },
      { language: 'pl', text: 'Dziękuję. Teraz drukuje wszystko podwójnie.' },
      { language: 'cs', text: 'Díky. Teď to ale tiskne dvakrát.' },
      { language: 'tr', text: 'Teşekkürler. Şimdi her şeyi iki kez basıyor.' },
      { language: 'ja', text: 'ありがとうございます。今度は二重に印刷されます。' },
      { language: 'zh', text: '谢谢。现在每张都打印两遍。' },
      { language: 'ru', text: 'Спасибо. Теперь печатает всё дважды.' },
    ],
    notices: [
      {
        language: 'en',
        subject: 'Re: Labels do not print',
        text: "Hello and thanks for your message! I'm off on vacation through Friday, December 4th. If you need something before then, Marcus Boyd (mboyd@blueanchor.example) is happy to help.",
      },
      {
        language: 'en',
        subject: 'Out of Office Re: Labels do not print',
        text: "Thanks for reaching out. I'm at a trade show this week with patchy internet. Expect slower replies than usual.",
      },
      {
        language: 'en',
        subject: 'Re: Labels do not print',
        text: 'I have moved to another department. For questions on shipping please get in touch with Dana Wells, dwells@blueanchor.example, +1 415 555 0170.',
      },
      {
        language: 'en',
        subject: 'Re: Labels do not print',
        text: 'Today is a public holiday in Scotland and our offices are closed. We will answer your email tomorrow.',
      },
      {
        language: 'de',
        subject: 'Re: Etiketten',
        text: 'Liebe Absenderin, lieber Absender, ich mache gerade Urlaub und lese meine Mails erst wieder ab dem 7. Dezember. In dringenden Angelegenheiten hilft Ihnen mein Kollege Hauke Petersen unter 0421 334455 gern weiter.',
      },
      {
        language: 'de',
        subject: 'Abwesenheitsnotiz: Etiketten',
        text: 'Hallo, ich bin diese Woche auf Fortbildung und nur sporadisch erreichbar. Ich melde mich, sobald ich zurück bin.',
      },
      {
        language: 'de',
        subject: 'AW: Etiketten',
        text: 'Ich bin erkrankt und voraussichtlich bis Ende der Woche nicht erreichbar. Bitte wenden Sie sich an die Zentrale, Tel. 0421 33440.',
      },
      {
        language: 'fr',
        subject: 'RE: Étiquettes',
        text: 'Bonjour et merci pour votre courriel. Notre cabinet est fermé du 24 décembre au 3 janvier. Nous vous répondrons dès la réouverture.',
      },
      {
        language: 'fr',
        subject: 'Absence : RE: Étiquettes',
        text: 'Absente ce jour, je traiterai votre demande demain. Yannick Morel prend le relais au 02 98 00 11 22.',
      },
      {
        language: 'fr',
        subject: 'RE: Étiquettes',
        text: 'Je suis en arrêt maladie pour une durée indéterminée. Merci de transmettre vos demandes à Yann Le Goff (yann@colin.example).',
      },
      {
        language: 'es',
        subject: 'RE: Etiquetas',
        text: 'Gracias por escribirme. Esta semana estoy en un congreso y consultaré el correo solo de vez en cuando.',
      },
      {
        language: 'es',
        subject: 'RE: Etiquetas',
        text: 'Estoy disfrutando de unos días de vacaciones. Vuelvo el 9 de diciembre. Si es urgente, escriba a almacen@quintana.example.',
      },
      {
        language: 'pt',
        subject: 'RE: Etiquetas',
        text: 'Agradeço o contacto. Estarei ausente até dia 4 de dezembro, com acesso limitado ao e-mail. Responderei logo que possível.',
      },
      {
        language: 'pt',
        subject: 'RE: Etiquetas',
        text: 'Estou em licença-paternidade até o fim do mês. Fale com a Patrícia pelo telefone 11 5555-0142.',
      },
      {
        language: 'it',
        subject: 'R: Etichette',
        text: "Gentile mittente, l'ufficio resterà chiuso dal 7 all'8 dicembre. Le risponderemo alla riapertura.",
      },
      {
        language: 'it',
        subject: 'R: Etichette',
        text: 'Sono in malattia, per comunicazioni urgenti contattare Franca Bianchi allo 02 5555 0142.',
      },
      {
        language: 'nl',
        subject: 'RE: Etiketten',
        text: 'Dank voor je mail! Ik geniet even van een paar dagen vrij en ben er 7 december weer. Tot dan helpt Wilma je graag verder: wilma@boslog.example.',
      },
      {
        language: 'nl',
        subject: 'RE: Etiketten',
        text: 'Wegens ziekte ben ik momenteel niet in staat mijn mail te beantwoorden. Neem contact op met de receptie via 020 555 01 42.',
      },
      {
        language: 'sv',
        subject: 'SV: Etiketter',
        text: 'Hej, jag är sjuk idag och svarar så fort jag är tillbaka. Behöver du hjälp direkt, ring vår växel på 08-555 01 42.',
      },
      {
        language: 'sv',
        subject: 'SV: Etiketter',
        text: 'Tack för ditt mejl! Jag har semester vecka 49 och 50. Gunnar Ek hjälper dig under tiden, gunnar@ek.example.',
      },
      {
        language: 'da',
        subject: 'SV: Etiketter',
        text: 'Tak for din henvendelse. Jeg er på kursus indtil torsdag og læser kun mails om aftenen.',
      },
      {
        language: 'da',
        subject: 'SV: Etiketter',
        text: 'Kontoret holder lukket mellem jul og nytår. Vi vender tilbage til din mail den 4. januar.',
      },
      {
        language: 'pl',
        subject: 'Odp: Etykiety',
        text: 'Dziękuję za kontakt. Do końca tygodnia jestem na szkoleniu i mam ograniczony dostęp do poczty. W sprawach pilnych proszę dzwonić do Ewy Kaczmarek, 58 555 01 42.',
      },
      {
        language: 'pl',
        subject: 'Odp: Etykiety',
        text: 'Biuro nieczynne 24-26 grudnia. Na wiadomości odpowiemy po świętach.',
      },
      {
        language: 'cs',
        subject: 'Re: Štítky',
        text: 'Dobrý den, jsem na služební cestě a k e-mailu se dostanu až večer. S neodkladnými záležitostmi se obracejte na Evu Malou, tel. 602 555 014.',
      },
      {
        language: 'tr',
        subject: 'YNT: Etiketler',
        text: "Merhaba, rahatsızlığım nedeniyle bugün çalışmıyorum. Acil konular için Burak Bey'i arayabilirsiniz: 0532 555 01 42.",
      },
      {
        language: 'ja',
        subject: 'RE: ラベル',
        text: '本日はお休みをいただいております。ご用件は明日以降に確認いたします。',
      },
      {
        language: 'zh',
        subject: '回复: 标签',
        text: '您好，本人因病请假至12月4日，期间邮件可能无法及时处理，急事请拨打021-5555 0142找张敏。',
      },
      {
        language: 'ru',
        subject: 'RE: Этикетки',
        text: 'Здравствуйте, до 7 декабря я в отпуске и почту не проверяю. По рабочим вопросам пишите Павлу: pavel@sever.example.',
      },
      {
        language: 'ru',
        subject: 'RE: Этикетки',
        text: 'Наш офис закрыт на новогодние праздники до 9 января. Мы ответим вам после праздников.',
      },
    ],
    people: [
      {
        language: 'en',
        subject: 'Re: Export',
        text: "I'm on vacation from Friday, so please ship it before then. Thanks!",
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Ich bin ab morgen im Urlaub, Frau Lammers kümmert sich um die Reklamation und braucht noch Ihre Unterschrift.',
      },
    ],
  },
  {
    thanks: [
      {
        language: 'en',
        text: 'Morning Lena\n\nThe statement balances to the penny now. Thanks very much for chasing this up for us.\n\nBest\nPhilip Marsh\nFinance Lead, Oakhill Housing Trust\n020 7946 0333',
      },
      { language: 'en', text: 'Thanks, that answers my question.' },
      { language: 'en', text: 'Wow that was quick. Thank you!!' },
      {
        language: 'en',
        text: 'Thank you both, our team can see the calendar again. Great support as ever.\n\nSent from Outlook for iOS',
      },
      { language: 'en', text: 'Appreciate it. This can be marked as resolved.\n\nThanks,\nKeiko' },
      {
        language: 'de',
        text: 'Hallo zusammen,\nder Kalender ist wieder sichtbar, vielen lieben Dank für eure Mühe!\nHerzliche Grüße\nAnnegret',
      },
      {
        language: 'de',
        text: 'Danke für die Rückmeldung, damit ist meine Frage beantwortet.\n\nBeste Grüße\nDr. Martin Falk',
      },
      { language: 'de', text: 'Top Service, danke!' },
      {
        language: 'de',
        text: 'Sehr geehrter Herr Berg, besten Dank für Ihre Bemühungen. Der Vorgang kann aus unserer Sicht geschlossen werden.\n\nMfG\nStadtwerke Neuhausen\nAbteilung IT',
      },
      {
        language: 'fr',
        text: "Bonjour, le calendrier s'affiche correctement désormais. Je vous remercie pour votre aide précieuse.\nCordialement,\nSabine Lacroix\nTrésorière",
      },
      { language: 'fr', text: 'Merci, cela répond à ma question. Excellente journée.' },
      { language: 'fr', text: "Parfait, c'est tout bon pour nous !\nMerci Emil" },
      {
        language: 'es',
        text: 'Hola, el calendario ya se ve bien. Gracias por la gestión tan rápida.\nSaludos\nNuria',
      },
      { language: 'es', text: 'Gracias, con eso queda respondida mi duda. Un abrazo.' },
      { language: 'es', text: 'Estupendo, muchas gracias a todo el equipo.' },
      {
        language: 'pt',
        text: 'Boa tarde, o calendário já aparece corretamente. Agradecemos o apoio prestado.\nMelhores cumprimentos\nDuarte',
      },
      { language: 'pt', text: 'Obrigada, era isso mesmo que eu precisava!' },
      { language: 'pt', text: 'Show, muito obrigado pelo suporte. Pode encerrar.' },
      {
        language: 'it',
        text: 'Salve, il calendario è di nuovo visibile. Grazie per il supporto!\nSaluti, Marco',
      },
      { language: 'it', text: 'Grazie, ora mi è tutto chiaro. Buona serata' },
      {
        language: 'nl',
        text: 'Hallo, de agenda is weer zichtbaar. Veel dank voor jullie inzet.\nVriendelijke groeten\nHans de Wit',
      },
      { language: 'nl', text: 'Bedankt voor de uitleg, dat beantwoordt mijn vraag.' },
      { language: 'sv', text: 'Hej, kalendern syns igen. Tack för er hjälp!\nVänligen\nLotta' },
      { language: 'sv', text: 'Tack, det var precis det jag behövde veta.' },
      {
        language: 'da',
        text: 'Hej, kalenderen kan ses igen. Mange tak for indsatsen.\nVenlig hilsen\nNiels',
      },
      { language: 'da', text: 'Tak, det svarer på mit spørgsmål. God dag!' },
      {
        language: 'pl',
        text: 'Dzień dobry, kalendarz jest znowu widoczny. Dziękuję za zaangażowanie.\nZ pozdrowieniami\nKrzysztof',
      },
      { language: 'pl', text: 'Dzięki, o taką odpowiedź mi chodziło.' },
      {
        language: 'cs',
        text: 'Dobrý den, kalendář už je zase vidět. Děkuji za ochotu a pomoc.\nS přátelským pozdravem\nLucie Černá',
      },
      { language: 'cs', text: 'Díky, to mi stačí.' },
      {
        language: 'tr',
        text: 'Merhaba, takvim yeniden görünüyor. İlginiz için çok teşekkürler.\nİyi günler\nSelin',
      },
      { language: 'tr', text: 'Teşekkür ederim, sorumun cevabını aldım.' },
      {
        language: 'ja',
        text: 'カレンダーが再び表示されるようになりました。ご尽力に感謝いたします。\n高橋',
      },
      { language: 'ja', text: '早速のご回答ありがとうございます。疑問が解消しました。' },
      { language: 'zh', text: '日历又能看到了，谢谢你们的努力！' },
      { language: 'zh', text: '明白了，感谢解释得这么清楚。' },
      {
        language: 'ru',
        text: 'Добрый день! Календарь снова виден. Спасибо за ваши усилия.\nНаталья',
      },
      { language: 'ru', text: 'Спасибо, вы ответили на мой вопрос. Всего доброго!' },
      { language: 'en', text: 'Yep all good here now ta' },
      {
        language: 'en',
        text: "Perfect! Exactly what I was after. Ticket closed as far as I'm concerned :)\n\nRegards, Bill\n\nOn 12/11/2026 10:41, Firstline Support wrote:\n> Hi Bill,\n> you can find it under Settings.",
      },
    ],
    work: [
      { language: 'en', text: 'Thanks, but now the calendar shows last year.' },
      { language: 'en', text: 'Thank you! Quick one: can two people share it?' },
      { language: 'en', text: 'Great, thanks. Please also switch it on for Bill.' },
      { language: 'en', text: 'All good except the totals. Thanks.' },
      { language: 'en', text: 'Thanks. Our auditor will want this in writing.' },
      {
        language: 'en',
        text: 'Thank you for your reply. I have attached nothing because your form rejects PDFs.',
      },
      {
        language: 'en',
        text: 'Thanks for the update. It is Thursday and we are on our third reminder.',
      },
      {
        language: 'de',
        text: 'Danke, der Kalender ist sichtbar. Die Termine von Frau Seidel sehe ich nur als Block.',
      },
      { language: 'de', text: 'Besten Dank. Wir warten dann auf die Gutschrift.' },
      { language: 'de', text: 'Danke für den Hinweis, das war aber gar nicht meine Frage.' },
      { language: 'fr', text: 'Merci. Le calendrier reste vide sur mon téléphone.' },
      { language: 'fr', text: "Merci, j'attends donc votre virement." },
      { language: 'es', text: 'Gracias. El calendario sale en inglés.' },
      { language: 'es', text: 'Gracias, ¿me lo pueden mandar por escrito?' },
      { language: 'pt', text: 'Obrigado. O calendário abre em branco.' },
      { language: 'pt', text: 'Obrigada, vou testar e aviso.' },
      { language: 'it', text: 'Grazie. Il calendario si chiude da solo.' },
      { language: 'nl', text: 'Dank je. De agenda loopt een uur achter.' },
      { language: 'sv', text: 'Tack. Kalendern visar fel vecka.' },
      { language: 'da', text: 'Tak. Kalenderen hopper en time.' },
      { language: 'pl', text: 'Dziękuję. Kalendarz pokazuje zły rok.' },
      { language: 'cs', text: 'Děkuji. Kalendář ukazuje cizí schůzky.' },
      { language: 'tr', text: 'Teşekkürler. Takvim bir saat geri gösteriyor.' },
      { language: 'ja', text: 'ありがとうございます。カレンダーが一時間ずれています。' },
      { language: 'zh', text: '谢谢。日历显示的时间晚了一小时。' },
      { language: 'ru', text: 'Спасибо. Календарь отстаёт на час.' },
    ],
    notices: [
      {
        language: 'en',
        subject: 'Re: Calendar is empty',
        text: 'Please note I am currently on a sabbatical and will not be reading emails until 1 February. For treasury matters contact Philip Marsh at philip@oakhill.example.',
      },
      {
        language: 'en',
        subject: 'Re: Calendar is empty',
        text: "I'm in all-day workshops through Wednesday and will get back to you as soon as I can.",
      },
      {
        language: 'en',
        subject: 'Automatic reply: Calendar is empty',
        text: "Thank you for your message. Oakhill's offices are closed for the Christmas break and will reopen on 2 January.",
      },
      {
        language: 'en',
        subject: 'Re: Calendar is empty',
        text: 'Thanks for your note. I work part time (Monday to Wednesday) and will respond on my next working day.',
      },
      {
        language: 'de',
        subject: 'AW: Kalender',
        text: 'Vielen Dank für Ihre Nachricht. Ich bin bis zum 11.12. auf Dienstreise und antworte daher verzögert.',
      },
      {
        language: 'de',
        subject: 'AW: Kalender',
        text: 'Ich bin heute nicht im Dienst. Ihre E-Mail wird morgen bearbeitet. In eiligen Fällen: 0711 998877.',
      },
      {
        language: 'de',
        subject: 'Abwesend bis 14.12. AW: Kalender',
        text: 'Bin im Urlaub. Vertretung: Annegret Seidel, seidel@neuhausen.example.',
      },
      {
        language: 'fr',
        subject: 'RE: Calendrier',
        text: "Bonjour, actuellement en congés jusqu'au 14 décembre, je prendrai connaissance de votre message à mon retour. Pour toute urgence : 04 72 00 11 22.",
      },
      {
        language: 'fr',
        subject: 'RE: Calendrier',
        text: 'Je ne travaille pas le mercredi. Votre mail sera traité jeudi.',
      },
      {
        language: 'es',
        subject: 'RE: Calendario',
        text: 'Estoy fuera por vacaciones hasta el 14 de diciembre. Para temas urgentes pueden llamar a Nuria al 93 555 01 42.',
      },
      {
        language: 'es',
        subject: 'RE: Calendario',
        text: 'Le informo que me encuentro de permiso de paternidad. Sus mensajes serán atendidos por administracion@ortega.example.',
      },
      {
        language: 'pt',
        subject: 'RE: Calendário',
        text: 'Olá, estou de férias de 1 a 14 de dezembro. Na minha ausência, contacte o Duarte: duarte@nunes.example.',
      },
      {
        language: 'pt',
        subject: 'RE: Calendário',
        text: 'Informo que estou em viagem de trabalho e com pouco acesso à internet. Retorno segunda-feira.',
      },
      {
        language: 'it',
        subject: 'R: Calendario',
        text: 'Buongiorno, oggi non sono in ufficio. Leggerò la mail domani mattina.',
      },
      {
        language: 'it',
        subject: 'R: Calendario',
        text: 'Sarò assente dal 1 al 14 dicembre. In mia assenza potete scrivere a Marco Villa, marco@villa.example.',
      },
      {
        language: 'nl',
        subject: 'RE: Agenda',
        text: 'Ik ben vandaag vrij en lees mijn mail morgen weer. Voor spoed: bel 030 555 01 42.',
      },
      {
        language: 'nl',
        subject: 'RE: Agenda',
        text: 'Ons kantoor is gesloten van 24 december tot en met 2 januari. Uw bericht wordt daarna beantwoord.',
      },
      {
        language: 'sv',
        subject: 'SV: Kalender',
        text: 'Hej! Jag är på tjänsteresa till fredag och har begränsad tillgång till mejl.',
      },
      {
        language: 'sv',
        subject: 'SV: Kalender',
        text: 'Jag är ledig och svarar på ditt mejl när jag är tillbaka den 14 december.',
      },
      {
        language: 'da',
        subject: 'SV: Kalender',
        text: 'Jeg er på ferie og læser ikke mails før den 14. december. Kontakt Niels Holst på 33 55 01 42.',
      },
      {
        language: 'da',
        subject: 'SV: Kalender',
        text: 'Jeg er syg i dag. Skriv til reception@holst.example hvis det haster.',
      },
      {
        language: 'pl',
        subject: 'Odp: Kalendarz',
        text: 'Dzień dobry, jestem na urlopie do 14 grudnia. W tym czasie zastępuje mnie Krzysztof Nowak, krzysztof@nowak.example.',
      },
      {
        language: 'pl',
        subject: 'Odp: Kalendarz',
        text: 'Dziś nie ma mnie w biurze, odpiszę jutro.',
      },
      {
        language: 'cs',
        subject: 'Re: Kalendář',
        text: 'Dobrý den, do 14. prosince čerpám dovolenou. Zastupuje mě Lucie Černá, lucie@cerna.example.',
      },
      {
        language: 'cs',
        subject: 'Re: Kalendář',
        text: 'Dnes nejsem v kanceláři, na e-mail odpovím zítra.',
      },
      {
        language: 'tr',
        subject: 'YNT: Takvim',
        text: "14 Aralık'a kadar yıllık izindeyim. Dönüşümde mesajınıza yanıt vereceğim.",
      },
      {
        language: 'ja',
        subject: 'RE: カレンダー',
        text: '12月14日まで育児休業を取得しております。代わりに高橋（takahashi@x.example）が対応いたします。',
      },
      {
        language: 'zh',
        subject: '回复: 日历',
        text: '您好，我在外地培训，12月14日前查收邮件不便，敬请谅解。',
      },
      {
        language: 'ru',
        subject: 'RE: Календарь',
        text: 'До 14 декабря я в отпуске. Вместо меня Наталья Крылова, natalia@krylov.example.',
      },
      {
        language: 'ru',
        subject: 'RE: Календарь',
        text: 'Сегодня меня нет на работе, прочитаю ваше письмо завтра.',
      },
    ],
    people: [
      {
        language: 'en',
        subject: 'Re: Export',
        text: "I'm on leave from tomorrow until 14 December. Philip (philip@oakhill.example) will take over, make him admin.",
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: 'I am away this week and the calendar alerts wake me at 3 am. Contact me at maya@oakhill.example.',
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Ich bin bis 14.12. im Urlaub. Frau Seidel (seidel@neuhausen.example) soll die Rechnung bekommen.',
      },
      {
        language: 'fr',
        subject: 'Re: Export',
        text: "Je suis en déplacement jusqu'à jeudi, envoyez le devis à Sabine (sabine@lacroix.example).",
      },
    ],
  },
  {
    thanks: [
      {
        language: 'en',
        text: "Hi Emil, the password mail arrived and I'm back in. Thanks a bunch!\nSteph",
      },
      {
        language: 'en',
        text: 'Thank you for the detailed explanation, very helpful.\n\nWarm regards\nAoife Brennan\nPractice Manager, Brennan Veterinary',
      },
      { language: 'en', text: 'That fixed it. You can close the case, thank you.' },
      {
        language: 'de',
        text: 'Moin, der Drucker druckt wieder einwandfrei. Danke für den schnellen Einsatz!\nGruß Jens',
      },
      {
        language: 'de',
        text: 'Vielen Dank für die ausführliche Erklärung, jetzt ist alles klar.\n\nFreundliche Grüße\nPetra Blum\nHausverwaltung Blum\nTel. 040 123 45 67',
      },
      {
        language: 'fr',
        text: 'Bonjour, le mail est bien arrivé et je peux de nouveau me connecter. Merci !\nLuc',
      },
      { language: 'fr', text: 'Merci pour ces précisions, tout est clair.' },
      {
        language: 'es',
        text: 'Buenas tardes, ya he podido entrar con la nueva contraseña. Muchas gracias por todo.\nSaludos, Elena',
      },
      { language: 'es', text: 'Muchas gracias por la explicación tan detallada.' },
      { language: 'pt', text: 'Olá, já consegui entrar. Muito obrigado pela rapidez!' },
      {
        language: 'it',
        text: 'Buongiorno, ora riesco ad accedere. Grazie infinite per la disponibilità.\nSilvia',
      },
      { language: 'nl', text: 'Hoi, ik kan weer inloggen. Bedankt voor de snelle service!\nJoris' },
      { language: 'sv', text: 'Hej, lösenordet fungerar och jag är inne igen. Tack!' },
      { language: 'da', text: 'Hej, jeg er logget ind igen. Tak for hurtig respons.' },
      {
        language: 'pl',
        text: 'Dzień dobry, udało się zalogować. Bardzo dziękuję za szybką reakcję.',
      },
      { language: 'cs', text: 'Dobrý den, přihlášení už funguje. Děkuji za rychlou reakci.' },
      { language: 'tr', text: 'Merhaba, giriş yapabildim. Hızlı dönüşünüz için teşekkür ederim.' },
      { language: 'ja', text: 'ログインできました。素早いご対応、ありがとうございます。' },
      { language: 'zh', text: '登录成功了，谢谢您的耐心指导。' },
      { language: 'ru', text: 'Добрый день, вход работает. Спасибо за быструю реакцию!' },
    ],
    work: [
      { language: 'en', text: 'Thanks. Password mail arrived, link has expired.' },
      { language: 'de', text: 'Danke, das neue Passwort nimmt er auch nicht.' },
      { language: 'fr', text: 'Merci. Le lien a expiré.' },
      { language: 'es', text: 'Gracias, el enlace ha caducado.' },
      { language: 'nl', text: 'Bedankt. De link is verlopen.' },
      { language: 'it', text: 'Grazie. Il link è scaduto.' },
      { language: 'pl', text: 'Dzięki. Link wygasł.' },
      { language: 'cs', text: 'Díky. Odkaz vypršel.' },
      { language: 'ja', text: 'ありがとうございます。リンクの期限が切れていました。' },
      { language: 'ru', text: 'Спасибо. Ссылка устарела.' },
    ],
    notices: [
      {
        language: 'en',
        subject: 'Re: Password reset',
        text: 'I am out of the office today and will reply when I return tomorrow.',
      },
      {
        language: 'en',
        subject: 'Re: Password reset',
        text: "Thank you for your email. I'm currently on holiday until 21 December with no access to email. If your query is urgent please call Steph on 01632 960 123.",
      },
      {
        language: 'en',
        subject: 'Re: Password reset',
        text: 'I am currently off sick. Please contact reception@brennan.example in my absence.',
      },
      {
        language: 'de',
        subject: 'AW: Passwort',
        text: 'Ich bin zurzeit nicht erreichbar. Ab dem 21. Dezember bin ich wieder für Sie da. Dringende Fragen beantwortet Jens Timm, timm@blum.example.',
      },
      {
        language: 'de',
        subject: 'AW: Passwort',
        text: 'Guten Tag, ich befinde mich bis 21.12. im Urlaub. Ihre Nachricht wird nicht weitergeleitet.',
      },
      {
        language: 'fr',
        subject: 'RE: Mot de passe',
        text: "Je suis en vacances jusqu'au 21 décembre et n'ai pas accès à mes mails. Merci de contacter Luc Petit en cas d'urgence.",
      },
      {
        language: 'fr',
        subject: 'RE: Mot de passe',
        text: 'Bonjour, je suis absent pour la journée. Je vous répondrai demain.',
      },
      {
        language: 'es',
        subject: 'RE: Contraseña',
        text: 'Estaré de vacaciones del 7 al 21 de diciembre. Durante ese tiempo no leeré el correo. Para urgencias: Elena Soto, esoto@soto.example.',
      },
      {
        language: 'es',
        subject: 'RE: Contraseña',
        text: 'Hoy estoy fuera de la oficina. Contestaré su mensaje mañana.',
      },
      {
        language: 'pt',
        subject: 'RE: Senha',
        text: 'Estou de férias até 21 de dezembro. Em caso de urgência, ligue para 21 555 0142.',
      },
      {
        language: 'it',
        subject: 'R: Password',
        text: 'Sono assente fino al 21 dicembre. Per urgenze contattare Silvia Neri: silvia@neri.example.',
      },
      {
        language: 'nl',
        subject: 'RE: Wachtwoord',
        text: 'Ik ben afwezig tot 21 december en lees mijn mail niet. Bij spoed kunt u bellen met Joris, 06 5550 1420.',
      },
      {
        language: 'sv',
        subject: 'SV: Lösenord',
        text: 'Jag har semester till 21 december. Kontakta Lotta vid brådskande ärenden: lotta@ek.example.',
      },
      {
        language: 'da',
        subject: 'SV: Adgangskode',
        text: 'Jeg er på ferie frem til 21. december og svarer på din mail, når jeg er tilbage.',
      },
      {
        language: 'pl',
        subject: 'Odp: Hasło',
        text: 'Jestem na zwolnieniu lekarskim do 21 grudnia. W pilnych sprawach proszę o kontakt: biuro@nowak.example.',
      },
      {
        language: 'cs',
        subject: 'Re: Heslo',
        text: 'Jsem na dovolené do 21. prosince, e-maily nečtu. V naléhavých případech volejte Lucii, 602 555 014.',
      },
      {
        language: 'tr',
        subject: 'YNT: Şifre',
        text: "21 Aralık'a kadar izindeyim, e-postalarıma döndüğümde bakacağım.",
      },
      {
        language: 'ja',
        subject: 'RE: パスワード',
        text: '12月21日まで休暇のため不在にしております。お急ぎの方は高橋（takahashi@x.example）までご連絡ください。',
      },
      {
        language: 'zh',
        subject: '回复: 密码',
        text: '您好，我休假至12月21日，期间不查看邮件。紧急事宜请联系李娜 lina@x.example。',
      },
      {
        language: 'ru',
        subject: 'RE: Пароль',
        text: 'Я в отпуске до 21 декабря, почту не читаю. Срочные вопросы — Дмитрию, dmitry@x.example.',
      },
    ],
    people: [
      {
        language: 'en',
        subject: 'Re: Export',
        text: "I'm on vacation until 21 December and my assistant Steph (steph@brennan.example) must get the admin role today.",
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Ich bin krank. Das Passwort brauche ich trotzdem heute, Jens Timm (timm@blum.example) weiß Bescheid.',
      },
    ],
  },
  {
    thanks: [],
    work: [],
    notices: [
      {
        language: 'en',
        subject: 'Re: Refund for order',
        text: "I'm taking some time off and will be back at my desk on 4 January. Your email won't be read in the meantime.",
      },
      {
        language: 'en',
        subject: 'Re: Refund for order',
        text: "Out of office until Thursday. Please email sales@tolland.example if it can't wait.",
      },
      {
        language: 'de',
        subject: 'AW: Erstattung',
        text: 'Ich bin vom 14. bis 18. Dezember auf einer Schulung und nur abends per Mail erreichbar.',
      },
      {
        language: 'de',
        subject: 'AW: Erstattung',
        text: 'Danke für Ihre Mail. Diese Woche bin ich krank, Herr Otte vertritt mich (otte@tolland.example).',
      },
      {
        language: 'fr',
        subject: 'RE: Remboursement',
        text: 'Je serai de retour au bureau le 4 janvier. Pendant mon absence, vous pouvez joindre Karim Haddad au 01 55 00 11 22.',
      },
      {
        language: 'fr',
        subject: 'RE: Remboursement',
        text: "Notre magasin est fermé pour inventaire jusqu'à lundi. Nous traiterons votre message à la réouverture.",
      },
      {
        language: 'es',
        subject: 'RE: Reembolso',
        text: 'Me encuentro fuera del país por trabajo y responderé con retraso.',
      },
      {
        language: 'es',
        subject: 'RE: Reembolso',
        text: 'La oficina permanecerá cerrada hasta el 7 de enero por vacaciones de Navidad. Le contestaremos a la vuelta.',
      },
      {
        language: 'it',
        subject: 'R: Rimborso',
        text: 'Sono in trasferta fino a venerdì e leggo la posta solo la sera. Per urgenze: Anna Costa, 333 555 0142.',
      },
      {
        language: 'it',
        subject: 'R: Rimborso',
        text: 'Questa settimana sono in congedo. Risponderò lunedì.',
      },
      {
        language: 'pt',
        subject: 'RE: Reembolso',
        text: 'Estou fora do escritório e volto na quarta-feira. Se for urgente, escreva para apoio@tolland.example.',
      },
      {
        language: 'nl',
        subject: 'RE: Terugbetaling',
        text: 'Ik ben op cursus en beantwoord je mail vrijdag.',
      },
      {
        language: 'sv',
        subject: 'SV: Återbetalning',
        text: 'Jag är bortrest till den 4 januari. Din mejl läses när jag är tillbaka.',
      },
      {
        language: 'da',
        subject: 'SV: Refusion',
        text: 'Jeg er på orlov til 1. marts. Anne Bech har overtaget mine opgaver: bech@tolland.example.',
      },
      {
        language: 'pl',
        subject: 'Odp: Zwrot',
        text: 'W dniach 14-18 grudnia jestem na delegacji. Odpowiem na wiadomość po powrocie.',
      },
      {
        language: 'cs',
        subject: 'Re: Vrácení peněz',
        text: 'Momentálně jsem nemocná a e-maily čtu jen občas. Zastupuje mě Karel Beneš, benes@tolland.example.',
      },
      {
        language: 'tr',
        subject: 'YNT: İade',
        text: 'Bu hafta yurt dışındayım, e-postalara geç yanıt verebilirim.',
      },
      {
        language: 'ja',
        subject: 'RE: 返金',
        text: 'ただいま出張中のため、返信は金曜日以降となります。',
      },
      { language: 'zh', subject: '回复: 退款', text: '我正在外地出差，周五回来后回复您。' },
      {
        language: 'ru',
        subject: 'RE: Возврат',
        text: 'Я на больничном до пятницы. По срочным вопросам звоните Анне, 8 916 000-11-22.',
      },
    ],
    people: [
      {
        language: 'en',
        subject: 'Re: Export',
        text: "I'm on holiday until Monday and the money is not on my card.",
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: 'I am away this week. Refund the second order as well, my colleague Anna (anna@tolland.example) has the receipt.',
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: 'We are closed tomorrow, deliver on Thursday.',
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: "I'm in Spain until 4 January and my account says payment declined. Reach me on +34 600 000 111.",
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: 'I will be out of office from tomorrow; send the refund form to Tom at tom@tolland.example.',
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Ich bin diese Woche im Urlaub, überweisen Sie das Geld auf das neue Konto.',
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Ich bin bis Freitag auf Dienstreise. Frau Otte (otte@tolland.example) nimmt die Ware entgegen.',
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Unser Büro ist morgen geschlossen, liefern Sie am Donnerstag.',
      },
      {
        language: 'de',
        subject: 'Re: Export',
        text: 'Ich bin krank und die Medikamente sind nicht angekommen.',
      },
      {
        language: 'fr',
        subject: 'Re: Export',
        text: "Je suis en congés jusqu'à lundi et le remboursement n'est pas arrivé.",
      },
      { language: 'fr', subject: 'Re: Export', text: 'Le magasin est fermé demain, livrez jeudi.' },
      {
        language: 'fr',
        subject: 'Re: Export',
        text: 'Je suis absent cette semaine, Karim Haddad (karim@tolland.example) signera le bon.',
      },
      {
        language: 'es',
        subject: 'Re: Export',
        text: 'Estoy de viaje hasta el viernes y mi tarjeta sigue bloqueada.',
      },
      {
        language: 'es',
        subject: 'Re: Export',
        text: 'La oficina está cerrada mañana, entreguen el jueves.',
      },
      {
        language: 'it',
        subject: 'Re: Export',
        text: 'Sono in ferie fino a lunedì, il rimborso va fatto sul conto di Anna (anna@tolland.example).',
      },
      {
        language: 'it',
        subject: 'Re: Export',
        text: "Domani l'ufficio è chiuso, consegnate giovedì.",
      },
      {
        language: 'pt',
        subject: 'Re: Export',
        text: 'Estou de férias e o reembolso ainda não caiu.',
      },
      {
        language: 'nl',
        subject: 'Re: Export',
        text: 'Ik ben deze week vrij, lever het pakket bij de buren af.',
      },
      {
        language: 'nl',
        subject: 'Re: Export',
        text: 'Wij zijn morgen gesloten, bezorg donderdag.',
      },
      {
        language: 'sv',
        subject: 'Re: Export',
        text: 'Jag är bortrest till fredag, lämna paketet hos Anne (anne@tolland.example).',
      },
      {
        language: 'da',
        subject: 'Re: Export',
        text: 'Jeg er på ferie til mandag, pengene skal til min kollega Anne: anne@tolland.example.',
      },
      {
        language: 'pl',
        subject: 'Re: Export',
        text: 'Jestem na urlopie do piątku, paczkę odbierze kolega Jan (jan@tolland.example).',
      },
      {
        language: 'cs',
        subject: 'Re: Export',
        text: 'Jsem na dovolené do pátku, balík převezme kolega Jan (jan@tolland.example).',
      },
      {
        language: 'tr',
        subject: 'Re: Export',
        text: "Cumaya kadar izindeyim, kargoyu Ayşe Hanım'a bırakın: ayse@tolland.example.",
      },
      {
        language: 'ja',
        subject: 'Re: Export',
        text: '金曜日まで出張中です。荷物は高橋（takahashi@x.example）に渡してください。',
      },
      {
        language: 'zh',
        subject: 'Re: Export',
        text: '我出差到周五，包裹请交给同事李娜 lina@x.example。',
      },
      {
        language: 'ru',
        subject: 'Re: Export',
        text: 'Я в отпуске до пятницы, посылку отдайте коллеге Анне: anna@x.example.',
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: "Office is closed Friday. Can't print the return label before then.",
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: "I'm on parental leave, so cancel my seat from 1 January. My colleague Tom (tom@tolland.example) keeps his.",
      },
      {
        language: 'en',
        subject: 'Re: Export',
        text: 'I am travelling until Thursday and will answer the survey when I am back. The discount code expired meanwhile.',
      },
    ],
  },
]
