// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/base/latest_wins.h"
#include "app/train/preview_reader.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace gbs::app {

/// What a person asks of the previews of a run.
struct PreviewWish {
    QString run;
    std::optional<qint64> step;  ///< none: the newest
    QString alpha;               ///< only blends of this generator; empty: of any
    int sample = 0;              ///< which of those
    bool only_news = false;      ///< nothing need be answered where nothing is new
};

/// The answer.
struct PreviewShown {
    QString run;
    QVector<PreviewEntry> previews;
    int at = -1;               ///< which of them; -1: there is none
    QVector<PreviewRow> rows;  ///< of that preview
    QVector<int> samples;      ///< the rows of the wished generator
    int sample = -1;           ///< which of `samples` is shown; -1: there is none
    widgets::SeparationImages images;
    QString problem;
};

/// The blends of a run's previews and how the model takes them apart, at the newest step or at any that is
/// kept. Reads only while it is seen.
class SeparationTab : public QWidget {
    Q_OBJECT

 public:
    explicit SeparationTab(QWidget* parent = nullptr);
    ~SeparationTab() override;

    void set_run(const QString& folder);
    widgets::SeparationView* view() const { return view_; }
    QSlider* slider() const { return slider_; }
    QToolButton* follow_button() const { return follow_; }
    QComboBox* alpha_box() const { return alpha_; }
    QComboBox* sample_box() const { return sample_; }
    QString note() const;
    const PreviewShown& shown() const { return shown_; }
    int answers() const { return answers_; }

 Q_SIGNALS:
    void refreshed();

 protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    QWidget* make_bar();
    void look(bool only_news = false);
    void handle(const PreviewWish& wish, const std::stop_token& stop);
    void show_answer(const PreviewShown& answer);
    void refresh_boxes();
    void step_to(int index);

    widgets::SeparationView* view_;
    QLabel *note_, *step_;
    QSlider* slider_;
    QToolButton *back_, *forward_, *follow_;
    QComboBox *alpha_, *sample_;
    QTimer timer_{this};
    QString run_;
    PreviewShown shown_;
    int answers_ = 0;
    PreviewShown last_;  ///< of the worker: what was answered last
    LatestWins<PreviewWish> worker_;
};

}  // namespace gbs::app
