#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "app/review/review_export.h"
#include "app/review/review_session.h"
#include "widgets/review_panel.h"

class QAction;
class QDockWidget;

namespace gbs {

class Explorer;
class MainWindow;
class ReviewStatisticsDialog;

/// Judging: the panel, its menu and keys, marks on the photo, statistics and exports.
class ReviewController : public QObject {
    Q_OBJECT

 public:
    explicit ReviewController(MainWindow& window);

    ReviewPanel* panel() const { return panel_; }
    QDockWidget* dock() const { return dock_; }
    ReviewExporter* exporter() { return &exporter_; }
    void export_to(ReviewFormat format, const QString& file);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    QAction* add(const char* id, const QString& text, const QList<QKeySequence>& keys, const QString& icon,
                 const QString& tip, std::function<void()> what);
    void build_actions();
    void build_export_actions();
    void connect_panel();
    void connect_session();
    void open_folders();
    ReviewSubject subject() const;
    QString folder() const;
    QString problem() const;
    void show_subject();
    void show_saved();
    void judge(Verdict verdict);
    void clear();
    void go_on();
    void go_to_unjudged();
    void revisit(const QString& path, const QString& phrase);
    void set_tool(TruthTool tool);
    void mark(const Truth& truth);
    void mark_peak();
    void draw_truths();
    void record_peaks();
    void show_statistics();
    void refresh_statistics();
    void ask_for_export(ReviewFormat format);
    void ask_before_closing();

    MainWindow& window_;
    Explorer& explorer_;
    ReviewSession& session_;
    ReviewPanel* panel_;
    QDockWidget* dock_;
    std::array<QAction*, 4> verdicts_{};  ///< right, wrong, unsure, clear
    QAction *point_ = nullptr, *box_ = nullptr;
    ReviewSubject shown_;    ///< what the panel is about
    QString wanted_phrase_;  ///< to be the current one when its photo is shown
    ReviewExporter exporter_;
    QVector<Truth> drawn_;  ///< what the canvas has
    QPointer<ReviewStatisticsDialog> statistics_;
    QTimer statistics_timer_;
    bool close_unsaved_ = false;
};

}  // namespace gbs
