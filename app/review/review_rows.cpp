// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_rows.h"

#include <QVariant>
#include <algorithm>

namespace gbs::app {

namespace {

/// Longer texts in a malicious file are cut to this length.
constexpr int max_text = 100'000;
constexpr int max_annotator = 200;
constexpr int max_side = 1'000'000;

QString to_text(const QDateTime& time) {
    return time.toUTC().toString(Qt::ISODateWithMs);
}

/// An unreadable time counts as older than any other.
QDateTime to_time(const QVariant& value) {
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time : never();
}

/// SQLite stores a null QString as NULL, not as an empty text.
QString not_null(const QString& text) {
    return text.isNull() ? QStringLiteral("") : text;
}

QString to_text(const QVector<QPoint>& corners) {
    QStringList texts;
    for (const QPoint& corner : corners) texts << QStringLiteral("%1,%2").arg(corner.x()).arg(corner.y());
    return texts.join(QLatin1Char(' '));
}

/// Corners that are no numbers are left out.
QVector<QPoint> to_corners(const QString& text) {
    QVector<QPoint> corners;
    for (const QString& corner : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool x_is_number = false, y_is_number = false;
        const int x = corner.section(QLatin1Char(','), 0, 0).toInt(&x_is_number);
        const int y = corner.section(QLatin1Char(','), 1).toInt(&y_is_number);
        if (x_is_number && y_is_number && corners.size() < widgets::Truth::max_corners)
            corners << QPoint(x, y);
    }
    return corners;
}

/// Of the columns kind, x1, y1, x2, y2, corners.
QVariantList place_values(const widgets::Truth& truth) {
    return {truth.is_polygon() ? QStringLiteral("polygon")
            : truth.is_box     ? QStringLiteral("box")
                               : QStringLiteral("point"),
            truth.first.x(),
            truth.first.y(),
            truth.last.x(),
            truth.last.y(),
            not_null(to_text(truth.corners))};
}

bool is_side(int side) {
    return side >= 0 && side <= max_side;
}

/// Of columns from the fourth: kind, x1, y1, x2, y2, corners.
std::optional<widgets::Truth> to_truth(const QSqlQuery& query) {
    widgets::Truth truth{query.value(3).toString() != QStringLiteral("point"),
                         {query.value(4).toInt(), query.value(5).toInt()},
                         {query.value(6).toInt(), query.value(7).toInt()}};
    if (query.value(3).toString() == QStringLiteral("polygon"))
        if (const QVector<QPoint> corners = to_corners(query.value(8).toString()); corners.size() > 2)
            truth = widgets::Truth::polygon(corners);
    if (!widgets::fit_truth(truth, {max_side, max_side})) return {};
    return truth;
}

}  // namespace

ReviewRows::Scan ReviewRows::scan(const QString& statement, qint64 start, bool upwards, const Visitor& row) {
    Scan scan;
    QSqlQuery query(database_);
    query.setForwardOnly(true);
    QSqlError error;
    if (query.exec(statement))
        while (query.next()) {
            const qint64 id = query.value(0).toLongLong();
            const qint64 previous = scan.last.value_or(start);
            // Pages that refer to each other in a circle give the same rows again without end.
            if (upwards ? id <= previous : id >= previous) {
                error = QSqlError(QString(), QStringLiteral("rows out of order"), QSqlError::StatementError);
                break;
            }
            scan.last = id;
            row(query);
        }
    if (!error.isValid()) error = query.lastError();
    scan.complete = !error.isValid();
    if (!scan.complete && !error_.isValid()) error_ = error;
    return scan;
}

void ReviewRows::visit(const char* columns, const char* table, const Visitor& row) {
    const QString from = QStringLiteral("SELECT id, %1 FROM %2 NOT INDEXED WHERE id > %3 %4")
                             .arg(QString::fromLatin1(columns), QString::fromLatin1(table));
    const auto upwards = [&](qint64 id) {
        return scan(from.arg(id).arg(QStringLiteral("ORDER BY id")), id, true, row);
    };
    Scan part = upwards(0);
    qint64 reached = part.last.value_or(0);
    // After a broken page, look for the next readable rows in growing steps, then read the skipped rows in
    // descending order.
    for (qint64 step = 16; !part.complete && step < qint64{1} << 32; step *= 2) {
        part = upwards(reached + step);
        if (!part.complete && !part.last) continue;
        scan(from.arg(reached).arg(QStringLiteral("AND id <= %1 ORDER BY id DESC").arg(reached + step)),
             reached + step + 1, false, row);
        reached = part.last.value_or(reached);
        step = 8;
    }
}

void ReviewRows::read_names() {
    visit("substr(name, 1, 4096), width, height", "image", [this](const QSqlQuery& query) {
        const QSize size(query.value(2).toInt(), query.value(3).toInt());
        const bool is_size = is_side(size.width()) && is_side(size.height());
        images_.insert(query.value(0).toLongLong(), {query.value(1).toString(), is_size ? size : QSize()});
    });
    visit("substr(name, 1, 4096), substr(fingerprint, 1, 64)", "model", [this](const QSqlQuery& query) {
        models_.insert(query.value(0).toLongLong(), {query.value(1).toString(), query.value(2).toString()});
    });
}

PhraseReview* ReviewRows::find_phrase(ReviewContents& contents, const QVariant& image,
                                      const QVariant& phrase) {
    const auto known = images_.constFind(image.toLongLong());
    const QString text = phrase.toString();
    if (known == images_.constEnd() || known->first.isEmpty() || text.isEmpty()) return nullptr;
    ImageReview& review = contents.images[known->first];
    review.size = known->second;
    return &review.phrases[text];
}

QString ReviewRows::text_column(const char* column, const char* table) {
    const QString name = QString::fromLatin1(column);
    const bool exists = QSqlQuery(database_).prepare(
        QStringLiteral("SELECT %1 FROM %2").arg(name, QString::fromLatin1(table)));
    return exists ? QStringLiteral("substr(%1, 1, %2)").arg(name).arg(max_text) : QStringLiteral("''");
}

void ReviewRows::read_verdicts(ReviewContents& contents) {
    const QByteArray columns =
        QStringLiteral("image, substr(phrase, 1, %1), model, verdict, substr(note, 1, %1), time, %2")
            .arg(max_text)
            .arg(text_column("annotator", "verdict"))
            .toLatin1();
    visit(columns.constData(), "verdict", [&](const QSqlQuery& query) {
        const auto model = models_.constFind(query.value(3).toLongLong());
        if (model == models_.constEnd()) return;
        if (PhraseReview* const review = find_phrase(contents, query.value(1), query.value(2)))
            review->judgements[{*model, query.value(7).toString().left(max_annotator)}] = {
                widgets::parse_verdict(query.value(4).toString()), query.value(5).toString(),
                to_time(query.value(6))};
    });
}

void ReviewRows::read_truths(ReviewContents& contents) {
    QHash<qint64, QMap<qint64, widgets::Truth>> lists, former;
    const auto read = [&](const char* table, const char* order, auto& into) {
        const QByteArray places = QStringLiteral("list, %1, kind, x1, y1, x2, y2, %2")
                                      .arg(QString::fromLatin1(order), text_column("corners", table))
                                      .toLatin1();
        visit(places.constData(), table, [&](const QSqlQuery& query) {
            if (const auto truth = to_truth(query))
                into[query.value(1).toLongLong()][query.value(2).toLongLong()] = *truth;
        });
    };
    read("truth", "position", lists);
    // Files of earlier schemas, which are read only if they are damaged, do not have it.
    if (database_.tables().contains(QStringLiteral("former_truth"))) read("former_truth", "id", former);
    const QByteArray columns = QStringLiteral("image, substr(phrase, 1, %1), time").arg(max_text).toLatin1();
    visit(columns.constData(), "truth_list", [&](const QSqlQuery& query) {
        PhraseReview* const review = find_phrase(contents, query.value(1), query.value(2));
        if (!review) return;
        review->truths = {lists.value(query.value(0).toLongLong()).values(), to_time(query.value(3))};
        review->former = former.value(query.value(0).toLongLong()).values();
    });
}

void ReviewRows::read_peaks(ReviewContents& contents) {
    const QByteArray columns = QStringLiteral(
                                   "image, substr(phrase, 1, %1), model, gbs_x, gbs_y, i2t_x, "
                                   "i2t_y, mean_x, mean_y, time")
                                   .arg(max_text)
                                   .toLatin1();
    visit(columns.constData(), "peak", [&](const QSqlQuery& query) {
        const auto model = models_.constFind(query.value(3).toLongLong());
        PhraseReview* const review = find_phrase(contents, query.value(1), query.value(2));
        if (model == models_.constEnd() || !review) return;
        MapPeaks& peaks = review->peaks[*model];
        for (int map = 0; map < 3; ++map)
            peaks.peaks[static_cast<std::size_t>(map)] = {query.value(4 + 2 * map).toInt(),
                                                          query.value(5 + 2 * map).toInt()};
        peaks.time = to_time(query.value(10));
    });
}

ReviewContents ReviewRows::read() {
    ReviewContents contents;
    read_names();
    read_verdicts(contents);
    read_truths(contents);
    read_peaks(contents);
    return contents;
}

bool ReviewRows::execute(const char* statement, const QVariantList& values) {
    auto known = prepared_.find(statement);
    if (known == prepared_.end()) {
        known = prepared_.emplace(statement, QSqlQuery(database_)).first;
        if (!known->second.prepare(QString::fromLatin1(statement))) {
            error_ = known->second.lastError();
            return false;
        }
    }
    QSqlQuery& query = known->second;
    for (int i = 0; i < values.size(); ++i) query.bindValue(i, values[i]);
    const bool done = query.exec();
    if (!done) error_ = query.lastError();
    query.finish();
    return done;
}

std::optional<Judgement> ReviewRows::stored_judgement(const ReviewChange& change) {
    QSqlQuery query(database_);
    query.prepare(
        QStringLiteral("SELECT verdict, substr(note, 1, %1), time FROM verdict WHERE phrase = ? AND "
                       "image = (SELECT id FROM image WHERE name = ?) AND "
                       "model = (SELECT id FROM model WHERE name = ? AND fingerprint = ?) AND annotator = ?")
            .arg(max_text));
    for (const QString& value : {change.phrase, change.image, change.model.name,
                                 not_null(change.model.fingerprint), not_null(change.annotator)})
        query.addBindValue(value);
    if (!query.exec()) error_ = query.lastError();
    if (error_.isValid() || !query.next()) return std::nullopt;
    return Judgement{widgets::parse_verdict(query.value(0).toString()), query.value(1).toString(),
                     to_time(query.value(2))};
}

std::optional<QDateTime> ReviewRows::stored_truths_time(const ReviewChange& change) {
    QSqlQuery query(database_);
    query.prepare(QStringLiteral(
        "SELECT time FROM truth_list WHERE phrase = ? AND image = (SELECT id FROM image WHERE name = ?)"));
    for (const QString& value : {change.phrase, change.image}) query.addBindValue(value);
    if (!query.exec()) error_ = query.lastError();
    if (error_.isValid() || !query.next()) return std::nullopt;
    return to_time(query.value(0));
}

bool ReviewRows::is_current(const ReviewChange& change) {
    if (change.judgement && change.shown_judgement)
        if (const auto stored = stored_judgement(change); stored && *stored != *change.shown_judgement)
            return false;
    if (change.truths && change.shown_truths)
        if (const auto stored = stored_truths_time(change); stored && *stored != change.shown_truths->time)
            return false;
    return true;
}

bool ReviewRows::write_judgement(const ReviewChange& change) {
    return execute(
        "INSERT INTO verdict (image, phrase, model, annotator, verdict, note, time) VALUES "
        "((SELECT id FROM image WHERE name = ?), ?, "
        "(SELECT id FROM model WHERE name = ? AND fingerprint = ?), ?, ?, ?, ?) "
        "ON CONFLICT (image, phrase, model, annotator) DO UPDATE SET verdict = excluded.verdict, "
        "note = excluded.note, time = excluded.time",
        {change.image, change.phrase, change.model.name, not_null(change.model.fingerprint),
         not_null(change.annotator), not_null(widgets::verdict_name(change.judgement->verdict)),
         not_null(change.judgement->note), to_text(change.judgement->time)});
}

bool ReviewRows::write_truths(const ReviewChange& change) {
    if (!execute("INSERT INTO truth_list (image, phrase, time) VALUES "
                 "((SELECT id FROM image WHERE name = ?), ?, ?) "
                 "ON CONFLICT (image, phrase) DO UPDATE SET time = excluded.time",
                 {change.image, change.phrase, to_text(change.truths->time)}) ||
        !execute(
            "INSERT OR IGNORE INTO former_truth (list, kind, x1, y1, x2, y2, corners) "
            "SELECT list, kind, x1, y1, x2, y2, corners FROM truth WHERE list = (SELECT id FROM truth_list "
            "WHERE image = (SELECT id FROM image WHERE name = ?) AND phrase = ?) ORDER BY position",
            {change.image, change.phrase}) ||
        !execute("DELETE FROM truth WHERE list = (SELECT id FROM truth_list WHERE "
                 "image = (SELECT id FROM image WHERE name = ?) AND phrase = ?)",
                 {change.image, change.phrase}))
        return false;
    int position = 0;
    for (const widgets::Truth& truth : change.truths->truths)
        if (!execute("INSERT INTO truth (list, position, kind, x1, y1, x2, y2, corners) VALUES "
                     "((SELECT id FROM truth_list WHERE image = (SELECT id FROM image WHERE name = ?) "
                     "AND phrase = ?), ?, ?, ?, ?, ?, ?, ?)",
                     QVariantList{change.image, change.phrase, position++} + place_values(truth)))
            return false;
    return !change.former || write_former(change);
}

/// In place of those that are there.
bool ReviewRows::write_former(const ReviewChange& change) {
    if (!execute("DELETE FROM former_truth WHERE list = (SELECT id FROM truth_list WHERE "
                 "image = (SELECT id FROM image WHERE name = ?) AND phrase = ?)",
                 {change.image, change.phrase}))
        return false;
    return std::ranges::all_of(*change.former, [&](const widgets::Truth& truth) {
        return execute(
            "INSERT OR IGNORE INTO former_truth (list, kind, x1, y1, x2, y2, corners) VALUES "
            "((SELECT id FROM truth_list WHERE image = (SELECT id FROM image WHERE name = ?) "
            "AND phrase = ?), ?, ?, ?, ?, ?, ?)",
            QVariantList{change.image, change.phrase} + place_values(truth));
    });
}

bool ReviewRows::write_peaks(const ReviewChange& change) {
    const auto& [gbs, i2t, mean] = change.peaks->peaks;
    return execute(
        "INSERT INTO peak (image, phrase, model, gbs_x, gbs_y, i2t_x, i2t_y, mean_x, mean_y, time) VALUES "
        "((SELECT id FROM image WHERE name = ?), ?, "
        "(SELECT id FROM model WHERE name = ? AND fingerprint = ?), ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (image, phrase, model) DO UPDATE SET gbs_x = excluded.gbs_x, gbs_y = excluded.gbs_y, "
        "i2t_x = excluded.i2t_x, i2t_y = excluded.i2t_y, mean_x = excluded.mean_x, "
        "mean_y = excluded.mean_y, time = excluded.time",
        {change.image, change.phrase, change.model.name, not_null(change.model.fingerprint), gbs.x(), gbs.y(),
         i2t.x(), i2t.y(), mean.x(), mean.y(), to_text(change.peaks->time)});
}

bool ReviewRows::write(const ReviewChange& change) {
    if (!execute("INSERT INTO image (name, width, height) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
                 "width = excluded.width, height = excluded.height WHERE excluded.width > 0",
                 {change.image, std::max(0, change.size.width()), std::max(0, change.size.height())}))
        return false;
    if ((change.judgement || change.peaks) &&
        !execute("INSERT OR IGNORE INTO model (name, fingerprint) VALUES (?, ?)",
                 {change.model.name, not_null(change.model.fingerprint)}))
        return false;
    return (!change.judgement || write_judgement(change)) && (!change.truths || write_truths(change)) &&
           (!change.peaks || write_peaks(change));
}

}  // namespace gbs::app
