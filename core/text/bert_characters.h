// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

// Character classes of BERT's tokenizer, fixed at Unicode 8.

/// Dropped by the cleaning step: control, format and private-use characters, NUL and U+FFFD, but not tab, LF
/// or CR.
bool is_bert_control(char32_t sign);
/// Combining marks dropped by accent stripping after decomposition (category Mn).
bool is_bert_mark(char32_t sign);
/// Split off as separate words: all P categories, and ASCII symbols such as $ and ~.
bool is_bert_punctuation(char32_t sign);

}  // namespace gbs
