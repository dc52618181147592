// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

// Classes of characters as BERT's tokenizer knows them: those of Unicode 8, whatever a library has learnt since.

/// Dropped before anything else: control, format and private characters, NUL and U+FFFD; not tab or line end.
bool is_bert_control(char32_t sign);
/// Combining marks that accent stripping drops after decomposition (category Mn).
bool is_bert_mark(char32_t sign);
/// A word of its own: every P category, and the ASCII signs that Unicode calls symbols, like $ and ~.
bool is_bert_punctuation(char32_t sign);

}  // namespace gbs
