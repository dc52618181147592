#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QPixmap>
#include <QSet>
#include <QStringList>

namespace gbs {

/// Paths of images with thumbnails that are asked for when a row is first drawn, and kept within a bound.
class ImageListModel : public QAbstractListModel {
    Q_OBJECT

 public:
    enum Role { PathRole = Qt::UserRole + 1, BrokenRole };
    static constexpr QSize thumbnail_size{72, 54};

    explicit ImageListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const QStringList& paths() const { return paths_; }
    void set_paths(const QStringList& paths);
    int row_of(const QString& path) const { return rows_.value(path, -1); }
    /// A null image: there is none to show.
    void set_thumbnail(const QString& path, const QImage& thumbnail);
    /// The thumbnail will not come: it is asked for again when the row is next drawn.
    void forget_wish(const QString& path) { wanted_.remove(path); }
    /// A file that could not be opened: shown as such, and skipped by the keys.
    void set_broken(const QString& path, bool broken);
    bool is_broken(const QString& path) const { return broken_.contains(path); }

 Q_SIGNALS:
    void thumbnail_wanted(const QString& path) const;

 private:
    QPixmap placeholder(const QString& icon) const;

    QStringList paths_;
    QHash<QString, int> rows_;
    mutable QCache<QString, QPixmap> thumbnails_;
    mutable QSet<QString> wanted_;
    QSet<QString> broken_;
};

}  // namespace gbs
