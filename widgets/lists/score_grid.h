// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QWidget>

namespace gbs::widgets {

class EmptyNote;

/// Photos with the map of one phrase, the highest value first.
class ScoreGrid : public QWidget {
    Q_OBJECT

 public:
    explicit ScoreGrid(QWidget* parent = nullptr);

    /// Empties the grid for a phrase and that many photos.
    void begin(const QString& phrase, int photos);
    /// `problem`: why there is no picture.
    void add(const QString& path, float score, const QImage& picture, const QString& problem);
    /// All photos are there, or it was stopped; `text` says so.
    void end(const QString& text);
    QListView* list() const { return list_; }

 Q_SIGNALS:
    void start_requested();
    void stop_requested();
    void photo_chosen(const QString& path);

 private:
    QLabel* title_;
    QProgressBar* progress_;
    QPushButton *start_, *stop_;
    QStandardItemModel model_;
    QListView* list_;
    EmptyNote* empty_;
};

}  // namespace gbs::widgets
