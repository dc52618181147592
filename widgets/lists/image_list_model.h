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

/// Paths of images with thumbnails that are asked for when a row is first drawn, and kept within a bound, and
/// with the verdicts that are known. Made for tens of thousands of rows.
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
    /// Where little differs from what is there, rows come and go singly, so that views keep selection and
    /// place; otherwise the model is reset. Thumbnails and verdicts are kept by path.
    void set_paths(const QStringList& paths);
    /// Rows at the end, while a search goes on. None of them may be there already.
    void append_paths(const QStringList& batch);
    int row_of(const QString& path) const;
    /// The path below the folder that all images have in common.
    QStringView name_of(int row) const { return QStringView(paths_[row]).mid(root_.size()); }

    /// A null image: there is none to show.
    void set_thumbnail(const QString& path, const QImage& thumbnail);
    /// The thumbnail will not come: it is asked for again when the row is next drawn.
    void forget_wish(const QString& path) { wanted_.remove(path); }
    /// Files may have changed: thumbnails are asked for again when their rows are next drawn, and broken
    /// files get another chance.
    void refresh_thumbnails();
    /// A file that could not be opened: shown as such, and skipped by the keys.
    void set_broken(const QString& path, bool broken);
    bool is_broken(const QString& path) const { return broken_.contains(path); }

    void set_verdicts(const QHash<QString, VerdictSummary>& verdicts);  ///< of all images, by path
    void set_verdict(const QString& path, const VerdictSummary& verdict);
    VerdictSummary verdict_of(int row) const { return verdicts_.value(paths_[row]); }

 Q_SIGNALS:
    void thumbnail_wanted(const QString& path) const;
    void paths_changed();  ///< after rows came or went, once for each call

 private:
    struct Thumbnail {
        QPixmap pixmap;
        int round = 0;  ///< of refresh_thumbnails
    };

    QVariant decoration(const QString& path) const;
    const QPixmap& placeholder(const QString& icon) const;
    bool change_in_place(const QStringList& paths);
    void remove_rows(int first, int last);
    void insert_rows(const QStringList& all, int first, int last);
    void narrow_root(const QStringList& added);
    void finish_change(const QString& old_root);

    QStringList paths_;
    QString root_;  ///< the folder that all have in common, with a slash at its end
    mutable QHash<QString, int> rows_;
    mutable bool rows_known_ = true;  ///< else `rows_` is to be made when it is needed
    mutable QCache<QString, Thumbnail> thumbnails_;
    mutable QSet<QString> wanted_;
    mutable QHash<QString, QPixmap> placeholders_;  ///< by icon and look of the screen
    int round_ = 0;
    QSet<QString> broken_;
    QHash<QString, VerdictSummary> verdicts_;
};

}  // namespace gbs::widgets
