// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <functional>
#include <map>

#include "app/review/review_contents.h"

namespace gbs::app {

/// Reads and writes the rows of a file of reviews.
class ReviewRows {
 public:
    explicit ReviewRows(const QSqlDatabase& database) : database_(database) {}

    /// Skips unreadable pages and invalid rows; error() then holds the first error.
    ReviewContents read();
    /// Whether the file still holds what the change was made from, or nothing. On failure error() is valid.
    bool is_current(const ReviewChange& change);
    /// Returns false on failure; see error().
    bool write(const ReviewChange& change);
    const QSqlError& error() const { return error_; }

 private:
    using Visitor = std::function<void(const QSqlQuery&)>;
    void visit(const char* columns, const char* table, const Visitor& row);
    struct Scan {
        bool complete = false;
        std::optional<qint64> last;  ///< id of the last readable row
    };
    /// Ids must go strictly up or down from `start`; otherwise the scan ends as at an unreadable page.
    Scan scan(const QString& statement, qint64 start, bool upwards, const Visitor& row);
    void read_names();
    /// Of a column that a damaged file of an earlier schema does not have: '' there.
    QString text_column(const char* column, const char* table);
    void read_verdicts(ReviewContents& contents);
    void read_truths(ReviewContents& contents);
    void read_peaks(ReviewContents& contents);
    PhraseReview* find_phrase(ReviewContents& contents, const QVariant& image, const QVariant& phrase);

    bool execute(const char* statement, const QVariantList& values);
    std::optional<Judgement> stored_judgement(const ReviewChange& change);
    std::optional<QDateTime> stored_truths_time(const ReviewChange& change);
    bool write_judgement(const ReviewChange& change);
    bool write_truths(const ReviewChange& change);
    bool write_former(const ReviewChange& change);
    bool write_peaks(const ReviewChange& change);

    QSqlDatabase database_;
    QSqlError error_;
    QHash<qint64, QPair<QString, QSize>> images_;
    QHash<qint64, ReviewedModel> models_;
    std::map<const char*, QSqlQuery> prepared_;  ///< by the address of the statement's literal
};

}  // namespace gbs::app
