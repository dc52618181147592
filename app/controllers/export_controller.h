// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/export/batch_dialog.h"
#include "app/export/export_queue.h"
#include "app/export/figure_export.h"
#include "app/export/folder_export_job.h"
#include "widgets/frame/popover_button.h"

namespace gbs::app {

class Explorer;
class ImagesController;
class MainWindow;

/// Exports: figures of the current view, heatmaps of photos and folders, and reports. Background jobs write
/// the files; a dock lists the jobs, which outlive the window.
class ExportController : public QObject {
    Q_OBJECT

 public:
    ExportController(MainWindow& window, const ImagesController& images);

    /// The caption and the legend of a figure of what is shown.
    FigureText figure_text() const;
    /// Opens the dialogs for the options and the file of a figure.
    void ask_figure();
    void copy_figure();
    void ask_batch(BatchKind kind);
    void start_figure(const FigureOptions& options, const QString& path);
    void start_maps(const PhotoScope& scope, const MapFilesOptions& options, const QString& folder);
    void start_report(const PhotoScope& scope, const QString& path,
                      const std::vector<MapKind>& maps = {all_map_kinds.begin(), all_map_kinds.end()});

 private:
    void build_actions();
    void connect_queue();
    void show_badge();
    void refresh_actions();
    bool may_close();
    QString unfinished() const;
    QStringList shown_phrases() const;
    QStringList phrases_of(const PhotoScope& scope) const;
    std::vector<PhotoScope> scopes() const;
    /// The groundings of the shown photo; empty if any phrase is missing.
    std::vector<Grounding> known_groundings(const QStringList& phrases) const;
    GrounderFactory factory() const;
    void open_result(int id);
    void report_end(int id);

    MainWindow& window_;
    const ImagesController& images_;
    Explorer& explorer_;
    ExportQueue* queue_;
    widgets::JobList* list_;
    widgets::PopoverButton* button_;
    QVector<QAction*> actions_;
    bool asking_ = false;  ///< the question whether to close with jobs running is open
};

}  // namespace gbs::app
