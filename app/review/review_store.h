// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <memory>

#include "app/review/review_database.h"

namespace gbs::app {

/// The reviews of one folder and their file: `review.gbs.sqlite` next to the photos or, if the folder is
/// read-only, a file in `spare_folder`. Use it from one thread.
///
/// Changes that cannot be saved stay in memory until the next save(). A damaged file is renamed, and
/// everything readable in it goes into a new one. A file or folder that disappears is rewritten from memory.
/// Each of these events adds a message (take_messages).
class ReviewStore {
 public:
    ReviewStore(const QString& folder, const QString& spare_folder);

    /// Reads the files that exist; creates none. Throws ReviewDatabaseError.
    void open();
    const ReviewContents& contents() const { return contents_; }
    /// Applies a change in memory; save() writes it.
    void add(const ReviewChange& change);
    /// Writes all unsaved changes. Throws ReviewDatabaseError and keeps them for the next call.
    void save();
    /// Takes in what others, such as a second window, have written to the file. Throws ReviewDatabaseError.
    void refresh();
    /// What others changed, found by save() or refresh().
    QVector<ReviewChange> take_news();
    /// Changes that save() left out because others changed the same review in the meantime.
    QVector<ReviewChange> take_outdated();
    /// Writes unsaved changes to the spare file, when the program ends and save() fails.
    void save_elsewhere();

    QString file() const { return target_; }  ///< the current target of save()
    QStringList take_messages();

    static QString file_in(const QString& folder);
    static QString spare_file(const QString& folder, const QString& spare_folder);

 private:
    struct Opened {
        std::unique_ptr<ReviewDatabase> database;
        ReviewContents contents;
    };
    bool can_write() const;
    void read_local();
    void read_copy();
    void read_spare();
    Opened open_or_repair(const QString& file);
    Opened replace_damaged(const QString& file, const QString& reason);
    void open_target();
    void use_spare();
    void write_unsaved();
    void read_news();
    void start_over();
    void retire_spare();

    QString folder_, local_, spare_, target_;
    ReviewContents contents_;
    QVector<ReviewChange> unsaved_, news_, outdated_;
    std::unique_ptr<ReviewDatabase> database_;  ///< null until there is something to save
    bool spare_merged_ = false;                 ///< its contents wait to be saved next to the photos
    QStringList messages_;
};

}  // namespace gbs::app
