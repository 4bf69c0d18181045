"""Puts what scripts/word-meanings.tsv says, written by hand, into data/word-translations.tsv.

Run, after scripts/translations.py and scripts/dictionary_words.py, or after a change of scripts/word-meanings.tsv:
    python scripts/written_words.py data/word-translations.tsv

A word means what was written of it first; what the table says of it beside that comes after, to three English words in all: of two texts
one may say `win`, the other `victory`. For Chinese and Japanese, where the table is from dictionaries, what was written stands alone. A
second run changes nothing.
"""

import argparse
import os

from translation_table import MEANINGS, PREFIX, read_table, write_table

WRITTEN = os.path.join(os.path.dirname(__file__), "word-meanings.tsv")
FROM_DICTIONARIES = ("ja", "zh")


def together(written, told):
    english = list(written)
    for word in told:
        if len(english) < MEANINGS and all(word[:PREFIX] != other[:PREFIX] for other in english):
            english.append(word)
    return english


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    options = parser.parse_args()
    table = read_table(options.table)
    for language, words in read_table(WRITTEN).items():
        own = table[language]
        for word, english in words.items():
            told = [] if language in FROM_DICTIONARIES else own.get(word, "").split("|")
            own[word] = "|".join(together(english.split("|"), filter(None, told)))
    write_table(options.table, table)


if __name__ == "__main__":
    main()
