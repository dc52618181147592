// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/exporting_source.h"

#include <cstdio>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_text.h"
#include "core/base/packed_json.h"
#include "core/base/trace.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Results = std::vector<std::vector<MapResult>>;

class Exporter final : public ExportingSource {
 public:
    Exporter(std::shared_ptr<MapSource> source, fs::path folder)
        : source_(std::move(source)), folder_(std::move(folder)) {
        std::error_code code;
        for (const auto& name : source_->names()) {
            fs::create_directories(folder_ / name, code);
            if (code)
                throw Error("cannot create the folder " + (folder_ / name).string() + ": " + code.message());
        }
    }

    std::vector<std::string> names() const override { return source_->names(); }
    bool has_plateaus() const override { return source_->has_plateaus(); }
    bool needs_photo() const override { return source_->needs_photo(); }
    bool is_model() const override { return source_->is_model(); }
    std::string warning() const override { return source_->warning(); }
    json about() const override { return source_->about(); }

    bool concurrent() const override { return source_->concurrent(); }
    Results maps(const MapRequest& request, std::stop_token stop) override {
        return source_->maps(request, stop);
    }

    void keep(const MapRequest& request, std::span<const std::vector<MapResult>> results) override {
        const TraceSpan span("write maps");
        source_->keep(request, results);
        std::vector<std::string> lines(results.size());
        for (std::size_t i = 0; i < request.phrases.size(); ++i)
            for (std::size_t k = 0; k < results.size(); ++k) {
                const auto* map = std::get_if<Heatmap>(&results[k][i]);
                if (!map) continue;
                char file[32];
                std::snprintf(file, sizeof file, "/%06zu.npy", request.earlier + i + 1);
                const std::string name = names()[k] + file;
                write_npy(*map, folder_ / name);
                lines[k] += json_text(json{
                                {"image", request.image}, {"phrase", request.phrases[i]}, {"file", name}}) +
                            "\n";
            }
        const std::lock_guard lock(mutex_);
        lines_[request.earlier] = std::move(lines);
    }

    void finish_export(Team& team) override {
        for (const std::string& bytes : team.gather(packed(lines_))) {
            std::map<std::size_t, std::vector<std::string>> of_rank = unpacked(bytes);
            lines_.merge(of_rank);
        }
        if (!team.first()) return;
        for (std::size_t k = 0; k < names().size(); ++k) {
            std::string manifest;
            for (const auto& [earlier, of_maps] : lines_) manifest += of_maps[k];
            write_atomically(folder_ / (names()[k] + ".jsonl"), manifest);
        }
    }

 private:
    std::shared_ptr<MapSource> source_;
    fs::path folder_;
    std::mutex mutex_;
    std::map<std::size_t, std::vector<std::string>> lines_;  ///< of each manifest, by the place of the image
};

}  // namespace

std::shared_ptr<ExportingSource> make_exporting_source(std::shared_ptr<MapSource> source,
                                                       const fs::path& folder) {
    return std::make_shared<Exporter>(std::move(source), folder);
}

}  // namespace gbs
