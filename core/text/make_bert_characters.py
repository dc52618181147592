# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes bert_characters.cpp: the character classes of BERT's reference tokenizer.

usage: make_bert_characters.py > bert_characters.cpp   (then clang-format -i)

The reference tokenizer (`tokenizers`) uses the character classes of Unicode 8. A library with another Unicode version
would return different ids for some characters, so this script extracts the classes from the tokenizer.
"""

import tokenizers
from tokenizers import normalizers, pre_tokenizers

HEADER = """// Written by make_bert_characters.py with tokenizers {version}. Do not edit.
#include "core/text/bert_characters.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace gbs {{
namespace {{

struct Range {{
    char32_t first;
    char32_t last;
}};
"""

FOOTER = """
template <std::size_t count>
bool contains(const std::array<Range, count>& ranges, char32_t sign) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), sign,
                                        [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.begin() && sign <= std::prev(after)->last;
}

}  // namespace

bool is_bert_control(char32_t sign) { return contains(controls, sign); }
bool is_bert_mark(char32_t sign) { return contains(marks, sign); }
bool is_bert_punctuation(char32_t sign) { return contains(punctuation, sign); }

}  // namespace gbs
"""


def ranges_where(belongs):
    ranges = []
    for sign in range(0x110000):
        if 0xD800 <= sign < 0xE000 or not belongs(chr(sign)):
            continue
        if ranges and ranges[-1][1] == sign - 1:
            ranges[-1][1] = sign
        else:
            ranges.append([sign, sign])
    return ranges


def main():
    off = dict(clean_text=False, handle_chinese_chars=False, strip_accents=False, lowercase=False)
    clean = normalizers.BertNormalizer(**{**off, "clean_text": True})
    strip = normalizers.BertNormalizer(**{**off, "strip_accents": True})
    split = pre_tokenizers.BertPreTokenizer()
    classes = {
        "controls": lambda c: clean.normalize_str(f"a{c}b") == "ab",
        "marks": lambda c: strip.normalize_str(c) == "",
        "punctuation": lambda c: len(split.pre_tokenize_str(f"a{c}b")) == 3,
    }
    print(HEADER.format(version=tokenizers.__version__))
    for name, belongs in classes.items():
        ranges = ranges_where(belongs)
        rows = ", ".join(f"{{{first:#x}, {last:#x}}}" for first, last in ranges)
        print(f"constexpr std::array<Range, {len(ranges)}> {name}{{{{{rows}}}}};")
    print(FOOTER)


main()
