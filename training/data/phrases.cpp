// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/base/join.h"
#include "training/data/phrase_words.h"

namespace gbs::training {
namespace {

struct Token {
    std::string text;   ///< as written
    std::string small;  ///< in lower case; empty at the end of the caption
    bool punctuation = false;
};

bool is_mark(char c) {
    return std::ispunct(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80;
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

void add(std::vector<Token>& tokens, std::string_view text, bool punctuation) {
    if (!text.empty()) tokens.push_back({std::string(text), lower(text), punctuation});
}

/// Splits punctuation off the ends of a word. Marks inside (t-shirt, man's) and a leading apostrophe
/// (Flickr8k writes " 's ") stay.
void add_word(std::vector<Token>& tokens, std::string_view word) {
    std::size_t first = 0, last = word.size();
    while (first < last && is_mark(word[first]) && !(word[first] == '\'' && first + 1 < last)) ++first;
    while (last > first && is_mark(word[last - 1])) --last;
    add(tokens, word.substr(0, first), true);
    add(tokens, word.substr(first, last - first), false);
    add(tokens, word.substr(last), true);
}

std::vector<Token> tokenize(std::string_view caption) {
    static constexpr std::string_view blanks = " \t\r\n\f\v";
    std::vector<Token> tokens;
    for (std::size_t at = caption.find_first_not_of(blanks); at != caption.npos;
         at = caption.find_first_not_of(blanks, at)) {
        const std::size_t end = std::min(caption.find_first_of(blanks, at), caption.size());
        add_word(tokens, caption.substr(at, end - at));
        at = end;
    }
    return tokens;
}

bool ends(const std::string& word, std::string_view ending) {
    return word.size() > ending.size() + 1 &&
           std::string_view(word).substr(word.size() - ending.size()) == ending;
}

/// Whether a phrase may continue with this word: neither a
/// closed-class word nor a determiner nor punctuation.
bool is_content(const Token& token) {
    return !token.small.empty() && !token.punctuation && !words::is_closed(token.small) &&
           !words::is_determiner(token.small);
}

class Chunker {
 public:
    explicit Chunker(std::string_view caption) : tokens_(tokenize(caption)) {}

    std::vector<std::string> run() {
        for (at_ = 0; at_ < tokens_.size(); ++at_) take(tokens_[at_]);
        flush();
        return std::move(phrases_);
    }

 private:
    enum class Role { determiner, modifier, noun, joint };

    void take(const Token& token) {
        const bool after_verb = std::exchange(after_verb_, false);
        if (joins(token)) return append(token, Role::joint);
        if (token.punctuation) return flush();
        if (words::is_determiner(token.small)) return determiner(token);
        if (words::is_degree(token.small) && !has_noun() &&
            (is_adjectival(next()) || ends(next().small, "ed")))
            return append(token, Role::modifier);
        if (words::is_closed(token.small) || words::is_degree(token.small)) return flush();
        const bool verb = is_verb(token, after_verb);
        if (verb)
            flush();
        else
            content(token);
        after_verb_ = verb;
    }

    /// Words within a phrase that elsewhere end it: "of" after a quantity, "and" between adjectives, "'s".
    bool joins(const Token& token) const {
        if (token.small == "of") return has_noun() && words::is_quantity(head_) && words_.size() == noun_end_;
        if (token.small == "'s") return has_noun() && is_content(next());
        if (token.small == "and" || token.small == "," || token.small == "&")
            return !words_.empty() && !has_noun() && last_ == Role::modifier && is_adjectival(next());
        return false;
    }

    void determiner(const Token& token) {
        const bool only_determiners = !words_.empty() && !has_noun() && last_ != Role::modifier;
        if (!only_determiners) flush();
        append(token, Role::determiner);
    }

    void content(const Token& token) {
        if (is_modifier(token)) {
            const bool compound = ends(token.small, "ed") && is_content(next());  // "a tree lined street"
            if (has_noun() && words::is_adjective(token.small) && !compound) flush();
            append(token, Role::modifier);
        } else {
            append(token, Role::noun);
        }
    }

    bool is_modifier(const Token& token) const {
        if (words::is_plain_noun(token.small)) return false;
        if (words::is_adjective(token.small)) return true;
        if (ends(token.small, "'s") || ends(token.small, "s'")) return true;
        return (ends(token.small, "ing") || ends(token.small, "ed")) && is_content(next());
    }

    bool is_adjectival(const Token& token) const { return words::is_adjective(token.small); }

    bool is_verb(const Token& token, bool after_verb) const {
        const std::string& word = token.small;
        if (words::is_plain_noun(word))
            return words::is_verb(word) && (after_to() || (has_noun() && is_verb_after_noun(word)));
        if (words::is_adjective(word)) return false;
        if (ends(word, "ing")) return is_verb_in_ing(word);
        if (ends(word, "ed")) return is_verb_in_ed();
        // Verbs are often followed by a determiner, nouns seldom: "the climber grips the rope".
        if (has_noun() && ends(word, "s") && !ends(word, "ss") && words::is_determiner(next().small))
            return true;
        if (!words::is_verb(word) && !words::is_verb_or_noun(word)) return false;
        if (after_to()) return words::is_verb(word);
        if (has_noun()) return is_verb_after_noun(word);
        if (!words_.empty()) return is_verb_after_modifier(word);
        return !(words::is_verb_or_noun(word) && (after_verb || after_preposition()));
    }

    /// "a man in red watches", "one bites the other": an adjective or a number in place of a noun.
    bool is_verb_after_modifier(const std::string& word) const {
        if (words_.size() == 1 && (lower(words_[0]) == "one" || lower(words_[0]) == "another"))
            return ends(word, "s");
        return !has_determiner_ && ends(word, "s") &&
               (!words::is_verb_or_noun(word) || words::is_mostly_verb(word));
    }

    bool is_verb_after_noun(const std::string& word) const {
        if (!words::is_verb_or_noun(word) || words::is_mostly_verb(word) || words::is_animate(head_))
            return true;
        return words::is_verb_of_plural(word) && ends(head_, "s");
    }

    bool is_verb_in_ing(const std::string& word) const {
        if (words::is_activity(word) && words::is_gear(next().small))
            return has_noun() && words::is_animate(head_);
        return has_noun() || words_.empty() || !is_content(next()) || is_adjectival(next());
    }

    bool is_verb_in_ed() const {
        if (!is_content(next()) || ends(next().small, "ing")) return true;
        return has_noun() && words::is_animate(head_);
    }

    void append(const Token& token, Role role) {
        words_.push_back(token.text);
        last_ = role;
        if (role == Role::noun) {
            noun_end_ = words_.size();
            head_ = token.small;
            ++nouns_;
        }
        has_determiner_ = has_determiner_ || role == Role::determiner;
        // "group of" and "man 's" wait for another noun; the words so far count in any case.
        joint_ = role == Role::joint || (joint_ && role != Role::noun);
    }

    /// Ends the phrase: drops the words after its last noun, and
    /// the phrase itself if it names nothing visible.
    void flush() {
        words_.resize(noun_end_);
        const std::string text = join(words_, " ");
        const bool unseen = (nouns_ == 1 && words::is_unseen(head_)) || is_unseen_phrase(lower(text));
        if (!text.empty() && !unseen) phrases_.push_back(text);
        words_.clear();
        noun_end_ = 0;
        nouns_ = 0;
        head_.clear();
        joint_ = has_determiner_ = false;
        last_ = Role::determiner;
    }

    static bool is_unseen_phrase(std::string_view text) {
        static constexpr std::array<std::string_view, 10> list = {
            "the camera", "a camera", "picture",   "a picture",    "the picture",
            "pictures",   "a photo",  "the photo", "a photograph", "photo"};
        // "no shirt" names something absent.
        return text.substr(0, 3) == "no " || std::find(list.begin(), list.end(), text) != list.end();
    }

    bool has_noun() const { return noun_end_ > 0 && !joint_; }
    const Token& next() const { return at_ + 1 < tokens_.size() ? tokens_[at_ + 1] : end_; }
    bool after_to() const {
        return at_ > 0 && tokens_[at_ - 1].small == "to" && (at_ < 2 || tokens_[at_ - 2].small != "next");
    }
    bool after_preposition() const { return at_ > 0 && words::is_preposition(tokens_[at_ - 1].small); }

    std::vector<Token> tokens_;
    Token end_;
    std::size_t at_ = 0;
    std::vector<std::string> words_;
    std::size_t noun_end_ = 0;  ///< number of words up to the last noun
    std::string head_;          ///< the last noun
    int nouns_ = 0;
    bool joint_ = false;  ///< after "of" or "'s": a noun must follow
    bool has_determiner_ = false;
    bool after_verb_ = false;  ///< the word before was a verb
    Role last_ = Role::determiner;
    std::vector<std::string> phrases_;
};

}  // namespace

std::vector<std::string> noun_phrases(std::string_view caption) {
    return Chunker(caption).run();
}

}  // namespace gbs::training
