/** One constant of the clusterer, as the methods page shows it. */
export interface ClusterSetting {
  readonly name: string
  readonly default: number
  readonly unit?: string
  /** What it does, and the measurement that chose it. */
  readonly why: string
}

/**
 * Every constant that decides which items form one story. Names are the fields of `ClusterSettings`. Figures in `why` are B-cubed
 * F1 in points after merges; unless stated otherwise, the mean over six of the sets of `bench/clustering` (ai-days, og2021 and its
 * English part, uci, ecbplus, news-t). Differences under a point are near noise.
 */
export const CLUSTER_SETTINGS = [
  {
    name: 'windowHours',
    default: 72,
    unit: 'h',
    why: 'How long a story stays open after its latest item. 48 and 120 hours were within half a point.',
  },
  {
    name: 'joinLevel',
    default: 0.16,
    why: 'Similarity from which an item joins a story. .14 costs 0.3, .18 costs 0.7 (AI news: 0.9).',
  },
  {
    name: 'postShare',
    default: 0.9,
    why: 'Share of joinLevel from which a post longer than headlineCharacters joins: what it has in common with others is the smaller part of what it says. Gains 0.3 in the mean of eight orders of the AI news; .85: the same.',
  },
  {
    name: 'mergeLevel',
    default: 0.22,
    why: 'Similarity from which two stories become one. Merging is worth 4.3 in the mean; it costs 2.8 on look-alike events.',
  },
  {
    name: 'mergeShare',
    default: 0.45,
    why: 'Least similarity between the items of two stories, as a share of that within them, to merge. .38 gains 0.3, and costs 1.1 on the AI news of the demo.',
  },
  {
    name: 'foreignMergeShare',
    default: 0.225,
    why: 'The same for stories in different languages, whose items share few words. Gains 1.1 on headlines in nine languages, and 7 on the F1 of pairs in different languages.',
  },
  {
    name: 'lookalikeLoss',
    default: 1.3,
    why: 'Likeness of two stories that each have names of their own falls by e to the power of this times what exceeds lookalikeNames. 0 costs 3.6 on English headlines of a month and 2.7 on look-alike events; 2: within 0.5.',
  },
  {
    name: 'lookalikeNames',
    default: 0.3,
    why: 'How much more of the items of each of two stories may bear a name of its own before it speaks against merging them. .2 costs 0.2 on AI news and 0.3 on headlines in nine languages.',
  },
  {
    name: 'sideHours',
    default: 12,
    unit: 'h',
    why: 'Nearness in time of two stories falls to 1/e over these hours between the mean times of their items. In merges of one language 8 to 18 hours are within 0.5 in the mean of draws.',
  },
  {
    name: 'sideLoss',
    default: 0.5,
    why: 'Power of that nearness in merges: pieces of an event run side by side, its stages follow each other. Without it, sideGain and foreignSide: 0.6 less on headlines in nine languages, 0.6 on their English part, 0.5 on business headlines, 0.2 on AI news.',
  },
  {
    name: 'sideGain',
    default: 1.5,
    why: 'What the likeness of two stories of many items gains where they came at the same time; less where they are of few. Bounded by how much rarer the same time is than among any two open stories, business headlines lose 1.0 and the rest is the same.',
  },
  {
    name: 'foreignSide',
    default: 1.3,
    why: 'Power, in merges between languages, of how much nearer in time two stories are than any two open ones are. F1 of pairs in different languages on headlines in nine: 35.1 against 30.3 in the mean of draws; AI news and the demo’s day the same.',
  },
  {
    name: 'ownNames',
    default: 0.55,
    why: 'A story has a name of its own if so much more of its items bear it than of the other story. .5 and .6: within half a point.',
  },
  {
    name: 'splitShare',
    default: 0.45,
    why: 'A story splits where two groups of its items have names of their own and are less alike than this share of what they are within. Gains 4 on look-alike events, 2 on timed headlines; .5: the same, but costs 0.2 on AI news.',
  },
  {
    name: 'largeStories',
    default: 8,
    unit: 'items',
    why: 'Where the stories of two items and more have more than these in the mean, likeness is worth more: joinLevel, mergeLevel and the two shares for merges fall as the mean grows. AI news has 3 to 4.3, headlines of a month 4 to 6, broad news up to 25. Gains 5.3 on business headlines, 3.8 and 2.5 on undated news, nothing elsewhere. 5 costs 0.8 on English headlines of a month, 10 costs 3.4 on business headlines.',
  },
  {
    name: 'leastAsked',
    default: 0.7,
    why: 'Share of these levels that is asked however large the stories are. .6 gains 0.9 on undated news and costs 0.8 where titles stand with snippets; .8 costs 2.6 on business headlines.',
  },
  {
    name: 'lateItems',
    default: 400,
    unit: 'items',
    why: 'Items after which one that stayed alone is held against the stories once more, where these are large; 0: never. Gains 1.5 on business headlines in the mean of draws, with an embedding model 1.6, 1.4 on undated news that comes story by story, 0.2 on look-alike events; nothing changes elsewhere. 200 costs 1.0 on undated news that comes mixed, 800 gains half.',
  },
  {
    name: 'latePower',
    default: 2,
    why: 'What a lone item then needs: joinLevel as the size of stories has it, times the share of it that is asked, to this power. .055 at least; on business headlines 6 to 9 in 10 of those above it are right. 3: within 0.5.',
  },
  {
    name: 'promptMerge',
    default: 1.15,
    why: 'Times what a merge requires, for one as soon as a story has grown by a quarter; others wait for the next merge pass. Mean of 12 draws, online: business headlines +3.7, headlines in nine languages +0.3, after merges within 0.1. 1: after merges −0.5 on headlines in nine languages; 1.5: business headlines online +2.3.',
  },
  {
    name: 'mergeEveryItems',
    default: 50,
    unit: 'items',
    why: 'Items between two looks for stories to merge. 200 costs 0.4; 20 gains nothing.',
  },
  {
    name: 'decayHours',
    default: 60,
    unit: 'h',
    why: 'Similarity falls to 1/e over this gap. 72 hours cost 0.4 on headlines in nine languages, 2.7 on their English part; AI news: the same.',
  },
  {
    name: 'centroidShare',
    default: 0.6,
    why: 'Weight of the whole story against its nearest members. .5 and .75: within 0.4.',
  },
  {
    name: 'nearestMembers',
    default: 3,
    unit: 'items',
    why: 'Members whose mean similarity is the rest. The nearest alone costs 9.',
  },
  {
    name: 'comparedMembers',
    default: 60,
    unit: 'items',
    why: 'Latest members of a story that are compared one by one. 20 costs 0.2, online 1.4.',
  },
  {
    name: 'comparedStories',
    default: 8,
    unit: 'stories',
    why: 'Stories that share most terms with an item, held against it by their sums. 12: within 0.2, and slower.',
  },
  {
    name: 'closelyCompared',
    default: 5,
    unit: 'stories',
    why: 'Of these, how many have their members compared too. 6: the same.',
  },
  {
    name: 'postings',
    default: 96,
    unit: 'stories',
    why: 'Latest stories remembered for each term. 200 changes nothing, 64 costs 0.2 on English headlines.',
  },
  {
    name: 'indexedTerms',
    default: 20,
    unit: 'terms',
    why: 'Strongest words, names and numbers of an item by which its story is found. 24: the same; 16 costs 0.3, on AI news 1.4.',
  },
  {
    name: 'searchedTerms',
    default: 18,
    unit: 'terms',
    why: 'Strongest words, names and numbers of an item that are looked up. 24: within 0.1, and slower; 12 costs 0.3, 16 on AI news 1.2, in the mean of eight orders of it nothing.',
  },
  {
    name: 'looseness',
    default: 0.15,
    why: 'The sum of a story counts as long as if its items were alike by this much in the mean, so that a loose story does not swallow what comes near. Costs 0.2; halves the largest topic blob in two weeks of AI chatter.',
  },
  {
    name: 'ageHours',
    default: 336,
    unit: 'h',
    why: 'Similarity falls to 1/e over this age of a story: what comes after weeks is another instalment. Gains 0.4, on a month of timed headlines 1.7; costs 0.3 on AI news.',
  },
  {
    name: 'narrowLoss',
    default: 0.3,
    why: 'Share of the similarity lost where one term, or one name with its version, is all of it: a name alone is no event. Gains 0.3, on timed headlines 1.5.',
  },
  {
    name: 'strangeNames',
    default: 0.9,
    why: 'Factor where both sides name somebody and share no name. .8: the same on look-alike events, costs 0.4 on business news.',
  },
  {
    name: 'otherSubject',
    default: 0.4,
    why: 'Factor where both sides name entities and give figures, and share neither: the quarters of two companies. Gains 0.7 on timed headlines; chosen by the look-alikes among the tests.',
  },
  {
    name: 'otherCast',
    default: 0.7,
    why: 'Factor where both sides bear names that weigh much, and give figures, and share neither: two companies that are no known entities. Chosen by the quarters of two companies in the demo; .4 costs 0.5 on AI news, elsewhere the same within 0.1.',
  },
  {
    name: 'otherVoice',
    default: 0.4,
    why: 'Factor where one is marked as an opinion and the other is not: a view is on an event, or on several. On the demo 94.5 against 94.2, and an opinion on a power line apart from the news of it; AI news the same, business headlines within 0.3. .6 lets the opinion draw another event in three orders of eight.',
  },
  {
    name: 'otherMaker',
    default: 0.5,
    why: 'Factor where each is a post of a laboratory about its own doings, the laboratories differ and no entity is shared. Of 17 stories of two owners on real feeds of 33 makers two were such, and false; with it these are apart, and no true one. The demo in eight orders the same; the other sets do not say who speaks of itself.',
  },
  {
    name: 'headlineCharacters',
    default: 150,
    unit: 'characters',
    why: 'Length of a title, of a post its whole, up to which what speaks against an item counts in full: a long post names much in passing. Gains 0.4 on AI news, 0.8 over eight orders of it, nothing elsewhere; 200: the same.',
  },
  {
    name: 'sameList',
    default: 0.75,
    why: 'Factor where the publisher dates a member to the same moment: a list tells each event once. Gains 1.2 on AI news, which come in lists, and changes nothing elsewhere; .6: the same. Moment or not costs 0.5 on business headlines.',
  },
  {
    name: 'remarkInList',
    default: 3,
    why: 'Factor for a remark that follows a member at once in one list: of 88 in AI news 50 are on what stands before. Gains 1.0 there, 1.1 in the mean of sixteen orders of it; 1.5 gains 0.6 in that mean. No other set has any.',
  },
  {
    name: 'foreignShare',
    default: 0.22,
    why: 'Similarity of two items in different languages that state the same facts (entities, amounts, versions). Changes nothing on the sets, .3 costs 0.3 on AI news; chosen by the event in five languages among the tests.',
  },
  {
    name: 'otherVersion',
    default: 0.6,
    why: 'Factor where both titles give the version of one thing and the versions differ. Changes nothing on the sets; chosen by the look-alikes among the tests.',
  },
  {
    name: 'copyLevel',
    default: 0.6,
    why: 'Share of equal places of two fingerprints from which a text is a copy and joins at once. The sets carry no fingerprints; chosen by the wire among the tests.',
  },
  {
    name: 'prefixLetters',
    default: 5,
    unit: 'letters',
    why: 'Words are cut to these: endings differ, stems are shared. 6 costs 0.7, 7 costs 0.8.',
  },
  {
    name: 'nameWeight',
    default: 1.4,
    why: 'Weight of names and acronyms against other words. 1.25: the same; 1.5: within 0.3.',
  },
  {
    name: 'untranslatedWeight',
    default: 0.5,
    why: 'Between languages: weight of a word that is no name and whose translation is not known. .2 and 1: within half a point.',
  },
  {
    name: 'translatedShare',
    default: 0.4,
    why: 'Similarity of an item and a story in other languages whose words mean the same, by the table of translations. The English report of a Chinese title is among the first five in 93 of 100 cases; .35 and .5: AI news within 0.4.',
  },
  {
    name: 'lengthSlope',
    default: 0.2,
    why: 'How much more likeness between languages counts for a member longer than usual in its language: its length against the usual one, to this power. Finds 5 in 100 more English reports of Chinese titles, .15 and .3 between 4 and 5; AI news and headlines in nine languages: within 0.1.',
  },
  {
    name: 'apartWords',
    default: 0.1,
    why: 'Weight of words beside their meanings where one language is Chinese, Japanese or Korean and the other is not: names and figures are all that is written alike, and the meanings hold them too. .2: within 0.3 on AI news; words where they are more, in place of the sum, find 6 in 100 fewer English reports of Chinese titles.',
  },
  {
    name: 'translatedLevel',
    default: 0.2,
    why: 'Similarity from which two stories in different languages become one that are each other’s nearest by what their words mean. In the mean of draws of 88 % of the items: headlines in nine languages +0.8, F1 of their pairs in different languages 32.3 against 27.8, AI news +0.3; .18 is within 0.2.',
  },
  {
    name: 'wholeWeight',
    default: 0.5,
    why: 'Weight of a longer word as a whole beside its beginning: `training` and `trainer` share half of what two `training` do. Without it: 1.2 less on news titles, 0.6 on AI news in the mean of orders; .4: 0.3 less on headlines in nine languages and their English part; .7 costs AI news 0.4.',
  },
  {
    name: 'versionWeight',
    default: 1,
    why: 'Weight of a name with the number behind it. 0 and 1: within 0.1; 2 costs 0.5.',
  },
  {
    name: 'leadCharacters',
    default: 800,
    unit: 'characters',
    why: 'Start of the text that is read beside the title. The event is told there; what follows is background that other events share.',
  },
  { name: 'leadWeight', default: 1, why: 'Weight of the lead against the title. .6: within 0.4.' },
  {
    name: 'salience1Weight',
    default: 0.3,
    why: 'Weight of entities that are in the news every day (a large lab, a country). They never join two items alone.',
  },
  {
    name: 'salience2Weight',
    default: 1,
    why: 'Weight of entities that help to tell an event. 1.5 costs 0.7 on AI news, .5 costs 0.8.',
  },
  { name: 'salience3Weight', default: 1.25, why: 'Weight of entities that nearly identify an event.' },
  {
    name: 'maxTerms',
    default: 128,
    unit: 'terms',
    why: 'Strongest terms of an item that are kept. Bounds memory and time; 72 costs the demo’s day 0.7, 128: within 0.1.',
  },
  {
    name: 'keptItems',
    default: 5_000,
    unit: 'items',
    why: 'A story this recent by arrival stays open whatever its dates: feeds deliver their last weeks at once.',
  },
  {
    name: 'keptUndatedItems',
    default: 50_000,
    unit: 'items',
    why: 'Arrivals after which a story without dates is closed. Bounds memory.',
  },
  {
    name: 'meaningShare',
    default: 0.4,
    why: 'Where an embedding model is set: what similarity in meaning adds to that of the words of a headline, for each 1 above meaningMiddle, and takes below it. With merges by meaning it gains 2.2 on business headlines, 3.1 and 1.8 on undated news, 2.1 on English headlines of a month, in nine languages 2.1; AI news: the same, .8 costs 0.3 there.',
  },
  {
    name: 'meaningMiddle',
    default: 0.42,
    why: 'Similarity in meaning that speaks neither for nor against an item; falls with joinLevel where stories are large, without which business headlines lose 3.3. .36 costs 0.3 on AI news.',
  },
  {
    name: 'meaningForeignLoss',
    default: 0.05,
    why: 'Most that the similarity in meaning of an item and a story in other languages takes: from about .3 down it tells nothing more. English reports of Chinese titles found first: 88.2 in place of 82.9 of 100; headlines in nine languages +0.2 in the mean of draws, F1 of their pairs in different languages +1.6; AI news and the demo’s day the same. .03: 86.8 of 100, the rest within 0.3.',
  },
  {
    name: 'meaningLevel',
    default: 0.65,
    why: 'Where an embedding model is set: similarity in meaning from which two stories in one language become one that are each other’s nearest. Gains 3.0 on broad news, 0.9 and 2.5 on undated news, nothing on AI news and look-alike events. .52 gains 2.8 more on broad news and costs 3.1 on English headlines of a month.',
  },
  {
    name: 'meaningForeignLevel',
    default: 0.45,
    why: 'The same for two stories that have no language in common; halfway where they share some of their languages. Pairs in different languages on headlines in nine: F1 42 against 30 without; all pairs of stories at .65 35.',
  },
  {
    name: 'meaningDecayHours',
    default: 72,
    unit: 'h',
    why: 'Similarity in meaning falls to 1/e over this time between two stories. 96: within a point; 24 costs 1.',
  },
  {
    name: 'meaningSide',
    default: 0.1,
    why: 'Similarity in meaning of two stories that a likelihood ratio of e in their times costs, as foreignSide has it; a gain is not counted. In the mean of draws headlines in nine languages 71.1 → 71.9, F1 of pairs in different languages 43 → 48; counted as a gain too, or with lower levels: none. .2: the same.',
  },
  {
    name: 'mergeMeaning',
    default: 0.4,
    why: 'Where an embedding model is set: similarity in meaning that two stories of many items must have to be merged for their words; half of it for lone items. With foreignMergeMeaning 0.6 on English headlines of a month and 0.4 on those in nine languages in the mean of draws; .5 costs 0.5 on the former.',
  },
  {
    name: 'foreignMergeMeaning',
    default: 0.45,
    why: 'The same for two stories in different languages, merged by translations too: of merges of four items and more the score tells the right ones hardly better than chance (.62), meaning does (.76). F1 of pairs in different languages on AI news 69.1 → 71.0. .5 costs 0.2 on the demo’s day.',
  },
] as const satisfies readonly ClusterSetting[]

/** One value for each row of the table. */
export type ClusterSettings = { readonly [Row in (typeof CLUSTER_SETTINGS)[number] as Row['name']]: number }

/**
 * Returns the defaults, overridden by `changes`.
 *
 * @throws RangeError for a value that is not finite or below 0
 */
export function clusterSettings(changes: Partial<ClusterSettings> = {}): ClusterSettings {
  const settings: Record<string, number> = {}
  for (const { name, default: value } of CLUSTER_SETTINGS) {
    const given = changes[name] ?? value
    if (!Number.isFinite(given) || given < 0) throw new RangeError(`Setting ${name} must be at least 0, got ${given}`)
    settings[name] = given
  }
  return settings as ClusterSettings
}
