// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "widgets/tiles/separation_view.h"

// Reading of the previews of a run. Slow on a slow disk: for workers.
namespace gbs::app {

/// A kept preview.
struct PreviewEntry {
    qint64 step = 0;
    QString folder;

    bool operator==(const PreviewEntry&) const = default;
};

/// The kept previews of a run by ascending step.
QVector<PreviewEntry> find_previews(const QString& run);

/// What preview.json says of one blend.
struct PreviewRow {
    QString text1, text2, text_neg;
    QString alpha;  ///< the generator, as in options: "perlin"; empty: it is not said

    bool operator==(const PreviewRow&) const = default;
};

/// The blends of a preview. Throws Error where preview.json is missing or damaged.
QVector<PreviewRow> read_preview_rows(const PreviewEntry& preview);

/// The images of a blend. What is not there, too large or damaged stays null, and `problems` says why (what
/// is merely missing is no problem).
widgets::SeparationImages read_preview_images(const PreviewEntry& preview, int row, QStringList& problems);

/// The generator as a person reads it: "Perlin noise". Unknown names come back as they are.
QString alpha_title(const QString& name);

}  // namespace gbs::app
