// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QString>

#include "app/review/review_contents.h"
#include "core/base/error.h"

namespace gbs::app {

/// Why a file of reviews could not be used.
class ReviewDatabaseError : public Error {
 public:
    enum class Kind {
        damaged,  ///< no SQLite database, or one with broken pages, or not one of ours
        newer,    ///< made by a later version of the program
        other     ///< no rights, no space, locked by another program
    };
    ReviewDatabaseError(Kind kind, const QString& text) : Error(text.toStdString()), kind_(kind) {}
    Kind kind() const { return kind_; }

 private:
    Kind kind_;
};

/// One SQLite file of reviews. To be used in one thread. Everything throws ReviewDatabaseError.
///
/// Tables (schema 1): image (name, width, height), model (name, fingerprint), verdict (image, phrase, model,
/// verdict, note, time), truth_list (image, phrase, time), truth (list, position, kind, x1, y1, x2, y2 in
/// 0-based inclusive pixels), peak (image, phrase, model, the peaks of the three maps, time); the view
/// `review` shows the verdicts with names. Times are UTC, ISO 8601. A verdict that was taken back stays as an
/// empty one with its time, so that two files can be put together.
class ReviewDatabase {
 public:
    static constexpr int schema = 1;

    /// Opens the file, or makes it; a file that is there is checked.
    explicit ReviewDatabase(const QString& file);
    ~ReviewDatabase();
    ReviewDatabase(const ReviewDatabase&) = delete;
    ReviewDatabase& operator=(const ReviewDatabase&) = delete;

    ReviewContents read() const;
    /// All or nothing. When it returns, the changes are on the disk (write-ahead log, synced at each commit)
    /// in the file that has this name.
    void write(const QVector<ReviewChange>& changes);

    /// Whether the file of that name is another one now, or none.
    bool is_gone() const;

    /// Whatever can still be read of a damaged file; nothing where it is no database at all. Never throws.
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
    quint64 device_ = 0, inode_ = 0;  ///< of the file as it was opened
};

}  // namespace gbs::app
