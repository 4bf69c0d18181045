import { describe, expect, test } from 'vitest'
import { clearTitle } from './clear-title.ts'

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
    expect(clearTitle(title, publisher)).toBe(cleared)
  })
})
