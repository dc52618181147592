// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include "app/review/review_contents.h"

namespace gbs::app {

enum class ReviewFormat {
    csv,     ///< a row a verdict; UTF-8 with byte order mark, for spreadsheets
    jsonl,   ///< an object a photo and phrase, with everything that is known of it
    phrases  ///< the truths as the tab-separated phrases that `gbs evaluate` reads
};

/// The reviews in that format, sorted by image, phrase and model. Names of images are as in the folder.
///
/// CSV: image, phrase, model, fingerprint, verdict, note, time, width, height, truths, then whether the maps
/// GbS, i2t and mean hit (1, 0 or empty where that is not known). Truths are "x1 y1 x2 y2" (box) or "x y"
/// (point) in 0-based inclusive pixels, separated by "; ". Text that a spreadsheet would take for a formula
/// (it begins with = + - @, a tab or a line break) has an apostrophe before it.
///
/// Phrases: corners are 1-based and inclusive. The reader wants boxes with an area: one of a single pixel
/// column or row, a point above all, grows by one pixel to the right or below, at the edge to the other side.
/// A photo of one pixel's width or height cannot have any; such truths are left out, and so are texts that
/// would break a row: tabs and line breaks become blanks.
QByteArray export_reviews(const ReviewContents& contents, ReviewFormat format);

/// How many rows of it: verdicts, phrases, or truths.
int exported_rows(const ReviewContents& contents, ReviewFormat format);

/// Writes exports in the background.
class ReviewExporter : public QObject {
    Q_OBJECT

 public:
    explicit ReviewExporter(QObject* parent = nullptr);
    ~ReviewExporter() override;

    void write(const ReviewContents& contents, ReviewFormat format, const QString& file);

 Q_SIGNALS:
    void written(const QString& file, int rows);
    void failed(const QString& file, const QString& reason);

 private:
    QThreadPool pool_;
};

}  // namespace gbs::app
