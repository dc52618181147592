// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/benchmark_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

#include "app/base/task_queue.h"
#include "core/base/error.h"
#include "core/evaluation/benchmark_compare.h"
#include "widgets/style/heading.h"

namespace gbs::app {

namespace {

/// Describes the difference of two results in one sentence; for a worker, since it bootstraps.
QString describe_comparison(const BenchmarkResult& a, const BenchmarkResult& b) {
    try {
        const Comparison found = compare_results(a.data, b.data);
        const QLocale locale;
        const auto points = [&](double value) -> QString {  // a QString, since QStringBuilder would dangle
            return (value > 0 ? QStringLiteral("+") : QString()) + locale.toString(value, 'f', 2);
        };
        return BenchmarkPanel::tr(
                   "%1 - %2: %3 points, 95% interval %4 to %5; %6 won, %7 lost, McNemar's test p = %8")
            .arg(b.name, a.name, points(found.difference), points(found.low), points(found.high),
                 locale.toString(static_cast<qint64>(found.gained)),
                 locale.toString(static_cast<qint64>(found.lost)), locale.toString(found.p_value, 'g', 3));
    } catch (const Error& error) {
        return QString::fromStdString(error.what());
    }
}

QWidget* titled(const QString& title, QWidget* content) {
    auto* const pane = new QWidget;
    auto* const layout = new QVBoxLayout(pane);
    layout->setContentsMargins(6, 4, 0, 0);
    layout->addWidget(widgets::make_heading(title));
    layout->addWidget(content, 1);
    return pane;
}

}  // namespace

BenchmarkPanel::BenchmarkPanel(QWidget* parent)
    : QWidget(parent),
      form_(new BenchmarkForm),
      table_view_(new QTableView),
      bars_(new widgets::ScoreBars),
      results_(new QListWidget),
      open_results_(new QPushButton(tr("Open Resul&ts…"))),
      forget_(new QPushButton(tr("Remove from &List"))),
      comparison_(new QLabel),
      browser_(new PhraseBrowser),
      walk_bar_(new WalkBar) {
    auto* const parts = new QSplitter(Qt::Horizontal);
    parts->addWidget(titled(tr("What to score"), form_));
    parts->addWidget(titled(tr("Results"), build_scores()));
    parts->addWidget(titled(tr("Phrases of the result"), browser_));
    parts->setStretchFactor(1, 1);
    parts->setSizes({320, 700, 280});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts, 1);
    layout->addWidget(walk_bar_);
    scores_note_ = new widgets::EmptyNote(table_view_->viewport());
    connect(scores_note_, &widgets::EmptyNote::clicked, form_, &BenchmarkForm::choose_folder);
    connect_parts();
    refresh_scores();
}

QWidget* BenchmarkPanel::build_scores() {
    results_->setObjectName(QStringLiteral("results"));
    table_view_->setObjectName(QStringLiteral("scores"));
    comparison_->setObjectName(QStringLiteral("comparison"));
    results_->setAccessibleName(tr("Results"));
    results_->setToolTip(
        tr("Results of this and earlier runs. Checked results are plotted together; two checked results are "
           "compared."));
    results_->setMinimumWidth(120);
    open_results_->setToolTip(tr("Opens scores written by gbs evaluate --per-phrase or by this window"));
    forget_->setToolTip(tr("Removes the selected result from the list but keeps its file"));
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
    auto* const scroll = new QScrollArea;  // for many groups or results
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(bars_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(scroll, 1);
    page->addWidget(top);
    page->addWidget(low);
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
        refresh_phrases();
    });
    connect(results_, &QListWidget::itemChanged, this, [this] {
        refresh_scores();
        compare();
        refresh_phrases();
    });
    connect(results_, &QListWidget::currentRowChanged, this, [this] { refresh_phrases(); });
    const auto walk = [this](int series, int group) {
        const widgets::ScoreSheet& sheet = table_.sheet();
        show_phrases(sheet.series[series].result, sheet.series[series].map, sheet.groups[group]);
    };
    connect(bars_, &widgets::ScoreBars::bar_clicked, this, walk);
    connect(table_view_, &QTableView::clicked, this,
            [this, walk](const QModelIndex& index) { walk(index.row(), table_.group_of(index.column())); });
    connect(table_view_, &QTableView::activated, this,
            [this, walk](const QModelIndex& index) { walk(index.row(), table_.group_of(index.column())); });
    connect(browser_, &PhraseBrowser::phrase_chosen, this, &BenchmarkPanel::phrase_chosen);
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
    refresh_phrases();
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
    // The baselines random and center are the same for all results of one benchmark.
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
    const bool none = kept_.isEmpty() && live_.series.isEmpty();
    scores_note_->set(
        none ? tr("The scores of models and detectors are shown here. Open a benchmark and start, or "
                  "open results of gbs evaluate.")
             : QString(),
        tr("Open a Benchmark…"));
    bars_->setVisible(!none);
}

/// Compares the results if exactly two are checked.
void BenchmarkPanel::compare() {
    const int comparison = ++comparisons_;
    const QVector<BenchmarkResultPtr> two = checked();
    comparison_->setVisible(two.size() == 2);
    if (two.size() != 2) return comparison_->clear();
    comparison_->setText(tr("Comparing…"));
    run_in_background(
        this, [a = two[0], b = two[1]] { return describe_comparison(*a, *b); },
        [this, comparison](const QString& text) {
            if (comparison == comparisons_) comparison_->setText(text);
        });
}

void BenchmarkPanel::refresh_phrases() {
    const BenchmarkResultPtr result = current_result();
    BenchmarkResultPtr other;
    for (const BenchmarkResultPtr& each : checked())
        if (each != result) other = each;
    browser_->set_results(result, other);
}

void BenchmarkPanel::show_phrases(const QString& result, const QString& map, const QString& group) {
    for (int i = 0; i < kept_.size(); ++i)
        if (kept_[i]->name == result) results_->setCurrentRow(i);
    browser_->select(map, group);
}

void BenchmarkPanel::step(int direction) {
    browser_->step(direction);
}

}  // namespace gbs::app
