// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <utility>

namespace gbs::app {

namespace {

using Kind = ReviewDatabaseError::Kind;

/// A database, its write-ahead log and the log's index move together.
const QLatin1String suffixes[] = {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")};

QString shown(const QString& path) {
    return QDir::toNativeSeparators(path);
}

QString localize(const char* source) {
    return QCoreApplication::translate("ReviewStore", source);
}

/// An unused name next to `file`: "review.gbs.damaged-20261125-104500.sqlite".
QString free_name(const QString& file, const QString& what) {
    const QFileInfo info(file);
    const QString stem = info.dir().filePath(
        QStringLiteral("%1.%2-%3")
            .arg(info.completeBaseName(), what,
                 QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    QString name = stem + QStringLiteral(".sqlite");
    for (int i = 2; QFileInfo::exists(name); ++i) name = QStringLiteral("%1-%2.sqlite").arg(stem).arg(i);
    return name;
}

bool rename_all(const QString& file, const QString& name) {
    for (const QLatin1String suffix : suffixes)
        if (QFileInfo::exists(file + suffix) && !QFile::rename(file + suffix, name + suffix)) return false;
    return true;
}

int count_verdicts(const ReviewContents& contents) {
    int count = 0;
    for (const ImageReview& image : contents.images)
        for (const PhraseReview& phrase : image.phrases)
            for (const Judgement& judgement : phrase.judgements) count += !judgement.empty();
    return count;
}

}  // namespace

QString ReviewStore::file_in(const QString& folder) {
    return QDir(folder).filePath(QStringLiteral("review.gbs.sqlite"));
}

QString ReviewStore::spare_file(const QString& folder, const QString& spare_folder) {
    const QByteArray hash = QCryptographicHash::hash(QDir::cleanPath(QDir(folder).absolutePath()).toUtf8(),
                                                     QCryptographicHash::Sha256);
    const QString name =
        QStringLiteral("%1-%2.gbs.sqlite")
            .arg(QDir(folder).dirName().left(60), QString::fromLatin1(hash.toHex().left(12)));
    return QDir(spare_folder).filePath(name);
}

ReviewStore::ReviewStore(const QString& folder, const QString& spare_folder)
    : folder_(folder), local_(file_in(folder)), spare_(spare_file(folder, spare_folder)), target_(local_) {}

QStringList ReviewStore::take_messages() {
    return std::exchange(messages_, {});
}

bool ReviewStore::can_write() const {
    if (QFileInfo::exists(local_) && !QFile(local_).open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return false;
    // Permissions do not suffice: the disk may be mounted read-only, and SQLite creates files of its own.
    return QTemporaryFile(QDir(folder_).filePath(QStringLiteral(".review-XXXXXX"))).open();
}

void ReviewStore::open() {
    target_ = local_;
    if (QFileInfo::exists(local_)) {
        if (can_write())
            read_local();
        else
            read_copy();
    }
    if (QFileInfo::exists(spare_)) read_spare();
}

void ReviewStore::read_local() {
    Opened opened = open_or_repair(local_);
    database_ = std::move(opened.database);
    contents_.merge(opened.contents);
}

void ReviewStore::read_copy() {
    try {
        contents_.merge(ReviewDatabase::read_copy(local_));
    } catch (const ReviewDatabaseError& error) {
        if (error.kind() != Kind::damaged) throw;
        const ReviewContents rescued = ReviewDatabase::rescue(local_);
        contents_.merge(rescued);
        messages_ << localize(QT_TRANSLATE_NOOP("ReviewStore",
                                                "The reviews in %1 are damaged, and the file is read-only. "
                                                "%2 verdict(s) could be recovered."))
                         .arg(shown(local_))
                         .arg(count_verdicts(rescued));
    }
}

void ReviewStore::read_spare() {
    Opened spare = open_or_repair(spare_);
    const QVector<ReviewChange> newer = contents_.merge(spare.contents);
    if (can_write()) {
        unsaved_ << newer;
        spare_merged_ = true;
    } else {
        target_ = spare_;
        database_ = std::move(spare.database);
        messages_ << localize(
                         QT_TRANSLATE_NOOP("ReviewStore", "%1 is read-only. Its reviews are saved in %2."))
                         .arg(shown(folder_), shown(spare_));
    }
}

ReviewStore::Opened ReviewStore::open_or_repair(const QString& file) {
    try {
        auto database = std::make_unique<ReviewDatabase>(file);
        ReviewContents contents = database->read();
        return {std::move(database), std::move(contents)};
    } catch (const ReviewDatabaseError& error) {
        if (error.kind() != Kind::damaged) throw;
        return replace_damaged(file, QString::fromUtf8(error.what()));
    }
}

ReviewStore::Opened ReviewStore::replace_damaged(const QString& file, const QString& reason) {
    const QString kept = free_name(file, QStringLiteral("damaged"));
    if (!rename_all(file, kept))
        throw ReviewDatabaseError(
            Kind::other,
            localize(
                QT_TRANSLATE_NOOP("ReviewStore",
                                  "%1. The file cannot be renamed either. Move it to review photos in %2."))
                .arg(reason, shown(folder_)));
    const ReviewContents rescued = ReviewDatabase::rescue(kept);
    messages_ << localize(
                     QT_TRANSLATE_NOOP(
                         "ReviewStore",
                         "The reviews of this folder were damaged (%1). The file was renamed to %2, and %3 "
                         "verdict(s) were recovered into a new file."))
                     .arg(reason, shown(kept), QString::number(count_verdicts(rescued)));
    auto database = std::make_unique<ReviewDatabase>(file);
    database->write(rescued.changes());
    return {std::move(database), rescued};
}

void ReviewStore::add(const ReviewChange& change) {
    contents_.apply(change);
    unsaved_ << change;
}

void ReviewStore::use_spare() {
    target_ = spare_;
    if (!QDir().mkpath(QFileInfo(spare_).path()))
        throw ReviewDatabaseError(
            Kind::other, localize(QT_TRANSLATE_NOOP("ReviewStore",
                                                    "Neither %1 nor %2 is writable. Make one of them "
                                                    "writable or free some space."))
                             .arg(shown(folder_), shown(QFileInfo(spare_).path())));
    Opened opened = open_or_repair(spare_);
    database_ = std::move(opened.database);
    // The other file may be lost for good, so the spare file gets everything.
    unsaved_ = opened.contents.merge(contents_);
    const char* const why =
        QFileInfo::exists(folder_)
            ? QT_TRANSLATE_NOOP("ReviewStore", "%1 is read-only. Its reviews are saved in %2.")
            : QT_TRANSLATE_NOOP("ReviewStore", "%1 no longer exists. Its reviews are saved in %2.");
    messages_ << localize(why).arg(shown(folder_), shown(spare_));
}

void ReviewStore::open_target() {
    if (database_) return;
    if (can_write())
        database_ = open_or_repair(local_).database;
    else
        use_spare();
}

void ReviewStore::write_unsaved() {
    open_target();
    const QVector<ReviewChange> outdated = database_->write(unsaved_);
    unsaved_.clear();
    if (outdated.isEmpty()) return;
    outdated_ << outdated;
    read_news();
}

void ReviewStore::read_news() {
    ReviewContents now = database_->read();
    for (const ReviewChange& change : unsaved_) now.apply(change);
    news_ << contents_.update(now);
}

void ReviewStore::refresh() {
    if (!database_) {
        if (!QFileInfo::exists(local_) || !can_write()) return;
        database_ = open_or_repair(local_).database;  // another window has made it
    } else if (database_->is_gone() || !database_->take_news()) {
        return;
    }
    read_news();
}

QVector<ReviewChange> ReviewStore::take_news() {
    return std::exchange(news_, {});
}

QVector<ReviewChange> ReviewStore::take_outdated() {
    return std::exchange(outdated_, {});
}

void ReviewStore::start_over() {
    const ReviewContents known = std::exchange(contents_, {});
    database_.reset();
    spare_merged_ = false;
    unsaved_.clear();
    try {
        open();
    } catch (const ReviewDatabaseError&) {
        unsaved_ << contents_.merge(known);
        throw;
    }
    unsaved_ << contents_.merge(known);
}

void ReviewStore::save() {
    if (unsaved_.isEmpty() && !spare_merged_) return;
    try {
        write_unsaved();
    } catch (const ReviewDatabaseError& error) {
        if (error.kind() != Kind::damaged && !(database_ && database_->is_gone())) throw;
        messages_ << QString::fromUtf8(error.what());
        start_over();
        write_unsaved();
        messages_ << localize(QT_TRANSLATE_NOOP("ReviewStore",
                                                "All reviews of the folder were saved again in %1."))
                         .arg(shown(target_));
    }
    retire_spare();
}

void ReviewStore::save_elsewhere() {
    if (unsaved_.isEmpty() || target_ == spare_) return;
    database_.reset();
    use_spare();
    write_unsaved();
}

void ReviewStore::retire_spare() {
    if (!std::exchange(spare_merged_, false)) return;
    const QString kept = free_name(spare_, QStringLiteral("taken-over"));
    rename_all(spare_, kept);
    messages_ << localize(QT_TRANSLATE_NOOP("ReviewStore",
                                            "The reviews in %1 were moved to %2. The old file is now %3."))
                     .arg(shown(spare_), shown(local_), shown(kept));
}

}  // namespace gbs::app
