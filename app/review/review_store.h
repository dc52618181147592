// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <memory>

#include "app/review/review_database.h"

namespace gbs::app {

/// The reviews of one folder and where they are kept: `review.gbs.sqlite` beside the photos, or, where that
/// cannot be written, a file of the person's own under `spare_folder`. To be used in one thread.
///
/// What cannot be saved stays here and is tried again by the next save(). A damaged file is renamed, what can
/// be read of it goes into a new one. A file or folder that vanishes is written anew from memory. Each of
/// these is told (take_messages).
class ReviewStore {
 public:
    ReviewStore(const QString& folder, const QString& spare_folder);

    /// Reads what is there; makes nothing. Throws ReviewDatabaseError where that is impossible.
    void open();
    const ReviewContents& contents() const { return contents_; }
    /// Takes a change in; save() writes it.
    void add(const ReviewChange& change);
    bool has_unsaved() const { return !unsaved_.isEmpty(); }
    /// Writes everything that is not on the disk yet. Throws ReviewDatabaseError; what was to be saved stays.
    void save();
    /// The last resort at the end of the program: the spare file.
    void save_elsewhere();

    QString file() const { return target_; }  ///< where the reviews are, or will be
    QStringList take_messages();

    static QString file_in(const QString& folder);
    static QString spare_file(const QString& folder, const QString& spare_folder);

 private:
    struct Opened {
        std::unique_ptr<ReviewDatabase> database;
        ReviewContents contents;
    };
    bool can_write() const;
    void read_beside();
    void read_copy();
    void read_spare();
    Opened open_or_mend(const QString& file);
    Opened begin_anew(const QString& file, const QString& reason);
    void open_target();
    void use_spare();
    void write_unsaved();
    void start_over();
    void retire_spare();

    QString folder_, beside_, spare_, target_;
    ReviewContents contents_;
    QVector<ReviewChange> unsaved_;
    std::unique_ptr<ReviewDatabase> database_;  ///< none before there is something to save
    bool spare_taken_in_ = false;               ///< its content is on the way into the file beside the photos
    QStringList messages_;
};

}  // namespace gbs::app
