// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/safetensors.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/tensor/safetensors_header.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

constexpr std::size_t length_bytes = 8;                ///< of the length field at the start of the file
constexpr std::uint64_t max_header_bytes = 100000000;  ///< the limit of the reference implementation
std::ptrdiff_t width_rank(DType dtype) {
    return std::ranges::find(dtypes_by_width, dtype) - dtypes_by_width.begin();
}

/// The bytes of a shape. Throws Error on overflow, ignoring sides of 0 so that strides cannot
/// overflow either.
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

/// Checks that the offsets lie inside the data and match the shape.
TensorView checked_view(const std::string& name, const SafetensorsEntry& entry,
                        std::span<const std::byte> data) {
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
        fail("its shape needs " + std::to_string(bytes) + " bytes, data_offsets span " +
             std::to_string(end - begin));
    return {entry.dtype, entry.shape, data.subspan(begin, end - begin)};
}

/// Checks that every byte of the data belongs to exactly one tensor.
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
    if (left > 0) throw Error(std::to_string(left) + " bytes after the last tensor belong to no tensor");
}

}  // namespace

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
        // O_NONBLOCK: do not wait for a writer if the file is a pipe.
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
        if (length == 0 || text[0] != '{') throw Error("its header does not start with {");
        SafetensorsHeader header = parse_safetensors_header({text, length});
        const std::span<const std::byte> data = bytes.subspan(length_bytes + length);
        for (const auto& [name, entry] : header.entries)
            tensors.emplace(name, checked_view(name, entry, data));
        check_coverage(tensors, data);
        metadata = std::move(header.metadata);
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
        return width_rank(a->second.dtype) < width_rank(b->second.dtype);
    });

    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty()) header[std::string(safetensors_metadata_key)] = metadata;
    std::uint64_t offset = 0;
    for (const Part* part : parts) {
        const auto& [name, view] = *part;
        if (name == safetensors_metadata_key || checked_bytes(view.shape, view.dtype) != view.bytes.size())
            throw Error("cannot write " + path.string() + ": tensor " + in_quotes(name) +
                        " has a reserved name, or its shape does not fit its bytes");
        header[name] = {{"dtype", dtype_name(view.dtype)},
                        {"shape", view.shape},
                        {"data_offsets", {offset, offset + view.bytes.size()}}};
        offset += view.bytes.size();
    }

    std::string text;
    try {
        text = header.dump();
    } catch (const nlohmann::json::exception&) {
        throw Error("cannot write " + path.string() + ": a name or metadata value is not UTF-8");
    }
    text.resize((text.size() + 7) / 8 * 8, ' ');  // data starts at a multiple of 8
    if (text.size() > max_header_bytes)
        throw Error("cannot write " + path.string() +
                    ": the names and metadata exceed the limit of the format");
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
