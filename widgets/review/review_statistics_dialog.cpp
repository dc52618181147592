// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/review_statistics_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include "widgets/style/icons.h"

namespace gbs::widgets {

ReviewStatisticsDialog::ReviewStatisticsDialog(const QString& folder, QWidget* parent)
    : QDialog(parent), filter_(new QLineEdit), agreement_(new AgreementTable) {
    setWindowTitle(tr("Review statistics"));
    resize(1120, 520);
    sorted_models_.setSourceModel(&by_model_);
    sorted_phrases_.setSourceModel(&by_phrase_);
    sorted_phrases_.setFilterKeyColumn(ReviewStatisticsModel::phrase);
    sorted_phrases_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    model_table_ = make_table(sorted_models_, tr("Statistics by model"));
    phrase_table_ = make_table(sorted_phrases_, tr("Statistics by phrase"));
    model_table_->setColumnHidden(ReviewStatisticsModel::phrase, true);

    filter_->setPlaceholderText(tr("Filter by phrase"));
    filter_->setAccessibleName(tr("Filter by phrase"));
    filter_->setToolTip(tr("Show the phrases that contain this text"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(line_icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(filter_, &QLineEdit::textChanged, &sorted_phrases_, &QSortFilterProxyModel::setFilterFixedString);

    auto* const phrases = new QWidget;
    auto* const phrases_layout = new QVBoxLayout(phrases);
    phrases_layout->addWidget(filter_);
    phrases_layout->addWidget(phrase_table_);
    auto* const models = new QWidget;
    (new QVBoxLayout(models))->addWidget(model_table_);
    auto* const tabs = new QTabWidget;
    tabs->addTab(models, tr("By &model"));
    tabs->addTab(phrases, tr("By &phrase"));
    auto* const agreement = new QWidget;
    (new QVBoxLayout(agreement))->addWidget(agreement_);
    tabs->addTab(agreement, tr("&Agreement"));

    auto* const about = new QLabel(tr(
        "Accuracy is correct / (correct + incorrect); unsure and absent verdicts are not counted. A map hits if its peak "
        "is in a marked box, or within 5 % of the photo's diagonal from a marked point. Wilson's 95 % "
        "interval is in parentheses."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    auto* const place = new QLabel(folder);
    place->setTextFormat(Qt::PlainText);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(place);
    layout->addWidget(tabs, 1);
    layout->addWidget(about);
    layout->addWidget(buttons);
}

QTableView* ReviewStatisticsDialog::make_table(QSortFilterProxyModel& sorted, const QString& name) {
    sorted.setSortRole(ReviewStatisticsModel::SortRole);
    auto* const table = new QTableView;
    table->setModel(&sorted);
    table->setAccessibleName(name);
    table->setSortingEnabled(true);
    table->sortByColumn(ReviewStatisticsModel::model, Qt::AscendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setWordWrap(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    // Measure only 100 rows; there may be 100,000.
    table->horizontalHeader()->setResizeContentsPrecision(100);
    auto* const copy_rows = new QAction(tr("&Copy"), table);
    copy_rows->setShortcut(QKeySequence::Copy);
    copy_rows->setShortcutContext(Qt::WidgetShortcut);
    table->addAction(copy_rows);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->setToolTip(tr("Click a count to list its photos"));
    const auto request = [this](const QModelIndex& index) {
        const auto text = [&index](int column) { return index.siblingAtColumn(column).data().toString(); };
        const int column = index.column();
        const bool is_count =
            column >= ReviewStatisticsModel::right && column <= ReviewStatisticsModel::absent;
        const auto verdict =
            is_count ? given_verdicts[static_cast<std::size_t>(column - ReviewStatisticsModel::right)]
                     : Verdict::none;
        Q_EMIT photos_requested(text(ReviewStatisticsModel::model), text(ReviewStatisticsModel::phrase),
                                verdict);
    };
    connect(table, &QTableView::clicked, this, request);
    connect(table, &QTableView::activated, this, request);
    connect(copy_rows, &QAction::triggered, this, [this, table] { copy(table); });
    return table;
}

void ReviewStatisticsDialog::set_rows(const std::vector<StatisticsRow>& rows) {
    by_model_.set_rows(sum_by_model(rows));
    by_phrase_.set_rows(rows);
    model_table_->resizeColumnsToContents();
    phrase_table_->resizeColumnsToContents();
}

void ReviewStatisticsDialog::copy(const QTableView* table) const {
    const QAbstractItemModel* const model = table->model();
    QModelIndexList rows = table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    QStringList cells;
    const auto add = [&](auto text_of) {
        cells.clear();
        for (int column = 0; column < model->columnCount(); ++column)
            if (!table->isColumnHidden(column)) cells << text_of(column);
        lines << cells.join(QLatin1Char('\t'));
    };
    add([&](int column) { return model->headerData(column, Qt::Horizontal).toString(); });
    for (const QModelIndex& row : rows)
        add([&](int column) { return row.siblingAtColumn(column).data().toString(); });
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace gbs::widgets
