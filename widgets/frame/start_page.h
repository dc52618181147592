// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QImage>
#include <QStringList>
#include <QToolButton>
#include <QWidget>
#include <vector>

class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace gbs::widgets {

/// A suggestion: a phrase on a photo.
struct StartIdea {
    QString photo;
    QString phrase;
};

/// The page shown while nothing is open: a hint, sample photos, suggestions and recent folders. Only emits
/// requests. The buttons are named "sample", "idea" and "recent".
class StartPage : public QWidget {
    Q_OBJECT

 public:
    static constexpr QSize thumbnail_size{150, 112};

    explicit StartPage(QWidget* parent = nullptr);

    void set_samples(const QStringList& photos);
    /// The thumbnail of a sample.
    void set_thumbnail(const QString& photo, const QImage& thumbnail);
    void set_ideas(const std::vector<StartIdea>& ideas);
    void set_recent_folders(const QStringList& folders);

 Q_SIGNALS:
    void open_photo_requested();
    void open_folder_requested();
    void path_requested(const QString& path);  ///< a sample or a recent folder
    void idea_requested(const gbs::widgets::StartIdea& idea);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    QWidget* make_head();
    void arrange();

    QWidget *samples_part_, *ideas_part_, *recents_part_;
    QGridLayout* samples_row_;
    QScrollArea* scroll_ = nullptr;
    QGridLayout* grid_ = nullptr;
    QVBoxLayout *ideas_column_, *recents_column_;
    QList<QToolButton*> samples_, ideas_, recents_;
    QHash<QString, QToolButton*> button_of_;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::StartIdea)
