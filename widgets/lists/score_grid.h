// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QWidget>
#include <optional>

namespace gbs::widgets {

class EmptyNote;

/// A photo with the map of a phrase.
struct GridPhoto {
    QString path;
    float peak = 0;                   ///< of the mean map
    std::optional<float> strength{};  ///< core/image/strength_level.h; nothing if the model does not know
    QImage picture;
    QString problem;  ///< why there is no picture
};

/// Photos with the map of one phrase, the strongest or the highest value first.
class ScoreGrid : public QWidget {
    Q_OBJECT

 public:
    explicit ScoreGrid(QWidget* parent = nullptr);

    /// Empties the grid for a phrase and that many photos.
    void begin(const QString& phrase, int photos);
    void add(const GridPhoto& photo);
    /// All photos are there, or it was stopped; `text` says so.
    void end(const QString& text);
    QListView* list() const { return list_; }
    QComboBox* order() const { return order_; }

 Q_SIGNALS:
    void start_requested();
    void stop_requested();
    void pause_requested(bool pause);  ///< false: to go on
    void photo_chosen(const QString& path);

 private:
    void show_pause(bool paused);
    int sort_role() const;
    void sort();

    QLabel* title_;
    QComboBox* order_;
    QProgressBar* progress_;
    QPushButton *start_, *pause_, *stop_;
    QStandardItemModel model_;
    QListView* list_;
    EmptyNote* empty_;
    bool paused_ = false;
};

}  // namespace gbs::widgets
