// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <vector>

namespace gbs::widgets {

/// What the x of a curve is.
enum class CurveAxis { step, samples, seconds };

/// Rows of numbers that were logged together. Never changes once it is in a table.
struct CurveBlock {
    std::vector<double> step, samples, seconds;     ///< ascending; NaN where it is not known
    std::map<QString, std::vector<double>> values;  ///< by name, a value a row; NaN where there is none

    std::size_t rows() const { return step.size(); }
    const std::vector<double>& axis(CurveAxis which) const;
    /// A row without values; those that exist already get NaN.
    void add_row(double at_step, double at_samples, double at_seconds);
    /// Of the last row.
    void set_value(const QString& name, double value);
};

/// All rows of a run so far, in blocks that copies share: to hand a table to another thread costs next to
/// nothing, however long the run is.
class CurveTable {
 public:
    /// After the rows that are there.
    void append(const CurveBlock& rows);
    std::size_t rows() const { return rows_; }
    /// Every name that has had a value, sorted.
    const QStringList& names() const { return names_; }
    const std::vector<std::shared_ptr<const CurveBlock>>& blocks() const { return blocks_; }

 private:
    std::vector<std::shared_ptr<const CurveBlock>> blocks_;
    QStringList names_;
    std::size_t rows_ = 0;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::CurveTable)
