// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/shell_word.h"

#include "core/base/error.h"

namespace gbs {

std::string shell_word(const std::string& word) {
    constexpr const char* safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
    if (!word.empty() && word.find_first_not_of(safe) == word.npos) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::vector<std::string> split_shell_words(std::string_view line) {
    std::vector<std::string> words;
    bool in_word = false;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (quote == 0 && space) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        } else if (c == '\\' && quote != '\'') {
            if (++i == line.size()) throw Error("the command ends with a backslash: " + std::string(line));
            // In double quotes, a backslash is one before all but these.
            if (quote == '"' && std::string_view("\"\\$`").find(line[i]) == std::string_view::npos)
                words.back() += '\\';
            words.back() += line[i];
        } else {
            words.back() += c;
        }
    }
    if (quote != 0)
        throw Error("the command has a quote (" + std::string(1, quote) +
                    ") that does not end: " + std::string(line));
    return words;
}

}  // namespace gbs
