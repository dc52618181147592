// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <memory>
#include <vector>

#include "app/base/latest_wins.h"
#include "app/session/photo.h"
#include "core/data/phrase_queries.h"
#include "widgets/figures/canvas_content.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// The true places of a data set, from a phrases TSV as `gbs evaluate` reads it (phrase_queries.h). Read by a
/// worker; what was open is kept when that fails.
class GroundTruth : public QObject {
    Q_OBJECT

 public:
    explicit GroundTruth(QObject* parent = nullptr);

    /// Whether the name looks like such a file.
    static bool is_file_name(const QString& path);

    void open(const QString& file);
    void close();
    /// Boxes that are known already, by the photos' file names; `name` says whose they are.
    void take(const QString& name, const std::vector<PhraseQuery>& queries);
    const QString& file() const { return file_; }  ///< empty: none is open
    bool busy() const { return reading_ > 0; }

    /// The phrases that are known for a photo, by its file name.
    QStringList phrases(const Photo& photo) const;
    /// Edges in photo pixels, continuous.
    std::vector<widgets::CanvasBox> boxes(const Photo& photo, const QString& phrase) const;

 Q_SIGNALS:
    void changed();
    void activity_changed();
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    using ByImage = QHash<QString, std::vector<PhraseQuery>>;

    void read(const QString& file, std::stop_token stop);
    void adopt(const QString& file, std::shared_ptr<const ByImage> queries, const QString& what);
    const std::vector<PhraseQuery>* queries_of(const Photo& photo) const;

    QString file_;
    std::shared_ptr<const ByImage> queries_;
    int reading_ = 0;
    LatestWins<QString> reader_;
};

}  // namespace gbs::app
