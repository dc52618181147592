// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/export/batch_dialog.h"
#include "app/export/export_queue.h"
#include "app/export/figure_export.h"
#include "app/export/folder_export_job.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// Everything that leaves the program: figures of what is seen, heatmaps, folders of them and reports.
/// Writing is done by jobs in the background, which a dock shows; they outlive the window.
class ExportController : public QObject {
    Q_OBJECT

 public:
    explicit ExportController(MainWindow& window);

    ExportQueue* queue() const { return queue_; }
    widgets::JobList* job_list() const { return list_; }
    QDockWidget* dock() const { return dock_; }

    /// Asks what is to be in the figure and where it goes.
    void ask_figure();
    void copy_figure();
    void ask_batch(BatchKind kind);
    void start_figure(const FigureOptions& options, const QString& path);
    void start_maps(const PhotoScope& scope, const MapFilesOptions& options, const QString& folder);
    void start_report(const PhotoScope& scope, const QString& path);

 private:
    void build_actions();
    void connect_queue();
    void refresh_actions();
    bool may_close();
    FigureText figure_text() const;
    QStringList shown_phrases() const;
    std::vector<PhotoScope> scopes() const;
    /// The groundings of the photo that is shown, if those of all phrases are there.
    std::vector<Grounding> known_groundings(const QStringList& phrases) const;
    GrounderFactory factory() const;
    void open_result(int id);
    void tell_end(int id);

    MainWindow& window_;
    Explorer& explorer_;
    ExportQueue* queue_;
    widgets::JobList* list_;
    QDockWidget* dock_;
    QVector<QAction*> actions_;
    bool asking_ = false;  ///< whether to close although jobs run
};

}  // namespace gbs::app
