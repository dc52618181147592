// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/preview_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "training/alpha/alpha_generators.h"
#include "training/run/run_reader.h"

namespace gbs::app {

using widgets::SeparationImages;

namespace {

constexpr qint64 max_json_bytes = 4 << 20;
constexpr int max_rows = 64, max_side = 4096;
constexpr qint64 max_image_bytes = 64 << 20;

struct PreviewText {
    Q_DECLARE_TR_FUNCTIONS(gbs::app::SeparationTab)
};

[[noreturn]] void fail(const QString& text) {
    throw Error(text.toStdString());
}

QImage read_image(const QString& path, QStringList& problems) {
    const QFileInfo info(path);
    if (!info.isFile()) return {};
    const QString name = info.fileName();
    if (info.size() > max_image_bytes) {
        problems << PreviewText::tr("%1 is too large").arg(name);
        return {};
    }
    QImageReader reader(path, "png");
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (size.width() > max_side || size.height() > max_side) {
        problems << PreviewText::tr("%1 is too large").arg(name);
        return {};
    }
    QImage image = reader.read();
    if (image.isNull()) problems << PreviewText::tr("%1 is damaged").arg(name);
    return image;
}

PreviewRow read_preview_row(const PreviewEntry& preview, int row) {
    const QVector<PreviewRow> rows = read_preview_rows(preview);
    if (row < 0 || row >= rows.size()) fail(PreviewText::tr("This preview has no blend %1.").arg(row + 1));
    return rows[row];
}

}  // namespace

QVector<PreviewEntry> find_previews(const QString& run) {
    QVector<PreviewEntry> found;
    for (const auto& folder : training::list_previews(to_path(run))) {
        const QString path = to_qstring(folder);
        found << PreviewEntry{QFileInfo(path).fileName().section(QLatin1Char('-'), 1).toLongLong(), path};
    }
    return found;
}

QVector<PreviewRow> read_preview_rows(const PreviewEntry& preview) {
    QFile file(preview.folder + QStringLiteral("/preview.json"));
    if (!is_plain_file(to_path(file.fileName())) || !file.open(QIODevice::ReadOnly) ||
        file.size() > max_json_bytes)
        fail(PreviewText::tr(
                 "The preview of step %1 cannot be read. It may have been deleted, since only the latest "
                 "previews are kept.")
                 .arg(preview.step));
    const QJsonDocument document = QJsonDocument::fromJson(file.read(max_json_bytes));
    if (!document.object().value(QStringLiteral("rows")).isArray())
        fail(PreviewText::tr("%1 is damaged: it lists no blends.").arg(file.fileName()));
    QVector<PreviewRow> rows;
    for (const QJsonValue& value : document.object().value(QStringLiteral("rows")).toArray()) {
        if (rows.size() == max_rows) break;
        const auto text = [row = value.toObject()](const char* key) {
            return row.value(QLatin1String(key)).toString();
        };
        rows << PreviewRow{text("text1"), text("text2"), text("text_neg"), text("alpha")};
    }
    return rows;
}

SeparationImages read_preview_images(const PreviewEntry& preview, int row, QStringList& problems) {
    const PreviewRow about = read_preview_row(preview, row);
    const auto read = [&](const char* part) {
        return read_image(
            QStringLiteral("%1/row%2_%3.png").arg(preview.folder).arg(row).arg(QLatin1String(part)),
            problems);
    };
    widgets::SeparationImages images;
    images.photo1 = read("photo1");
    images.photo2 = read("photo2");
    images.blend = read("blend");
    images.alpha = read("alpha");
    images.target1 = read("target1");
    images.target2 = read("target2");
    images.h1 = read("h1");
    images.h2 = read("h2");
    images.hneg = read("hneg");
    images.hadv = read("hadv");
    images.text1 = about.text1;
    images.text2 = about.text2;
    images.text_neg = about.text_neg;
    images.alpha_kind = alpha_title(about.alpha);
    return images;
}

QString alpha_title(const QString& name) {
    for (const training::AlphaGenerator& generator : training::alpha_generators())
        if (name == QLatin1String(generator.name)) return PreviewText::tr(generator.title);
    if (name == QLatin1String("recurrent")) return PreviewText::tr("Recurrent");
    return name;
}

}  // namespace gbs::app
