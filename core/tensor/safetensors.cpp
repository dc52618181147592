// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/safetensors.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

constexpr std::size_t length_bytes = 8;                ///< of the header's length, at the start of the file
constexpr std::uint64_t max_header_bytes = 100000000;  ///< the limit of the reference implementation
constexpr std::size_t max_rank = 64;                   ///< as torch's
constexpr std::string_view metadata_key = "__metadata__";

struct DTypeRow {
    DType dtype;
    std::string_view name;
    std::size_t size;
};
/// In the order that the reference implementation writes: widest first, so that every tensor is aligned.
constexpr std::array<DTypeRow, 5> dtypes{{{DType::i64, "I64", 8},
                                          {DType::f32, "F32", 4},
                                          {DType::bf16, "BF16", 2},
                                          {DType::f16, "F16", 2},
                                          {DType::u8, "U8", 1}}};

std::size_t row_of(DType dtype) {
    for (std::size_t i = 0; i < dtypes.size(); ++i)
        if (dtypes[i].dtype == dtype) return i;
    throw std::logic_error("unknown DType");
}

std::string in_quotes(std::string_view text) {
    std::string shown(text.substr(0, 200));
    return "\"" + shown + (text.size() > shown.size() ? "…\"" : "\"");
}

/// Bytes of a shape. Throws Error where they cannot be counted: zeros aside, so that no stride overflows
/// either.
std::uint64_t checked_bytes(const std::vector<std::int64_t>& shape, DType dtype) {
    std::uint64_t count = size_of(dtype);
    bool empty = false;
    for (const std::int64_t side : shape) {
        if (side < 0) throw Error("its shape has a negative side");
        empty = empty || side == 0;
        const auto factor = static_cast<std::uint64_t>(std::max<std::int64_t>(side, 1));
        if (count > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / factor)
            throw Error("its shape overflows");
        count *= factor;
    }
    return empty ? 0 : count;
}

/// One tensor as the header tells it, not yet believed.
struct Entry {
    DType dtype = DType::f32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> offsets;
    std::set<std::string> given;
};

/// Reads the header as a stream of events and stops at the first thing that does not belong there, so that a
/// hostile header never becomes a tree in memory, and a duplicate key is seen.
class HeaderReader final : public nlohmann::json_sax<nlohmann::json> {
 public:
    std::map<std::string, Entry> entries;
    std::map<std::string, std::string> metadata;

    bool start_object(std::size_t) override {
        if (place_ == Place::before)
            place_ = Place::top;
        else if (place_ == Place::top && in_value_)
            place_ = name_ == metadata_key ? Place::metadata : Place::tensor;
        else
            unexpected("an object");
        return true;
    }
    bool end_object() override {
        if (place_ == Place::tensor && entries[name_].given.size() != 3)
            throw Error("tensor " + in_quotes(name_) + " lacks one of dtype, shape and data_offsets");
        in_value_ = false;
        place_ = place_ == Place::top ? Place::after : Place::top;
        return true;
    }
    bool key(string_t& key) override {
        bool fresh = true;
        if (place_ == Place::top) {
            name_ = key;
            in_value_ = true;
            fresh =
                key == metadata_key ? !std::exchange(metadata_seen_, true) : entries.try_emplace(key).second;
        } else if (place_ == Place::metadata) {
            field_ = key;
            fresh = metadata.try_emplace(key).second;
        } else {
            field_ = key;
            if (key != "dtype" && key != "shape" && key != "data_offsets")
                throw Error("tensor " + in_quotes(name_) + " has an unknown field " + in_quotes(key));
            fresh = entries[name_].given.insert(key).second;
        }
        if (!fresh) throw Error("the key " + in_quotes(key) + " comes twice");
        return true;
    }
    bool string(string_t& value) override {
        if (place_ == Place::metadata)
            metadata[field_] = value;
        else if (place_ == Place::tensor && !list_ && field_ == "dtype")
            entries[name_].dtype = dtype_of(value);
        else
            unexpected("a string");
        return true;
    }
    bool start_array(std::size_t) override {
        if (place_ != Place::tensor || list_ || field_ == "dtype") unexpected("a list");
        Entry& entry = entries[name_];
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
        return unexpected("a number that is not whole or far too large");
    }
    bool null() override { return unexpected("null"); }
    bool boolean(bool) override { return unexpected("a truth value"); }
    bool binary(binary_t&) override { return unexpected("binary"); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        throw Error("the header is not JSON (near byte " + std::to_string(position) + ")");
    }

 private:
    enum class Place { before, top, metadata, tensor, after };

    bool unexpected(const std::string& what) const {
        std::string where = place_ == Place::before ? "at its start" : "under " + in_quotes(name_);
        throw Error("the header has " + what + " where none belongs, " + where);
    }
    DType dtype_of(const std::string& text) const {
        for (const DTypeRow& row : dtypes)
            if (row.name == text) return row.dtype;
        throw Error("tensor " + in_quotes(name_) + " has the type " + in_quotes(text) +
                    ", which is none of I64, F32, BF16, F16, U8");
    }

    Place place_ = Place::before;
    bool in_value_ = false;  ///< a key of the top was read, its object not yet ended
    std::string name_;
    std::string field_;
    std::vector<std::int64_t>* list_ = nullptr;
    bool metadata_seen_ = false;
};

/// Believes nothing: the shape must fill the offsets, and the offsets must lie inside the data.
TensorView checked_view(const std::string& name, const Entry& entry, std::span<const std::byte> data) {
    const auto fail = [&](const std::string& what) {
        throw Error("tensor " + in_quotes(name) + ": " + what);
    };
    if (entry.offsets.size() != 2) fail("data_offsets must be two numbers");
    const auto begin = static_cast<std::uint64_t>(entry.offsets[0]);
    const auto end = static_cast<std::uint64_t>(entry.offsets[1]);
    if (begin > end || end > data.size())
        fail("data_offsets [" + std::to_string(begin) + ", " + std::to_string(end) + "] lie outside the " +
             std::to_string(data.size()) + " bytes of data; the file may be truncated");
    std::uint64_t bytes = 0;
    try {
        bytes = checked_bytes(entry.shape, entry.dtype);
    } catch (const Error& error) {
        fail(error.what());
    }
    if (bytes != end - begin)
        fail("its shape needs " + std::to_string(bytes) + " bytes, data_offsets give " +
             std::to_string(end - begin));
    return {entry.dtype, entry.shape, data.subspan(begin, end - begin)};
}

/// Every byte of the data belongs to exactly one tensor.
void check_coverage(const std::map<std::string, TensorView>& tensors, std::span<const std::byte> data) {
    using Part = std::pair<std::span<const std::byte>, const std::string*>;
    std::vector<Part> parts;
    for (const auto& [name, view] : tensors) parts.emplace_back(view.bytes, &name);
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::pair(a.first.data(), a.first.size()) < std::pair(b.first.data(), b.first.size());
    });
    const std::byte* next = data.data();
    for (const auto& [bytes, name] : parts) {
        if (bytes.data() < next) throw Error("tensor " + in_quotes(*name) + " overlaps another");
        if (bytes.data() > next) throw Error("there is a hole in the data before tensor " + in_quotes(*name));
        next = bytes.data() + bytes.size();
    }
    const auto left = static_cast<std::size_t>(data.data() + data.size() - next);
    if (left > 0) throw Error(std::to_string(left) + " bytes after the last tensor belong to none");
}

}  // namespace

std::size_t size_of(DType dtype) {
    return dtypes[row_of(dtype)].size;
}
std::string_view name_of(DType dtype) {
    return dtypes[row_of(dtype)].name;
}

struct SafetensorsFile::Mapping {
    fs::path path;
    std::span<const std::byte> bytes;
    std::map<std::string, TensorView> tensors;
    std::map<std::string, std::string> metadata;

    explicit Mapping(fs::path file) : path(std::move(file)) {}
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (!bytes.empty()) ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
    }

    void open() {
        // O_NONBLOCK: a pipe under this name must not make the program wait for a writer.
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (descriptor < 0) throw Error(std::generic_category().message(errno));
        struct stat status {};
        const bool known = ::fstat(descriptor, &status) == 0;
        const bool regular = known && S_ISREG(status.st_mode);
        const auto size = static_cast<std::size_t>(status.st_size);
        void* address = MAP_FAILED;
        if (regular && size >= length_bytes)
            address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        const int code = errno;
        ::close(descriptor);
        if (!regular) throw Error("it is not a regular file");
        if (size < length_bytes) throw Error("it is too short to be a safetensors file");
        if (address == MAP_FAILED) throw Error(std::generic_category().message(code));
        bytes = {static_cast<const std::byte*>(address), size};
    }

    void read_header() {
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), length_bytes);
        const std::size_t rest = bytes.size() - length_bytes;
        if (length > max_header_bytes || length > rest)
            throw Error("its header claims " + std::to_string(length) + " bytes, the file has " +
                        std::to_string(rest) +
                        " after the length; it is truncated or not a safetensors file");
        const auto* text = reinterpret_cast<const char*>(bytes.data()) + length_bytes;
        if (length == 0 || text[0] != '{') throw Error("its header does not begin with {");
        HeaderReader reader;
        nlohmann::json::sax_parse(text, text + length, &reader);
        const std::span<const std::byte> data = bytes.subspan(length_bytes + length);
        for (const auto& [name, entry] : reader.entries)
            tensors.emplace(name, checked_view(name, entry, data));
        check_coverage(tensors, data);
        metadata = std::move(reader.metadata);
    }
};

SafetensorsFile::SafetensorsFile(const fs::path& path) : mapping_(std::make_unique<Mapping>(path)) {
    try {
        mapping_->open();
        mapping_->read_header();
    } catch (const Error& error) {
        throw Error("cannot read " + path.string() + ": " + error.what());
    }
}

SafetensorsFile::~SafetensorsFile() = default;
SafetensorsFile::SafetensorsFile(SafetensorsFile&&) noexcept = default;
SafetensorsFile& SafetensorsFile::operator=(SafetensorsFile&&) noexcept = default;

const fs::path& SafetensorsFile::path() const {
    return mapping_->path;
}
const std::map<std::string, TensorView>& SafetensorsFile::tensors() const {
    return mapping_->tensors;
}
const std::map<std::string, std::string>& SafetensorsFile::metadata() const {
    return mapping_->metadata;
}
bool SafetensorsFile::contains(const std::string& name) const {
    return mapping_->tensors.contains(name);
}

const TensorView& SafetensorsFile::at(const std::string& name) const {
    const auto found = mapping_->tensors.find(name);
    if (found == mapping_->tensors.end())
        throw Error(mapping_->path.string() + " has no tensor named " + in_quotes(name));
    return found->second;
}

void write_safetensors(const fs::path& path, const std::map<std::string, TensorView>& tensors,
                       const std::map<std::string, std::string>& metadata) {
    using Part = std::pair<const std::string, TensorView>;
    std::vector<const Part*> parts;
    for (const Part& part : tensors) parts.push_back(&part);
    std::stable_sort(parts.begin(), parts.end(), [](const Part* a, const Part* b) {
        return row_of(a->second.dtype) < row_of(b->second.dtype);
    });

    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty()) header[std::string(metadata_key)] = metadata;
    std::uint64_t offset = 0;
    for (const Part* part : parts) {
        const auto& [name, view] = *part;
        if (name == metadata_key || checked_bytes(view.shape, view.dtype) != view.bytes.size())
            throw Error("cannot write " + path.string() + ": tensor " + in_quotes(name) +
                        " has a reserved name, or its shape does not fit its bytes");
        header[name] = {{"dtype", name_of(view.dtype)},
                        {"shape", view.shape},
                        {"data_offsets", {offset, offset + view.bytes.size()}}};
        offset += view.bytes.size();
    }

    std::string text;
    try {
        text = header.dump();
    } catch (const nlohmann::json::exception&) {
        throw Error("cannot write " + path.string() + ": a name or a metadata text is not UTF-8");
    }
    text.resize((text.size() + 7) / 8 * 8, ' ');  // the data begins at a multiple of 8
    if (text.size() > max_header_bytes)
        throw Error("cannot write " + path.string() + ": more names and metadata than the format allows");
    const std::uint64_t length = text.size();
    write_atomically(path, [&](std::ostream& stream) {
        stream.write(reinterpret_cast<const char*>(&length), length_bytes);
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        for (const Part* part : parts)
            stream.write(reinterpret_cast<const char*>(part->second.bytes.data()),
                         static_cast<std::streamsize>(part->second.bytes.size()));
    });
}

}  // namespace gbs
