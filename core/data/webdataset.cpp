// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/webdataset.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_stream.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"
#include "core/data/phrase_limit.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr std::size_t max_shards = 1000000;

bool is_shard(const fs::path& path) {
    const std::string name = path.filename().string();
    return std::ranges::any_of(std::initializer_list<const char*>{".tar", ".tar.gz", ".tgz", ".tar.zst"},
                               [&](const char* end) { return name.ends_with(end); });
}

std::vector<fs::path> list_folder_shards(const fs::path& folder) {
    std::vector<fs::path> shards;
    std::error_code code;
    for (const fs::path& path : list_folder(folder, code))
        if (is_shard(path) && is_plain_file(path)) shards.push_back(path);
    if (code) throw Error(folder.string() + ": cannot list its shards: " + code.message());
    if (shards.empty()) throw Error(folder.string() + " contains no shard (.tar, .tar.gz, .tgz, .tar.zst)");
    std::ranges::sort(shards);
    return shards;
}

/// "a-{08..11}.tar" gives a-08.tar, a-09.tar, a-10.tar, a-11.tar; numbers keep the width of the first.
std::vector<fs::path> expand_range(const std::string& pattern) {
    const auto open = pattern.find('{'), dots = pattern.find("..", open), close = pattern.find('}', open);
    const auto bad = [&] {
        return Error(pattern +
                     ": a range of shards has the form {first..last}, such as cc3m-{0000..0331}.tar");
    };
    if (dots == std::string::npos || close == std::string::npos || dots > close) throw bad();
    const std::string from = pattern.substr(open + 1, dots - open - 1),
                      to = pattern.substr(dots + 2, close - dots - 2);
    const auto number = [&](const std::string& text) {
        std::size_t value = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (code != std::errc{} || end != text.data() + text.size()) throw bad();
        return value;
    };
    const std::size_t first = number(from), last = number(to);
    if (first > last || last - first >= max_shards) throw bad();
    std::vector<fs::path> shards;
    for (std::size_t i = first; i <= last; ++i) {
        std::string digits = std::to_string(i);
        if (digits.size() < from.size()) digits.insert(0, from.size() - digits.size(), '0');
        shards.emplace_back(pattern.substr(0, open) + digits + pattern.substr(close + 1));
        if (!path_exists(shards.back()))
            throw Error(shards.back().string() + ", a shard of " + pattern + ", does not exist");
    }
    return shards;
}

/// The captions of a sample, each once.
struct CaptionSet {
    std::vector<std::string> captions;
    std::unordered_set<std::string> seen;
    std::size_t too_long = 0;

    void add(const std::string& text) {
        const auto caption = trimmed(text);
        if (caption.size() > max_phrase_bytes)
            ++too_long;
        else if (!caption.empty() && seen.emplace(caption).second)
            captions.emplace_back(caption);
    }
};

void add_json_captions(const std::string& text, CaptionSet& captions) {
    const auto json = parse_json(text).value_or(nullptr);
    if (!json.is_object()) return;
    for (const char* key : {"caption", "captions"}) {
        const auto found = json.find(key);
        if (found == json.end()) continue;
        if (found->is_string()) captions.add(found->get<std::string>());
        if (found->is_array())
            for (const auto& each : *found)
                if (each.is_string()) captions.add(each.get<std::string>());
    }
}

}  // namespace

std::vector<fs::path> find_shards(const std::string& pattern) {
    if (pattern.find('{') != std::string::npos) return expand_range(pattern);
    if (is_folder(pattern)) return list_folder_shards(pattern);
    if (!path_exists(pattern)) throw Error(pattern + " does not exist");
    return {pattern};
}

struct ShardReader::Archive {
    explicit Archive(const fs::path& file) : path(file), handle(archive_read_new()) {
        if (path_exists(path) && !is_plain_file(path)) {
            archive_read_free(handle);
            throw Error(path.string() + " cannot be read as a tar archive: it is not a regular file");
        }
        archive_read_support_format_tar(handle);
        support_compression();
        if (archive_read_open_filename(handle, path.c_str(), std::size_t{1} << 18) != ARCHIVE_OK) {
            const std::string reason =
                archive_error_string(handle) ? archive_error_string(handle) : "unknown reason";
            archive_read_free(handle);
            throw Error(path.string() + " cannot be read as a tar archive: " + reason);
        }
    }
    ~Archive() { archive_read_free(handle); }

    /// Named one by one: for other formats, and for these where it lacks the library, libarchive starts a program that
    /// it finds on the PATH, because the first bytes of a file say so.
    void support_compression() {
        if (archive_read_support_filter_gzip(handle) == ARCHIVE_OK &&
            archive_read_support_filter_zstd(handle) == ARCHIVE_OK)
            return;
        archive_read_free(handle);
        throw Error(path.string() + " cannot be read: libarchive is built without gzip or zstd");
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    void skip(const std::string& reason) { ++skipped[reason]; }

    /// The name of the next file, or empty at the end.
    std::string next_name() {
        while (true) {
            const int result = archive_read_next_header(handle, &entry);
            if (result == ARCHIVE_EOF) return {};
            if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
                skip("damaged archive");
                return {};
            }
            const char* name = archive_entry_pathname(entry);
            if (archive_entry_filetype(entry) == AE_IFREG && name && *name) return name;
        }
    }

    /// The contents of the current file; nothing if it is too large or cannot be read.
    template <typename Bytes>
    std::optional<Bytes> read_content(std::size_t limit) {
        const auto size = archive_entry_size(entry);
        if (size < 0 || static_cast<std::size_t>(size) > limit) {
            skip("file larger than " + std::to_string(limit >> 20) + " MB");
            return {};
        }
        Bytes bytes(static_cast<std::size_t>(size), 0);
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const auto got = archive_read_data(handle, bytes.data() + filled, bytes.size() - filled);
            if (got <= 0) {
                skip("damaged archive");
                return {};
            }
            filled += static_cast<std::size_t>(got);
        }
        return bytes;
    }

    void read_file(const std::string& extension, ShardSample& sample, CaptionSet& captions) {
        static const std::set<std::string> photos{"jpg", "jpeg", "png", "webp", "bmp"};
        static const std::set<std::string> texts{"txt", "caption", "json"};
        if (photos.count(extension) > 0) {
            if (auto bytes = read_content<std::vector<std::uint8_t>>(max_photo_bytes))
                sample.photo = std::move(*bytes);
        } else if (texts.count(extension) > 0) {
            const auto bytes = read_content<std::string>(max_text_bytes);
            if (bytes && extension == "json") add_json_captions(*bytes, captions);
            if (bytes && extension != "json" && !is_utf8(*bytes))
                skip("caption that is not UTF-8");
            else if (bytes && extension != "json")
                captions.add(*bytes);
        }
    }

    fs::path path;
    archive* handle;
    archive_entry* entry = nullptr;
    std::string pending;  ///< the first file of the next sample
    bool started = false;
    std::map<std::string, std::size_t> skipped;
};

ShardReader::ShardReader(const fs::path& path) : archive_(std::make_unique<Archive>(path)) {}
ShardReader::~ShardReader() = default;
ShardReader::ShardReader(ShardReader&&) noexcept = default;
ShardReader& ShardReader::operator=(ShardReader&&) noexcept = default;

const std::map<std::string, std::size_t>& ShardReader::skipped() const {
    return archive_->skipped;
}

namespace {

/// Splits "a/0012.jpg" into "a/0012" and "jpg".
std::pair<std::string, std::string> split_name(const std::string& name) {
    const auto slash = name.rfind('/');
    const auto dot = name.find('.', slash == std::string::npos ? 0 : slash + 1);
    if (dot == std::string::npos) return {name, ""};
    std::string extension = name.substr(dot + 1);
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char sign) { return std::tolower(sign); });
    return {name.substr(0, dot), extension};
}

}  // namespace

std::optional<ShardSample> ShardReader::next() {
    Archive& archive = *archive_;
    if (!archive.started) {
        archive.pending = archive.next_name();
        archive.started = true;
    }
    while (!archive.pending.empty()) {
        const std::string key = split_name(archive.pending).first;
        ShardSample sample{archive.path.filename().string() + ":" + key, {}, {}};
        CaptionSet captions;
        for (; !archive.pending.empty(); archive.pending = archive.next_name()) {
            const auto [own, extension] = split_name(archive.pending);
            if (own != key) break;
            archive.read_file(extension, sample, captions);
        }
        if (captions.too_long > 0) archive.skipped[long_caption] += captions.too_long;
        sample.captions = std::move(captions.captions);
        if (!sample.photo.empty() && !sample.captions.empty()) return sample;
        archive.skip(sample.photo.empty() ? "sample without a photo" : "sample without a caption");
    }
    return {};
}

}  // namespace gbs
