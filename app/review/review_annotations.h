// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "app/review/review_contents.h"
#include "core/data/phrase_query.h"
#include "core/report/annotation_files.h"

namespace gbs::app {

/// Reviews of a folder to write for another tool, with one person's verdicts on one model.
struct AnnotationExport {
    ReviewContents contents;
    QString folder;  ///< of the photos
    QString annotator;
    ReviewedModel model;
    AnnotationFormat format = AnnotationFormat::labelme;
    QString target;  ///< folder
};

/// Writes the true places, and verdicts where the format has a place for them. Files of labelme that are there are
/// changed only where a place has changed; other files that are there are refused. Returns the number of photos.
/// Throws Error.
int write_annotations(const AnnotationExport& reviews);

/// The other way: the boxes, outlines and points of annotations as true places of a photo, a change for each phrase. `photo` is
/// the size as shown.
QVector<ReviewChange> to_marks(const std::vector<PhraseQuery>& queries, const QString& image, QSize photo);

}  // namespace gbs::app
