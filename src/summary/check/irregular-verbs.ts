const FORMS = `buy bought|sell sold|build built|make made|win won|lose lost|rise rose risen|fall fell fallen|grow grew grown|pay paid|
spend spent|lead led|hold held|take took taken|give gave given|begin began begun|become became|go went gone|come came|get got gotten|
meet met|leave left|keep kept|find found|think thought|bring brought|teach taught|send sent|know knew known|show shown|drive drove driven|
choose chose chosen|withdraw withdrew withdrawn|strike struck|write wrote written|draw drew drawn|run ran|see saw seen|fight fought|
catch caught|deal dealt|feel felt|flee fled|lay laid|lend lent|mean meant|seek sought|shoot shot|slide slid|speak spoke spoken|
stand stood|steal stole stolen|throw threw thrown|understand understood|wear wore worn|break broke broken|shrink shrank shrunk|
sink sank sunk|swear swore sworn|sing sang sung|tear tore torn|bind bound|fly flew flown|forget forgot forgotten|freeze froze frozen|
hear heard|hide hid hidden|overtake overtook overtaken|undertake undertook undertaken|outdo outdid outdone|eat ate eaten|drink drank drunk|
sit sat|sleep slept|wake woke woken|die dying|acquire acquisition`

const REGULAR: ReadonlyMap<string, string> = new Map(
  FORMS.split('|').flatMap((forms) => {
    const [base, ...others] = forms.trim().split(' ')
    return others.map((form) => [form, base!] as const)
  }),
)

/** Returns the base form of an irregular English verb (`bought` → `buy`; also `acquisition` → `acquire`), other words unchanged. */
export function regularForm(word: string): string {
  return REGULAR.get(word) ?? word
}
