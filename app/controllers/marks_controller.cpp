// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/marks_controller.h"

#include <QAction>
#include <QFileInfo>
#include <utility>
#include <vector>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/frame/main_window.h"
#include "app/review/review_annotations.h"
#include "core/image/image.h"

namespace gbs::app {

namespace {

using MarksByFolder = QHash<QString, QVector<ReviewChange>>;

/// A photo that cannot be read has no marks.
MarksByFolder read_marks(const std::vector<std::pair<QString, std::vector<PhraseQuery>>>& photos) {
    MarksByFolder marks;
    for (const auto& [path, queries] : photos) {
        try {
            const ImageSize size = read_image_size(to_path(path));
            marks[ReviewSession::folder_of(path)]
                << to_marks(queries, QFileInfo(path).fileName(), {size.width, size.height});
        } catch (const Error& error) {
            log_failure(QString::fromUtf8(error.what()));
        }
    }
    return marks;
}

}  // namespace

MarksController::MarksController(MainWindow& window) : QObject(&window), window_(window) {
    QMenu* const menu = window_.menu(MenuId::review);
    action_ = window_.action_registry()->add(
        menu, QStringLiteral("review.take_truth"), tr("Use &Ground Truth as Marks"), {}, {},
        tr("Marks the boxes, outlines and points of the ground truth in all open photos, for phrases without marks"));
    connect(action_, &QAction::triggered, this, &MarksController::take_ground_truth);
    GroundTruth* const truth = window_.explorer()->truth();
    const auto refresh = [this, truth] { action_->setEnabled(!truth->file().isEmpty()); };
    connect(truth, &GroundTruth::changed, this, refresh);
    refresh();
    connect(window_.explorer()->review(), &ReviewSession::marks_added, this, [this](int phrases) {
        window_.show_message(widgets::Severity::info, tr("Marks added to %n phrase(s).", nullptr, phrases));
    });
}

void MarksController::take_ground_truth() {
    Explorer* const explorer = window_.explorer();
    std::vector<std::pair<QString, std::vector<PhraseQuery>>> photos;
    for (const QString& path : explorer->browser()->images())
        if (const auto* const queries = explorer->truth()->queries(path)) photos.emplace_back(path, *queries);
    run_in_background(
        this, [photos = std::move(photos)] { return read_marks(photos); },
        [explorer](const MarksByFolder& marks) {
            for (auto it = marks.begin(); it != marks.end(); ++it)
                explorer->review()->add_marks(it.key(), *it);
        });
}

}  // namespace gbs::app
