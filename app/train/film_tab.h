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

/// One phrase on one photo under each checkpoint that a run has kept: how the model came to see it.
class FilmTab : public QWidget {
    Q_OBJECT

 public:
    explicit FilmTab(CheckpointLoader load, QWidget* parent = nullptr);
    ~FilmTab() override;

    void set_run(const QString& folder);
    /// What the window shows now: the photo is taken, the phrase as well unless a person has typed one.
    void set_question(const QString& photo, const QString& phrase);
    QLineEdit* phrase() const { return phrase_; }
    QPushButton* draw_button() const { return draw_; }
    QPushButton* cancel_button() const { return cancel_; }
    widgets::ImageTiles* tiles() const { return tiles_; }
    QString note() const;

 private:
    QWidget* make_bar();
    void draw();
    void end(const QString& note);
    void refresh();

    QString run_, photo_;
    QLineEdit* phrase_;
    QComboBox* map_;
    QPushButton *draw_, *cancel_;
    QLabel* note_;
    widgets::ImageTiles* tiles_;
    std::vector<FilmFrame> frames_;
    int expected_ = 0;
    quint64 id_ = 0;  ///< of the strip that is being drawn; 0: none
    FilmStrip strip_;
};

}  // namespace gbs::app
