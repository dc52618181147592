// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/safetensors_header.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"

namespace gbs {
namespace {

constexpr std::size_t max_rank = 64;  ///< torch's limit

/// Parses the header from SAX events and stops at the first unexpected one, so that a malicious header never
/// becomes a tree in memory and duplicate keys are detected.
class HeaderReader final : public nlohmann::json_sax<nlohmann::json> {
 public:
    SafetensorsHeader header;

    bool start_object(std::size_t) override {
        if (place_ == Place::before)
            place_ = Place::top;
        else if (place_ == Place::top && in_value_)
            place_ = name_ == safetensors_metadata_key ? Place::metadata : Place::tensor;
        else
            unexpected("an object");
        return true;
    }
    bool end_object() override {
        if (place_ == Place::tensor && header.entries[name_].fields.size() != 3)
            throw Error("tensor " + in_quotes(name_) + " is missing dtype, shape or data_offsets");
        in_value_ = false;
        place_ = place_ == Place::top ? Place::after : Place::top;
        return true;
    }
    bool key(string_t& key) override {
        bool fresh = true;
        if (place_ == Place::top) {
            name_ = key;
            in_value_ = true;
            fresh = key == safetensors_metadata_key ? !std::exchange(metadata_seen_, true)
                                                    : header.entries.try_emplace(key).second;
        } else if (place_ == Place::metadata) {
            field_ = key;
            fresh = header.metadata.try_emplace(key).second;
        } else {
            field_ = key;
            if (key != "dtype" && key != "shape" && key != "data_offsets")
                throw Error("tensor " + in_quotes(name_) + " has an unknown field " + in_quotes(key));
            fresh = header.entries[name_].fields.insert(key).second;
        }
        if (!fresh) throw Error("the key " + in_quotes(key) + " appears twice");
        return true;
    }
    bool string(string_t& value) override {
        if (place_ == Place::metadata)
            header.metadata[field_] = value;
        else if (place_ == Place::tensor && !list_ && field_ == "dtype")
            header.entries[name_].dtype = read_dtype(value);
        else
            unexpected("a string");
        return true;
    }
    bool start_array(std::size_t) override {
        if (place_ != Place::tensor || list_ || field_ == "dtype") unexpected("a list");
        SafetensorsEntry& entry = header.entries[name_];
        list_ = field_ == "shape" ? &entry.shape : &entry.offsets;
        return true;
    }
    bool end_array() override {
        list_ = nullptr;
        return true;
    }
    bool number_unsigned(number_unsigned_t value) override {
        if (!list_) unexpected("a number");
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()) ||
            list_->size() >= max_rank)
            throw Error("tensor " + in_quotes(name_) + ": the " + field_ + " is too large");
        list_->push_back(static_cast<std::int64_t>(value));
        return true;
    }
    bool number_integer(number_integer_t) override { return unexpected("a negative number"); }
    bool number_float(number_float_t, const string_t&) override {
        return unexpected("a number that is not whole or too large");
    }
    bool null() override { return unexpected("null"); }
    bool boolean(bool) override { return unexpected("a boolean"); }
    bool binary(binary_t&) override { return unexpected("binary"); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        throw Error("the header is not JSON (near byte " + std::to_string(position) + ")");
    }

 private:
    enum class Place { before, top, metadata, tensor, after };

    bool unexpected(const std::string& what) const {
        std::string where = place_ == Place::before ? "at its start" : "under " + in_quotes(name_);
        throw Error("the header has " + what + " in an unexpected place, " + where);
    }
    DType read_dtype(const std::string& text) const {
        if (const auto dtype = parse_dtype(text)) return *dtype;
        throw Error("tensor " + in_quotes(name_) + " has the type " + in_quotes(text) +
                    ", not one of I64, F32, BF16, F16, U8");
    }

    Place place_ = Place::before;
    bool in_value_ = false;  ///< a top-level key was read, but its object has not ended
    std::string name_;
    std::string field_;
    std::vector<std::int64_t>* list_ = nullptr;
    bool metadata_seen_ = false;
};

}  // namespace

SafetensorsHeader parse_safetensors_header(std::string_view text) {
    HeaderReader reader;
    nlohmann::json::sax_parse(text, &reader);
    return std::move(reader.header);
}

std::string in_quotes(std::string_view text) {
    std::string shown(text.substr(0, 200));
    return "\"" + shown + (text.size() > shown.size() ? "…\"" : "\"");
}

}  // namespace gbs
