// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/benchmark_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

#include "app/base/in_background.h"
#include "core/base/error.h"
#include "core/evaluation/benchmark_compare.h"
#include "core/report/benchmark_html.h"

namespace gbs::app {

namespace {

/// What two results differ by, in one sentence; computed in a worker.
QString compared(const BenchmarkResult& a, const BenchmarkResult& b) {
    try {
        const Comparison found = compare_results(a.data, b.data);
        const QLocale locale;
        const auto points = [&](double value) -> QString {  // not the parts of a builder, which would be gone
            return (value > 0 ? QStringLiteral("+") : QString()) + locale.toString(value, 'f', 2);
        };
        return BenchmarkPanel::tr(
                   "%1 less %2: %3 points, 95 % interval %4 to %5; %6 won, %7 lost, McNemar's test p = %8")
            .arg(b.name, a.name, points(found.difference), points(found.low), points(found.high),
                 locale.toString(static_cast<qint64>(found.gained)),
                 locale.toString(static_cast<qint64>(found.lost)), locale.toString(found.p_value, 'g', 3));
    } catch (const Error& error) {
        return QString::fromStdString(error.what());
    }
}

QString usual_map(const ResultFile& data) {
    return data.names.empty() ? QString() : QString::fromStdString(data.names[shown_map(data.names)]);
}

}  // namespace

BenchmarkPanel::BenchmarkPanel(QWidget* parent)
    : QWidget(parent),
      form_(new BenchmarkForm),
      table_view_(new QTableView),
      bars_(new widgets::ScoreBars),
      results_(new QListWidget),
      open_results_(new QPushButton(tr("Open Resul&ts…"))),
      forget_(new QPushButton(tr("&Forget"))),
      previous_(new QPushButton(tr("Pre&vious"))),
      next_(new QPushButton(tr("&Next"))),
      comparison_(new QLabel),
      phrase_note_(new QLabel),
      count_(new QLabel),
      map_(new QComboBox),
      filter_(new QComboBox),
      group_(new QComboBox),
      phrases_(new QListView) {
    auto* const parts = new QSplitter(Qt::Horizontal);
    parts->addWidget(form_);
    parts->addWidget(build_scores());
    parts->addWidget(build_phrases());
    parts->setStretchFactor(1, 1);
    parts->setSizes({320, 700, 280});
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);
    connect_parts();
    refresh_scores();
}

QWidget* BenchmarkPanel::build_scores() {
    results_->setAccessibleName(tr("Results"));
    results_->setToolTip(
        tr("Results of this and of earlier runs. Checked ones are shown over each other; two are compared."));
    results_->setMinimumWidth(120);
    open_results_->setToolTip(tr("A file of gbs evaluate --per-phrase, or one that was kept here"));
    forget_->setToolTip(tr("Takes the chosen result off the list; its file stays"));
    auto* const list = new QWidget;
    auto* const column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(results_);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(open_results_);
    buttons->addWidget(forget_);
    column->addLayout(buttons);
    table_view_->setModel(&table_);
    table_view_->setAccessibleName(tr("Scores"));
    table_view_->verticalHeader()->hide();
    table_view_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_view_->setSelectionBehavior(QAbstractItemView::SelectItems);
    table_view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_view_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* const top = new QSplitter(Qt::Horizontal);
    top->addWidget(list);
    top->addWidget(table_view_);
    top->setStretchFactor(1, 1);
    top->setSizes({170, 520});
    comparison_->setWordWrap(true);
    comparison_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const page = new QSplitter(Qt::Vertical);
    auto* const low = new QWidget;
    auto* const layout = new QVBoxLayout(low);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(comparison_);
    auto* const scroll = new QScrollArea;  // many kinds of phrases, or results, need their width
    scroll->setWidget(bars_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(scroll, 1);
    page->addWidget(top);
    page->addWidget(low);
    return page;
}

QWidget* BenchmarkPanel::build_phrases() {
    filter_->addItems({tr("All"), tr("Hits"), tr("Misses"), tr("Skipped"), tr("Lost"), tr("Won")});
    filter_->setToolTip(
        tr("Which phrases are listed; lost and won ones are those on which the chosen result differs from "
           "the other checked one"));
    map_->setToolTip(tr("Whose hits and misses"));
    group_->setToolTip(tr("Only phrases of this kind"));
    for (QComboBox* const box : {map_, filter_, group_}) box->setAccessibleName(box->toolTip());
    phrases_->setModel(&rows_);
    phrases_->setAccessibleName(tr("Phrases of the result"));
    phrases_->setUniformItemSizes(true);
    phrases_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    phrase_note_->setWordWrap(true);
    phrase_note_->setTextFormat(Qt::PlainText);
    auto* const page = new QWidget;
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 6, 6);
    auto* const boxes = new QHBoxLayout;
    boxes->addWidget(map_);
    boxes->addWidget(filter_);
    boxes->addWidget(group_);
    layout->addLayout(boxes);
    layout->addWidget(phrases_, 1);
    layout->addWidget(phrase_note_);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(count_, 1);
    buttons->addWidget(previous_);
    buttons->addWidget(next_);
    layout->addLayout(buttons);
    return page;
}

void BenchmarkPanel::connect_parts() {
    connect(open_results_, &QPushButton::clicked, this, &BenchmarkPanel::open_results_requested);
    connect(forget_, &QPushButton::clicked, this, [this] {
        const int row = results_->currentRow();
        if (row < 0) return;
        kept_.removeAt(row);
        delete results_->takeItem(row);
        Q_EMIT results_changed();
        refresh_scores();
        compare();
        refresh_maps();
    });
    connect(results_, &QListWidget::itemChanged, this, [this] {
        refresh_scores();
        compare();
        refresh_phrases();
    });
    connect(results_, &QListWidget::currentRowChanged, this, [this] { refresh_maps(); });
    const auto walk = [this](int series, int group) {
        const widgets::ScoreSheet& sheet = table_.sheet();
        show_phrases(sheet.series[series].result, sheet.series[series].map, sheet.groups[group]);
    };
    connect(bars_, &widgets::ScoreBars::bar_clicked, this, walk);
    connect(table_view_, &QTableView::clicked, this,
            [this, walk](const QModelIndex& index) { walk(index.row(), table_.group_of(index.column())); });
    connect(table_view_, &QTableView::activated, this,
            [this, walk](const QModelIndex& index) { walk(index.row(), table_.group_of(index.column())); });
    for (QComboBox* const box : {map_, filter_, group_})
        connect(box, &QComboBox::currentIndexChanged, this, &BenchmarkPanel::refresh_phrases);
    connect(phrases_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { show_phrase(index.row()); });
    connect(previous_, &QPushButton::clicked, this, [this] { step(-1); });
    connect(next_, &QPushButton::clicked, this, [this] { step(1); });
}

QString BenchmarkPanel::comparison() const {
    return comparison_->text();
}
QString BenchmarkPanel::phrase_note() const {
    return phrase_note_->text();
}

void BenchmarkPanel::show_live(const widgets::ScoreSheet& scores) {
    live_ = scores;
    refresh_scores();
}

void BenchmarkPanel::add_result(BenchmarkResultPtr result) {
    live_ = {};
    for (int i = 0; i < kept_.size(); ++i)
        if (!result->file.isEmpty() && kept_[i]->file == result->file) {
            kept_.removeAt(i);
            delete results_->takeItem(i);
            break;
        }
    kept_ << result;
    auto* const item = new QListWidgetItem(result->name);
    item->setToolTip(result->file);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Checked);
    results_->addItem(item);
    results_->setCurrentItem(item);
    refresh_scores();
    compare();
    refresh_maps();
    Q_EMIT results_changed();
}

BenchmarkResultPtr BenchmarkPanel::current_result() const {
    return kept_.value(results_->currentRow());
}

QVector<BenchmarkResultPtr> BenchmarkPanel::checked() const {
    QVector<BenchmarkResultPtr> results;
    for (int i = 0; i < kept_.size() && i < results_->count(); ++i)
        if (results_->item(i)->checkState() == Qt::Checked) results << kept_[i];
    return results;
}

void BenchmarkPanel::refresh_scores() {
    QVector<widgets::ScoreSheet> sheets;
    for (const BenchmarkResultPtr& result : checked()) sheets << result->scores;
    if (!live_.series.isEmpty()) sheets << live_;
    widgets::ScoreSheet all = widgets::join_sheets(sheets);
    // Random and center are the same for all results of one benchmark.
    QStringList seen;
    QVector<widgets::ScoreSeries> series;
    for (const widgets::ScoreSeries& each : all.series) {
        const QString key = each.map + QString::number(each.groups.value(0).hits) + QLatin1Char('/') +
                            QString::number(each.groups.value(0).total);
        if (each.is_baseline && seen.contains(key)) continue;
        seen << key;
        series << each;
    }
    all.series = series;
    table_.set_sheet(all);
    bars_->set_sheet(all);
    forget_->setEnabled(results_->currentRow() >= 0);
}

/// Two checked results are compared, the chosen one with the other.
void BenchmarkPanel::compare() {
    const int comparison = ++comparisons_;
    const QVector<BenchmarkResultPtr> two = checked();
    comparison_->setVisible(two.size() == 2);
    if (two.size() != 2) return comparison_->clear();
    comparison_->setText(tr("Comparing…"));
    run_in_background(
        this, [a = two[0], b = two[1]] { return compared(*a, *b); },
        [this, comparison](const QString& text) {
            if (comparison == comparisons_) comparison_->setText(text);
        });
}

void BenchmarkPanel::refresh_maps() {
    const BenchmarkResultPtr result = current_result();
    const QString map = map_->currentText(), group = group_->currentText();
    {
        const QSignalBlocker maps(map_), groups(group_);
        map_->clear();
        group_->clear();
        if (result) {
            for (const auto& name : result->data.names) map_->addItem(QString::fromStdString(name));
            map_->setCurrentText(map_->findText(map) >= 0 ? map : usual_map(result->data));
            group_->addItems(result->scores.groups);
            group_->setCurrentIndex(qMax(0, group_->findText(group)));
        }
    }
    refresh_phrases();
}

void BenchmarkPanel::refresh_phrases() {
    const BenchmarkResultPtr result = current_result();
    BenchmarkResultPtr other;
    for (const BenchmarkResultPtr& each : checked())
        if (each != result) other = each;
    const QString map = map_->currentText(), group = group_->currentText();
    const auto filter = static_cast<PhraseFilter>(qMax(0, filter_->currentIndex()));
    const int listing = ++listings_;
    if (!result) {
        rows_.show({}, {}, {});
        count_->clear();
        phrase_note_->clear();
        return;
    }
    run_in_background(
        this,
        [result, other, map, group, filter]() -> std::vector<int> {
            try {
                return filtered_units(*result, map, filter, group, other.get(), map);
            } catch (const Error&) {
                return {};  // no phrase is in both; the comparison says so
            }
        },
        [this, listing, result, map](std::vector<int> units) {
            if (listing != listings_) return;
            rows_.show(result, map, std::move(units));
            count_->setText(tr("%n phrase(s)", nullptr, rows_.rowCount()));
            phrase_note_->clear();
            previous_->setEnabled(rows_.rowCount() > 0);
            next_->setEnabled(rows_.rowCount() > 0);
        });
}

void BenchmarkPanel::show_phrases(const QString& result, const QString& map, const QString& group) {
    for (int i = 0; i < kept_.size(); ++i)
        if (kept_[i]->name == result) results_->setCurrentRow(i);
    const QSignalBlocker maps(map_), groups(group_);
    if (const int at = map_->findText(map); at >= 0) map_->setCurrentIndex(at);
    group_->setCurrentIndex(qMax(0, group_->findText(group)));
    refresh_phrases();
}

void BenchmarkPanel::step(int direction) {
    const int count = rows_.rowCount();
    if (count == 0) return;
    const int now = phrases_->currentIndex().row();
    const int next = now < 0 ? (direction > 0 ? 0 : count - 1) : (now + direction + count) % count;
    phrases_->setCurrentIndex(rows_.index(next));
}

void BenchmarkPanel::show_phrase(int row) {
    if (row < 0 || row >= rows_.rowCount()) return phrase_note_->clear();
    phrase_note_->setText(rows_.index(row).data(Qt::ToolTipRole).toString());
    Q_EMIT phrase_chosen(rows_.result(), rows_.unit(row), rows_.score(row));
}

}  // namespace gbs::app
