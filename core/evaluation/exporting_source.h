// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>

#include "core/base/team.h"
#include "core/evaluation/map_sources.h"

namespace gbs {

/// Forwards the maps of another source and writes each of them below a folder:
/// FOLDER/NAME/000001.npy, listed in the manifest FOLDER/NAME.jsonl, which `make_manifest_source` reads.
class ExportingSource : public MapSource {
 public:
    /// Writes the manifests, of the maps of all processes of a team, on rank 0.
    virtual void finish_export(Team& team = alone()) = 0;
};
std::shared_ptr<ExportingSource> make_exporting_source(std::shared_ptr<MapSource> source,
                                                       const std::filesystem::path& folder);

}  // namespace gbs
