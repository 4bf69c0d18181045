import { expect, test } from 'vitest'
import { pruneArticle } from './prune-article.ts'

const TEXT = `<p>${'The council met on Monday and approved the plan for the harbour after two hours of talks. '.repeat(4)}</p>`

test.each([
  ['a caption', '<figure><figcaption>The harbour. Photo: A. Lam</figcaption></figure>'],
  ['a credit', '<p>Photo: A. Lam / Agency</p>'],
  ['a list of other pages', '<ul><li><a href="/1">One story</a></li><li><a href="/2">Another story</a></li></ul>'],
  ['what a heading gives away', '<h3>Related articles</h3><p>A word about each of them.</p>'],
  ['what a name gives away', '<div class="c-newsletterbox">Every morning in your letterbox.</div>'],
  ['a way to another page', '<p>Read also: <a href="/1">The harbour in figures</a></p>'],
  ['a way to another page, in Japanese', '<p>関連記事：<a href="/1">港の数字</a></p>'],
  ['a call to subscribe', '<p>Sign up for our newsletter.</p>'],
  ['a heading that was not written as one', '<div>Das könnte Sie auch interessieren</div>'],
  ['a disclaimer', '<p>The views expressed are those of the author.</p>'],
  ['consent', '<p>By subscribing you accept our terms and have read our privacy policy.</p>'],
  ['a way back', '<p><a href="/list">Zurück zur Übersicht</a></p>'],
  ['a button', '<div>Share this on</div>'],
  ['what is an advertisement', '<p>Anzeige</p>'],
  ['an agency', '<p>Harbour at night (A. Lam/AFP)</p>'],
  ['a list of one page', '<ul><li><a href="/1">The latest news about the harbour</a></li></ul>'],
  ['a box with a picture', '<div class="image-box center"><p>Agency</p><p>The harbour as it will be.</p></div>'],
  ['small print', '<p><small>The harbour as it will be</small></p>'],
  ['what is under a picture', '<p><a href="/harbour.jpg?w=9"></a><br>The harbour</p>'],
  ['the label of a form', '<label>I agree that the harbour sends me its news.</label>'],
  ['a heading that heads nothing', '<h2>Comments of the day</h2>'],
])('takes out %s', (_what, beside) => {
  expect(pruneArticle(`<div>${TEXT}${beside}</div>`)).toBe(
    `<div>${TEXT}${beside.startsWith('<figure>') ? '<figure></figure>' : ''}</div>`,
  )
})

test.each([
  ['a heading with its text', '<h2>What comes next</h2><p>The plan goes to the mayor.</p>'],
  ['a list that is text', '<ul><li>First, money.</li><li>Then, time, and <a href="/t">a timetable</a>.</li></ul>'],
  ['news of a privacy policy', '<p>OpenAI changed its privacy policy on Tuesday, after a complaint.</p>'],
  ['news of a share', '<p>Share prices rose by two per cent.</p>'],
  ['an agency that acts', '<p>Reuters asked the council for a comment.</p>'],
  ['a link to a page', '<p><a href="/plan">The plan in full</a>, with maps</p>'],
  ['a word in small print', '<p>Forty million <small>(a year)</small></p>'],
  ['the heading after a list of others', '<h2>What it costs</h2><p>Forty million.</p>'],
])('keeps %s', (_what, part) => {
  expect(pruneArticle(`<div>${TEXT}${part}</div>`)).toBe(`<div>${TEXT}${part}</div>`)
})

test('an unlucky name does not cost the article', () => {
  const html = `<div class="page-with-social-bar">${TEXT}</div>`
  expect(pruneArticle(html)).toBe(html)
})

test('comments go, however long they are', () => {
  expect(pruneArticle(`<div>${TEXT}<section class="comments">${TEXT.repeat(3)}</section></div>`)).toBe(
    `<div>${TEXT}</div>`,
  )
})

test('a heading that was never closed does not cost the article', () => {
  const html = `<div><h2>The plan in short. ${TEXT}</h2></div>`
  expect(pruneArticle(`<div><nav>Home</nav><h2>The plan in short. ${TEXT}</h2></div>`)).toBe(html)
})

test('where names would cost the article, words and elements still count', () => {
  const named = `<div class="newsletter">${TEXT.repeat(2)}</div>`
  const parts = Array.from({ length: 5 }, () => named).join('')
  expect(pruneArticle(`<div>${parts}<figure><figcaption>The harbour</figcaption></figure></div>`)).toBe(
    `<div>${parts}<figure></figure></div>`,
  )
})
