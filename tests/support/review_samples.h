// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <csignal>

#include "app/review/review_contents.h"

// Sample reviews, and simulated disk failures.

inline gbs::app::ReviewChange verdict_change(const QString& image, const char* phrase) {
    gbs::app::ReviewChange change;
    change.image = image;
    change.size = {640, 480};
    change.phrase = QString::fromUtf8(phrase);
    change.model = {QStringLiteral("default"), QStringLiteral("3fa9c21b77")};
    change.judgement =
        gbs::app::Judgement{gbs::widgets::Verdict::right, QString(), QDateTime::currentDateTimeUtc()};
    return change;
}

/// Two photos, two models, every kind of value, and texts that are hard to store in files.
inline gbs::app::ReviewContents sample_contents(const QString& annotator = {}) {
    using namespace gbs;
    using namespace gbs::app;
    const auto time = [](int second) {
        return QDateTime(QDate(2026, 11, 25), QTime(10, 45, second, 120), Qt::UTC);
    };
    const ReviewedModel first{QStringLiteral("default"), QStringLiteral("3fa9c21b77")};
    const ReviewedModel second{QStringLiteral("vgg"), QString()};
    ReviewContents contents;
    ImageReview& a = contents.images[QStringLiteral("a, “b”.jpg")];
    a.size = {640, 480};
    PhraseReview& dog = a.phrases[QStringLiteral("=a dog")];
    dog.judgements[{first, annotator}] = {widgets::Verdict::right,
                                          QStringLiteral("two \"dogs\",\none far\taway"), time(1)};
    dog.judgements[{second, annotator}] = {widgets::Verdict::unsure, QString(), time(2)};
    dog.truths = {
        {widgets::Truth::box(QRect(QPoint(0, 0), QPoint(639, 479))),
         widgets::Truth::box(QRect(QPoint(5, 6), QPoint(50, 60))), gbs::widgets::Truth::point({639, 0})},
        time(3)};
    dog.peaks[first] = {{QPoint(1, 2), QPoint(3, 4), QPoint(5, 6)}, time(4)};
    a.phrases[QStringLiteral("the sky")].judgements[{first, annotator}] = {widgets::Verdict::wrong, QString(),
                                                                           time(5)};
    ImageReview& b = contents.images[QStringLiteral("b.png")];
    b.size = {3, 2};
    b.phrases[QStringLiteral("红色的球")].judgements[{first, annotator}] = {widgets::Verdict::none,
                                                                            QStringLiteral("later"), time(6)};
    b.phrases[QStringLiteral("红色的球")].truths = {{widgets::Truth::point({2, 1})}, time(7)};
    return contents;
}

/// Limits the size of all files of this process during its lifetime: writing fails as on a full disk.
class FileSizeLimit {
 public:
    explicit FileSizeLimit(rlim_t bytes) {
        signal_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
    rlimit before_{};
    void (*signal_)(int) = SIG_DFL;
};

/// Makes a folder read-only during its lifetime. Root, who ignores permissions, becomes nobody, and `own` is
/// given to nobody.
class ReadOnlyFolder {
 public:
    ReadOnlyFolder(const QString& folder, const QString& own) : folder_(folder) {
        const auto read = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        QFile::setPermissions(folder_, read | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files))
            QFile::setPermissions(file.filePath(), read);
        if (geteuid() != 0) return;
        constexpr uid_t nobody = 65534;
        if (chown(QFile::encodeName(own).constData(), nobody, nobody) == 0 && seteuid(nobody) == 0)
            switched_ = true;
    }
    ~ReadOnlyFolder() {
        if (switched_ && seteuid(0) != 0) qFatal("the account could not be changed back");
        QFile::setPermissions(folder_, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const QFileInfo& file : QDir(folder_).entryInfoList(QDir::Files))
            QFile::setPermissions(file.filePath(), QFile::ReadOwner | QFile::WriteOwner);
    }
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

    bool holds() const { return !QTemporaryFile(folder_ + QStringLiteral("/XXXXXX")).open(); }

 private:
    QString folder_;
    bool switched_ = false;
};
