// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/agreement_table.h"

#include <QHeaderView>
#include <QLocale>
#include <cmath>

#include "widgets/style/bidi.h"

namespace gbs::widgets {

AgreementTable::AgreementTable(QWidget* parent) : QTableWidget(0, 5, parent) {
    setHorizontalHeaderLabels(
        {tr("People"), tr("Judged by all"), tr("Disagreements"), tr("Agreement"), tr("Kappa")});
    horizontalHeaderItem(4)->setToolTip(tr(
        "Agreement beyond that of chance: 0 is chance, 1 is always. Cohen's of two people, Fleiss' of more."));
    setAccessibleName(tr("Agreement of people"));
    setToolTip(tr("Click a row to list the photos on which these people disagree"));
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    const auto request = [this](int row) {
        Q_EMIT disagreements_requested(rows_[static_cast<std::size_t>(row)].people);
    };
    connect(this, &QTableWidget::cellClicked, this, request);
    connect(this, &QTableWidget::cellActivated, this, request);
}

void AgreementTable::set_rows(const std::vector<AgreementRow>& rows) {
    if (rows == rows_) return;
    rows_ = rows;
    const QLocale locale;
    const QString unknown = QStringLiteral("–");
    setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < rowCount(); ++i) {
        const AgreementRow& row = rows[static_cast<std::size_t>(i)];
        QStringList names;
        for (const QString& name : row.people) names << (name.isEmpty() ? tr("(no name)") : isolated(name));
        const double agreement = 100.0 * (row.judged - row.disputed) / std::max(1, row.judged);
        const QString texts[] = {
            names.join(QStringLiteral(", ")), locale.toString(row.judged), locale.toString(row.disputed),
            row.judged == 0 ? unknown : tr("%1 %").arg(locale.toString(agreement, 'f', 1)),
            std::isnan(row.kappa) ? unknown : locale.toString(row.kappa, 'f', 3)};
        for (int column = 0; column < columnCount(); ++column) {
            auto* const cell = new QTableWidgetItem(texts[column]);
            if (column > 0) cell->setTextAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
            setItem(i, column, cell);
        }
    }
    resizeColumnsToContents();
}

}  // namespace gbs::widgets
