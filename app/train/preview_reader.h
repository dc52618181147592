// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "widgets/tiles/separation_view.h"

// Reads the previews of a run. For workers, since disks may be slow.
namespace gbs::app {

/// A saved preview.
struct PreviewEntry {
    qint64 step = 0;
    QString folder;

    bool operator==(const PreviewEntry&) const = default;
};

/// The saved previews of a run by ascending step.
QVector<PreviewEntry> find_previews(const QString& run);

/// The entry of one blend in preview.json.
struct PreviewRow {
    QString text1, text2, text_neg;
    QString alpha;  ///< the generator as in options, such as "perlin"; empty if missing

    bool operator==(const PreviewRow&) const = default;
};

/// The blends of a preview. Throws Error if preview.json is missing or damaged.
QVector<PreviewRow> read_preview_rows(const PreviewEntry& preview);

/// The images of a blend. Missing, too large and damaged images are null; adds the last two to `problems`.
widgets::SeparationImages read_preview_images(const PreviewEntry& preview, int row, QStringList& problems);

/// The display name of a generator, such as "Perlin noise"; unknown names are returned unchanged.
QString alpha_title(const QString& name);

}  // namespace gbs::app
