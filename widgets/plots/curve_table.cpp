// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_table.h"

#include <limits>

namespace gbs::widgets {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// Blocks are filled up to this number of rows, so that frequent small reads do not create many blocks.
constexpr std::size_t full_block = 4096;

void add(std::vector<double>& to, const std::vector<double>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void add(CurveBlock& to, const CurveBlock& from) {
    const std::size_t before = to.rows(), after = before + from.rows();
    add(to.step, from.step);
    add(to.samples, from.samples);
    add(to.seconds, from.seconds);
    for (const auto& [name, values] : from.values) {
        std::vector<double>& column = to.values[name];
        column.resize(before, none);
        add(column, values);
    }
    for (auto& [name, column] : to.values) column.resize(after, none);
}

}  // namespace

const std::vector<double>& CurveBlock::axis(CurveAxis which) const {
    return which == CurveAxis::step ? step : which == CurveAxis::samples ? samples : seconds;
}

void CurveBlock::add_row(double at_step, double at_samples, double at_seconds) {
    step.push_back(at_step);
    samples.push_back(at_samples);
    seconds.push_back(at_seconds);
    for (auto& [name, column] : values) column.push_back(none);
}

void CurveBlock::set_value(const QString& name, double value) {
    std::vector<double>& column = values[name];
    column.resize(rows(), none);
    column.back() = value;
}

void CurveTable::append(const CurveBlock& rows) {
    if (rows.rows() == 0) return;
    rows_ += rows.rows();
    for (const auto& [name, values] : rows.values)
        if (!names_.contains(name)) names_ << name;
    names_.sort();
    if (!blocks_.empty() && blocks_.back()->rows() + rows.rows() <= full_block) {
        auto merged = std::make_shared<CurveBlock>(*blocks_.back());
        add(*merged, rows);
        blocks_.back() = std::move(merged);
    } else {
        blocks_.push_back(std::make_shared<const CurveBlock>(rows));
    }
}

}  // namespace gbs::widgets
