// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <vector>

namespace gbs::widgets {

/// The quantity on the x axis.
enum class CurveAxis { step, samples, seconds };

/// Rows of values that were logged together. Immutable once in a table.
struct CurveBlock {
    std::vector<double> step, samples, seconds;     ///< ascending; NaN if unknown
    std::map<QString, std::vector<double>> values;  ///< by name, one per row; NaN if missing

    std::size_t rows() const { return step.size(); }
    const std::vector<double>& axis(CurveAxis which) const;
    /// Appends a row with NaN for every value.
    void add_row(double at_step, double at_samples, double at_seconds);
    /// Sets a value of the last row.
    void set_value(const QString& name, double value);
};

/// All rows of a run so far, in blocks shared between copies: passing a table to another thread is cheap.
class CurveTable {
 public:
    /// Appends rows.
    void append(const CurveBlock& rows);
    std::size_t rows() const { return rows_; }
    /// All names with a value, sorted.
    const QStringList& names() const { return names_; }
    const std::vector<std::shared_ptr<const CurveBlock>>& blocks() const { return blocks_; }

 private:
    std::vector<std::shared_ptr<const CurveBlock>> blocks_;
    QStringList names_;
    std::size_t rows_ = 0;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::CurveTable)
