// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <memory>
#include <vector>

#include "app/base/task_queue.h"
#include "app/session/photo.h"
#include "core/data/phrase_queries.h"
#include "core/image/photo_names.h"
#include "widgets/figures/canvas_content.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// The ground-truth boxes of a data set, from a phrases TSV as `gbs evaluate` reads it (phrase_queries.h), or from the
/// annotations of another tool: those in the folder of a file, or all below a folder.
/// Reads in the background; on failure the boxes opened before are kept.
class GroundTruth : public QObject {
    Q_OBJECT

 public:
    explicit GroundTruth(QObject* parent = nullptr);

    /// Whether the file name ends in .tsv or .xml.
    static bool is_file_name(const QString& path);

    void open(const QString& path);
    void close();
    /// Uses boxes that are already in memory. The images of `queries` are paths of photos; `name`
    /// describes the source.
    void use(const QString& name, const std::vector<PhraseQuery>& queries);
    const QString& file() const { return file_; }  ///< or the name of the source; empty: none is open
    bool busy() const { return reading_; }

    /// What is known of a photo; null: nothing.
    const std::vector<PhraseQuery>* queries(const QString& path) const;
    /// The phrases of a photo, found by its path (core/image/photo_names.h): by the whole one, else relative to the folder
    /// of the file.
    QStringList phrases(const Photo& photo) const;
    /// The boxes of a phrase. Edges are continuous photo pixels.
    std::vector<widgets::CanvasBox> boxes(const Photo& photo, const QString& phrase) const;

 Q_SIGNALS:
    void changed();
    void activity_changed();
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    struct ByImage {
        PhotoNames names;
        std::vector<std::vector<PhraseQuery>> queries;  ///< in the order of the names
    };

    static ByImage group_by_image(const std::vector<PhraseQuery>& queries);
    void adopt(const QString& name, ByImage queries);

    QString file_, folder_;
    ByImage queries_;
    bool reading_ = false;
    TaskQueue reader_{TaskOrder::latest};
};

}  // namespace gbs::app
