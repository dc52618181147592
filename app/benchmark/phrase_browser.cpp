// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/phrase_browser.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>

#include "app/base/task_queue.h"
#include "core/base/error.h"
#include "core/report/benchmark_html.h"

namespace gbs::app {

namespace {

QString default_map(const ResultFile& data) {
    return data.names.empty() ? QString() : QString::fromStdString(data.names[shown_map(data.names)]);
}

}  // namespace

PhraseBrowser::PhraseBrowser(QWidget* parent)
    : QWidget(parent),
      map_(new QComboBox),
      filter_(new QComboBox),
      group_(new QComboBox),
      phrases_(new QListView),
      note_(new QLabel),
      count_(new QLabel),
      previous_(new QPushButton(tr("Pre&vious"))),
      next_(new QPushButton(tr("&Next"))) {
    lay_out();
    for (QComboBox* const box : {map_, filter_, group_})
        connect(box, &QComboBox::currentIndexChanged, this, &PhraseBrowser::refresh_list);
    connect(phrases_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { show_phrase(index.row()); });
    connect(previous_, &QPushButton::clicked, this, [this] { step(-1); });
    connect(next_, &QPushButton::clicked, this, [this] { step(1); });
}

void PhraseBrowser::lay_out() {
    map_->setObjectName(QStringLiteral("map"));
    filter_->setObjectName(QStringLiteral("filter"));
    group_->setObjectName(QStringLiteral("group"));
    phrases_->setObjectName(QStringLiteral("phrases"));
    note_->setObjectName(QStringLiteral("phrase_note"));
    filter_->addItems({tr("All"), tr("Hits"), tr("Misses"), tr("Skipped"), tr("Lost"), tr("Won")});
    filter_->setToolTip(
        tr("Phrases to list. Lost and won are the phrases where the selected result differs from the other "
           "checked result."));
    map_->setToolTip(tr("Map to show hits and misses for"));
    group_->setToolTip(tr("Kind of phrases to list"));
    for (QComboBox* const box : {map_, filter_, group_}) box->setAccessibleName(box->toolTip());
    phrases_->setModel(&rows_);
    phrases_->setAccessibleName(tr("Phrases of the result"));
    phrases_->setUniformItemSizes(true);
    phrases_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    empty_ = new widgets::EmptyNote(phrases_->viewport());
    empty_->set(tr("The phrases of a result are listed here. Click on one of its bars or scores."));
    note_->setWordWrap(true);
    note_->setTextFormat(Qt::PlainText);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 6, 6);
    auto* const boxes = new QHBoxLayout;
    boxes->addWidget(map_);
    boxes->addWidget(filter_);
    boxes->addWidget(group_);
    layout->addLayout(boxes);
    layout->addWidget(phrases_, 1);
    layout->addWidget(note_);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(count_, 1);
    buttons->addWidget(previous_);
    buttons->addWidget(next_);
    layout->addLayout(buttons);
}

void PhraseBrowser::set_results(const BenchmarkResultPtr& result, const BenchmarkResultPtr& other) {
    empty_->setVisible(!result);
    const bool is_same = result == result_;
    result_ = result;
    other_ = other;
    is_same ? refresh_list() : refresh_choices();
}

void PhraseBrowser::select(const QString& map, const QString& group) {
    {
        const QSignalBlocker maps(map_), groups(group_);
        if (const int at = map_->findText(map); at >= 0) map_->setCurrentIndex(at);
        group_->setCurrentIndex(qMax(0, group_->findText(group)));
    }
    refresh_list();
}

void PhraseBrowser::refresh_choices() {
    const QString map = map_->currentText(), group = group_->currentText();
    {
        const QSignalBlocker maps(map_), groups(group_);
        map_->clear();
        group_->clear();
        if (result_) {
            for (const auto& name : result_->data.names) map_->addItem(QString::fromStdString(name));
            map_->setCurrentText(map_->findText(map) >= 0 ? map : default_map(result_->data));
            group_->addItems(result_->scores.groups);
            group_->setCurrentIndex(qMax(0, group_->findText(group)));
        }
    }
    refresh_list();
}

void PhraseBrowser::refresh_list() {
    const QString map = map_->currentText(), group = group_->currentText();
    const auto filter = static_cast<PhraseFilter>(qMax(0, filter_->currentIndex()));
    const int listing = ++listings_;
    if (!result_) {
        rows_.show({}, {}, {});
        count_->clear();
        note_->clear();
        return;
    }
    run_in_background(
        this,
        [result = result_, other = other_, map, group, filter]() -> std::vector<int> {
            try {
                return filtered_units(*result, map, filter, group, other.get(), map);
            } catch (const Error&) {
                return {};  // no phrase in common; the comparison reports that
            }
        },
        [this, listing, result = result_, map](std::vector<int> units) {
            if (listing != listings_) return;
            rows_.show(result, map, std::move(units));
            count_->setText(tr("%n phrase(s)", nullptr, rows_.rowCount()));
            note_->clear();
            previous_->setEnabled(rows_.rowCount() > 0);
            next_->setEnabled(rows_.rowCount() > 0);
        });
}

void PhraseBrowser::step(int direction) {
    const int count = rows_.rowCount();
    if (count == 0) return;
    const int now = phrases_->currentIndex().row();
    const int next = now < 0 ? (direction > 0 ? 0 : count - 1) : (now + direction + count) % count;
    phrases_->setCurrentIndex(rows_.index(next));
}

void PhraseBrowser::show_phrase(int row) {
    if (row < 0 || row >= rows_.rowCount()) return note_->clear();
    note_->setText(rows_.index(row).data(Qt::ToolTipRole).toString());
    Q_EMIT phrase_chosen(rows_.result(), rows_.unit(row), rows_.score(row));
}

}  // namespace gbs::app
