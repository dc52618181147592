// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>
#include <vector>

#include "core/base/error.h"

namespace gbs::app {

namespace {

/// The review of one phrase in one photo.
struct Entry {
    const QString& image;
    QSize size;
    const QString& phrase;
    const PhraseReview& review;
};

std::vector<Entry> sorted_entries(const ReviewContents& contents) {
    std::vector<Entry> entries;
    QStringList images = contents.images.keys();
    images.sort();
    for (const QString& name : images) {
        const auto image = contents.images.constFind(name);
        for (auto phrase = image->phrases.begin(); phrase != image->phrases.end(); ++phrase)
            entries.push_back({image.key(), image->size, phrase.key(), *phrase});
    }
    return entries;
}

QString time_text(const QDateTime& time) {
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray csv_cell(QString text) {
    // A spreadsheet would evaluate such a note as a formula.
    static const QString dangerous = QStringLiteral("=+-@\t\r\n");
    if (!text.isEmpty() && dangerous.contains(text.front())) text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) ||
        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

QString truths_text(const QVector<widgets::Truth>& truths) {
    QStringList texts;
    for (const widgets::Truth& truth : truths) {
        QString text = QStringLiteral("%1 %2").arg(truth.first.x()).arg(truth.first.y());
        if (truth.is_polygon()) {
            QStringList corners;
            for (const QPoint& corner : truth.corners)
                corners << QStringLiteral("%1 %2").arg(corner.x()).arg(corner.y());
            text = corners.join(QLatin1Char(' '));
        } else if (truth.is_box)
            text += QStringLiteral(" %1 %2").arg(truth.last.x()).arg(truth.last.y());
        texts << text;
    }
    return texts.join(QStringLiteral("; "));
}

QByteArray csv_row(const Entry& entry, const JudgementKey& key, const Judgement& judgement) {
    const ReviewedModel& model = key.model;
    QStringList cells{entry.image,
                      entry.phrase,
                      model.name,
                      model.fingerprint,
                      widgets::verdict_name(judgement.verdict),
                      judgement.note,
                      time_text(judgement.time),
                      QString::number(entry.size.width()),
                      QString::number(entry.size.height()),
                      truths_text(entry.review.truths.truths)};
    const auto peaks = entry.review.peaks.constFind(model);
    for (std::size_t map = 0; map < 3; ++map) {
        const bool known = peaks != entry.review.peaks.constEnd() && !entry.review.truths.truths.isEmpty();
        cells << (known ? QString::number(
                              widgets::is_hit(entry.review.truths.truths, peaks->peaks[map], entry.size))
                        : QString());
    }
    cells << key.annotator;
    QByteArray row;
    for (const QString& cell : cells) row += (row.isEmpty() ? "" : ",") + csv_cell(cell);
    return row + "\r\n";
}

QByteArray to_csv(const ReviewContents& contents) {
    QByteArray text =
        "\xEF\xBB\xBFimage,phrase,model,fingerprint,verdict,note,time,width,height,truths,hit_gbs,hit_i2t,"
        "hit_mean,annotator\r\n";
    for (const Entry& entry : sorted_entries(contents))
        for (auto it = entry.review.judgements.begin(); it != entry.review.judgements.end(); ++it)
            if (!it->empty()) text += csv_row(entry, it.key(), *it);
    return text;
}

QJsonObject to_json(const Entry& entry) {
    QJsonArray judgements, truths, peaks;
    for (auto it = entry.review.judgements.begin(); it != entry.review.judgements.end(); ++it)
        if (!it->empty())
            judgements << QJsonObject{{QStringLiteral("model"), it.key().model.name},
                                      {QStringLiteral("fingerprint"), it.key().model.fingerprint},
                                      {QStringLiteral("annotator"), it.key().annotator},
                                      {QStringLiteral("verdict"), widgets::verdict_name(it->verdict)},
                                      {QStringLiteral("note"), it->note},
                                      {QStringLiteral("time"), time_text(it->time)}};
    for (const widgets::Truth& truth : entry.review.truths.truths) {
        if (truth.is_polygon()) {
            QJsonArray corners;
            for (const QPoint& corner : truth.corners) corners << QJsonArray{corner.x(), corner.y()};
            truths << QJsonObject{{QStringLiteral("polygon"), corners}};
            continue;
        }
        QJsonArray place{truth.first.x(), truth.first.y()};
        if (truth.is_box) place << truth.last.x() << truth.last.y();
        truths << QJsonObject{{truth.is_box ? QStringLiteral("box") : QStringLiteral("point"), place}};
    }
    for (auto it = entry.review.peaks.begin(); it != entry.review.peaks.end(); ++it) {
        const auto place = [&it](std::size_t map) {
            return QJsonArray{it->peaks[map].x(), it->peaks[map].y()};
        };
        peaks << QJsonObject{{QStringLiteral("model"), it.key().name},
                             {QStringLiteral("fingerprint"), it.key().fingerprint},
                             {QStringLiteral("gbs"), place(0)},
                             {QStringLiteral("i2t"), place(1)},
                             {QStringLiteral("mean"), place(2)}};
    }
    return {{QStringLiteral("image"), entry.image},
            {QStringLiteral("width"), entry.size.width()},
            {QStringLiteral("height"), entry.size.height()},
            {QStringLiteral("phrase"), entry.phrase},
            {QStringLiteral("verdicts"), judgements},
            {QStringLiteral("truths"), truths},
            {QStringLiteral("peaks"), peaks}};
}

bool has_content(const PhraseReview& review) {
    return !review.truths.truths.isEmpty() ||
           std::any_of(review.judgements.begin(), review.judgements.end(),
                       [](const Judgement& judgement) { return !judgement.empty(); });
}

QByteArray to_jsonl(const ReviewContents& contents) {
    QByteArray text;
    for (const Entry& entry : sorted_entries(contents))
        if (has_content(entry.review))
            text += QJsonDocument(to_json(entry)).toJson(QJsonDocument::Compact) + '\n';
    return text;
}

/// Converts the ends of a side to 1-based inclusive pixels and makes it at least two pixels long.
std::pair<int, int> widen_side(int first, int last, int length) {
    const int grown = std::max(first + 1, last);
    return grown < length ? std::pair(first + 1, grown + 1)
                          : std::pair(std::min(first, length - 2) + 1, length);
}

QByteArray phrases_row(const Entry& entry, const widgets::Truth& truth) {
    const auto [x1, x2] = widen_side(truth.first.x(), truth.last.x(), entry.size.width());
    const auto [y1, y2] = widen_side(truth.first.y(), truth.last.y(), entry.size.height());
    const auto one_line = [](QString text) {
        return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).simplified();
    };
    const QStringList cells{one_line(entry.image),
                            QString::number(entry.size.width()),
                            QString::number(entry.size.height()),
                            QString::number(x1),
                            QString::number(y1),
                            QString::number(x2),
                            QString::number(y2),
                            one_line(entry.phrase)};
    return cells.join(QLatin1Char('\t')).toUtf8() + '\n';
}

bool can_have_boxes(QSize photo) {
    return photo.width() > 1 && photo.height() > 1;
}

QByteArray to_phrases(const ReviewContents& contents) {
    QByteArray text = "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n";
    for (const Entry& entry : sorted_entries(contents)) {
        if (!can_have_boxes(entry.size)) continue;
        for (widgets::Truth truth : entry.review.truths.truths)
            if (widgets::fit_truth(truth, entry.size)) text += phrases_row(entry, truth);
    }
    return text;
}

}  // namespace

QByteArray export_reviews(const ReviewContents& contents, ReviewFormat format) {
    switch (format) {
        case ReviewFormat::csv:
            return to_csv(contents);
        case ReviewFormat::jsonl:
            return to_jsonl(contents);
        case ReviewFormat::phrases:
            break;
    }
    return to_phrases(contents);
}

int exported_rows(const ReviewContents& contents, ReviewFormat format) {
    int rows = 0;
    for (const Entry& entry : sorted_entries(contents)) switch (format) {
            case ReviewFormat::csv:
                for (const Judgement& judgement : entry.review.judgements) rows += !judgement.empty();
                break;
            case ReviewFormat::jsonl:
                rows += has_content(entry.review);
                break;
            case ReviewFormat::phrases:
                if (can_have_boxes(entry.size))
                    for (widgets::Truth truth : entry.review.truths.truths)
                        rows += widgets::fit_truth(truth, entry.size);
                break;
        }
    return rows;
}

void ReviewExporter::write(const ReviewContents& contents, ReviewFormat format, const QString& file) {
    tasks_.submit(
        this,
        [contents, format, file] {
            const int rows = exported_rows(contents, format);
            if (rows == 0)
                throw Error((format == ReviewFormat::phrases
                                 ? tr("Nothing to export: no place is marked in this folder.")
                                 : tr("Nothing to export: this folder has no verdicts."))
                                .toStdString());
            QSaveFile target(file);
            const QByteArray text = export_reviews(contents, format);
            if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size() || !target.commit())
                throw Error(target.errorString().toStdString());
            return rows;
        },
        [this, file](int rows) { Q_EMIT written(file, rows); },
        [this, file](const QString& reason) { Q_EMIT failed(file, reason); });
}

void ReviewExporter::write(const AnnotationExport& reviews) {
    tasks_.submit(
        this, [reviews] { return write_annotations(reviews); },
        [this, target = reviews.target](int photos) { Q_EMIT annotated(target, photos); },
        [this, target = reviews.target](const QString& reason) { Q_EMIT failed(target, reason); });
}

}  // namespace gbs::app
