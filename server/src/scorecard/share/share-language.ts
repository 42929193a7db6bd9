import type { Trend, Verdict } from '@firstline/contract/scorecard'
import type { Happening } from '@firstline/contract/scorecard-insights'
import type { MailLanguage } from '@firstline/contract/scorecard-share'

type Direction = Trend['direction']

/** Every text of the weekly mail; numbers come in already written as the language writes them. */
export type MailWords = {
  title: string
  early: string
  subjectL1: Record<Direction, string>
  subjectReopen: Record<Direction, string>
  tooLittle: string
  l1: Record<Direction, string>
  reopen: Record<Direction, string>
  /** At the beginning of a sentence. */
  reopenAlone: Record<Direction, string>
  verdict: Record<Exclude<Verdict, 'too_early'>, string>
  movement(points: string, weeks: number, low: string, high: string): string
  period(from: string, to: string, zone: string): string
  rates: { l1: string; reopen: string; held: string; lastWeek(week: string): string }
  time: string
  satisfaction: string
  notKnown: string
  noneYet: string
  notYetKnown: string
  counts(part: string, all: string, isFew: boolean, interval: string): string
  answered(share: string): string
  durations(median: string, most: string): string
  business(durations: string): string
  minutes(value: string): string
  hours(value: string): string
  days(value: string): string
  since: string
  noType: string
  points(value: string): string
  change(told: Record<'before' | 'beforeWeek' | 'after' | 'afterWeek' | Split, string>): string
  live(day: string, what: string): string
  kind: Record<Happening['kind'], string>
  page: string
  why: string
  stop: string
}
type Split = 'points' | 'low' | 'high' | 'mix' | 'within'

const english: MailWords = {
  title: 'Scorecard',
  early: 'too early for a trend',
  subjectL1: {
    rising: 'L1 rising',
    falling: 'L1 falling',
    flat: 'L1 flat',
    unclear: 'L1 no clear change',
  },
  subjectReopen: {
    rising: 'reopens rising',
    falling: 'reopens falling',
    flat: 'reopens flat',
    unclear: 'reopens no clear change',
  },
  tooLittle: 'There is too little judged history for a trend: it takes four weeks and 40 tickets.',
  l1: {
    rising: 'First-line resolution is climbing',
    falling: 'First-line resolution is falling',
    flat: 'First-line resolution is flat',
    unclear: 'First-line resolution shows no clear change',
  },
  reopen: {
    rising: 'reopens are rising',
    falling: 'reopens are falling',
    flat: 'reopens are flat',
    unclear: 'reopens show no clear change',
  },
  reopenAlone: {
    rising: 'Reopens are rising',
    falling: 'Reopens are falling',
    flat: 'Reopens are flat',
    unclear: 'Reopens show no clear change',
  },
  verdict: {
    building: 'you are building the real thing',
    climbing: 'whether it holds is not certain yet',
    hollow: 'some of what is resolved does not stay resolved',
    holding_better: 'what is resolved stays resolved more often',
    steady: 'both hold',
    unclear: 'nothing moved that chance could not explain',
    coming_back: 'look first at what comes back',
    careful: 'less is resolved here, and it holds better',
    handing_on: 'more is being handed on',
    worsening: 'both numbers go the wrong way',
  },
  movement: (points, weeks, low, high) =>
    `${points} points in ${weeks} weeks (95%: ${low} to ${high})`,
  period: (from, to, zone) => `${from} to ${to}, weeks in ${zone}`,
  rates: {
    l1: 'L1 resolution rate',
    reopen: 'Reopen rate',
    held: 'Held L1 rate',
    lastWeek: (week) => `L1 rate of last week (${week})`,
  },
  time: 'True time to resolution',
  satisfaction: 'Satisfaction',
  notKnown: 'not known',
  noneYet: 'none yet',
  notYetKnown: 'not yet known',
  counts: (part, all, isFew, interval) =>
    `(${part} of ${all}${isFew ? ', few' : ''}; 95%: ${interval})`,
  answered: (share) => `${share} answered`,
  durations: (median, most) => `median ${median}, 90% within ${most}`,
  business: (durations) => `business hours: ${durations}`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  days: (value) => `${value} days`,
  since: 'Since the week before',
  noType: 'no type',
  points: (value) => `${value} points`,
  change: (told) =>
    `L1 rate ${told.before} in ${told.beforeWeek}, ${told.after} in ${told.afterWeek}: ` +
    `${told.points} points (95%: ${told.low} to ${told.high}). ${told.mix} by other types coming in, ` +
    `${told.within} by the same types going otherwise.`,
  live: (day, what) => `Went live ${day}: ${what}`,
  kind: { runbook: 'runbook', action: 'action', deploy: 'deploy' },
  page: 'Every figure with its tickets',
  why: 'You get this each Monday because a lead chose it.',
  stop: 'Stop it',
}

const german: MailWords = {
  title: 'Scorecard',
  early: 'zu früh für einen Trend',
  subjectL1: {
    rising: 'L1 steigt',
    falling: 'L1 fällt',
    flat: 'L1 bleibt gleich',
    unclear: 'L1 ohne klare Änderung',
  },
  subjectReopen: {
    rising: 'Wiederöffnungen nehmen zu',
    falling: 'Wiederöffnungen nehmen ab',
    flat: 'Wiederöffnungen bleiben gleich',
    unclear: 'Wiederöffnungen ohne klare Änderung',
  },
  tooLittle:
    'Für einen Trend ist zu wenig Vorgeschichte beurteilt: nötig sind vier Wochen und 40 Tickets.',
  l1: {
    rising: 'Die Lösungsrate der ersten Linie steigt',
    falling: 'Die Lösungsrate der ersten Linie fällt',
    flat: 'Die Lösungsrate der ersten Linie bleibt gleich',
    unclear: 'Die Lösungsrate der ersten Linie ändert sich nicht erkennbar',
  },
  reopen: {
    rising: 'die Wiederöffnungen nehmen zu',
    falling: 'die Wiederöffnungen nehmen ab',
    flat: 'die Wiederöffnungen bleiben gleich',
    unclear: 'die Wiederöffnungen ändern sich nicht erkennbar',
  },
  reopenAlone: {
    rising: 'Die Wiederöffnungen nehmen zu',
    falling: 'Die Wiederöffnungen nehmen ab',
    flat: 'Die Wiederöffnungen bleiben gleich',
    unclear: 'Die Wiederöffnungen ändern sich nicht erkennbar',
  },
  verdict: {
    building: 'hier entsteht das Richtige',
    climbing: 'ob es hält, ist noch nicht gewiss',
    hollow: 'manches Gelöste bleibt nicht gelöst',
    holding_better: 'Gelöstes bleibt öfter gelöst',
    steady: 'beide halten sich',
    unclear: 'nichts davon geht über den Zufall hinaus',
    coming_back: 'zuerst ansehen, was zurückkommt',
    careful: 'hier wird weniger gelöst, und es hält besser',
    handing_on: 'es wird mehr weitergereicht',
    worsening: 'beide Zahlen gehen in die falsche Richtung',
  },
  movement: (points, weeks, low, high) =>
    `${points} Punkte in ${weeks} Wochen (95 %: ${low} bis ${high})`,
  period: (from, to, zone) => `${from} bis ${to}, Wochen in ${zone}`,
  rates: {
    l1: 'L1-Lösungsrate',
    reopen: 'Wiederöffnungsrate',
    held: 'Gehaltene L1-Rate',
    lastWeek: (week) => `L1-Rate der letzten Woche (${week})`,
  },
  time: 'Wahre Zeit bis zur Lösung',
  satisfaction: 'Zufriedenheit',
  notKnown: 'nicht bekannt',
  noneYet: 'noch keine',
  notYetKnown: 'noch nicht bekannt',
  counts: (part, all, isFew, interval) =>
    `(${part} von ${all}${isFew ? ', wenige' : ''}; 95 %: ${interval})`,
  answered: (share) => `${share} haben geantwortet`,
  durations: (median, most) => `Median ${median}, 90 % binnen ${most}`,
  business: (durations) => `Geschäftszeit: ${durations}`,
  minutes: (value) => `${value} min`,
  hours: (value) => `${value} h`,
  days: (value) => `${value} Tage`,
  since: 'Seit der Vorwoche',
  noType: 'ohne Typ',
  points: (value) => `${value} Punkte`,
  change: (told) =>
    `L1-Rate ${told.before} in ${told.beforeWeek}, ${told.after} in ${told.afterWeek}: ` +
    `${told.points} Punkte (95 %: ${told.low} bis ${told.high}). ${told.mix} durch andere Typen, ` +
    `${told.within} durch anderen Ausgang derselben Typen.`,
  live: (day, what) => `Live seit ${day}: ${what}`,
  kind: { runbook: 'Runbook', action: 'Aktion', deploy: 'Deploy' },
  page: 'Jede Zahl mit ihren Tickets',
  why: 'Sie bekommen dies jeden Montag, weil ein Lead es so gewählt hat.',
  stop: 'Abbestellen',
}

export const wordsIn: Record<MailLanguage, MailWords> = { en: english, de: german }
