import { describe, expect, test } from 'vitest'
import { clearTitle } from './clear-title.ts'
import { member } from './testing/member.ts'

describe('clearTitle', () => {
  test.each([
    ['2026-06-01', '橘鸦AI早报', '橘鸦AI早报: 2026-06-01'],
    ['#14 · 24/7', 'The Wafer', 'The Wafer: #14 · 24/7'],
    ['Halden raises $410m | TechNews', 'TechNews', 'Halden raises $410m'],
    ['Halden raises $410m - The Straits Ledger', 'Straits Ledger', 'Halden raises $410m'],
    ['Halden raises $410m — Straits', 'Straits Ledger', 'Halden raises $410m'],
    ['Exclusive: Halden raises $410m', 'x', 'Halden raises $410m'],
    ['Opinion | For towns to gain, power comes first', 'x', 'For towns to gain, power comes first'],
    ['海登算科完成四亿美元融资_灵川网', '灵川网', '海登算科完成四亿美元融资'],
    ['【快讯】海登算科完成四亿美元融资', 'x', '海登算科完成四亿美元融资'],
    ['Halden raises $410m - and then some', 'Straits Ledger', 'Halden raises $410m - and then some'],
    ['Halden GPT-5 - a review of what it can do', 'GPT', 'Halden GPT-5 - a review of what it can do'],
    ['A | B', 'B', 'A | B'],
    ['Update: soon', 'x', 'Update: soon'],
  ])('%s', (title, publisher, cleared) => {
    expect(clearTitle(member(1, { title, name: publisher }).item)).toBe(cleared)
  })

  test.each([
    ['Technology | Halden raises $410m', ['Technology'], undefined, 'Halden raises $410m'],
    [
      'Artificial Intelligence | Chip makers rally',
      [],
      'https://x.example/artificial-intelligence/1',
      'Chip makers rally',
    ],
    ['科技｜海登算科完成四亿美元的新一轮融资', ['科技'], undefined, '海登算科完成四亿美元的新一轮融资'],
    // Nothing says that it is a section.
    [
      'Artificial Intelligence | Chip makers rally',
      ['Markets'],
      undefined,
      'Artificial Intelligence | Chip makers rally',
    ],
    ['Technology | Halden raises $410m', [], 'https://x.example/1-technology', 'Technology | Halden raises $410m'],
    // A category, and what the title is about.
    ['Halden | A round of $410m for racks', ['Halden'], undefined, 'Halden | A round of $410m for racks'],
    ['Heron 2 | All that is known of it', ['Heron 2'], undefined, 'Heron 2 | All that is known of it'],
    ['Technology | Soon', ['Technology'], undefined, 'Technology | Soon'],
  ])('%s in %j at %s', (title, categories, url, cleared) => {
    const names = { Halden: 'halden' }
    expect(clearTitle(member(1, { title, categories, names, ...(url && { url }) }).item)).toBe(cleared)
  })
})
