// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QString>

#include "app/review/review_contents.h"
#include "core/base/error.h"

namespace gbs::app {

/// A file of reviews cannot be used.
class ReviewDatabaseError : public Error {
 public:
    enum class Kind {
        damaged,  ///< not an SQLite database, broken pages, or a database of another program
        newer,    ///< written by a newer version of the program
        other     ///< no permission, no space, locked by another program
    };
    ReviewDatabaseError(Kind kind, const QString& text) : Error(text.toStdString()), kind_(kind) {}
    Kind kind() const { return kind_; }

 private:
    Kind kind_;
};

/// One SQLite file of reviews. Use it from one thread. All methods throw ReviewDatabaseError.
///
/// Tables (schema 5): image (name, width, height), model (name, fingerprint), verdict (image, phrase, model,
/// annotator, verdict, note, time), truth_list (image, phrase, time), truth (list, position, kind, x1, y1, x2, y2 in
/// 0-based inclusive pixels, and the corners of a polygon as "x,y x,y ...", whose box these are), former_truth (the same without a position, for the
/// marks that were changed or removed), peak (image, phrase, model, the peaks of the three maps, time). The view `review` joins verdicts with names. Times are UTC in ISO 8601. A cleared verdict stays as an empty one
/// with its time, so that two files can be merged.
class ReviewDatabase {
 public:
    static constexpr int schema = 5;

    /// Opens and checks an existing file or creates a new one.
    explicit ReviewDatabase(const QString& file);
    ~ReviewDatabase();
    ReviewDatabase(const ReviewDatabase&) = delete;
    ReviewDatabase& operator=(const ReviewDatabase&) = delete;

    ReviewContents read() const;
    /// Writes all changes in one transaction. On return they are on disk (write-ahead log, synced at each
    /// commit) in the file of this name. Returns the changes that were not written, because the file no
    /// longer holds what they were made from.
    QVector<ReviewChange> write(const QVector<ReviewChange>& changes);

    /// Whether another connection, of this program or another, wrote to the file since the last call.
    bool take_news();

    /// Whether the file was deleted, moved or replaced since it was opened.
    bool is_gone() const;

    /// The reviews in a file that stays as it is, and may be read-only: reads a copy.
    static ReviewContents read_copy(const QString& file);
    /// Everything still readable in a damaged file; empty if it is no database at all. Never throws.
    static ReviewContents rescue(const QString& file);

 private:
    struct Unchecked {};
    ReviewDatabase(const QString& file, Unchecked);
    void open();
    void check() const;
    void prepare();
    void remember_file();
    void require_file() const;

    QString file_;
    QString connection_;
    quint64 device_ = 0, inode_ = 0;  ///< of the opened file
    qint64 version_ = 0;              ///< SQLite's data_version
};

}  // namespace gbs::app
