// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/review/review_export.h"

namespace gbs::app {

class MainWindow;

/// The menu entries that export the reviews of the shown photo's folder.
class ReviewExportActions : public QObject {
    Q_OBJECT

 public:
    explicit ReviewExportActions(MainWindow& window);

    void export_to(ReviewFormat format, const QString& file);
    void annotate_in(AnnotationFormat format, const QString& target);

 Q_SIGNALS:
    void exporting();  ///< commit pending edits now

 private:
    void add(const char* id, const QString& text, const QString& tip, ReviewFormat format);
    void add_annotations();
    QString folder() const;
    void ask(ReviewFormat format);

    MainWindow& window_;
    ReviewExporter exporter_;
};

}  // namespace gbs::app
