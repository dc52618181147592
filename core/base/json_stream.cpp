// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_stream.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_bytes.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t max_values = 1'000'000;

/// Tracks the path to the current value; derived classes handle the values.
class PathHandler : public nlohmann::json_sax<json> {
 public:
    explicit PathHandler(JsonBytes& source) : source_(source) {}

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
    std::string why;  ///< set if the text is not JSON

 protected:
    struct Level {
        bool is_array;
        std::string key;
    };
    virtual bool on_key() = 0;
    virtual void on_scalar(json value) = 0;
    virtual void on_open(bool is_array) = 0;
    virtual void on_close() = 0;

    std::vector<Level> path_;  ///< the containers around the current value
    JsonBytes& source_;

 private:
    bool scalar(json value) {
        source_.saw_event();
        on_scalar(std::move(value));
        return true;
    }
    bool open(bool is_array) {
        source_.saw_event();
        if (path_.size() >= max_json_depth)
            throw Error(source_.name() + ": values are nested deeper than " + std::to_string(max_json_depth));
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

/// Builds the selected values one at a time.
class ElementHandler final : public PathHandler {
 public:
    ElementHandler(JsonBytes& source, std::span<const JsonElements> wanted)
        : PathHandler(source), wanted_(wanted), counts_(wanted.size()) {}

    const std::vector<std::size_t>& counts() const { return counts_; }

 private:
    bool matches(const std::vector<std::string>& pattern) const {
        return std::ranges::equal(pattern, path_, [](const std::string& step, const Level& level) {
            return level.is_array ? step == "*" : step == level.key;
        });
    }
    /// Whether the next value belongs to a selected element; starts a new element if it is one.
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
        if (values_ > max_values || text_ > max_json_text)
            throw Error(source_.name() + ": one entry has more than " + std::to_string(max_values) +
                        " values or " + std::to_string(max_json_text >> 20) + " MB of text");
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

/// Stops at the first key in `names`.
class KeyFinder final : public PathHandler {
 public:
    KeyFinder(JsonBytes& source, std::span<const std::string_view> names)
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
    JsonBytes source(file, progress, std::move(stop));
    ElementHandler handler(source, wanted);
    if (!json::sax_parse(JsonIterator{&source}, JsonIterator{}, &handler))
        throw Error(file.string() + ", byte " + std::to_string(handler.failed_at) +
                    ": this is not valid JSON: " + handler.why);
    return handler.counts();
}

std::optional<std::string> first_json_key(const fs::path& file, std::span<const std::string_view> names) {
    try {
        JsonBytes source(file, {}, {});
        KeyFinder finder(source, names);
        json::sax_parse(JsonIterator{&source}, JsonIterator{}, &finder, json::input_format_t::json, false);
        return finder.found;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::optional<json> parse_json(std::string_view text) {
    std::optional<json> root;
    const std::vector<JsonElements> wanted{{{}, {}, [&](json& value) { root = std::move(value); }}};
    JsonBytes source(text);
    ElementHandler handler(source, wanted);
    try {
        if (!json::sax_parse(JsonIterator{&source}, JsonIterator{}, &handler)) return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
    return root;
}

}  // namespace gbs
