// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_limit.h"

#include <sqlite3.h>

#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>
#include <cstring>

namespace gbs::app {

namespace {

constexpr int steps_per_call = 10'000;
constexpr qint64 free_steps = 100'000'000;  ///< a second or two
/// A row takes at least ten bytes, and reading and checking it less than a thousand steps.
constexpr qint64 steps_per_byte = 100;

/// The connection for SQLite's own functions. Null if Qt's driver has another SQLite inside.
sqlite3* native_handle(const QSqlDatabase& database) {
    QSqlQuery query(QStringLiteral("SELECT sqlite_source_id()"), database);
    const QVariant handle = database.driver()->handle();
    if (!query.next() || query.value(0).toByteArray() != sqlite3_sourceid() || !handle.isValid() ||
        std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3* const*>(handle.constData());
}

}  // namespace

ReviewLimit::ReviewLimit(const QSqlDatabase& database, qint64 bytes)
    : handle_(native_handle(database)), left_((free_steps + bytes * steps_per_byte) / steps_per_call) {
    if (handle_) sqlite3_progress_handler(handle_, steps_per_call, &ReviewLimit::count, this);
}

ReviewLimit::~ReviewLimit() {
    if (handle_) sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
}

int ReviewLimit::count(void* limit) {
    return --static_cast<ReviewLimit*>(limit)->left_ < 0;
}

}  // namespace gbs::app
