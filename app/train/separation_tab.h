// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/base/task_queue.h"
#include "app/train/preview_reader.h"
#include "widgets/frame/message_bar.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace gbs::app {

/// A request for a blend of a run's previews.
struct PreviewRequest {
    QString run;
    std::optional<qint64> step;  ///< nullopt for the latest
    QString alpha;               ///< only blends of this generator; empty for any
    int sample = 0;              ///< index among those
    bool only_news = false;      ///< repeat the last answer if nothing has changed
};

/// The answer to a PreviewRequest.
struct PreviewShown {
    QString run;
    QVector<PreviewEntry> previews;
    int at = -1;               ///< index of the preview; -1 for none
    QVector<PreviewRow> rows;  ///< of that preview
    QVector<int> samples;      ///< the rows of the requested generator
    int sample = -1;           ///< index in `samples`; -1 for none
    widgets::SeparationImages images;
    QString problem;
};

/// The blends of a run's previews and their separation by the model, at the latest or any saved step. Reads
/// only while visible.
class SeparationTab : public QWidget {
    Q_OBJECT

 public:
    explicit SeparationTab(QWidget* parent = nullptr);
    ~SeparationTab() override;

    void set_run(const QString& folder);
    /// Writes what is shown as PNG, on white, with its texts. Ends with exported() or message().
    void export_to(const QString& path);

 Q_SIGNALS:
    void message(gbs::widgets::Severity severity, const QString& text);
    void exported(const QString& path);
    void refreshed();

 protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    QWidget* make_bar();
    void look(bool only_news = false);

    void show_answer(const PreviewShown& answer);
    void refresh_boxes();
    void step_to(int index);
    void ask_for_file();

    widgets::SeparationView* view_;
    QLabel *note_, *step_;
    QSlider* slider_;
    QToolButton *back_, *forward_, *follow_, *save_;
    QComboBox *alpha_, *sample_;
    QTimer timer_{this};
    QString run_;
    PreviewShown shown_;
    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
