// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/run/tensorboard_events.h"

#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <ostream>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "training/run/run_clock.h"

namespace fs = std::filesystem;

namespace gbs::training {
namespace {

constexpr std::array<std::uint32_t, 256> make_crc_table() {
    constexpr std::uint32_t polynomial = 0x82f63b78;  // Castagnoli's, bits reversed
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? polynomial : 0);
        table[i] = crc;
    }
    return table;
}

constexpr std::array<std::uint32_t, 256> crc_table = make_crc_table();

/// TFRecord masks its checksums, since the data may itself contain checksums.
std::uint32_t masked(std::uint32_t crc) {
    return std::rotr(crc, 15) + 0xa282ead8u;
}

template <typename Number>
std::string little_endian(Number value) {
    std::string bytes;
    for (std::size_t i = 0; i < sizeof value; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xff);
    return bytes;
}

enum class Wire : std::uint8_t { varint = 0, fixed64 = 1, length = 2, fixed32 = 5 };

std::string varint(std::uint64_t value) {
    std::string bytes;
    while (value >= 0x80) {
        bytes += static_cast<char>((value & 0x7f) | 0x80);
        value >>= 7;
    }
    return bytes + static_cast<char>(value);
}

std::string tag(int field, Wire wire) {
    return varint((static_cast<std::uint64_t>(field) << 3) | static_cast<std::uint64_t>(wire));
}

std::string message(int field, const std::string& bytes) {
    return tag(field, Wire::length) + varint(bytes.size()) + bytes;
}

// Event: wall_time = 1, step = 2, file_version = 3, summary = 5.
std::string encode_wall_time(double wall_time) {
    return tag(1, Wire::fixed64) + little_endian(std::bit_cast<std::uint64_t>(wall_time));
}

// Summary: value = 1. Summary.Value: tag = 1, simple_value = 2.
std::string encode_scalar(const std::string& name, double value) {
    return message(1, message(1, name) + tag(2, Wire::fixed32) +
                          little_endian(std::bit_cast<std::uint32_t>(static_cast<float>(value))));
}

double seconds_since_1970(fs::file_time_type time) {
    const auto clock = std::chrono::file_clock::to_sys(time);
    return std::chrono::duration<double>(clock.time_since_epoch()).count();
}

/// The time of the first line. Lines of older runs have none; then the last line was written at the file's
/// last modification.
double start_time(const fs::path& run) {
    RunClock clock(stage_lengths(run));
    RunProgress last;
    MetricsChunk chunk;
    do {
        chunk = read_metrics(run, chunk.position);
        for (const MetricsRecord& record : chunk.records) {
            last = clock.take(record);
            if (std::isfinite(last.time)) return last.time - last.seconds;
        }
    } while (chunk.more);
    std::error_code missing;
    const auto changed = fs::last_write_time(run / "metrics.jsonl", missing);
    return missing ? 0 : seconds_since_1970(changed) - last.seconds;
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ crc_table[(crc ^ static_cast<unsigned char>(byte)) & 0xff];
    return ~crc;
}

void write_tf_record(std::ostream& stream, std::string_view data) {
    const std::string length = little_endian(static_cast<std::uint64_t>(data.size()));
    stream << length << little_endian(masked(crc32c(length))) << data << little_endian(masked(crc32c(data)));
}

std::string encode_version_event(double wall_time) {
    return encode_wall_time(wall_time) + message(3, "brain.Event:2");
}

std::string encode_scalar_event(double wall_time, std::int64_t step,
                                const std::vector<std::pair<std::string, double>>& scalars) {
    std::string summary;
    for (const auto& [name, value] : scalars) summary += encode_scalar(name, value);
    return encode_wall_time(wall_time) + tag(2, Wire::varint) + varint(static_cast<std::uint64_t>(step)) +
           message(5, summary);
}

std::size_t export_tensorboard(const fs::path& run, const fs::path& folder) {
    if (!path_exists(run / "metrics.jsonl"))
        throw Error(run.string() + " has no metrics.jsonl: give the folder of a run that has started");
    const double start = start_time(run);
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) throw Error(folder.string() + " cannot be created: " + failure.message());
    std::size_t points = 0;
    write_atomically(folder / "events.out.tfevents.gbs", [&](std::ostream& stream) {
        write_tf_record(stream, encode_version_event(start));
        RunClock clock(stage_lengths(run));
        MetricsChunk chunk;
        do {
            chunk = read_metrics(run, chunk.position);
            if (chunk.restarted)
                throw Error(run.string() + " was resumed during the export: export it again");
            for (const MetricsRecord& record : chunk.records) {
                const double seconds = clock.take(record).seconds;
                std::vector<std::pair<std::string, double>> scalars;
                for (const auto& [name, value] : record.values)
                    if (name != "time" && std::isfinite(value)) scalars.emplace_back(name, value);
                if (scalars.empty()) continue;
                write_tf_record(stream, encode_scalar_event(start + seconds, record.step, scalars));
                points += scalars.size();
            }
        } while (chunk.more);
    });
    return points;
}

}  // namespace gbs::training
