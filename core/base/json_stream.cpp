// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_stream.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/error.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t block_bytes = std::size_t{4} << 20;
constexpr std::size_t longest_text = std::size_t{64} << 20;
constexpr std::size_t most_values = 1'000'000;
constexpr std::size_t deepest = 100;

/// Bytes of a file or of a text. Outside of strings NaN, Infinity and -Infinity are handed on as null.
class ByteSource {
 public:
    ByteSource(const fs::path& file, ByteProgress progress, std::stop_token stop)
        : name_(file.string()), progress_(std::move(progress)), stop_(std::move(stop)) {
        std::error_code code;
        if (!fs::exists(file, code)) throw Error("cannot read " + name_ + ": there is no such file");
        if (fs::is_directory(file, code)) throw Error("cannot read " + name_ + ": it is a folder");
        total_ = fs::file_size(file, code);
        if (code) total_ = 0;
        stream_.open(file, std::ios::binary);
        if (!stream_) throw Error("cannot read " + name_);
        block_.resize(block_bytes);
        fill();
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
        prepare();
    }
    explicit ByteSource(std::string_view text) : name_("text"), text_(text) { prepare(); }

    bool ended() const { return current_ < 0; }
    char current() const { return static_cast<char>(current_); }
    void advance() {
        if (++since_event_ > longest_text)
            throw Error(name_ + ": a value is longer than " + std::to_string(longest_text >> 20) + " MB");
        prepare();
    }
    void saw_event() { since_event_ = 0; }
    const std::string& name() const { return name_; }

 private:
    void fill() {
        if (!stream_.is_open()) return;
        if (stop_.stop_requested()) throw Cancelled();
        // What is left goes to the front, so that a word that lies across two blocks can be seen whole.
        const std::size_t kept = text_.size();
        if (kept > 0) std::memmove(block_.data(), text_.data(), kept);
        stream_.read(block_.data() + kept, static_cast<std::streamsize>(block_.size() - kept));
        const auto count = static_cast<std::size_t>(stream_.gcount());
        if (stream_.bad()) throw Error("cannot read " + name_ + ": reading failed before its end");
        read_ += count;
        text_ = std::string_view(block_.data(), kept + count);
        if (progress_) progress_(read_, std::max(total_, read_));
    }

    bool replace(std::string_view word) {
        if (!text_.starts_with(word)) return false;
        text_.remove_prefix(word.size());
        pending_ = "null";
        return true;
    }

    void prepare() {
        if (pending_.empty()) {
            if (text_.size() < 16) fill();
            if (text_.empty()) {
                current_ = -1;
                return;
            }
            const char c = text_.front();
            if (!in_string_ && (c == 'N' || c == 'I' || c == '-'))
                replace("NaN") || replace("Infinity") || replace("-Infinity");
        }
        if (!pending_.empty()) {
            current_ = static_cast<unsigned char>(pending_.front());
            pending_.remove_prefix(1);
            return;
        }
        const char c = text_.front();
        text_.remove_prefix(1);
        if (escaped_)
            escaped_ = false;
        else if (in_string_ && c == '\\')
            escaped_ = true;
        else if (c == '"')
            in_string_ = !in_string_;
        current_ = static_cast<unsigned char>(c);
    }

    std::string name_;
    ByteProgress progress_;
    std::stop_token stop_;
    std::ifstream stream_;
    std::vector<char> block_;
    std::string_view text_, pending_;
    std::uintmax_t read_ = 0, total_ = 0;
    std::size_t since_event_ = 0;
    int current_ = -1;
    bool in_string_ = false, escaped_ = false;
};

/// What nlohmann's parser reads from: an input iterator over a ByteSource.
struct ByteIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    ByteSource* source = nullptr;  ///< null at the end

    char operator*() const { return source->current(); }
    ByteIterator& operator++() {
        source->advance();
        return *this;
    }
    ByteIterator operator++(int) {
        const ByteIterator before = *this;
        source->advance();
        return before;
    }
    bool operator==(const ByteIterator& other) const { return at_end() == other.at_end(); }
    bool operator!=(const ByteIterator& other) const { return !(*this == other); }
    bool at_end() const { return source == nullptr || source->ended(); }
};

/// Keeps the path to the value that is being read; what to do with values is for the derived class.
class PathHandler : public nlohmann::json_sax<json> {
 public:
    explicit PathHandler(ByteSource& source) : source_(source) {}

    bool null() override { return scalar(nullptr); }
    bool boolean(bool value) override { return scalar(value); }
    bool number_integer(number_integer_t value) override { return scalar(value); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(value); }
    bool number_float(number_float_t value, const string_t&) override { return scalar(value); }
    bool string(string_t& value) override { return scalar(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        source_.saw_event();
        path_.back().key = std::move(name);
        return on_key();
    }
    bool parse_error(std::size_t position, const std::string&, const json::exception& failure) override {
        failed_at = position;
        why = failure.what();
        return false;
    }

    std::size_t failed_at = 0;
    std::string why;  ///< empty unless the text is not JSON

 protected:
    struct Level {
        bool is_array;
        std::string key;
    };
    virtual bool on_key() = 0;
    virtual void on_scalar(json value) = 0;
    virtual void on_open(bool is_array) = 0;
    virtual void on_close() = 0;

    std::vector<Level> path_;  ///< the containers around the value that is being read
    ByteSource& source_;

 private:
    bool scalar(json value) {
        source_.saw_event();
        on_scalar(std::move(value));
        return true;
    }
    bool open(bool is_array) {
        source_.saw_event();
        if (path_.size() >= deepest)
            throw Error(source_.name() + ": values are nested deeper than " + std::to_string(deepest));
        on_open(is_array);
        path_.push_back({is_array, {}});
        return true;
    }
    bool close() {
        source_.saw_event();
        path_.pop_back();
        on_close();
        return true;
    }
};

/// Builds the wanted values one after the other.
class ElementHandler final : public PathHandler {
 public:
    ElementHandler(ByteSource& source, std::span<const JsonElements> wanted)
        : PathHandler(source), wanted_(wanted), counts_(wanted.size()) {}

    const std::vector<std::size_t>& counts() const { return counts_; }

 private:
    bool matches(const std::vector<std::string>& pattern) const {
        return std::ranges::equal(pattern, path_, [](const std::string& step, const Level& level) {
            return level.is_array ? step == "*" : step == level.key;
        });
    }
    /// Whether the value that comes belongs to a wanted element; starts one where it is an element itself.
    bool is_wanted() {
        if (active_) return ignored_ == 0 && !ignores_key();
        for (std::size_t i = 0; i < wanted_.size() && !active_; ++i)
            if (matches(wanted_[i].path)) active_ = &wanted_[i];
        values_ = text_ = 0;
        return active_ != nullptr;
    }
    bool ignores_key() const {
        return !open_.empty() && open_.back()->is_object() && !active_->keys.empty() &&
               std::ranges::find(active_->keys, path_.back().key) == active_->keys.end();
    }
    void count(const json& value) {
        ++values_;
        if (value.is_string()) text_ += value.get_ref<const std::string&>().size();
        if (values_ > most_values || text_ > longest_text)
            throw Error(source_.name() + ": one entry holds more than " + std::to_string(most_values) +
                        " values or " + std::to_string(longest_text >> 20) + " MB of text");
    }
    json& add(json value) {
        count(value);
        if (open_.empty()) return element_ = std::move(value);
        json& parent = *open_.back();
        if (parent.is_object()) return parent[path_.back().key] = std::move(value);
        parent.push_back(std::move(value));
        return parent.back();
    }
    void deliver() {
        const JsonElements* done = active_;
        active_ = nullptr;
        ++counts_[static_cast<std::size_t>(done - wanted_.data())];
        if (done->take) done->take(element_);
        element_ = nullptr;
    }

    bool on_key() override { return true; }
    void on_scalar(json value) override {
        if (!is_wanted()) return;
        add(std::move(value));
        if (open_.empty()) deliver();
    }
    void on_open(bool is_array) override {
        if (!is_wanted()) {
            if (active_) ++ignored_;
            return;
        }
        open_.push_back(&add(is_array ? json::array() : json::object()));
    }
    void on_close() override {
        if (!active_) return;
        if (ignored_ > 0) {
            --ignored_;
            return;
        }
        open_.pop_back();
        if (open_.empty()) deliver();
    }

    std::span<const JsonElements> wanted_;
    std::vector<std::size_t> counts_;
    const JsonElements* active_ = nullptr;
    json element_;
    std::vector<json*> open_;
    std::size_t ignored_ = 0, values_ = 0, text_ = 0;
};

/// Stops at the first of the names.
class KeyFinder final : public PathHandler {
 public:
    KeyFinder(ByteSource& source, std::span<const std::string_view> names)
        : PathHandler(source), names_(names) {}
    std::optional<std::string> found;

 private:
    bool on_key() override {
        const bool outer = path_.size() == 1 || (path_.size() == 2 && path_.front().is_array);
        const auto name = std::ranges::find(names_, path_.back().key);
        if (!outer || name == names_.end()) return true;
        found = *name;
        return false;
    }
    void on_scalar(json) override {}
    void on_open(bool) override {}
    void on_close() override {}
    std::span<const std::string_view> names_;
};

}  // namespace

std::vector<std::size_t> stream_json(const fs::path& file, std::span<const JsonElements> wanted,
                                     const ByteProgress& progress, std::stop_token stop) {
    ByteSource source(file, progress, std::move(stop));
    ElementHandler handler(source, wanted);
    if (!json::sax_parse(ByteIterator{&source}, ByteIterator{}, &handler))
        throw Error(file.string() + ", byte " + std::to_string(handler.failed_at) +
                    ": this is not valid JSON: " + handler.why);
    return handler.counts();
}

std::optional<std::string> first_json_key(const fs::path& file, std::span<const std::string_view> names) {
    try {
        ByteSource source(file, {}, {});
        KeyFinder finder(source, names);
        json::sax_parse(ByteIterator{&source}, ByteIterator{}, &finder, json::input_format_t::json, false);
        return finder.found;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::optional<json> parse_json(std::string_view text) {
    std::optional<json> root;
    const std::vector<JsonElements> wanted{{{}, {}, [&](json& value) { root = std::move(value); }}};
    ByteSource source(text);
    ElementHandler handler(source, wanted);
    try {
        if (!json::sax_parse(ByteIterator{&source}, ByteIterator{}, &handler)) return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
    return root;
}

void for_each_line(const fs::path& file, const std::function<void(std::size_t, std::string_view)>& take,
                   const ByteProgress& progress, std::stop_token stop) {
    std::error_code code;
    if (!fs::exists(file, code)) throw Error("cannot read " + file.string() + ": there is no such file");
    if (fs::is_directory(file, code)) throw Error("cannot read " + file.string() + ": it is a folder");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Error("cannot read " + file.string());
    const std::uintmax_t total = fs::file_size(file, code);
    std::string text;
    std::vector<char> block(block_bytes);
    std::size_t number = 0;
    std::uintmax_t read = 0;
    const auto hand_on = [&](std::string_view line) {
        if (++number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) take(number, line);
    };
    while (stream) {
        if (stop.stop_requested()) throw Cancelled();
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        std::string_view rest(block.data(), static_cast<std::size_t>(stream.gcount()));
        read += rest.size();
        for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            text.append(rest.substr(0, end));
            hand_on(text);
            text.clear();
            rest.remove_prefix(end + 1);
        }
        text.append(rest);
        if (text.size() > longest_text)
            throw Error(file.string() + ", line " + std::to_string(number + 1) +
                        ": the line is longer than " + std::to_string(longest_text >> 20) + " MB");
        if (progress) progress(read, code ? read : std::max(total, read));
    }
    if (!text.empty()) hand_on(text);
}

}  // namespace gbs
