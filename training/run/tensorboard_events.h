// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The event files that TensorBoard reads: TFRecords of `Event` messages (tensorflow/core/util/event.proto).
// Scalars need only four small messages, so they are encoded here without a protobuf library.
namespace gbs::training {

/// CRC-32C (Castagnoli), as in iSCSI; 0xe3069283 for "123456789".
std::uint32_t crc32c(std::string_view bytes);

/// One record: length, masked CRC of the length, data, masked CRC of the data (all little endian).
void write_tf_record(std::ostream& stream, std::string_view data);

/// The first Event of a file, with the version of the format.
std::string encode_version_event(double wall_time);
/// An Event with a Summary of one simple_value per tag. `wall_time` is in seconds since 1970.
std::string encode_scalar_event(double wall_time, std::int64_t step,
                                const std::vector<std::pair<std::string, double>>& scalars);

/// Writes the metrics of a run to `folder`/events.out.tfevents.gbs, replacing the file, so that exporting an
/// active run again duplicates no point. Skips values that are not finite, which TensorBoard does not draw.
/// Returns the number of points. Throws Error if the run has no metrics or the file cannot be written.
std::size_t export_tensorboard(const std::filesystem::path& run, const std::filesystem::path& folder);

}  // namespace gbs::training
