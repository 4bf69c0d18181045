"""The table data/word-translations.tsv as it is read and written by the scripts that make it."""

import collections
import os

# English words that a word has at most. Words of an item are cut to these letters: `restore` and `restoration` are one.
MEANINGS = 3
PREFIX = 5
HEADER = os.path.join(os.path.dirname(__file__), "translations-header.txt")


def read_table(file):
    table = collections.defaultdict(dict)
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                language, english, words = line.rstrip("\n").split("\t")
                table[language].update((word, english) for word in words.split(" "))
    return table


def write_table(file, table):
    lines = collections.defaultdict(list)
    for language, words in table.items():
        for word, english in sorted(words.items()):
            lines[language, english].append(word)
    with open(HEADER, encoding="utf-8") as header, open(file, "w", encoding="utf-8") as out:
        out.write(header.read())
        out.writelines(f"{language}\t{means}\t{' '.join(words)}\n" for (language, means), words in sorted(lines.items()))
