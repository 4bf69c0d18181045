import { expect, test } from 'vitest'
import { createClusterer, restoreClusterer } from './clusterer.ts'
import { BACKGROUND } from './testing/background.ts'
import { clusterInput } from './testing/cluster-input.ts'
import { keptParts } from './testing/kept-parts.ts'

/** By language: reports on one event, then on another. */
const EVENTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  th: [
    ['กูเกิลเปิดตัวศูนย์ข้อมูลแห่งใหม่ในชลบุรี มูลค่า 36,000 ล้านบาท', 'กูเกิลทุ่ม 36,000 ล้านบาท เปิดศูนย์ข้อมูลแห่งใหม่ที่ชลบุรี'],
    ['แผ่นดินไหวขนาด 6.4 เขย่าเมียนมา รู้สึกได้ถึงเชียงใหม่', 'แผ่นดินไหว 6.4 ในเมียนมา เขย่าถึงเชียงใหม่'],
  ],
  lo: [
    ['ລັດຖະບານລາວເປີດສູນຂໍ້ມູນແຫ່ງໃໝ່ໃນວຽງຈັນ', 'ວຽງຈັນເປີດສູນຂໍ້ມູນແຫ່ງໃໝ່ຂອງລັດຖະບານ'],
    ['ນໍ້າຖ້ວມໜັກໃນແຂວງຈຳປາສັກ ໂຮງຮຽນປິດ', 'ແຂວງຈຳປາສັກນໍ້າຖ້ວມໜັກ ສັ່ງປິດໂຮງຮຽນ'],
  ],
  km: [
    ['កម្ពុជាបើកមជ្ឈមណ្ឌលទិន្នន័យថ្មីនៅភ្នំពេញ', 'មជ្ឈមណ្ឌលទិន្នន័យថ្មីត្រូវបានបើកនៅភ្នំពេញ'],
    ['ទឹកជំនន់ធ្វើឱ្យសាលារៀននៅបាត់ដំបងបិទទ្វារ', 'សាលារៀននៅបាត់ដំបងបិទទ្វារដោយសារទឹកជំនន់'],
  ],
  my: [
    ['ရန်ကုန်တွင် ဒေတာစင်တာအသစ်ဖွင့်လှစ်', 'ဒေတာစင်တာအသစ် ရန်ကုန်တွင်ဖွင့်လှစ်သည်'],
    ['မန္တလေးငလျင်ကြောင့် ကျောင်းများပိတ်', 'ငလျင်ကြောင့် မန္တလေးရှိကျောင်းများပိတ်ထား'],
  ],
}

test.each(Object.entries(EVENTS))('reports of one event in %s are one story, of two events two', (language, events) => {
  const clusterer = createClusterer()
  let id = 0
  for (const [title, draft] of BACKGROUND) clusterer.assign(clusterInput(++id, title, draft))
  const placed = events.map((titles) =>
    titles.map((title) => clusterer.assign(clusterInput(++id, title, { hours: 5, language }))[0]!.storyId),
  )
  for (const stories of placed) expect(new Set(stories).size).toBe(1)
  expect(new Set(placed.flat()).size).toBe(events.length)
  const kept = keptParts(clusterer.snapshot())
  expect(keptParts(restoreClusterer(kept).snapshot())).toEqual(kept)
})

test('a receipt lists the pairs of characters in common', () => {
  const clusterer = createClusterer()
  const [first, second] = EVENTS.th![0]!
  clusterer.assign(clusterInput(1, first!, { language: 'th' }))
  const [{ receipt } = { receipt: undefined }] = clusterer.assign(
    clusterInput(2, second!, { language: 'th' }),
  ) as readonly { receipt?: { sharedTerms: readonly string[]; sharedNumbers: readonly string[] } }[]
  expect(receipt?.sharedTerms.length).toBeGreaterThan(3)
  for (const term of receipt!.sharedTerms) expect(first).toContain(term)
  expect(receipt?.sharedNumbers.join()).toContain('36,000')
})
