// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/base/task_queue.h"
#include "app/review/review_annotations.h"

namespace gbs::app {

enum class ReviewFormat {
    csv,     ///< one row per verdict; UTF-8 with byte order mark, for spreadsheets
    jsonl,   ///< one object per photo and phrase with all of its data
    phrases  ///< the true places as tab-separated phrases for `gbs evaluate`
};

/// Formats the reviews, sorted by image, phrase and model. Image names are relative to the folder.
///
/// CSV: image, phrase, model, fingerprint, verdict, note, time, width, height, truths, then whether the maps
/// GbS, i2t and mean hit (1, 0, or empty if unknown), and annotator. Truths are "x1 y1 x2 y2" (box) or "x y" (point) in
/// 0-based inclusive pixels, separated by "; ". Text that a spreadsheet would evaluate as a formula (starting
/// with = + - @, a tab or a line break) gets an apostrophe in front.
///
/// Phrases: corners are 1-based and inclusive. `gbs evaluate` requires boxes with an area, so a truth that is
/// one pixel wide or high (such as a point) grows by one pixel to the right or to the bottom, at the edge to
/// the other side. Truths in photos that are one pixel wide or high are left out. Tabs and line breaks in
/// names and phrases become spaces.
QByteArray export_reviews(const ReviewContents& contents, ReviewFormat format);

/// The number of rows that export_reviews() writes: verdicts, phrases, or truths.
int exported_rows(const ReviewContents& contents, ReviewFormat format);

/// Writes exports in the background.
class ReviewExporter : public QObject {
    Q_OBJECT

 public:
    explicit ReviewExporter(QObject* parent = nullptr) : QObject(parent) {}

    void write(const ReviewContents& contents, ReviewFormat format, const QString& file);
    void write(const AnnotationExport& reviews);

 Q_SIGNALS:
    void written(const QString& file, int rows);
    void annotated(const QString& folder, int photos);
    void failed(const QString& file, const QString& reason);

 private:
    TaskQueue tasks_;
};

}  // namespace gbs::app
