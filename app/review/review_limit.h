// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>

struct sqlite3;

namespace gbs::app {

/// While it lives, statements on a connection fail once they have done more work than any file of that size needs. In
/// a file from anyone, pages can be shared so that a short one has rows without end.
class ReviewLimit {
 public:
    ReviewLimit(const QSqlDatabase& database, qint64 bytes);
    ~ReviewLimit();
    ReviewLimit(const ReviewLimit&) = delete;
    ReviewLimit& operator=(const ReviewLimit&) = delete;

 private:
    static int count(void* limit);

    sqlite3* handle_ = nullptr;
    qint64 left_;  ///< calls of `count`
};

}  // namespace gbs::app
