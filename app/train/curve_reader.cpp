// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/curve_reader.h"

#include <QDir>
#include <QFileInfo>
#include <optional>
#include <utility>

#include "app/base/convert.h"
#include "training/run/run_clock.h"

namespace gbs::app {

namespace {

constexpr qsizetype max_other_names = 200;

QStringList list_other_runs(const QString& run) {
    const QFileInfo own(run);
    QStringList found;
    for (const QFileInfo& entry :
         QDir(own.absolutePath()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (found.size() == max_other_names) break;
        const QString path = entry.absoluteFilePath();
        if (path != own.absoluteFilePath() && QFileInfo::exists(path + QStringLiteral("/metrics.jsonl")))
            found << path;
    }
    return found;
}

}  // namespace

/// The read position in one run. Used by one task at a time.
class CurveReader::Follower {
 public:
    explicit Follower(const QString& folder) {
        curves_.folder = folder;
        curves_.name = QFileInfo(folder).fileName();
    }

    /// Reads appended lines and returns whether anything changed.
    bool read() {
        const std::filesystem::path folder = to_path(curves_.folder);
        if (!clock_) clock_.emplace(training::stage_lengths(folder));
        const training::MetricsChunk chunk = training::read_metrics(folder, position_);
        if (chunk.restarted) {
            // The run was resumed from an earlier step, possibly with other options.
            curves_.table = {};
            curves_.damaged = 0;
            clock_.emplace(training::stage_lengths(folder));
        }
        position_ = chunk.position;
        widgets::CurveBlock block;
        for (const training::MetricsRecord& record : chunk.records) {
            const training::RunProgress progress = clock_->take(record);
            block.add_row(static_cast<double>(record.step), progress.samples, progress.seconds);
            for (const auto& [name, value] : record.values)
                if (name != "time" && name != "stage") block.set_value(QString::fromStdString(name), value);
        }
        curves_.table.append(block);
        curves_.damaged += chunk.damaged;
        curves_.time_is_estimated = clock_->estimated();
        curves_.complete = !chunk.more;
        return chunk.restarted || block.rows() > 0 || chunk.damaged > 0;
    }
    const RunCurves& curves() const { return curves_; }
    /// The reader looks every second, and the reason stays the same.
    void log_once(const QString& reason) {
        if (std::exchange(failure_, reason) != reason) log_failure(reason);
    }

 private:
    RunCurves curves_;
    QString failure_;
    training::MetricsPosition position_;
    std::optional<training::RunClock> clock_;
};

CurveReader::CurveReader(QObject* parent) : QObject(parent) {
    timer_.setInterval(period);
    connect(&timer_, &QTimer::timeout, this, &CurveReader::look);
}

CurveReader::~CurveReader() = default;

void CurveReader::set_runs(const QStringList& folders) {
    if (folders == folders_) return;
    folders_ = folders;
    std::map<QString, std::shared_ptr<Follower>> kept;
    for (const QString& folder : folders) {
        const auto known = followers_.find(folder);
        kept[folder] = known == followers_.end() ? std::make_shared<Follower>(folder) : known->second;
    }
    followers_ = std::move(kept);
    changed_ = true;
    look();
}

void CurveReader::set_watching(bool watching) {
    watching_ = watching;
    if (!watching) return timer_.stop();
    timer_.start();
    look();
}

CurveReader::Look CurveReader::look_at(const QStringList& folders,
                                       const std::vector<std::shared_ptr<Follower>>& followers) {
    Look look;
    for (const auto& follower : followers) {
        try {
            look.changed = follower->read() || look.changed;
            look.more = look.more || !follower->curves().complete;
        } catch (const std::exception&) {
            follower->log_once(describe_exception());  // the curves of the other runs go on
        }
        look.curves << follower->curves();
    }
    if (!folders.isEmpty()) look.others = list_other_runs(folders.front());
    return look;
}

void CurveReader::look() {
    if (!watching_) return;
    if (looking_) {
        again_ = true;
        return;
    }
    looking_ = true;
    std::vector<std::shared_ptr<Follower>> followers;
    for (const QString& folder : folders_) followers.push_back(followers_.at(folder));
    tasks_.submit(
        this, [folders = folders_, followers = std::move(followers)] { return look_at(folders, followers); },
        [this](const Look& result) { finish(result); },
        [this](const QString& reason) {
            log_failure(reason);
            finish({});
        });
}

void CurveReader::finish(const Look& look) {
    looking_ = false;

    const bool outdated = std::exchange(again_, false);
    QStringList seen;
    for (const RunCurves& curves : look.curves) seen << curves.folder;
    if (seen == folders_) {
        if (look.others != others_) Q_EMIT found_others(others_ = look.others);
        if (look.changed || std::exchange(changed_, false)) Q_EMIT read(look.curves);
    }
    if (outdated || look.more) this->look();
}

}  // namespace gbs::app
