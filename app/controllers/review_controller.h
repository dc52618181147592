// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "app/controllers/review_export_actions.h"
#include "app/review/review_session.h"
#include "widgets/review/review_panel.h"

class QAction;
class QDockWidget;

namespace gbs::widgets {
class ReviewStatisticsDialog;
}  // namespace gbs::widgets

namespace gbs::app {

class CanvasController;
class Explorer;
class ImagesController;
class MainWindow;

/// Reviews: the panel, its menu and shortcuts, marks on the photo, badges of the images, and statistics.
class ReviewController : public QObject {
    Q_OBJECT

 public:
    ReviewController(MainWindow& window, ImagesController& images, CanvasController& canvas);

 Q_SIGNALS:
    void disagreements_requested(const QStringList& people);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    QAction* add(const char* id, const QString& text, const QList<QKeySequence>& keys, const QString& icon,
                 const QString& tip, std::function<void()> what);
    void build_actions();
    void connect_panel();
    void connect_session();
    void open_folders();
    void show_badges();
    ReviewSubject subject() const;
    QString folder() const;
    QString problem() const;
    QString others() const;
    void show_subject();
    void show_saved();
    void judge(widgets::Verdict verdict);
    void clear();
    void go_on();
    void go_to_unjudged();
    void revisit(const QString& path, const QString& phrase);
    void set_tool(widgets::TruthTool tool);
    void mark(const widgets::Truth& truth);
    void mark_peak();
    void draw_truths();
    void show_marks();
    void connect_canvas();
    void record_peaks();
    void show_statistics();
    void refresh_statistics();
    void list_photos(const QString& model, const QString& phrase, widgets::Verdict verdict);
    void ask_before_closing();

    MainWindow& window_;
    ImagesController& images_;
    CanvasController& canvas_;
    Explorer& explorer_;
    ReviewSession& session_;
    widgets::ReviewPanel* panel_;
    QDockWidget* dock_;
    std::array<QAction*, 5> verdicts_{};  ///< right, wrong, unsure, absent, clear
    QAction *point_ = nullptr, *box_ = nullptr, *polygon_ = nullptr;
    ReviewSubject shown_;    ///< the subject of the panel
    QString wanted_phrase_;  ///< to select when its photo is shown
    ReviewExportActions* exports_ = nullptr;
    QVector<widgets::Truth> drawn_;  ///< the marks on the canvas
    QPointer<widgets::ReviewStatisticsDialog> statistics_;
    QStringList folders_;  ///< of the listed images
    QTimer statistics_timer_, badges_timer_;
    bool close_unsaved_ = false;
};

}  // namespace gbs::app
