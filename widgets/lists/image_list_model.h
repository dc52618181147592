// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QPixmap>
#include <QSet>
#include <QStringList>

#include "widgets/lists/verdict_summary.h"

namespace gbs::widgets {

/// Image paths with thumbnails and verdicts, for tens of thousands of rows. Thumbnails are requested when a
/// row is first drawn and kept in a bounded cache.
class ImageListModel : public QAbstractListModel {
    Q_OBJECT

 public:
    enum Role {
        PathRole = Qt::UserRole + 1,
        BrokenRole,   ///< bool
        VerdictRole,  ///< VerdictSummary
    };
    static constexpr QSize thumbnail_size{72, 54};

    explicit ImageListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const QStringList& paths() const { return paths_; }
    /// Inserts and removes single rows if little changes, so that views keep selection and position;
    /// otherwise resets the model. Keeps thumbnails and verdicts by path.
    void set_paths(const QStringList& paths);
    /// Appends rows during a search. They must be new.
    void append_paths(const QStringList& batch);
    int find_row(const QString& path) const;
    /// The path relative to the common folder of all images.
    QStringView display_name(int row) const { return QStringView(paths_[row]).mid(root_.size()); }

    /// A null image marks the file as broken.
    void set_thumbnail(const QString& path, const QImage& thumbnail);
    /// The request was dropped: it is repeated when the row is next drawn.
    void forget_request(const QString& path) { wanted_.remove(path); }
    /// Call if files may have changed: requests thumbnails again when their rows are next drawn, and
    /// retries broken files.
    void refresh_thumbnails();
    /// A file that cannot be opened: marked, and skipped by keyboard navigation.
    void set_broken(const QString& path, bool broken);
    bool is_broken(const QString& path) const { return broken_.contains(path); }

    void set_verdicts(const QHash<QString, VerdictSummary>& verdicts);  ///< for all images, by path
    void set_verdict(const QString& path, const VerdictSummary& verdict);
    VerdictSummary verdict_at(int row) const { return verdicts_.value(paths_[row]); }

 Q_SIGNALS:
    void thumbnail_wanted(const QString& path) const;
    void paths_changed();  ///< once per call that inserted or removed rows

 private:
    struct Thumbnail {
        QPixmap pixmap;
        int round = 0;  ///< value of round_ at its request
    };

    QVariant decoration(const QString& path) const;
    const QPixmap& placeholder(const QString& icon) const;
    bool change_in_place(const QStringList& paths);
    void remove_rows(int first, int last);
    void insert_rows(const QStringList& all, int first, int last);
    void narrow_root(const QStringList& added);
    void finish_change(const QString& old_root);

    QStringList paths_;
    QString root_;  ///< the common folder, with a trailing slash
    mutable QHash<QString, int> rows_;
    mutable bool rows_known_ = true;  ///< false: rebuild `rows_` on demand
    mutable QCache<QString, Thumbnail> thumbnails_;
    mutable QSet<QString> wanted_;
    mutable QHash<QString, QPixmap> placeholders_;  ///< by icon, pixel ratio and palette
    int round_ = 0;
    QSet<QString> broken_;
    QHash<QString, VerdictSummary> verdicts_;
};

}  // namespace gbs::widgets
