// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "app/train/film_strip.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gbs::widgets {
class ImageTiles;
}  // namespace gbs::widgets

namespace gbs::app {

/// One phrase in one photo for each checkpoint of a run.
class FilmTab : public QWidget {
    Q_OBJECT

 public:
    explicit FilmTab(CheckpointLoader load, QWidget* parent = nullptr);
    ~FilmTab() override;

    void set_run(const QString& folder);
    /// Takes over the photo of the window, and its phrase unless the user has typed one.
    void set_question(const QString& photo, const QString& phrase);
    void set_look(const MapLook& look) { look_ = look; }

 private:
    QWidget* make_bar();
    void draw();
    void end(const QString& note);
    void refresh();

    QString run_, photo_;
    MapLook look_;
    QLineEdit* phrase_;
    QComboBox* map_;
    QPushButton *draw_, *cancel_;
    QLabel* note_;
    widgets::ImageTiles* tiles_;
    std::vector<FilmFrame> frames_;
    int expected_ = 0;
    quint64 id_ = 0;  ///< of the current request; 0 for none
    FilmStrip strip_;
};

}  // namespace gbs::app
